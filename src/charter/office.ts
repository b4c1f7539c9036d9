// The office that publishes the charter.

import { z } from 'zod';
import { date, email, text, webAddress } from './values.ts';

export const officeSchema = z.strictObject({
  government: text.meta({
    description: 'সরকারের নাম; পাতার সবার উপরে ছোট লেখায়।',
    examples: ['গণপ্রজাতন্ত্রী বাংলাদেশ সরকার'],
  }),
  ministry: text.optional().meta({ description: 'মন্ত্রণালয় বা বিভাগ; থাকলে সরকারের নামের পরে।' }),
  department: text.meta({
    description: 'অধিদপ্তর, সংস্থা বা পরিষদের নাম; পাতার উপরে বড় লেখায় ও প্রতিটি শিরোনামে।',
  }),
  office: text
    .optional()
    .meta({ description: 'কার্যালয়ের নাম; থাকলে জায়গার আগে।', examples: ['উপজেলা কার্যালয়'] }),
  union: text.optional().meta({ description: 'ইউনিয়ন।' }),
  upazila: text.optional().meta({ description: 'উপজেলা।' }),
  district: text.meta({ description: 'জেলা; একই নামের উপজেলা একাধিক জেলায় আছে।' }),
  website: z
    .strictObject({
      address: webAddress.meta({
        description: 'ওয়েবসাইটের ঠিকানা।',
        examples: ['office.example.gov.bd'],
      }),
      confirmed: z
        .boolean()
        .meta({ description: 'ঠিকানাটি খোলে, নিজে দেখে থাকলে true; তখন লিংক হয়।' }),
    })
    .optional()
    .meta({ description: 'কার্যালয়ের নিজের ওয়েবসাইট; পাতার নিচে।' }),
  published: date
    .optional()
    .meta({ description: 'সনদ প্রকাশের তারিখ: বছর-মাস-দিন।', examples: ['2026-01-31'] }),
  reviewed: date
    .optional()
    .meta({ description: 'সর্বশেষ হালনাগাদের তারিখ: বছর-মাস-দিন।', examples: ['2026-01-31'] }),
  security: z
    .strictObject({
      contact: email.meta({
        description: 'ওয়েবসাইটের নিরাপত্তা-ত্রুটি যাঁকে জানানো যায়, তাঁর ইমেইল।',
        examples: ['security@example.gov.bd'],
      }),
      expires: date.meta({
        description: 'কোন তারিখ পর্যন্ত এই তথ্য ঠিক: বছর-মাস-দিন, এক বছরের মধ্যে।',
        examples: ['2027-01-31'],
      }),
    })
    .optional()
    .meta({ description: 'নিরাপত্তা বিষয়ে যোগাযোগ; দিলে /.well-known/security.txt তৈরি হয়।' }),
});

export type Office = z.infer<typeof officeSchema>;

/** Union, upazila and district, as far as given. The upazila never stands alone: some names exist in two districts. */
export function placeOf({ union, upazila, district }: Office): string {
  return [union, upazila, district].filter((part) => part !== undefined).join(', ');
}

/** The office as titles name it. */
export function officeName(office: Office): string {
  return `${office.department}, ${placeOf(office)}`;
}
