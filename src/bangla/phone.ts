// Bangladeshi telephone numbers: parsed in either digit script, dialled as E.164, shown in Bengali digits.

import { createRequire } from 'node:module';
import { toAsciiDigits, toBengaliDigits } from './digits.ts';

// 013-019 are in use; 010-012 are not (libphonenumber still accepts the dead 011).
const MOBILE = /^\+8801[3-9]\d{8}$/;

const require = createRequire(import.meta.url);

// Loading the world's numbering plans takes a seventh of the start; a mobile number without spaces needs none of them.
const loadPlans = () => require('libphonenumber-js') as typeof import('libphonenumber-js');

/**
 * A number as an office writes it ("০১৭০০-০০০০০০") in E.164 form ("+8801700000000", ITU-T E.164),
 * or undefined when it cannot be dialled.
 */
export function toE164(text: string): string | undefined {
  const digits = toAsciiDigits(text);
  const mobile = digits.replace(/^0/, '+880');
  if (MOBILE.test(mobile)) return mobile;
  const { parsePhoneNumberFromString } = loadPlans();
  const number = parsePhoneNumberFromString(digits, { defaultCountry: 'BD', extract: false });
  return number?.isPossible() ? number.number : undefined;
}

/** Whether the text is a Bangladeshi mobile number that can be in use. */
export function isMobile(text: string): boolean {
  return MOBILE.test(toE164(text) ?? '');
}

/** Whether the text is a hotline such as 333 or 16123: three to five digits, dialled as written. */
export function isShortCode(text: string): boolean {
  return /^[0-9]{3,5}$/.test(toAsciiDigits(text));
}

/** A validated number in the form to dial: E.164, or the short code itself. */
export function toDialled(text: string): string {
  return isShortCode(text) ? toAsciiDigits(text) : (toE164(text) as string);
}

/** The `tel:` URI (RFC 3966) of a validated number or hotline. */
export function toTelUri(text: string): string {
  return `tel:${toDialled(text)}`;
}

/**
 * The groups in which a number is read aloud, in Bengali digits: a mobile number as 5 + 6 digits
 * (["০১৭০০", "০০০০০০"]), any other number as written.
 */
export function toSpokenGroups(text: string): string[] {
  const e164 = toE164(text) ?? '';
  if (!MOBILE.test(e164)) return [toBengaliDigits(text)];
  const national = e164.slice('+88'.length);
  return [national.slice(0, 5), national.slice(5)].map(toBengaliDigits);
}
