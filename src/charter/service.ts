// A service: a row of the official table.

import { z } from 'zod';
import { toBengaliNumber } from '../bangla/digits.ts';
import { type Facts, factSchemas, type Line, officerSchemas } from './columns.ts';
import type { Officer } from './officer.ts';
import { id, text } from './values.ts';

export const serviceSchema = z.strictObject({
  id: id.meta({
    description: 'সেবার পাতার ঠিকানা: /services/<id>। প্রকাশের পর বদলাবেন না।',
    examples: ['e-filing'],
  }),
  name: text.meta({ description: 'সেবার নাম।' }),
  ...factSchemas,
  ...officerSchemas,
  cases: z
    .array(z.strictObject({ name: text.meta({ description: 'উপ-সেবার নাম।' }), ...factSchemas }))
    .min(1)
    .optional()
    .meta({ description: 'উপ-সেবা ক, খ, গ …: যার যার সময়, কাগজপত্র ও মূল্য।' }),
});

/** The three categories of service, in the order of the official format. */
export const categories = ['citizen', 'institutional', 'internal'] as const;
export type Category = (typeof categories)[number];

/** A service row with its serial number within its category, from 1, and its officers looked up. */
export type Service = Omit<z.infer<typeof serviceSchema>, 'officer' | 'superior'> & {
  serial: number;
  category: Category;
  officers: Officer[];
  superiors: Officer[];
};

/** The lines of the service itself (no letter), or of one of its cases (ক, খ …). */
export interface LineGroup {
  letter: string | undefined;
  lines: Line[];
}

const LETTERS = [...'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ'];

/** The letter by which the case at an index is known; after the last letter, its number. */
export function caseLetter(index: number): string {
  return LETTERS[index] ?? toBengaliNumber(index + 1);
}

/** What reads a fact of a row: a column of kind "fact". */
interface Fact {
  lines(row: Facts): Line[];
}

/** All that a service and its cases say in one column; empty when they say nothing. */
export function factGroups({ cases = [], ...service }: Service, fact: Fact): LineGroup[] {
  const own = { letter: undefined, lines: fact.lines(service) };
  const ofCases = cases.map((one, at) => ({ letter: caseLetter(at), lines: fact.lines(one) }));
  return [own, ...ofCases].filter(({ lines }) => lines.length > 0);
}

/** A fact in a few words for lists: what is said if it is one thing, that it varies if it is several. */
export function factSummary(service: Service, fact: Fact): string | undefined {
  const lines = factGroups(service, fact).flatMap((group) => group.lines);
  const [first, ...others] = new Set(lines.map(({ text }) => text));
  const isOne = others.length === 0 && lines.every(({ label }) => label === undefined);
  return first === undefined || isOne ? first : 'ধরনভেদে ভিন্ন';
}
