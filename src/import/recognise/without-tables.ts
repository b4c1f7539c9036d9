// Reads charters in which no table of services was recognised.

import type { Draft } from '../draft.ts';
import { mentions } from '../headings.ts';
import { numberedLists } from '../marks.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import { cell, type Piece } from '../source.ts';
import type { Ids } from '../values/ids.ts';
import { addFreeTable } from './other-tables.ts';

/** Reports whether a draft has no section, such as services or complaints. */
function isEmpty(draft: Draft): boolean {
  const { services, expectations, complaints, tables, subordinate } = draft;
  const lists = [...Object.values(services), expectations, tables, subordinate];
  return complaints === undefined && lists.every((list) => list.length === 0);
}

/**
 * Reads numbered sentences as services, or else all text as one table.
 * @param pieces the paragraphs without an outcome
 * @param isCharter whether the document calls itself a charter; the table is made only then
 */
export function readWithoutTables(
  draft: Draft,
  pieces: readonly Piece[],
  isCharter: boolean,
  { ids, ledger }: { ids: Ids; ledger: Ledger },
): void {
  const runs = numberedLists(pieces);
  const ofServices = runs.find(
    ({ above }) => above !== undefined && mentions(above.text, 'সেবা', 'সার্ভিস'),
  );
  const longest = runs.toSorted((a, b) => b.lines.length - a.lines.length)[0];
  // Beside other sections, only a heading makes a list one of services.
  const { lines = [] } = ofServices ?? (isEmpty(draft) ? longest : undefined) ?? {};
  for (const { piece, name } of lines) {
    draft.services.citizen.push({
      id: ids.next(name, 'service'),
      name,
      serial: undefined,
      isLetter: false,
      group: undefined,
      facts: {},
      officerCells: { officer: undefined, superior: undefined },
      cases: [],
    });
    ledger.place(piece, 'services.yaml › citizen');
    ledger.addChange(piece.text, name, 'ক্রমিক ওয়েবসাইট নিজে বসায় / the site writes the serial');
  }
  if (lines.length > 0)
    ledger.doubt(
      'ফাইলে সেবার কোনো টেবিল নেই; নম্বর দেওয়া বাক্যগুলোকে সেবা ধরা হয়েছে। / No table of services: numbered sentences were read as services.',
    );
  else if (isCharter && pieces.length > 0 && isEmpty(draft)) {
    const rows = pieces.map((piece) => [{ piece, isCopy: false }]);
    const table = { titles: [], header: [[cell('সনদের লেখা')]], rows };
    addFreeTable(draft, table, { text: 'সনদ' }, { ids, ledger });
    ledger.doubt(
      'ফাইলে কোনো টেবিল চেনা যায়নি; সব লেখা একটি টেবিলে রাখা হয়েছে। / No table was recognised: all text is in one table.',
    );
  }
}
