// The official table of services as a page shows it: headings, and cells with their lines and officers.

import { isDeepStrictEqual } from 'node:util';
import type { Facts, TableColumn } from '../charter/columns.ts';
import type { ServiceSection } from '../charter/sections.ts';
import { factGroups, letterAt, type Service, type ServiceCase } from '../charter/service.ts';
import { WIDEST } from './html/stylesheets.ts';

export type Content = ReturnType<typeof columnContent>;
export type ServiceTable = ReturnType<typeof serviceTable>;

/** Returns what a column says of a service, or of one of its cases, which have no officers of their own. */
export function columnContent(row: Facts, column: TableColumn) {
  const { kind, className, heading, label } = column;
  const isStrong = kind === 'fact' && column.isStrong;
  const lines = kind === 'fact' ? column.lines(row) : [];
  const people = kind === 'officers' && isService(row) ? column.officers(row) : [];
  return { kind, className, heading, label, isStrong, lines, people };
}

const isService = (row: Facts): row is Service => 'cases' in row;

/** Returns the table of a section. */
export function serviceTable({ columns, services, groups }: ServiceSection) {
  const widths = columnWidths(columns, services);
  const sharedBy = sharedColumns(columns, services);
  const keys = columns.map(({ key }) => key).join(' ');
  const cellsOf = (row: Service | ServiceCase) =>
    columns.map((column) => {
      const content = columnContent(row, column);
      // A fact of only the service, or only its cases, leaves a blank cell in the other rows.
      const canBeBlank = isService(row)
        ? row.cases.length > 0 && column.kind === 'fact'
        : column.kind !== 'name';
      const isBlank = canBeBlank && content.lines.length === 0;
      return { ...content, isBlank, isShared: isService(row) && sharedBy.includes(column) };
    });
  const caseRow = (one: ServiceCase, at: number) => {
    return { letter: letterAt(at), name: one.name, cells: cellsOf(one) };
  };
  const serviceRow = (service: Service) => {
    return { service, cells: cellsOf(service), cases: service.cases.map(caseRow) };
  };
  return {
    columns: columns.map(({ key, className, heading }, at) => {
      return { key, className, heading, width: widths[at] };
    }),
    /** Content that all services share: it stands above the table, and the cards omit it. */
    shared: services
      .slice(0, 1)
      .flatMap((first) => sharedBy.map((one) => columnContent(first, one))),
    /** Whether the columns are the eight of the official format, whose cards the stylesheet knows. */
    isOfficial: keys === 'serial name time documents documents_source fee officer superior',
    groups: groups.map(({ title, services }) => ({ title, rows: services.map(serviceRow) })),
  };
}

/** The minimum width of a column in percent, which holds an ordinary word (কার্যদিবস) of a table at 1280 px. */
const NARROWEST = 8;

/** Returns the widths of the columns in percent; the stylesheet fixes that of the serial. */
function columnWidths(columns: TableColumn[], services: Service[]): number[] {
  const rows = services.flatMap((service) => [service, ...service.cases]);
  const hasList = (column: TableColumn) =>
    column.kind === 'fact' && rows.some((row) => column.lines(row).length > 1);
  const widths = columns.map((column) => column.width * (hasList(column) ? 2 : 1));
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) =>
    Math.min(WIDEST, Math.max(NARROWEST, Math.round((95 * width) / sum))),
  );
}

/** Returns the columns in which all of several services say the same, and say something. */
function sharedColumns(columns: TableColumn[], [first, ...others]: Service[]): TableColumn[] {
  if (first === undefined || others.length === 0) return [];
  const said = (service: Service, column: TableColumn) =>
    column.kind === 'fact' ? factGroups(service, column) : columnContent(service, column).people;
  return columns.filter((column) => {
    const one = said(first, column);
    return one.length > 0 && others.every((other) => isDeepStrictEqual(said(other, column), one));
  });
}
