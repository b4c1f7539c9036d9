// Every fault the data can have, in words a clerk can act on. A text names no programming term it can avoid.

import type { Explanation } from './problem.ts';

/** What a message may need to know of the place at fault. */
export interface Fault {
  /** The key, id or file the message is about. */
  name?: string;
  /** What stands there now. */
  value?: unknown;
  /** What was probably meant. */
  suggestion?: string | undefined;
  /** What may stand there. */
  allowed?: readonly string[];
}

const say = (bnWrong: string, bnFix: string, enWrong: string, enFix: string): Explanation => ({
  bn: { wrong: bnWrong, fix: bnFix },
  en: { wrong: enWrong, fix: enFix },
});

const guess = ({ suggestion, allowed = [] }: Fault): [bn: string, en: string] =>
  suggestion
    ? [
        `আপনি কি “${suggestion}” বোঝাতে চেয়েছেন? তাহলে সেটি লিখুন।`,
        `Did you mean "${suggestion}"? Then write that.`,
      ]
    : [`এখানে লেখা যায়: ${allowed.join(', ')}।`, `Allowed here: ${allowed.join(', ')}.`];

/** The messages, by the name of the rule that was broken. */
export const explanations = {
  'missing-file': ({ name }) =>
    say(
      'ফাইলটি নেই।',
      `ফাইলটি ফিরিয়ে আনুন; নাম হুবহু ${name} হতে হবে।`,
      'The file is missing.',
      `Put it back; its name must be exactly ${name}.`,
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
      'ফাইলটি পড়ার অনুমতি আছে কি না দেখুন।',
      'The file cannot be read.',
      'Check the permissions of the file.',
    ),
  'not-utf8': () =>
    say(
      'ফাইলটি UTF-8 এ সংরক্ষিত নয়, তাই বাংলা লেখা ভেঙে যাবে।',
      'Notepad এ Save As দিয়ে Encoding ঘরে UTF-8 বেছে নিন।',
      'The file is not saved as UTF-8.',
      'In Notepad choose Save As and set Encoding to UTF-8.',
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
      'ফাইলটিতে --- দিয়ে একাধিক অংশ করা হয়েছে।',
      'শুধু --- লেখা লাইনটি মুছে দিন।',
      'The file holds several documents, parted by ---.',
      'Delete the line that holds only ---.',
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
      'দুটির একটি মুছে দিন।',
      'The same key is written twice in one place.',
      'Delete one of the two.',
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
      'পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।',
      'The text begins with *, which means something else in YAML.',
      'Put the whole text in quotation marks: "…".',
    ),
  tag: () =>
    say(
      'লেখাটি ! দিয়ে শুরু হয়েছে; YAML এ এর অন্য অর্থ আছে।',
      'পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।',
      'The text begins with !, which means something else in YAML.',
      'Put the whole text in quotation marks: "…".',
    ),
  syntax: ({ value }) =>
    say(
      'এই জায়গার লেখা বোঝা যাচ্ছে না: লাইনের শুরুর ফাঁকা ঠিক নেই, অথবা লেখার মধ্যে “: ” বা শুরুতে বিশেষ চিহ্ন আছে।',
      'লাইনের শুরু উপরের লাইনের সমান করুন। লেখায় কোলন বা বিশেষ চিহ্ন থাকলে পুরো লেখাটি উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।',
      `This place cannot be understood: the indentation is off, or the text holds ": " or begins with a special character (YAML says: ${value}).`,
      'Align the line with the one above. If the text holds a colon or a special character, put all of it in quotation marks: "…".',
    ),
  missing: ({ name }) =>
    say(
      `“${name}” লেখা হয়নি।`,
      `এখানে “${name}: …” লাইনটি যোগ করুন।`,
      `"${name}" is missing.`,
      `Add the line "${name}: …" here.`,
    ),
  'unknown-key': (fault) =>
    say(
      `“${fault.name}” নামে এখানে কোনো ঘর নেই।`,
      guess(fault)[0],
      `There is no "${fault.name}" here.`,
      guess(fault)[1],
    ),
  empty: () =>
    say(
      'লেখাটি খালি।',
      'কোলনের (:) পরে একটি ফাঁকা দিয়ে লেখাটি লিখুন। লেখা & দিয়ে শুরু হলে উদ্ধৃতি চিহ্নের মধ্যে লিখুন।',
      'The text is empty.',
      'Write it after the colon and a space. If it begins with &, put it in quotation marks.',
    ),
  number: ({ value }) =>
    say(
      `লেখাটি উদ্ধৃতি চিহ্নের মধ্যে নেই, তাই সংখ্যা (${value}) হয়ে গেছে; সামনের শূন্য থাকলে হারিয়ে গেছে।`,
      'উদ্ধৃতি চিহ্নের মধ্যে আবার লিখুন, যেমন "01700000000"।',
      `Without quotation marks this became the number ${value}; a leading zero is lost.`,
      'Write it again in quotation marks, such as "01700000000".',
    ),
  'not-text': () =>
    say(
      'এখানে একটি সাধারণ লেখা হবে, কিন্তু তালিকা বা একাধিক ঘর পাওয়া গেছে।',
      'এক লাইনে লিখুন। লেখায় { } [ ] বা কোলন থাকলে পুরোটা উদ্ধৃতি চিহ্নের মধ্যে লিখুন: "…"।',
      'A plain text belongs here, but this is a list or a group of keys.',
      'Write it on one line. If it holds { } [ ] or a colon, put all of it in quotation marks: "…".',
    ),
  'not-true-false': () =>
    say(
      'এখানে শুধু true (হ্যাঁ) বা false (না) লেখা যায়।',
      'উদ্ধৃতি চিহ্ন ছাড়া true বা false লিখুন।',
      'Only true or false may stand here.',
      'Write true or false, without quotation marks.',
    ),
  'not-list': () =>
    say(
      'এখানে “- ” দিয়ে শুরু হওয়া একটি তালিকা হবে।',
      'প্রতিটি অংশের আগে “- ” দিন, যেমন ফাইলের অন্য অংশে আছে।',
      'A list belongs here, each item beginning with "- ".',
      'Begin each item with "- ", as elsewhere in the file.',
    ),
  'not-group': () =>
    say(
      'এখানে “নাম: লেখা” আকারের কয়েকটি লাইন হবে।',
      'নিচে একটু ভেতরে সরিয়ে “নাম: লেখা” আকারে লিখুন, যেমন ফাইলের অন্য অংশে আছে।',
      'Lines of the form "key: text" belong here.',
      'Write them below, indented, as elsewhere in the file.',
    ),
  'empty-list': () =>
    say('তালিকাটি খালি।', 'কমপক্ষে একটি অংশ লিখুন।', 'The list is empty.', 'Write at least one item.'),
  bidi: () =>
    say(
      'লেখার মধ্যে অদৃশ্য দিক-নির্দেশক চিহ্ন আছে; এতে লেখা উল্টো দেখাতে পারে।',
      'লেখাটি মুছে হাতে আবার টাইপ করুন।',
      'The text holds invisible direction controls, which can make it read backwards.',
      'Delete the text and type it again by hand.',
    ),
  id: ({ value }) =>
    say(
      `“${value}” নামটি চলবে না।`,
      'শুধু ছোট হাতের ইংরেজি অক্ষর, অঙ্ক ও মাঝে হাইফেন দিয়ে লিখুন, যেমন e-filing।',
      `"${value}" cannot be an id.`,
      'Use lower-case English letters, digits, and hyphens between them, such as e-filing.',
    ),
  mobile: ({ value }) =>
    say(
      `“${value}” বাংলাদেশের কোনো মোবাইল নম্বর নয়।`,
      '০১৩ থেকে ০১৯ দিয়ে শুরু ১১ অঙ্কের নম্বর উদ্ধৃতি চিহ্নের মধ্যে লিখুন, যেমন "01700000000"।',
      `"${value}" is not a Bangladeshi mobile number.`,
      'Write its 11 digits, beginning with 013 to 019, in quotation marks, such as "01700000000".',
    ),
  email: ({ value }) =>
    say(
      `“${value}” ইমেইল ঠিকানা নয়।`,
      'ফাঁকা ছাড়া ইংরেজিতে লিখুন, যেমন name@example.gov.bd।',
      `"${value}" is not an e-mail address.`,
      'Write it without spaces, such as name@example.gov.bd.',
    ),
  website: ({ value }) =>
    say(
      `“${value}” ওয়েবসাইটের ঠিকানা নয়।`,
      'কমা ও ফাঁকা ছাড়া লিখুন, যেমন office.example.gov.bd; শুরুতে থাকলে শুধু http:// বা https:// থাকতে পারে।',
      `"${value}" is not a web address.`,
      'Write it without commas or spaces, such as office.example.gov.bd; it may begin with http:// or https:// only.',
    ),
  date: ({ value }) =>
    say(
      `“${value}” কোনো তারিখ নয়।`,
      'ইংরেজি অঙ্কে বছর-মাস-দিন লিখুন, যেমন 2026-01-31।',
      `"${value}" is not a date.`,
      'Write year-month-day in English digits, such as 2026-01-31.',
    ),
  'duplicate-id': ({ name }) =>
    say(
      `“${name}” আইডিটি আগেও একটি সেবায় আছে।`,
      'নতুন সেবাটির জন্য আলাদা একটি id লিখুন।',
      `The id "${name}" is already used by another service.`,
      'Give the new service an id of its own.',
    ),
  'unknown-officer': (fault) =>
    say(
      `officers.yaml ফাইলে “${fault.name}” নামে কোনো কর্মকর্তা নেই।`,
      guess(fault)[0],
      `officers.yaml has no officer "${fault.name}".`,
      guess(fault)[1],
    ),
  'unknown-file': (fault) =>
    say(
      `“${fault.name}” নামে কোনো ডেটা ফাইল নেই।`,
      guess(fault)[0],
      `There is no data file "${fault.name}".`,
      guess(fault)[1],
    ),
  'stale-correction': ({ name, value }) =>
    say(
      `সংশোধনীতে বলা “${value}” লেখাটি ${name} ফাইলে নেই।`,
      'সংশোধনটি বাতিল করে থাকলে এই অংশটি মুছে দিন; নইলে লেখাটি মিলিয়ে নিন।',
      `${name} does not hold "${value}", which this correction says is shown.`,
      'If the correction was undone, delete this entry; otherwise make the two texts agree.',
    ),
} satisfies Record<string, (fault: Fault) => Explanation>;

export type Rule = keyof typeof explanations;
