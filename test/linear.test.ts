// The cost of long texts: no pattern takes quadratic time, and the check reports an overlong text at once.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAmount } from '../src/bangla/digits.ts';
import { toE164, toSpokenGroups } from '../src/bangla/phone.ts';
import {
  consonants,
  foldSpelling,
  phraseWords,
  stem,
  textWords,
} from '../src/bangla/search-text.ts';
import * as values from '../src/charter/values.ts';
import { reviewData } from '../src/data/advice.ts';
import { suggest } from '../src/data/suggest.ts';
import { diagnose, scan } from '../src/data/syntax-errors.ts';
import { wordingAdvice } from '../src/data/wording.ts';
import { parseYaml } from '../src/data/yaml.ts';
import { intendedPath } from '../src/http/path.ts';
import { createSearch } from '../src/search/search.ts';
import { filters } from '../src/site/html/filters.ts';
import { cpuOf } from './support/cpu.ts';
import { charter } from './support/site.ts';
import { type Slip, withSlip } from './support/slips.ts';

// Growth at small sizes is noise on a busy machine. At this length a linear pattern takes some 10 ms of CPU time, and a
// quadratic one from two seconds to a minute. No load brings the one near the other.
const LENGTH = 50_000;
const MOST_MS = 1_000;

const signs = [...'কতঃঁা়্ৎa1১-‑ \t\n\r:"\'@.#/_,[{†ÿ\u00a0\u200b\u200d'];
const pieces = [
  ...signs,
  'ক-',
  'ককক-',
  'কঃ',
  'মত্',
  'াঁ',
  'ে়',
  '- ',
  '-\n',
  ': ',
  ':ক',
  '@.',
  'a: "\n',
  'kkh',
];
const fill = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length));
const longTexts = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...signs), maxLength: 3 }),
    fc.string({ unit: fc.constantFrom(...pieces), minLength: 1, maxLength: 3 }).map(fill),
    fc.string({ unit: fc.constantFrom(...signs), maxLength: 3 }),
  )
  .map((parts) => parts.join(''));
const known = pieces.flatMap((piece) => [fill(piece), `ক${fill(piece)}\u00a0`]);

const reasons = ['unexpected end', 'a quoted scalar', 'deficient indentation', 'multiline key'];
const readers: Record<string, (text: string) => unknown> = {
  textWords,
  phraseWords,
  foldSpelling,
  stem,
  consonants,
  toE164,
  toSpokenGroups,
  runs: filters.runs,
  highlight: (text) => filters.highlight(text, () => true),
  addressParts: filters.addressParts,
  isLatin: filters.isLatin,
  wordingAdvice: (text) => wordingAdvice(text),
  parseAmount,
  intendedPath: (text) => intendedPath(`/${text}`),
  suggest: (text) => suggest(text, [fill('ab'), fill('ba')]),
  scan,
  diagnose: (text) => {
    for (const reason of reasons) {
      diagnose(text, { reason, offset: text.length }, 'services.yaml');
      diagnose(`a: b\n${text}`, { reason, offset: 5 }, 'services.yaml');
      diagnose(`${text}\na`, { reason, offset: text.length + 1 }, 'services.yaml');
    }
  },
  parseYaml: (text) => [parseYaml(text), parseYaml(`a: ${text}`), parseYaml(`a: "${text}"`)],
};

test.each(Object.entries(readers))('%s is linear', (_name, read) => {
  fc.assert(
    fc.property(longTexts, (text) => {
      expect(cpuOf(() => read(text))).toBeLessThan(MOST_MS);
    }),
    // A failing text takes long, so fast-check does not shrink it.
    { numRuns: known.length + 10, examples: known.map((text) => [text]), endOnFailure: true },
  );
});

