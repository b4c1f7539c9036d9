// What each file in data/ may hold: one strict schema a file.
// Descriptions are for the staff, who see them in their editor (npm run schemas). A rule's name is explained in explain.ts.

import { z } from 'zod';
import { isMobile, isShortCode, toE164 } from '../bangla/phone.ts';
import { type Fact, toUrl } from './charter.ts';
import type { FileName } from './sources.ts';

const rule = (name: string) => ({ params: { rule: name }, abort: true });

// Unicode's bidirectional controls (UAX #9): they can make a text read otherwise than it is stored.
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Prose in any script. NFC, because keyboards differ in how they write য় ড় ঢ় (Unicode UAX #15). */
const text = z
  .string()
  .normalize('NFC')
  .trim()
  .refine((value) => /[\p{L}\p{N}]/u.test(value), rule('empty'))
  .refine((value) => !BIDI_CONTROL.test(value), rule('bidi'));

/** A quotation, which may be signs only. */
const quotation = z
  .string()
  .normalize('NFC')
  .refine((value) => value !== '', rule('empty'));

/** A name for machines, in addresses and references: "e-filing". Never changed once published. */
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = text.refine((value) => ID.test(value), rule('id')).meta({ pattern: ID.source });

const date = text.refine((value) => z.iso.date().safeParse(value).success, rule('date'));
const email = text.refine((value) => z.email().safeParse(value).success, rule('email'));
const mobile = text.refine(isMobile, rule('mobile'));
const phone = text.refine((value) => toE164(value) !== undefined, rule('phone'));
const shortCode = text.refine(isShortCode, rule('short-code'));

const webUrl = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });
const webAddress = text.refine((value) => webUrl.safeParse(toUrl(value)).success, rule('website'));

