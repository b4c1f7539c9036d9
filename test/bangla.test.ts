// Bengali text: digits, dates and telephone numbers.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayInDhaka, toBengaliDate } from '../src/bangla/date.ts';
import {
  parseAmount,
  toAsciiDigits,
  toBengaliAmount,
  toBengaliDigits,
  toBengaliNumber,
  toSerial,
} from '../src/bangla/digits.ts';
import { isDoubtful } from '../src/bangla/landline.ts';
import {
  isMobile,
  type NumberKind,
  numberKind,
  toDialled,
  toE164,
  toSpokenGroups,
  toTelUri,
} from '../src/bangla/phone.ts';

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

// Bangladesh is six hours ahead of UTC, the year round.
test.each([
  ['2026-05-31T17:59:59.999Z', '2026-05-31'],
  ['2026-05-31T18:00:00Z', '2026-06-01'],
  ['2026-06-01T00:00:00Z', '2026-06-01'],
  ['2026-06-01T17:59:59Z', '2026-06-01'],
  ['2026-06-01T18:00:00Z', '2026-06-02'],
  ['2025-12-31T18:00:00Z', '2026-01-01'],
  ['2028-02-28T18:00:00Z', '2028-02-29'],
])('at %s it is %s in Dhaka', (moment, day) => {
  expect(dayInDhaka(new Date(moment))).toBe(day);
});

