// What each file in data/ may hold: one strict schema a file, and the types of the whole program.
// A rule's name (`rule`) is explained to the staff in explain.ts.

import { z } from 'zod';
import { isMobile } from '../bangla/phone.ts';

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
const anything = z
  .string()
  .normalize('NFC')
  .refine((value) => value !== '', rule('empty'));

/** A name for machines, in addresses and references: "e-filing". Never changed once published. */
const id = text.refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), rule('id'));

const date = text.refine((value) => z.iso.date().safeParse(value).success, rule('date'));
const email = text.refine((value) => z.email().safeParse(value).success, rule('email'));
const mobile = text.refine(isMobile, rule('mobile'));

/** The URL of a web address written with or without its scheme. */
export function toUrl(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
}
const webUrl = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });
const webAddress = text.refine((value) => webUrl.safeParse(toUrl(value)).success, rule('website'));

const office = z.strictObject({
  government: text,
  department: text,
  office: text.optional(),
  upazila: text,
  district: text,
  website: z.strictObject({ address: webAddress, confirmed: z.boolean() }).optional(),
  published: date.optional(),
  reviewed: date.optional(),
});

/** The eight columns of the field offices' charter, in their official order. */
const headings = z.strictObject({
  serial: text,
  name: text,
  time: text,
  documents: text,
  documents_source: text,
  fee: text,
  officer: text,
  superior: text,
});

const officer = z.strictObject({
  post: text,
  office: text,
  place: text,
  mobile,
  email: email.optional(),
});

const service = z.strictObject({
  id,
  name: text,
  time: text,
  documents: text,
  documents_source: text,
  fee: text,
  officer: id,
  superior: id,
});

const correction = z.strictObject({
  changes: z.array(z.strictObject({ published: anything, shown: anything.optional() })).min(1),
  reason: text,
  file: text.optional(),
});

/** The files of data/, each with the schema of its whole content. */
export const files = {
  'office.yaml': office,
  'charter.yaml': z.strictObject({ vision: text, mission: text, headings }),
  'officers.yaml': z.record(id, officer),
  'services.yaml': z.strictObject({ citizen: z.array(service).min(1) }),
  'corrections.yaml': z.array(correction),
};

export type FileName = keyof typeof files;
/** The content of every file, read and valid by itself; references between files are not yet checked. */
export type Data = { [Name in FileName]: z.infer<(typeof files)[Name]> };

export type Office = z.infer<typeof office>;
export type Headings = z.infer<typeof headings>;
export type Officer = z.infer<typeof officer> & { id: string };
export type Correction = z.infer<typeof correction>;
/** A service row with its official serial number and its officers looked up. */
export type Service = Omit<z.infer<typeof service>, 'officer' | 'superior'> & {
  serial: number;
  officer: Officer;
  superior: Officer;
};

/** Everything the office promises, ready to be shown. */
export interface Charter {
  office: Office;
  vision: string;
  mission: string;
  headings: Headings;
  officers: Officer[];
  services: Service[];
  corrections: Correction[];
}
