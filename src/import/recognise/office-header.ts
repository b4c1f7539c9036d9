// Reads the lines above the charter: the office, its place, its web address.

import { webAddress } from '../../charter/values.ts';
import type { DraftOffice } from '../draft.ts';
import { mentions } from '../headings.ts';
import { type Ledger, plainWords } from '../reconcile/ledger.ts';
import type { Piece } from '../source.ts';
import { findDate } from '../values/dates.ts';
import { isDistrict } from './districts.ts';

/** The names by which a document calls itself a charter. */
const TITLE =
  /সিটিজেন\S*\s*চার্টার\S*|নাগরিক সনদ|সেবা প্রদান\S* প্রতিশ্রুতি|citizen\S*\s*charter\S*|সিঃ চাঃ/giu;

/** Reports whether a text is the title of the document, which the site writes itself. */
export function isDocumentTitle(text: string): boolean {
  const bengali = [
    'সিটিজেন চার্টার',
    'সিটিজেনস চার্টার',
    'সিটিজেন্স চার্টার',
    'নাগরিক সনদ',
    'সেবা প্রদান প্রতিশ্রুতি',
  ];
  return text.length < 90 && mentions(text, ...bengali, 'citizen charter', 'citizens charter');
}

/** Reports whether a text belongs to the portal's page rather than to the charter. */
export function isPortalText(text: string): boolean {
  return /^(?:কনটেন্টটি শেষ হাল-?\s?নাগাদ.*|কন্টেন্ট:.*|Wel+come to National Portal|মেনু নির্বাচন করুন|Main Com?n?tent Skip+ed|Text size\b.*|Color C.*|(?:পরিকল্পনা ও বাস্তবায়নে|Planning and Implementation)\s*:.*)$/isu.test(
    text,
  );
}

const OFFICE_WORDS =
  'অধিদপ্তর|অধিদফতর|দপ্তর|দফতর|পরিষদ|বোর্ড|ব্যুরো|কমিশন|কমিশনারেট|পৌরসভা|কর্তৃপক্ষ|অথরিটি|কর্পোরেশন|করপোরেশন|ইনস্টিটিউট|কলেজ|বিদ্যালয়|মাদ্রাসা|কার্যালয়|অফিস|হাসপাতাল|ক্লিনিক|কেন্দ্র|কমপ্লেক্স|একাডেমি|কারাগার|থানা|আদালত|ব্যাংক|ডাকঘর|গ্রন্থাগার|লাইব্রেরি|জাদুঘর|সমিতি|ফাউন্ডেশন|লিমিটেড|(?<![\\p{L}\\p{M}])(?:সার্কেল|রেঞ্জ|জোন|স্টেশন|ফাঁড়ি|লিঃ)';
const OFFICE = new RegExp(`(?:${OFFICE_WORDS})$`, 'u');
/** An office's name, perhaps in the genitive, and what may follow: "কর্তৃক প্রদেয় সেবার বিবরণ". */
const OFFICE_NAME = new RegExp(
  `^(.*(?:${OFFICE_WORDS}))(?:ের|র)?(?:\\s*\\([^()]*\\))?(?:\\s+(?:কর্তৃক|এর|থেকে|হতে)(?:\\s(?!.*যোগাযোগ)[^০-৯0-9]*)?)?$`,
  'u',
);

/** Returns the office's name in a text. A list item begins with a number, but "৫নং … ইউনিয়ন পরিষদ" is a name. */
function officeName(text: string): string | undefined {
  return /^[০-৯0-9]+(?!\s*নং)/u.test(text) ? undefined : OFFICE_NAME.exec(text)?.[1];
}

/** Returns a part of a title without the genitive that joined it to the rest: "… অফিসের" → "… অফিস". */
function nominative(part: string): string {
  const text = part.replace(/^[\s,।]+|[\s,।]+$/gu, '').replace(/[-\s]*এর$/u, '');
  const [, last] = /(?:^|[,\s])([^,\s]+?)(?:ের|র)$/u.exec(text) ?? [];
  return last !== undefined && OFFICE.test(last) ? text.replace(/(?:ের|র)$/u, '') : text.trim();
}

/** Reads the office's name from the document's title, such as "উপজেলা শিক্ষা অফিসের সিটিজেন চার্টার". */
export function readDocumentTitle(office: DraftOffice, piece: Piece, ledger: Ledger): void {
  ledger.drop(piece, 'দলিলের শিরোনাম; ওয়েবসাইট নিজে লেখে');
  if (office.department !== undefined) return;
  const parts = piece.text.replace(TITLE, '\n').split(/[\n()|:ঃ–]+| - /u);
  const found = parts
    .map((part) => officeNames(nominative(part), {}))
    .find(({ department }) => department !== undefined);
  if (found === undefined) return;
  Object.assign(office, found);
  const names = Object.values(found).join(', ');
  ledger.addChange(
    piece.text,
    names,
    'কার্যালয়ের নাম, দলিলের শিরোনাম থেকে / the office, from the title',
  );
}

/**
 * Reads one line of the header into the office's record.
 * @returns whether the record had a free field for it
 */
