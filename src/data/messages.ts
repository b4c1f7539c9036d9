// The messages for every problem and every piece of advice, worded so that a clerk can act on them.

import { toBengaliDigits, toBengaliNumber } from '../bangla/digits.ts';
import type { ValueRule } from '../charter/values.ts';
import type { Message } from './finding.ts';

/** The details that a message may mention. */
export interface Details {
  /** The key, id or file the message is about. */
  name?: string;
  /** The current value. */
  value?: unknown;
  /** The value that the writer probably meant. */
  suggestion?: string | undefined;
  /** The allowed values. */
  allowed?: readonly string[];
  /** The expected number. */
  wanted?: number | undefined;
  /** Another name or value that the message is about. */
  other?: string | undefined;
}

const say = (bnWrong: string, bnFix: string, enWrong: string, enFix: string): Message => ({
  bn: { wrong: bnWrong, fix: bnFix },
  en: { wrong: enWrong, fix: enFix },
});

const QUOTE_BN = 'পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।';
const QUOTE_EN = 'Put the whole text in quotation marks: "…".';

/** Returns a text in the quotation marks of YAML that keep what stands in it. */
const quoted = (text: string): string =>
  /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;

const guess = ({ suggestion, allowed = [] }: Details): [bn: string, en: string] =>
  suggestion
    ? [
        `আপনি কি “${suggestion}” বোঝাতে চেয়েছেন? তাহলে সেটি লিখুন।`,
        `Did you mean "${suggestion}"? Then write that.`,
      ]
    : [`এখানে লেখা যায়: ${allowed.join(', ')}।`, `Allowed here: ${allowed.join(', ')}.`];

/** Returns how to bring a file to its place. A folder in its name is the wrong one. */
const bring = (from: string): [bn: string, en: string] =>
  /[\\/]/.test(from)
    ? ['সেটি ডেটার ফোল্ডারে এনে নাম', 'move it into the folder of the data as']
    : ['নাম বদলে', 'rename that to'];

/** Returns the text to write instead of a number, by the key. */
function numberFix(key: string, value: string): [bn: string, en: string] {
  switch (key) {
    case 'time':
      return [
        'কত দিন, না কত ঘণ্টা, তা-ও লিখুন, যেমন ৭ কার্যদিবস।',
        'Say whether these are days or hours, such as ৭ কার্যদিবস.',
      ];
    case 'id':
      return [
        'ছোট হাতের ইংরেজি অক্ষরে একটি নাম লিখুন, যেমন e-filing।',
        'Write a name in lower-case English letters, such as e-filing.',
      ];
    case 'officer':
    case 'superior':
      return [
        'officers.yaml ফাইলের বাম পাশের নামটি লিখুন, অথবা সনদে যেমন আছে তেমন বাংলায়।',
        'Write the name at the left in officers.yaml, or the text of the charter in Bengali.',
      ];
    default:
      return [
        `সংখ্যাটিই লেখা হলে উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "${value}"। নইলে পুরো কথাটি লিখুন।`,
        `If the text is this number, put it in quotation marks: "${value}". Otherwise write the whole text.`,
      ];
  }
}

/** Where a key belongs: at the top of a file, in one of its services or officers; or a whole service. */
const homes: Record<
  string,
  { bn: [what: string, where: string]; en: [what: string, where: string] }
> = {
  top: { bn: ['এই ঘরটি', 'লাইনের একেবারে শুরু থেকে'], en: ['This key', 'at the start of a line'] },
  service: {
    bn: ['এই ঘরটি সেবার, তা', 'সেই সেবার id লাইনের নিচে'],
    en: ['This key of a service', 'below the id of that service'],
  },
  officer: {
    bn: ['এই ঘরটি কর্মকর্তার, তা', 'সেই কর্মকর্তার নামের নিচে'],
    en: ['This key of an officer', 'below that officer'],
  },
  list: {
    bn: ['এখানে একটি সেবা শুরু হয়েছে, তা', 'অন্য সেবাগুলোর সঙ্গে'],
    en: ['This service', 'among the other services'],
  },
};
const TOP = homes.top as (typeof homes)[string];

/** Adds what the value was probably meant to be to a remedy, if that is known. */
const meantOr = (details: Details, bnFix: string, enFix: string): [bn: string, en: string] =>
  details.suggestion ? guess(details) : [bnFix, enFix];

/** Returns the few signs of a value that do not fit, for the message to name; empty where most do not. */
function oddSigns(value: unknown, odd: RegExp): string {
  const signs = String(value).match(odd) ?? [];
  const isFew = signs.length > 0 && signs.length <= 3 && typeof value === 'string';
  return isFew ? [...new Set(signs)].map((sign) => (sign === ' ' ? 'space' : sign)).join(' ') : '';
}
const NO_DIGIT = /[^\d০-৯+()\s.\-–]/gu;
const NO_ID = /[^a-z0-9-]/gu;
const bnSigns = (value: unknown, odd: RegExp) =>
  oddSigns(value, odd) && ` এতে “${oddSigns(value, odd)}” আছে, যা চলে না।`;
const enSigns = (value: unknown, odd: RegExp) =>
  oddSigns(value, odd) && ` It holds "${oddSigns(value, odd)}", which cannot stand in it.`;

