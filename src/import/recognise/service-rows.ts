// Groups the rows of a table by service. Dittos are resolved; titles and rows without content are taken out.

import { isDitto, readSerial, splitLetter } from '../marks.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import { type Cell, type Piece, textOfCell } from '../source.ts';
import { isPlaceable } from '../values/cell-values.ts';
import type { Column } from './service-columns.ts';
import { reasonToDrop, rowPieces, type Table } from './split-grid.ts';

export interface FactCell {
  text: string;
  pieces: Piece[];
}

export interface Row {
  serial: string;
  name: string;
  /** The name of the row's case (ক, খ …), if it has one. */
  caseName: string | undefined;
  /** The cells by the keys of their columns. */
  cells: Map<string, FactCell>;
  pieces: Piece[];
}

/** The rows of one service. */
export interface RowGroup {
  /** The title right above the rows. */
  title: Piece | undefined;
  rows: Row[];
}

/** Groups the rows of a table by service. */
export function groupServiceRows(
  table: Table,
  columns: readonly Column[],
  ledger: Ledger,
): RowGroup[] {
  const groups: RowGroup[] = [];
  const above = new Map<string, string>();
  let title: Piece | undefined;
  for (const cells of table.rows) {
    const pieces = rowPieces(cells);
    if (pieces.length === 0) continue;
    const reason = reasonToDrop(cells, table.header);
    if (reason !== undefined) {
      for (const piece of pieces) ledger.drop(piece, reason);
      continue;
    }
    const row = readRow(cells, columns, above, ledger);
    const last = groups.at(-1);
    const isTitle = pieces.length === 1 && isTitleRow(cells, columns, row, last !== undefined);
    if (isTitle) {
      if (title) ledger.markUnplaced(title, 'উপশিরোনামের নিচে কোনো সেবা নেই');
      title = pieces[0];
    } else if (last && title === undefined && continuesService(cells, row, last, columns))
      last.rows.push(row);
    else {
      groups.push({ title, rows: [row] });
      title = undefined;
    }
  }
  if (title) ledger.markUnplaced(title, 'উপশিরোনামের নিচে কোনো সেবা নেই');
  return groups;
}

/** Reports whether the only text of a row is a title: across the table, or in the column of names. */
function isTitleRow(
  cells: Cell[],
  columns: readonly Column[],
  row: Row,
  hasServices: boolean,
): boolean {
  const filled = cells.filter(({ piece }) => piece.text !== '');
  if (filled.length > 1) return true;
  const column = columns.find(({ x }) => cells[x]?.piece.text);
  if (column?.role === 'serial') return readSerial(textOfCell(filled[0])) === undefined;
  if (column?.role !== 'name') return false;
  return !hasServices || splitLetter(row.name) === undefined;
}

function continuesService(
  cells: Cell[],
  row: Row,
  last: RowGroup,
  columns: readonly Column[],
): boolean {
  const first = last.rows[0] as Row;
  const serial = columns.find(({ role }) => role === 'serial');
  const name = columns.find(({ role }) => role === 'name');
  const isMerged = (column: Column | undefined) =>
    column !== undefined && cells[column.x]?.isCopy === true;
  if (isMerged(name)) return isMerged(serial) || row.serial === '' || serial === undefined;
  if (row.name === '' && row.caseName === undefined) return row.serial === '' || isMerged(serial);
  const isBelow = row.serial === '' || isMerged(serial);
  return (
    serial !== undefined &&
    isBelow &&
    (splitLetter(row.name) !== undefined || (isMerged(serial) && first.serial !== ''))
  );
}

function readRow(
  cells: Cell[],
  columns: readonly Column[],
  above: Map<string, string>,
  ledger: Ledger,
): Row {
  const row: Row = {
    serial: '',
    name: '',
    caseName: undefined,
    cells: new Map(),
    pieces: rowPieces(cells),
  };
  for (const { x, key, role, label } of columns) {
    const one = cells[x];
    if (!one || one.piece.text === '') continue;
    const text = withoutDitto(one.piece.text, key, role, above, ledger);
    if (role === 'serial') row.serial = readSerial(text) ? text : '';
    if (role === 'serial' && row.serial === '') row.name = row.name ? `${text} ${row.name}` : text;
    else if (role === 'name')
      row.name = row.name && row.name !== text ? `${row.name} ${text}` : text;
    else if (role === 'case' && one.piece !== cells[x - 1]?.piece) row.caseName = text;
    else if (role !== 'serial' && role !== 'case')
      addFact(row, key, label ?? '', text, one.piece, isPlaceable(text));
  }
  return row;
}

function addFact(
  row: Row,
  key: string,
  label: string,
  text: string,
  piece: Piece,
  isSaid: boolean,
): void {
  const known = row.cells.get(key);
  if (known?.pieces.includes(piece) || !isSaid) return;
  const line = /^[-–—]+$/u.test(text) ? '' : `${label}${text}`;
  if (!known) row.cells.set(key, { text: label === '' ? text : line || text, pieces: [piece] });
  else {
    known.pieces.push(piece);
    known.text = [known.text, line].filter((part) => part !== '').join('\n');
  }
}

function withoutDitto(
  text: string,
  key: string,
  role: Column['role'],
  above: Map<string, string>,
  ledger: Ledger,
): string {
  const before = above.get(key);
  if (role !== 'serial' && isDitto(text) && before !== undefined) {
    ledger.addChange(text, before, '“ঐ” এর জায়গায় উপরের লেখা / ditto written out');
    return before;
  }
  if (role !== 'part') above.set(key, text);
  return text;
}
