// The official table of services as a page shows it: headings, and cells with their lines and officers.

import { isDeepStrictEqual } from 'node:util';
import type { Facts, Line, TableColumn } from '../charter/columns.ts';
import type { InCharge } from '../charter/officer.ts';
import type { ServiceSection } from '../charter/sections.ts';
import { factGroups, letterAt, type Service, type ServiceCase } from '../charter/service.ts';
import { WIDEST } from './html/styles.ts';

/** The content of a column for a service or for one of its cases. */
export interface Content {
  kind: TableColumn['kind'];
  className: string;
  heading: string;
  /** The heading where space is short. */
  label: string;
  isStrong: boolean;
  lines: Line[];
  people: InCharge[];
}

interface Cell extends Content {
  /** Whether the content is the same for all services of the section. */
  isShared: boolean;
  /** Whether nothing is missing, because only the service or only its cases have a value here. */
  isBlank: boolean;
}

export interface ServiceTable {
  columns: { className: string; heading: string; width: number | undefined }[];
  /** Content that all services share: it stands above the table, and the cards omit it. */
  shared: Content[];
  /** Whether the columns are the eight of the official format, whose cards the stylesheet knows. */
  isOfficial: boolean;
  hasSerials: boolean;
  groups: { title: string | undefined; rows: ServiceRow[] }[];
}

interface ServiceRow {
  service: Service;
  cells: Cell[];
  cases: { letter: string; name: string; cells: Cell[] }[];
}

/** Returns the table of a section. */
export function serviceTable({ columns, services, groups }: ServiceSection): ServiceTable {
  const widths = columnWidths(columns, services);
  const shared = sharedColumns(columns, services);
  const [first] = services;
  const keys = columns.map(({ key }) => key);
  const cellsOf = (row: Service | ServiceCase) =>
    columns.map((column): Cell => {
      const content = columnContent(row, column);
      const isCase = !isService(row);
      const canBeBlank = isCase
        ? column.kind !== 'name'
        : row.cases.length > 0 && column.kind === 'fact';
      return {
        ...content,
        isShared: !isCase && shared.includes(column),
        isBlank: canBeBlank && content.lines.length === 0,
      };
    });
  const rowOf = (service: Service): ServiceRow => ({
    service,
    cells: cellsOf(service),
    cases: service.cases.map((one, at) => ({
      letter: letterAt(at),
      name: one.name,
      cells: cellsOf(one),
    })),
  });
  return {
    columns: columns.map(({ className, heading }, at) => ({
      className,
      heading,
      width: widths[at],
    })),
    shared: first ? shared.map((column) => columnContent(first, column)) : [],
    isOfficial:
      keys.join(' ') === 'serial name time documents documents_source fee officer superior',
    hasSerials: keys.includes('serial'),
    groups: groups.map(({ title, services }) => ({ title, rows: services.map(rowOf) })),
  };
}

/** Returns what a column says of a service, or of one of its cases, which have no officers of their own. */
export function columnContent(row: Facts, column: TableColumn): Content {
  const { kind, className, heading, label } = column;
  return {
    kind,
    className,
    heading,
    label,
    isStrong: kind === 'fact' && column.isStrong,
    lines: kind === 'fact' ? column.lines(row) : [],
    people: kind === 'officers' && isService(row) ? column.officers(row) : [],
  };
}

const isService = (row: Facts): row is Service => 'cases' in row;

/** The least width of a column in percent, which holds an ordinary word (কার্যদিবস) of a table at 1280 px. */
const NARROWEST = 8;

/** Returns the widths of the columns in percent; the stylesheet fixes that of the serial. */
function columnWidths(columns: TableColumn[], services: Service[]): number[] {
  const hasList = (column: TableColumn) =>
    column.kind === 'fact' &&
    services.some((service) =>
      [service, ...service.cases].some((row) => column.lines(row).length > 1),
    );
  const widths = columns.map((column) => column.width * (hasList(column) ? 2 : 1));
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) =>
    Math.min(WIDEST, Math.max(NARROWEST, Math.round((95 * width) / sum))),
  );
}

/** Returns the columns in which all of several services say the same, and say something. */
function sharedColumns(columns: TableColumn[], [first, ...others]: Service[]): TableColumn[] {
  if (first === undefined || others.length === 0) return [];
  const said = (service: Service, column: TableColumn) => {
    if (column.kind === 'officers') return column.officers(service);
    return column.kind === 'fact' ? factGroups(service, column) : [];
  };
  return columns.filter((column) => {
    const one = said(first, column);
    return one.length > 0 && others.every((other) => isDeepStrictEqual(said(other, column), one));
  });
}
