// Schemas of single values, shared by all files of data/. A rule's name is explained in data/messages.ts.

import { z } from 'zod';
import { isMobile, isShortCode, toE164 } from '../bangla/phone.ts';

/** Names the message for a value that a refinement rejects; later checks of that value are skipped. */
export const rule = (name: string) => ({ params: { rule: name }, abort: true });

// Unicode's bidirectional controls (UAX #9) can make a text read otherwise than it is stored.
export const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** In UTF-16 units: far more than any charter says in one place, and no strain for anything that reads it. */
const LONGEST_TEXT = 10_000;
// The first check of every text, so that a pasted book is told at once.
const bounded = z.string().refine(({ length }) => length <= LONGEST_TEXT, rule('too-long'));

/** Prose in any script. NFC, because keyboards differ in how they write য় ড় ঢ় (Unicode UAX #15). */
export const text = bounded
  .normalize('NFC')
  .trim()
  .refine((value) => /[\p{L}\p{N}]/u.test(value), rule('empty'))
  .refine((value) => !BIDI_CONTROL.test(value), rule('bidi'));

/** How charters write that something does not apply: a dash, or in words. */
const NOT_APPLICABLE = /^(?:[-–—]+|প্রযোজ্য (?:নয়|নহে))[।.]?$/u;

/** Whether the text of a cell says that the column does not apply to this row. */
export function isNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.test(text);
}

/** The text of a table's cell: prose, or a dash. */
export const cellText = bounded
  .normalize('NFC')
  .trim()
  .refine((value) => /[\p{L}\p{N}]/u.test(value) || isNotApplicable(value), rule('empty'))
  .refine((value) => !BIDI_CONTROL.test(value), rule('bidi'));

/** A quotation, which may consist of punctuation only. */
export const quotation = bounded.normalize('NFC').refine((value) => value !== '', rule('empty'));

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** An identifier in addresses and references, such as "e-filing"; if it changes, the old one goes into former_ids. */
export const id = text.refine(isId, rule('id')).meta({ pattern: ID.source });

export function isId(value: string): boolean {
  return ID.test(value);
}

/** The ids that a service or an officer had before, oldest first; their addresses lead to the present one. */
export const formerIds = z
  .array(id)
  .min(1)
  .optional()
  .meta({
    description: 'আগের id, সবচেয়ে পুরোনোটি আগে; পুরোনো ঠিকানা খুললে এখানেই আসে।',
    examples: [['old-id']],
  });

/** An ISO 8601 calendar date. */
export const date = text.refine((value) => z.iso.date().safeParse(value).success, rule('date'));
/** An ISO 8601 calendar date, or a month where the charter gives no day. */
export const dateOrMonth = text.refine(
  (value) => z.iso.date().safeParse(/^\d{4}-\d{2}$/.test(value) ? `${value}-01` : value).success,
  rule('date-or-month'),
);
/** A time of day by the 24-hour clock, such as "09:00". */
export const timeOfDay = text.refine(
  (value) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value),
  rule('time-of-day'),
);

export const email = text.refine((value) => z.email().safeParse(value).success, rule('email'));
export const mobile = text.refine(isMobile, rule('mobile'));
export const phone = text.refine((value) => toE164(value) !== undefined, rule('phone'));
export const shortCode = text.refine(isShortCode, rule('short-code'));

const webUrl = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });
/** A telephone number with its area code, a mobile number, or a short code. */
export const anyNumber = text.refine(
  (value) => isShortCode(value) || toE164(value) !== undefined,
  rule('phone'),
);

/** A web address, with or without its scheme. */
export const webAddress = text.refine(
  // URL parsers escape spaces, but where a line is broken or copied, the address ends at them.
  (value) => !/\s/.test(value) && webUrl.safeParse(toUrl(value)).success,
  rule('website'),
);

/** The URL of a web address written with or without its scheme. */
export function toUrl(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
}
