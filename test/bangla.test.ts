// Bengali text: digits, dates and telephone numbers.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBengaliDate } from '../src/bangla/date.ts';
import { toAsciiDigits, toBengaliDigits, toSerial } from '../src/bangla/digits.ts';
import { isMobile, toE164, toSpokenGroups } from '../src/bangla/phone.ts';

test('digits change script and nothing else', () => {
  expect(toBengaliDigits('A4, 0123456789')).toBe('A৪, ০১২৩৪৫৬৭৮৯');
  expect(toAsciiDigits('০১২৩৪৫৬৭৮৯ টি')).toBe('0123456789 টি');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const ascii = toAsciiDigits(text);
      expect(toAsciiDigits(toBengaliDigits(text))).toBe(ascii);
      expect(toBengaliDigits(ascii)).not.toMatch(/[0-9]/);
    }),
  );
});

test('serial numbers have two digits at least', () => {
  expect([1, 12, 103].map(toSerial)).toEqual(['০১', '১২', '১০৩']);
});

test('dates are written as offices write them, in any time zone', () => {
  expect(toBengaliDate('2026-01-01')).toBe('১ জানুয়ারি ২০২৬'.normalize('NFC'));
  expect(toBengaliDate('2026-11-23')).toBe('২৩ নভেম্বর ২০২৬');
});

test.each([
  ['01721587011', '+8801721587011'],
  ['০১৭২১৫৮৭০১১', '+8801721587011'],
  ['০১৭২১-৫৮৭ ০১১', '+8801721587011'],
  ['+880 1721 587011', '+8801721587011'],
  ['04652-56308', '+880465256308'],
  ['1721', undefined],
  ['call 01721587011', undefined],
  ['', undefined],
])('%s is dialled as %s', (written, dialled) => {
  expect(toE164(written)).toBe(dialled);
});

test('only numbers that can be in use are mobiles', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.stringMatching(/^\d{8}$/), (operator, rest) => {
      expect(isMobile(`01${operator}${rest}`)).toBe(operator >= 3);
      expect(isMobile(toBengaliDigits(`01${operator}${rest}`))).toBe(operator >= 3);
    }),
  );
});

test('a mobile number has two groups, other numbers stay as written', () => {
  expect(toSpokenGroups('+8801721587011')).toEqual(['০১৭২১', '৫৮৭০১১']);
  expect(toSpokenGroups('04652-56308')).toEqual(['০৪৬৫২-৫৬৩০৮']);
});
