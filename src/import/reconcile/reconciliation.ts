// Reconciles the ledger with the written YAML: a placed piece that does not stand whole at its place becomes unplaced.

import type { Charter } from '../../charter/charter.ts';
import { listItems, readSerial, splitMark } from '../marks.ts';
import type { Piece } from '../source.ts';
import type { DataValues } from '../values/data-values.ts';
import { LABEL_WORDS } from '../values/officer-cell.ts';
import { createDestinations } from './destination.ts';
import { type Ledger, plainWords } from './ledger.ts';

/** The words that the site itself writes beside the values of a place, by the start of the place. */
const SITE_WORDS: [place: string, words: ReadonlySet<string>][] = [
  [
    'office.yaml',
    new Set(
      plainWords(
        'web website url ওয়েব ওয়েবসাইট উপজেলা জেলা ইউনিয়ন থানা ঠিকানা অফিস অফিসের সময় সময়সূচি https http www',
      ),
    ),
  ],
  ['charter.yaml › vision', new Set(plainWords('ভিশন ভিশনঃ রূপকল্প রুপকল্প vision'))],
  ['charter.yaml › mission', new Set(plainWords('মিশন মিশনঃ অভিলক্ষ্য mission'))],
  [
    'charter.yaml › complaints',
    new Set([...LABEL_WORDS, ...plainWords('web website ওয়েব ওয়েবসাইট https http www')]),
  ],
  ['services.yaml', new Set([...LABEL_WORDS, ...plainWords('টাকা মাত্র tk https http www')])],
];

const siteWordsAt = (where: string): ReadonlySet<string> =>
  SITE_WORDS.find(([place]) => where.startsWith(place))?.[1] ?? new Set();

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
      const missing = missingWords(piece.text, written, siteWordsAt(entry.note), ledger);
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
  siteWords: ReadonlySet<string>,
  { changes }: Ledger,
): string[] {
  if (readSerial(text)) return [];
  const lines = listItems(text) ?? text.split('\n').map((line) => splitMark(line).rest);
  const withoutMarks = lines
    .join('\n')
    .replace(/[([]?(?<![\p{L}\p{M}\p{N}])[\p{L}০-৯0-9][)\]]/gu, ' ');
  const wanted = countWords([withoutMarks]);
  const lacking = [...wanted].filter(
    ([word, count]) => (written.get(word) ?? 0) < count && !siteWords.has(word),
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
