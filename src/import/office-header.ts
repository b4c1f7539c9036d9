// The lines above the charter: whose it is, where, and its web address.

import { toAsciiDigits } from '../bangla/digits.ts';
import { dateOrMonth, webAddress } from '../charter/values.ts';
import type { DraftOffice } from './draft.ts';
import { mentions } from './headings.ts';
import type { Ledger } from './ledger.ts';
import type { Piece } from './model.ts';

/** Whether a text is the title of the document, which the site writes itself. */
export function isDocumentTitle(text: string): boolean {
  return (
    text.length < 90 &&
    mentions(
      text,
      'সিটিজেন চার্টার',
      'সিটিজেনস চার্টার',
      'সিটিজেন্স চার্টার',
      'নাগরিক সনদ',
      'সেবা প্রদান প্রতিশ্রুতি',
      'citizen charter',
      'citizens charter',
    )
  );
}

const MONTHS = 'জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর'
  .split(' ')
  .map((month) => month.normalize('NFC'));

/** The ISO date or month in a text such as "২৪ মার্চ ২০২৩" or "২৪/০৩/২০২৩". */
export function dateIn(text: string): string | undefined {
  const plain = toAsciiDigits(text.normalize('NFC').replace(/য়ারী/gu, 'য়ারি'));
  const [, day, month, year] =
    /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)/.exec(plain) ?? [];
  const named = MONTHS.findIndex((name) => plain.includes(name));
  const [, namedDay, namedYear] =
    new RegExp(`(?:(?<!\\d)(\\d{1,2})\\s*)?${MONTHS[named]}[,\\s]*(20\\d\\d)`, 'u').exec(plain) ??
    [];
  const iso = year
    ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
    : namedYear &&
      [
        namedYear,
        String(named + 1).padStart(2, '0'),
        ...(namedDay ? [namedDay.padStart(2, '0')] : []),
      ].join('-');
  return dateOrMonth.safeParse(iso).success ? iso : undefined;
}

/** Takes the office's name from the title of the document, such as "উপজেলা শিক্ষা অফিসের সিটিজেন চার্টার". */
export function readDocumentTitle(office: DraftOffice, piece: Piece, ledger: Ledger): void {
  ledger.dropped(piece, 'দলিলের শিরোনাম; ওয়েবসাইট নিজে লেখে');
  if (office.department !== undefined) return;
  const names = piece.text
    .replace(
      /সিটিজেন\S*\s*চার্টার\S*|নাগরিক সনদ|সেবা প্রদান\S* প্রতিশ্রুতি|citizen\S*\s*charter\S*|সিঃ চাঃ/giu,
      '\n',
    )
    .split(/[\n,()|:ঃ–-]+/u)
    .map((name) => name.trim().replace(/(?:[-\s]*এর|(?<=[^া-ৌ])ের|র)$/u, ''))
    .filter((name) => OFFICE.test(name.normalize('NFC')));
  const [name] = names;
  if (name === undefined) return;
  office.department = name;
  ledger.changed(piece.text, name, 'কার্যালয়ের নাম, দলিলের শিরোনাম থেকে / the office, from the title');
}

/**
 * Takes one line of the header into the office's record.
 * @returns whether the line had a place there
 */
export function readOfficeLine(office: DraftOffice, piece: Piece, ledger: Ledger): boolean {
  const key = fill(office, piece.text, ledger);
  if (key === undefined) return false;
  ledger.placed(piece, `office.yaml › ${key}`);
  return true;
}

const OFFICE =
  /(?:অধিদপ্তর|অধিদফতর|দপ্তর|দফতর|পরিষদ|বোর্ড|ব্যুরো|কমিশন|পৌরসভা|কর্তৃপক্ষ|কর্পোরেশন|ইনস্টিটিউট|কলেজ|বিদ্যালয়|কার্যালয়|অফিস|হাসপাতাল|কেন্দ্র|কমপ্লেক্স|একাডেমি)(?![\p{L}\p{M}])/u;

