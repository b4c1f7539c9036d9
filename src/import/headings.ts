// What the headings of a table mean, in the many spellings of the offices.

import { foldSpelling, wordsOf } from '../bangla/search-text.ts';

/** What a column is for: a column of the format, one that offices often add, or a part of another. */
export type Meaning =
  | 'serial'
  | 'name'
  | 'method'
  | 'time'
  | 'documents'
  | 'documents_source'
  | 'fee'
  | 'officer'
  | 'superior'
  // Own columns with a common key.
  | 'remarks'
  | 'duty'
  | 'recipient'
  | 'law'
  | 'remedy'
  | 'eligibility'
  | 'place'
  // Parts: of the officer's cell, of the service's place among the others, of its address.
  | 'room'
  | 'contact'
  | 'group'
  | 'address';

/** What follows is no heading any more, and would only cost time. */
const LONGEST_HEADING = 300;

/** The text without spaces, in one spelling, for finding phrases in it whatever the writer's habits. */
function fold(text: string): string {
  return wordsOf(text.slice(0, LONGEST_HEADING))
    .map((word) => foldSpelling(word.replace(/(?<=.)ঃ$/u, '')))
    .join('');
}

const phrases = (...list: string[]) => list.map(fold);

const OFFICER = phrases(
  'কর্মকর্তা',
  'কর্মচারী',
  'দায়িত্বপ্রাপ্ত',
  'দায়িত্বরত',
  'সেবা প্রদানকারী',
  'সেবা দানকারী',
  'সেবাদানকারী',
  'সেবাদাতা',
  'সেবা দাতা',
  'কার সাথে',
  'কার সঙ্গে',
  'কার কাছে',
  'যার নিকট',
  'যার বরাবর',
  'যার সাথে',
  'যাঁর কাছে',
  'পদবি',
  'কর্তৃপক্ষ',
  'ব্যক্তি',
  'যোগাযোগ করতে',
  'officer',
);
const PROCESS = phrases('পদ্ধতি', 'প্রক্রিয়া', 'কি ভাবে', 'কীভাবে', 'ধাপ', 'নিয়ম', 'উপায়', 'procedure');
const PAPERS = phrases(
  'কাগজ',
  'দলিলাদি',
  'দলিলপত্র',
  'প্রমাণাদি',
  'প্রমাণক',
  'তথ্যাদি',
  'প্রয়োজনীয় তথ্য',
  'কি কি লাগে',
  'যা যা লাগ',
  'document',
);
const SOURCE = phrases('প্রাপ্তিস্থান', 'প্রাপ্তির স্থান', 'ফরম প্রাপ্তি', 'কোথায় পাওয়া', 'প্রাপ্তি স্থল');
const PRICE = phrases('মূল্য', 'খরচ', 'চার্জ', 'ব্যয়', 'পরিশোধ', 'টাকা', 'ফিস', 'fee', 'cost', 'price');
const TIME = phrases('সময়', 'সয়ম', 'মেয়াদ', 'কত দিন', 'সময়সীমা', 'দিনের মধ্যে', 'কার্যদিবস', 'time');
const CONTACT = phrases(
  'ফোন',
  'মোবাইল',
  'মোবাঃ',
  'মেইল',
  'যোগাযোগের নম্বর',
  'phone',
  'mobile',
  'email',
);
const ROOM = phrases('কক্ষ', 'রুম', 'room');
const RECIPIENT = phrases(
  'সেবা গ্রহীতা',
  'সেবা গ্রহণকারী',
  'সেবা প্রার্থী',
  'উপকারভোগী',
  'কারা পাবেন',
  'কে পাবেন',
  'সেবাভোগী',
  'সেবাগ্রহী',
);
const ABOVE = phrases(
  'ঊর্ধ্বতন',
  'উর্ধতন',
  'উর্দ্ধতন',
  'উদ্ধর্তন',
  'উর্ধ্বধন',
  'উচ্চতর',
  'আপিল',
  'প্রতিকারকারী',
  'তত্ত্বাবধায়নকারী',
);
const REMEDY = phrases('প্রতিকার', 'ব্যর্থ হলে', 'না পেলে', 'না পাওয়া গেলে', 'অভিযোগ');
const NAME = phrases(
  'সেবার নাম',
  'সেবাসমূহ',
  'সেবার বিবরণ',
  'সেবা প্রদানের বিবরণ',
  'সেবার ধরন',
  'সেবার ধরণ',
  'সেবার প্রকার',
  'সেবার ক্ষেত্র',
  'সেবার বিষয়',
  'সেবার তালিকা',
  'প্রদেয় সেবা',
  'প্রদত্ত সেবা',
  'প্রতিশ্রুত সেবা',
  'সনদের নাম',
  'কাজের নাম',
  'কাজের বিবরণ',
  'কার্যক্রম',
  'কর্মসূচি',
  'name of service',
  'service',
);

