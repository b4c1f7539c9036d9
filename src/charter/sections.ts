// The sections of the charter that the data fill, with their titles, numbers and columns.

import { toBengaliDigits } from '../bangla/digits.ts';
import type { Charter, Complaints, ComplaintTier, FreeTable } from './charter.ts';
import { type ColumnKey, columns, type TableColumn, tableColumn } from './columns.ts';
import { type Category, categories, factGroups, type Service } from './service.ts';

/** The titles of the official format, for sections that have none of their own. */
export const officialTitles = {
  citizen: 'নাগরিক সেবা',
  institutional: 'প্রাতিষ্ঠানিক সেবা',
  internal: 'অভ্যন্তরীণ সেবা',
  subordinate: 'আওতাধীন দপ্তরসমূহের সেবা',
  expectations: 'আপনার কাছে আমাদের প্রত্যাশা',
  complaints: 'অভিযোগ প্রতিকার ব্যবস্থাপনা',
} as const;

/** A section before it gets its number. */
interface Unnumbered {
  /** Its anchor on the page of services. */
  id: string;
  title: string;
  /** The number that the charter gives it. */
  ownNumber: string | undefined;
}

interface Numbered extends Unnumbered {
  /** The charter's number ("২.১"), or a computed one, for the official numbering skips sections that an office omits. */
  number: string;
}

/** Services under one heading within a section; without a heading where the section has no groups. */
export interface ServiceGroup {
  title: string | undefined;
  services: Service[];
}

interface Services {
  kind: 'services';
  services: Service[];
  groups: ServiceGroup[];
  columns: TableColumn[];
}

interface OtherContent {
  subordinate: { offices: Charter['subordinate'] };
  expectations: { expectations: string[] };
  complaints: { complaints: Complaints; columns: ComplaintColumn[] };
  table: { table: FreeTable };
}

export type ServiceSection = Numbered & Services;
export type Section =
  | ServiceSection
  | {
      [Kind in keyof OtherContent]: Numbered & { kind: Kind } & OtherContent[Kind];
    }[keyof OtherContent];

/** The columns of the official complaints table. */
const complaintColumns = [
  { key: 'serial', heading: 'ক্রমিক' },
  { key: 'when', heading: 'কখন যোগাযোগ করবেন' },
  { key: 'whom', heading: 'কার সঙ্গে যোগাযোগ করবেন' },
  { key: 'where', heading: 'যোগাযোগের ঠিকানা' },
  { key: 'time', heading: 'নিষ্পত্তির সময়সীমা' },
] as const;
export type ComplaintColumn = (typeof complaintColumns)[number];

/** Returns the sections after vision and mission, in the official order. */
export function sectionsOf(charter: Charter): Section[] {
  const { subordinate, expectations, complaints, tables, sections: settings } = charter;
  const named = (id: keyof typeof officialTitles): Unnumbered => ({
    id,
    title: settings[id]?.title ?? officialTitles[id],
    ownNumber: settings[id]?.number,
  });
  // Vision and mission are section ১ where there are any; the services follow.
  const first = charter.vision === undefined && charter.mission === undefined ? 1 : 2;

  const services = categories
    .map((category) => ({ category, services: inCategory(charter, category) }))
    .filter(({ services }) => services.length > 0)
    .map(({ category, services }, index): ServiceSection => {
      const base = named(category);
      return {
        ...base,
        number: base.ownNumber ?? toBengaliDigits(`${first}.${index + 1}`),
        kind: 'services',
        services,
        groups: serviceGroups(services),
        columns: columnsWithValues(charter, services),
      };
    });

  const others = [
    subordinate.length > 0 && {
      ...named('subordinate'),
      kind: 'subordinate' as const,
      offices: subordinate,
    },
    ...tables.map((table) => ({
      id: table.id,
      title: table.title,
      ownNumber: table.number,
      kind: 'table' as const,
      table,
    })),
    expectations.length > 0 && {
      ...named('expectations'),
      kind: 'expectations' as const,
      expectations,
    },
    complaints !== undefined && {
      ...named('complaints'),
      kind: 'complaints' as const,
      complaints,
      columns: complaintColumns.filter(({ key }) =>
        complaints.tiers.some((tier) => tierHasValue(tier, key)),
      ),
    },
  ].filter((section) => section !== false);
  const next = services.length > 0 ? first + 1 : first;
  const numbered = others.map((section, index) => ({
    ...section,
    number: section.ownNumber ?? toBengaliDigits(next + index),
  }));
  return [...services, ...numbered];
}

function inCategory({ services }: Charter, category: Category): Service[] {
  return services.filter((service) => service.category === category);
}

/** Returns services under the headings of their groups, in their order. */
export function serviceGroups(services: readonly Service[]): ServiceGroup[] {
  const groups: ServiceGroup[] = [];
  for (const service of services) {
    const last = groups.at(-1);
    if (last && last.title === service.group) last.services.push(service);
    else groups.push({ title: service.group, services: [service] });
  }
  return groups;
}

/** Returns the office's short name of a column, or the official label if the charter has no such heading. */
export function columnLabel({ headings }: Pick<Charter, 'headings'>, key: ColumnKey): string {
  const heading = headings.find((one) => one.key === key);
  return heading === undefined ? columns[key].label : tableColumn(heading).label;
}

/** Returns the columns that at least one of the services has a value in, in the order of the headings. */
export function columnsWithValues({ headings }: Charter, services: Service[]): TableColumn[] {
  return headings
    .map(tableColumn)
    .filter((column) => services.some((service) => hasValue(service, column)));
}

/** Whether a service says anything in a column. */
function hasValue(service: Service, column: TableColumn): boolean {
  switch (column.kind) {
    case 'serial':
    case 'name':
      return true;
    case 'fact':
      return factGroups(service, column).length > 0;
    case 'officers':
      return column.officers(service).length > 0;
  }
}

function tierHasValue(tier: ComplaintTier, key: ComplaintColumn['key']): boolean {
  if (key === 'serial') return true;
  if (key !== 'where') return tier[key] !== undefined;
  const { officer, address, phone, email, website } = tier;
  return [officer, address, phone, email, website].some((fact) => fact !== undefined);
}
