// Finds tables of pipes whose cells wrap over several lines.

import { columnMeaning } from '../headings.ts';
import { readSerial } from '../marks.ts';

/** Splits a line into cells, without pipes at its ends. */
export const splitPipes = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');

/** The rows of a table, and the number of lines that they consumed. */
interface WrappedTable {
  rows: string[][];
  length: number;
}

/** Returns the table in lines whose cells end with "|" and may wrap; undefined if there is none. */
export function wrappedTable(lines: string[]): WrappedTable | undefined {
  const { width, serialAt } = tableShape(lines);
  if (width < 2) return undefined;
  const rows: string[][] = [];
  let row: string[] = [];
  let open = '';
  let length = 0;
  let expected = 1;
  const endRow = () => {
    if (open.trim() !== '') row.push(open);
    if (row.length > 0) rows.push(row);
    row = [];
    open = '';
  };
  for (const [at, line] of lines.entries()) {
    const parts = line.split('|');
    if (parts.length === 1 && row.length === 0) break;
    const serial = parts.length > 1 ? readSerial(parts[0] ?? '')?.at : undefined;
    // A row of column numbers consists of serials.
    const isNumbers = row.length > 0 && row.every((one) => readSerial(one) !== undefined);
    if (serial === expected && !isNumbers) {
      if (row.length > 1) endRow();
      // The cells before the serial continue merged ones of the row above.
      if (row.length === 0) row = Array(serialAt).fill('');
    }
    for (const [index, part] of parts.entries()) {
      open += index === 0 && open !== '' ? `\n${part}` : part;
      if (index === parts.length - 1) break;
      row.push(open);
      open = '';
      if (row.length === width) {
        const done = readSerial(row[serialAt] ?? '')?.at;
        const isNumberRow = row.every((one) => readSerial(one) !== undefined);
        if (done !== undefined && !isNumberRow) expected = done + 1;
        endRow();
      }
    }
    length = at + 1;
    const next = lines[at + 1];
    const nextStarts = next === undefined || !/^\s*\|/.test(next);
    if (row.length === width - 1 && open.trim() !== '' && nextStarts) endRow();
  }
  endRow();
  return rows.length < 2 ? undefined : { rows, length };
}

/** Returns the width of a row: that of the first line, or the headings up to the first serial. */
function tableShape(lines: string[]): { width: number; serialAt: number } {
  const first = splitPipes(lines[0] ?? '');
  const serialIn = (cells: string[]) =>
    Math.max(
      0,
      cells.findIndex((one) => columnMeaning(one) === 'serial'),
    );
  if (first.length >= 3) return { width: first.length, serialAt: serialIn(first) };
  const cells: string[] = [];
  for (const line of lines.slice(0, 40)) {
    const parts = line.split('|').map((part) => part.trim());
    if (parts.length === 1) break;
    for (const part of parts.slice(0, parts.at(-1) === '' ? -1 : undefined)) {
      if (cells.length >= 2 && readSerial(part)?.at === 1) {
        const serialAt = serialIn(cells);
        return { width: cells.length - serialAt, serialAt };
      }
      cells.push(part);
    }
  }
  const areAlike =
    lines.length >= 2 && lines.slice(0, 3).every((line) => splitPipes(line).length === 2);
  return { width: areAlike ? 2 : 0, serialAt: serialIn(first) };
}