const office = z.strictObject({
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

/** The columns of the official tables: the field offices' eight, and the head offices' seven (with `method`). */
const headings = z.strictObject({
  serial: text.meta({ description: 'ক্রমিক কলামের শিরোনাম।' }),
  name: text.meta({ description: 'সেবার নাম কলামের শিরোনাম।' }),
  method: text.optional().meta({ description: 'সেবা প্রদান পদ্ধতি কলামের শিরোনাম।' }),
  time: text.optional().meta({ description: 'সময় কলামের শিরোনাম।' }),
  documents: text.optional().meta({ description: 'কাগজপত্র কলামের শিরোনাম।' }),
  documents_source: text.optional().meta({ description: 'প্রাপ্তিস্থান কলামের শিরোনাম।' }),
  fee: text.optional().meta({ description: 'মূল্য কলামের শিরোনাম।' }),
  officer: text.optional().meta({ description: 'দায়িত্বপ্রাপ্ত কর্মকর্তা কলামের শিরোনাম।' }),
  superior: text.optional().meta({ description: 'ঊর্ধ্বতন কর্মকর্তা কলামের শিরোনাম।' }),
});

const officerIds = z
  .union([id, z.array(id).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const complaintTier = z.strictObject({
  when: text.meta({ description: 'কখন যোগাযোগ করবেন।' }),
  whom: text.meta({ description: 'কার সঙ্গে যোগাযোগ করবেন।' }),
  officer: id.optional().meta({ description: 'officers.yaml এর কর্মকর্তা; তাঁর ঠিকানা ও নম্বর দেখা যায়।' }),
  address: text.optional().meta({ description: 'যোগাযোগের ঠিকানা।' }),
  website: webAddress.optional().meta({ description: 'অভিযোগ জানানোর ওয়েবসাইট।' }),
  time: text.meta({ description: 'নিষ্পত্তির সময়সীমা।' }),
});

const charter = z.strictObject({
  vision: text.meta({ description: 'ভিশন (রূপকল্প): একটি বাক্য, হুবহু সনদের।' }),
  mission: text.meta({ description: 'মিশন (অভিলক্ষ্য), হুবহু সনদের।' }),
  headings: headings.meta({ description: 'সেবার টেবিলের শিরোনাম; যে কলাম লাগে, শুধু সেগুলো।' }),
  expectations: z
    .array(text)
    .min(1)
    .optional()
    .meta({ description: 'আপনার কাছে আমাদের প্রত্যাশা: সেবা পেতে সেবাগ্রহীতার করণীয়।' }),
  complaints: z
    .strictObject({
      introduction: text.optional().meta({ description: 'টেবিলের আগের কথা।' }),
      tiers: z.array(complaintTier).min(1).meta({ description: 'অভিযোগের ধাপ, ক্রমে।' }),
    })
    .optional()
    .meta({ description: 'অভিযোগ প্রতিকার ব্যবস্থাপনা (GRS)।' }),
});

const officer = z.strictObject({
  name: text.optional().meta({ description: 'কর্মকর্তার নাম; না দিলে শুধু পদবি দেখা যায়।' }),
  post: text.meta({ description: 'পদবি, শাখা থাকলে শাখার নামসহ।', examples: ['সহকারী প্রোগ্রামার'] }),
  room: text.optional().meta({ description: 'রুম নম্বর।', examples: ['২০৩'] }),
  office: text.meta({ description: 'কার্যালয়।' }),
  place: text.meta({ description: 'জায়গা: উপজেলা, জেলা।', examples: ['সদর, ঢাকা'] }),
  mobile: mobile
    .optional()
    .meta({ description: 'মোবাইল নম্বর, উদ্ধৃতি চিহ্নের মধ্যে।', examples: ['01700000000'] }),
  phone: phone.optional().meta({
    description: 'দাপ্তরিক টেলিফোন, এলাকার কোডসহ, উদ্ধৃতি চিহ্নের মধ্যে।',
    examples: ['02-55000000'],
  }),
  short_code: shortCode
    .optional()
    .meta({ description: 'হটলাইন: ৩ থেকে ৫ অঙ্ক, উদ্ধৃতি চিহ্নের মধ্যে।', examples: ['333'] }),
  email: email
    .optional()
    .meta({ description: 'ইমেইল; সরকারি কাজে .gov.bd ঠিকানা।', examples: ['name@example.gov.bd'] }),
});

const document = z.union([
  text,
  z.strictObject({
    name: text.meta({ description: 'কাগজের নাম।' }),
    source: text.optional().meta({ description: 'কোথায় পাওয়া যায়।' }),
    form: webAddress.optional().meta({ description: 'ফরমের ওয়েব ঠিকানা।' }),
  }),
]);

const documents = z
  .union([text, z.array(document).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .transform((items) => items.map((item) => (typeof item === 'string' ? { name: item } : item)));

/** A sum in taka, or a sentence. */
const price = z.union([text, z.number().nonnegative()]);
const fee = z
  .union([
    price,
    z
      .array(
        z.strictObject({
          for: text.meta({ description: 'কীসের জন্য।' }),
          fee: price.meta({ description: 'মূল্য: লেখা, অথবা টাকার অঙ্ক।' }),
        }),
      )
      .min(1),
  ])
  .transform((value) => (Array.isArray(value) ? value : [{ for: undefined, fee: value }]));

const facts = {
  method: text.optional().meta({ description: 'সেবা প্রদান পদ্ধতি।' }),
  time: text.optional().meta({ description: 'সেবা প্রদানে সর্বোচ্চ সময়।', examples: ['৭ কার্যদিবস'] }),
  documents: documents.optional().meta({
    description: 'প্রয়োজনীয় কাগজপত্র: একটি লেখা, অথবা “- ” দিয়ে তালিকা; তালিকায় name, source, form লেখা যায়।',
  }),
  documents_source: text.optional().meta({ description: 'কাগজপত্র বা আবেদন ফরম কোথায় পাওয়া যায়।' }),
  fee: fee.optional().meta({
    description: 'সেবা মূল্য ও পরিশোধ পদ্ধতি: একটি লেখা (বিনামূল্যে), টাকার অঙ্ক (50), অথবা for ও fee এর তালিকা।',
  }),
} satisfies Record<Fact, z.ZodType>;

const service = z.strictObject({
  id: id.meta({
    description: 'সেবার পাতার ঠিকানা: /services/<id>। প্রকাশের পর বদলাবেন না।',
    examples: ['e-filing'],
  }),
  name: text.meta({ description: 'সেবার নাম।' }),
  ...facts,
  officer: officerIds
    .optional()
    .meta({ description: 'দায়িত্বপ্রাপ্ত কর্মকর্তা: officers.yaml এর বাম পাশের নাম, একাধিক হলে তালিকা।' }),
  superior: officerIds
    .optional()
    .meta({ description: 'ঊর্ধ্বতন কর্মকর্তা: officers.yaml এর বাম পাশের নাম, একাধিক হলে তালিকা।' }),
  cases: z
    .array(z.strictObject({ name: text.meta({ description: 'উপ-সেবার নাম।' }), ...facts }))
    .min(1)
    .optional()
    .meta({ description: 'উপ-সেবা ক, খ, গ …: যার যার সময়, কাগজপত্র ও মূল্য।' }),
});

const serviceList = z.array(service).min(1).optional();

const services = z
  .strictObject({
    citizen: serviceList.meta({ description: 'নাগরিক সেবা।' }),
    institutional: serviceList.meta({ description: 'প্রাতিষ্ঠানিক (দাপ্তরিক) সেবা।' }),
    internal: serviceList.meta({ description: 'অভ্যন্তরীণ সেবা।' }),
    subordinate: z
      .array(
        z.strictObject({
          name: text.meta({ description: 'দপ্তর বা সংস্থার নাম।' }),
          website: webAddress.optional().meta({ description: 'তাদের সনদের ওয়েব ঠিকানা।' }),
        }),
      )
      .min(1)
      .optional()
      .meta({ description: 'আওতাধীন দপ্তর বা সংস্থা, এবং তাদের সনদের ঠিকানা।' }),
  })
  .refine(({ citizen, institutional, internal }) => citizen ?? institutional ?? internal, {
    ...rule('no-service'),
  });

const correction = z.strictObject({
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

/** The files of data/, each with the schema of its whole content. */
export const files = {
  'office.yaml': office,
  'charter.yaml': charter,
  'officers.yaml': z.record(id, officer),
  'services.yaml': services,
  'corrections.yaml': z.array(correction),
  'synonyms.yaml': z.array(z.array(text).min(2)),
} satisfies Record<FileName, z.ZodType>;

/** The content of every file, read and valid by itself; references between files are not yet checked. */
export type Data = { [Name in FileName]: z.infer<(typeof files)[Name]> };
