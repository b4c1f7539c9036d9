// A table: columns as wide as their words need, equal neighbours in a column as one cell.

import { breakLines, heightOf, type Line, type Run } from './text.ts';
import { chooseWidths, total } from './widths.ts';

/** The style of a column. */
export interface ColumnStyle {
  isLeft: boolean;
  /** Whether equal neighbours in the column are one cell, as on the boards of offices. */
  isMerged: boolean;
  /** Whether its cells name their rows, for assistive technology. */
  isName: boolean;
}

/** A row by columns, whose cells are paragraphs, or a heading across all columns. */
export type TableRow = { key: string; cells: Run[][][] } | { key: string; group: Run[] };

export interface Table {
  /** The start of the keys of what the head prints. */
  key: string;
  columns: (ColumnStyle & { heading: Run[] })[];
  hasHead: boolean;
  /** Below the headings, such as the columns' numbers. */
  numbers: Run[][];
  rows: TableRow[];
}

/** Distances in points. */
export interface Spacing {
  x: number;
  y: number;
  /** Between the lines of a cell. */
  leading: number;
}

/** A line, and which paragraph of its cell it belongs to; -1 for what the charter does not say. */
export interface ParagraphLine extends Line {
  paragraph: number;
}

export interface LaidCell {
  lines: ParagraphLine[];
  isLeft: boolean;
  height: number;
  /** Equal in cells that say the same. */
  content: string;
}

export interface LaidRow {
  key: string;
  isGroup: boolean;
  cells: LaidCell[];
  /** Whether it is only a part of a row, which goes on from one page to the next. */
  isPart: boolean;
}

export interface LaidTable {
  table: Table;
  widths: number[];
  /** Whether words had to be broken to fit their columns. */
  isTight: boolean;
  spacing: Spacing;
  head: LaidRow[];
  rows: LaidRow[];
}

/** About how many rows come on one page. */
const ROWS_TOGETHER = 8;

function widthsOf({ columns, rows }: Table, width: number, inset: number) {
  const own = rows.filter((row) => 'cells' in row);
  return chooseWidths(
    columns.map(({ heading, isMerged, isName }, at) => {
      const cells = own.map((row) => row.cells[at] ?? []);
      const spans = cells.map(() => 1);
      if (isMerged)
        for (const { from, to } of equalRanges(cells.map(cellContent), (a, b) => a === b))
          spans.fill(Math.min(to - from, ROWS_TOGETHER), from, to);
      // The headings are on each page.
      for (let count = 0; count < Math.max(1, own.length / ROWS_TOGETHER); count++) {
        cells.push([heading]);
        spans.push(1);
      }
      return { heading, cells, spans, isName };
    }),
    width,
    inset,
  );
}

/** The ranges of equal neighbours: from where, up to where. */
function equalRanges<T>(
  items: T[],
  isSame: (one: T, next: T) => boolean,
): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const [index, item] of items.entries()) {
    const last = found.at(-1);
    const before = items[index - 1];
    if (last && before !== undefined && isSame(before, item)) last.to = index + 1;
    else found.push({ from: index, to: index + 1 });
  }
  return found;
}

function cellContent(cell: Run[][]): string {
  return JSON.stringify(cell.map((runs) => runs.map(({ text }) => text)));
}

/**
 * Lays a table out. Where the rows would leave the head too little width, the columns are as wide as the head needs.
 * @param width of the whole table, in points
 * @param mostHead the height that the head may take of each page, in points
 * @returns rows that addTable divides into pages and drawTable draws
 */
export function layTable(
  table: Table,
  width: number,
  spacing: Spacing,
  mostHead: number,
): LaidTable {
  const laid = layWith(table, width, spacing, widthsOf(table, width, spacing.x));
  if (rowsHeight(laid, laid.head) <= mostHead) return laid;
  return layWith(table, width, spacing, widthsOf({ ...table, rows: [] }, width, spacing.x));
}

function layWith(
  table: Table,
  width: number,
  spacing: Spacing,
  { widths, isTight }: { widths: number[]; isTight: boolean },
): LaidTable {
  const known = new Map<string, LaidCell>();
  /** Equal cells in a place are laid out once. */
  const lay = (cell: Run[][], cellWidth: number, place: string): LaidCell => {
    const content = cellContent(cell);
    const laid = known.get(place + content) ?? layCell(cell, cellWidth, spacing, content);
    known.set(place + content, laid);
    return laid;
  };
  const layRow = (key: string, cells: Run[][][], place: string): LaidRow => ({
    key,
    isGroup: false,
    isPart: false,
    cells: cells.map((cell, at) => lay(cell, widths[at] ?? 0, `${place}${at}`)),
  });
  const headings = table.columns.map(({ heading }) => [heading]);
  const numbers = table.numbers.map((number) => [number]);
  const head = table.hasHead ? [headings, numbers] : [];
  return {
    table,
    widths,
    isTight,
    spacing,
    head: head.map((cells, at) => layRow(`${table.key}/head${at}`, cells, `head${at}`)),
    rows: table.rows.map((row) => {
      if ('cells' in row) return layRow(row.key, row.cells, 'row');
      const cells = [lay([row.group], width, 'group')];
      return { key: row.key, isGroup: true, isPart: false, cells };
    }),
  };
}

/** Lays a cell out in a column of the width, in points. */
export function layCell(
  cell: Run[][],
  width: number,
  { x, leading }: Spacing,
  content: string,
): LaidCell {
  const lines = cell.flatMap((runs, paragraph) =>
    breakLines(runs, width - 2 * x).map((line) => ({ ...line, paragraph })),
  );
  return { lines, isLeft: cell.length > 1, height: heightOf(lines, leading), content };
}

/** For each row and column, how many rows from there are one cell; 0 where a cell from above goes on. */
export function spansOf({ table }: LaidTable, rows: LaidRow[]): number[][] {
  const spans = rows.map(({ cells }) => cells.map(() => 1));
  for (const [column, { isMerged }] of table.columns.entries()) {
    if (!isMerged) continue;
    for (const { from, to } of equalRanges(rows, (one, next) => isSame(one, next, column)))
      for (let row = from; row < to; row++) {
        const own = spans[row];
        if (own && own.length > column) own[column] = row === from ? to - from : 0;
      }
  }
  return spans;
}

function isSame(one: LaidRow, other: LaidRow, column: number): boolean {
  if (one.isGroup || other.isGroup || one.isPart || other.isPart) return false;
  return one.cells[column]?.content === other.cells[column]?.content;
}

/**
 * The heights of the rows of one page, in points.
 * @param extra what each cell gets on top of what it needs
 */
export function heightsOf(laid: LaidTable, rows: LaidRow[], extra = 0): number[] {
  const { spacing } = laid;
  const spans = spansOf(laid, rows);
  const heights = rows.map(() => 0);
  const merged: { row: number; span: number; height: number }[] = [];
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const span = spans[row]?.[column] ?? 1;
      const height = cell.height + 2 * spacing.y + extra;
      if (span === 1) heights[row] = Math.max(heights[row] ?? 0, height);
      else if (span > 1) merged.push({ row, span, height });
    }
  }
  for (const { row, span, height } of merged.sort((a, b) => a.span - b.span)) {
    const has = total(heights.slice(row, row + span));
    const lack = Math.max(0, height - has) / span;
    for (let at = row; at < row + span; at++) heights[at] = (heights[at] ?? 0) + lack;
  }
  return heights;
}

/** The height of rows that follow each other on a page, in points. */
export function rowsHeight(laid: LaidTable, rows: LaidRow[]): number {
  return total(heightsOf(laid, rows));
}
