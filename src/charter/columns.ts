// The columns of the official table, one record each. The schemas of data/, the table and its cards, a service's page,
// the poster, the open data and search are derived from these records; one more record is one more column.

import { z } from 'zod';
import { parseAmount, toBengaliAmount } from '../bangla/digits.ts';
import { keysOf, mapValues } from '../typed.ts';
import type { InCharge } from './officer.ts';
import {
  cellText,
  isNotApplicable,
  isShortEnough,
  name,
  number,
  rule,
  text,
  webAddress,
} from './values.ts';

/** One statement of a cell: a document and where it comes from, a price and what it is for, or just a sentence. */
export interface FactLine {
  text: string;
  /** The item that the text is the price of. */
  label?: string | undefined;
  /** Where the document comes from. */
  source?: string | undefined;
  /** The web address of the document's form. */
  form?: string | undefined;
  /** The price in taka, only where the charter gives a number or says that it is free (0). */
  amount?: number | undefined;
  /** Whether the charter says that the column does not apply here: "-" or "প্রযোজ্য নয়". */
  isNone?: true;
}

export interface CommonFields {
  /** The heading where space is short, in cards and summaries, for an office whose own heading means just that. */
  label: string;
  /** Matches an office's heading that means the same as the label. */
  meaning: RegExp;
  /** The question that the column answers, as the home page's lead asks it; undefined for columns it does not name. */
  question: string | undefined;
  /** The column's topic, for descriptions of pages; undefined likewise. */
  topic: string | undefined;
  /** Its width on screens, relative to the other columns; a column with lists gets twice as much. */
  width: number;
  /** The weight of a word found here in search (search/targets.ts). */
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
  /** Returns the lines of a row's cell; none when the row says nothing. */
  lines(row: never): FactLine[];
  /** The property in /charter.json. */
  open: { name: string; schema: z.ZodType; value(row: never): unknown };
  /** Whether cards and the service's page set it in bold. */
  isStrong: boolean;
}

/** Officers, whom the staff refer to by their ids or name in a text. */
interface OfficersColumn extends CommonFields {
  kind: 'officers';
  schema: z.ZodType<string[]>;
  officers(row: never): InCharge[];
  /** The properties in /charter.json: one holds ids, the other what the charter says in a text. */
  open: { name: string; textName: string };
}

