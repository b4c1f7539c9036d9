// Finds tables in running text: lines whose cells tabs or pipes separate, in any format.

import { readSerial } from '../marks.ts';
import { isDocumentTitle } from '../recognise/office-header.ts';
import { type Block, cell, type Grid, type Paragraph } from '../source.ts';
import { stackedTable } from './stacked-tables.ts';
import { spacedTable, tabTable } from './tab-table.ts';
import { splitPipes, wrappedTable } from './wrapped-tables.ts';

/** Replaces the lines of each table among the blocks by a grid. */
export function findTextTables(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    const lines = rawLines(blocks, at);
    const table = lineTable(lines) ?? pipeTable(lines) ?? stackedTable(blocks, at);
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

/** Separates the document's title from the first cell of a table, where it pushed the headings to the right. */
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
  /** The number of lines that the table consumed. */
  length: number;
}

/** A tab, a pipe or several spaces between cells, or the heading of serials. */
const MAY_START_TABLE = /[\t|]| {2}|^\s*ক্র/u;

/** Returns the raw texts from a line that may start a table up to the next grid or heading. */
function rawLines(blocks: readonly Block[], start: number): string[] {
  const isLine = (block: Block): block is Paragraph =>
    block.kind === 'paragraph' && !block.isHeading && !block.isBoilerplate;
  const first = blocks[start];
  if (!first || !isLine(first) || !MAY_START_TABLE.test(rawText(first))) return [];
  const end = blocks.findIndex((block, at) => at > start && !isLine(block));
  return blocks
    .slice(start, end < 0 ? undefined : end)
    .filter(isLine)
    .map(rawText);
}

const raw = new WeakMap<Paragraph, string>();

/** Keeps the text of a line from before cleaning, which replaces tabs by spaces. */
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

function lineTable(lines: string[]): TextTable | undefined {
  const table = tabTable(lines) ?? spacedTable(lines);
  if (!table) return undefined;
  const { rows, length, isGuessed = false } = table;
  return { grid: { ...plainGrid(rows), isGuessed }, length };
}

const hasOuterPipes = (line: string) => /^\s*\|.*\|\s*$/s.test(line);

function pipeTable(lines: string[]): TextTable | undefined {
  if (!lines[0]?.includes('|')) return undefined;
  const end = lines.findIndex((line) => !hasOuterPipes(line));
  const length = end < 0 ? lines.length : end;
  if (length >= 2 && splitPipes(lines[0]).length >= 2)
    return { grid: plainGrid(alignShortRows(lines.slice(0, length).map(splitPipes))), length };
  const stream = wrappedTable(lines);
  return stream && { grid: plainGrid(stream.rows), length: stream.length };
}

/** Shifts a row with missing cells to the right, under the merged cells of the row above. */
function alignShortRows(rows: string[][]): string[][] {
  const width = rows[0]?.length ?? 0;
  return rows.map((row) => {
    const isShort = row.length < width && row.length > 1;
    return isShort && !readSerial(row[0] ?? '')
      ? [...Array(width - row.length).fill(''), ...row]
      : row;
  });
}
