// The sections of the official charter that the data fill, with the numbers they get by it (২.১, ২.২ …).

import { toBengaliDigits } from '../bangla/digits.ts';
import { keysOf } from '../typed.ts';
import type { Charter } from './charter.ts';
import { type ColumnKey, columns } from './columns.ts';
import { type Category, categories, factGroups, type Service } from './service.ts';

export const categoryTitles: Record<Category, string> = {
  citizen: 'নাগরিক সেবা',
  institutional: 'প্রাতিষ্ঠানিক সেবা',
  internal: 'অভ্যন্তরীণ সেবা',
};

interface SectionBase {
  /** Its anchor on the page of services. */
  id: string;
  title: string;
  /** "২.১"; computed, for the official numbering skips the sections that an office lacks. */
  number: string;
}

/** A column of one office's table, under the office's own heading. */
export interface ServiceColumn {
  key: ColumnKey;
  heading: string;
}

export interface ServiceSection extends SectionBase {
  kind: 'services';
  services: Service[];
  columns: ServiceColumn[];
}

export type Section =
  | ServiceSection
  | (SectionBase & { kind: 'subordinate'; offices: Charter['subordinate'] })
  | (SectionBase & { kind: 'expectations'; expectations: string[] })
  | (SectionBase & {
      kind: 'complaints';
      complaints: NonNullable<Charter['complaints']>;
      columns: typeof complaintColumns;
    });

/** The official columns of the complaints' table; `share` is the width on the poster, as in columns.ts. */
const complaintColumns = [
  { key: 'serial', heading: 'ক্রমিক', share: 5 },
  { key: 'name', heading: 'কখন যোগাযোগ করবেন', share: 25.5 },
  { key: 'whom', heading: 'কার সঙ্গে যোগাযোগ করবেন', share: 20 },
  { key: 'where', heading: 'যোগাযোগের ঠিকানা', share: 34 },
  { key: 'time', heading: 'নিষ্পত্তির সময়সীমা', share: 11.5 },
] as const;
export type ComplaintColumnKey = (typeof complaintColumns)[number]['key'];

/** Vision and mission are section ১; the promised services begin at ২. */
const SERVICES_NUMBER = 2;

/** The sections after vision and mission, in the official order. */
export function sectionsOf(charter: Charter): Section[] {
  const { subordinate: offices, expectations, complaints } = charter;
  const services = categories
    .map((id) => ({ id, services: charter.services.filter(({ category }) => category === id) }))
    .filter(({ services }) => services.length > 0)
    .map(({ id, services }, index) => ({
      kind: 'services' as const,
      id,
      title: categoryTitles[id],
      number: toBengaliDigits(`${SERVICES_NUMBER}.${index + 1}`),
      services,
      columns: columnsOf(charter.headings, services),
    }));
  const rest = [
    offices.length > 0 && { kind: 'subordinate' as const, title: 'আওতাধীন দপ্তরসমূহের সেবা', offices },
    expectations.length > 0 && {
      kind: 'expectations' as const,
      title: 'আপনার কাছে আমাদের প্রত্যাশা',
      expectations,
    },
    complaints && {
      kind: 'complaints' as const,
      title: 'অভিযোগ প্রতিকার ব্যবস্থাপনা',
      complaints,
      columns: complaintColumns,
    },
  ]
    .filter((section) => section !== undefined && section !== false)
    .map((section, index) => ({
      ...section,
      id: section.kind,
      number: toBengaliDigits(SERVICES_NUMBER + 1 + index),
    }));
  return [...services, ...rest];
}

/** The columns that at least one of the services fills, in the order of the headings. */
export function columnsOf(headings: Charter['headings'], services: Service[]): ServiceColumn[] {
  return keysOf(headings).flatMap((key) => {
    const heading = headings[key];
    const isFilled = services.some((service) => isFilledBy(service, key));
    return heading !== undefined && isFilled ? [{ key, heading }] : [];
  });
}

function isFilledBy(service: Service, key: ColumnKey): boolean {
  const column = columns[key];
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