const includesAny = (text: string, list: string[]) => list.some((phrase) => text.includes(phrase));
const hasWord = (heading: string, list: string[]) =>
  wordsOf(heading.slice(0, LONGEST_HEADING)).some((word) => list.includes(foldSpelling(word)));

/** What a heading means; undefined for one that the vocabulary lacks. */
export function columnMeaning(heading: string): Meaning | undefined {
  const text = fold(heading);
  // "Free of charge" is a price, not the heading of prices.
  if (text.startsWith(fold('বিনামূল্য'))) return undefined;
  if (/^(?:ক্র|রমিক|sl|serial)/u.test(text) ? text.length <= 14 : /^(?:নং|নম্বর|no)$/u.test(text))
    return 'serial';
  if (text === fold('ওয়েব ঠিকানা')) return 'address';
  const isOfficer = includesAny(text, OFFICER);
  if (includesAny(text, ABOVE) || (includesAny(text, REMEDY) && isOfficer)) return 'superior';
  if (includesAny(text, REMEDY)) return 'remedy';
  if (includesAny(text, phrases('মন্তব্য', 'remarks'))) return 'remarks';
  if (includesAny(text, phrases('নাগরিকের দায়িত্ব', 'গ্রহীতার দায়িত্ব', 'করণীয়'))) return 'duty';
  if (includesAny(text, PRICE) || hasWord(heading, ['ফি', 'হার'])) return 'fee';
  if (includesAny(text, PAPERS))
    return includesAny(text, SOURCE) ? 'documents_source' : 'documents';
  if (includesAny(text, SOURCE))
    return includesAny(text, phrases('সেবা প্রাপ্তি')) ? 'place' : 'documents_source';
  if (includesAny(text, RECIPIENT) && !includesAny(text, [...PROCESS, ...TIME])) return 'recipient';
  if (!isOfficer && includesAny(text, CONTACT)) return 'contact';
  if (!isOfficer && includesAny(text, ROOM)) return 'room';
  if (isOfficer && !includesAny(text, PROCESS)) return 'officer';
  if (includesAny(text, TIME)) return 'time';
  if (includesAny(text, PROCESS)) return 'method';
  if (isOfficer) return 'officer';
  if (includesAny(text, phrases('আইন', 'বিধি', 'নীতিমালা'))) return 'law';
  if (includesAny(text, phrases('যোগ্যতা', 'শর্ত'))) return 'eligibility';
  if (includesAny(text, phrases('স্থান', 'কোথায়'))) return 'place';
  if (/^(?:সাখা|সাখারনাম|বিভাগ|দপ্তর)$/u.test(text)) return 'group';
  if (includesAny(text, NAME) || /^(?:সেবা|বিসএ|বিবরন)$/u.test(text)) return 'name';
  return undefined;
}

/** Whether a heading says clearly that its column names the services. */
export function namesServices(heading: string): boolean {
  return columnMeaning(heading) === 'name' && includesAny(fold(heading), NAME);
}

/** Whether a heading is that of a column with names, rather than kinds or descriptions. */
export function isNameHeading(heading: string): boolean {
  return includesAny(fold(heading), phrases('নাম', 'name'));
}

/** Whether the headings are those of the table of complaints. */
export function areComplaintHeadings(headings: string[]): boolean {
  const all = headings.map(fold).join(' ');
  return (
    includesAny(all, phrases('কখন')) &&
    includesAny(all, phrases('যোগাযোগ', 'অভিযোগ')) &&
    includesAny(all, phrases('কার'))
  );
}

/** Which fact of a complaint tier a heading is about. */
export function complaintMeaning(
  heading: string,
): 'serial' | 'when' | 'whom' | 'where' | 'time' | undefined {
  const text = fold(heading);
  if (columnMeaning(heading) === 'serial') return 'serial';
  if (includesAny(text, phrases('কখন'))) return 'when';
  if (includesAny(text, phrases('ঠিকানা', 'কোথায়'))) return 'where';
  if (includesAny(text, TIME)) return 'time';
  return includesAny(text, [...phrases('কার'), ...OFFICER]) ? 'whom' : undefined;
}

/** Whether a text is about one of the things that are named in these words. */
export function mentions(text: string, ...words: string[]): boolean {
  return includesAny(fold(text), words.map(fold));
}
