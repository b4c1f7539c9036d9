// Tables whose cells end with "|" and go on over several lines.

import { columnMeaning } from './headings.ts';
import { readSerial } from './marks.ts';

/** The cells of a line. */
export const splitPipes = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');

/** The rows of a table, and how many lines they take. */
interface WrappedTable {
  rows: string[][];
  length: number;
}

/** A table whose lines are not framed: cells end with "|", and may go on over several lines. */
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
    // A row of column numbers has nothing but serials.
    const isNumbers = row.length > 0 && row.every((one) => readSerial(one) !== undefined);
    if (serial === expected && !isNumbers) {
      if (row.length > 1) endRow();
      // The cells before the serial go on from the row above.
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

/** How many cells a row has: those of the first line, or those from the serial's heading to the first serial. */
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
