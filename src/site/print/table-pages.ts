// Divides a table into pages. Lengths are in points.

import { EDGE, FOOTER, type Format, type PageFlow } from './page-flow.ts';
import type { Styles } from './styles.ts';
import {
  type LaidCell,
  type LaidRow,
  type LaidTable,
  layCell,
  type ParagraphLine,
  rowsHeight,
} from './table.ts';
import { drawTable } from './table-drawing.ts';
import { heightOf, inStyle } from './text.ts';

export interface TableOptions {
  /** Height that each row on the last page gets on top of what it needs. */
  extra: number;
  /** The height of what has to follow the last row on the same page. */
  after: number;
}

/** The height of the table on an empty page, without the head. */
function pageHeight(table: LaidTable, format: Format): number {
  return format.height - 2 * EDGE - FOOTER - rowsHeight(table, table.head);
}

/** Returns the rows that stay together at the start: a row, with the heading of its group. */
function opening(rows: LaidRow[]): LaidRow[] {
  return rows.slice(0, rows[0]?.isGroup ? 2 : 1);
}

/** The height that a page has to have free for the table to begin there. */
export function openingHeight(table: LaidTable, format: Format): number {
  const first = rowsHeight(table, opening(table.rows));
  return rowsHeight(table, table.head) + Math.min(first, pageHeight(table, format) / 4);
}

/**
 * Adds a table, with its head on each page.
 * @throws Error if a row has no room on a page and cannot be broken
 */
export function addTable(
  flow: PageFlow,
  table: LaidTable,
  styles: Styles,
  { extra, after }: TableOptions,
): void {
  const page = pageHeight(table, flow.format);
  for (let queue = table.rows; queue.length > 0; ) {
    const room = flow.free - rowsHeight(table, table.head);
    const { rows, rest, left } = takePage(table, queue, { room, page, after }, styles);
    if (rows.length === 0 && flow.isFresh)
      throw new Error(`A row has no room on a page (${opening(rest).at(-1)?.key}).`);
    // A page that another one follows is filled.
    const filling = Math.min(left / rows.length, 0.7 * styles.plain.size) * 0.98;
    const more = rest.length > 0 ? filling : extra;
    if (rows.length > 0) drawTable(flow, table, rows, more);
    if (rest.length > 0) flow.turn();
    queue = rest;
  }
}

/**
 * Takes the rows for a page from a queue.
 * @param heights the room on the page, that on an empty page, and what has to follow the last row
 * @returns the rows for the page, those for the next ones, and the height that is left
 */
function takePage(
  table: LaidTable,
  queue: LaidRow[],
  heights: { room: number; page: number; after: number },
  styles: Styles,
): { rows: LaidRow[]; rest: LaidRow[]; left: number } {
  const { room, page, after } = heights;
  let count = countFitting(table, queue, room);
  // The last row keeps the foot company.
  const isEnd = after > 0 && count === queue.length && count > 1;
  if (isEnd && rowsHeight(table, queue) + after > room)
    count = Math.min(countFitting(table, queue, room - after) || count, count - 1);
  const rows = queue.slice(0, count);
  const rest = queue.slice(count);
  const left = room - rowsHeight(table, rows);

  // A row is broken only if no page has room for it, or if a page would stay half empty for it.
  const start = opening(rest);
  const row = start.at(-1);
  if (!row || rowsHeight(table, [row]) <= page / 2 || left <= page / 4) return { rows, rest, left };
  const above = start.slice(0, -1);
  const pieces = splitRow(table, row, left - rowsHeight(table, above), styles);
  if (!pieces) return { rows, rest, left };
  return {
    rows: [...rows, ...above, pieces[0]],
    rest: [pieces[1], ...rest.slice(start.length)],
    left: 0,
  };
}

/** Counts the rows that fit the height; a heading of a group never comes last, unless nothing follows it. */
function countFitting(table: LaidTable, rows: LaidRow[], height: number): number {
  let count = 0;
  while (count < rows.length) {
    if (rowsHeight(table, rows.slice(0, count + 1)) > height + 0.01) break;
    count += 1;
  }
  while (count > 0 && count < rows.length && rows[count - 1]?.isGroup) count -= 1;
  return count;
}

/** The paragraph of a note, which stands in a cell for a text. */
const NOTE = -1;
const isText = ({ paragraph }: ParagraphLine): boolean => paragraph !== NOTE;

/** Cuts a row in two, the first of at most the height; undefined if all of it would be in one of them. */
function splitRow(
  { table, spacing, widths }: LaidTable,
  row: LaidRow,
  height: number,
  styles: Styles,
): [LaidRow, LaidRow] | undefined {
  const room = height - 2 * spacing.y;
  const { leading } = spacing;
  const parts = row.cells.map(({ lines }, column) => {
    let count = 0;
    while (count < lines.length && heightOf(lines.slice(0, count + 1), leading) <= room) count++;
    // The second part shows a note in place of a name, and of a cell that has no lines left.
    const note = table.columns[column]?.isName
      ? inStyle('(চলমান)', styles.name)
      : inStyle('(আগের পাতায়)', styles.label);
    const noteLines = layCell([note], widths[column] ?? 0, spacing, '').lines;
    return {
      first: lines.slice(0, count),
      rest: lines.slice(count),
      note: noteLines.map((line) => ({ ...line, paragraph: NOTE })),
    };
  });
  // A part that held only notes would leave the row as long as it was, page after page.
  const isShorter = parts.some(({ first, rest }) => rest.length > 0 && first.some(isText));
  if (!isShorter) return undefined;
  const partOf = (cells: ParagraphLine[][]): LaidRow => ({
    ...row,
    isPart: true,
    cells: cells.map(
      (lines, column): LaidCell => ({
        lines,
        isLeft: row.cells[column]?.isLeft ?? false,
        height: heightOf(lines, leading),
        content: '',
      }),
    ),
  });
  return [
    partOf(parts.map(({ first }) => first)),
    partOf(parts.map(({ rest, note }) => (rest.length > 0 ? rest : note))),
  ];
}
