// The common model of all formats: paragraphs and grids, in the order of the document.

/** A paragraph or cell of the document. The ledger keeps one outcome for each piece, by its identity. */
export interface Piece {
  /** The text as `cleanText` returns it, with "\n" between lines. */
  text: string;
  /** The position, for the report: "টেবিল ২, সারি ৩, কলাম ৪". */
  at: string;
}

export interface Cell {
  piece: Piece;
  /** Whether the cell continues a merged one above or to its left, which has the same piece. */
  isCopy: boolean;
}

export interface Paragraph {
  kind: 'paragraph';
  piece: Piece;
  /** Whether the format marks it as a heading. */
  isHeading: boolean;
  /** Whether it belongs to the page around the charter, such as a menu or a footer. */
  isBoilerplate: boolean;
}

export interface Grid {
  kind: 'grid';
  rows: Cell[][];
  /** Whether it was rebuilt from paragraphs, because copying lost the table's lines. */
  isGuessed?: boolean;
}

export type Block = Paragraph | Grid;

/** A change that reading made to the text, with its reason. */
export interface Change {
  from: string;
  to: string;
  why: string;
}

export interface Source {
  blocks: Block[];
  changes: Change[];
  /** Lines for the report on what to compare in the document itself: pictures, struck text, links. */
  notices?: string[];
  /** The addresses of documents that a page links, such as a charter as PDF. */
  attachments?: string[];
}

/** A reason for refusing an import, in one line for the staff: Bengali, then English. */
export class ImportError extends Error {
  constructor(bn: string, en: string) {
    super(`${bn} / ${en}`);
  }
}

/** Returns the refusal of a document without any part of a charter. */
export function withoutCharter(): ImportError {
  return new ImportError(
    'ফাইলটিতে সনদের কোনো অংশ (সেবার টেবিল, প্রত্যাশা, অভিযোগ) চেনা যায়নি।',
    'No part of a charter was recognised in the file.',
  );
}

/** Returns a paragraph with cleaned text. */
export function paragraph(
  text: string,
  { isHeading = false, isBoilerplate = false } = {},
): Paragraph {
  return { kind: 'paragraph', piece: { text: cleanText(text), at: '' }, isHeading, isBoilerplate };
}

/** Returns a cell with cleaned text. */
export function cell(text: string): Cell {
  return { piece: { text: cleanText(text), at: '' }, isCopy: false };
}

/** Returns the text of a cell, empty for a missing one. */
export function textOfCell(one: Cell | undefined): string {
  return one?.piece.text ?? '';
}

/** Returns the text of a cell with blocks. The rows of a table within it are lines. */
export function cellText(blocks: readonly Block[]): string {
  const rowText = (row: readonly Cell[]) =>
    row
      .map(textOfCell)
      .filter((text) => text !== '')
      .join(' ');
  return blocks
    .map((block) =>
      block.kind === 'paragraph' ? block.piece.text : block.rows.map(rowText).join('\n'),
    )
    .join('\n');
}

/** The unusual spaces, which become plain ones. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\v\f]/g;
/** The invisible characters. Joiners are among them only between Latin letters, because Bengali spelling uses them. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\ufff0-\ufffc\ufffe\uffff]|(?<=\w)[\u200c\u200d](?=\w)/g;

/** Returns the text in NFC with single plain spaces, without empty lines and invisible characters. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The most positions of a table. Spans could multiply a small file beyond all memory. */
const MOST_POSITIONS = 200_000;

/**
 * Returns a grid from cells with spans. A merged cell is in every position that it covers. A cell is in
 * the next free column, unless it has a column to start in.
 * @throws ImportError for a table that is far too large
 */
export function spannedGrid(
  rows: { text: string; columns: number; rows: number; start?: number }[][],
): Grid {
  const grid: Cell[][] = rows.map(() => []);
  let positions = 0;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const { text, columns, rows: height, start } of row) {
      x = Math.max(x, start ?? 0);
      while (grid[y]?.[x]) x++;
      const { piece } = cell(text);
      positions += columns * Math.min(height, rows.length - y);
      if (positions > MOST_POSITIONS)
        throw new ImportError('টেবিলটি অনেক বেশি বড়।', 'The table is far too large.');
      for (let dy = 0; dy < height && y + dy < rows.length; dy++)
        for (let dx = 0; dx < columns; dx++) {
          const target = grid[y + dy];
          if (target && !target[x + dx]) target[x + dx] = { piece, isCopy: dx + dy > 0 };
        }
      x += columns;
    }
  }
  // A row has holes only where the document's spans overlap.
  return { kind: 'grid', rows: grid.map((row) => Array.from(row, (one) => one ?? cell(''))) };
}

/** Returns all pieces of the document that are not empty, each once. */
export function sourcePieces(blocks: readonly Block[]): Piece[] {
  const all = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.piece] : block.rows.flat().map(({ piece }) => piece),
  );
  return [...new Set(all)].filter(({ text }) => text !== '');
}
