// Bangladeshi telephone numbers: parsed in either digit script, dialled as E.164, shown in Bengali digits.

import { createRequire } from 'node:module';
import { toAsciiDigits, toBengaliDigits } from './digits.ts';

/** 013-019 are in use; 010-012 are not (libphonenumber still accepts the dead 011). */
const MOBILE = /^01[3-9]\d{8}$/;
/** IP telephony, which has no area code. */
const IP_TELEPHONY = /^096\d{8}$/;
/** An area code and a number: 6 to 10 digits after the trunk prefix 0, as libphonenumber's metadata have it. */
const LANDLINE = /^0[2-9]\d{5,9}$/;
/** A complete landline number; a few digits after it make a range. */
const WHOLE_LANDLINE = /^0[2-9]\d{7,9}$/;
/** Emergency numbers and hotlines. Other numbers of five digits are those of a local exchange, such as 56308. */
const SHORT_CODE = /^(?:[1-9]\d{2,3}|1\d{4})$/;

/** Digits, and what groups them. A slash, comma or tilde parts two numbers. */
const PLAIN = /^[+(\d][\d\s().\p{Pd}−]*[\d)]$/u;
/** An extension, in the words of Bangladeshi offices or of RFC 3966, as the source of a regular expression (flags iu). */
export const EXTENSION =
  '[\\s,;.(\\p{Pd}]*(?:ext(?:ensio)?n?|x|#|বর্ধিত|এক্স(?:টেনশন|টে?)?)(?:[\\s.]*(?:no|নং|নম্বর))?[\\s.:ঃ=\\p{Pd}]*[০-৯\\d]{1,7}(?![০-৯\\d])\\)?';
const AT_END = new RegExp(`${EXTENSION}$`, 'iu');

/** The maximum length of a written number. */
const LONGEST = 60;

const require = createRequire(import.meta.url);

// Loading the world's numbering plans takes a seventh of the start; a Bangladeshi number needs none of them.
const loadPlans = () => require('libphonenumber-js') as typeof import('libphonenumber-js');

/** The kinds of telephone number. The last three cannot be dialled. */
export type NumberKind =
  | 'mobile'
  | 'telephone'
  | 'short-code'
  | 'no-area-code'
  | 'several-numbers'
  | 'no-number';

interface ParsedNumber {
  kind: NumberKind;
  /** For a mobile or telephone number. */
  e164?: string;
  /** The number to dial after the connection, in ASCII digits. */
  extension?: string | undefined;
}

function parse(text: string): ParsedNumber {
  if (text.length > LONGEST) return { kind: 'no-number' };
  const ascii = toAsciiDigits(text).trim();
  if (SHORT_CODE.test(ascii)) return { kind: 'short-code' };
  const number = ascii.replace(AT_END, '');
  const extension = /\d+/.exec(ascii.slice(number.length))?.[0];
  if (!PLAIN.test(number))
    return { kind: /\d.*[,;/~&]/.test(number) ? 'several-numbers' : 'no-number' };
  const national = toNational(number);
  if (national === undefined) return parseForeign(number, extension);
  const e164 = `+88${national}`;
  if (MOBILE.test(national))
    return { kind: extension === undefined ? 'mobile' : 'telephone', e164, extension };
  if (isRange(number) && !IP_TELEPHONY.test(national)) return { kind: 'several-numbers' };
  return LANDLINE.test(national) ? { kind: 'telephone', e164, extension } : { kind: 'no-number' };
}

/** Returns the digits of a Bangladeshi number with the trunk prefix 0; undefined without it or the country code 880. */
function toNational(number: string): string | undefined {
  const digits = number.replace(/[^\d+]/g, '');
  // Without + or 00, 880 also begins local numbers, which are shorter.
  const [, afterCode] = /^(?:(?:\+|00)880+|880+(?=\d{8}))([1-9]\d*)$/.exec(digits) ?? [];
  if (afterCode !== undefined) return `0${afterCode}`;
  if (/^0[1-9]/.test(digits)) return digits;
  return MOBILE.test(`0${digits}`) ? `0${digits}` : undefined;
}

/** Whether a whole number stands before the last digits, which are then the end of a range: 02-55000000-5. */
function isRange(number: string): boolean {
  const first = toNational(/(.*\d)\D+\d/.exec(number)?.[1] ?? '') ?? '';
  return MOBILE.test(first) || WHOLE_LANDLINE.test(first);
}

function parseForeign(number: string, extension: string | undefined): ParsedNumber {
  const digits = number.replace(/[^\d+]/g, '');
  if (!/^(?:\+|00)[1-9]/.test(digits))
    return { kind: /^[1-9]\d{0,8}$/.test(digits) ? 'no-area-code' : 'no-number' };
  const { parsePhoneNumberFromString } = loadPlans();
  const foreign = parsePhoneNumberFromString(digits.replace(/^00/, '+'));
  return foreign?.isPossible()
    ? { kind: 'telephone', e164: foreign.number, extension }
    : { kind: 'no-number' };
}

/** Returns what a text is as a telephone number; a number abroad is a telephone number. */
export function numberKind(text: string): NumberKind {
  return parse(text).kind;
}

/**
 * Returns a number as an office writes it ("০১৭০০-০০০০০০") in E.164 form ("+8801700000000", ITU-T E.164), without its
 * extension; undefined when it cannot be dialled from everywhere.
 */
export function toE164(text: string): string | undefined {
  return parse(text).e164;
}

/** Whether the text is a Bangladeshi mobile number that can be in use. */
export function isMobile(text: string): boolean {
  return numberKind(text) === 'mobile';
}

/**
 * Returns a validated number in the form to dial: the short code itself, or E.164 with the extension as in RFC 3966
 * ("+880255000000;ext=12").
 */
export function toDialled(text: string): string {
  const { kind, e164 = '', extension } = parse(text);
  if (kind === 'short-code') return toAsciiDigits(text).trim();
  return extension === undefined ? e164 : `${e164};ext=${extension}`;
}

/** Returns the `tel:` URI (RFC 3966) of a validated number or hotline. */
export function toTelUri(text: string): string {
  return `tel:${toDialled(text)}`;
}

/**
 * Returns the groups in which a number is read aloud, in Bengali digits: a mobile number as 5 + 6 digits
 * (["০১৭০০", "০০০০০০"]), any other number as written.
 */
export function toSpokenGroups(text: string): string[] {
  const { kind, e164 = '' } = parse(text);
  if (kind !== 'mobile') return [toBengaliDigits(text)];
  const national = e164.slice('+88'.length);
  return [national.slice(0, 5), national.slice(5)].map(toBengaliDigits);
}
