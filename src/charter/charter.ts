// The charter as the program works with it: read, checked, and every reference looked up.

import { z } from 'zod';
import type { headingsSchema } from './columns.ts';
import type { Office } from './office.ts';
import type { Officer } from './officer.ts';
import type { Service } from './service.ts';
import { id, quotation, text, webAddress } from './values.ts';

export const subordinateSchema = z.strictObject({
  name: text.meta({ description: 'দপ্তর বা সংস্থার নাম।' }),
  website: webAddress.optional().meta({ description: 'তাদের সনদের ওয়েব ঠিকানা।' }),
});

const complaintTierSchema = z.strictObject({
  when: text.meta({ description: 'কখন যোগাযোগ করবেন।' }),
  whom: text.meta({ description: 'কার সঙ্গে যোগাযোগ করবেন।' }),
  officer: id.optional().meta({ description: 'officers.yaml এর কর্মকর্তা; তাঁর ঠিকানা ও নম্বর দেখা যায়।' }),
  address: text.optional().meta({ description: 'যোগাযোগের ঠিকানা।' }),
  website: webAddress.optional().meta({ description: 'অভিযোগ জানানোর ওয়েবসাইট।' }),
  time: text.meta({ description: 'নিষ্পত্তির সময়সীমা।' }),
});

export const complaintsSchema = z.strictObject({
  introduction: text.optional().meta({ description: 'টেবিলের আগের কথা।' }),
  tiers: z.array(complaintTierSchema).min(1).meta({ description: 'অভিযোগের ধাপ, ক্রমে।' }),
});

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
  vision: string;
  mission: string;
  headings: z.infer<typeof headingsSchema>;
  officers: Officer[];
  /** In the order of the categories, each without gaps in its serial numbers. */
  services: Service[];
  subordinate: z.infer<typeof subordinateSchema>[];
  expectations: string[];
  complaints: Complaints | undefined;
  corrections: Correction[];
  /** Words and phrases of one meaning, a group each; only search reads them. */
  synonyms: string[][];
}
