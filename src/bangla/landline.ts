// Telephone numbers judged by their area codes. Apart from phone.ts, because the full numbering plan is large and only
// the staff's check asks for it.

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { toAsciiDigits } from './digits.ts';

/**
 * Whether a number that can be dialled is outside the ranges the library knows. It lacks some published Bangladeshi
 * landlines, so this is a doubt, not a fault.
 */
export function isDoubtful(text: string): boolean {
  return parsePhoneNumberFromString(toAsciiDigits(text), 'BD')?.isValid() === false;
}
