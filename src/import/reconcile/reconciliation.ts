// Reconciles the ledger with the written YAML: a placed piece that does not stand whole at its place becomes unplaced.

import type { Charter } from '../../charter/charter.ts';
import { listItems, readSerial, splitMark } from '../marks.ts';
import type { Piece } from '../source.ts';
import type { DataValues } from '../values/data-values.ts';
import { LABEL_WORDS } from '../values/officer-cell.ts';
import { createDestinations } from './destination.ts';
import { type Ledger, plainWords } from './ledger.ts';

/** The words that the site itself writes beside a value. */
const SITE_WORDS: ReadonlySet<string> = new Set(
  plainWords(
    `টাকা মাত্র tk web website url ওয়েব ওয়েবসাইট উপজেলা জেলা ইউনিয়ন থানা ঠিকানা অফিস সময় সময়সূচি ভিশন ভিশনঃ রূপকল্প
    রুপকল্প vision মিশন মিশনঃ অভিলক্ষ্য mission https http www`,
  ),
);

/**
 * Marks every piece as unplaced that has no outcome, or of which a word is not at its place. Words are compared with what
 * stands there, not with the whole charter, and as often as they occur.
 */
export function reconcile(
  pieces: readonly Piece[],
  charter: Charter,
  values: DataValues,
  ledger: Ledger,
): void {
  const textsAt = createDestinations(charter, values);
  const counts = new Map<string, Map<string, number>>();
  for (const piece of pieces) {
    const entry = ledger.entries.get(piece);
    if (entry === undefined) ledger.markUnplaced(piece, '');
    else if (entry.outcome === 'placed') {
      const written = counts.get(entry.note) ?? countWords(textsAt(entry.note));
      counts.set(entry.note, written);
      const missing = missingWords(piece.text, written, ledger);
      if (missing.length > 0)
        ledger.markUnplaced(piece, `পুরোটা বসেনি: ${entry.note}; নেই: ${missing.join(' ')}`);
    }
  }
}

function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(plainWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Returns the words of a text, other than list markers, serials and labels, that are not among the written ones. */
function missingWords(
  text: string,
  written: ReadonlyMap<string, number>,
  { changes }: Ledger,
): string[] {
  if (readSerial(text)) return [];
  const lines = listItems(text) ?? text.split('\n').map((line) => splitMark(line).rest);
  const withoutMarks = lines
    .join('\n')
    .replace(/[([]?(?<![\p{L}\p{M}\p{N}])[\p{L}০-৯0-9][)\]]/gu, ' ');
  const wanted = countWords([withoutMarks]);
  const lacking = [...wanted].filter(
    ([word, count]) =>
      (written.get(word) ?? 0) < count && !SITE_WORDS.has(word) && !LABEL_WORDS.has(word),
  );
  if (lacking.length === 0) return [];
  // Words that the report names as changed are not missing.
  const changed = new Set(
    changes
      .filter(({ from }) => text.includes(from) || from.includes(text))
      .flatMap(({ from }) => plainWords(from)),
  );
  return lacking.map(([word]) => word).filter((word) => !changed.has(word));
}
