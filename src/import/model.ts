// What every format is read into: paragraphs and grids, in the order of the source.

/** A paragraph or a cell of the source. Its identity counts: each piece gets one fate in the ledger. */
export interface Piece {
  /** Clean text; lines are separated by "\n". */
  text: string;
  /** Where it stands, for the report: "টেবিল ২, সারি ৩, কলাম ৪". */
  at: string;
}

export interface Cell {
  piece: Piece;
  /** Whether the cell is merged with one above it or to its left, which has the same piece. */
  isCopy: boolean;
}

export interface Paragraph {
  kind: 'paragraph';
  piece: Piece;
  /** Whether the format says that it is a heading. */
  isHeading: boolean;
  /** Whether it belongs to the page around the charter: a menu, a header, a footer. */
  isBoilerplate: boolean;
}

export interface Grid {
  kind: 'grid';
  rows: Cell[][];
  /** Whether it was put together from paragraphs, the lines of the table being lost. */
  isGuessed?: boolean;
}

export type Block = Paragraph | Grid;

/** What was done to the text while reading it. */
export interface Change {
  from: string;
  to: string;
  why: string;
}

export interface Source {
  blocks: Block[];
  changes: Change[];
}

/** Why a file cannot be imported, in one line for the staff: Bengali, then English. */
export class ImportError extends Error {
  constructor(bn: string, en: string) {
    super(`${bn} / ${en}`);
  }
}

export function paragraph(
  text: string,
  { isHeading = false, isBoilerplate = false } = {},
): Paragraph {
  return { kind: 'paragraph', piece: { text: cleanText(text), at: '' }, isHeading, isBoilerplate };
}

export function cell(text: string): Cell {
  return { piece: { text: cleanText(text), at: '' }, isCopy: false };
}

export function textOfCell(one: Cell | undefined): string {
  return one?.piece.text ?? '';
}

/** Unusual spaces, which become plain ones. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\v\f]/g;
/** What is never seen: control characters, byte order marks, soft hyphens, direction marks; joiners are Bengali spelling. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\ufff0-\ufffc\ufffe\uffff]|(?<=\w)[\u200c\u200d](?=\w)/g;

/** The text with plain spaces, one at a time, without empty lines and invisible characters, in NFC. */
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

/** A grid from cells that span rows and columns: a merged cell is in every place that it covers. */
export function spannedGrid(
  rows: { text: string; columns: number; rows: number; isContinued?: boolean }[][],
): Grid {
  const grid: Cell[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const { text, columns, rows: height } of row) {
      while (grid[y]?.[x]) x++;
      const { piece } = cell(text);
      for (let dy = 0; dy < height && y + dy < rows.length; dy++)
        for (let dx = 0; dx < columns; dx++) {
          const target = grid[y + dy];
          if (target && !target[x + dx]) target[x + dx] = { piece, isCopy: dx + dy > 0 };
        }
      x += columns;
    }
  }
  // A row can lack cells in its middle only where the spans of the source overlap.
  return { kind: 'grid', rows: grid.map((row) => Array.from(row, (one) => one ?? cell(''))) };
}

/** All pieces of the source that say anything, each once. */
export function sourcePieces(blocks: readonly Block[]): Piece[] {
  const all = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.piece] : block.rows.flat().map(({ piece }) => piece),
  );
  return [...new Set(all)].filter(({ text }) => text !== '');
}
