// Parses the marks of charters: serial numbers, list markers, dashes, ditto marks.

import { toAsciiDigits } from '../bangla/digits.ts';
import { letterAt } from '../charter/service.ts';

const LETTERS = Array.from({ length: 32 }, (_, at) => letterAt(at)).join('');
const NUMBER = '[০-৯0-9]{1,3}';
/** A list marker: "১।", "1.", "(ক)", "ক)". A letter needs a bracket or a sign after it. "ড." is a doctor. */
const MARK = new RegExp(
  `^(?:[(\\[](${NUMBER}|[${LETTERS}a-h])[)\\]]|(?!ড\\.)(${NUMBER}|[${LETTERS}a-h])[.।)ঃ:](?![০-৯0-9]))[.।:]?\\s*`,
  'u',
);
/** A bullet. Word stores its own in the private use area, as letters of Symbol and Wingdings. */
const BULLET = /^(?:[•●○▪■□◆♦➢➤►✓✔*·§\ue000-\uf8ff]|[-–—](?=\s|\p{L}))\s*/u;

/**
 * Parses a serial such as ০১, ১।, (1) or ক.
 * @returns its position, or undefined for any other text, such as the number of a part: ১.১
 */
export function readSerial(text: string): { at: number; isLetter: boolean } | undefined {
  if (/[০-৯0-9][^০-৯0-9\s]+[০-৯0-9]/u.test(text)) return undefined;
  const core = text.replace(/[\s()[\].।:ঃ|,-]/gu, '');
  if (/^[০-৯0-9]{1,4}$/.test(core)) return { at: Number(toAsciiDigits(core)), isLetter: false };
  const letter = LETTERS.indexOf(core);
  return core.length === 1 && letter >= 0 ? { at: letter + 1, isLetter: true } : undefined;
}

/** Splits the list marker from the rest of a text. The marker is empty if there is none. */
export function splitMark(text: string): { mark: string; rest: string } {
  const mark = (MARK.exec(text) ?? BULLET.exec(text))?.[0] ?? '';
  return { mark: mark.trim(), rest: text.slice(mark.length) };
}

/** Splits the letter of a case (ক, খ …) from the rest of a text. @returns undefined if there is no letter */
export function splitLetter(text: string): { letter: string; rest: string } | undefined {
  const { mark, rest } = splitMark(text);
  const letter = mark.replace(/[\s()[\].।:ঃ]/gu, '');
  return letter !== '' && LETTERS.includes(letter) && rest !== '' ? { letter, rest } : undefined;
}

/**
 * Returns the items of a list in a cell, without their markers; undefined if the cell is no list. Markers may start lines
 * or count up in running text: "১. আবেদন ২. ছবি".
 */
export function listItems(text: string): string[] | undefined {
  const lines = text.split('\n').flatMap(splitRunningList);
  const marked = lines.map(splitMark);
  if (!marked.some(({ mark }) => mark !== '')) return undefined;
  const items: string[] = [];
  for (const { mark, rest } of marked) {
    // A line that begins with a label ("প্রাপ্তিস্থান: …") does not continue an item.
    if (mark !== '' || items.length === 0 || /^\S+(?: \S+)?\s*[:ঃ]\s*\S/u.test(rest))
      items.push(rest);
    else items[items.length - 1] += ` ${rest}`;
  }
  return items.filter((item) => item.trim() !== '');
}

/** Splits "১. … ২. … ৩. …" before each marker that counts on from the one before. */
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

/** Reports whether a cell is a ditto mark, such as ঐ. */
export function isDitto(text: string): boolean {
  return /^[-–—"“”'‘’।.\s]*(?:ঐ|একই|do|ditto)[-–—"“”'‘’।.\s]*$|^\s*(?:["“”〃]|''|’’|‘‘|,,)\s*$/iu.test(
    text,
  );
}

/** Reports whether a text only marks the pages of a document: চলমান পাতা-২, পৃষ্ঠা ৩ of ৫. */
export function isPageMark(text: string): boolean {
  return (
    /^[-–—(\s]*(?:(?:চলমান|চলবে)[\s.…)-]*)?(?:(?:পরবর্তী|অপর)?\s*(?:পাতা|পৃষ্ঠা|page)(?:য়|তে)?[\s:ঃ-]*(?:[০-৯0-9]+(?:\s*(?:\/|of|এর)\s*[০-৯0-9]+)?|দ্রষ্টব্য)?)?[\s.)–—-]*$/iu.test(
      text,
    ) && /চলমান|চলবে|পাতা|পৃষ্ঠা|page/iu.test(text)
  );
}

/** Reports whether a text has a letter or a digit. */
export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Reports whether the cells of a row only number the columns: ০১ ০২ ০৩, (১) (২) (৩). */
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
  /** The paragraph above the first line. */
  above: T | undefined;
  lines: { piece: T; name: string }[];
}

/** Returns the lists of lines that count 1, 2, 3 …, without their numbers. Other lines may stand between. */
export function numberedLists<T extends { text: string }>(pieces: readonly T[]): NumberedList<T>[] {
  const runs: NumberedList<T>[] = [];
  for (const [at, piece] of pieces.entries()) {
    const [, number = '', rest = ''] =
      /^[([]?([০-৯0-9]{1,3})(?:[)\].।:]*\s*(?=[\p{L}(])|[)\].।:]+\s+)(.+)$/su.exec(piece.text) ??
      [];
    const count = Number(toAsciiDigits(number));
    const line = { piece, name: rest.replaceAll('\n', ' ') };
    const run = runs.at(-1);
    if (count === 1) runs.push({ above: pieces[at - 1], lines: [line] });
    else if (run && count === run.lines.length + 1) run.lines.push(line);
  }
  return runs.filter(({ lines }) => lines.length >= 2);
}
