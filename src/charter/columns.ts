// The columns of the official table, one record each. The schemas of data/, the table and its cards, a service's page,
// the poster, the open data and search are derived from these records; one more record is one more column.

import { z } from 'zod';
import { toBengaliNumber } from '../bangla/digits.ts';
import { keysOf, mapValues } from '../typed.ts';
import type { Officer } from './officer.ts';
import { id, text, webAddress } from './values.ts';

/** One statement of a cell: a document and where it comes from, a price and what it is for, or just a sentence. */
export interface Line {
  text: string;
  /** What the text is the price of. */
  label?: string | undefined;
  /** Where the document comes from. */
  source?: string | undefined;
  /** The web address of the document's form. */
  form?: string | undefined;
  /** The price in taka, only where the charter gives a number or says that it is free (0). */
  amount?: number | undefined;
}

export interface CommonFields {
  /** The heading where space is short: in cards and summaries. */
  label: string;
  /** What editors tell the staff about the heading in charter.yaml. */
  headingHelp: string;
  /** How wide the column is on screens, by a class of public/table.css; those with `rest` share what is left. */
  width: 'serial' | 'narrow' | 'medium' | 'wide' | 'rest';
  /** Its width on the poster, relative to the other columns. */
  share: number;
  /** How much a word found here counts in search (search/targets.ts). */
  searchedAs: 'name' | 'facts' | 'rest';
}

/** The serial number and the name: every service has them, and no case does. */
interface FixedColumn extends CommonFields {
  kind: 'serial' | 'name';
}

/** Lines of text. The cases of a service (ক, খ …) may have values of their own. */
interface FactColumn extends CommonFields {
  kind: 'fact';
  /** The value that the staff write under the column's key. */
  schema: z.ZodType;
  /** The lines of a row's cell; none when the row says nothing. */
  lines(row: never): Line[];
  /** The property in /charter.json. */
  open: { name: string; schema: z.ZodType; value(row: never): unknown };
  /** Whether cards and the service's page set it in bold. */
  isStrong: boolean;
}

/** Officers, whom the staff refer to by their ids. */
interface OfficersColumn extends CommonFields {
  kind: 'officers';
  schema: z.ZodType<string[]>;
  officers(row: never): Officer[];
  /** The property in /charter.json, which holds their ids. */
  open: { name: string };
}

