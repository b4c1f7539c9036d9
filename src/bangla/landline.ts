// Plausibility of telephone numbers by area code. Separate from phone.ts because the full numbering plan is large, and
// only the staff's check needs it.

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { toE164 } from './phone.ts';

/**
 * Whether a valid number is outside the ranges that the library knows. The library lacks some published Bangladeshi
 * landlines, so this is only worth a warning.
 */
export function isDoubtful(text: string): boolean {
  return parsePhoneNumberFromString(toE164(text) ?? '')?.isValid() === false;
}
