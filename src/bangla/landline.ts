// Plausibility of telephone numbers by area code. Separate from phone.ts because the full numbering plan is large, and
// only the staff's check needs it.

import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { toE164 } from './phone.ts';

/**
 * Reports whether a valid number is outside the ranges that the library knows. Some published Bangladeshi landlines are
 * missing from the library, so this is only advice.
 */
export function isDoubtful(text: string): boolean {
  return parsePhoneNumberFromString(toE164(text) ?? '')?.isValid() === false;
}