const documentSchema = z.union([
  text,
  z.strictObject({
    name: text.meta({ description: 'কাগজের নাম।' }),
    source: text.optional().meta({ description: 'কোথায় পাওয়া যায়।' }),
    form: webAddress.optional().meta({ description: 'ফরমের ওয়েব ঠিকানা।' }),
  }),
]);
const documentsSchema = z
  .union([text, z.array(documentSchema).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .transform((items) => items.map((item) => (typeof item === 'string' ? { name: item } : item)));
interface DocumentsRow {
  documents?: z.infer<typeof documentsSchema> | undefined;
}

/** A sum in taka, or a sentence. */
const price = z.union([text, z.number().nonnegative()]);
const feeSchema = z
  .union([
    price,
    z
      .array(
        z.strictObject({
          for: text.meta({ description: 'কীসের জন্য।' }),
          fee: price.meta({ description: 'মূল্য: লেখা, অথবা টাকার অঙ্ক।' }),
        }),
      )
      .min(1),
  ])
  .transform((value) => (Array.isArray(value) ? value : [{ for: undefined, fee: value }]));
interface FeeRow {
  fee?: z.infer<typeof feeSchema> | undefined;
}

const officerIds = z
  .union([id, z.array(id).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const openText = z.string().min(1).optional();

/** The columns that the format knows: the field offices' eight, and the head offices' `method`. */
export const columns = {
  serial: {
    kind: 'serial',
    label: 'ক্রমিক',
    headingHelp: 'ক্রমিক কলামের শিরোনাম।',
    width: 'serial',
    share: 5,
    searchedAs: 'rest',
  },
  name: {
    kind: 'name',
    label: 'সেবার নাম',
    headingHelp: 'সেবার নাম কলামের শিরোনাম।',
    width: 'wide',
    share: 25.5,
    searchedAs: 'name',
  },
  method: {
    kind: 'fact',
    label: 'সেবা প্রদান পদ্ধতি',
    headingHelp: 'সেবা প্রদান পদ্ধতি কলামের শিরোনাম।',
    width: 'medium',
    share: 11.5,
    searchedAs: 'facts',
    isStrong: false,
    schema: text.meta({ description: 'সেবা প্রদান পদ্ধতি।' }),
    lines: (row: { method?: string | undefined }) => sentence(row.method),
    open: {
      name: 'method',
      schema: openText.meta({ description: 'How the service is given, in prose.' }),
      value: (row: { method?: string | undefined }) => row.method,
    },
  },
  time: {
    kind: 'fact',
    label: 'সর্বোচ্চ সময়',
    headingHelp: 'সময় কলামের শিরোনাম।',
    width: 'medium',
    share: 11.5,
    searchedAs: 'facts',
    isStrong: true,
    schema: text.meta({ description: 'সেবা প্রদানে সর্বোচ্চ সময়।', examples: ['৭ কার্যদিবস'] }),
    lines: (row: { time?: string | undefined }) => sentence(row.time),
    open: {
      name: 'time',
      schema: openText.meta({
        description: 'The longest time it takes, in prose; not always a duration.',
      }),
      value: (row: { time?: string | undefined }) => row.time,
    },
  },
  documents: {
    kind: 'fact',
    label: 'কাগজপত্র',
    headingHelp: 'কাগজপত্র কলামের শিরোনাম।',
    width: 'narrow',
    share: 8.5,
    searchedAs: 'facts',
    isStrong: false,
    schema: documentsSchema.meta({
      description:
        'প্রয়োজনীয় কাগজপত্র: একটি লেখা, অথবা “- ” দিয়ে তালিকা; তালিকায় name, source, form লেখা যায়।',
    }),
    lines: ({ documents = [] }: DocumentsRow) =>
      documents.map(({ name, ...rest }): Line => ({ text: name, ...rest })),
    open: {
      name: 'documents',
      schema: z
        .array(z.object({ name: z.string().min(1), source: openText, form: openText }))
        .meta({
          description: 'What to bring, where to get it and where its form is; empty: not said.',
        }),
      value: ({ documents = [] }: DocumentsRow) => documents,
    },
  },
  documents_source: {
    kind: 'fact',
    label: 'প্রাপ্তিস্থান',
    headingHelp: 'প্রাপ্তিস্থান কলামের শিরোনাম।',
    width: 'medium',
    share: 9.5,
    searchedAs: 'facts',
    isStrong: false,
    schema: text.meta({ description: 'কাগজপত্র বা আবেদন ফরম কোথায় পাওয়া যায়।' }),
    // Where the column is empty, the documents may name their own sources.
    lines: ({ documents_source, documents = [] }: SourceRow) =>
      documents_source === undefined
        ? [...new Set(documents.flatMap(({ source }) => source ?? []))].flatMap(sentence)
        : sentence(documents_source),
    open: {
      name: 'documents_source',
      schema: openText.meta({ description: 'Where to get the documents.' }),
      value: ({ documents_source }: SourceRow) => documents_source,
    },
  },
  fee: {
    kind: 'fact',
    label: 'সেবা মূল্য',
    headingHelp: 'মূল্য কলামের শিরোনাম।',
    width: 'narrow',
    share: 8.5,
    searchedAs: 'facts',
    isStrong: true,
    schema: feeSchema.meta({
      description:
        'সেবা মূল্য ও পরিশোধ পদ্ধতি: একটি লেখা (বিনামূল্যে), টাকার অঙ্ক (50), অথবা for ও fee এর তালিকা।',
    }),
    lines: ({ fee = [] }: FeeRow) =>
      fee.map((item): Line => ({ label: item.for, ...priceLine(item.fee) })),
    open: {
      name: 'fees',
      schema: z
        .array(
          z.object({
            for: openText.meta({ description: 'What the fee is for, where there are several.' }),
            fee: openText.meta({ description: 'The fee as the charter words it.' }),
            amount_bdt: z.number().optional().meta({
              description: 'In taka, only where the charter says a number, or that it is free (0).',
            }),
          }),
        )
        .meta({ description: 'Empty: not said.' }),
      value: ({ fee = [] }: FeeRow) =>
        fee.map((item) => ({
          for: item.for,
          fee: typeof item.fee === 'number' ? undefined : item.fee,
          amount_bdt: priceLine(item.fee).amount,
        })),
    },
  },
  officer: {
    kind: 'officers',
    label: 'দায়িত্বপ্রাপ্ত কর্মকর্তা',
    headingHelp: 'দায়িত্বপ্রাপ্ত কর্মকর্তা কলামের শিরোনাম।',
    width: 'rest',
    share: 15.75,
    searchedAs: 'rest',
    schema: officerIds.meta({
      description: 'দায়িত্বপ্রাপ্ত কর্মকর্তা: officers.yaml এর বাম পাশের নাম, একাধিক হলে তালিকা।',
    }),
    officers: (row: { officers: Officer[] }) => row.officers,
    open: { name: 'officers' },
  },
  superior: {
    kind: 'officers',
    label: 'ঊর্ধ্বতন কর্মকর্তা',
    headingHelp: 'ঊর্ধ্বতন কর্মকর্তা কলামের শিরোনাম।',
    width: 'rest',
    share: 15.75,
    searchedAs: 'rest',
    schema: officerIds.meta({
      description: 'ঊর্ধ্বতন কর্মকর্তা: officers.yaml এর বাম পাশের নাম, একাধিক হলে তালিকা।',
    }),
    officers: (row: { superiors: Officer[] }) => row.superiors,
    open: { name: 'superiors' },
  },
} as const satisfies Record<string, FixedColumn | FactColumn | OfficersColumn>;

interface SourceRow extends DocumentsRow {
  documents_source?: string | undefined;
}

function sentence(text: string | undefined): Line[] {
  return text === undefined ? [] : [{ text }];
}

function priceLine(price: string | number): Line {
  return typeof price === 'number'
    ? { text: `${toBengaliNumber(price)} টাকা`, amount: price }
    : { text: price, amount: isFree(price) ? 0 : undefined };
}

/** Whether a text says exactly that the service is free. */
export function isFree(text: string): boolean {
  return /^(বিনামূল্যে|বিনা মূল্যে|বিনামূল্য|ফ্রি|free)$/iu.test(text);
}

type Columns = typeof columns;
export type ColumnKey = keyof Columns;
type KeyOfKind<Kind> = {
  [Key in ColumnKey]: Columns[Key]['kind'] extends Kind ? Key : never;
}[ColumnKey];

/** What a service, or one of its cases, may say of itself. */
export type FactKey = KeyOfKind<'fact'>;
export type OfficerKey = KeyOfKind<'officers'>;
export const columnKeys = keysOf(columns);
export const factKeys = columnKeys.filter((key): key is FactKey => columns[key].kind === 'fact');
export const officerKeys = columnKeys.filter(
  (key): key is OfficerKey => columns[key].kind === 'officers',
);

type OptionalSchemas<Key extends ColumnKey & (FactKey | OfficerKey)> = {
  [One in Key]: z.ZodOptional<Columns[One]['schema']>;
};
/** What a service or a case may have in services.yaml, each optional. */
export const factSchemas = optionalSchemas(factKeys);
/** What only a service may have. */
export const officerSchemas = optionalSchemas(officerKeys);

function optionalSchemas<Key extends FactKey | OfficerKey>(keys: Key[]): OptionalSchemas<Key> {
  const entries = keys.map((key) => [key, columns[key].schema.optional()]);
  return Object.fromEntries(entries) as OptionalSchemas<Key>;
}

/** The headings of the official table, by column. */
export const headingsSchema = z.strictObject({
  ...mapValues(columns, ({ headingHelp }) => text.meta({ description: headingHelp }).optional()),
  serial: text.meta({ description: columns.serial.headingHelp }),
  name: text.meta({ description: columns.name.headingHelp }),
});

/** The facts of a service, or of one of its cases. */
export type Facts = { [Key in FactKey]?: z.output<Columns[Key]['schema']> | undefined };