// Numbers as offices write them, their kinds, and what a telephone dials. The last column is the extension.
test.each<[string, NumberKind, string?, string?]>([
  // Mobile numbers, 013 to 019.
  ['01721587011', 'mobile', '+8801721587011'],
  ['০১৭২১৫৮৭০১১', 'mobile', '+8801721587011'],
  ['০১৭২১-৫৮৭ ০১১', 'mobile', '+8801721587011'],
  ['01721-587-011', 'mobile', '+8801721587011'],
  ['+880 1721 587011', 'mobile', '+8801721587011'],
  ['008801721587011', 'mobile', '+8801721587011'],
  ['8801721587011', 'mobile', '+8801721587011'],
  ['88 01721 587011', 'mobile', '+8801721587011'],
  ['+880 (0) 1721 587011', 'mobile', '+8801721587011'],
  ['1721587011', 'mobile', '+8801721587011'],
  ['01300000000', 'mobile', '+8801300000000'],
  ['01900000000', 'mobile', '+8801900000000'],
  ['01200000000', 'no-number'],
  ['1200000000', 'no-number'],
  ['+8801100000000', 'no-number'],
  ['0172158701', 'no-number'],
  ['017215870111', 'no-number'],
  ['01721587011 Ext 5', 'telephone', '+8801721587011', '5'],
  // Landlines, with the zero of the area code or the country's code.
  ['04652-56308', 'telephone', '+880465256308'],
  ['০২-৫৫০০০০০০', 'telephone', '+880255000000'],
  ['(02) 55000000', 'telephone', '+880255000000'],
  ['+88-02-55000000', 'telephone', '+880255000000'],
  ['+880-2-55000000', 'telephone', '+880255000000'],
  ['0088 02 55000000', 'telephone', '+880255000000'],
  ['8802-55000000', 'telephone', '+880255000000'],
  ['880-02-55000000', 'telephone', '+880255000000'],
  [`02${' '.repeat(50)}55000000`, 'telephone', '+880255000000'],
  [`02${' '.repeat(51)}55000000`, 'no-number'],
  ['(02-55000000)', 'telephone', '+880255000000'],
  ['02–55000000', 'telephone', '+880255000000'],
  ['02−55000000', 'telephone', '+880255000000'],
  ['02.5500.0000', 'telephone', '+880255000000'],
  [' 02-55000000 ', 'telephone', '+880255000000'],
  ['031-650-000', 'telephone', '+88031650000'],
  ['02-955 14 00', 'telephone', '+88029551400'],
  ['02-955140-00', 'telephone', '+880295514000'],
  ['02-47115-230', 'telephone', '+880247115230'],
  ['02-223380000', 'telephone', '+8802223380000'],
  ['0222222', 'telephone', '+880222222'],
  ['022222', 'no-number'],
  ['02123456789', 'telephone', '+8802123456789'],
  ['021234567890', 'no-number'],
  ['09612-3456-78', 'telephone', '+8809612345678'],
  // Abroad.
  ['+44 20 1234 5678', 'telephone', '+442012345678'],
  ['0044 20 1234 5678', 'telephone', '+442012345678'],
  ['+44 20 0034 5678', 'telephone', '+442000345678'],
  ['+44 20', 'no-number'],
  ['+44 20 1234 5678 ext 9', 'telephone', '+442012345678', '9'],
  ['+0255000000', 'no-number'],
  // Without the area code.
  ['৫৫০০০০০০', 'no-area-code'],
  ['55000000', 'no-area-code'],
  ['5500-0000', 'no-area-code'],
  ['55000000-5', 'no-area-code'],
  ['55000000 Ext 12', 'no-area-code'],
  ['2-55000000', 'no-area-code'],
  ['56308', 'no-area-code'],
  ['8802345', 'no-area-code'],
  ['880222222', 'no-area-code'],
  ['88022222222', 'telephone', '+88022222222'],
  ['8802222222', 'no-number'],
  ['56', 'no-area-code'],
  ['5500000000', 'no-number'],
  ['0', 'no-number'],
  // Several numbers, of which the digits together dial another.
  ['02-55000000-5', 'several-numbers'],
  ['০২-৫৫০০০০০০-০৯', 'several-numbers'],
  ['02-55000000-5000', 'several-numbers'],
  ['02-55000000-55000005', 'several-numbers'],
  ['01721587011 01721587012', 'several-numbers'],
  ['0255000000 5', 'several-numbers'],
  ['02-5500000-5', 'several-numbers'],
  ['041-760510-11', 'several-numbers'],
  ['04652-56308-9', 'several-numbers'],
  ['+880 2 55000000-5', 'several-numbers'],
  ['01721587011-12', 'several-numbers'],
  ['02-55000000, 55000001', 'several-numbers'],
  ['02-55000000/55000001', 'several-numbers'],
  ['02-55000000/12', 'several-numbers'],
  ['02-55000000~5', 'several-numbers'],
  ['02-55000000; 02-55000001', 'several-numbers'],
  ['02-55000000 & 1', 'several-numbers'],
  ['02-55000000-5 Ext 12', 'several-numbers'],
  ['02-55000000 - 5', 'several-numbers'],
  ['(02-55000000-5)', 'several-numbers'],
  ['02-55000000 (5)', 'several-numbers'],
  ['02-55000000 - 09612345678', 'several-numbers'],
  ['09612345678-9', 'several-numbers'],
  ['0255000000/0255000001', 'several-numbers'],
  ['02-55000000 (অফিস), 02-55000001', 'several-numbers'],
  // Too many digits for one number, and none that is whole before the last.
  ['01702-5500000-12', 'no-number'],
  ['0212345678901-2', 'no-number'],
  ['02-00880-255000000', 'no-number'],
  // Extensions.
  ['02-55000000 Ext 12', 'telephone', '+880255000000', '12'],
  ['02-55000000 ext.12', 'telephone', '+880255000000', '12'],
  ['02-55000000, Extn: 12', 'telephone', '+880255000000', '12'],
  ['02-55000000 (Extension-12)', 'telephone', '+880255000000', '12'],
  ['02-55000000;ext=12', 'telephone', '+880255000000', '12'],
  ['02-55000000x12', 'telephone', '+880255000000', '12'],
  ['02-55000000 #12', 'telephone', '+880255000000', '12'],
  ['০২-৫৫০০০০০০ বর্ধিত ১২', 'telephone', '+880255000000', '12'],
  ['০২-৫৫০০০০০০ (বর্ধিত-১২)', 'telephone', '+880255000000', '12'],
  ['০২-৫৫০০০০০০, এক্সটেনশন নং ১২', 'telephone', '+880255000000', '12'],
  ['০২-৫৫০০০০০০ এক্সট. ১২', 'telephone', '+880255000000', '12'],
  ['০২-৫৫০০০০০০ এক্স-১২', 'telephone', '+880255000000', '12'],
  ['02-55000000 Ext 1234567', 'telephone', '+880255000000', '1234567'],
  ['02-55000000 Ext 12345678', 'no-number'],
  ['02-55000000 Ext', 'no-number'],
  ['02-55000000 Ext 12, 13', 'several-numbers'],
  ['Ext 12', 'no-number'],
  // Hotlines.
  ['333', 'short-code'],
  ['৩৩৩', 'short-code'],
  ['1098', 'short-code'],
  ['16123', 'short-code'],
  [' 333 ', 'short-code'],
  ['10921', 'short-code'],
  ['033', 'no-number'],
  ['26123', 'no-area-code'],
  ['161234', 'no-area-code'],
  ['333 Ext 1', 'no-area-code'],
  // No numbers.
  ['', 'no-number'],
  ['call 01721587011', 'no-number'],
  ['tel:+8801721587011', 'no-number'],
  ['02-55OOOOOO', 'no-number'],
  ['٠١٧٢١٥٨٧٠١١', 'no-number'],
  [`02-55000000${' '.repeat(60)}Ext 1`, 'no-number'],
])('%s is a %s, dialled as %s, extension %s', (written, kind, e164, extension) => {
  expect(numberKind(written)).toBe(kind);
  expect(toE164(written)).toBe(e164);
  expect(isMobile(written)).toBe(kind === 'mobile');
  if (e164 !== undefined) {
    const dialled = extension === undefined ? e164 : `${e164};ext=${extension}`;
    expect(toDialled(written)).toBe(dialled);
    expect(toTelUri(written)).toBe(`tel:${dialled}`);
  }
  if (kind === 'short-code') expect(toTelUri(written)).toBe(`tel:${toAsciiDigits(written).trim()}`);
});

test('what is dialled is never longer than E.164 allows, nor has other signs', () => {
  const part = fc.oneof(
    fc.stringMatching(/^[0-9]{1,9}$/),
    fc.constantFrom(
      '+',
      '00',
      '880',
      '0',
      '02',
      '-',
      ' ',
      '(',
      ')',
      '/',
      ' Ext ',
      ' বর্ধিত ',
      '০১৭',
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const written = parts.join('');
      const e164 = toE164(written);
      if (e164 !== undefined)
        expect(toTelUri(written)).toMatch(/^tel:\+[1-9]\d{6,14}(;ext=\d{1,7})?$/);
    }),
    { seed: 26, numRuns: 2000 },
  );
});

test.each([
  ['02-9514141', true],
  ['04652-56308', true],
  ['02-55000000', false],
  ['০২-৫৫০০০০০০ বর্ধিত ১২', false],
  ['01721587011', false],
  ['not a number', false],
])('whether %s is doubtful: %s', (written, isWrong) => {
  expect(isDoubtful(written)).toBe(isWrong);
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
  expect(toSpokenGroups('02-55000000 Ext 12')).toEqual(['০২-৫৫০০০০০০ Ext ১২']);
  expect(toSpokenGroups('333')).toEqual(['৩৩৩']);
});
