// A service: a row of the official table.

import { z } from 'zod';
import { toBengaliNumber } from '../bangla/digits.ts';
import { type FactLine, type Facts, factSchemas, officerSchemas } from './columns.ts';
import type { InCharge } from './officer.ts';
import { englishName, formerIds, id, name, rule, text } from './values.ts';

// Loose, because an office's own columns have keys of their own; data/references.ts checks them against the headings.
const ownColumns = {
  propertyNames: { pattern: '^[a-z][a-z0-9_]*$' },
  additionalProperties: {
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    description: 'নিজের কলাম: charter.yaml এর headings এ একই নামে শিরোনাম থাকতে হবে।',
  },
};

export const serviceSchema = z
  .looseObject({
    id: id.meta({
      description: 'সেবার পাতার ঠিকানা: /services/<id>। প্রকাশের পর বদলালে আগেরটি former_ids এ লিখুন।',
      examples: ['e-filing'],
    }),
    former_ids: formerIds,
    name: name.meta({ description: 'সেবার নাম।' }),
    name_en: englishName.optional().meta({
      description: 'সেবার ইংরেজি নাম; খোঁজায় মেলে, সেবার পাতায় ছোট লেখায়।',
      examples: ['Birth registration'],
    }),
    serial: z
      .int({ abort: true })
      .refine((value) => value >= 1 && value <= 9999, rule('serial-range'))
      .optional()
      .meta({
        description: 'ক্রমিক এখানে অন্য সংখ্যা থেকে শুরু হলে সেই সংখ্যা; পরেরগুলো এখান থেকে চলে।',
        minimum: 1,
        maximum: 9999,
      }),
    group: name.optional().meta({
      description: 'এই সেবার উপরের উপশিরোনাম (শাখা বা দপ্তর); পরের group পর্যন্ত সব সেবা এর অধীনে।',
    }),
    ...factSchemas,
    ...officerSchemas,
    cases: z
      .array(
        z
          .looseObject({ name: text.meta({ description: 'উপ-সেবার নাম।' }), ...factSchemas })
          .meta(ownColumns),
      )
      .min(1)
      .optional()
      .meta({ description: 'উপ-সেবা ক, খ, গ …: যার যার সময়, কাগজপত্র ও মূল্য।' }),
  })
  .meta(ownColumns);

/** The three categories of service, in the order of the official format. */
export const categories = ['citizen', 'institutional', 'internal'] as const;
export type Category = (typeof categories)[number];

/** One of the kinds of a service that differ in some facts (ক, খ …). */
export type ServiceCase = Facts & { name: string };

export type Service = Facts & {
  id: string;
  /** Earlier ids, whose addresses lead here. */
  formerIds: string[];
  name: string;
  /** The name in English, where the office gives one. */
  nameEn?: string | undefined;
  category: Category;
  /** The title of the category's section. */
  categoryTitle: string;
  /** The number in the charter's count; from 1 unless the charter says otherwise. */
  serial: number;
  /** The serial as the charter prints it (০১, ক); undefined where it prints none. */
  serialText: string | undefined;
  /** The heading above the service's group. */
  group: string | undefined;
  officers: InCharge[];
  superiors: InCharge[];
  cases: ServiceCase[];
};

/** The lines of the service itself (no letter), or of one of its cases (ক, খ …). */
export interface LineGroup {
  letter: string | undefined;
  lines: FactLine[];
}

const LETTERS = [...'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ'];

/** Returns the letter that counts for a position, from 0; after the last letter, a number. */
export function letterAt(index: number): string {
  return LETTERS[index] ?? toBengaliNumber(index + 1);
}

/** Reads the lines of a row: a column of kind "fact". */
interface Fact {
  lines(row: Facts): FactLine[];
}

/** Returns all that a service and its cases say in one column; empty when they say nothing. */
export function factGroups({ cases, ...service }: Service, fact: Fact): LineGroup[] {
  const own = { letter: undefined, lines: fact.lines(service) };
  const ofCases = cases.map((one, at) => ({ letter: letterAt(at), lines: fact.lines(one) }));
  return [own, ...ofCases].filter(({ lines }) => lines.length > 0);
}

/**
 * Returns a fact in a few words for lists: what is said if it is one thing, with what it is the price of, or that it
 * varies; undefined where the service says nothing, or that the fact does not apply.
 */
export function factSummary(service: Service, fact: Fact): string | undefined {
  const lines = factGroups(service, fact)
    .flatMap((group) => group.lines)
    .filter(({ isNone }) => !isNone);
  const [first, ...others] = new Set(
    lines.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`)),
  );
  return others.length === 0 ? first : 'ধরনভেদে ভিন্ন';
}
