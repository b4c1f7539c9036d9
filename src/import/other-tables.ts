// Tables that are no lists of services: complaints, expectations, offices below this one, and all others.

import { isPlaceable, statements } from './cell-values.ts';
import { headingsOf } from './columns.ts';
import type { Draft, DraftTier } from './draft.ts';
import { complaintMeaning, meaningOf } from './headings.ts';
import type { Ids } from './ids.ts';
import type { Ledger } from './ledger.ts';
import { isColumnNumbers, readSerial } from './marks.ts';
import { type Cell, type Piece, textOf } from './model.ts';
import { piecesIn, reasonToDrop, type Table } from './table.ts';

/** The rows of a table that say something; the others are told to the ledger. */
function rowsOf(table: Table, ledger: Ledger): Cell[][] {
  return table.rows.filter((row) => {
    const pieces = piecesIn(row);
    const reason = pieces.length === 0 ? '' : reasonToDrop(row, table.header);
    if (reason) for (const piece of pieces) ledger.dropped(piece, reason);
    return reason === undefined;
  });
}

/** Adds the table of complaints. @returns whether the table has what such a table needs */
export function addComplaints(
  draft: Draft,
  table: Table,
  introduction: Piece | undefined,
  ledger: Ledger,
): boolean {
  const meanings = headingsOf(table.header).map(complaintMeaning);
  const tiers = rowsOf(table, ledger).map((row) => {
    const tier: Partial<DraftTier> = {};
    for (const [x, meaning] of meanings.entries()) {
      const text = textOf(row[x]);
      if (
        !meaning ||
        meaning === 'serial' ||
        !isPlaceable(text) ||
        (x > 0 && row[x]?.piece === row[x - 1]?.piece)
      )
        continue;
      tier[meaning] = tier[meaning] ? `${tier[meaning]}\n${text}` : text;
    }
    return { tier, row };
  });
  const isComplete = tiers.every(({ tier }) => tier.whom !== undefined);
  if (draft.complaints || tiers.length === 0 || !isComplete) return false;
  for (const { row } of tiers) settle(row, meanings, 'charter.yaml › complaints', ledger);
  for (const piece of table.header.flatMap(piecesIn))
    ledger.dropped(piece, 'অভিযোগ টেবিলের শিরোনাম; ওয়েবসাইট নিজে লেখে');
  if (introduction) ledger.placed(introduction, 'charter.yaml › complaints › introduction');
  draft.complaints = {
    introduction: introduction?.text,
    tiers: tiers.flatMap(({ tier: { whom, ...tier } }) =>
      whom === undefined ? [] : [{ ...tier, whom }],
    ),
  };
  return true;
}

/** Settles the cells of the columns that have a meaning; the others are listed. */
function settle(
  row: Cell[],
  meanings: (string | undefined)[],
  where: string,
  ledger: Ledger,
): void {
  for (const [x, one] of row.entries())
    if (meanings[x] === 'serial') ledger.dropped(one.piece, 'ক্রমিক; ওয়েবসাইট নিজে বসায়');
    else if (meanings[x] !== undefined) ledger.placed(one.piece, where);
}

/** Adds a table of what the office expects: serials and sentences. @returns whether it is such a table */
export function addExpectations(draft: Draft, table: Table, ledger: Ledger): boolean {
  const all = [...table.header, ...table.rows];
  const rows = all.filter((row) => piecesIn(row).length > 0);
  const texts = rows.map((row) =>
    piecesIn(row).filter(({ text }) => !readSerial(text) && meaningOf(text) !== 'serial'),
  );
  if (texts.some((pieces) => pieces.length > 1 && !isColumnNumbers(pieces.map(({ text }) => text))))
    return false;
  for (const [y, row] of rows.entries()) {
    const piece = texts[y]?.[0];
    const isHeading =
      y === 0 &&
      (table.header.length > 0 || piecesIn(row).some(({ text }) => meaningOf(text) === 'serial'));
    const isSentence = piece !== undefined && !isHeading && !isColumnNumbers(row.map(textOf));
    if (isSentence) {
      draft.expectations.push(...statements(piece.text));
      ledger.placed(piece, 'charter.yaml › expectations');
    }
    for (const other of piecesIn(row))
      ledger.dropped(other, isHeading ? 'প্রত্যাশা টেবিলের শিরোনাম' : 'ক্রমিক; ওয়েবসাইট নিজে বসায়');
  }
  return true;
}

/** Adds offices below this one: names, and web addresses where the cell is one. @returns whether it could */
export function addSubordinates(draft: Draft, table: Table, ledger: Ledger): boolean {
  const rows = rowsOf(table, ledger);
  const isAddress = (text: string) =>
    /^(?:https?:\/\/|www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/iu.test(text);
  const read = rows.map((row) => {
    const texts = piecesIn(row).filter(({ text }) => !readSerial(text));
    return {
      row,
      names: texts.filter(({ text }) => !isAddress(text)),
      site: texts.find(({ text }) => isAddress(text)),
    };
  });
  if (read.length === 0 || read.some(({ names }) => names.length !== 1)) return false;
  for (const { row, names, site } of read) {
    draft.subordinate.push({
      name: names[0]?.text.replaceAll('\n', ' ') ?? '',
      ...(site && { website: site.text }),
    });
    for (const piece of piecesIn(row)) ledger.placed(piece, 'services.yaml › subordinate');
  }
  for (const piece of table.header.flatMap(piecesIn))
    ledger.dropped(piece, 'আওতাধীন দপ্তরের টেবিলের শিরোনাম');
  return true;
}

/** Adds any table as it is. */
export function addFreeTable(
  draft: Draft,
  table: Table,
  title: { text: string; number?: string | undefined; introduction?: string | undefined },
  { ids, ledger }: { ids: Ids; ledger: Ledger },
): void {
  const body = rowsOf(table, ledger);
  const header = table.header.length > 0 ? table.header : body.splice(0, 1);
  if (body.length === 0) {
    for (const piece of header.flatMap(piecesIn)) ledger.listed(piece, 'টেবিলে শুধু শিরোনাম আছে');
    return;
  }
  if (table.header.length === 0)
    ledger.doubt(`“${title.text}” টেবিলের প্রথম সারিকে শিরোনাম ধরা হয়েছে; মিলিয়ে দেখুন।`);
  const headings = headingsOf(header);
  const width = Math.max(headings.length, ...body.map((row) => row.length));
  const isUsed = (x: number) =>
    isPlaceable(headings[x] ?? '') || body.some((row) => isPlaceable(textOf(row[x])));
  const columns = Array.from({ length: width }, (_, x) => x).filter(isUsed);
  const where = `charter.yaml › tables › ${title.text}`;
  for (const row of [...header, ...body])
    for (const x of columns)
      if (row[x] && isPlaceable(textOf(row[x]))) ledger.placed(row[x].piece, where);
  draft.tables.push({
    id: ids.next(title.text, 'table'),
    title: title.text,
    number: title.number,
    introduction: title.introduction,
    columns: columns.map((x) =>
      /[\p{L}\p{N}]/u.test(headings[x] ?? '') ? (headings[x] as string) : `কলাম ${x + 1}`,
    ),
    rows: body.map((row) =>
      columns.map((x) => (isPlaceable(textOf(row[x])) ? textOf(row[x]) : '-')),
    ),
  });
}