function fill(office: DraftOffice, text: string, ledger: Ledger): string | undefined {
  const line = text.replaceAll('\n', ' ').replace(/[।,:\s]+$/u, '');
  const set = (key: keyof DraftOffice, value: string): string | undefined => {
    if (office[key] !== undefined && office[key] !== value) return undefined;
    office[key] = value;
    return key;
  };
  const site =
    /(?:https?:\/\/)?(?:www\.)?[\w-]+(?:[.,][\w-]+)*[.,](?:gov|edu|org|com|net)(?:[.,]bd)?(?:\/\S*)?/iu.exec(
      line,
    )?.[0];
  if (site && !line.includes('@')) return setWebsite(site, set, ledger);
  if (line.length > 130) return undefined;
  if (mentions(line, 'গণপ্রজাতন্ত্রী')) return set('government', line);
  const date = dateIn(line);
  if (date && mentions(line, 'হালনাগাদ')) {
    ledger.changed(line, date, 'তারিখ / date');
    return set('reviewed', date);
  }
  if (date && mentions(line, 'প্রকাশ')) {
    ledger.changed(line, date, 'তারিখ / date');
    return set('published', date);
  }
  const [, label, value = ''] =
    /^(ঠিকানা|অফিস সময়|অফিসের সময়|অফিস সময়সূচি)\s*[:ঃ-]+\s*(.+)$/u.exec(line) ?? [];
  if (label) return set(label === 'ঠিকানা' ? 'address' : 'hours', value);
  if (
    /মন্ত্রণালয়$/u.test(line.normalize('NFC')) ||
    (office.ministry === undefined &&
      /^[^,]*মন্ত্রণালয়/u.test(line) &&
      !OFFICE.test(line.replace(/মন্ত্রণালয়/u, '')))
  )
    return set('ministry', line);
  // A division of a ministry stands between the government and the department.
  if (/বিভাগ$/u.test(line) && office.government !== undefined && office.department === undefined)
    return set('ministry', line);
  const place = placeIn(line, office);
  if (place) {
    Object.assign(office, place);
    return Object.keys(place).join(', ');
  }
  if (OFFICE.test(line.normalize('NFC')))
    return set(office.department === undefined ? 'department' : 'office', line);
  return undefined;
}

function setWebsite(
  site: string,
  set: (key: keyof DraftOffice, value: string) => string | undefined,
  ledger: Ledger,
) {
  const address = site.replaceAll(',', '.');
  ledger.changed(site, address, 'ওয়েব ঠিকানায় কমা হয় না / no commas in a web address');
  return webAddress.safeParse(address).success ? set('website', address) : undefined;
}

/** "স্বপ্নডাঙ্গা, কল্পপুর।" or "উপজেলাঃ স্বপ্নডাঙ্গা, জেলাঃ কল্পপুর"; undefined for any other line. */
function placeIn(line: string, office: DraftOffice): DraftOffice | undefined {
  const parts = line.split(/\s*,\s*/).filter((part) => part !== '');
  const isName = (part: string) =>
    /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?$/u.test(part) && !OFFICE.test(part);
  const labelled = parts.map((part) =>
    /^(ইউনিয়ন|উপজেলা|জেলা|থানা)\s*[:ঃ-]+\s*(.+)$/u.exec(part.normalize('NFC')),
  );
  const place: DraftOffice = {};
  if (labelled.every((one) => one !== null)) {
    for (const [, label, name] of labelled)
      if (name)
        place[
          label === 'জেলা' ? 'district' : label === 'উপজেলা' || label === 'থানা' ? 'upazila' : 'union'
        ] = name.trim();
    return place;
  }
  if (office.department === undefined || office.district !== undefined || !parts.every(isName))
    return undefined;
  if (parts.length === 1 && line.split(' ').length === 1) return { district: line };
  if (parts.length === 2) return { upazila: parts[0] as string, district: parts[1] as string };
  return parts.length === 3
    ? { union: parts[0] as string, upazila: parts[1] as string, district: parts[2] as string }
    : undefined;
}
