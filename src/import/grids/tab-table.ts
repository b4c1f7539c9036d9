// Finds tables whose cells tabs or runs of spaces separate, also where a cell has several lines.

import { columnMeaning, mentions } from '../headings.ts';
import { readSerial } from '../marks.ts';
import { parseTopic } from '../recognise/titles.ts';
import { type Cell, cell, ImportError } from '../source.ts';
import { alignToColumns } from './align.ts';

/** The cells of a table, and the number of lines that they consumed. */
export interface LineTable {
  rows: string[][];
  length: number;
  /** Whether the texts decided on the columns of some row. */
  isGuessed?: boolean;
}

const serialOf = (text: string | undefined) => {
  const serial = readSerial(text?.trim() ?? '');
  return serial && !serial.isLetter ? serial.at : undefined;
};

/** Returns the table that begins at the first line, with tabs between its cells; undefined if there is none. */
export function tabTable(lines: readonly string[]): LineTable | undefined {
  const cells = lines.map((line) => (line.trim().includes('\t') ? line.split('\t') : [line]));
  if ((cells[0]?.length ?? 0) < 2) return undefined;
  const heading = headingLength(cells);
  const rows = [joined(cells.slice(0, heading))];
  const width = rows[0]?.length ?? 0;
  const hasSerials = columnMeaning(rows[0]?.[0]?.trim() ?? '') === 'serial';
  let serial = 0;
  let length = heading;
  for (; length < lines.length; length++) {
    const line = cells[length] as string[];
    const row = rows.at(-1) as string[];
    const found = serialOf(line[0]);
    const isNext = found !== undefined && line.length > 1 && (!hasSerials || found > serial);
    const isOpen = rows.length > 1 && serial > 0 && row.length + line.length - 1 <= width;
    const isRest = line.length > 1 && hasSerials && isOpen && !isNext && line.length < width;
    if (line.length === 1) {
      const isPart = row.length < width || belongsToLast(cells, length, serial);
      if (!isPart || rows.length === 0) break;
      append(row, line);
    } else if (isRest && line[0] !== '') append(row, line);
    else {
      rows.push(line);
      if (found !== undefined) serial = found;
    }
  }
  return { rows, length };
}

/** Returns the number of lines that the headings take, which may be broken within their cells. */
function headingLength(cells: readonly string[][]): number {
  const first = cells.findIndex((line) => line.length > 1 && serialOf(line[0]) === 1);
  const isBroken =
    first > 1 &&
    first <= 12 &&
    columnMeaning(cells[0]?.[0]?.trim() ?? '') === 'serial' &&
    (cells[0]?.length ?? 0) < (cells[first]?.length ?? 0) &&
    joined(cells.slice(0, first)).length === cells[first]?.length;
  return isBroken ? first : 1;
}

/** Joins the lines of one row: the last cell of a line goes on in the first of the next. */
function joined(lines: readonly string[][]): string[] {
  const row = [...(lines[0] ?? [])];
  for (const line of lines.slice(1)) append(row, line);
  return row;
}

function append(row: string[], [first = '', ...others]: string[]): void {
  row[row.length - 1] = `${row.at(-1)}\n${first}`;
  row.push(...others);
}

/** Reports whether a line without tabs, below a whole row, is a further line of that row's last cell. */
function belongsToLast(cells: readonly string[][], at: number, serial: number): boolean {
  const text = cells[at]?.[0]?.trim() ?? '';
  if (serial === 0 || parseTopic(text) !== undefined || /[:ঃ]$|(?:শাখা|বিভাগ|সেবা)$/u.test(text))
    return false;
  const next = cells.slice(at + 1, at + 9).find((line) => line.length > 1);
  const isContact = /[০-৯0-9]{5,}|\S@\S|^(?:মোবাইল|মোবা|ফোন|টেলিফোন|ই-?মেইল)/u.test(text);
  return isContact || (next !== undefined && serialOf(next[0]) === serial + 1);
}

/**
 * Returns the table of a paste whose tabs became spaces. Headings and serials are its anchors.
 * @throws ImportError if single spaces are all that is left between the columns
 */
export function spacedTable(lines: readonly string[]): LineTable | undefined {
  const heading = split(lines[0] ?? '');
  const meanings = heading.map(columnMeaning);
  const known = meanings.filter((meaning) => meaning !== undefined).length;
  const isHeading =
    heading.length >= 3 && meanings[0] === 'serial' && known * 3 >= heading.length * 2;
  if (!isHeading || serialOf(split(lines[1] ?? '')[0]) === undefined) {
    refuseSingleSpaces(lines);
    return undefined;
  }
  const rows = [heading];
  let isGuessed = false;
  let length = 1;
  for (; length < lines.length; length++) {
    const line = lines[length] ?? '';
    const parts = split(line);
    if (serialOf(parts[0]) === undefined) break;
    const isWhole = parts.length === heading.length;
    if (!isWhole) isGuessed = true;
    const facts = parts
      .slice(1)
      .filter((part) => part !== '')
      .map(cell);
    rows.push(
      isWhole ? parts : [parts[0] ?? '', ...alignToColumns(facts, meanings.slice(1)).map(text)],
    );
  }
  return { rows, length, isGuessed };
}

const text = ({ piece }: Cell) => piece.text;
const split = (line: string) =>
  line
    .replace(/^\s+/, '')
    .split(/ {2,}|\t/)
    .map((part) => part.trim());

/** The kinds of fact that a line of headings names beside the services. */
const FACTS = ['সময়', 'মূল্য', 'ফি', 'কাগজপত্র', 'কর্মকর্তা', 'পদ্ধতি'];

function refuseSingleSpaces([heading = '', first = '']: readonly string[]): void {
  const words = heading.trim().split(/\s+/u);
  const isHeading =
    heading.length < 300 &&
    columnMeaning(words.slice(0, 2).join(' ')) === 'serial' &&
    mentions(heading, 'সেবার নাম', 'সেবাসমূহ', 'সেবার বিবরণ') &&
    FACTS.filter((word) => mentions(heading, word)).length >= 2;
  if (!isHeading || !/^\s*[০১0]?[১1][।.)\s]/u.test(first)) return;
  throw new ImportError(
    'টেবিলের ঘরগুলোর মাঝের দাগ বা ট্যাব হারিয়ে গেছে, তাই কোনটি কোন ঘরের তা বোঝা যায় না। টেবিলটি Word এ পেস্ট করে .docx ফাইল দিন, অথবা পাতাটি ব্রাউজারে “Save as” করে সেই .html ফাইল দিন।',
    'The table has lost its lines and tabs, so its cells cannot be told apart. Paste it into Word and import the .docx, or save the page in the browser and import the .html.',
  );
}
