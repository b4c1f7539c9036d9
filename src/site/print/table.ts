// A table: columns as wide as their words need, equal neighbours in a column as one cell.

import { addElement, colours, type Element, type Page, rectangle, type Step } from './page.ts';
import { breakLines, type Line, type Run } from './text.ts';
import { chooseWidths } from './widths.ts';

export interface ColumnStyle {
  heading: Run[];
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
  columns: ColumnStyle[];
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

interface ParagraphLine {
  line: Line;
  paragraph: number;
}

interface LaidCell {
  lines: ParagraphLine[];
  isLeft: boolean;
  height: number;
  /** Equal for equal cells. */
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
        for (const { from, to } of equalRanges(cells.map(contentOf), (a, b) => a === b))
          spans.fill(Math.min(to - from, ROWS_TOGETHER), from, to);
      // The headings are on each page.
      for (let count = 0; count < own.length / ROWS_TOGETHER; count++) {
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

function contentOf(cell: Run[][]): string {
  return JSON.stringify(cell.map((runs) => runs.map(({ text }) => text)));
}

/**
 * Lays a table out.
 * @param width of the whole table, in points
 * @returns rows that countFitting and splitRow divide into pages and drawTable draws
 */
export function layTable(table: Table, width: number, spacing: Spacing): LaidTable {
  const { widths, isTight } = widthsOf(table, width, spacing.x);
  const known = new Map<string, LaidCell>();
  const lay = (cell: Run[][], cellWidth: number, place: string): LaidCell => {
    const content = contentOf(cell);
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
  return {
    table,
    widths,
    isTight,
    spacing,
    head: (table.hasHead ? [table.columns.map(({ heading }) => heading), table.numbers] : []).map(
      (cells, index) =>
        layRow(
          `${table.key}/head${index}`,
          cells.map((runs) => [runs]),
          `head${index}`,
        ),
    ),
    rows: table.rows.map((row) =>
      'cells' in row
        ? layRow(row.key, row.cells, 'row')
        : {
            key: row.key,
            isGroup: true,
            isPart: false,
            cells: [lay([row.group], width, 'group')],
          },
    ),
  };
}

function layCell(cell: Run[][], width: number, { x, leading }: Spacing, content: string): LaidCell {
  const lines = cell.flatMap((runs, paragraph) =>
    breakLines(runs, width - 2 * x).map((line) => ({ line, paragraph })),
  );
  return { lines, isLeft: cell.length > 1, height: heightOf(lines, leading), content };
}

function heightOf(lines: ParagraphLine[], leading: number): number {
  const own = lines.reduce((all, { line }) => all + line.ascent + line.descent, 0);
  return own + Math.max(0, lines.length - 1) * leading;
}

/** For each row and column, how many rows from there are one cell; 0 where a cell from above goes on. */
function spansOf({ table }: LaidTable, rows: LaidRow[]): number[][] {
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

/** The heights of the rows of one page. */
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
    const has = heights.slice(row, row + span).reduce((all, one) => all + one, 0);
    const lack = Math.max(0, height - has) / span;
    for (let at = row; at < row + span; at++) heights[at] = (heights[at] ?? 0) + lack;
  }
  return heights;
}

/** The height of the table's head, in points. */
export function headHeight(laid: LaidTable): number {
  return heightsOf(laid, laid.head).reduce((all, one) => all + one, 0);
}

/** How many of the rows fit the height; a heading of a group never comes last, unless nothing follows it. */
export function countFitting(laid: LaidTable, rows: LaidRow[], height: number): number {
  let count = 0;
  while (count < rows.length) {
    const all = heightsOf(laid, rows.slice(0, count + 1)).reduce((sum, one) => sum + one, 0);
    if (all > height + 0.01) break;
    count += 1;
  }
  while (count > 0 && count < rows.length && rows[count - 1]?.isGroup) count -= 1;
  return count;
}

/**
 * Cuts a row in two, the first of at most the height.
 * @param notes what a cell says that has nothing left for the second part, and what follows the name there
 */
export function splitRow(
  { table, spacing, widths }: LaidTable,
  row: LaidRow,
  height: number,
  notes: { ended: Run; continued: Run },
): [LaidRow, LaidRow] | undefined {
  const room = height - 2 * spacing.y;
  const parts = row.cells.map((cell, column) => {
    let count = 0;
    while (
      count < cell.lines.length &&
      heightOf(cell.lines.slice(0, count + 1), spacing.leading) <= room
    )
      count++;
    const rest = cell.lines.slice(count);
    const { isName } = table.columns[column] ?? { isName: false };
    const note = layCell(
      [[isName ? notes.continued : notes.ended]],
      widths[column] ?? 0,
      spacing,
      '',
    ).lines.map((line) => ({ ...line, paragraph: -1 }));
    return { first: cell.lines.slice(0, count), rest, note };
  });
  if (parts.every(({ first, rest }) => first.length === 0 || rest.length === 0)) return undefined;
  const cellOf = (lines: ParagraphLine[], column: number): LaidCell => ({
    lines,
    isLeft: row.cells[column]?.isLeft ?? false,
    height: heightOf(lines, spacing.leading),
    content: '',
  });
  const first = parts.map((part, column) => cellOf(part.first, column));
  const rest = parts.map(({ rest, note }, column) => cellOf(rest.length > 0 ? rest : note, column));
  return [
    { ...row, isPart: true, cells: first },
    { ...row, isPart: true, cells: rest },
  ];
}

/** Draws rows under the table's head, and returns their height with it. */
export function drawTable(
  laid: LaidTable,
  rows: LaidRow[],
  page: Page,
  parent: Element,
  x: number,
  y: number,
  extra = 0,
): number {
  const { table, widths } = laid;
  const whole = widths.reduce((all, one) => all + one, 0);
  const element = addElement('Table', parent);
  const grid: Step[] = [];
  let top = y;

  const drawPart = (part: LaidRow[], heights: number[], isHead: boolean, group: Element) => {
    const spans = isHead ? part.map(({ cells }) => cells.map(() => 1)) : spansOf(laid, part);
    for (const [row, { cells, isGroup }] of part.entries()) {
      const line = addElement('TR', group);
      let left = x;
      for (const [column, cell] of cells.entries()) {
        const span = spans[row]?.[column] ?? 1;
        const width = isGroup ? whole : (widths[column] ?? 0);
        if (span > 0) {
          const height = heights.slice(row, row + span).reduce((all, one) => all + one, 0);
          const { isLeft, isName } = table.columns[column] ?? { isLeft: true, isName: false };
          grid.push(...rectangle(left, top, width, height));
          if (isHead || isGroup)
            page.shapes.push({ path: rectangle(left, top, width, height), fill: colours.tint });
          const element = cellElement(line, {
            isHead,
            isName: isName && !isGroup,
            span,
            across: isGroup ? widths.length : 1,
          });
          const keys = part
            .slice(row, row + span)
            .map((one) => `${one.key}/${isGroup ? 'group' : column}`);
          const isCentred = isHead || !(isLeft || isGroup || cell.isLeft);
          drawCell(laid, cell, page, element, { keys, left, top, width, height, isCentred });
        }
        left += width;
      }
      top += heights[row] ?? 0;
    }
  };
  if (table.hasHead)
    drawPart(laid.head, heightsOf(laid, laid.head), true, addElement('THead', element));
  drawPart(rows, heightsOf(laid, rows, extra), false, addElement('TBody', element));
  page.shapes.push({ path: grid, stroke: { colour: colours.rule, width: 0.7 } });
  return top - y;
}

function cellElement(
  row: Element,
  cell: { isHead: boolean; isName: boolean; span: number; across: number },
): Element {
  const { isHead, isName, span, across } = cell;
  const scope = isHead ? '/Scope/Column' : isName ? '/Scope/Row' : '';
  const spans = `${span > 1 ? `/RowSpan ${span}` : ''}${across > 1 ? `/ColSpan ${across}` : ''}`;
  const attributes = scope + spans;
  return addElement(
    isHead || isName ? 'TH' : 'TD',
    row,
    attributes && `/A<</O/Table${attributes}>>`,
  );
}

function drawCell(
  { spacing }: LaidTable,
  { lines, height: own }: LaidCell,
  page: Page,
  element: Element,
  place: {
    keys: string[];
    left: number;
    top: number;
    width: number;
    height: number;
    isCentred: boolean;
  },
): void {
  const { keys, left, top, width, height, isCentred } = place;
  let y = top + (height - own) / 2;
  let last: number | undefined;
  for (const { line, paragraph } of lines) {
    const x = isCentred ? left + (width - line.width) / 2 : left + spacing.x + line.indent;
    if (paragraph !== last)
      page.texts.push({
        lines: [],
        element: addElement('P', element),
        prints: paragraph < 0 ? [] : keys,
      });
    last = paragraph;
    page.texts.at(-1)?.lines.push({ line, x, baseline: y + line.ascent });
    y += line.ascent + line.descent + spacing.leading;
  }
}