export function readOfficeLine(office: DraftOffice, piece: Piece, ledger: Ledger): boolean {
  const found = officeFacts(piece.text.replaceAll('\n', ' ').replace(/[।,:\s]+$/u, ''), office);
  const keys = Object.keys(found) as (keyof DraftOffice)[];
  const isFree = keys.every((key) => [undefined, found[key]].includes(office[key]));
  if (keys.length === 0 || !isFree) return false;
  Object.assign(office, found);
  const values = Object.values(found).join(', ');
  const kept = new Set(plainWords(values));
  // The values omit labels and the words after a name, and reformat dates.
  if (plainWords(piece.text).some((word) => !kept.has(word)))
    ledger.addChange(piece.text, values, 'office.yaml এর ঘরে / as the fields of office.yaml');
  ledger.place(piece, `office.yaml › ${keys.join(', ')}`);
  return true;
}

const SITE =
  /(?:https?:\/\/)?(?:www\.)?[\w-]+(?:[.,][\w-]+)*[.,](?:gov|edu|org|com|net)(?:[.,]bd)?(?:\/[^\s)]*)?/iu;

/** Returns the fields of the office that a line gives. */
function officeFacts(written: string, office: DraftOffice): DraftOffice {
  const site = written.includes('@') ? undefined : SITE.exec(written)?.[0].replaceAll(',', '.');
  if (site !== undefined) return webAddress.safeParse(site).success ? { website: site } : {};
  if (written.length > 130) return {};
  if (mentions(written, 'গণপ্রজাতন্ত্রী')) return { government: written };
  if (office.department !== undefined && /[-–—]\s?[০-৯0-9]{4}$/u.test(written))
    return { address: written };
  const date = findDate(written);
  if (date && mentions(written, 'হালনাগাদ')) return { reviewed: date };
  if (date && mentions(written, 'প্রকাশ')) return { published: date };
  const [, label = '', value = ''] = /^([^:ঃ]{3,40}?)\s*[:ঃ]-?\s*(.+)$/u.exec(written) ?? [];
  if (label === 'ঠিকানা') return { address: value };
  if (/^অফিস(?:ের)? সময়(?:সূচি)?$/u.test(label)) return { hours: value };
  const place = officePlace(written, office);
  if (place) return place;
  const line = mentions(label, 'নাম', 'প্রতিষ্ঠান', 'সংস্থা', 'দপ্তর', 'কার্যালয়') ? value : written;
  return officeNames(line, office);
}

/** Returns the names of ministry, department and office in a line, and the place after them. */
function officeNames(line: string, office: DraftOffice): DraftOffice {
  if (/মন্ত্রণালয়$/u.test(line)) return { ministry: line };
  const isDivision = /বিভাগ$/u.test(line) && office.government !== undefined;
  // A division of a ministry stands between the government and the department.
  if (isDivision && office.department === undefined) return { ministry: line };
  const [first = '', ...others] = line.split(/\s*,\s*/u);
  const name = officeName(first);
  const key = office.department === undefined ? 'department' : 'office';
  // An office without a word for one (বিটিসিএল, পাবনা) is known by its district.
  const isKnown =
    key === 'department' && others.length > 0 && isDistrict(others.at(-1) ?? '') && isShort(first);
  if (name === undefined && !isKnown) return officeName(line) === undefined ? {} : { [key]: line };
  if (others.length === 0) return { [key]: name };
  const department = name ?? first;
  const place = key === 'department' ? officePlace(others.join(', '), { department }) : undefined;
  return place ? { department, ...place } : { [key]: line };
}

const isShort = (text: string) => text.split(' ').length <= 5;

/** Parses "স্বপ্নডাঙ্গা, কল্পপুর" or "উপজেলাঃ স্বপ্নডাঙ্গা, জেলাঃ কল্পপুর"; undefined for any other line. */
function officePlace(line: string, office: DraftOffice): DraftOffice | undefined {
  const parts = line.split(/\s*,\s*/u).filter((part) => part !== '');
  const labelled = parts.map((part) => /^(ইউনিয়ন|উপজেলা|জেলা|থানা)\s*[:ঃ-]+\s*(.+)$/u.exec(part));
  if (labelled.length > 0 && labelled.every((one) => one !== null))
    return Object.fromEntries(
      labelled.map(([, label = '', name = '']) => [PLACES[label] ?? 'union', name.trim()]),
    );
  const isName = (part: string) =>
    /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?$/u.test(part) && !OFFICE.test(part);
  const isKnown = office.department === undefined || office.district !== undefined;
  if (isKnown || !parts.every(isName)) return undefined;
  const [first = '', second = '', third = ''] = parts;
  if (parts.some((part) => NO_PLACE.test(part))) return undefined;
  if (parts.length === 1) return isDistrict(first) ? { district: first } : undefined;
  if (parts.length === 2) return { upazila: first, district: second };
  // Only an office of a union is in a union.
  return parts.length === 3 && mentions(office.department ?? '', 'ইউনিয়ন')
    ? { union: first, upazila: second, district: third }
    : undefined;
}

/** Names of regions, quarters and streets, and abbreviations, which no union or upazila has. */
const NO_PLACE =
  /(?:অঞ্চল|বিভাগ|জোন|সার্কেল|শাখা|সড়ক|রোড|নগর|এলাকা|ভবন|তলা)$|^(?:এলজিইডি|বিটিসিএল|বিআরটিএ|এলজিআরডি)$/u;

const PLACES: Record<string, keyof DraftOffice> = {
  জেলা: 'district',
  উপজেলা: 'upazila',
  থানা: 'upazila',
};
