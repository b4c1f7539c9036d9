// A grid → its tables, each to what it is a table of.

import { addHeadings, type Column, headingsOf, serviceColumns } from './columns.ts';
import { areComplaintHeadings, mentions } from './headings.ts';
import type { Cell, Grid } from './model.ts';
import { addComplaints, addExpectations, addFreeTable, addSubordinates } from './other-tables.ts';
import { readParagraph } from './read-paragraph.ts';
import { OWN_HEADING, type Reading } from './reading.ts';
import { addServices } from './services.ts';
import { piecesIn, type Table, tablesIn } from './table.ts';
import { splitTitle, topicOf } from './titles.ts';

export function readGrid(reading: Reading, grid: Grid): void {
  for (const table of tablesIn(grid)) {
    for (const title of table.titles) readParagraph(reading, title);
    if (table.header.length > 0) readTable(reading, table);
    else readHeadless(reading, table);
  }
}

/** Rows without headings: the rest of a table, lines of text, or a table that never had any. */
function readHeadless(reading: Reading, table: Table): void {
  const { columns, pending } = reading;
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  if (columns?.length === width && pending.length === 0) {
    readServices(reading, table, columns);
    return;
  }
  const rows: Cell[][] = [];
  for (const row of table.rows) if (rows.length > 0 || !readLine(reading, row)) rows.push(row);
  if (rows.some((row) => piecesIn(row).length > 0))
    readTable(reading, { titles: [], header: [], rows });
}

/** Reads a row that is a line of text, or a label beside vision or mission. @returns whether it is one */
function readLine(reading: Reading, row: readonly Cell[]): boolean {
  const [first, second, ...others] = piecesIn(row);
  if (first === undefined || others.length > 0) return false;
  const kind = topicOf(first.text)?.kind;
  if (second === undefined) readParagraph(reading, first);
  else if (kind === 'vision' || kind === 'mission') {
    reading.ledger.dropped(first, OWN_HEADING);
    reading.state(kind, second, second.text);
  } else return false;
  return true;
}

function readTable(reading: Reading, table: Table): void {
  const { draft, ledger, section } = reading;
  const headings = headingsOf(table.header);
  const columns = serviceColumns(table.header);
  if (isOfComplaints(table, headings, reading)) {
    // The paragraph between the heading and the table introduces it.
    const introduction = draft.complaints ? undefined : reading.pending.pop();
    if (addComplaints(draft, table, introduction, ledger)) return;
  }
  const asksForSteps =
    headings.length <= 3 && headings.some((heading) => mentions(heading, 'করণীয়', 'প্রত্যাশা'));
  const isOfExpectations = !columns && (section === 'expectations' || asksForSteps);
  if (isOfExpectations && addExpectations(draft, table, ledger)) return;
  if (section === 'subordinate' && addSubordinates(draft, table, ledger)) return;
  if (columns) {
    addHeadings(draft, table, columns, ledger);
    readServices(reading, table, columns);
  } else readFreeTable(reading, table);
}

function isOfComplaints(table: Table, headings: string[], { section }: Reading): boolean {
  return areComplaintHeadings(headings) || (section === 'complaints' && table.header.length > 0);
}

function readFreeTable(reading: Reading, table: Table): void {
  const { draft, ledger, tableIds: ids } = reading;
  const title = reading.pending.pop();
  const { number, title: text } = splitTitle(title?.text ?? '');
  if (title) ledger.placed(title, 'charter.yaml › tables');
  reading.pending = [];
  reading.columns = undefined;
  addFreeTable(draft, table, { text: text || 'টেবিল', number }, { ids, ledger });
}

function readServices(reading: Reading, table: Table, columns: Column[]): void {
  const { draft, ledger, serviceIds: ids, category } = reading;
  const group = reading.takeTitle();
  reading.section = 'services';
  reading.category = addServices(draft, table, columns, { category, group }, { ids, ledger });
  reading.columns = columns;
}
