// Reads a grid: finds its tables and what each one lists.

import { areComplaintHeadings, mentions } from '../headings.ts';
import type { Cell, Grid } from '../source.ts';
import { type ImportState, OWN_HEADING } from './import-state.ts';
import { addComplaints, addExpectations, addFreeTable, addSubordinates } from './other-tables.ts';
import { readParagraph } from './paragraph.ts';
import { addHeadings, type Column, columnHeadings, serviceColumns } from './service-columns.ts';
import { addServices } from './services.ts';
import { rowPieces, splitTables, type Table } from './split-grid.ts';
import { parseTopic, splitTitle } from './titles.ts';

/** Reads the tables of a grid in their order. */
export function readGrid(state: ImportState, grid: Grid): void {
  for (const table of splitTables(grid)) {
    for (const title of table.titles) readParagraph(state, title);
    if (table.header.length > 0) readTable(state, table);
    else readHeadless(state, table);
  }
}

/** Reads rows without headings: the rest of a table, lines of text, or a table that never had headings. */
function readHeadless(state: ImportState, table: Table): void {
  const { columns, pending } = state;
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  if (columns?.length === width && pending.length === 0) {
    readServices(state, table, columns);
    return;
  }
  const rows: Cell[][] = [];
  for (const row of table.rows) if (rows.length > 0 || !readLine(state, row)) rows.push(row);
  if (rows.some((row) => rowPieces(row).length > 0))
    readTable(state, { titles: [], header: [], rows });
}

/** Reads a row that is a line of text, or a vision or mission beside its label. @returns whether it is one */
function readLine(state: ImportState, row: readonly Cell[]): boolean {
  const [first, second, ...others] = rowPieces(row);
  if (first === undefined || others.length > 0) return false;
  const kind = parseTopic(first.text)?.kind;
  if (second === undefined) readParagraph(state, first);
  else if (kind === 'vision' || kind === 'mission') {
    state.ledger.drop(first, OWN_HEADING);
    state.addStatement(kind, second, second.text);
  } else return false;
  return true;
}

function readTable(state: ImportState, table: Table): void {
  const { draft, ledger, section } = state;
  const headings = columnHeadings(table.header);
  const columns = serviceColumns(table.header);
  if (isComplaintTable(table, headings, state)) {
    // The paragraph between heading and table introduces the table.
    const introduction = draft.complaints ? undefined : state.pending.pop();
    if (addComplaints(draft, table, introduction, ledger)) return;
  }
  const asksForSteps =
    headings.length <= 3 && headings.some((heading) => mentions(heading, 'করণীয়', 'প্রত্যাশা'));
  const isOfExpectations = !columns && (section === 'expectations' || asksForSteps);
  if (isOfExpectations && addExpectations(draft, table, ledger)) return;
  if (section === 'subordinate' && addSubordinates(draft, table, ledger)) return;
  if (columns) {
    addHeadings(draft, table, columns, ledger);
    readServices(state, table, columns);
  } else readFreeTable(state, table);
}

function isComplaintTable(table: Table, headings: string[], { section }: ImportState): boolean {
  return areComplaintHeadings(headings) || (section === 'complaints' && table.header.length > 0);
}

function readFreeTable(state: ImportState, table: Table): void {
  const { draft, ledger, tableIds: ids } = state;
  const title = state.pending.pop();
  const { number, title: text } = splitTitle(title?.text ?? '');
  if (title) ledger.place(title, 'charter.yaml › tables');
  state.pending = [];
  state.columns = undefined;
  addFreeTable(draft, table, { text: text || 'টেবিল', number }, { ids, ledger });
}

function readServices(state: ImportState, table: Table, columns: Column[]): void {
  const { draft, ledger, serviceIds: ids, category } = state;
  const group = state.takeTitle();
  state.section = 'services';
  state.category = addServices(draft, table, columns, { category, group }, { ids, ledger });
  state.columns = columns;
}
