// Parses an officer's cell: name, post, office, place, room, numbers and e-mail address, in any order.

import { toAsciiDigits } from '../../bangla/digits.ts';
import { EXTENSION, isMobile, toE164 } from '../../bangla/phone.ts';
import { type Officer, officerSchema } from '../../charter/officer.ts';
import { hasLetterOrDigit, listItems } from '../marks.ts';
import { plainWords } from '../reconcile/ledger.ts';
import { classifySegment, isPost, mayBeName, splitName, splitOffice } from './officer-words.ts';

export type Person = Omit<Officer, 'id' | 'text' | 'former_ids'>;

const LONGEST_CELL = 1500;

/** An officer with a record, or a post about which the cell says nothing more. */
export type OfficerOrPost = Person | string;

/**
 * Parses the officers of a cell, and drops nothing but labels. Returns undefined if a record would lose a part of the
 * cell, or would add nothing to its text.
 */
export function readOfficers(text: string): OfficerOrPost[] | undefined {
  // A record has no field for a fax number, and a longer text is about more than officers.
  if (text.length > LONGEST_CELL || /ফ্যাক্স|fax/iu.test(text)) return undefined;
  // A line that labels what follows ("বাস্তবায়নকারীঃ") has no field either.
  const labels = text.split('\n').filter((line) => /[:ঃ]\s*[-–—]?$/u.test(line));
  if (labels.some((line) => plainWords(line).some((word) => !LABEL_WORDS.has(word))))
    return undefined;
  const items = listItems(text) ?? [text];
  const people = items.flatMap((item) => readItem(item));
  const read = people.flatMap((person): OfficerOrPost[] => {
    if (isRecordable(person)) return [person];
    return isOnlyPost(person) ? [person.post] : [];
  });
  const isComplete = read.length === people.length && read.some((one) => typeof one !== 'string');
  return isComplete && missingWords(items.join('\n'), people).length === 0 ? read : undefined;
}

function isRecordable(person: Partial<Person>): person is Person {
  const { name, room, mobile, phone, email, short_code } = person;
  const facts = [name, room, mobile, phone, email, short_code];
  return facts.some((fact) => fact !== undefined) && officerSchema.safeParse(person).success;
}

function isOnlyPost(person: Partial<Person>): person is Person {
  return person.post !== undefined && Object.keys(person).length === 1;
}

/** The words of labels, which the site writes itself. */
export const LABEL_WORDS: ReadonlySet<string> = new Set(
  plainWords(
    `মোবাইল মোবাইলঃ মোবা মোবাঃ মোঃ মো ফোন ফোনঃ ফোন টেলিফোন টেলিফোনঃ টেলি টেলিঃ নং নংঃ নম্বর নম্বরঃ নাম্বার নাম্বারঃ
    ই মেইল মেইলঃ ইমেইল ইমেইলঃ মেইল এড্রেস ঠিকানা ঠিকানাঃ রুম রুমঃ কক্ষ কক্ষঃ নাম নামঃ পদবি পদবী পদবীঃ পদবিঃ অফিস
    হটলাইন দাপ্তরিক সরকারি mobile mob cell phone tel telephone email e mail no room ও এবং মুঠোফোন মুঠোফোনঃ`,
  ),
);

function missingWords(text: string, people: Partial<Person>[]): string[] {
  const kept = new Set(people.flatMap((person) => plainWords(Object.values(person).join(' '))));
  return plainWords(text).filter((word) => !kept.has(word) && !LABEL_WORDS.has(word));
}

const D = '০-৯0-9';
const LABEL_END = `(?:\\s*(?:নম্বর|নাম্বার|নং|ঠিকানা|এড্রেস|no))?[\\s:ঃ.।=–—-]*`;
const FACTS = new RegExp(
  [
    `(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)`,
    `(?:রুম|কক্ষ|room)${LABEL_END}(?<room>[${D}A-Za-z]+(?:[-/(][${D}A-Za-zক-হ]+\\)?)?)`,
    `(?<room2>[${D}]+)\\s*(?:নং|নম্বর)\\s*(?:রুম|কক্ষ)`,
    `(?<short>(?:হটলাইন|হেল্পলাইন|hotline)${LABEL_END}[${D}]{3,5})(?![${D}-])`,
    `(?<![${D}])(?<number>(?:\\+?(?:৮৮|88)[- ]?)?[(]?[০0][${D}]{1,5}[)]?(?:[- ]?[${D}]+)*(?:${EXTENSION})?)`,
  ].join('|'),
  'giu',
);
/** The labels right before a number or an address. */
const LABEL = new RegExp(
  `(?:(?:^|(?<=[\\s,;।.(:ঃ]))(?:মোবাইল|মোবাইলঃ|মোবাঃ?|মোঃ|মো|মুঠোফোন|টেলিফোন|টেলিঃ?|ফোন|দাপ্তরিক|সরকারি|ই-?\\s?মেইল|ইমেইল|মেইল|mobile|mob|cell|tel|phone|e-?mail|অফিস(?=[\\s:ঃ-]*$))${LABEL_END}[/,ও\\s]*)+$`,
  'iu',
);

