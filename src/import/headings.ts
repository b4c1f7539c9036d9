// Finds the meaning of a table's headings, in the many spellings of the offices.

import { foldSpelling, textWords } from '../bangla/search-text.ts';

/** The meaning of a column: one of the format, a common custom one, or a part of another. */
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
  // Custom columns with a common key.
  | 'remarks'
  | 'duty'
  | 'recipient'
  | 'law'
  | 'remedy'
  | 'eligibility'
  | 'place'
  // The officer's room and contacts, the service's group, the address of its page.
  | 'room'
  | 'contact'
  | 'group'
  | 'address';

/** The maximum length of a heading. Reading on would only cost time. */
const LONGEST_HEADING = 300;

/** Folds a text to one spelling without spaces, so that a phrase is found however it is typed. */
function fold(text: string): string {
  return textWords(text.slice(0, LONGEST_HEADING))
    .map((word) => foldSpelling(word.replace(/(?<=.)ঃ$/u, '')))
    .join('');
}

/** Splits phrases at "|" and folds them. */
const phrases = (list: string) => list.split('|').map(fold);

const OFFICER = phrases(`কর্মকর্তা|কর্মচারী|দায়িত্বপ্রাপ্ত|দায়িত্বরত|সেবা প্রদানকারী|সেবা দানকারী|সেবাদানকারী|
  সেবাদাতা|সেবা দাতা|কার সাথে|কার সঙ্গে|কার কাছে|যার নিকট|যার বরাবর|যার সাথে|যাঁর কাছে|
  পদবি|কর্তৃপক্ষ|ব্যক্তি|যোগাযোগ করতে|officer`);
const PROCESS = phrases('পদ্ধতি|প্রক্রিয়া|কি ভাবে|কীভাবে|ধাপ|নিয়ম|উপায়|procedure');
const PAPERS = phrases(`কাগজ|দলিলাদি|দলিলপত্র|প্রমাণাদি|প্রমাণক|তথ্যাদি|প্রয়োজনীয় তথ্য|কি কি লাগে|যা যা লাগ|
  document`);
const SOURCE = phrases('প্রাপ্তিস্থান|প্রাপ্তির স্থান|ফরম প্রাপ্তি|কোথায় পাওয়া|প্রাপ্তি স্থল');
const PRICE = phrases('মূল্য|খরচ|চার্জ|ব্যয়|পরিশোধ|টাকা|মাশুল|ভাড়া');
/** Words for fees. They are compared as whole words, because অফিসের has ফিস in it. */
const FEE_WORDS = 'ফি ফিস ফিঃ ফিসমূহ ফিসহ হার fee fees cost price'.split(' ');
const TIME = phrases('সময়|সয়ম|মেয়াদ|কত দিন|সময়সীমা|দিনের মধ্যে|কার্যদিবস|time');
const CONTACT = phrases('ফোন|মোবাইল|মোবাঃ|মেইল|যোগাযোগের নম্বর|phone|mobile|email');
const ROOM = phrases('কক্ষ|রুম|room');
const RECIPIENT = phrases(`সেবা গ্রহীতা|সেবা গ্রহণকারী|সেবা প্রার্থী|উপকারভোগী|কারা পাবেন|কে পাবেন|সেবাভোগী|
  সেবাগ্রহী`);
const ABOVE = phrases('ঊর্ধ্বতন|উর্ধতন|উর্দ্ধতন|উদ্ধর্তন|উর্ধ্বধন|উচ্চতর|আপিল|প্রতিকারকারী|তত্ত্বাবধায়নকারী');
const REMEDY = phrases('প্রতিকার|ব্যর্থ হলে|না পেলে|না পাওয়া গেলে|অভিযোগ');
const NAME = phrases(`সেবার নাম|সেবাসমূহ|সেবার বিবরণ|সেবা প্রদানের বিবরণ|সেবার ধরন|সেবার ধরণ|সেবার প্রকার|
  সেবার ক্ষেত্র|সেবার বিষয়|সেবার তালিকা|প্রদেয় সেবা|প্রদত্ত সেবা|প্রতিশ্রুত সেবা|
  সেবার প্রকৃতি|সেবার খাত|ঋণের খাত|ঋণের নাম|ঋণের ধরন|সনদের নাম|কাজের নাম|কাজের বিবরণ|কার্যক্রম|কর্মসূচি|
  name of service|service`);

/** The name of an office, in a heading that names no person. */
const OFFICE_NAMES = new RegExp(
  `(?:${phrases('অফিস|দপ্তর|কার্যালয়|প্রতিষ্ঠান|সংস্থা').join('|')})(?:ের|র)?${fold('নাম')}`,
  'u',
);
const PERSON = phrases('কর্মকর্তা|কর্মচারী|পদবি|ব্যক্তি');

