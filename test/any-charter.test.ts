// Any valid charter, made by fast-check: every page and file is built, nothing in them is empty, nothing is left out.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { test } from 'vitest';
import { factKeys, officerKeys } from '../src/charter/columns.ts';
import { openDataChecks } from './support/open-data-checks.ts';
import { pageChecks } from './support/page-checks.ts';
import { sheetCheck } from './support/sheet-check.ts';
import { openOffice } from './support/site.ts';

const word = fc.constantFrom(
  'সেবা',
  'আবেদন',
  'নতুন',
  'ফরম',
  'ই-নথি',
  'কার্যালয়',
  'A4',
  '<b>',
  '&',
  '"ক"',
  'ওয়ার্ড',
);
const text = fc
  .tuple(fc.array(word, { maxLength: 5 }), fc.nat(9999))
  .map(([words, number]) => [...words, 'কথা', number].join(' '));
const cell = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom('-', '--', 'প্রযোজ্য নয়') },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });

const OWN = ['duty', 'remarks'];
const facts = {
  method: maybe(cell),
  time: maybe(cell),
  documents: maybe(
    fc.oneof(cell, list(fc.oneof(cell, fc.record({ name: text, source: maybe(text) })))),
  ),
  documents_source: maybe(cell),
  fee: maybe(
    fc.oneof(
      cell,
      fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100),
      list(fc.oneof(cell, fc.record({ for: text, fee: fc.oneof(cell, fc.nat(500)) }))),
    ),
  ),
  duty: maybe(fc.oneof(cell, list(cell))),
  remarks: maybe(cell),
};
const officerIds = ['a', 'b'];
const inCharge = maybe(
  fc.oneof(fc.constantFrom(...officerIds), text, list(fc.constantFrom(...officerIds))),
);
const service = fc.record({
  name: text,
  group: maybe(text),
  serial: maybe(fc.integer({ min: 1, max: 99 })),
  ...facts,
  officer: inCharge,
  superior: inCharge,
  cases: maybe(list(fc.record({ name: text, ...facts }))),
});
const officer = fc.record({
  post: text,
  name: maybe(text),
  room: maybe(text),
  office: maybe(text),
  place: maybe(text),
  mobile: maybe(fc.constant('01700000000')),
  email: maybe(fc.constant('a@example.gov.bd')),
});
const table = fc.tuple(text, list(text)).chain(([title, columns]) =>
  fc.record({
    title: fc.constant(title),
    columns: fc.constant(columns),
    rows: list(fc.array(cell, { minLength: columns.length, maxLength: columns.length })),
  }),
);

/** The files of a valid charter; those that hold nothing are left out. */
const charters = fc
  .record({
    office: fc.record({
      department: text,
      government: maybe(text),
      upazila: maybe(text),
      district: maybe(text),
      address: maybe(text),
      hours: maybe(text),
      helplines: maybe(
        list(fc.record({ name: text, number: fc.constantFrom('333', '02-55000000') })),
      ),
    }),
    charter: fc.record({
      vision: maybe(text),
      mission: maybe(text),
      expectations: maybe(list(text)),
      complaints: maybe(
        fc.record({
          introduction: maybe(text),
          tiers: list(
            fc.record({ when: maybe(text), whom: text, address: maybe(text), time: maybe(cell) }),
          ),
        }),
      ),
    }),
    tables: fc.array(table, { maxLength: 2 }),
    services: fc.dictionary(fc.constantFrom('citizen', 'internal'), list(service)),
    officers: fc.array(officer, { maxLength: 2 }),
    headings: fc.shuffledSubarray(['serial', 'name', ...factKeys, ...officerKeys, ...OWN], {
      minLength: 13 - 2,
    }),
  })
  .map(({ office, charter, tables, services, officers, headings }) => {
    // What has no heading is not in the services, nor is an officer without a record.
    const keys = new Set([...headings, 'name', 'group', 'serial', 'cases']);
    const known = officerIds.slice(0, officers.length);
    let count = 0;
    const fit = (row: Record<string, unknown>): Record<string, unknown> =>
      Object.fromEntries(
        Object.entries(row).flatMap(([key, value]) => {
          if (value === undefined || !keys.has(key)) return [];
          if (key === 'cases') return [[key, (value as Record<string, unknown>[]).map(fit)]];
          const isUnknown = (one: unknown) =>
            officerIds.includes(String(one)) && !known.includes(String(one));
          return key in { officer: 1, superior: 1 } && [value].flat().some(isUnknown)
            ? []
            : [[key, value]];
        }),
      );
    const rows = Object.entries(services).map(([category, all]) => [
      category,
      all.map((one) => ({ id: `s-${++count}`, ...fit(one) })),
    ]);
    const isEmpty =
      rows.length === 0 && !charter.expectations && !charter.complaints && tables.length === 0;
    return {
      'office.yaml': office,
      'charter.yaml': {
        ...charter,
        ...(isEmpty && { expectations: ['একটি কথা'] }),
        ...(tables.length > 0 && { tables: tables.map((one, at) => ({ id: `t-${at}`, ...one })) }),
        headings: Object.fromEntries(
          [...new Set(['name', ...headings])].map((key) => [key, `শিরোনাম ${key}`]),
        ),
      },
      'officers.yaml': Object.fromEntries(officers.map((one, at) => [officerIds[at], one])),
      'services.yaml': Object.fromEntries(rows),
    };
  });

async function withCharter<T>(files: Record<string, unknown>, use: (folder: string) => Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      if (Object.keys(Object(content)).length > 0)
        writeFileSync(join(folder, name), dump(JSON.parse(JSON.stringify(content))));
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('every page and file is built, nothing is empty, and every text is on a page', async () => {
  await fc.assert(
    fc.asyncProperty(charters, (files) =>
      withCharter(files, async (folder) => {
        const office = await openOffice('any office', folder);
        for (const [, check] of [...pageChecks, ...openDataChecks]) await check(office);
      }),
    ),
    { numRuns: 12 },
  );
}, 120_000);

test('every service, table and statement is on the poster', async () => {
  const [, check] = sheetCheck;
  await fc.assert(
    fc.asyncProperty(charters, (files) =>
      withCharter(files, async (folder) => check(await openOffice('any office', folder))),
    ),
    { numRuns: 3 },
  );
}, 120_000);
