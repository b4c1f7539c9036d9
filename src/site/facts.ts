// What a service says of itself, as the lines that a cell of the table or a row of its page shows.

import { toBengaliNumber } from '../bangla/digits.ts';
import type { Column, Fact, Officer, Service, ServiceCase } from '../charter/charter.ts';

/** One statement: a price and what it is for, a document and where it comes from, or just a sentence. */
export interface Line {
  text: string;
  /** What the text is the price of. */
  label?: string | undefined;
  source?: string | undefined;
  form?: string | undefined;
}

/** The lines of the service itself (no letter), or of one of its cases (ক, খ …). */
export interface LineGroup {
  letter: string | undefined;
  lines: Line[];
}

/** The letters that number a service's cases, in their order. */
const LETTERS = [...'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ'];

export function caseLetter(index: number): string {
  return LETTERS[index] ?? toBengaliNumber(index + 1);
}

/** All that a service and its cases say of one fact; empty when they say nothing. */
export function factGroups({ cases = [], ...service }: Service, fact: Fact): LineGroup[] {
  const own = { letter: undefined, lines: linesOf(service, fact) };
  const ofCases = cases.map((one, index) => ({
    letter: caseLetter(index),
    lines: linesOf(one, fact),
  }));
  return [own, ...ofCases].filter(({ lines }) => lines.length > 0);
}

function linesOf(service: Partial<ServiceCase>, fact: Fact): Line[] {
  if (fact === 'documents')
    return (service.documents ?? []).map(({ name, ...rest }) => ({ text: name, ...rest }));
  if (fact === 'fee') {
    return (service.fee ?? []).map((item) => ({ label: item.for, text: priceText(item.fee) }));
  }
  if (fact === 'documents_source' && service.documents_source === undefined) {
    const sources = (service.documents ?? []).flatMap(({ source }) => source ?? []);
    return [...new Set(sources)].map((text) => ({ text }));
  }
  const text = service[fact];
  return text === undefined ? [] : [{ text }];
}

function priceText(price: string | number): string {
  return typeof price === 'number' ? `${toBengaliNumber(price)} টাকা` : price;
}

/** Whether a cell says exactly that the service is free. */
export function isFree(fee: string): boolean {
  return /^(বিনামূল্যে|বিনা মূল্যে|বিনামূল্য|ফ্রি|free)$/iu.test(fee);
}

/** A fact in a few words for lists: what is said if it is one thing, that it varies if it is several. */
export function factSummary(service: Service, fact: Fact): string | undefined {
  const groups = factGroups(service, fact);
  const texts = new Set(groups.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const labelled = groups.some(({ lines }) => lines.some(({ label }) => label !== undefined));
  if (texts.size > 1 || (labelled && texts.size > 0)) return 'ধরনভেদে ভিন্ন';
  return [...texts][0];
}

/** The field offices' eight columns, and the head offices' order, which has a column for the method. */
const FIELD_COLUMNS: Column[] = [
  'serial',
  'name',
  'time',
  'documents',
  'documents_source',
  'fee',
  'officer',
  'superior',
];
const HEAD_COLUMNS: Column[] = [
  'serial',
  'name',
  'method',
  'documents',
  'documents_source',
  'fee',
  'time',
  'officer',
  'superior',
];

/** The columns that at least one of the services fills, in the official order. */
export function columnsOf(services: Service[]): Column[] {
  const fills = (column: Column) =>
    services.some((service) => {
      if (column === 'serial' || column === 'name') return true;
      if (column === 'officer' || column === 'superior')
        return officersOf(service, column).length > 0;
      return factGroups(service, column).length > 0;
    });
  return (fills('method') ? HEAD_COLUMNS : FIELD_COLUMNS).filter(fills);
}

export function officersOf(service: Service, role: 'officer' | 'superior'): Officer[] {
  return role === 'officer' ? service.officers : service.superiors;
}

export interface ContactNumber {
  label: string;
  number: string;
}

/** The numbers an officer can be called at, mobile first, as the charter gives them. */
export function numbersOf({ mobile, phone, short_code }: Officer): ContactNumber[] {
  const numbers = [
    { label: 'মোবাইল', number: mobile },
    { label: 'টেলিফোন', number: phone },
    { label: 'হটলাইন', number: short_code },
  ];
  return numbers.filter((entry): entry is ContactNumber => entry.number !== undefined);
}
