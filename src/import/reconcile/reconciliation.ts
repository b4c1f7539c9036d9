// Reconciles the ledger with the written YAML: a placed piece that is not there whole becomes unplaced.

import type { Charter } from '../../charter/charter.ts';
import { sectionsOf } from '../../charter/sections.ts';
import { Flow, Quoted } from '../files/yaml-text.ts';
import { listItems, readSerial, splitMark } from '../marks.ts';
import type { Piece } from '../source.ts';
import type { DataValues } from '../values/data-values.ts';
import { LABEL_WORDS } from '../values/officer-cell.ts';
import { type Ledger, plainWords } from './ledger.ts';

/** The words that the site itself writes beside a value. */
const SITE_WORDS = plainWords(
  `টাকা মাত্র tk web website url ওয়েব ওয়েবসাইট উপজেলা জেলা ইউনিয়ন থানা ঠিকানা অফিস সময় সময়সূচি ভিশন ভিশনঃ রূপকল্প
  রুপকল্প vision মিশন মিশনঃ অভিলক্ষ্য mission https http www`,
);

/** Marks every piece as unplaced that has no outcome, or was placed but is not whole in the YAML. */
export function reconcile(
  pieces: readonly Piece[],
  charter: Charter,
  values: DataValues,
  ledger: Ledger,
): void {
  const written = new Set([
    ...SITE_WORDS,
    ...LABEL_WORDS,
    ...sectionsOf(charter).flatMap(({ title, number }) => plainWords(`${title} ${number}`)),
    ...ledger.changes.flatMap(({ from }) => plainWords(from)),
    ...textsIn(values).flatMap(plainWords),
  ]);
  for (const piece of pieces) {
    const outcome = ledger.outcome(piece);
    if (outcome === undefined) ledger.markUnplaced(piece, '');
    else if (outcome === 'placed' && hasUnwrittenWords(piece.text, written))
      ledger.markUnplaced(piece, `পুরোটা বসেনি: ${ledger.entries.get(piece)?.note}`);
  }
}

/** Reports whether a text has words, other than list markers and serials, that were not written. */
function hasUnwrittenWords(text: string, written: ReadonlySet<string>): boolean {
  if (readSerial(text)) return false;
  const lines = listItems(text) ?? text.split('\n').map((line) => splitMark(line).rest);
  const withoutMarks = lines
    .join('\n')
    .replace(/[([]?(?<![\p{L}\p{M}\p{N}])[\p{L}০-৯0-9][)\]]/gu, ' ');
  return plainWords(withoutMarks).some((word) => !written.has(word));
}

/** Returns all texts and numbers within a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value), value.toFixed(2)];
  if (value instanceof Quoted) return [value.text];
  if (value instanceof Flow) return value.items.map(String);
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
