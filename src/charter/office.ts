// The office that publishes the charter. Only its department is required: what a charter does not say is left out.

import { z } from 'zod';
import {
  anyNumber,
  date,
  dateOrMonth,
  email,
  name,
  rule,
  shortText,
  text,
  timeOfDay,
  webAddress,
} from './values.ts';

/** The days of the week as the staff write them, with the names of schema.org's DayOfWeek. */
export const weekdays = {
  sunday: 'Sunday',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
} as const;

/** The maximum length of texts in the head of a sheet and, below, of those at its foot. */
const headText = shortText(150);
const LONGEST_AT_FOOT = 500;
const footText = shortText(LONGEST_AT_FOOT);

/** Opening hours: a sentence for people and, if the staff like, days and times for search engines. */
const hoursSchema = z.union([
  footText
    .meta({ examples: ['রবি থেকে বৃহস্পতিবার, সকাল ৯টা থেকে বিকাল ৫টা'] })
    .transform((sentence) => ({ text: sentence, schedule: undefined })),
  z
    .strictObject({
      text: footText.meta({ description: 'অফিসের সময়, একটি বাক্যে।' }),
      days: z
        .array(
          text
            .refine((day) => Object.hasOwn(weekdays, day), rule('weekday'))
            .meta({
              enum: Object.keys(weekdays),
            }),
        )
        .min(1)
        .meta({ description: 'যে যে দিন খোলা, ইংরেজিতে।', examples: [['sunday', 'monday']] }),
      opens: timeOfDay.meta({ description: 'কখন খোলে, ২৪ ঘণ্টার হিসাবে।', examples: ['09:00'] }),
      closes: timeOfDay.meta({ description: 'কখন বন্ধ হয়, ২৪ ঘণ্টার হিসাবে।', examples: ['17:00'] }),
    })
    .transform(({ text: sentence, ...schedule }) => ({ text: sentence, schedule })),
]);

export const officeSchema = z.strictObject({
  government: headText.optional().meta({
    description: 'সরকারের নাম; পাতার সবার উপরে ছোট লেখায়।',
    examples: ['গণপ্রজাতন্ত্রী বাংলাদেশ সরকার'],
  }),
  ministry: headText.optional().meta({ description: 'মন্ত্রণালয় বা বিভাগ; থাকলে সরকারের নামের পরে।' }),
  department: headText.meta({
    description: 'অধিদপ্তর, সংস্থা বা পরিষদের নাম; পাতার উপরে বড় লেখায় ও প্রতিটি শিরোনামে।',
  }),
  office: headText
    .optional()
    .meta({ description: 'কার্যালয়ের নাম; থাকলে জায়গার আগে।', examples: ['উপজেলা কার্যালয়'] }),
  union: headText.optional().meta({ description: 'ইউনিয়ন।' }),
  upazila: headText.optional().meta({ description: 'উপজেলা।' }),
  district: headText.optional().meta({ description: 'জেলা; একই নামের উপজেলা একাধিক জেলায় আছে।' }),
  address: footText.optional().meta({
    description: 'কার্যালয়ের ঠিকানা: ভবন, সড়ক, ডাকঘর।',
    examples: ['উপজেলা পরিষদ ভবন, ২য় তলা'],
  }),
  hours: hoursSchema.optional().meta({
    description: 'অফিসের সময়: একটি বাক্য, অথবা text, days, opens ও closes।',
  }),
  directions: footText.optional().meta({ description: 'কীভাবে আসতে হয়।' }),
  map: webAddress
    .optional()
    .meta({ description: 'মানচিত্রের ওয়েব ঠিকানা।', examples: ['maps.example.com/office'] }),
  helplines: z
    .array(
      z.strictObject({
        name: name.meta({ description: 'হেল্পলাইনের নাম।', examples: ['জাতীয় তথ্যসেবা'] }),
        number: anyNumber.meta({
          description: 'নম্বর, উদ্ধৃতি চিহ্নের মধ্যে।',
          examples: ['333'],
        }),
      }),
    )
    .min(1)
    .optional()
    .meta({ description: 'হেল্পলাইন: নাম ও নম্বর।' }),
  website: z
    .strictObject({
      address: webAddress
        .refine(({ length }) => length <= LONGEST_AT_FOOT, rule('too-long', LONGEST_AT_FOOT))
        .meta({
          description: 'ওয়েবসাইটের ঠিকানা।',
          examples: ['office.example.gov.bd'],
        }),
      confirmed: z
        .boolean()
        .meta({ description: 'ঠিকানাটি খোলে, নিজে দেখে থাকলে true; তখন লিংক হয়।' }),
    })
    .optional()
    .meta({ description: 'কার্যালয়ের নিজের ওয়েবসাইট; পাতার নিচে।' }),
  published: dateOrMonth.optional().meta({
    description: 'সনদ প্রকাশের তারিখ: বছর-মাস-দিন, অথবা শুধু বছর-মাস।',
    examples: ['2026-01-31', '2026-01'],
  }),
  reviewed: dateOrMonth.optional().meta({
    description: 'সর্বশেষ হালনাগাদের তারিখ: বছর-মাস-দিন, অথবা শুধু বছর-মাস।',
    examples: ['2026-01-31', '2026-01'],
  }),
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

/**
 * Returns union, upazila and district, as far as given; empty when none is. The upazila does not stand alone where the
 * district is known: some names exist in two districts.
 */
export function officePlace({ union, upazila, district }: Office): string {
  return [union, upazila, district].filter((part) => part !== undefined).join(', ');
}

/** Returns the name of the office in titles. */
export function officeName(office: Office): string {
  return [office.department, officePlace(office)].filter((part) => part !== '').join(', ');
}

/** Whether the charter says where the office is, when it is open, or which helplines there are. */
export function hasVisitorFacts(office: Office): boolean {
  const { address, hours, directions, map, helplines } = office;
  return [address, hours, directions, map, helplines].some((fact) => fact !== undefined);
}
