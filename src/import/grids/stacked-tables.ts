// Rebuilds tables that were copied without their lines: a paragraph for each heading, then one or more for each cell.
// Serials separate the rows. If the number of cells differs, their texts decide the columns.

import { columnMeaning, type Meaning } from '../headings.ts';
import { readSerial, splitMark } from '../marks.ts';
import { type Block, type Cell, cell, type Grid, type Paragraph, textOfCell } from '../source.ts';
import { alignToColumns, joinCells, suitability } from './align.ts';

const MOST_COLUMNS = 14;
/** The maximum gap between serials. A larger step is another kind of number. */
const MOST_SKIPPED = 3;

export interface StackedTable {
  grid: Grid;
  /** The number of paragraphs that the table consumed. */
  length: number;
}

/** Returns the table whose headings begin at a block; undefined if none does. */
export function stackedTable(blocks: readonly Block[], start: number): StackedTable | undefined {
  const lines = paragraphCells(blocks, start);
  if (!startsTable(lines, 0)) return undefined;
  const found = stackedHeadings(lines);
  return found && (rowsBySerial(lines, found) ?? rowsByWidth(lines, found));
}

interface Headings {
  cells: Cell[];
  meanings: (Meaning | undefined)[];
  /** The row of column numbers below them, if any. */
  numbers: Cell[] | undefined;
  /** The number of paragraphs in headings and column numbers. */
  length: number;
}

function rowsBySerial(lines: readonly Cell[], headings: Headings): StackedTable | undefined {
  const { cells, numbers, meanings } = headings;
  const width = cells.length;
  const rows = [cells, ...(numbers ? [numbers] : [])];
  const first = rows.length;
  let at = headings.length;
  if (serialAt(lines, at) !== 1) return undefined;
  let longest = width - 1;
  for (let serial = serialAt(lines, at); serial !== undefined; serial = serialAt(lines, at)) {
    const next = nextSerial(lines, at, serial);
    const end = next < 0 ? lastRowEnd(lines, at, longest) : next;
    const stop = lines.findIndex((_, y) => y > at && y <= end && startsTable(lines, y));
    const parts = lines.slice(at + 1, stop < 0 ? end : stop);
    // The title of the next table is no cell of this one.
    const isTitle = /[:ঃ]$|(?:বিভাগ|শাখা)$/u.test(parts.at(-1)?.piece.text ?? '');
    if (stop >= 0 && (isTitle || parts.length >= width)) parts.pop();
    rows.push([lines[at] as Cell, ...alignToColumns(parts, meanings.slice(1))]);
    if (next >= 0) longest = Math.max(longest, parts.length);
    at += 1 + parts.length;
  }
  return rows.length > first
    ? { grid: { kind: 'grid', rows, isGuessed: true }, length: at }
    : undefined;
}

/** Returns the end of the last row: its width, and as many lines more as continue a list or give contacts. */
function lastRowEnd(lines: readonly Cell[], at: number, width: number): number {
  let end = at + 1 + width;
  for (let y = at + 2; y < Math.min(end, lines.length); y++) {
    const [before, mark] = [y - 1, y].map((one) => {
      const { mark } = splitMark(textOfCell(lines[one]));
      return mark === '' ? undefined : readSerial(mark)?.at;
    });
    if (before !== undefined && mark === before + 1) end++;
  }
  while (/\S@\S|^(?:মোবাইল|মোবা|ফোন|টেলিফোন|ই-?মেইল)/u.test(textOfCell(lines[end]))) end++;
  return Math.min(lines.length, end);
}

/** Returns the line of the next serial, or else of one that skips a few; -1 without either. */
function nextSerial(lines: readonly Cell[], at: number, serial: number): number {
  const stop = lines.findIndex((_, y) => y > at && startsTable(lines, y));
  const isIn = (y: number) => y > at && (stop < 0 || y < stop);
  const next = lines.findIndex((_, y) => isIn(y) && serialAt(lines, y) === serial + 1);
  if (next >= 0) return next;
  const skips = (found = 0) => found > serial && found <= serial + MOST_SKIPPED;
  return lines.findIndex((_, y) => isIn(y) && skips(serialAt(lines, y)));
}