/** The messages, by the name of the broken rule. */
export const messages = {
  'missing-folder': ({ value }) =>
    say(
      `তথ্যের ফোল্ডারটি (${value}) নেই, অথবা শর্টকাটটি (symlink) যেখানে নিয়ে যায় সেখানে কোনো ফোল্ডার নেই।`,
      'ফোল্ডারটি ফিরিয়ে আনুন। অন্য জায়গায় থাকলে DATA_DIR এ সেই জায়গার নাম লিখুন।',
      `The folder of the data (${value}) is missing, or is a symbolic link to no folder.`,
      'Put it back. If it is somewhere else, set DATA_DIR to that place.',
    ),
  'missing-file': ({ name, suggestion }) =>
    say(
      'ফাইলটি নেই।',
      suggestion
        ? `“${suggestion}” ফাইলটিই কি এটি? তাহলে ${bring(suggestion)[0]} ${name} করুন।`
        : `ফাইলটি ফিরিয়ে আনুন; নাম হুবহু ${name} হতে হবে।`,
      'The file is missing.',
      suggestion
        ? `Is it the file "${suggestion}"? Then ${bring(suggestion)[1]} ${name}.`
        : `Put it back; its name must be exactly ${name}.`,
    ),
  'not-a-file': () =>
    say(
      'এটি সাধারণ ফাইল নয়, অথবা ১ মেগাবাইটের বেশি বড়।',
      'একই নামে একটি সাধারণ লেখার ফাইল রাখুন।',
      'This is not a regular file, or it is larger than 1 MiB.',
      'Put a plain text file of that name here.',
    ),
  unreadable: () =>
    say(
      'ফাইলটি পড়া যাচ্ছে না।',
      'ফাইলটি পড়ার অনুমতি আছে কি না দেখুন। শর্টকাট (symlink) হলে, যেখানে নিয়ে যায় সেখানে ফাইলটি আছে কি না দেখুন।',
      'The file cannot be read.',
      'Check the permissions of the file; if it is a symbolic link, check that its target exists.',
    ),
  'not-utf8': () =>
    say(
      'ফাইলটি UTF-8 এ সংরক্ষিত নয়, তাই বাংলা লেখা ভেঙে যাবে।',
      'Notepad এ Save As দিয়ে Encoding ঘরে UTF-8 বেছে নিন।',
      'The file is not saved as UTF-8.',
      'In Notepad choose Save As and set Encoding to UTF-8.',
    ),
  'lost-letters': () =>
    say(
      'বাংলা অক্ষরের জায়গায় ??? বা à¦ এর মতো চিহ্ন আছে: ফাইলটি ANSI হিসেবে সংরক্ষণ করায় লেখা হারিয়ে গেছে।',
      'ফাইলটি আগের অবস্থায় ফিরিয়ে আনুন (Notepad খোলা থাকলে Ctrl+Z, নইলে আগের কপি)। তারপর Notepad এ Save As দিয়ে Encoding ঘরে UTF-8 বেছে সংরক্ষণ করুন।',
      'Bengali letters have become ??? or signs like à¦: the file was saved as ANSI, and the letters are lost.',
      'Go back to the file as it was (Ctrl+Z if Notepad is still open, otherwise an earlier copy). Then choose Save As in Notepad and set Encoding to UTF-8.',
    ),
  'empty-file': () =>
    say(
      'ফাইলটি খালি।',
      'আগের লেখাগুলো ফিরিয়ে আনুন।',
      'The file is empty.',
      'Put the earlier content back.',
    ),
  'several-documents': () =>
    say(
      'ফাইলটিতে --- বা ... দিয়ে একাধিক অংশ করা হয়েছে।',
      'শুধু --- বা ... লেখা লাইনটি মুছে দিন।',
      'The file holds several documents, parted by --- or ....',
      'Delete the line that holds only --- or ....',
    ),
  'other-format': ({ value }) =>
    say(
      `এটি লেখার ফাইল নয়: ${value} ফাইল এই নামে রাখা হয়েছে।`,
      'আগের ফাইলটি ফিরিয়ে আনুন (আগের কপি থেকে)। অন্য ফাইল থেকে লেখা আনতে হলে সেটি খুলে লেখাটুকু নকল করে এখানে বসান; Word বা Excel এর সনদ হলে npm run import দিয়ে আনা যায়।',
      `This is no text file: a ${value} file was saved under this name.`,
      'Put the earlier file back (from an earlier copy). To bring text from another file, open it and copy the text; npm run import reads a charter in Word or Excel.',
    ),
  'other-content': ({ name, other }) =>
    say(
      `${other} ফাইলের লেখা এখানে (${name}) রাখা হয়েছে।`,
      `${name} ফাইলটির আগের লেখা ফিরিয়ে আনুন; এই লেখা ${other} ফাইলে থাকবে।`,
      `The content of ${other} is in ${name}.`,
      `Put the earlier content of ${name} back; this content belongs in ${other}.`,
    ),
  'wrong-file': ({ other, value }) => {
    const { bn, en } = homes[String(value)] ?? TOP;
    return say(
      `${bn[0]} ${other} ফাইলে লেখা হয়, এখানে নয়।`,
      `লাইনটি, তার নিচে ভেতরে সরানো লাইন থাকলে সেগুলোসহ, কেটে ${other} ফাইলে ${bn[1]} বসান।`,
      `${en[0]} is written in ${other}, not here.`,
      `Cut the line, with any lines indented below it, and paste it in ${other} ${en[1]}.`,
    );
  },
  'outside-service': ({ name }) =>
    say(
      `“${name}” একটি সেবার ভেতরের ঘর; এখানে কোনো সেবার ভেতরে নেই।`,
      'যে সেবার কথা, তার id লাইনের নিচে নিয়ে যান, name এর সমান করে: শুরুতে চারটি ফাঁকা (space)।',
      `"${name}" belongs inside a service; here it stands in none.`,
      'Move it below the id of its service, aligned with name: four spaces at its start.',
    ),
  english: ({ value }) =>
    say(
      `“${value}” ইংরেজি নয়।`,
      'ইংরেজিতে লিখুন, যেমন Birth registration। বাংলা নাম name এ থাকে; ইংরেজি নাম না থাকলে লাইনটি মুছে দিন।',
      `"${value}" is not English.`,
      'Write it in English, such as Birth registration. The Bengali name is in name; if there is no English one, delete the line.',
    ),
  'not-in-case': ({ name }) =>
    say(
      `“${name}” পুরো সেবার ঘর; একটি উপ-সেবার ভেতরে থাকলে কোথাও দেখা যায় না।`,
      'পুরো সেবার হলে cases লাইনের উপরে নিয়ে যান, সেবার name এর সমান করে। উপ-সেবাভেদে ভিন্ন হলে প্রতিটিকে আলাদা সেবা করুন। না লাগলে মুছে দিন।',
      `"${name}" belongs to a whole service; in one of its cases it is shown nowhere.`,
      'If it holds for the whole service, move it above the line of cases, aligned with the name of the service. If it differs by case, make each case a service. Otherwise delete it.',
    ),
  'stray-line': ({ name }) =>
    say(
      `“${name}:” কোনো ঘরের নাম নয়; অন্য জায়গা থেকে নকল হয়ে এসেছে মনে হচ্ছে।`,
      'লাইনটি মুছে দিন। নোট হলে শুরুতে # দিন।',
      `"${name}:" is no key; it seems to have been pasted from elsewhere.`,
      'Delete the line. If it is a note, begin it with #.',
    ),
  'file-twice': () =>
    say(
      'এখান থেকে ফাইলটির লেখা দ্বিতীয়বার শুরু হয়েছে।',
      'এই লাইন থেকে ফাইলের শেষ পর্যন্ত মুছে দিন। নিচের অংশে নতুন কিছু বদলে থাকলে আগে উপরেরটিতে তা লিখে নিন।',
      'The content of the file begins a second time here.',
      'Delete everything from this line to the end. If something was changed below, change it above first.',
    ),
  'split-item': ({ value }) =>
    say(
      `এই অংশটি উপরের অংশের মাঝখানে বসানো হয়েছে; ${toBengaliDigits(String(value))} নম্বর লাইন থেকে উপরের অংশের বাকি লাইন।`,
      `${toBengaliDigits(String(value))} নম্বর লাইন থেকে বাকি লাইনগুলো কেটে এই লাইনের ঠিক উপরে বসান।`,
      `This item stands in the middle of the one above it, whose other lines begin at line ${value}.`,
      `Cut these lines, from line ${value} on, and paste them just above this line.`,
    ),
  diff: () =>
    say(
      'লাইনের শুরুতে + বা - চিহ্ন আছে; GitHub এর বদলের তালিকা (diff) থেকে নকল করলে আসে।',
      '- দিয়ে শুরু পুরোনো লাইনগুলো মুছে দিন; নতুন লাইনগুলোর + মুছে সেখানে একটি ফাঁকা (space) দিন।',
      'Lines begin with + or -, as copied from a list of changes (diff).',
      'Delete the old lines, which begin with -; in the new ones type a space in place of the +.',
    ),
  'repeated-part': () =>
    say(
      '* (বা <<) দিয়ে অন্য জায়গার লেখা ধার নেওয়া হয়েছে; এখানে তা চলে না।',
      'লেখাটি এখানে আবার পুরো লিখুন, এবং & ও * চিহ্ন দুটি মুছে দিন।',
      'A part written elsewhere is repeated with * (or <<), which the site does not read.',
      'Write it out again here, and delete the signs & and *.',
    ),
  'empty-item': () =>
    say(
      'দুটি কমার মাঝে কিছু লেখা নেই।',
      'একটি কমা মুছে দিন, অথবা মাঝে লেখাটি লিখুন।',
      'There is nothing between two commas.',
      'Delete one of the commas, or write the text between them.',
    ),
  'missing-parent': ({ value }) =>
    say(
      `এই লাইনগুলোর উপরে “${value}:” লাইনটি নেই।`,
      `ঠিক উপরে, লাইনের একেবারে শুরু থেকে, “${value}:” লিখুন।`,
      `The line "${value}:" is missing above these lines.`,
      `Write "${value}:" just above, at the start of the line.`,
    ),
  'nested-list': ({ value }) =>
    say(
      'দুই জোড়া বন্ধনী [ ] আছে: তালিকার ভেতরে আরেকটি তালিকা।',
      `ভেতরের এক জোড়া বন্ধনী মুছে দিন: [${value}]।`,
      'There are two pairs of brackets [ ]: a list within a list.',
      `Delete the inner pair: [${value}].`,
    ),
  tab: () =>
    say(
      'লাইনের শুরুতে Tab চাপা হয়েছে।',
      'Tab মুছে ফেলুন এবং উপরের লাইনের মতো ফাঁকা (space) দিন।',
      'The line is indented with a tab.',
      'Replace it with spaces, as in the lines above.',
    ),
  'duplicate-key': () =>
    say(
      'এই ঘরটি একই জায়গায় দুবার লেখা হয়েছে।',
      'দুটির একটি মুছে দিন। এখানে নতুন সেবা শুরু হলে উপরে তার “- id: …” লাইনটি লিখুন; নতুন কর্মকর্তা হলে বাম পাশে আলাদা নাম দিন।',
      'The same key is written twice in one place.',
      'Delete one of the two. If a new service begins here, write its "- id: …" above; a new officer needs another name at the left.',
    ),
  'unclosed-quote': () =>
    say(
      'একটি উদ্ধৃতি চিহ্ন (" বা \') শুরু হয়েছে কিন্তু শেষ হয়নি।',
      'লেখাটির শেষে একই চিহ্ন বসান।',
      'A quotation mark is opened but not closed.',
      'Put the same mark at the end of the text.',
    ),
  alias: () =>
    say(
      'লেখাটি * দিয়ে শুরু হয়েছে; YAML এ এর অন্য অর্থ আছে।',
      QUOTE_BN,
      'The text begins with *, which means something else in YAML.',
      QUOTE_EN,
    ),
  tag: () =>
    say(
      'লেখাটি ! দিয়ে শুরু হয়েছে; YAML এ এর অন্য অর্থ আছে।',
      QUOTE_BN,
      'The text begins with !, which means something else in YAML.',
      QUOTE_EN,
    ),
  'text-after-quote': () =>
    say(
      'উদ্ধৃতি চিহ্ন শেষ হওয়ার পরে আরও লেখা আছে।',
      'পুরো লেখাটি একই উদ্ধৃতি চিহ্নের মধ্যে আনুন, অথবা চিহ্ন দুটি মুছে দিন।',
      'There is more text after the closing quotation mark.',
      'Bring all of the text inside the marks, or delete both marks.',
    ),
  'special-start': () =>
    say(
      'লেখাটি একটি বিশেষ চিহ্ন দিয়ে শুরু হয়েছে; YAML এ এর অন্য অর্থ আছে।',
      QUOTE_BN,
      'The text begins with a character that means something else in YAML.',
      QUOTE_EN,
    ),
  'colon-in-text': () =>
    say(
      'লেখার মধ্যে কোলন ও ফাঁকা (“: ”) আছে; YAML একে নতুন ঘর মনে করে।',
      QUOTE_BN,
      'The text holds a colon and a space, which YAML takes for a new key.',
      QUOTE_EN,
    ),
  'no-space-after-colon': () =>
    say(
      'কোলনের (:) পরে ফাঁকা নেই।',
      'কোলনের পরে একটি ফাঁকা (space) দিন।',
      'There is no space after the colon.',
      'Put a space after the colon.',
    ),
  'quotes-in-quotes': () =>
    say(
      'উদ্ধৃতি চিহ্নের ভেতরে আবার একই উদ্ধৃতি চিহ্ন আছে, তাই লেখাটি মাঝখানে শেষ হয়ে গেছে।',
      'ভেতরের চিহ্নগুলো বাঁকা করে লিখুন: “…”। বাইরের দুটি সোজা (") থাকবে।',
      'There are quotation marks inside quotation marks, so the text ends in its middle.',
      'Write the inner ones as curly marks: “…”. The outer two stay straight (").',
    ),
  backslash: () =>
    say(
      'উদ্ধৃতি চিহ্নের ভেতরে উল্টো দাগ (\\) আছে; সেখানে এর অন্য অর্থ আছে।',
      'সোজা দাগ (/) লিখুন। উল্টো দাগই দরকার হলে পরপর দুবার লিখুন (\\\\)।',
      'There is a backslash (\\) inside quotation marks, where it means something else.',
      'Write a slash (/). If it has to be a backslash, write it twice (\\\\).',
    ),
  'list-on-line': () =>
    say(
      'কোলনের (:) পরে একই লাইনে হাইফেন (-) দিয়ে লেখা শুরু হয়েছে।',
      'তালিকা হলে নিচের লাইন থেকে, একটু ভেতরে সরিয়ে, প্রতিটি লাইনে “- ” দিয়ে লিখুন। তালিকা না হলে হাইফেনটি মুছে দিন।',
      'A text begins with a hyphen (-) on the line of its key.',
      'For a list, begin on the next line, indented, with "- " before each item. If it is no list, delete the hyphen.',
    ),
  'lone-dash': () =>
    say(
      'এখানে শুধু একটি হাইফেন (-) আছে; একে তালিকার শুরু ধরা হয়।',
      'হাইফেনটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "-"।',
      'Here is only a hyphen (-), which is taken for the beginning of a list.',
      'Put the hyphen in quotation marks: "-".',
    ),
  'unclosed-bracket': () =>
    say(
      'একটি বন্ধনী ([ বা {) শুরু হয়েছে কিন্তু শেষ হয়নি।',
      'তালিকার শেষে ] (বা }) বসান। বন্ধনীটি লেখার অংশ হলে পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।',
      'A bracket ([ or {) is opened but not closed.',
      'Put ] (or }) at the end of the list. If the bracket belongs to a text, put all of it in quotation marks: "…".',
    ),
  'note-mark': () =>
    say(
      'লাইনটি //, <!--, ; বা * চিহ্ন দিয়ে শুরু হয়েছে; এখানে নোট # দিয়ে শুরু হয়।',
      'নোট হলে চিহ্নটির জায়গায় # লিখুন; নইলে লাইনটি মুছে দিন।',
      'The line begins with //, <!--, ; or *; notes begin with # here.',
      'If it is a note, write # instead of that sign; otherwise delete the line.',
    ),
  'text-after-fold': () =>
    say(
      'কোলনের (:) পরে | বা > চিহ্ন থাকলে একই লাইনে আর লেখা যায় না।',
      'লেখাটি নিচের লাইনে, একটু ভেতরে সরিয়ে লিখুন; অথবা চিহ্নটি মুছে দিন।',
      'After the sign | or > no text may follow on the same line.',
      'Write the text on the next line, indented; or delete the sign.',
    ),
  'text-not-indented': () =>
    say(
      'উপরে | বা > চিহ্ন আছে, কিন্তু তার নিচের এই লাইনটি ভেতরে সরানো নেই।',
      'লেখাটির প্রতিটি লাইন একই জায়গা থেকে শুরু করুন: উপরের ঘরের নামের চেয়ে দুই ফাঁকা (space) ভেতরে।',
      'There is a sign | or > above, but this line of its text is not indented.',
      'Begin all lines of the text at the same place, two spaces further in than the key above.',
    ),
  'beside-dash': () =>
    say(
      'উপরের একটি লাইন হাইফেন (-) দিয়ে শুরু, আর এই লাইনটি সেই হাইফেনের ঠিক নিচে।',
      'একই অংশের পরের ঘর হলে লাইনটি ভেতরে সরান: হাইফেনের পরের অক্ষরটির ঠিক নিচে। হাইফেনটি ভুলে বসে থাকলে মুছে দিন। নতুন অংশের নাম (যেমন institutional) হলে লাইনের একেবারে শুরুতে আনুন।',
      'A line above begins with a hyphen (-), and this line stands just below that hyphen.',
      'If it is the next key of the same entry, indent it to stand below the letter after the hyphen. If the hyphen is there by mistake, delete it. If it is the name of a new section (such as institutional), begin it at the start of the line.',
    ),
  'two-keys': ({ value }) =>
    say(
      `এক লাইনে দুটি ঘর আছে মনে হচ্ছে; দ্বিতীয়টি “${value}”।`,
      `“${value}: …” নিচের লাইনে, উপরেরটির সমান করে লিখুন। লেখার অংশ হলে পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।`,
      `There seem to be two keys on one line; the second is "${value}".`,
      `Write "${value}: …" on the next line, aligned with the first. If it belongs to the text, put all of that in quotation marks: "…".`,
    ),
  fence: () =>
    say(
      'লাইনটিতে শুধু ``` চিহ্ন আছে; অন্য জায়গা থেকে নকল করলে আসে।',
      'লাইনটি মুছে দিন; নিচে এমন আরেকটি থাকলে সেটিও।',
      'The line holds only the signs ```, as copied from elsewhere.',
      'Delete it, and the one below like it.',
    ),
  'item-without-dash': () =>
    say(
      'তালিকার এই লাইনটির শুরুতে হাইফেন (-) নেই।',
      'উপরের লাইনের মতো সমান জায়গা থেকে “- ” দিয়ে শুরু করুন।',
      'This line of a list does not begin with a hyphen (-).',
      'Begin it with "- ", aligned with the line above.',
    ),
  'pasted-row': () =>
    say(
      'লেখার মধ্যে Tab আছে; Excel বা Word এর টেবিল থেকে সারি নকল করলে এমন হয়।',
      'সারির প্রতিটি ঘরের লেখা আলাদা লাইনে, যার যার নামে লিখুন (time: …, fee: …); Tab গুলো মুছে দিন।',
      'There are tabs in the text, as in a row copied from a table of Excel or Word.',
      'Write the text of each cell on a line of its own under its key (time: …, fee: …); delete the tabs.',
    ),
  'soft-break': () =>
    say(
      'এখানে লাইন ভাঙার একটি অদৃশ্য চিহ্ন আছে; Word বা Excel থেকে নকল করলে আসে।',
      'চিহ্নিত জায়গাটি মুছে একটি ফাঁকা (space) দিন, অথবা আলাদা লাইনে লিখুন।',
      'There is an invisible line break here, as copied from Word or Excel.',
      'Delete it and type a space, or write separate lines.',
    ),
  invisible: () =>
    say(
      'এখানে একটি অদৃশ্য অক্ষর আছে; ওয়েব পাতা বা Word থেকে নকল করলে আসে।',
      'চিহ্নিত জায়গার দুই পাশের লেখা মুছে হাতে আবার টাইপ করুন; লাইনের শুরুতে সাধারণ ফাঁকা (space) দিন।',
      'There is an invisible character here, as copied from a web page or Word.',
      'Delete what stands around the mark and type it again; begin the line with plain spaces.',
    ),
  conflict: () =>
    say(
      'একই সময়ে দুজনের বদলের চিহ্ন (<<<<<<<, |||||||, ======= বা >>>>>>>) রয়ে গেছে।',
      'দুটি লেখার একটি রেখে অন্যটি এবং এই চিহ্নের লাইনগুলো মুছে দিন।',
      'The marks of two edits at once (<<<<<<<, |||||||, ======= or >>>>>>>) are left here.',
      'Keep one of the two texts; delete the other and the lines with the marks.',
    ),
  dash: () =>
    say(
      'তালিকার শুরুর চিহ্নটি ঠিক নেই: একটি হাইফেন (-) ও তার পরে একটি ফাঁকা হবে।',
      'লাইনটি “- ” দিয়ে শুরু করুন।',
      'An item of a list begins with a hyphen (-) and a space.',
      'Begin the line with "- ".',
    ),
  'no-dash': () =>
    say(
      'সেবাটির শুরুতে হাইফেন (-) নেই।',
      'আগের সেবার মতো করে “- id: …” লিখুন।',
      'The service does not begin with a hyphen (-).',
      'Write "- id: …", as the service before it.',
    ),
  'wrong-colon': () =>
    say(
      'ঘরের নামের পরে কোলনের (:) মতো দেখতে অন্য চিহ্ন আছে।',
      'ইংরেজি কিবোর্ডে কোলন (:) ও তার পরে একটি ফাঁকা দিন।',
      'After the key stands a sign that only looks like a colon.',
      'Type a colon (:) on an English keyboard, and a space after it.',
    ),
  'curly-quotes': () =>
    say(
      'উদ্ধৃতি চিহ্নটি বাঁকা (“ ”); Word থেকে নকল করলে এমন হয়।',
      'বাঁকা চিহ্ন দুটি মুছে কিবোর্ড থেকে সোজা চিহ্ন (") দিন।',
      'The quotation marks are curly (“ ”), as Word makes them.',
      'Delete both and type straight ones (").',
    ),
  'no-colon': () =>
    say(
      'লাইনটিতে ঘরের নাম ও কোলন (:) নেই।',
      '“নাম: লেখা” আকারে লিখুন; আগের লাইনের বাকি অংশ হলে তার সঙ্গে এক লাইনে আনুন।',
      'The line has no key and colon.',
      'Write it as "key: text"; if it continues the line before, join the two lines.',
    ),
  indentation: ({ value }) =>
    say(
      'লাইনের শুরুর ফাঁকা (space) ঠিক নেই।',
      'লাইনটি উপরের একই রকম লাইনের সমান করুন: যত ফাঁকা সেখানে, ঠিক তত।',
      `The line is indented wrongly (YAML says: ${value}).`,
      'Align it with the lines of its kind above: exactly as many spaces.',
    ),
  cut: () =>
    say(
      'ফাঁকার পরে # আছে, তাই # থেকে বাকি লেখাটুকু বাদ পড়ছে।',
      'লেখার অংশ হলে পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"। নোট হলে উপরে আলাদা লাইনে লিখুন।',
      'There is a # after a space, so the text from # on is dropped.',
      'If it belongs to the text, put all of it in quotation marks: "…". If it is a note, give it a line of its own above.',
    ),
  anchor: () =>
    say(
      'লেখাটি & দিয়ে শুরু হয়েছে, তাই প্রথম শব্দটি বা পুরো লেখাটি হারিয়ে গেছে।',
      QUOTE_BN,
      'The text begins with &, so its first word or all of it is lost.',
      QUOTE_EN,
    ),
  missing: ({ name }) =>
    say(
      `“${name}” লেখা হয়নি।`,
      `এখানে “${name}: …” লাইনটি যোগ করুন।`,
      `"${name}" is missing.`,
      `Add the line "${name}: …" here.`,
    ),
  'unknown-key': (details) =>
    say(
      `“${details.name}” নামে এখানে কোনো ঘর নেই।`,
      guess(details)[0],
      `There is no "${details.name}" here.`,
      guess(details)[1],
    ),
  empty: () =>
    say(
      'লেখাটি খালি।',
      'কোলনের (:) বা হাইফেনের (-) পরে একটি ফাঁকা দিয়ে লেখাটি লিখুন। বলার কিছু না থাকলে পুরো লাইনটি মুছে দিন।',
      'The text is empty.',
      'Write it after the colon or hyphen and a space. If there is nothing to say, delete the whole line.',
    ),
  'too-long': ({ wanted = 0 }) =>
    say(
      `লেখাটি ${toBengaliNumber(wanted)} অক্ষরের চেয়ে বড়; পাতায় ও ছাপার কাগজে (PDF) জায়গা হবে না।`,
      'ভুল করে অন্য কিছু নকল হয়ে এসেছে কি না দেখুন; এলে সেটুকু মুছে দিন। সবটাই দরকার হলে কিছু কথা অন্য ঘরে লিখুন, বা কয়েকটি আলাদা লেখায় ভাগ করুন।',
      `The text is longer than ${wanted.toLocaleString('en')} characters, for which pages and printed sheets (PDF) have no room.`,
      'See whether something was pasted by mistake, and delete it. If all of it is needed, move some of it elsewhere, or split it into several texts.',
    ),
  'wide-table': () =>
    say(
      'টেবিলটিতে ২০টির বেশি কলাম, অথবা শিরোনামগুলোতে মোট ১,৫০০ অক্ষরের বেশি; ছাপার কাগজে (PDF) জায়গা হবে না।',
      'কলাম কমান, টেবিলটি দুই ভাগ করুন, অথবা শিরোনাম ছোট করুন।',
      'The table has more than 20 columns, or its headings more than 1,500 letters, for which printed sheets (PDF) have no room.',
      'Leave columns out, make two tables of it, or shorten the headings.',
    ),
  number: ({ value }) =>
    say(
      `লেখাটি উদ্ধৃতি চিহ্নের মধ্যে নেই, তাই সংখ্যা (${value}) হয়ে গেছে; সামনে শূন্য থাকলে হারিয়ে গেছে।`,
      'পুরোটা উদ্ধৃতি চিহ্নের মধ্যে আবার লিখুন, যেমন "01700000000"।',
      `Without quotation marks this became the number ${value}; a leading zero is lost.`,
      'Write all of it again in quotation marks, such as "01700000000".',
    ),
  'number-only': ({ name, value }) => {
    const [bnFix, enFix] = numberFix(String(name), String(value));
    return say(
      `এখানে একটি লেখা হবে; উদ্ধৃতি চিহ্ন ছাড়া ${value} লেখা নয়, সংখ্যা।`,
      bnFix,
      `A text belongs here; ${value} without quotation marks is not a text but a number.`,
      enFix,
    );
  },
  'odd-number': ({ value }) =>
    say(
      `“${value}” দেখতে অন্যরকম, কিন্তু কম্পিউটার একে একটি সংখ্যা ধরে।`,
      'সাধারণ অঙ্কে লিখুন, যেমন 1000। লেখা হলে উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।',
      `"${value}" is taken for another number than it seems.`,
      'Write it in plain digits, such as 1000. If it is a text, put it in quotation marks: "…".',
    ),
  'true-false': ({ value }) =>
    say(
      `এখানে একটি লেখা হবে; উদ্ধৃতি চিহ্ন ছাড়া ${value} লেখা নয়, হ্যাঁ বা না।`,
      'বাংলায় লিখুন, অথবা উদ্ধৃতি চিহ্নের মধ্যে লিখুন।',
      `A text belongs here; ${value} without quotation marks is not a text but a yes or no.`,
      'Write it in words, or in quotation marks.',
    ),
  'too-large': ({ value }) =>
    say(
      `সংখ্যাটি (${value}) অতিরিক্ত বড়।`,
      'অঙ্কগুলো মিলিয়ে সঠিক সংখ্যাটি লিখুন; এত বড় সংখ্যা হলে কথায় লিখুন।',
      `The number (${value}) is too large.`,
      'Compare the digits and write the right number; say a number of this size in words.',
    ),
  'serial-range': ({ value }) =>
    say(
      `ক্রমিক (${value}) ১ থেকে ৯৯৯৯ এর মধ্যে হতে হবে।`,
      'সনদে যে ক্রমিক আছে সেটি লিখুন, অথবা serial লাইনটি মুছে দিন।',
      `A serial (${value}) has to be between 1 and 9999.`,
      'Write the serial of the charter, or delete the line of serial.',
    ),
  'id-too-long': ({ value }) =>
    say(
      `নামটি ${toBengaliDigits(String(value).length)} অক্ষরের; ৬০ অক্ষরের বেশি হতে পারে না।`,
      'ছোট একটি নাম লিখুন, যেমন e-filing।',
      `The name has ${String(value).length} letters; 60 is the most.`,
      'Choose a shorter one, such as e-filing.',
    ),
  negative: ({ value }) =>
    say(
      `টাকার অঙ্ক (${value}) শূন্যের কম হতে পারে না।`,
      'সঠিক অঙ্কটি লিখুন; টাকা না লাগলে বিনামূল্যে লিখুন।',
      `An amount of money (${value}) cannot be less than zero.`,
      'Write the right amount; if it costs nothing, write বিনামূল্যে.',
    ),
  bracket: () =>
    say(
      'লেখাটি { বা [ দিয়ে শুরু হয়েছে, তাই এটি আর লেখা নেই।',
      QUOTE_BN,
      'The text begins with { or [, so it is no longer a text.',
      QUOTE_EN,
    ),
  'fee-list': () =>
    say(
      'মূল্যের তালিকা এভাবে লেখা হয় না।',
      'প্রতিটি মূল্য দুই লাইনে লিখুন: “- for: সাধারণ আবেদন”, তার ঠিক নিচে for এর সমান করে “fee: 50”।',
      'A list of fees is not written like this.',
      'Write each fee on two lines: "- for: সাধারণ আবেদন" and below it, aligned with for, "fee: 50".',
    ),
  'documents-list': () =>
    say(
      'কাগজপত্রের তালিকা এভাবে লেখা হয় না।',
      'প্রতিটি কাগজ আলাদা লাইনে “- ” দিয়ে লিখুন: “- জাতীয় পরিচয়পত্র”। কোথায় পাওয়া যায় লিখতে “- name: আবেদন ফরম”, তার ঠিক নিচে name এর সমান করে “source: …”।',
      'A list of documents is not written like this.',
      'Write each document on a line of its own after "- ": "- জাতীয় পরিচয়পত্র". To say where it comes from: "- name: আবেদন ফরম" and below it, aligned with name, "source: …".',
    ),
  'not-text': ({ name, suggestion }) =>
    say(
      'এখানে একটি সাধারণ লেখা হবে, কিন্তু তালিকা বা একাধিক ঘর পাওয়া গেছে।',
      suggestion
        ? `এক লাইনে লিখুন, উদ্ধৃতি চিহ্নের মধ্যে: ${name} ${quoted(suggestion)}।`
        : 'এক লাইনে লিখুন। লেখায় কোলন থাকলে পুরোটা উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।',
      'A plain text belongs here, but this is a list or a group of keys.',
      suggestion
        ? `Write it on one line, in quotation marks: ${name} ${quoted(suggestion)}.`
        : 'Write it on one line. If it holds a colon, put all of it in quotation marks: "…".',
    ),
  'not-true-false': () =>
    say(
      'এখানে শুধু true (হ্যাঁ) বা false (না) লেখা যায়।',
      'উদ্ধৃতি চিহ্ন ছাড়া true বা false লিখুন।',
      'Only true or false may stand here.',
      'Write true or false, without quotation marks.',
    ),
  'not-number': ({ value }) =>
    say(
      `এখানে একটি পূর্ণ সংখ্যা হবে; “${value}” তা নয়।`,
      'ইংরেজি অঙ্কে উদ্ধৃতি চিহ্ন ছাড়া লিখুন, যেমন 1।',
      `A whole number belongs here; "${value}" is not one.`,
      'Write it in English digits without quotation marks, such as 1.',
    ),
  'not-list': () =>
    say(
      'এখানে একটি তালিকা হবে।',
      'ফাইলের অন্য অংশের মতো লিখুন: প্রতিটি অংশের আগে “- ”, অথবা এক লাইনে কমা দিয়ে [ ] এর মধ্যে।',
      'A list belongs here.',
      'Write it as elsewhere in the file: "- " before each item, or on one line in [ ] with commas.',
    ),
  'not-group': () =>
    say(
      'এখানে “নাম: লেখা” আকারের কয়েকটি লাইন হবে।',
      'নিচে একটু ভেতরে সরিয়ে “নাম: লেখা” আকারে লিখুন, যেমন ফাইলের অন্য অংশে আছে।',
      'Lines of the form "key: text" belong here.',
      'Write them below, indented, as elsewhere in the file.',
    ),
  'no-top-key': ({ allowed = [] }) =>
    say(
      'তালিকাটির উপরে অংশের নাম নেই।',
      `তালিকার ঠিক উপরে, লাইনের শুরু থেকে, নামটি ও কোলন লিখুন। এখানে লেখা যায়: ${allowed.join(', ')}।`,
      'There is no name of a section above the list.',
      `Write it just above, at the start of the line, with a colon. Allowed here: ${allowed.join(', ')}.`,
    ),
  'empty-list': () =>
    say('তালিকাটি খালি।', 'কমপক্ষে একটি অংশ লিখুন।', 'The list is empty.', 'Write at least one item.'),
  'no-synonym': () =>
    say(
      'লাইনটিতে একটিই শব্দ আছে, তাই এর সমার্থক কিছু নেই।',
      'কমা দিয়ে একই অর্থের আরও শব্দ লিখুন, অথবা লাইনটি মুছে দিন।',
      'The line has only one word, so nothing means the same.',
      'Write more words of the same meaning after a comma, or delete the line.',
    ),
  bidi: () =>
    say(
      'লেখার মধ্যে অদৃশ্য দিক-নির্দেশক চিহ্ন আছে; এতে লেখা উল্টো দেখাতে পারে।',
      'লেখাটি মুছে হাতে আবার টাইপ করুন।',
      'The text holds invisible direction controls, which can make it read backwards.',
      'Delete the text and type it again by hand.',
    ),
  id: (details) => {
    const [bnFix, enFix] = meantOr(
      details,
      'শুধু ছোট হাতের ইংরেজি অক্ষর, অঙ্ক ও মাঝে হাইফেন দিয়ে লিখুন, যেমন e-filing।',
      'Use lower-case English letters, digits, and hyphens between them, such as e-filing.',
    );
    return say(
      `“${details.value}” নামটি চলবে না।${bnSigns(details.value, NO_ID)}`,
      bnFix,
      `"${details.value}" cannot be an id.${enSigns(details.value, NO_ID)}`,
      enFix,
    );
  },
  mobile: (details) => {
    const [bnFix, enFix] = meantOr(
      details,
      '০১৩ থেকে ০১৯ দিয়ে শুরু ১১ অঙ্কের একটিই নম্বর উদ্ধৃতি চিহ্নের মধ্যে লিখুন, যেমন "01700000000"।',
      'Write one number of 11 digits, beginning with 013 to 019, in quotation marks, such as "01700000000".',
    );
    return say(
      `“${details.value}” বাংলাদেশের কোনো মোবাইল নম্বর নয়।${bnSigns(details.value, NO_DIGIT)}`,
      bnFix,
      `"${details.value}" is not a Bangladeshi mobile number.${enSigns(details.value, NO_DIGIT)}`,
      enFix,
    );
  },
  phone: (details) => {
    const [bnFix, enFix] = meantOr(
      details,
      'এলাকার কোডসহ একটিই পুরো নম্বর উদ্ধৃতি চিহ্নের মধ্যে লিখুন, যেমন "02-55000000"; বর্ধিত নম্বর থাকলে "02-55000000 Ext 12"।',
      'Write one whole number with its area code, in quotation marks, such as "02-55000000"; with an extension, "02-55000000 Ext 12".',
    );
    return say(
      `“${details.value}” নম্বরে ফোন করা যায় না।${bnSigns(details.value, NO_DIGIT)}`,
      bnFix,
      `"${details.value}" cannot be dialled.${enSigns(details.value, NO_DIGIT)}`,
      enFix,
    );
  },
  'any-number': (details) => {
    const [bnFix, enFix] = meantOr(
      details,
      'একটিই নম্বর উদ্ধৃতি চিহ্নের মধ্যে লিখুন: হটলাইন (৩ বা ৪ অঙ্ক, অথবা 1 দিয়ে শুরু ৫ অঙ্ক), যেমন "333"; মোবাইল; অথবা এলাকার কোডসহ টেলিফোন, যেমন "02-55000000"।',
      'Write one number in quotation marks: a hotline (3 or 4 digits, or 5 that begin with 1), such as "333"; a mobile; or a telephone with its area code, such as "02-55000000".',
    );
    return say(
      `“${details.value}” নম্বরে ফোন করা যায় না।${bnSigns(details.value, NO_DIGIT)}`,
      bnFix,
      `"${details.value}" cannot be dialled.${enSigns(details.value, NO_DIGIT)}`,
      enFix,
    );
  },
  'no-area-code': ({ value }) =>
    say(
      `“${value}” নম্বরে এলাকার কোড নেই, তাই মোবাইল থেকে ফোন করলে পাওয়া যাবে না।`,
      `সামনে শূন্যসহ এলাকার কোড লিখুন, যেমন ঢাকায় "02-${value}"। হটলাইন হলে নম্বরটি মিলিয়ে দেখুন: ৩ বা ৪ অঙ্ক, অথবা 1 দিয়ে শুরু ৫ অঙ্ক।`,
      `"${value}" has no area code, so it cannot be called from a mobile phone.`,
      `Begin with the area code and its zero, such as "02-${value}" in Dhaka. A hotline has 3 or 4 digits, or 5 that begin with 1.`,
    ),
  'several-numbers': (details) => {
    const [bnFix, enFix] = meantOr(
      details,
      'শুধু প্রথম পুরো নম্বরটি রাখুন, যেমন 02-55000000-5 থেকে "02-55000000"; হেল্পলাইন হলে প্রতিটি নম্বর আলাদা অংশে (- name: …)। শেষের অঙ্কগুলো বর্ধিত নম্বর হলে লিখুন "02-55000000 Ext 12"।',
      'Keep only the first whole number, such as "02-55000000" of 02-55000000-5; give each helpline an item of its own (- name: …). If the last digits are an extension, write "02-55000000 Ext 12".',
    );
    return say(
      `“${details.value}” এ একাধিক নম্বর আছে মনে হচ্ছে; ফোন ভুল নম্বরে যাবে।`,
      bnFix,
      `"${details.value}" seems to be several numbers, and would dial a wrong one.`,
      enFix,
    );
  },
  // The kinds of number that a key may hold by mistake.
  'is-short-code': ({ value }) =>
    say(
      `“${value}” একটি হটলাইন নম্বর।`,
      `ঘরের নাম বদলে short_code করুন: short_code: "${value}"।`,
      `"${value}" is a hotline.`,
      `Rename the key to short_code: short_code: "${value}".`,
    ),
  'is-telephone': ({ value }) =>
    say(
      `“${value}” একটি টেলিফোন নম্বর, বাংলাদেশের মোবাইল বা হটলাইন নয়।`,
      `ঘরের নাম বদলে phone করুন: phone: "${value}"।`,
      `"${value}" is a telephone number, and neither a Bangladeshi mobile number nor a hotline.`,
      `Rename the key to phone: phone: "${value}".`,
    ),
  'is-mobile': ({ value }) =>
    say(
      `“${value}” একটি মোবাইল নম্বর।`,
      `ঘরের নাম বদলে mobile করুন: mobile: "${value}"।`,
      `"${value}" is a mobile number.`,
      `Rename the key to mobile: mobile: "${value}".`,
    ),
  'short-code': (details) => {
    const [bnFix, enFix] = meantOr(
      details,
      '৩ বা ৪ অঙ্কের, অথবা 1 দিয়ে শুরু ৫ অঙ্কের নম্বর উদ্ধৃতি চিহ্নের মধ্যে লিখুন, যেমন "333"। বড় নম্বর phone বা mobile ঘরে লিখুন।',
      'Write its 3 or 4 digits, or 5 that begin with 1, in quotation marks, such as "333". Longer numbers belong in phone or mobile.',
    );
    return say(
      `“${details.value}” হটলাইন নম্বর নয়।${bnSigns(details.value, NO_DIGIT)}`,
      bnFix,
      `"${details.value}" is not a hotline number.${enSigns(details.value, NO_DIGIT)}`,
      enFix,
    );
  },
  email: (details) => {
    const [bnFix, enFix] = meantOr(
      details,
      'একটিই ঠিকানা লিখুন, ইংরেজিতে, ফাঁকা বা অন্য চিহ্ন ছাড়া, যেমন name@example.gov.bd।',
      'Write one address without spaces or other signs, such as name@example.gov.bd.',
    );
    return say(
      `“${details.value}” ইমেইল ঠিকানা নয়।`,
      bnFix,
      `"${details.value}" is not an e-mail address.`,
      enFix,
    );
  },
  website: (details) => {
    const [bnFix, enFix] = meantOr(
      details,
      /[.]/.test(String(details.value))
        ? 'কমা ও ফাঁকা ছাড়া লিখুন, যেমন office.example.gov.bd; শুরুতে থাকলে শুধু http:// বা https:// থাকতে পারে।'
        : 'ঠিকানার শেষ অংশটি নেই, যেমন .gov.bd। পুরো ঠিকানা লিখুন, যেমন office.example.gov.bd।',
      /[.]/.test(String(details.value))
        ? 'Write it without commas or spaces, such as office.example.gov.bd; it may begin with http:// or https:// only.'
        : 'Its end is missing, such as .gov.bd. Write the whole address, such as office.example.gov.bd.',
    );
    return say(
      `“${details.value}” ওয়েবসাইটের ঠিকানা নয়।`,
      bnFix,
      `"${details.value}" is not a web address.`,
      enFix,
    );
  },
  date: ({ value }) =>
    say(
      `“${value}” কোনো তারিখ নয়।`,
      'ইংরেজি অঙ্কে বছর-মাস-দিন লিখুন, যেমন 2026-01-31।',
      `"${value}" is not a date.`,
      'Write year-month-day in English digits, such as 2026-01-31.',
    ),
  'date-or-month': ({ value }) =>
    say(
      `“${value}” কোনো তারিখ বা মাস নয়।`,
      'ইংরেজি অঙ্কে বছর-মাস-দিন লিখুন, যেমন 2026-01-31; সনদে শুধু মাস থাকলে বছর-মাস, যেমন 2026-01।',
      `"${value}" is neither a date nor a month.`,
      'Write year-month-day in English digits, such as 2026-01-31; where the charter has only a month, year-month, such as 2026-01.',
    ),
  'duplicate-id': ({ name }) =>
    say(
      `“${name}” আইডিটি আগেও একটি সেবায় আছে।`,
      'নতুন সেবাটির জন্য আলাদা একটি id লিখুন।',
      `The id "${name}" is already used by another service.`,
      'Give the new service an id of its own.',
    ),
  'unknown-officer': (details) =>
    say(
      `officers.yaml ফাইলে “${details.name}” নামে কোনো কর্মকর্তা নেই।`,
      details.suggestion
        ? guess(details)[0]
        : `${guess(details)[0]} কর্মকর্তাকে বাদ দিয়ে থাকলে তাঁর সব সেবায় নতুন জনের নাম লিখুন।`,
      `officers.yaml has no officer "${details.name}".`,
      details.suggestion
        ? guess(details)[1]
        : `${guess(details)[1]} If the officer was removed, write the successor in all services.`,
    ),
  'no-officers': () =>
    say(
      'এখানে একজন কর্মকর্তার ইংরেজি নাম আছে, কিন্তু officers.yaml ফাইলে কোনো কর্মকর্তা নেই।',
      'officers.yaml ফাইলে তাঁর তথ্য লিখুন, অথবা এখানে সনদে যেমন আছে তেমন বাংলায় লিখুন।',
      'Here is the id of an officer, but officers.yaml has no officers.',
      'Add the officer to officers.yaml, or write the post here in Bengali, as in the charter.',
    ),
  'officer-list': ({ name, suggestion, allowed = [] }) =>
    say(
      `“${name}” লেখায় একাধিক কর্মকর্তা আছেন মনে হচ্ছে; এভাবে লিখলে কাউকেই খুঁজে পাওয়া যায় না।`,
      suggestion
        ? `বন্ধনীর মধ্যে লিখুন: ${suggestion}।`
        : `বন্ধনীর মধ্যে কমা দিয়ে লিখুন, যেমন [${allowed.slice(0, 2).join(', ')}]। লেখা যায়: ${allowed.join(', ')}।`,
      `"${name}" seems to be several officers; written like this, none of them is found.`,
      suggestion
        ? `Write them in brackets: ${suggestion}.`
        : `Write them in brackets with commas, such as [${allowed.slice(0, 2).join(', ')}]. Allowed here: ${allowed.join(', ')}.`,
    ),
  'former-id-taken': ({ name }) =>
    say(
      `former_ids এর “${name}” এখন অন্য কারও id অথবা আগের id; একটি ঠিকানা দুই জায়গায় যেতে পারে না।`,
      'ভুল জায়গা থেকে মুছে দিন।',
      `"${name}" in former_ids is the id or a former id of another one; an address cannot lead to two places.`,
      'Delete it where it is wrong.',
    ),
  'own-former-id': ({ name }) =>
    say(
      `“${name}” এখনকার id নিজেই; former_ids এ শুধু আগের id থাকে।`,
      'এখান থেকে মুছে দিন; তালিকাটি খালি হয়ে গেলে former_ids লাইনটিও।',
      `"${name}" is the present id itself; former_ids holds earlier ids only.`,
      'Delete it here, and the line of former_ids if nothing is left in it.',
    ),
  'no-section': () =>
    say(
      'সনদে দেখানোর মতো কোনো অংশ নেই: সেবা, প্রত্যাশা, অভিযোগ প্রতিকার বা টেবিল, একটিও নয়।',
      'services.yaml ফাইলে কমপক্ষে একটি সেবা লিখুন, অথবা charter.yaml ফাইলে expectations, complaints বা tables লিখুন।',
      'The charter has nothing to show: no service, expectation, complaint procedure or table.',
      'Write at least one service in services.yaml, or expectations, complaints or tables in charter.yaml.',
    ),
  'taken-id': ({ name }) =>
    say(
      `“${name}” নামটি পাতার অন্য একটি অংশের ঠিকানার সঙ্গে মিলে যায়।`,
      'এখানে আলাদা একটি নাম লিখুন।',
      `"${name}" leads to an address that another part of a page has.`,
      'Choose another name here.',
    ),
  'row-length': ({ value, wanted = 0 }) =>
    say(
      `সারিটিতে ${toBengaliDigits(String(value))}টি ঘর আছে, কিন্তু টেবিলে কলাম ${toBengaliDigits(wanted)}টি।`,
      'প্রতিটি কলামের জন্য একটি ঘর লিখুন; খালি ঘরে "-" লিখুন। লেখায় কমা থাকলে উদ্ধৃতি চিহ্ন দিন।',
      `The row has ${value} cells, but the table has ${wanted} columns.`,
      'Write one cell for each column; write "-" where there is nothing. A text with a comma needs quotation marks.',
    ),
  'no-headings': () =>
    say(
      'শিরোনামের তালিকাটি খালি, তাই টেবিলে কোনো কলাম থাকবে না।',
      'এর নিচে অন্তত name এর শিরোনাম লিখুন, অথবা headings লাইনটি মুছে দিন।',
      'The list of headings is empty, so the table would have no columns.',
      'Write at least the heading of name below it, or delete the line of headings.',
    ),
  'reserved-column': ({ value }) =>
    say(
      `“${value}” নামটি সেবার অন্য ঘরের, কলামের নাম হতে পারে না।`,
      'কলামটির জন্য অন্য একটি ইংরেজি নাম লিখুন, যেমন remarks; services.yaml এও একই নাম দিন।',
      `"${value}" is another part of a service, and cannot be the key of a column.`,
      'Choose another key, such as remarks, and use the same one in services.yaml.',
    ),
  'proto-key': () =>
    say(
      '“__proto__” নামটি ব্যবহার করা যায় না।',
      'অন্য একটি নাম লিখুন।',
      'The name "__proto__" cannot be used.',
      'Choose another name.',
    ),
  'odd-key': ({ value }) =>
    say(
      `নাম “${value}” উদ্ধৃতি চিহ্নের মধ্যে নেই, তাই কম্পিউটার একে অন্য নাম ধরে।`,
      'অন্য একটি নাম লিখুন, যেমন head; এটিই লাগলে উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।',
      `Without quotation marks, the name "${value}" becomes another one.`,
      'Choose another name, such as head; if it has to be this one, put it in quotation marks: "…".',
    ),
  'unusable-character': ({ value }) =>
    say(
      `এখানে একটি অদৃশ্য চিহ্ন (${value}) আছে, যা পাতায় দেখানো যায় না।`,
      'চিহ্নটি মুছে লেখাটি আবার হাতে টাইপ করুন; উদ্ধৃতি চিহ্নের মধ্যে \\ দিয়ে শুরু কোনো সংকেত লিখবেন না।',
      `There is an invisible character (${value}) here that pages cannot show.`,
      'Delete it and type the text again by hand; write no code that begins with \\ in quotation marks.',
    ),
  'not-allowed': () =>
    say(
      'এখানে এই মান লেখা যায় না।',
      'উদাহরণের জন্য data/README.md দেখে আবার লিখুন।',
      'This value cannot stand here.',
      'Write it again, as in the examples of data/README.md.',
    ),
  'column-key': ({ value }) =>
    say(
      `“${value}” কোনো কলামের নাম হতে পারে না।`,
      'ছোট হাতের ইংরেজি অক্ষরে লিখুন, যেমন remarks; কোলনের পরে বাংলা শিরোনামটি লিখুন।',
      `"${value}" cannot be the key of a column.`,
      'Use lower-case English letters, such as remarks; the Bengali heading goes after the colon.',
    ),
  serials: ({ value }) =>
    say(
      `ক্রমিক “${value}” হতে পারে না।`,
      'numbers (০১, ০২ …) অথবা letters (ক, খ …) লিখুন।',
      `Serials cannot be "${value}".`,
      'Write numbers (০১, ০২ …) or letters (ক, খ …).',
    ),
  weekday: ({ value }) =>
    say(
      `“${value}” সপ্তাহের কোনো দিন নয়।`,
      'ইংরেজি ছোট হাতের অক্ষরে লিখুন: sunday, monday, tuesday, wednesday, thursday, friday, saturday।',
      `"${value}" is not a day of the week.`,
      'Write sunday, monday, tuesday, wednesday, thursday, friday or saturday.',
    ),
  'time-of-day': ({ value }) =>
    say(
      `“${value}” ঘড়ির সময় নয়।`,
      '২৪ ঘণ্টার হিসাবে উদ্ধৃতি চিহ্নের মধ্যে লিখুন, যেমন "09:00" বা "17:00"।',
      `"${value}" is not a time of day.`,
      'Write it by the 24-hour clock in quotation marks, such as "09:00" or "17:00".',
    ),
  'no-heading': ({ name }) =>
    say(
      `সেবায় “${name}” লেখা আছে, কিন্তু টেবিলে এই কলামের শিরোনাম নেই।`,
      `charter.yaml ফাইলে headings এর নিচে “${name}: …” যোগ করুন।`,
      `The service has "${name}", but the table has no heading for that column.`,
      `In charter.yaml add "${name}: …" under headings.`,
    ),
  'unknown-file': (details) =>
    say(
      `“${details.name}” নামে কোনো ডেটা ফাইল নেই।`,
      guess(details)[0],
      `There is no data file "${details.name}".`,
      guess(details)[1],
    ),
  'stale-correction': ({ name, value }) =>
    say(
      `সংশোধনীতে বলা “${value}” লেখাটি ${name} ফাইলে নেই।`,
      'সংশোধনটি বাতিল করে থাকলে এই অংশটি মুছে দিন; নইলে লেখাটি মিলিয়ে নিন।',
      `${name} does not hold "${value}", which this correction says is shown.`,
      'If the correction was undone, delete this entry; otherwise make the two texts agree.',
    ),

  // Advice: the site starts regardless.
  'stray-file': ({ value, allowed = [] }) =>
    say(
      `“${value}” ফাইলটি ওয়েবসাইট পড়ে না।`,
      `এর লেখা দরকার হলে ডেটার ফোল্ডারে ঠিক নামের ফাইলে আনুন (${allowed.join(', ')}); তারপর ফাইলটি মুছে দিন।`,
      `The site does not read the file "${value}".`,
      `If its content is needed, bring it into the file of the right name in the folder of the data (${allowed.join(', ')}); then delete this one.`,
    ),
  'absent-file': ({ name }) =>
    say(
      `${name} ফাইলটি নেই, তাই এর কোনো তথ্য দেখানো হচ্ছে না; corrections.yaml এ ফাইলটির সংশোধন আছে।`,
      'ভুল করে মুছে থাকলে ফাইলটি ফিরিয়ে আনুন। সত্যিই বাদ দিয়ে থাকলে corrections.yaml থেকে এর সংশোধনগুলোও মুছে দিন।',
      `${name} is missing, so nothing of it is shown, although corrections.yaml has corrections of it.`,
      'If it was deleted by mistake, put it back. If it was meant, delete its corrections from corrections.yaml, too.',
    ),
  placeholder: ({ value }) =>
    say(
      `লেখাটি (“${value}”) উদাহরণের, অথবা এতে পূরণ করার ফাঁকা জায়গা রয়ে গেছে; পাতায় এভাবেই দেখা যাবে।`,
      'আপনার কার্যালয়ের তথ্যটি লিখুন। জানা না থাকলে লাইনটির শুরুতে # দিন।',
      `This text ("${value}") is that of an example, or has a gap to fill in; it is shown as it is.`,
      'Write what is true of your office. If it is not known, put # at the start of the line.',
    ),
  'shown-quotes': ({ value }) =>
    say(
      `লেখাটি বাঁকা উদ্ধৃতি চিহ্নের মধ্যে: ${value}; পাতায় চিহ্ন দুটিও দেখা যাবে।`,
      'চিহ্ন দুটি মুছে দিন; দরকার হলে সোজা চিহ্ন (") দিন।',
      `The text stands in curly quotation marks, ${value}, which are shown.`,
      'Delete both; if marks are needed, type straight ones (").',
    ),
  'email-typo': ({ value, suggestion }) =>
    say(
      `“${value}” ঠিকানায় ডোমেইনের বানান ভুল মনে হচ্ছে; ইমেইল পৌঁছাবে না।`,
      `“${suggestion}” হলে তা লিখুন।`,
      `The domain of "${value}" seems misspelt; mail would not arrive.`,
      `If it is "${suggestion}", write that.`,
    ),
  'serial-in-name': ({ value }) =>
    say(
      `নামের শুরুতে ক্রমিক (“${value}”) আছে; ক্রমিক নিজে থেকেই বসে, তাই দুবার দেখা যাবে।`,
      'নাম থেকে ক্রমিকটি মুছে দিন।',
      `The name begins with a serial ("${value}"); serials are added by themselves, so it is shown twice.`,
      'Delete the serial from the name.',
    ),
  'zero-fee': ({ value }) =>
    say(
      `মূল্য “${value}” লেখা; নাগরিক বুঝবেন না যে টাকা লাগে না।`,
      'টাকা না লাগলে বিনামূল্যে লিখুন।',
      `The fee is "${value}", which does not say clearly that nothing is paid.`,
      'If the service is free, write বিনামূল্যে.',
    ),
  'id-with-text': ({ value, name }) =>
    say(
      `“${value}” লেখায় কর্মকর্তার id এর সঙ্গে অন্য লেখা আছে, তাই পাতায় “${name}” কথাটিই দেখা যাবে, তাঁর নম্বর নয়।`,
      `শুধু “${name}” লিখুন; অন্য কথাটি officers.yaml এ তাঁর post বা place ঘরে লিখুন।`,
      `"${value}" has text beside the id of an officer, so the page shows "${name}" itself, without the officer's number.`,
      `Write only ${name}; the other words belong in the officer's post or place in officers.yaml.`,
    ),
  'split-bracket': ({ value }) =>
    say(
      `বন্ধনীর ভেতরের কমায় লেখাটি দুই ভাগ হয়ে গেছে: ${value}।`,
      `একটি লেখা হলে উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "${value}"।`,
      `A comma within brackets split the text in two: ${value}.`,
      `If it is one text, put it in quotation marks: "${value}".`,
    ),
  'removed-id': ({ name, other }) =>
    say(
      `“${name}” নামের ${other === 'officer' ? 'কর্মকর্তা' : 'সেবা'} আগে প্রকাশিত ছিল, এখন নেই; পুরোনো ঠিকানা আর খুলবে না।`,
      `শুধু id বদলে থাকলে নতুন id এর নিচে “former_ids: [${name}]” লিখুন। সত্যিই বাদ দিয়ে থাকলে কিছু করতে হবে না।`,
      `The ${other} "${name}" was published before and is gone; its old address no longer opens.`,
      `If only the id has changed, write "former_ids: [${name}]" below the new one. If it was really removed, there is nothing to do.`,
    ),
  'future-date': ({ value }) =>
    say(
      `“${value}” তারিখটি এখনও আসেনি।`,
      'বছর, মাস ও দিন মিলিয়ে দেখে ঠিক করুন।',
      `"${value}" is in the future.`,
      'Check the year, the month and the day.',
    ),
  'reviewed-first': ({ value, other }) =>
    say(
      `হালনাগাদের তারিখ (${value}) প্রকাশের তারিখের (${other}) আগে।`,
      'published ও reviewed মিলিয়ে দেখে ভুলটি ঠিক করুন।',
      `The review (${value}) is before the publication (${other}).`,
      'Check published and reviewed, and correct the wrong one.',
    ),
  'hours-reversed': ({ value, other }) =>
    say(
      `বন্ধ হওয়ার সময় (${value}) খোলার সময়ের (${other}) পরে নয়।`,
      'opens ও closes মিলিয়ে দেখুন; বিকাল ৫টা হলো "17:00"। রাত ১২টার পরেও খোলা থাকলে কিছু করতে হবে না।',
      `The office closes (${value}) no later than it opens (${other}).`,
      'Check opens and closes; five in the afternoon is "17:00". If it is open past midnight, there is nothing to do.',
    ),
  'security-expired': ({ value }) =>
    say(
      `“${value}” তারিখটি পার হয়ে গেছে, তাই নিরাপত্তার যোগাযোগটি কেউ আর মানবে না।`,
      'ইমেইলটি এখনও ঠিক থাকলে নতুন একটি তারিখ দিন, আজ থেকে এক বছরের কম পরের।',
      `"${value}" has passed, so the security contact is no longer valid.`,
      'If the address is still right, write a new date less than a year from today.',
    ),
  'security-far': ({ value }) =>
    say(
      `“${value}” এক বছর বা তারও বেশি পরের তারিখ; তত দিনে ইমেইলটি অচল হয়ে যেতে পারে (RFC 9116)।`,
      'আজ থেকে এক বছরের কম পরের একটি তারিখ দিন।',
      `"${value}" is a year or more away; the address may be out of use by then (RFC 9116).`,
      'Write a date less than a year from today.',
    ),
  'fee-amount': ({ value }) =>
    say(
      `“${value}” থেকে টাকার অঙ্কটি কম্পিউটার বুঝতে পারে না।`,
      'শুধু অঙ্কটি লিখুন, যেমন 50 বা ১,০০০; “টাকা” কথাটি নিজেই বসবে।',
      `A program cannot read an amount from "${value}".`,
      'Write only the number, such as 50 or ১,০০০; the word টাকা is added by itself.',
    ),
  'officer-twice': ({ name }) =>
    say(
      `একই ঘরে “${name}” দুবার লেখা আছে, তাই তাঁকে দুবার দেখা যাবে।`,
      'একটি মুছে দিন।',
      `"${name}" is in this list twice, and will be shown twice.`,
      'Delete one.',
    ),
  'folded-list': () =>
    say(
      'নিচের লাইনগুলো পাতায় উপরের লেখার সঙ্গে জুড়ে এক লাইনে দেখা যাবে।',
      'তালিকা হলে কোলনের (:) পরে কিছু না লিখে নিচে প্রতিটি লাইন “- ” দিয়ে শুরু করুন। একটিই লেখা হলে এক লাইনে লিখুন।',
      'The lines below are joined to the text above and shown as one line.',
      'For a list, write nothing after the colon and begin each line below with "- ". For a single text, write it on one line.',
    ),
  'list-in-text': ({ value }) =>
    say(
      `লেখাটির মধ্যে তালিকার চিহ্ন (${value}) আছে; পাতায় সব এক লাইনে দেখা যাবে।`,
      'প্রতিটি অংশ আলাদা লাইনে “- ” দিয়ে লিখুন (documents, fee), অথবা কোলনের পরে | দিয়ে নিচে আলাদা লাইনে; চিহ্নটি মুছে দিন।',
      `The text holds signs of a list (${value}); it is shown on one line.`,
      'Write each item on a line of its own after "- " (documents, fee), or on lines below a | after the colon; delete the sign.',
    ),
  'split-number': ({ value }) =>
    say(
      `সংখ্যার ভেতরের কমায় (${value}) লেখাটি দুই ভাগ হয়ে গেছে।`,
      'একটি সংখ্যা হলে পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "১,২০০ টাকা"। আলাদা দুটি হলে কমার পরে একটি ফাঁকা দিন।',
      `The comma in a number (${value}) parts the text in two.`,
      'If it is one number, put the whole text in quotation marks: "১,২০০ টাকা". If it is two, put a space after the comma.',
    ),
  'stray-quote': () =>
    say(
      'লেখার শেষে একটি উদ্ধৃতি চিহ্ন (") আছে, শুরুতে নেই; পাতায় চিহ্নটি দেখা যাবে।',
      'শুরুতেও একই চিহ্ন দিন, অথবা শেষেরটি মুছে দিন।',
      'The text ends with a quotation mark (") but does not begin with one; the mark is shown.',
      'Put one at the beginning, too, or delete it.',
    ),
  markup: ({ value }) =>
    say(
      `লেখার মধ্যে ওয়েব পাতার সংকেত (${value}) আছে; পাতায় সংকেতটিই দেখা যাবে।`,
      'সংকেতটি মুছে শুধু লেখাটুকু রাখুন।',
      `The text holds markup of a web page (${value}), which is shown as it is.`,
      'Delete the markup and keep the words.',
    ),
  letters: ({ value, suggestion }) =>
    say(
      `“${value}” শব্দে এমন অক্ষর আছে যা দেখতে ঠিক কিন্তু ঠিক নয়; খুঁজলে শব্দটি পাওয়া যাবে না।`,
      `এটি নকল করে বসান: “${suggestion}”।`,
      `"${value}" has letters that look right and are not; searches do not find the word.`,
      `Paste this instead: "${suggestion}".`,
    ),
  'no-time': ({ value }) =>
    say(
      `“${value}” কোনো সময়সীমা নয়: কত দিনে সেবা পাওয়া যাবে তা বলা নেই।`,
      'নির্ধারিত সময় থাকলে লিখুন, যেমন ৭ কার্যদিবস। না থাকলে এভাবেই রাখুন।',
      `"${value}" promises no time: it does not say how long the service takes.`,
      'If a time is fixed, write it, such as ৭ কার্যদিবস. If not, leave it as it is.',
    ),
  'personal-email': ({ value }) =>
    say(
      `“${value}” ব্যক্তিগত ইমেইল; সরকারি ইমেইল নীতিমালা ২০১৮ অনুযায়ী দাপ্তরিক কাজে .gov.bd ঠিকানা লাগে।`,
      'দাপ্তরিক ইমেইল থাকলে সেটি লিখুন।',
      `"${value}" is a personal address; the Government E-mail Policy 2018 asks for .gov.bd.`,
      'Write the official address if there is one.',
    ),
  'no-office-phone': () =>
    say(
      'কর্মকর্তার দাপ্তরিক টেলিফোন নেই; বদলি হলে মোবাইল নম্বরও বদলে যায়।',
      'দাপ্তরিক টেলিফোন থাকলে “phone: "…"” লাইনটি যোগ করুন।',
      'The officer has no office telephone; a mobile number leaves with its owner.',
      'If there is an office telephone, add the line \'phone: "…"\'.',
    ),
  'no-number': () =>
    say(
      'কর্মকর্তার কোনো ফোন নম্বর নেই, তাই নাগরিক তাঁকে ফোন করতে পারবেন না।',
      'সনদে নম্বর থাকলে “phone: "…"” বা “mobile: "…"” লাইনটি যোগ করুন; না থাকলে এভাবেই রাখুন।',
      'The officer has no telephone number, so citizens cannot call.',
      'If the charter gives a number, add the line \'phone: "…"\' or \'mobile: "…"\'; if not, leave it as it is.',
    ),
  'officer-as-text': ({ value, name }) =>
    say(
      `“${value}” লেখা আছে; এই পদের কর্মকর্তা officers.yaml ফাইলে আছেন, কিন্তু তাঁর নম্বর এখানে দেখা যাবে না।`,
      `তাঁকেই বোঝালে “${name}” লিখুন।`,
      `This says "${value}"; officers.yaml has an officer of that post, whose number is not shown here.`,
      `If you mean that officer, write ${name}.`,
    ),
  'unused-heading': ({ name }) =>
    say(
      `“${name}” শিরোনামের নিচে কোনো সেবায় কিছু লেখা নেই, তাই কলামটি দেখা যায় না।`,
      'সেবাগুলোতে এই নামে লেখা যোগ করুন, অথবা শিরোনামটি মুছে দিন।',
      `No service has anything under "${name}", so the column is not shown.`,
      'Write it in the services, or delete the heading.',
    ),
  'blank-cell': ({ name }) =>
    say(
      `আগের সেবায় “${name}” আছে, এখানে নেই; মূল সনদে ঘরটি হয়তো একসাথে করা (merged) ছিল।`,
      'একই কথা হলে এখানেও লিখুন। সত্যিই কিছু না থাকলে এভাবেই রাখুন।',
      `The service before has "${name}" and this one has not; the cell may have been merged in the original.`,
      'If it is the same, repeat it here. If there really is nothing, leave it as it is.',
    ),
  ditto: ({ value }) =>
    say(
      `“${value}” লেখা আছে; সেবাটির নিজের পাতায় এর মানে বোঝা যাবে না।`,
      'উপরের লেখাটি এখানে পুরো লিখুন।',
      `This says "${value}" (ditto), which means nothing on the page of one service.`,
      'Write out the text from above.',
    ),
  'glued-words': ({ value }) =>
    say(
      `“${value}” খুব লম্বা শব্দ; মাঝের ফাঁকা (space) হয়তো হারিয়ে গেছে।`,
      'শব্দগুলোর মাঝে ফাঁকা দিন।',
      `"${value}" is very long; spaces between its words may be lost.`,
      'Put spaces between the words.',
    ),
  'latin-amount': ({ value }) =>
    say(
      `টাকার অঙ্ক (${value}) ইংরেজি অঙ্কে লেখা।`,
      `বাংলা অঙ্কে লিখুন: ${toBengaliDigits(String(value))}।`,
      `The amount ${value} is in English digits.`,
      `Write it in Bengali digits: ${toBengaliDigits(String(value))}.`,
    ),
  'old-review': ({ value }) =>
    say(
      `সর্বশেষ হালনাগাদ ${value}; সনদ প্রকাশ করা এবং প্রতি তিন মাসে (৯২ দিনে) একবার হালনাগাদ করা কার্যালয়ের দায়িত্ব।`,
      'সব তথ্য মিলিয়ে দেখে reviewed ঘরে আজকের তারিখ লিখুন।',
      `Last reviewed on ${value}; the office has a duty to publish its charter and to review it every three months (92 days).`,
      'Go through all of it, then write the date of today in reviewed.',
    ),
  bijoy: () =>
    say(
      'লেখাটি বিজয় (SutonnyMJ) ফন্টে টাইপ করা মনে হচ্ছে; পাতায় ভাঙা দেখাবে।',
      'বিজয় থেকে ইউনিকোডে রূপান্তর করে বসান।',
      'This looks typed in Bijoy (SutonnyMJ); it will show as rubbish.',
      'Convert it from Bijoy to Unicode first.',
    ),
  unprintable: ({ value }) =>
    say(
      `“${value}” ছাপার ফন্টে নেই; পোস্টার ও অন্য ছাপার পাতায় (PDF) এর জায়গায় খালি ঘর (□) দেখাবে।`,
      'চিহ্নটি মুছে দিন, অথবা কথায় লিখুন।',
      `The fonts of the printed sheets (PDF) lack "${value}"; they show an empty box (□) in its place.`,
      'Delete it, or say it in words.',
    ),
  'converter-residue': ({ value }) =>
    say(
      `“${value}” শব্দটি বিজয় থেকে রূপান্তরে ভেঙে গেছে মনে হচ্ছে।`,
      'শব্দটি মিলিয়ে দেখে হাতে ঠিক করুন।',
      `"${value}" looks damaged by a conversion from Bijoy.`,
      'Compare the word with the source and correct it by hand.',
    ),
  visarga: ({ value }) =>
    say(
      `“${value}” শব্দে কোলনের জায়গায় বিসর্গ (ঃ) আছে মনে হচ্ছে।`,
      'কোলন (:) দিন, এবং পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন।',
      `"${value}" seems to use visarga (ঃ) for a colon.`,
      'Use a colon (:), and put the whole text in quotation marks.',
    ),
  'latin-digits': ({ value }) =>
    say(
      `বাংলা লেখার মধ্যে ইংরেজি অঙ্ক (${value}) আছে।`,
      'বাংলা অঙ্কে লিখুন।',
      `There are English digits (${value}) in a Bengali text.`,
      'Write them in Bengali.',
    ),
  'device-name': ({ name }) =>
    say(
      `“${name}” নামে Windows এ কোনো ফাইল রাখা যায় না; এক্সপোর্ট করা সাইট Windows এ খোলা যাবে না।`,
      'প্রকাশের আগেই অন্য একটি নাম দিন।',
      `Windows allows no file of the name "${name}", so an exported site cannot be kept there.`,
      'Choose another name before you publish.',
    ),
  'doubtful-phone': ({ value }) =>
    say(
      `“${value}” নম্বরটি চালু আছে কি না সন্দেহ আছে।`,
      'নম্বরটিতে ফোন করে দেখে নিন; ঠিক থাকলে এভাবেই রাখুন।',
      `"${value}" may not be in use.`,
      'Ring it; if it works, leave it as it is.',
    ),
  'same-name': ({ value }) =>
    say(
      `“${value}” নামে আরও একটি সেবা আছে; নাগরিক কোনটি খুলবেন বুঝবেন না।`,
      'নাম দুটি আলাদা করুন।',
      `There is another service named "${value}"; a citizen cannot tell the two apart.`,
      'Give the two different names.',
    ),
} satisfies Record<string, (details: Details) => Message> &
  Record<ValueRule, (details: Details) => Message>;

export type Rule = keyof typeof messages;
