// Splits a grid into tables, each with its titles and heading rows.

import { areComplaintHeadings, columnMeaning, namesServices } from '../headings.ts';
import { hasLetterOrDigit, isColumnNumbers, isPageMark, readSerial } from '../marks.ts';
import type { Cell, Grid, Piece } from '../source.ts';

export interface Table {
  /** The titles: single texts above the headings. */
  titles: Piece[];
  /** The heading rows. A table without any continues an earlier one, or never had headings. */
  header: Cell[][];
  rows: Cell[][];
}

/** Returns the pieces of a row that are not empty, each once. */
export function rowPieces(row: readonly Cell[]): Piece[] {
  return [...new Set(row.map(({ piece }) => piece))].filter(({ text }) => text !== '');
}

/** Splits a grid at its heading rows. The single texts right above a heading row are its titles. */
export function splitTables(grid: Grid): Table[] {
  const tables: Table[] = [{ titles: [], header: [], rows: [] }];
  const { rows } = grid;
  for (let y = 0; y < rows.length; y++) {
    const row = rows[y] as Cell[];
    const current = tables.at(-1) as Table;
    const isFirst =
      current.header.length === 0 && current.rows.every((one) => rowPieces(one).length < 2);
    if (!isHeader(row, isFirst) || repeatsHeadings(row, current.header)) {
      current.rows.push(row);
      continue;
    }
    const above = takeTitles(current);
    const height = headerHeight(rows, y);
    const header = rows.slice(y, y + height);
    tables.push({ titles: above, header, rows: [] });
    y += height - 1;
  }
  return tables.filter(
    ({ header, rows }) => header.length > 0 || rows.some((row) => rowPieces(row).length > 0),
  );
}

/** Reports whether a row repeats the headings of its table, as at the top of a printed page. */
function repeatsHeadings(row: readonly Cell[], [first]: readonly Cell[][]): boolean {
  return first !== undefined && row.every(({ piece }, x) => piece.text === first[x]?.piece.text);
}

/** Takes the single texts at the end of a table, which are the titles of the next one. */
function takeTitles(table: Table): Piece[] {
  const titles: Piece[] = [];
  while (table.rows.length > 0) {
    const pieces = rowPieces(table.rows.at(-1) as Cell[]);
    if (pieces.length > 1) break;
    titles.unshift(...pieces);
    table.rows.pop();
  }
  return titles;
}

function isHeader(row: readonly Cell[], isFirst: boolean): boolean {
  const texts = rowPieces(row).map(({ text }) => text);
  if (texts.length < 2 || texts.some((text) => text.length > 200 || isValue(text))) return false;
  if (areComplaintHeadings(texts)) return true;
  const meanings = texts.map(columnMeaning);
  const known = meanings.filter((meaning) => meaning !== undefined).length;
  const isNamed = meanings.includes('serial') || texts.some(namesServices);
  if (isFirst) return known >= 2 && known * 2 >= texts.length && (isNamed || known >= 3);
  return isNamed && meanings.includes('name') && known >= 3 && known * 3 >= texts.length * 2;
}

/** Reports whether a text is a value rather than a heading: a number, an e-mail address. */
function isValue(text: string): boolean {
  return (
    /[০-৯0-9]{5,}|\S@\S/u.test(text) || (/[০-৯0-9]/u.test(text) && readSerial(text) !== undefined)
  );
}

/** Returns the number of heading rows: two if some cells span both and others have subheadings, else one. */
function headerHeight(rows: Cell[][], y: number): number {
  const [first, second] = [rows[y], rows[y + 1]];
  if (!first || !second) return 1;
  const continued = second.filter(({ piece }, x) => piece.text !== '' && piece === first[x]?.piece);
  const own = second.filter(({ piece }, x) => piece.text !== '' && piece !== first[x]?.piece);
  const isHeading =
    continued.length > 0 &&
    own.length > 0 &&
    own.every(({ piece }) => piece.text.length < 80 && !isValue(piece.text));
  return isHeading ? 2 : 1;
}

/** Returns the reason for dropping a row; undefined for a row with content. */
export function reasonToDrop(row: readonly Cell[], header: readonly Cell[][]): string | undefined {
  const texts = row.map(({ piece }) => piece.text);
  if (texts.every((text) => text === '' || isPageMark(text)) && texts.some(Boolean))
    return 'পাতার চিহ্ন';
  if (isColumnNumbers(texts)) return 'কলাম নম্বরের সারি; ওয়েবসাইট নিজে বসায়';
  if (!texts.some(hasLetterOrDigit))
    return texts.some((text) => /[-–—]{2}/u.test(text)) ||
      texts.filter((text) => text !== '').length > 1
      ? 'শুধু চিহ্নের সারি'
      : undefined;
  return repeatsHeadings(row, header) ? 'শিরোনামের সারি আবার এসেছে' : undefined;
}
