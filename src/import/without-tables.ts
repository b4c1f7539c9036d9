// Charters without a table that could be recognised.

import type { Draft } from './draft.ts';
import { mentions } from './headings.ts';
import type { Ids } from './ids.ts';
import type { Ledger } from './ledger.ts';
import { numberedLists } from './marks.ts';
import { cell, type Piece } from './model.ts';
import { addFreeTable } from './other-tables.ts';

/** Whether nothing of a charter was recognised. */
export function isEmpty(draft: Draft): boolean {
  const { services, expectations, complaints, tables, subordinate } = draft;
  const lists = [...Object.values(services), expectations, tables, subordinate];
  return complaints === undefined && lists.every((list) => list.length === 0);
}

/**
 * Takes numbered sentences for the services; where there are none, all text for one table.
 * @param pieces the paragraphs that have no place yet
 * @param isCharter whether the text says of itself that it is a charter; any other text is left alone
 */
export function readWithoutTables(
  draft: Draft,
  pieces: readonly Piece[],
  isCharter: boolean,
  { ids, ledger }: { ids: Ids; ledger: Ledger },
): void {
  const runs = numberedLists(pieces);
  const ofServices = runs.find(({ above }) => above !== undefined && mentions(above.text, 'সেবা'));
  const longest = runs.toSorted((a, b) => b.lines.length - a.lines.length)[0];
  const { lines = [] } = ofServices ?? longest ?? {};
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
    ledger.recordChange(piece.text, name, 'ক্রমিক ওয়েবসাইট নিজে বসায় / the site writes the serial');
  }
  if (lines.length > 0)
    ledger.recordDoubt(
      'ফাইলে কোনো টেবিল নেই; নম্বর দেওয়া বাক্যগুলোকে সেবা ধরা হয়েছে। / No table: numbered sentences were taken for services.',
    );
  else if (isCharter && pieces.length > 0) {
    const rows = pieces.map((piece) => [{ piece, isCopy: false }]);
    const table = { titles: [], header: [[cell('সনদের লেখা')]], rows };
    addFreeTable(draft, table, { text: 'সনদ' }, { ids, ledger });
    ledger.recordDoubt(
      'ফাইলে কোনো টেবিল চেনা যায়নি; সব লেখা একটি টেবিলে রাখা হয়েছে। / No table was recognised: all text is in one table.',
    );
  }
}