/** Splits rows without serials, one paragraph a cell, if most cells in the time column look like times. */
function rowsByWidth(lines: readonly Cell[], headings: Headings): StackedTable | undefined {
  const { cells, meanings, numbers } = headings;
  const width = cells.length - 1;
  const time = meanings.indexOf('time') - 1;
  const rest = lines.slice(headings.length);
  const stop = rest.findIndex((_, y) => startsTable(rest, y));
  const all = stop < 0 ? rest : rest.slice(0, stop);
  const count = Math.floor(all.length / width);
  const rows = Array.from({ length: count }, (_, y) => all.slice(y * width, (y + 1) * width));
  const fitting = rows.filter((row) => suitability('time', textOfCell(row[time])) > 0).length;
  if (time < 0 || count < 2 || all.length % width > 1 || fitting * 3 < count * 2) return undefined;
  const grid = [cells, ...(numbers ? [numbers] : []), ...rows.map((row) => [cell(''), ...row])];
  return { grid: { kind: 'grid', rows: grid }, length: headings.length + count * width };
}

/** Returns the paragraphs from a block up to the next grid or heading, as cells. */
function paragraphCells(blocks: readonly Block[], start: number): Cell[] {
  const lines: Cell[] = [];
  for (const block of blocks.slice(start, start + 5000)) {
    if (block.kind !== 'paragraph' || !isLine(block)) break;
    lines.push({ piece: block.piece, isCopy: false });
  }
  return lines;
}

const isLine = ({ isHeading, isBoilerplate }: Paragraph) => !isHeading && !isBoilerplate;
function serialAt(lines: readonly Cell[], at: number): number | undefined {
  const serial = readSerial(textOfCell(lines[at]));
  return serial?.isLetter ? undefined : serial?.at;
}

/** Returns the stacked headings, if they are those of a table of services. */
function stackedHeadings(lines: readonly Cell[]): Headings | undefined {
  const serial = lines.findIndex((_, y) => serialAt(lines, y) === 1);
  let end = serial;
  if (end < 0 || end > MOST_COLUMNS + 4)
    // Without serials, the headings end before the first text that is none.
    end = lines.findIndex(
      (_, y) => y > 0 && columnMeaning(textOfCell(lines[y])) === undefined && !isRest(lines, y),
    );
  if (end < 0 || end > MOST_COLUMNS + 4) return undefined;
  const numbers = serial === end ? columnNumbers(lines, end) : [];
  const cells = mergedHeadings(lines.slice(0, end), numbers.length);
  const meanings = cells.map(({ piece }) => columnMeaning(piece.text));
  const known = meanings.filter((meaning) => meaning !== undefined).length;
  const isTable =
    cells.length >= 3 &&
    cells.length <= MOST_COLUMNS &&
    meanings.includes('name') &&
    known * 3 >= cells.length * 2;
  if (!isTable) return undefined;
  const hasNumbers = numbers.length === cells.length;
  return {
    cells,
    meanings,
    numbers: hasNumbers ? numbers : undefined,
    length: end + (hasNumbers ? numbers.length : 0),
  };
}

/** Returns the column numbers that begin at a line: 1, 2, 3 …, at least three. */
function columnNumbers(lines: readonly Cell[], start: number): Cell[] {
  const numbers: Cell[] = [];
  while (serialAt(lines, start + numbers.length) === numbers.length + 1)
    numbers.push(lines[start + numbers.length] as Cell);
  return numbers.length >= 3 ? numbers : [];
}

const isRest = (lines: readonly Cell[], at: number) =>
  /^[(（]/u.test(textOfCell(lines[at])) && readSerial(textOfCell(lines[at])) === undefined;

/** Joins headings that were split into several paragraphs. @param wanted the number of columns, 0 if unknown */
function mergedHeadings(parts: readonly Cell[], wanted: number): Cell[] {
  const groups: Cell[][] = [];
  let surplus = wanted === 0 ? 0 : parts.length - wanted;
  let joinsNext = false;
  for (const [at, part] of parts.entries()) {
    const last = groups.at(-1);
    const before = (last ?? []).map(({ piece }) => piece.text).join(' ');
    const isOpen = (before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0);
    if (last && (isRest(parts, at) || isOpen || joinsNext)) {
      last.push(part);
      surplus--;
      joinsNext = false;
    } else {
      groups.push([part]);
      joinsNext = surplus > 0 && columnMeaning(part.piece.text) === undefined;
    }
  }
  return groups.map(joinCells);
}

function startsTable(lines: readonly Cell[], at: number): boolean {
  return (
    columnMeaning(textOfCell(lines[at])) === 'serial' &&
    columnMeaning(textOfCell(lines[at + 1])) !== undefined
  );
}
