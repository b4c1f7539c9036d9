// Tables in running text: lines whose cells are separated by tabs or by "|", whatever the format they came in.

import { meaningOf } from './headings.ts';
import { readSerial } from './marks.ts';
import { type Block, cell, type Grid, type Paragraph } from './model.ts';
import { isDocumentTitle } from './office-header.ts';
import { stackedTable } from './stacked-tables.ts';

/** The blocks, with every stretch of lines that make a table replaced by its grid. */
export function findTextTables(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    const lines = linesFrom(blocks, at);
    const table = tabTable(lines) ?? pipeTable(lines) ?? stackedTable(blocks, at);
    if (table) {
      found.push(...withoutTitle(table.grid));
      at += table.length;
    } else {
      found.push(block);
      at++;
    }
  }
  return found;
}

/** A first row whose first cell is the title of the document, and lies above the column of names. */
function withoutTitle(grid: Grid): Block[] {
  const [header, ...rows] = grid.rows;
  const first = header?.[0]?.piece;
  const isShifted =
    first !== undefined &&
    grid.rows.length > 1 &&
    isDocumentTitle(first.text) &&
    (header?.length ?? 0) > 2 &&
    rows.every((row) => row.at(-1)?.piece.text === '');
  if (!isShifted || !header) return [grid];
  const title: Paragraph = { kind: 'paragraph', piece: first, isHeading: true, isFurniture: false };
  return [title, { kind: 'grid', rows: [header.slice(1), ...rows.map((row) => row.slice(0, -1))] }];
}

interface TextTable {
  grid: Grid;
  /** How many lines it took. */
  length: number;
}

/** The texts of the paragraphs from one on, up to the next grid or heading; at most as long as a table may be. */
function linesFrom(blocks: readonly Block[], start: number): string[] {
  const isLine = (block: Block): block is Paragraph =>
    block.kind === 'paragraph' && !block.isHeading && !block.isFurniture;
  const first = blocks[start];
  if (!first || !isLine(first) || !/[\t|]/.test(rawText(first))) return [];
  const end = blocks.findIndex((block, at) => at > start && !isLine(block));
  return blocks
    .slice(start, end < 0 ? undefined : end)
    .filter(isLine)
    .map(rawText);
}

const raw = new WeakMap<Paragraph, string>();

/** Remembers a line as it was before cleaning, which takes tabs for spaces. */
export function withTabs(block: Paragraph, text: string): Paragraph {
  raw.set(block, text);
  return block;
}

function rawText(block: Paragraph): string {
  return raw.get(block) ?? block.piece.text;
}

function gridFrom(rows: string[][]): Grid {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    kind: 'grid',
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => cell(row[at] ?? ''))),
  };
}

function tabTable(lines: string[]): TextTable | undefined {
  const isRow = (line: string | undefined) => line?.trim().includes('\t') ?? false;
  if (!isRow(lines[0])) return undefined;
  const rows: string[][] = [];
  let length = 0;
  for (const line of lines) {
    const isRest = rows.length > 0 && (rows.at(-1)?.length ?? 0) < (rows[0]?.length ?? 0);
    if (isRow(line)) rows.push(line.split('\t'));
    else if (isRest) appendTo(rows.at(-1) as string[], line);
    else break;
    length++;
  }
  return { grid: gridFrom(rows), length };
}

function appendTo(row: string[], line: string): void {
  row[row.length - 1] = `${row.at(-1)}\n${line}`;
}

const partsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
const isFramed = (line: string) => /^\s*\|.*\|\s*$/s.test(line);

function pipeTable(lines: string[]): TextTable | undefined {
  if (!lines[0]?.includes('|')) return undefined;
  const framed = lines.findIndex((line) => !isFramed(line));
  const length = framed < 0 ? lines.length : framed;
  if (length >= 2 && partsOf(lines[0]).length >= 2)
    return { grid: gridFrom(alignFramed(lines.slice(0, length).map(partsOf))), length };
  return streamTable(lines);
}

/** Rows of a framed table; a row that lacks the first cell goes on under the row above. */
function alignFramed(rows: string[][]): string[][] {
  const width = rows[0]?.length ?? 0;
  return rows.map((row) => {
    const lacks = row.length < width && row.length > 1;
    return lacks && !readSerial(row[0] ?? '')
      ? [...Array(width - row.length).fill(''), ...row]
      : row;
  });
}

/** A table whose lines are not framed: cells end with "|", and may go on over several lines. */
function streamTable(lines: string[]): TextTable | undefined {
  const { width, serialAt } = streamShape(lines);
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
  return rows.length < 2 ? undefined : { grid: gridFrom(rows), length };
}

/** How many cells a row has: those of the first line, or those from the serial's heading to the first serial. */
function streamShape(lines: string[]): { width: number; serialAt: number } {
  const first = partsOf(lines[0] ?? '');
  const serialIn = (cells: string[]) =>
    Math.max(
      0,
      cells.findIndex((one) => meaningOf(one) === 'serial'),
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
    lines.length >= 2 && lines.slice(0, 3).every((line) => partsOf(line).length === 2);
  return { width: areAlike ? 2 : 0, serialAt: serialIn(first) };
}
