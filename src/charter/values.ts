// Schemas of single values, shared by all files of data/. A rule's name is explained in data/messages.ts.

import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import { LARGEST_NUMBER } from '../bangla/digits.ts';
import { type NumberKind, numberKind } from '../bangla/phone.ts';

/** The rules of single values; data/messages.ts has a message for each. */
export type ValueRule =
  | 'any-number'
  | 'column-key'
  | 'date'
  | 'date-or-month'
  | 'email'
  | 'empty'
  | 'english'
  | 'id'
  | 'id-too-long'
  | 'is-mobile'
  | 'is-short-code'
  | 'is-telephone'
  | 'mobile'
  | 'negative'
  | 'no-area-code'
  | 'phone'
  | 'reserved-column'
  | 'serial-range'
  | 'serials'
  | 'several-numbers'
  | 'short-code'
  | 'time-of-day'
  | 'too-large'
  | 'too-long'
  | 'website'
  | 'wide-table'
  | 'weekday';

/**
 * Names the message for a value that a refinement rejects; later checks of that value are skipped.
 * @param wanted a number that the message states
 */
export const rule = (name: ValueRule, wanted?: number) => ({
  params: { rule: name, wanted },
  abort: true,
});

/** In UTF-16 units: far more than any charter says in one place, and no strain for anything that reads it. */
const LONGEST_TEXT = 10_000;
/** The maximum length of a name, a title or a heading; a longer one has no room on the sheets. */
export const LONGEST_NAME = 300;

const atMost = (most: number) =>
  z.string().refine(({ length }) => length <= most, rule('too-long', most));
// Every text is checked for its length first, so that a pasted book is reported at once.
const bounded = atMost(LONGEST_TEXT);

/** A letter or digit that can be seen, unlike the Hangul fillers (Unicode 5.21). */
const VISIBLE = /[[\p{L}\p{N}]--\p{Default_Ignorable_Code_Point}]/v;

/** Returns the schema of prose in any script. NFC, because keyboards differ in how they write য় ড় ঢ় (UAX #15). */
const prose = (first: z.ZodString) =>
  first
    .normalize('NFC')
    .trim()
    .refine((value) => VISIBLE.test(value), rule('empty'));
export const text = prose(bounded);
/** Returns the schema of prose of at most so many letters. */
export const shortText = (most: number) => prose(atMost(most)).meta({ maxLength: most });
/** A name, a title or a heading. */
export const name = shortText(LONGEST_NAME);

/** A name in English, for those who search in it. */
export const englishName = name.refine(
  (value) => !/\p{Script=Bengali}/u.test(value),
  rule('english'),
);

/** Matches the charter's ways to write that something does not apply: a dash, or words. */
const NOT_APPLICABLE = /^(?:[-–—]+|প্রযোজ্য (?:নয়|নহে))[।.]?$/u;

/** Whether the text of a cell says that the column does not apply to this row. */
export function isNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.test(text);
}

/** The text of a table's cell: prose, or a dash. */
export const cellText = bounded
  .normalize('NFC')
  .trim()
  .refine((value) => VISIBLE.test(value) || isNotApplicable(value), rule('empty'));

/** A number as a cell of a table states it. "-0" is no number that anybody means. */
export const number = z
  .number()
  .refine((value) => Math.abs(value) <= LARGEST_NUMBER, rule('too-large'))
  .refine((value) => !Object.is(value, -0), rule('negative'));

/** A quotation, which may consist of punctuation only. */
export const quotation = bounded.normalize('NFC').refine((value) => value !== '', rule('empty'));

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Letters of an id or of a column's key: with its prefix and ending still a file name on any system. */
const LONGEST_ID = 60;
export const isShortEnough = ({ length }: string): boolean => length <= LONGEST_ID;

/** Returns the schema of an identifier in addresses and references, such as "e-filing". */
const asId = (schema: z.ZodString) =>
  schema
    .refine(isId, rule('id'))
    .refine(isShortEnough, rule('id-too-long'))
    .meta({ pattern: ID.source, maxLength: LONGEST_ID });
export const id = asId(text);
/** An id as a key, which has no spaces around it: two keys must not become one. */
export const idKey = asId(z.string());

export function isId(value: string): boolean {
  return ID.test(value);
}

/** The ids that a service or an officer had before, oldest first; their addresses lead to the present one. */
export const formerIds = z
  .array(id)
  .min(1)
  .meta({ examples: [['old-id']] })
  .optional()
  .transform((ids = []) => ids)
  .meta({ description: 'আগের id, সবচেয়ে পুরোনোটি আগে; পুরোনো ঠিকানা খুললে এখানেই আসে।' });

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

/** The rule for a number of another kind than a key takes. */
const numberRules: Record<Exclude<NumberKind, 'no-number'>, ValueRule> = {
  mobile: 'is-mobile',
  telephone: 'is-telephone',
  'short-code': 'is-short-code',
  'no-area-code': 'no-area-code',
  'several-numbers': 'several-numbers',
};

/** A short number with a sign in it: rather a mistyped hotline than a number without its area code. */
const BROKEN_HOTLINE = /^(?=.*\P{Nd}).{1,5}$/u;

/**
 * Returns the schema of a telephone number of the kinds that a key takes.
 * @param own the rule for a text that is no number
 */
const dialled = (own: ValueRule, ...kinds: NumberKind[]) =>
  text.superRefine((value, context) => {
    const kind = numberKind(value);
    if (!kinds.includes(kind))
      context.addIssue({
        code: 'custom',
        ...rule(
          kind === 'no-number' ||
            (kind === 'no-area-code' && own === 'any-number' && BROKEN_HOTLINE.test(value))
            ? own
            : numberRules[kind],
        ),
      });
  });

export const mobile = dialled('mobile', 'mobile');
/** A telephone number with its area code, or a mobile number. */
export const phone = dialled('phone', 'telephone', 'mobile');
export const shortCode = dialled('short-code', 'short-code');
/** A telephone number with its area code, a mobile number, or a short code. */
export const anyNumber = dialled('any-number', 'telephone', 'mobile', 'short-code');

/** A web address, with or without its scheme. */
export const webAddress = text.refine(isWebAddress, rule('website'));

/** A domain name of two labels or more (RFC 1035), with internationalized labels in their ASCII form (RFC 5891). */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
/** A top-level domain: letters only, in any script (RFC 3696 §2), such as bd or বাংলা. */
const TOP_LEVEL = /\.[\p{L}\p{M}]+$/u;

function isWebAddress(value: string): boolean {
  // URL parsers escape spaces, but where a line is broken or copied, the address ends at them.
  if (/[\s\\]/.test(value)) return false;
  const url = URL.parse(toUrl(value));
  // A part before @ is that of an e-mail address.
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') return false;
  const { hostname } = url;
  if (hostname.startsWith('[')) return true;
  // The parser reads any number as an IPv4 address: 2.4 is 2.0.0.4.
  if (z.ipv4().safeParse(hostname).success) return toUrl(value).includes(`//${hostname}`);
  return DOMAIN.test(hostname) && TOP_LEVEL.test(domainToUnicode(hostname));
}

/** Returns the URL of a web address written with or without its scheme; a host and its port have none. */
export function toUrl(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`;
}
