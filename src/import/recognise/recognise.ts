// Recognises the draft of a charter in paragraphs and grids.

import { categories } from '../../charter/service.ts';
import type { Draft } from '../draft.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import {
  cell,
  type Grid,
  ImportError,
  type Source,
  textOfCell,
  withoutCharter,
} from '../source.ts';
import { readGrid } from './grid.ts';
import { ImportState } from './import-state.ts';
import { readBoilerplate, readParagraph } from './paragraph.ts';
import { splitTitle } from './titles.ts';
import { readWithoutTables } from './without-tables.ts';

/** The maximum length of a piece. A longer text is no cell of a charter and stays unplaced. */
const LONGEST_PIECE = 6000;
const TOO_LONG = 'এত লম্বা লেখা কোনো ঘরে বসে না';

/** Reads the document in its order. A piece without a place stays out of the ledger. */
export function recognise(source: Source): { draft: Draft; ledger: Ledger } {
  const state = new ImportState();
  const { draft, ledger, unplacedParagraphs, serviceIds: ids } = state;
  for (const { from, to, why } of source.changes) ledger.addChange(from, to, why);
  for (const notice of source.notices ?? []) ledger.doubt(notice);
  for (const block of source.blocks) {
    if (block.kind === 'grid') {
      if (block.isGuessed)
        ledger.doubt(
          `“${textOfCell(block.rows[0]?.[0])}” দিয়ে শুরু টেবিলের দাগ নকলে হারিয়ে গেছে, ঘরগুলো ক্রম দেখে বসানো; প্রতিটি সেবা মিলিয়ে দেখুন। / The table lost its lines in copying; its cells were placed by their order.`,
        );
      readGrid(state, withoutOverlong(block, ledger));
    } else if (block.piece.text.length > LONGEST_PIECE) ledger.markUnplaced(block.piece, TOO_LONG);
    else if (block.isBoilerplate) readBoilerplate(state, block.piece);
    else readParagraph(state, block.piece);
  }
  if (Object.values(draft.services).every((list) => list.length === 0))
    readWithoutTables(draft, unplacedParagraphs, state.isCharter, { ids, ledger });
  refuseWithoutCharter(draft, source);
  titleSections(draft);
  return state;
}

/** The fewest letters of a text that may be a charter without any table or list. */
const SHORTEST_CHARTER = 400;

/** @throws ImportError for a page that only links a charter, or only says what a charter is */
function refuseWithoutCharter(draft: Draft, { blocks, attachments = [] }: Source): void {
  const { services, expectations, complaints, tables } = draft;
  const isOnlyText = tables.every(({ columns }) => columns.length === 1);
  const hasParts = Object.values(services).flat().length > 0 || expectations.length > 0;
  if (hasParts || complaints || !isOnlyText) return;
  const [file] = attachments;
  if (file !== undefined)
    throw new ImportError(
      `পাতাটিতে সনদ নেই, শুধু একটি ফাইলের লিংক আছে (${file})। ফাইলটি নামিয়ে সেটি দিন।`,
      `The page has no charter, only a link to a file (${file}). Download that file and import it.`,
    );
  const letters = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.piece.text : []));
  if (
    blocks.every(({ kind }) => kind === 'paragraph') &&
    letters.join('').length < SHORTEST_CHARTER
  )
    throw withoutCharter();
}

function withoutOverlong({ kind, rows }: Grid, ledger: Ledger): Grid {
  const shown = rows.map((row) =>
    row.map((one) => {
      if (one.piece.text.length <= LONGEST_PIECE) return one;
      ledger.markUnplaced(one.piece, TOO_LONG);
      return cell('');
    }),
  );
  return { kind, rows: shown };
}

/** Moves the only group title of a category, if above its first service, to its section. */
function titleSections({ services, titles }: Draft): void {
  for (const category of categories) {
    const [first, ...others] = services[category];
    if (!first?.group || titles[category] || others.some(({ group }) => group)) continue;
    titles[category] = splitTitle(first.group);
    first.group = undefined;
  }
}
