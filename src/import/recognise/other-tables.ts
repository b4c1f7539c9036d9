// Adds the tables that list no services: complaints, expectations, subordinate offices, and all others.

import { toBengaliNumber } from '../../bangla/digits.ts';
import type { Draft, DraftTier } from '../draft.ts';
import { columnMeaning, complaintMeaning } from '../headings.ts';
import { hasLetterOrDigit, isColumnNumbers, readSerial } from '../marks.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import { type Cell, type Piece, textOfCell } from '../source.ts';
import { isPlaceable, splitStatements } from '../values/cell-values.ts';
import type { Ids } from '../values/ids.ts';
import { columnHeadings } from './service-columns.ts';
import { reasonToDrop, rowPieces, type Table } from './split-grid.ts';

/** Returns the rows with content, and drops the others. */
function contentRows(table: Table, ledger: Ledger): Cell[][] {
  return table.rows.filter((row) => {
    const pieces = rowPieces(row);
    const reason = pieces.length === 0 ? '' : reasonToDrop(row, table.header);
    if (reason) for (const piece of pieces) ledger.drop(piece, reason);
    return reason === undefined;
  });
}

/** Adds the table of complaints. @returns whether each of its rows names a person to contact */
export function addComplaints(
  draft: Draft,
  table: Table,
  introduction: Piece | undefined,
  ledger: Ledger,
): boolean {
  const meanings = columnHeadings(table.header).map(complaintMeaning);
  const tiers = contentRows(table, ledger).map((row) => {
    const tier: Partial<DraftTier> = {};
    for (const [x, meaning] of meanings.entries()) {
      const text = textOfCell(row[x]);
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
  for (const { row } of tiers) placeCells(row, meanings, ledger);
  for (const piece of table.header.flatMap(rowPieces))
    ledger.drop(piece, 'অভিযোগ টেবিলের শিরোনাম; ওয়েবসাইট নিজে লেখে');
  if (introduction) ledger.place(introduction, 'charter.yaml › complaints › introduction');
  draft.complaints = {
    introduction: introduction?.text,
    tiers: tiers.flatMap(({ tier: { whom, ...tier } }) =>
      whom === undefined ? [] : [{ ...tier, whom }],
    ),
  };
  return true;
}

/** Records the cells of the columns with a meaning. The others have no outcome and become unplaced. */
function placeCells(row: Cell[], meanings: (string | undefined)[], ledger: Ledger): void {
  for (const [x, one] of row.entries())
    if (meanings[x] === 'serial') ledger.drop(one.piece, 'ক্রমিক; ওয়েবসাইট নিজে বসায়');
    else if (meanings[x] !== undefined) ledger.place(one.piece, 'charter.yaml › complaints');
}

/** Adds a table of expectations: serials and sentences. @returns whether it is such a table */
export function addExpectations(draft: Draft, table: Table, ledger: Ledger): boolean {
  const all = [...table.header, ...table.rows];
  const rows = all.filter((row) => rowPieces(row).length > 0);
  const texts = rows.map((row) =>
    rowPieces(row).filter(({ text }) => !readSerial(text) && columnMeaning(text) !== 'serial'),
  );
  if (texts.some((pieces) => pieces.length > 1 && !isColumnNumbers(pieces.map(({ text }) => text))))
    return false;
  for (const [y, row] of rows.entries()) {
    const piece = texts[y]?.[0];
    const isHeading =
      y === 0 &&
      (table.header.length > 0 ||
        rowPieces(row).some(({ text }) => columnMeaning(text) === 'serial'));
    const isSentence = piece !== undefined && !isHeading && !isColumnNumbers(row.map(textOfCell));
    if (isSentence) {
      draft.expectations.push(...splitStatements(piece.text));
      ledger.place(piece, 'charter.yaml › expectations');
    }
    for (const other of rowPieces(row))
      ledger.drop(other, isHeading ? 'প্রত্যাশা টেবিলের শিরোনাম' : 'ক্রমিক; ওয়েবসাইট নিজে বসায়');
  }
  return true;
}

/** Adds subordinate offices with their web addresses. @returns whether each row has one name */
export function addSubordinates(draft: Draft, table: Table, ledger: Ledger): boolean {
  const rows = contentRows(table, ledger);
  const isAddress = (text: string) =>
    /^(?:https?:\/\/|www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/iu.test(text);
  const read = rows.map((row) => {
    const texts = rowPieces(row).filter(({ text }) => !readSerial(text));
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
    for (const piece of rowPieces(row)) ledger.place(piece, 'services.yaml › subordinate');
  }
  for (const piece of table.header.flatMap(rowPieces))
    ledger.drop(piece, 'আওতাধীন দপ্তরের টেবিলের শিরোনাম');
  return true;
}

/** Adds a table to `tables` of charter.yaml. Without headings, the first row serves as such. */
export function addFreeTable(
  draft: Draft,
  table: Table,
  title: { text: string; number?: string | undefined },
  { ids, ledger }: { ids: Ids; ledger: Ledger },
): void {
  const body = contentRows(table, ledger);
  const header = table.header.length > 0 ? table.header : body.splice(0, 1);
  if (body.length === 0) {
    for (const piece of header.flatMap(rowPieces))
      ledger.markUnplaced(piece, 'টেবিলে শুধু শিরোনাম আছে');
    return;
  }
  if (table.header.length === 0)
    ledger.doubt(`“${title.text}” টেবিলের প্রথম সারিকে শিরোনাম ধরা হয়েছে; মিলিয়ে দেখুন।`);
  const headings = columnHeadings(header);
  const width = Math.max(headings.length, ...body.map((row) => row.length));
  const isUsed = (x: number) =>
    isPlaceable(headings[x] ?? '') || body.some((row) => isPlaceable(textOfCell(row[x])));
  const columns = Array.from({ length: width }, (_, x) => x).filter(isUsed);
  const where = `charter.yaml › tables › ${title.text}`;
  for (const row of [...header, ...body])
    for (const x of columns)
      if (row[x] && isPlaceable(textOfCell(row[x]))) ledger.place(row[x].piece, where);
  draft.tables.push({
    id: ids.next(title.text, 'table'),
    title: title.text,
    number: title.number,
    columns: columns.map((x) => {
      const heading = headings[x] ?? '';
      return hasLetterOrDigit(heading) ? heading : `কলাম ${toBengaliNumber(x + 1)}`;
    }),
    rows: body.map((row) =>
      columns.map((x) => (isPlaceable(textOfCell(row[x])) ? textOfCell(row[x]) : '-')),
    ),
  });
}
