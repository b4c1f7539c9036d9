// Reports an import: counts, doubts, unplaced pieces, changes, dropped and placed pieces. Bengali comes first.

import { toBengaliDigits } from '../../bangla/digits.ts';
import type { Block, Cell, Piece } from '../source.ts';
import type { Entry, Ledger } from './ledger.ts';

export interface Counts {
  pieces: number;
  placed: number;
  dropped: number;
  unplaced: number;
}

/** Counts the pieces by outcome. After the reconciliation every piece has one. */
export function countOutcomes(pieces: readonly Piece[], ledger: Ledger): Counts {
  const count = (outcome: Entry['outcome']) =>
    pieces.filter((piece) => ledger.outcome(piece) === outcome).length;
  return {
    pieces: pieces.length,
    placed: count('placed'),
    dropped: count('dropped'),
    unplaced: count('unplaced'),
  };
}

interface ReportCell {
  text: string;
  outcome: Entry['outcome'] | '';
  note: string;
}

/** The content of import-report.html (views/import-report.njk). */
export interface ReportView {
  /** The document's file name. */
  source: string;
  counts: Counts;
  doubts: readonly string[];
  unplaced: string[];
  changes: string[];
  /** The document in its order: paragraphs and tables, each piece with its outcome. */
  blocks: ({ cell: ReportCell } | { number: number; rows: ReportCell[][] })[];
}

/** Returns the report as the page shows it. */
export function reportView(
  source: string,
  blocks: readonly Block[],
  pieces: readonly Piece[],
  ledger: Ledger,
): ReportView {
  const cellOf = (piece: Piece): ReportCell => {
    const entry = piece.text === '' ? undefined : ledger.entries.get(piece);
    return { text: piece.text, outcome: entry?.outcome ?? '', note: entry?.note ?? '' };
  };
  const gridCell = ({ piece, isCopy }: Cell): ReportCell =>
    isCopy ? { text: '', outcome: ledger.outcome(piece) ?? '', note: '' } : cellOf(piece);
  let number = 0;
  return {
    source,
    counts: countOutcomes(pieces, ledger),
    doubts: ledger.doubts,
    unplaced: pieces
      .filter((piece) => ledger.outcome(piece) === 'unplaced')
      .map((piece) => `${piece.at}${note(ledger.entries.get(piece))}:\n${piece.text}`),
    changes: ledger.changes.map(
      ({ from, to, why }) => `${code(from)} → ${to === '' ? '(বাদ)' : code(to)}: ${why}`,
    ),
    blocks: blocks.map((block) =>
      block.kind === 'paragraph'
        ? { cell: cellOf(block.piece) }
        : { number: ++number, rows: block.rows.map((row) => row.map(gridCell)) },
    ),
  };
}

/** Returns the report as Markdown, for the terminal. @param source the document's file name */
export function reportText(source: string, pieces: readonly Piece[], ledger: Ledger): string {
  const { pieces: total, placed, dropped, unplaced } = countOutcomes(pieces, ledger);
  const unplacedPieces = pieces.filter((piece) => ledger.outcome(piece) === 'unplaced');
  return [
    '# আমদানির প্রতিবেদন / Import report',
    '',
    `উৎস / Source: ${source}`,
    '',
    '## হিসাব / Count',
    '',
    toBengaliDigits(
      `উৎসে ${total}টি ঘর ও অনুচ্ছেদ: ${placed}টি বসেছে, ${dropped}টি বাদ (কারণসহ নিচে), ${unplaced}টি জায়গা পায়নি (পুরোটা নিচে)।`,
    ),
    '',
    `Cells and paragraphs in the source: ${total}; placed: ${placed}, left out for a reason: ${dropped}, listed below: ${unplaced}.`,
    '',
    ...section(
      'সন্দেহ / Doubts',
      ledger.doubts.map((doubt) => `- ${code(doubt)}`),
    ),
    ...section(
      'যা জায়গা পায়নি / What found no place',
      unplacedPieces.map(
        (piece) => `- ${piece.at}${note(ledger.entries.get(piece))}:\n${quote(piece.text)}`,
      ),
    ),
    ...section(
      'বদল / Changes',
      ledger.changes.map(
        ({ from, to, why }) => `- ${code(from)} → ${to === '' ? '(বাদ)' : code(to)}: ${why}`,
      ),
    ),
    ...section('কারণসহ বাদ / Left out for a reason', byNote(pieces, ledger, 'dropped')),
    ...section('কোথা থেকে কোথায় / What went where', byNote(pieces, ledger, 'placed')),
    '## এরপর / Next',
    '',
    '- সেবার `id` গুলো দেখে নিন: প্রকাশের পর এগুলোই পাতার স্থায়ী ঠিকানা। / Look over the ids of the services: once published, they are permanent addresses.',
    '- এই ফাইলটি ওয়েবসাইট পড়ে না; কাজ শেষে মুছে ফেলতে পারেন। / The site does not read this file.',
    '',
  ].join('\n');
}

function section(title: string, items: string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, '', ...items, ''];
}

const note = (entry: Entry | undefined) => (entry?.note ? ` (${entry.note})` : '');
const code = (text: string) => text.replaceAll('\n', ' / ');
const quote = (text: string) =>
  text
    .split('\n')
    .map((line) => `  > ${line}`)
    .join('\n');

/** Returns the lines for the pieces of an outcome, grouped by their notes. */
function byNote(pieces: readonly Piece[], ledger: Ledger, outcome: Entry['outcome']): string[] {
  const those = pieces.filter((piece) => ledger.outcome(piece) === outcome);
  const groups = Map.groupBy(those, (piece) => ledger.entries.get(piece)?.note ?? '');
  return [...groups].map(([why, group]) => {
    const texts =
      outcome === 'dropped'
        ? `: ${[...new Set(group.map(({ text }) => code(text)))].join(' | ')}`
        : '';
    const where = [...new Set(group.map(({ at }) => at))];
    const places = where.length > 3 ? `${where[0]} … ${where.at(-1)}` : where.join('; ');
    return `- ${why} ← ${places}${texts}`;
  });
}
