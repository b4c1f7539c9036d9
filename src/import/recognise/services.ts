// Builds services and their cases from the rows of a table.

import { isKnown, officerKeys } from '../../charter/columns.ts';
import { officialTitles } from '../../charter/sections.ts';
import type { Category } from '../../charter/service.ts';
import type { Draft, DraftService } from '../draft.ts';
import { mentions } from '../headings.ts';
import { readSerial } from '../marks.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import type { Piece } from '../source.ts';
import { cellValue } from '../values/cell-values.ts';
import type { Ids } from '../values/ids.ts';
import { splitLettered } from '../values/lettered-cell.ts';
import type { Column } from './service-columns.ts';
import { serviceNames, takeCaseNames } from './service-names.ts';
import { groupServiceRows, type Row, type RowGroup } from './service-rows.ts';
import type { Table } from './split-grid.ts';

/** The category and group at the start of a table. */
export interface Place {
  category: Category;
  /** The heading above the table, as the group of its first service. */
  group: Piece | undefined;
}

/** Returns the category that a title names; undefined for any other title. */
export function namedCategory(title: string): Category | undefined {
  if (mentions(title, 'অভ্যন্তরীণ', 'internal')) return 'internal';
  if (mentions(title, 'প্রাতিষ্ঠানিক', 'দাপ্তরিক সেবা', 'institutional')) return 'institutional';
  return mentions(title, 'নাগরিক সেবা', 'নাগরিকদের', 'citizen service') ? 'citizen' : undefined;
}

/** Adds the services of a table to the draft. @returns the category at its end */
export function addServices(
  draft: Draft,
  table: Table,
  columns: readonly Column[],
  place: Place,
  { ids, ledger }: { ids: Ids; ledger: Ledger },
): Category {
  let { category, group } = place;
  for (const rows of groupServiceRows(table, columns, ledger)) {
    const named = rows.title && namedCategory(rows.title.text);
    if (rows.title && named) {
      category = named;
      ledger.place(rows.title, `services.yaml › ${named}`);
    } else if (rows.title) group = rows.title;
    const told = firstRowText(rows, 'category');
    category = (told === undefined ? undefined : namedCategory(told)) ?? category;
    if (told !== undefined && told !== officialTitles[category])
      draft.titles[category] ??= { title: told, number: undefined };
    const service = buildService(rows, draft.services[category], group, { ids, ledger });
    if (service) {
      draft.services[category].push(service);
      group = undefined;
    }
  }
  if (group) ledger.markUnplaced(group, 'এই শিরোনামের নিচে কোনো সেবা নেই');
  return category;
}

const firstRowText = ({ rows }: RowGroup, key: string) => rows[0]?.cells.get(key)?.text;

function buildService(
  group: RowGroup,
  earlier: readonly DraftService[],
  title: Piece | undefined,
  { ids, ledger }: { ids: Ids; ledger: Ledger },
): DraftService | undefined {
  const [first] = group.rows;
  if (!first) return undefined;
  takeCaseNames(group.rows, ledger);
  const { name, caseNames } = serviceNames(group.rows);
  if (name === '') {
    for (const piece of first.pieces) ledger.markUnplaced(piece, 'সারিটিতে সেবার নাম নেই');
    return undefined;
  }
  const where = `services.yaml › ${name}`;
  for (const { pieces } of group.rows) for (const piece of pieces) ledger.place(piece, where);
  const { shared, own } = sharedAndCaseCells(group.rows, caseNames);
  const serial = first.serial === '' ? undefined : readSerial(first.serial);
  if (title) ledger.place(title, `${where} › group`);
  const wanted = /\/services\/([a-z0-9-]+)\/?$/.exec(firstRowText(group, 'address') ?? '')?.[1];
  return {
    id: ids.next(name, 'service', wanted),
    name,
    serial: serial?.at,
    isLetter: serial?.isLetter ?? false,
    group: title ? withoutColon(title.text) : columnGroup(group, earlier),
    facts: serviceFacts(shared),
    officerCells: { officer: shared.get('officer'), superior: shared.get('superior') },
    cases: (caseNames ?? []).map((caseName, at) => ({
      name: caseName,
      facts: serviceFacts(own[at] ?? new Map()),
    })),
  };
}

/** Returns the cells of the service itself and those of each case. */
function sharedAndCaseCells(rows: readonly Row[], caseNames: readonly string[] | undefined) {
  const [first] = rows;
  if (rows.length > 1 || caseNames === undefined || first === undefined) {
    const shared = sharedCells(rows, caseNames !== undefined);
    return { shared, own: rows.map((row) => caseCells(row, shared)) };
  }
  const shared = new Map<string, string>();
  const own = caseNames.map(() => new Map<string, string>());
  for (const [key, { text }] of first.cells) {
    const parts = NO_FACTS.has(key) ? undefined : splitLettered(text);
    if (!parts || parts.parts.length > caseNames.length) shared.set(key, text);
    else {
      if (parts.shared !== '') shared.set(key, parts.shared);
      for (const [at, part] of parts.parts.entries()) if (part) own[at]?.set(key, part);
    }
  }
  return { shared, own };
}

/** Returns the group from the row's group column, unless it repeats the one before. */
function columnGroup(group: RowGroup, earlier: readonly DraftService[]): string | undefined {
  const told = firstRowText(group, 'group');
  return told === earlier.findLast((service) => service.group !== undefined)?.group
    ? undefined
    : told;
}

function withoutColon(text: string): string {
  return text.replaceAll('\n', ' ').replace(/\s*[:ঃ-]+\s*$/u, '');
}

/**
 * Returns the cells of the service itself. With cases, those are the cells that all cases share, and the officers.
 * Without, the texts of all rows are joined.
 */
function sharedCells(rows: readonly Row[], hasCases: boolean): Map<string, string> {
  const shared = new Map<string, string>();
  for (const key of new Set(rows.flatMap(({ cells }) => [...cells.keys()]))) {
    const texts = new Set(rows.flatMap(({ cells }) => cells.get(key)?.text ?? []));
    const isInCharge = officerKeys.some((one) => one === key);
    const isShared =
      texts.size === 1 && (rows.every(({ cells }) => cells.has(key)) || sharesAbove(rows, key));
    if (!hasCases || isInCharge || isShared) shared.set(key, [...texts].join('\n'));
  }
  return shared;
}

/** Reports whether only the first row has a value for the key, and that row has no case. */
function sharesAbove(rows: readonly Row[], key: string): boolean {
  return (
    rows.length > 1 &&
    rows[0]?.caseName === undefined &&
    rows[0]?.cells.has(key) === true &&
    rows.slice(1).every(({ cells }) => !cells.has(key))
  );
}

function caseCells({ cells }: Row, shared: Map<string, string>): Map<string, string> {
  return new Map(
    [...cells].filter(([key]) => !shared.has(key)).map(([key, { text }]) => [key, text]),
  );
}

const NO_FACTS = new Set<string>([...officerKeys, 'group', 'category', 'address']);

function serviceFacts(cells: Map<string, string>): DraftService['facts'] {
  return Object.fromEntries(
    [...cells]
      .filter(([key]) => !NO_FACTS.has(key) && (isKnown(key) || /^[a-z]/.test(key)))
      .map(([key, text]) => [key, cellValue(key, text)]),
  );
}