const hasAny = (text: string, list: string[]) => list.some((phrase) => text.includes(phrase));
const hasWord = (heading: string, list: string[]) =>
  textWords(heading.slice(0, LONGEST_HEADING)).some((word) =>
    list.map(foldSpelling).includes(foldSpelling(word)),
  );

/** Returns the meaning of a heading; undefined for a heading outside the vocabulary. */
export function columnMeaning(heading: string): Meaning | undefined {
  const text = fold(heading);
  // "Free of charge" is a fee, not the heading of fees.
  if (text.startsWith(fold('বিনামূল্য'))) return undefined;
  if (/^(?:ক্র|রমিক|sl|serial)/u.test(text) ? text.length <= 14 : /^(?:নং|নম্বর|no)$/u.test(text))
    return 'serial';
  if (text === fold('ওয়েব ঠিকানা')) return 'address';
  if (heading.trim() === '#') return 'serial';
  const isOfficer = hasAny(text, OFFICER);
  // A column of offices names nobody.
  if (isOfficer && OFFICE_NAMES.test(text) && !hasAny(text, PERSON)) return undefined;
  if (hasAny(text, ABOVE) || (hasAny(text, REMEDY) && isOfficer)) return 'superior';
  if (hasAny(text, REMEDY)) return 'remedy';
  if (hasAny(text, phrases('মন্তব্য|remarks'))) return 'remarks';
  if (hasAny(text, phrases('নাগরিকের দায়িত্ব|গ্রহীতার দায়িত্ব|করণীয়'))) return 'duty';
  if (hasAny(text, PRICE) || hasWord(heading, FEE_WORDS)) return 'fee';
  if (hasAny(text, PAPERS)) return hasAny(text, SOURCE) ? 'documents_source' : 'documents';
  if (hasAny(text, SOURCE))
    return hasAny(text, phrases('সেবা প্রাপ্তি')) ? 'place' : 'documents_source';
  if (hasAny(text, RECIPIENT) && !hasAny(text, [...PROCESS, ...TIME])) return 'recipient';
  if (!isOfficer && hasAny(text, CONTACT)) return 'contact';
  if (!isOfficer && hasAny(text, ROOM)) return 'room';
  if (isOfficer && !hasAny(text, PROCESS)) return 'officer';
  if (hasAny(text, TIME)) return 'time';
  if (hasAny(text, PROCESS)) return 'method';
  if (isOfficer) return 'officer';
  if (hasAny(text, phrases('আইন|বিধি|নীতিমালা'))) return 'law';
  if (hasAny(text, phrases('যোগ্যতা|শর্ত'))) return 'eligibility';
  if (hasAny(text, phrases('স্থান|কোথায়'))) return 'place';
  if (/^(?:সাখা|সাখারনাম|বিভাগ|দপ্তর)$/u.test(text)) return 'group';
  if (hasAny(text, NAME) || /^(?:সেবা|বিসএ|বিবরন)$/u.test(text)) return 'name';
  return undefined;
}

/** Reports whether a heading clearly belongs to the column with the services' names. */
export function namesServices(heading: string): boolean {
  return columnMeaning(heading) === 'name' && hasAny(fold(heading), NAME);
}

/** Reports whether a heading promises names, rather than kinds or descriptions. */
export function isNameHeading(heading: string): boolean {
  return hasAny(fold(heading), phrases('নাম|name'));
}

/** Reports whether the headings are those of the table of complaints. */
export function areComplaintHeadings(headings: string[]): boolean {
  const all = headings.map(fold).join(' ');
  return (
    hasAny(all, phrases('কখন')) &&
    hasAny(all, phrases('যোগাযোগ|অভিযোগ')) &&
    headings.some((heading) => hasWord(heading, ['কার', 'কাহার', 'যার', 'কর্মকর্তা', 'কর্মকর্তার']))
  );
}

/** Returns the field of a complaint tier that a heading is about. */
export function complaintMeaning(
  heading: string,
): 'serial' | 'when' | 'whom' | 'where' | 'time' | undefined {
  const text = fold(heading);
  if (columnMeaning(heading) === 'serial') return 'serial';
  if (hasAny(text, phrases('কখন'))) return 'when';
  if (hasAny(text, phrases('ঠিকানা|কোথায়'))) return 'where';
  if (hasAny(text, TIME)) return 'time';
  return hasAny(text, [...phrases('কার'), ...OFFICER]) ? 'whom' : undefined;
}

/** Reports whether a text contains one of the phrases, in any spelling. */
export function mentions(text: string, ...words: string[]): boolean {
  return hasAny(fold(text), words.map(fold));
}
