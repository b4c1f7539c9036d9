// Parses dates as offices write them into ISO 8601.

import { toAsciiDigits } from '../../bangla/digits.ts';
import { dateOrMonth } from '../../charter/values.ts';

const MONTHS = 'জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর'.split(' ');

/** Returns the ISO date or month of a text such as "২৪ মার্চ ২০২৩" or "২৪/০৩/২০২৩". */
export function findDate(text: string): string | undefined {
  const plain = toAsciiDigits(text.replace(/য়ারী/gu, 'য়ারি').replace(/আগষ্ট/gu, 'আগস্ট'));
  const iso = numericDate(plain) ?? writtenDate(plain);
  return dateOrMonth.safeParse(iso).success ? iso : undefined;
}

function numericDate(text: string): string | undefined {
  const [, day, month, year] = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)/.exec(text) ?? [];
  return day && month && year && [year, twoDigits(month), twoDigits(day)].join('-');
}

function writtenDate(text: string): string | undefined {
  const pattern = new RegExp(
    `(?:(?<!\\d)(\\d{1,2})\\s*)?(${MONTHS.join('|')})[,\\s]*(20\\d\\d)`,
    'u',
  );
  const [, day, month = '', year] = pattern.exec(text) ?? [];
  if (year === undefined) return undefined;
  const parts = [year, twoDigits(String(MONTHS.indexOf(month) + 1))];
  return (day === undefined ? parts : [...parts, twoDigits(day)]).join('-');
}

const twoDigits = (number: string) => number.padStart(2, '0');
