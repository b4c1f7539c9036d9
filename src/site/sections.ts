// The sections of the official charter that the data fills, with the numbers they get by it (domain: ২.১, ২.২ …).

import { toBengaliDigits } from '../bangla/digits.ts';
import {
  type Category,
  type Charter,
  type Column,
  categories,
  type Service,
} from '../charter/schema.ts';
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
  | (SectionBase & { kind: 'complaints'; complaints: NonNullable<Charter['complaints']> });

/** Vision and mission are section ১; the promised services begin at ২. */
const SERVICES_NUMBER = 2;

/** The sections after vision and mission, in the official order. */
export function sectionsOf(charter: Charter): Section[] {
  const { headings, subordinate, expectations, complaints } = charter;
  const sections: Section[] = categories
    .map((category) => ({
      category,
      services: charter.services.filter((service) => service.category === category),
    }))
    .filter(({ services }) => services.length > 0)
    .map(({ category, services }, index) => ({
      kind: 'services',
      id: category,
      title: categoryTitles[category],
      number: toBengaliDigits(`${SERVICES_NUMBER}.${index + 1}`),
      services,
      columns: columnsOf(services).flatMap((key) => {
        const heading = headings[key];
        return heading === undefined ? [] : { key, heading };
      }),
    }));
  let last = SERVICES_NUMBER;
  const number = () => {
    last += 1;
    return toBengaliDigits(last);
  };
  if (subordinate.length > 0) {
    const title = 'আওতাধীন দপ্তরসমূহের সেবা';
    sections.push({
      kind: 'subordinate',
      id: 'subordinate',
      title,
      number: number(),
      offices: subordinate,
    });
  }
  if (expectations.length > 0) {
    const title = 'আপনার কাছে আমাদের প্রত্যাশা';
    sections.push({
      kind: 'expectations',
      id: 'expectations',
      title,
      number: number(),
      expectations,
    });
  }
  if (complaints) {
    const title = 'অভিযোগ প্রতিকার ব্যবস্থাপনা';
    sections.push({ kind: 'complaints', id: 'complaints', title, number: number(), complaints });
  }
  return sections;
}
