// Classifies the columns of a table of services by their headings and neighbours.

import { toBengaliNumber } from '../../bangla/digits.ts';
import { columns as known } from '../../charter/columns.ts';
import type { Draft } from '../draft.ts';
import {
  columnMeaning,
  isNameHeading,
  type Meaning,
  mentions,
  namesServices,
} from '../headings.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import { type Cell, textOfCell } from '../source.ts';
import { columnKey } from '../values/ids.ts';
import type { Table } from './split-grid.ts';

/** A column of a table of services. */
export interface Column {
  x: number;
  heading: string;
  /** The key in services.yaml. A part has the key of the column that it belongs to. */
  key: string;
  role: 'serial' | 'name' | 'case' | 'fact' | 'part' | 'group' | 'category' | 'address';
  /** The label before a part's text, such as "ফোন: ". */
  label: string | undefined;
}

/** The meanings that only columns of services have. */
const SERVICE_MEANINGS: Meaning[] = ['method', 'time', 'documents', 'fee', 'officer', 'superior'];

/** Returns the heading of each column, joined from top to bottom. */
export function columnHeadings(header: readonly Cell[][]): string[] {
  const width = Math.max(0, ...header.map((row) => row.length));
  return Array.from({ length: width }, (_, x) => {
    const pieces = new Set(header.flatMap((row) => row[x]?.piece ?? []));
    return [...pieces]
      .map(({ text }) => text.replaceAll('\n', ' '))
      .filter((text) => text !== '')
      .join(' – ');
  });
}

/** Returns the columns of a table of services; undefined for any other table. */
export function serviceColumns(header: readonly Cell[][]): Column[] | undefined {
  const headings = columnHeadings(header);
  const meanings = headings.map(columnMeaning);
  const name = nameColumn(headings, meanings);
  if (name < 0) return undefined;
  const used = new Map<string, Column>();
  const hasPapers = meanings.includes('documents');
  const isExport = meanings.includes('address');
  return headings.map((written, x): Column => {
    // A column without a heading is numbered, unless it belongs to the one on its left.
    const heading = written === '' ? `কলাম ${toBengaliNumber(x + 1)}` : written;
    const column = (key: string, role: Column['role'], label?: string): Column => ({
      x,
      heading,
      key,
      role,
      label,
    });
    const add = (key: string, role: Column['role'], title = heading) => {
      const made = { ...column(key, role), heading: title };
      used.set(key, made);
      return made;
    };
    const group = officerGroup(header, x);
    if (group) {
      if (group.start === x && !used.has(group.key)) return add(group.key, 'fact', group.heading);
      if (used.has(group.key)) return column(group.key, 'part', partLabel(header.at(-1)?.[x]));
    }
    const isSame = x > 0 && header.every((row) => row[x]?.piece === row[x - 1]?.piece);
    if (x > 0 && (written === '' || isSame)) {
      const left = [...used.values()].at(-1);
      if (left?.role === 'name' && isSame) return column('name', 'case');
      if (left) return column(left.key, 'part');
    }
    if (x === name) return add('name', 'name');
    const meaning = meanings[x];
    if (isExport && heading.startsWith('সেবার ধর')) return column('category', 'category');
    if (isExport && meaning === 'address') return column('address', 'address');
    if (meaning === 'group') return column('group', 'group');
    if (meaning === 'room' || meaning === 'contact') {
      const target = used.has('superior') && !hasLaterOfficer(meanings, x) ? 'superior' : 'officer';
      const label = partLabel(header.at(-1)?.[x]);
      if (used.has(target) || hasLaterOfficer(meanings, x)) return column(target, 'part', label);
      return add(target, 'fact');
    }
    const key =
      meaning === 'documents_source' &&
      !hasPapers &&
      mentions(heading, 'কাগজ', 'দলিল', 'প্রমাণ', 'তথ্য')
        ? 'documents'
        : meaning;
    if (key === 'serial' && !used.has(key)) return add(key, 'serial');
    if (
      key !== undefined &&
      key !== 'name' &&
      key !== 'serial' &&
      key !== 'address' &&
      !used.has(key)
    )
      return add(key, 'fact');
    return add(columnKey(heading, [...used.keys(), ...Object.keys(known)]), 'fact');
  });
}

/** Returns the group of columns under one heading about officers. Their cells become one. */
function officerGroup(header: readonly Cell[][], x: number) {
  const [top, below] = header;
  const piece = top?.[x]?.piece;
  const meaning = piece && columnMeaning(piece.text);
  if (!top || !below || (meaning !== 'officer' && meaning !== 'superior')) return undefined;
  const columns = top.flatMap((one, at) => (one.piece === piece ? [at] : []));
  const parts = columns.map((at) => textOfCell(below[at]).replaceAll('\n', ' '));
  const isGroup = columns.length > 1 && columns.every((at) => below[at]?.piece !== piece);
  const heading = `${piece?.text.replaceAll('\n', ' ')} (${parts.join(', ')})`;
  return isGroup ? { key: meaning, start: columns[0], heading } : undefined;
}

/** Returns the label that explains a part's number in the officer's cell. */
function partLabel(heading: Cell | undefined): string {
  const meaning = columnMeaning(textOfCell(heading));
  if (meaning === 'room') return 'কক্ষ নং: ';
  const isMixed = mentions(textOfCell(heading), 'মেইল', 'পদবি', 'নাম');
  return meaning === 'contact' && !isMixed ? 'ফোন: ' : '';
}

const hasLaterOfficer = (meanings: (Meaning | undefined)[], x: number) =>
  meanings.indexOf('officer', x) > x;

/** Returns the index of the column with the services' names, or -1. */
function nameColumn(headings: string[], meanings: (Meaning | undefined)[]): number {
  const candidates = headings.flatMap((heading, x) =>
    meanings[x] === 'name' ? [{ heading, x }] : [],
  );
  const facts = SERVICE_MEANINGS.filter((meaning) => meanings.includes(meaning)).length;
  const named =
    candidates.find(({ heading }) => isNameHeading(heading)) ??
    candidates.find(({ heading }) => namesServices(heading)) ??
    candidates[0];
  const others = meanings.filter((meaning) => meaning !== undefined && meaning !== 'serial').length;
  if (
    named &&
    (namesServices(named.heading) ? others > 1 || meanings.includes('serial') : facts >= 2)
  )
    return named.x;
  const unknown = headings.findIndex((heading, x) => meanings[x] === undefined && heading !== '');
  // Beside the serial, two facts are enough: whatever the column is called, it lists what is served.
  return facts >= 3 || (facts === 2 && meanings[unknown - 1] === 'serial') ? unknown : -1;
}

/** Adds the headings of a table of services to the charter's. A column keeps its first heading in all tables. */
export function addHeadings(
  draft: Draft,
  table: Table,
  columns: readonly Column[],
  ledger: Ledger,
): void {
  const isShown = (column: Column | undefined) =>
    column !== undefined && ['serial', 'name', 'fact'].includes(column.role);
  for (const { key, heading } of columns.filter(isShown)) {
    const known = draft.headings[key];
    draft.headings[key] ??= heading;
    if (known !== undefined)
      ledger.addChange(
        heading,
        known,
        'একই কলাম, অন্য টেবিলের শিরোনামে / the same column under the first heading',
      );
  }
  for (const [x, { piece }] of table.header.flatMap((row) => [...row.entries()]))
    if (isShown(columns[x])) ledger.place(piece, 'charter.yaml › headings');
    else ledger.drop(piece, 'কলামটি অন্য কলামের সঙ্গে মিলেছে');
}
