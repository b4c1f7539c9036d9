// Records the outcome of every piece of the document, all changes and all doubts, for the report.

import { plainLetters } from '../../bangla/search-text.ts';
import type { Change, Piece } from '../source.ts';

export type Outcome = 'placed' | 'dropped' | 'unplaced';

export interface Entry {
  outcome: Outcome;
  /** The place of a placed piece, or the reason for the outcome. */
  note: string;
}

export class Ledger {
  readonly entries = new Map<Piece, Entry>();
  readonly changes: Change[] = [];
  readonly doubts: string[] = [];

  /** Records the place of a piece. The first place stays. */
  place(piece: Piece, where: string): void {
    const known = this.entries.get(piece);
    if (known?.outcome !== 'placed') this.entries.set(piece, { outcome: 'placed', note: where });
  }

  /** Drops a piece that the site does not need, such as a row of column numbers, unless it has an outcome. */
  drop(piece: Piece, why: string): void {
    if (!this.entries.has(piece)) this.entries.set(piece, { outcome: 'dropped', note: why });
  }

  /** Marks a piece as unplaced, whatever its earlier outcome. The report quotes it whole. */
  markUnplaced(piece: Piece, why: string): void {
    this.entries.set(piece, { outcome: 'unplaced', note: why });
  }

  addChange(from: string, to: string, why: string): void {
    const isKnown = this.changes.some(
      (one) => one.from === from && one.to === to && one.why === why,
    );
    if (!isKnown && from !== to) this.changes.push({ from, to, why });
  }

  doubt(text: string): void {
    if (!this.doubts.includes(text)) this.doubts.push(text);
  }

  outcome(piece: Piece): Outcome | undefined {
    return this.entries.get(piece)?.outcome;
  }
}

/** Returns the words of a text in a form for comparison: letters and digits in one spelling. */
export function plainWords(text: string): string[] {
  const plain = plainLetters(text).replace(/(?<=[0-9]),(?=[0-9])/g, '');
  // Offices mostly type a final visarga as a colon.
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => word.replace(/ঃ$/u, '')).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
