// Finds services whose cells look as if they stood in the wrong column. Each doubt names the rows and what to look at.

import { toBengaliNumber } from '../../bangla/digits.ts';
import type { Charter } from '../../charter/charter.ts';
import { columns } from '../../charter/columns.ts';
import { namesDuration } from '../../charter/duration.ts';
import type { Service } from '../../charter/service.ts';

/** Words that a cell about fees has, beside numbers. */
const FEE =
  /[০-৯0-9]|বিনা|ফ্রি|free|টাকা|ফি|মূল্য|খরচ|চার্জ|ব্যয়|প্রযোজ্য|নেই|নাই|লাগে না|মোতাবেক|অনুযায়ী|নির্ধারিত|সরকারি|[-–—]/iu;
const AMOUNT = /^[০-৯0-9,./\s=-]+(?:টাকা)?(?:\s*মাত্র)?[।]?$/u;
const NUMBER = /^[০-৯0-9\s.,।-]+$/u;

interface Signal {
  bn: string;
  en: string;
  isDoubtful(service: Service, all: readonly Service[]): boolean;
}

const textsOf = (service: Service, key: 'fee' | 'time' | 'documents') =>
  [service, ...service.cases].flatMap((row) => columns[key].lines(row).map(({ text }) => text));
/** Words by which a time is bound to something else, which is no mistake. */
const BOUND =
  /সাপেক্ষে|মোতাবেক|অনু(?:যায়ী|সারে)|নির্ধারিত|মাত্র|সাথে সাথে|সঙ্গে সঙ্গে|চলমান|প্রতি|সারা|সকাল|[০-৯0-9]\s*টা(?![\p{L}\p{M}])/u;
/** A span of time that does not say what it is for. */
const BARE_SPAN =
  /^[০-৯0-9]+\s*(?:\([^)]*\)\s*)?(?:কার্য\s*)?(?:দিন|দিবস|ঘণ্টা|ঘন্টা|মিনিট|সপ্তাহ|মাস)[।]?$/u;
const CONTACT = /[০-৯0-9]{5}|@/u;
const hasTime = (service: Service) =>
  textsOf(service, 'time').some((text) => namesDuration(text) || BOUND.test(text));

const signals: Signal[] = [
  {
    bn: 'মূল্যের ঘরে টাকা বা ফির কথা নেই',
    en: 'The fee says nothing of money',
    isDoubtful: (service) => textsOf(service, 'fee').some((text) => !FEE.test(text)),
  },
  {
    bn: 'সময়ের ঘরে সময় নেই, অন্য সেবায় আছে',
    en: 'The time is none, unlike those of other services',
    isDoubtful: (service, all) => {
      const timed = all.filter((one) => textsOf(one, 'time').length > 0);
      const isUsual = timed.filter(hasTime).length * 2 > timed.length;
      return isUsual && textsOf(service, 'time').length > 0 && !hasTime(service);
    },
  },
  {
    bn: 'একটি সেবায় দুটি সময়, কোনটি কীসের তা লেখা নেই',
    en: 'Two times do not say what they are for',
    isDoubtful: (service) => {
      const lines = columns.time.lines(service).flatMap(({ text }) => text.split('\n'));
      return lines.filter((line) => BARE_SPAN.test(line.trim())).length > 1;
    },
  },
  {
    bn: 'কর্মকর্তার নম্বর বা ইমেইল আছে, পদবি নেই',
    en: 'An officer has a number or an address and no post',
    isDoubtful: ({ officers, superiors }) =>
      [...officers, ...superiors].some(({ id, text }) => !id && CONTACT.test(text ?? '')),
  },
  {
    bn: 'নামের ঘরে শুধু সংখ্যা',
    en: 'The name is a number',
    isDoubtful: ({ name }) => NUMBER.test(name),
  },
  {
    bn: 'একই নাম দুবার',
    en: 'The name occurs twice',
    isDoubtful: ({ name, category }, all) =>
      all.filter((one) => one.name === name && one.category === category).length > 1,
  },
  {
    bn: 'কাগজপত্রের ঘরে টাকার অঙ্ক',
    en: 'The documents are an amount',
    isDoubtful: (service) => textsOf(service, 'documents').some((text) => AMOUNT.test(text)),
  },
];

/** Returns a line for each reason for doubt, with the services to compare with the document. */
export function rowDoubts({ services }: Charter): string[] {
  return signals.flatMap(({ bn, en, isDoubtful }) => {
    const doubtful = services.filter((service) => isDoubtful(service, services));
    const named = doubtful.map(({ name, serial }) => `${toBengaliNumber(serial)} “${name}”`);
    return named.length === 0 ? [] : [`${bn}; মিলিয়ে দেখুন: সেবা ${named.join(', ')}। / ${en}.`];
  });
}
