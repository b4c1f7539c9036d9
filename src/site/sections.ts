// The sections of the official charter that the data fills, with the numbers they get by it (২.১, ২.২ …).

import { toBengaliDigits } from '../bangla/digits.ts';
import {
  type Category,
  type Charter,
  type Column,
  categories,
  type Service,
} from '../charter/charter.ts';
import { columnsOf } from './facts.ts';

export const categoryTitles: Record<Category, string> = {
  citizen: 'নাগরিক সেবা',
  institutional: 'প্রাতিষ্ঠানিক সেবা',
  internal: 'অভ্যন্তরীণ সেবা',
};

interface SectionBase {
  /** Its anchor on the page of services. */
  id: string;
  title: string;
  /** "২.১"; numbers are computed, for sections that an office lacks are skipped in the official format. */
  number: string;
}

export interface ServiceSection extends SectionBase {
  kind: 'services';
  services: Service[];
  columns: { key: Column; heading: string }[];
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

const complaintColumns = [
  { key: 'serial', heading: 'ক্রমিক' },
  { key: 'name', heading: 'কখন যোগাযোগ করবেন' },
  { key: 'whom', heading: 'কার সঙ্গে যোগাযোগ করবেন' },
  { key: 'where', heading: 'যোগাযোগের ঠিকানা' },
  { key: 'time', heading: 'নিষ্পত্তির সময়সীমা' },
] as const;
export type ComplaintColumn = (typeof complaintColumns)[number]['key'];

/** Vision and mission are section ১; the promised services begin at ২. */
const SERVICES_NUMBER = 2;

/** The sections after vision and mission, in the official order. */
export function sectionsOf(charter: Charter): Section[] {
  const { headings, subordinate: offices, expectations, complaints } = charter;
  const services = categories
    .map((id) => ({ id, services: charter.services.filter(({ category }) => category === id) }))
    .filter(({ services }) => services.length > 0)
    .map(({ id, services }, index) => ({
      kind: 'services' as const,
      id,
      title: categoryTitles[id],
      number: toBengaliDigits(`${SERVICES_NUMBER}.${index + 1}`),
      services,
      columns: columnsOf(services).flatMap((key) => {
        const heading = headings[key];
        return heading === undefined ? [] : { key, heading };
      }),
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
