// Tables in running text: lines whose cells are separated by tabs or by "|", whatever the format they came in.

import { readSerial } from './marks.ts';
import { type Block, cell, type Grid, type Paragraph } from './model.ts';
import { isDocumentTitle } from './office-header.ts';
import { stackedTable } from './stacked-tables.ts';
import { splitPipes, wrappedTable } from './wrapped-tables.ts';

/** The blocks, with every stretch of lines that make a table replaced by its grid. */
export function findTextTables(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    const lines = rawLines(blocks, at);
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
  const title: Paragraph = {
    kind: 'paragraph',
    piece: first,
    isHeading: true,
    isBoilerplate: false,
  };
  return [title, { kind: 'grid', rows: [header.slice(1), ...rows.map((row) => row.slice(0, -1))] }];
}

interface TextTable {
  grid: Grid;
  /** How many lines it took. */
  length: number;
}

/** The texts of the paragraphs from one on, up to the next grid or heading; at most as long as a table may be. */
function rawLines(blocks: readonly Block[], start: number): string[] {
  const isLine = (block: Block): block is Paragraph =>
    block.kind === 'paragraph' && !block.isHeading && !block.isBoilerplate;
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
export function keepRawText(block: Paragraph, text: string): Paragraph {
  raw.set(block, text);
  return block;
}

function rawText(block: Paragraph): string {
  return raw.get(block) ?? block.piece.text;
}

function plainGrid(rows: string[][]): Grid {
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
  return { grid: plainGrid(rows), length };
}

function appendTo(row: string[], line: string): void {
  row[row.length - 1] = `${row.at(-1)}\n${line}`;
}

const isFramed = (line: string) => /^\s*\|.*\|\s*$/s.test(line);

function pipeTable(lines: string[]): TextTable | undefined {
  if (!lines[0]?.includes('|')) return undefined;
  const end = lines.findIndex((line) => !isFramed(line));
  const length = end < 0 ? lines.length : end;
  if (length >= 2 && splitPipes(lines[0]).length >= 2)
    return { grid: plainGrid(alignFramed(lines.slice(0, length).map(splitPipes))), length };
  const stream = wrappedTable(lines);
  return stream && { grid: plainGrid(stream.rows), length: stream.length };
}

/** Rows of a framed table; a row that lacks the first cell goes on under the row above. */
function alignFramed(rows: string[][]): string[][] {
  const width = rows[0]?.length ?? 0;
  return rows.map((row) => {
    const isShort = row.length < width && row.length > 1;
    return isShort && !readSerial(row[0] ?? '')
      ? [...Array(width - row.length).fill(''), ...row]
      : row;
  });
}