function readItem(text: string): Partial<Person>[] {
  const people: Partial<Person>[] = [];
  let person: Partial<Person> = {};
  let isReachable = false;
  const next = () => {
    if (Object.keys(person).length > 0) people.push(person);
    person = {};
    isReachable = false;
  };
  const addText = (words: string) => {
    const segments = splitSegments(words);
    if (segments.length === 0) return;
    // A post after contact details belongs to the next officer.
    if (isReachable && segments.some((segment) => isPost(segment))) next();
    addSegments(person, segments, nameLine(words, segments));
  };
  let start = 0;
  for (const match of text.matchAll(FACTS)) {
    addText(text.slice(start, match.index).replace(LABEL, ''));
    start = match.index + match[0].length;
    isReachable = addFact(person, match.groups ?? {}) || isReachable;
  }
  addText(text.slice(start));
  next();
  return people;
}

/** Adds a number, address or room. @returns whether it is a contact detail */
function addFact(person: Partial<Person>, found: Record<string, string | undefined>): boolean {
  const { email, room, room2, short, number } = found;
  if (room ?? room2) {
    person.room ??= (room ?? room2) as string;
    return false;
  }
  if (email) person.email ??= email.replace(/\.$/, '');
  if (short) person.short_code ??= /[০-৯0-9]+$/.exec(short)?.[0];
  if (number) addNumber(person, number.trim());
  return true;
}

function addNumber(person: Partial<Person>, number: string): void {
  if (person.mobile === number || person.phone === number) return;
  if (isMobile(number) && person.mobile === undefined) person.mobile = number;
  else if (toE164(number) !== undefined && toAsciiDigits(number).length >= 6)
    person.phone ??= number;
}

function splitSegments(words: string): string[] {
  return withWholePost(words)
    .split(/[\n;।|,](?![^(]*\))/u)
    .map((segment) =>
      segment
        .replace(LABEL, '')
        .replace(/^[\s.:ঃ/–—-]+|[\s:/–—-]+$/gu, '')
        .replace(/^(?:ও|এবং)\s+/u, '')
        .trim()
        .replace('\uff0c', ', '),
    )
    .filter(hasLetterOrDigit)
    .flatMap(splitName);
}

/** Keeps a post and the unit after its comma together, if a further line names the office. */
function withWholePost(words: string): string {
  const [first = '', ...others] = words.trim().split('\n');
  const [post = '', unit, ...more] = first.split(/,\s+/u);
  const isUnit =
    unit !== undefined &&
    more.length === 0 &&
    isPost(post) &&
    classifySegment(unit).kind === 'office';
  const hasOffice = others.some(
    (line) => classifySegment(line.replace(/,$/u, '')).kind === 'office',
  );
  // A full-width comma does not separate segments.
  return isUnit && hasOffice ? [`${post}\uff0c${unit}`, ...others].join('\n') : words;
}

/** Returns the name right below the post: a line of two to four words that is not the last one. */
function nameLine(words: string, segments: string[]): string | undefined {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const at = lines.findIndex((line) => isPost(line));
  const line = at < 0 ? undefined : lines[at + 1];
  const isName =
    line !== undefined &&
    /^[^\s,।:]+(?: [^\s,।:]+){1,3}$/u.test(line) &&
    classifySegment(line).kind === 'other' &&
    mayBeName(line);
  // The last line is a place rather than a name.
  const isFollowed =
    at + 2 < lines.length ||
    (line !== undefined && words.trimEnd() !== words && words.endsWith('\n'));
  return isName && isFollowed && segments.includes(line) ? line : undefined;
}

function addSegments(person: Partial<Person>, segments: string[], name: string | undefined): void {
  for (const [at, segment] of segments.entries()) {
    const { kind, text } = classifySegment(segment);
    const isBeforePost =
      person.post === undefined && segments.slice(at + 1).some((one) => isPost(one));
    if (
      kind === 'name' ||
      segment === name ||
      (kind === 'other' && isBeforePost && person.name === undefined && at === 0 && mayBeName(text))
    )
      append(person, 'name', text);
    else if (kind === 'post') append(person, 'post', text);
    else if (kind === 'branch' && person.post !== undefined) append(person, 'post', text);
    else if (kind === 'office' && person.office === undefined) {
      const [office, place] = splitOffice(text);
      person.office = office;
      if (place) append(person, 'place', place);
    } else append(person, 'place', text);
  }
}

function append(person: Partial<Person>, key: 'name' | 'post' | 'place', text: string): void {
  person[key] = person[key] === undefined ? text : `${person[key]}, ${text}`;
}