test('search is linear in the length of a word, and answers for a long one', () => {
  const took = cpuOf(() => {
    const find = createSearch({ ...charter, vision: fill('ক'), mission: fill('ক-খ') });
    for (const query of ['ক', 'ক-', 'ক্ষ', 'a', 'ক '].map((piece) => fill(piece).slice(0, 1000)))
      find(query);
  });
  // The index of the long words is built here too.
  expect(took).toBeLessThan(3 * MOST_MS);
});

describe('a text of more than 10,000 characters', () => {
  const { text, quotation, id, date, email, mobile, phone, shortCode, webAddress } = values;
  const schemas = { text, quotation, id, date, email, mobile, phone, shortCode, webAddress };
  const rulesOf = (schema: typeof text, value: string) =>
    schema.safeParse(value).error?.issues.map((issue) => Object(issue).params.rule) ?? [];

  test.each(Object.entries(schemas))('is too long for %s, and nothing else', (_name, schema) => {
    for (const letter of ['ক', 'a', '1', ' ', '-']) {
      expect(rulesOf(schema, letter.repeat(10_001))).toEqual(['too-long']);
      expect(rulesOf(schema, letter.repeat(10_000))).not.toContain('too-long');
    }
  });

  const services = 'services.yaml';
  const long = 'ক'.repeat(50_000);
  const slips: Slip[] = [
    { what: 'name', file: services, from: 'name: পোর্টাল সংক্রান্ত', to: `name: ${long}` },
    { what: 'fee', file: services, from: 'fee: বিনামূল্যে', to: `fee: ${long}` },
    {
      what: 'documents',
      file: services,
      from: 'documents: প্রয়োজনীয় তথ্য',
      to: `documents: ${long}`,
    },
    {
      what: 'time',
      file: services,
      from: 'time: চাহিদা মোতাবেক',
      to: `time: |\n${'      ক\n'.repeat(50_000)}`,
    },
  ];
  test.each(slips)('is one problem at its place: $what', async (slip) => {
    await withSlip(slip, (folder) => {
      const problems = reviewData(folder, '2026-06-01').filter(
        ({ severity }) => severity === 'problem',
      );
      expect(problems).toEqual([
        expect.objectContaining({
          rule: 'too-long',
          path: ['citizen', expect.any(Number), slip.what],
          position: { line: expect.any(Number), column: expect.any(Number) },
        }),
      ]);
      expect(JSON.stringify(problems).length).toBeLessThan(3_000);
    });
  });
});

describe('a file of a quarter of a megabyte', () => {
  const full = (piece: string) => piece.repeat(Math.floor(250_000 / Buffer.byteLength(piece)));
  const contents: [string, string][] = [
    ['one word', full('ক')],
    ['one line', full('কলম ')],
    ['quotes', full('"')],
    ['colons', full(':')],
    ['dashes', full('-')],
    ['items', full('- ক #\n')],
    ['tabs', `${full('\t')}x`],
    ['new lines', `${full('\n')}x: "`],
    ['spaces', `ক${full(' ')}ক`],
    ['hard spaces', full(':\u00a0')],
    ['brackets', full('[')],
    ['a list', `[${full('a,')}]`],
    ['nested lists', full('- ')],
    [
      'deeper and deeper',
      Array.from({ length: 1400 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
    ],
    ['keys', Array.from({ length: 20_000 }, (_, at) => `k${at}: b\n`).join('')],
  ];

  let checker: Worker;
  beforeAll(() => {
    checker = new Worker(new URL('support/check-thread.ts', import.meta.url));
  });
  afterAll(() => checker.terminate());

  // A quadratic pattern takes many minutes here. In a worker thread it blocks the test only up to the time limit.
  test.each(contents)('of %s gets a short answer', async (_what, to) => {
    await withSlip({ what: 'all', file: 'services.yaml', to }, async (folder) => {
      checker.postMessage(folder);
      const [answer] = await once(checker, 'message');
      expect(answer).toMatch(/^[^\n]*services\.yaml.*\n(.*\n){0,2} {2}ভুল: .+।$/m);
      expect(answer.length).toBeLessThan(1_000_000);
    });
  });
});