const documentSchema = z.union([
  cellText,
  z.strictObject({
    name: text.meta({ description: 'কাগজের নাম।' }),
    source: text.optional().meta({ description: 'কোথায় পাওয়া যায়।' }),
    form: webAddress.optional().meta({ description: 'ফরমের ওয়েব ঠিকানা।' }),
  }),
]);
const documentsSchema = z
  .union([cellText, z.array(documentSchema).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .transform((items) => items.map((item) => (typeof item === 'string' ? { name: item } : item)));
interface DocumentsRow {
  documents?: z.infer<typeof documentsSchema> | undefined;
}

/** A sum in taka, also as a text of digits, or a sentence. */
const price = z.union([
  cellText.transform((value) => parseAmount(value) ?? value),
  number.refine((value) => value >= 0, rule('negative')).meta({ minimum: 0 }),
]);
const feeItem = z.union([
  price,
  z.strictObject({
    for: text.meta({ description: 'কীসের জন্য।' }),
    fee: price.meta({ description: 'মূল্য: লেখা, অথবা টাকার অঙ্ক।' }),
  }),
]);
const feeSchema = z
  .union([price, z.array(feeItem).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .transform((items) =>
    items.map((item) => (typeof item === 'object' ? item : { for: undefined, fee: item })),
  );
interface FeeRow {
  fee?: z.infer<typeof feeSchema> | undefined;
}

/** An officer's id, or a text with a Bengali letter; data/references.ts looks the ids up. */
const officerReferences = z
  .union([cellText, z.array(cellText).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const openText = z.string().min(1).optional();

/** The columns that the format knows: the field offices' eight, and the head offices' `method`. */
export const columns = {
  serial: {
    kind: 'serial',
    label: 'ক্রমিক',
    question: undefined,
    topic: undefined,
    meaning: /ক্রম/u,
    width: 0,
    searchedAs: 'rest',
  },
  name: {
    kind: 'name',
    label: 'সেবার নাম',
    question: undefined,
    topic: undefined,
    meaning: /সেবা/u,
    width: 15,
    searchedAs: 'name',
  },
  method: {
    kind: 'fact',
    label: 'সেবা প্রদান পদ্ধতি',
    question: undefined,
    topic: undefined,
    meaning: /পদ্ধতি/u,
    width: 10,
    searchedAs: 'facts',
    isStrong: false,
    schema: cellText.meta({ description: 'সেবা প্রদান পদ্ধতি।' }),
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
    question: 'কত সময়ে',
    topic: 'সময়',
    meaning: /সর্বোচ্চ সময়/u,
    width: 10.5,
    searchedAs: 'facts',
    isStrong: true,
    schema: cellText.meta({ description: 'সেবা প্রদানে সর্বোচ্চ সময়।', examples: ['৭ কার্যদিবস'] }),
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
    question: 'কী কাগজপত্রে',
    topic: 'কাগজপত্র',
    meaning: /কাগজ/u,
    width: 8.25,
    searchedAs: 'facts',
    isStrong: false,
    schema: documentsSchema.meta({
      description:
        'প্রয়োজনীয় কাগজপত্র: একটি লেখা, অথবা “- ” দিয়ে তালিকা; তালিকায় name, source, form লেখা যায়।',
    }),
    lines: ({ documents = [] }: DocumentsRow) =>
      documents.map(({ name, ...rest }): FactLine => ({ ...line(name), ...rest })),
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
    question: undefined,
    topic: undefined,
    meaning: /প্রাপ্তি ?স্থান/u,
    width: 9.25,
    searchedAs: 'facts',
    isStrong: false,
    schema: cellText.meta({ description: 'কাগজপত্র বা আবেদন ফরম কোথায় পাওয়া যায়।' }),
    // Where the column is empty, the documents may name their own sources.
    lines: ({ documents_source, documents = [] }: SourceRow) =>
      documents_source === undefined
        ? [...new Set(documents.flatMap(({ source }) => source ?? []))].map(line)
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
    question: 'কত মূল্যে',
    topic: 'মূল্য',
    meaning: /মূল্য/u,
    width: 8.5,
    searchedAs: 'facts',
    isStrong: true,
    schema: feeSchema.meta({
      description:
        'সেবা মূল্য ও পরিশোধ পদ্ধতি: একটি লেখা (বিনামূল্যে), টাকার অঙ্ক (50), অথবা for ও fee এর তালিকা।',
    }),
    lines: ({ fee = [] }: FeeRow) =>
      fee.map((item): FactLine => ({ label: item.for, ...priceLine(item.fee) })),
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
    question: 'কার কাছে',
    topic: 'দায়িত্বপ্রাপ্ত কর্মকর্তা',
    meaning: /দায়িত্ব.*কর্মকর্তা/u,
    width: 21.5,
    searchedAs: 'rest',
    schema: officerReferences.meta({
      description: 'দায়িত্বপ্রাপ্ত কর্মকর্তা: officers.yaml এর বাম পাশের নাম, অথবা সনদের লেখা; একাধিক হলে তালিকা।',
    }),
    officers: (row: { officers: InCharge[] }) => row.officers,
    open: { name: 'officers', textName: 'officers_text' },
  },
  superior: {
    kind: 'officers',
    label: 'ঊর্ধ্বতন কর্মকর্তা',
    question: undefined,
    topic: undefined,
    meaning: /কর্মকর্তা/u,
    width: 21.5,
    searchedAs: 'rest',
    schema: officerReferences.meta({
      description: 'ঊর্ধ্বতন কর্মকর্তা: officers.yaml এর বাম পাশের নাম, অথবা সনদের লেখা; একাধিক হলে তালিকা।',
    }),
    officers: (row: { superiors: InCharge[] }) => row.superiors,
    open: { name: 'superiors', textName: 'superiors_text' },
  },
} as const satisfies Record<string, FixedColumn | FactColumn | OfficersColumn>;

interface SourceRow extends DocumentsRow {
  documents_source?: string | undefined;
}

/** Returns the line of a text in a cell. */
export function line(text: string): FactLine {
  return isNotApplicable(text) ? { text, isNone: true } : { text };
}

function sentence(text: string | undefined): FactLine[] {
  return text === undefined ? [] : [line(text)];
}

function priceLine(price: string | number): FactLine {
  if (typeof price === 'number') return { text: `${toBengaliAmount(price)} টাকা`, amount: price };
  return isFree(price) ? { text: price, amount: 0 } : line(price);
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

/** The columns in which a service or one of its cases may state facts. */
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
/** The optional keys of a service or a case in services.yaml. */
export const factSchemas = optionalSchemas(factKeys);
/** The optional keys of only a service. */
export const officerSchemas = optionalSchemas(officerKeys);

function optionalSchemas<Key extends FactKey | OfficerKey>(keys: Key[]): OptionalSchemas<Key> {
  const entries = keys.map((key) => [key, columns[key].schema.optional()]);
  return Object.fromEntries(entries) as OptionalSchemas<Key>;
}

/** The key of an office's own column. */
const COLUMN_KEY = /^[a-z][a-z0-9_]*$/;

export function isColumnKey(key: string): boolean {
  return COLUMN_KEY.test(key);
}

/** The keys of a service in services.yaml that are no columns. */
export const otherServiceKeys: readonly string[] = [
  'id',
  'former_ids',
  'name_en',
  'group',
  'cases',
];

/** Whether a column is one that the format knows. */
export function isKnown(key: string): key is ColumnKey {
  return Object.hasOwn(columns, key);
}

const heading = z.union([
  name.transform((whole) => ({ text: whole, short: undefined })),
  z.strictObject({
    text: name.meta({ description: 'কলামের শিরোনাম, সনদে যেমন আছে।' }),
    short: name.meta({ description: 'ফোনে দেখানোর ছোট শিরোনাম।' }),
  }),
]);

/** The maximum columns of a table, and letters in all its headings; with more, its head fills a page of the sheets. */
const MOST_COLUMNS = 20;
const MOST_HEADING_LETTERS = 1500;

/** Whether the head of a table with these headings has room on the sheets. */
export function hasRoom(headings: readonly string[]): boolean {
  return headings.length <= MOST_COLUMNS && headings.join('').length <= MOST_HEADING_LETTERS;
}

const columnKey = z
  .string()
  .refine(isColumnKey, rule('column-key'))
  .refine(isShortEnough, rule('id-too-long'))
  .refine((key) => !otherServiceKeys.includes(key), rule('reserved-column'));

/** The headings of the official table by column, in the order of the columns. */
export const headingsSchema = z
  .record(columnKey, heading)
  .refine((headings) => hasRoom(Object.values(headings).map((one) => one.text)), rule('wide-table'))
  .meta({
    properties: mapValues(columns, ({ label }) => ({
      ...z.toJSONSchema(heading, { target: 'draft-7', io: 'input' }),
      description: `${label} কলামের শিরোনাম।`,
    })),
    propertyNames: { pattern: COLUMN_KEY.source },
  });

/** The name of a column in the charter, and its short form for narrow screens where the charter has one. */
export interface Heading {
  key: string;
  text: string;
  short: string | undefined;
}

/** The value of a service under the key of a custom column: a text, or a list of texts. */
export const ownValueSchema = z
  .union([cellText, z.array(cellText).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

interface OwnRow {
  /** The values of the office's own columns. */
  own: { key: string; texts: string[] }[];
}

function ownTexts({ own }: OwnRow, key: string): string[] | undefined {
  return own.find((value) => value.key === key)?.texts;
}

/** The facts of a service, or of one of its cases. */
export type Facts = { [Key in FactKey]?: z.output<Columns[Key]['schema']> | undefined } & OwnRow;

/** Returns the column that an office has added under a custom key. */
function ownColumn(key: string) {
  return {
    kind: 'fact',
    label: key,
    question: undefined,
    topic: undefined,
    // No other heading means the same.
    meaning: /(?!)/,
    width: 13,
    searchedAs: 'facts',
    isStrong: false,
    lines: (row: OwnRow) => (ownTexts(row, key) ?? []).map(line),
    open: {
      name: key,
      schema: ownValueSchema,
      value: (row: OwnRow) => ownTexts(row, key),
    },
  } as const satisfies Omit<FactColumn, 'schema'>;
}

/** A column of one office's table: what it is, under the office's heading. */
export type TableColumn = ReturnType<typeof tableColumn>;

/** Returns the column of a heading. The class of an office's own column has a prefix: its key may be any word. */
export function tableColumn({ key, text, short }: Heading) {
  const column = isKnown(key) ? columns[key] : ownColumn(key);
  const label = short ?? (column.meaning.test(text) ? column.label : text);
  const className = isKnown(key) ? key : `own-${key}`;
  return { ...column, key, className, heading: text, label };
}
