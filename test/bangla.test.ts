// Bengali text: digits, dates and telephone numbers.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBengaliDate } from '../src/bangla/date.ts';
import {
  parseAmount,
  toAsciiDigits,
  toBengaliAmount,
  toBengaliDigits,
  toBengaliNumber,
  toSerial,
} from '../src/bangla/digits.ts';
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
  expect([1, 9, 10, 12, 103].map(toSerial)).toEqual(['০১', '০৯', '১০', '১২', '১০৩']);
});

test.each([
  [0, '০'],
  [40, '৪০'],
  [1000, '১,০০০'],
  [100_000, '১,০০,০০০'],
  [12_345_678, '১,২৩,৪৫,৬৭৮'],
])('the number %d is written %s', (number, written) => {
  expect(toBengaliNumber(number)).toBe(written);
  expect(toBengaliAmount(number)).toBe(written);
});

test.each([
  [7.5, '৭.৫০'],
  [0.05, '০.০৫'],
  [1000.25, '১,০০০.২৫'],
])('the amount %d is written %s', (amount, written) => {
  expect(toBengaliAmount(amount)).toBe(written);
});

test.each([
  ['0', 0],
  ['5', 5],
  ['50', 50],
  ['৫০', 50],
  ['1234567', 1_234_567],
  ['1,000', 1000],
  ['12,345', 12_345],
  ['১২৩,৪৫৬', 123_456],
  ['1,234,567', 1_234_567],
  ['12,345,678', 12_345_678],
  ['1,00,000', 100_000],
  ['১২,৩৪,৫৬৭', 1_234_567],
  ['1,23,45,678', 12_345_678],
  ['৭.৫', 7.5],
  ['৭.৫০', 7.5],
  ['1,000.25', 1000.25],
  ['1,000,000,000,000', 1e12],
])('"%s" states the amount %d', (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test.each([
  '',
  ' 50',
  'x50',
  '50x',
  '50/-',
  '৫০ টাকা',
  '-5',
  '+5',
  '1e3',
  '৫০-১০০',
  '.5',
  '7.',
  '7.555',
  '7.5.5',
  '7,50',
  '1,0',
  '1,00',
  '1,0000',
  '1,00,00',
  '1,000,00',
  '1,00,0000',
  '1234,567',
  '123,45,678',
  '1234,56,789',
  ',000',
  '1,000,',
  '1,,000',
  'a,000',
  '1,abc',
  '1,ab,000',
  '1,0,000',
  '12.ab',
  '1000000000000.01',
])('"%s" states no amount', (text) => {
  expect(parseAmount(text)).toBeUndefined();
});

test.each([
  ['2026-01-01', '১ জানুয়ারি ২০২৬'],
  ['2026-02-28', '২৮ ফেব্রুয়ারি ২০২৬'],
  ['2024-02-29', '২৯ ফেব্রুয়ারি ২০২৪'],
  ['2026-03-09', '৯ মার্চ ২০২৬'],
  ['2026-04-10', '১০ এপ্রিল ২০২৬'],
  ['2026-05-31', '৩১ মে ২০২৬'],
  ['2026-06-01', '১ জুন ২০২৬'],
  ['2026-07-17', '১৭ জুলাই ২০২৬'],
  ['2026-08', 'আগস্ট ২০২৬'],
  ['2026-09', 'সেপ্টেম্বর ২০২৬'],
  ['2026-10', 'অক্টোবর ২০২৬'],
  ['1999-11', 'নভেম্বর ১৯৯৯'],
  ['2025-12-31', '৩১ ডিসেম্বর ২০২৫'],
])('the date %s is written %s, as offices write it', (date, written) => {
  expect(toBengaliDate(date)).toBe(written.normalize('NFC'));
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
