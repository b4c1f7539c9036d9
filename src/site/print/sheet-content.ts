// The content of a sheet, before layout.

import { toSerial } from '../../bangla/digits.ts';
import type { Cell, CellLine } from '../cells.ts';
import type { Wanted } from './proof.ts';
import type { ColumnStyle } from './table.ts';

/** Whose charter it is, in the order of the pages' header. */
export interface Letterhead {
  title: string;
  above: string[];
  department: string;
  below: string[];
}

/** The office in a line: the department, and which of its offices. */
export function officeOf({ department, below }: Letterhead): string {
  return [department, ...below.slice(-1)].join(', ');
}

export interface SheetColumn extends ColumnStyle {
  key: string;
  heading: string;
}

/** A row: the cells by column, or a heading across all columns. */
export type SheetRow = Record<string, Cell> | { group: string };

export interface SheetSection {
  /** The title, and what follows it in smaller type. */
  heading: string[];
  introduction?: string | undefined;
  columns?: SheetColumn[];
  rows?: SheetRow[];
  /** A numbered list, in place of a table. */
  items?: string[];
}

/** Vision or mission. */
export interface Statement {
  heading: string;
  text: string;
}

/** A number to call, and whose it is. */
export interface Contact {
  label: string;
  number: string;
}

export interface SheetContent extends Letterhead {
  /** Two at most. */
  statements: Statement[];
  sections: SheetSection[];
  /** Where the office is and when it is open. */
  visit: string[];
  contacts: Contact[];
  notes: CellLine[];
  /** The address in the QR code. */
  qr: string | undefined;
}

/** Whether a table has a head: a list of facts has none. */
export const hasHead = (columns: SheetColumn[]) => columns.some(({ heading }) => heading !== '');

export const isGroup = (row: SheetRow): row is { group: string } => typeof row.group === 'string';

/** Returns the texts that a sheet has to print, by the keys that its layout refers to, for proof.ts. */
export function wantedTexts(content: SheetContent): Wanted {
  const wanted: Wanted = new Map();
  for (const [index, line] of [...content.above, content.department, ...content.below].entries())
    wanted.set(`letterhead/${index}`, line);
  wanted.set('title', content.title);
  for (const [index, { heading, text }] of content.statements.entries()) {
    wanted.set(`statement/${index}/heading`, heading);
    wanted.set(`statement/${index}/text`, text);
  }
  for (const [index, section] of content.sections.entries()) {
    wanted.set(`${index}/heading`, section.heading.join(' '));
    if (section.introduction) wanted.set(`${index}/introduction`, section.introduction);
    for (const [item, text] of (section.items ?? []).entries())
      wanted.set(`${index}/item${item}`, toSerial(item + 1) + text);
    const { columns = [], rows = [] } = section;
    for (const [column, { heading }] of columns.entries()) {
      if (rows.length === 0 || !hasHead(columns)) continue;
      wanted.set(`${index}/head0/${column}`, heading);
      wanted.set(`${index}/head1/${column}`, toSerial(column + 1));
    }
    for (const [row, cells] of rows.entries()) {
      if (isGroup(cells)) wanted.set(`${index}/${row}/group`, cells.group);
      else
        for (const [column, { key }] of columns.entries())
          wanted.set(`${index}/${row}/${column}`, textOf(cells[key]));
    }
  }
  for (const [index, line] of content.visit.entries()) wanted.set(`visit/${index}`, line);
  for (const [index, { label, number }] of content.contacts.entries())
    wanted.set(`contact/${index}`, label + number);
  if (content.notes.length > 0) wanted.set('notes', textOf(content.notes));
  return wanted;
}

const textOf = (cell: Cell = []) => cell.map(({ text }) => text).join(' ');
