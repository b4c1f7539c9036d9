// The charter as the program works with it: read, checked, and every reference looked up.

import { z } from 'zod';
import { toBengaliAmount } from '../bangla/digits.ts';
import { type Heading, hasRoom } from './columns.ts';
import type { Office } from './office.ts';
import type { Officer } from './officer.ts';
import type { Service } from './service.ts';
import {
  anyNumber,
  cellText,
  email,
  id,
  name,
  number,
  quotation,
  rule,
  text,
  webAddress,
} from './values.ts';

export const subordinateSchema = z.strictObject({
  name: text.meta({ description: 'দপ্তর বা সংস্থার নাম।' }),
  website: webAddress.optional().meta({ description: 'তাদের সনদের ওয়েব ঠিকানা।' }),
});

const complaintTierSchema = z.strictObject({
  when: text.optional().meta({ description: 'কখন যোগাযোগ করবেন।' }),
  whom: text.meta({ description: 'কার সঙ্গে যোগাযোগ করবেন।' }),
  officer: id.optional().meta({ description: 'officers.yaml এর কর্মকর্তা; তাঁর ঠিকানা ও নম্বর দেখা যায়।' }),
  address: text.optional().meta({ description: 'যোগাযোগের ঠিকানা।' }),
  phone: anyNumber.optional().meta({
    description: 'যোগাযোগের নম্বর, উদ্ধৃতি চিহ্নের মধ্যে।',
    examples: ['02-55000000'],
  }),
  email: email.optional().meta({ description: 'যোগাযোগের ইমেইল।' }),
  website: webAddress.optional().meta({ description: 'অভিযোগ জানানোর ওয়েবসাইট।' }),
  time: cellText.optional().meta({ description: 'নিষ্পত্তির সময়সীমা।' }),
});

export const complaintsSchema = z.strictObject({
  introduction: text.optional().meta({ description: 'টেবিলের আগের কথা।' }),
  tiers: z.array(complaintTierSchema).min(1).meta({ description: 'অভিযোগের ধাপ, ক্রমে।' }),
});

/** A table of the charter that is no list of services: a chart of fees, what to do when a service is refused. */
export const tableSchema = z.strictObject({
  id: id.meta({
    description: 'টেবিলের ঠিকানা: /services#<id>। প্রকাশের পর বদলাবেন না।',
    examples: ['fee-chart'],
  }),
  title: name.meta({ description: 'টেবিলের শিরোনাম।' }),
  number: name.optional().meta({ description: 'অংশের নম্বর, সনদে যেমন আছে।', examples: ['২.৪'] }),
  introduction: text.optional().meta({ description: 'টেবিলের আগের কথা।' }),
  columns: z
    .array(name)
    .min(1)
    .refine(hasRoom, rule('wide-table'))
    .meta({ description: 'কলামের শিরোনাম, ক্রমে।' }),
  rows: z
    .array(z.array(z.union([cellText, number.transform(toBengaliAmount)])).min(1))
    .min(1)
    .meta({ description: 'সারি: প্রতিটিতে কলামের সমান সংখ্যক ঘর; খালি ঘরে "-" লিখুন।' }),
});
export type FreeTable = z.infer<typeof tableSchema>;

const sectionSchema = z.strictObject({
  title: name.optional().meta({ description: 'অংশের শিরোনাম, সনদে যেমন আছে।' }),
  number: name.optional().meta({ description: 'অংশের নম্বর, সনদে যেমন আছে।', examples: ['২.১'] }),
});
const serviceSectionSchema = sectionSchema.extend({
  serials: text
    .refine((value) => value === 'numbers' || value === 'letters', rule('serials'))
    .optional()
    .meta({
      description: 'ক্রমিক কীভাবে লেখা: numbers (০১, ০২) অথবা letters (ক, খ)।',
      enum: ['numbers', 'letters'],
    }),
});

/** The titles and numbers of the charter's sections, where they differ from the official format. */
export const sectionsSchema = z.strictObject({
  citizen: serviceSectionSchema.optional().meta({ description: 'নাগরিক সেবার অংশ।' }),
  institutional: serviceSectionSchema.optional().meta({ description: 'প্রাতিষ্ঠানিক সেবার অংশ।' }),
  internal: serviceSectionSchema.optional().meta({ description: 'অভ্যন্তরীণ সেবার অংশ।' }),
  subordinate: sectionSchema.optional().meta({ description: 'আওতাধীন দপ্তরের অংশ।' }),
  expectations: sectionSchema.optional().meta({ description: 'প্রত্যাশার অংশ।' }),
  complaints: sectionSchema.optional().meta({ description: 'অভিযোগ প্রতিকারের অংশ।' }),
});
export type SectionSettings = z.infer<typeof sectionsSchema>;

export const correctionSchema = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        published: quotation.meta({ description: 'মূল সনদে যেমন ছিল।' }),
        shown: quotation.optional().meta({ description: 'এখানে যেমন আছে; না থাকলে বাদ দেওয়া হয়েছে।' }),
      }),
    )
    .min(1)
    .meta({ description: 'বদলগুলো: যা ছিল, যা আছে।' }),
  reason: text.meta({ description: 'কেন।' }),
  file: text.optional().meta({ description: 'shown লেখাটি যে ফাইলে আছে।' }),
});

export type Correction = z.infer<typeof correctionSchema>;

export type ComplaintTier = Omit<z.infer<typeof complaintTierSchema>, 'officer'> & {
  officer: Officer | undefined;
};

export interface Complaints {
  introduction?: string | undefined;
  tiers: ComplaintTier[];
}

export interface Charter {
  office: Office;
  vision: string | undefined;
  mission: string | undefined;
  /** In the order of the columns. */
  headings: Heading[];
  sections: SectionSettings;
  officers: Officer[];
  /** In the order of the categories. */
  services: Service[];
  subordinate: z.infer<typeof subordinateSchema>[];
  expectations: string[];
  complaints: Complaints | undefined;
  tables: FreeTable[];
  corrections: Correction[];
  /** Words and phrases of one meaning, a group each; only search reads them. */
  synonyms: string[][];
}
