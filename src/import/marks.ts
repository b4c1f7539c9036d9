// The marks of charters: serial numbers, marks of lists, dashes, "as above".

import { toAsciiDigits } from '../bangla/digits.ts';
import { letterAt } from '../charter/service.ts';

const LETTERS = Array.from({ length: 32 }, (_, at) => letterAt(at)).join('');
const NUMBER = '[০-৯0-9]{1,3}';
/** "১।", "1.", "(ক)", "ক)"; a letter needs a bracket or a sign behind it. */
const MARK = new RegExp(
  `^(?:[(\\[](${NUMBER}|[${LETTERS}a-h])[)\\]]|(${NUMBER}|[${LETTERS}a-h])[.।)ঃ:](?![০-৯0-9]))[.।:]?\\s*`,
  'u',
);
/** Signs of a list; Word's own are letters of its fonts Symbol and Wingdings, in the private use area. */
const BULLET = /^(?:[•●○▪■□◆♦➢➤►✓✔*·§\ue000-\uf8ff]|[-–—](?=\s|\p{L}))\s*/u;

/** The position that a serial says (০১, ১।, (1), ক) and whether it is a letter; undefined for any other text. */
export function readSerial(text: string): { at: number; isLetter: boolean } | undefined {
  const core = text.replace(/[\s()[\].।:ঃ|,-]/gu, '');
  if (/^[০-৯0-9]{1,4}$/.test(core)) return { at: Number(toAsciiDigits(core)), isLetter: false };
  const letter = LETTERS.indexOf(core);
  return core.length === 1 && letter >= 0 ? { at: letter + 1, isLetter: true } : undefined;
}

/** The mark at the start of a text and the rest of it. */
export function splitMark(text: string): { mark: string; rest: string } {
  const mark = (MARK.exec(text) ?? BULLET.exec(text))?.[0] ?? '';
  return { mark: mark.trim(), rest: text.slice(mark.length) };
}

/** The letter (ক, খ …) that a text begins with as the mark of a case, and the rest. */
export function splitLetter(text: string): { letter: string; rest: string } | undefined {
  const { mark, rest } = splitMark(text);
  const letter = mark.replace(/[\s()[\].।:ঃ]/gu, '');
  return letter !== '' && LETTERS.includes(letter) && rest !== '' ? { letter, rest } : undefined;
}

/**
 * The items of a list within a cell, without their marks; undefined where the cell is no list. Marks may be on lines of
 * their own, or in the running text if they count from the first: "১. আবেদন ২. ছবি".
 */
export function listItems(text: string): string[] | undefined {
  const lines = text.split('\n').flatMap(splitRunningList);
  const marked = lines.map(splitMark);
  if (!marked.some(({ mark }) => mark !== '')) return undefined;
  const items: string[] = [];
  for (const { mark, rest } of marked) {
    const isFirstOrMarked = mark !== '' || items.length === 0;
    if (isFirstOrMarked) items.push(rest);
    else items[items.length - 1] += ` ${rest}`;
  }
  return items.filter((item) => item.trim() !== '');
}

/** Splits "১. … ২. … ৩. …" before each mark, as long as the marks count from the first one. */
function splitRunningList(text: string): string[] {
  const first = readSerial(splitMark(text).mark);
  if (!first) {
    const bullets = text.split(/\s+(?=[•●▪■➢➤►✓*\ue000-\uf8ff]\s*\S)/u);
    return bullets.length > 2 || /^[•●▪■➢➤►✓*\ue000-\uf8ff]/u.test(text) ? bullets : [text];
  }
  const pieces: string[] = [];
  const marks = text.matchAll(
    new RegExp(`(?:^|\\s)(?=[(\\[]?(?:${NUMBER}|[${LETTERS}])[.।)](?![০-৯0-9]))`, 'gu'),
  );
  let start = 0;
  let expected = first.at + 1;
  for (const { index } of marks) {
    const serial = readSerial(splitMark(text.slice(index).trimStart()).mark);
    if (index === 0 || serial?.at !== expected || serial.isLetter !== first.isLetter) continue;
    pieces.push(text.slice(start, index).trim());
    start = index;
    expected++;
  }
  return [...pieces, text.slice(start).trim()];
}

/** Whether a cell says "as above". */
export function isDitto(text: string): boolean {
  return /^[-–—"“”'।\s]*ঐ[-–—"“”'।\s]*$|^\s*(?:["”〃]|''|,,)\s*$/u.test(text);
}

/** Whether a text has a letter or a digit. */
export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Whether the cells of a row only number the columns: ০১ ০২ ০৩, (১) (২) (৩). */
export function isColumnNumbers(texts: string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const serials = filled.map(readSerial);
  return (
    filled.length >= 2 &&
    serials.every((serial, at) => serial && serial.at === (serials[0]?.at ?? 0) + at) &&
    (serials[0]?.at ?? 9) <= 1
  );
}

export interface NumberedList<T> {
  /** The text above the first line. */
  above: T | undefined;
  lines: { piece: T; name: string }[];
}

/** The runs of lines that count 1, 2, 3 …, without their numbers; lines between them may be the rest of one. */
export function numberedLists<T extends { text: string }>(pieces: readonly T[]): NumberedList<T>[] {
  const runs: NumberedList<T>[] = [];
  for (const [at, piece] of pieces.entries()) {
    const [, number = '', rest = ''] =
      /^[([]?([০-৯0-9]{1,3})[)\].।:]*\s*(?=[\p{L}(])(.+)$/su.exec(piece.text) ?? [];
    const count = Number(toAsciiDigits(number));
    const line = { piece, name: rest.replaceAll('\n', ' ') };
    const run = runs.at(-1);
    if (count === 1) runs.push({ above: pieces[at - 1], lines: [line] });
    else if (run && count === run.lines.length + 1) run.lines.push(line);
  }
  return runs.filter(({ lines }) => lines.length >= 2);
}
