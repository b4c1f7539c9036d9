// Keeps account of every piece of the source: placed, left out for a reason that is told, or listed in the report.

import { plainLetters } from '../bangla/search-text.ts';
import type { Change, Piece } from './model.ts';

export type Outcome = 'placed' | 'dropped' | 'unplaced';

export interface Entry {
  outcome: Outcome;
  /** Where the piece went, or why it went nowhere. */
  note: string;
}

export class Ledger {
  readonly entries = new Map<Piece, Entry>();
  readonly changes: Change[] = [];
  readonly doubts: string[] = [];

  place(piece: Piece, where: string): void {
    const known = this.entries.get(piece);
    if (known?.outcome !== 'placed') this.entries.set(piece, { outcome: 'placed', note: where });
  }

  /** Leaves a piece out because the site does without it: a row of column numbers, a repeated heading. */
  drop(piece: Piece, why: string): void {
    if (!this.entries.has(piece)) this.entries.set(piece, { outcome: 'dropped', note: why });
  }

  /** Lists a piece whole in the report, whatever was thought of it before. */
  markUnplaced(piece: Piece, why: string): void {
    this.entries.set(piece, { outcome: 'unplaced', note: why });
  }

  recordChange(from: string, to: string, why: string): void {
    const isKnown = this.changes.some(
      (one) => one.from === from && one.to === to && one.why === why,
    );
    if (!isKnown && from !== to) this.changes.push({ from, to, why });
  }

  recordDoubt(text: string): void {
    if (!this.doubts.includes(text)) this.doubts.push(text);
  }

  hasOutcome(piece: Piece): boolean {
    return this.entries.has(piece);
  }
}

/** The words of a text for comparing it with what was written: letters and digits only, without list marks. */
export function comparableWords(text: string): string[] {
  const plain = plainLetters(text).replace(/(?<=[0-9]),(?=[0-9])/g, '');
  // A visarga at the end of a word is mostly a colon.
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => word.replace(/ঃ$/u, '')).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
