// The sheets have room for the longest texts, and the most columns, that the check accepts.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCharter } from '../src/data/load.ts';
import { makeSheets } from '../src/site/print/pdf-worker.ts';
import { publicUrl } from './support/site.ts';

const HEAD = ['government', 'ministry', 'department', 'office', 'union', 'upazila', 'district'];
const FOOT = ['address', 'hours', 'directions'];

/** Returns data of which each text is as long as it may be, with a table of so many columns. */
function longest(unit: string, columns: number, more = 0): Record<string, object> {
  const text = (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  // Long cells take width from the headings; in many columns they fill many pages.
  const [long, cell] = [text(300 + more), text(columns > 12 ? 60 : 2500)];
  const heading = text(Math.min(300, Math.floor(1500 / columns)) + more);
  const own = Array.from({ length: columns - 3 }, (_, at) => `own_${at}`);
  const each = (keys: string[], value: unknown) =>
    Object.fromEntries(keys.map((key) => [key, value]));
  const section = { title: long, number: long };
  return {
    'office.yaml': {
      ...each(HEAD, text(150 + more)),
      ...each(FOOT, text(500 + more)),
      helplines: Array.from({ length: 9 }, () => ({ name: long, number: '333' })),
      website: { address: `example.com/${'a'.repeat(488 + more)}`, confirmed: true },
    },
    'charter.yaml': {
      vision: cell,
      mission: cell,
      headings: each(['serial', 'name', 'officer', ...own], heading),
      sections: each(['citizen', 'complaints', 'expectations', 'subordinate'], section),
      tables: [
        {
          id: 'chart',
          ...section,
          introduction: cell,
          columns: Array.from({ length: columns }, () => heading),
          rows: [Array.from({ length: columns }, () => cell)],
        },
      ],
      expectations: [cell],
      complaints: { introduction: cell, tiers: [{ when: cell, whom: cell, officer: 'head' }] },
    },
    'officers.yaml': { head: each(['post', 'name', 'room', 'office', 'place'], cell) },
    'services.yaml': {
      citizen: [
        {
          id: 'a',
          name: long,
          group: long,
          officer: 'head',
          ...each(own, cell),
          cases: [{ name: cell, ...each(own, cell) }],
        },
      ],
      subordinate: [{ name: cell }],
    },
  };
}

function load(files: Record<string, object>) {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'));
  try {
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(content));
    return loadCharter(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ['one word', 'ক', 20],
  ['words', 'কথা ', 5],
  ['lines', 'ক\n', 12],
])('sheets of the longest texts, each of %s', async (_name, unit, columns) => {
  const loaded = load(longest(unit, columns));
  if (!('charter' in loaded)) throw new Error(loaded.problems.map(({ path }) => path).join());
  for (const url of [publicUrl, 'http://localhost:3000'])
    for (const order of [{}, { service: 'a' }])
      await makeSheets({ charter: loaded.charter, publicUrl: url, ...order });
});

test('one letter more is a problem, and so is one column', () => {
  const loaded = load(longest('ক', 5, 1));
  const problems = 'problems' in loaded ? loaded.problems : [];
  const places = problems
    .filter(({ rule }) => rule === 'too-long')
    .flatMap(({ file, position, also = [] }) => [position, ...also].map(() => basename(file)));
  // In the office its names, its foot, the helplines and the website; and headings, sections, tables and the service.
  expect(
    Object.entries(Object.groupBy(places, (file) => file)).map(([file, all = []]) => [
      file,
      all.length,
    ]),
  ).toEqual([
    ['office.yaml', HEAD.length + FOOT.length + 9 + 1],
    ['charter.yaml', 5 + 2 * 4 + 2 + 5],
    ['services.yaml', 2],
  ]);
  const wide = load(longest('ক', 21));
  // Both tables, which one finding names.
  expect('problems' in wide && wide.problems.map(({ rule, also }) => [rule, also?.length])).toEqual(
    [['wide-table', 1]],
  );
});
