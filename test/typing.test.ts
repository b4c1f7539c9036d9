// One mistake of the hand in one file is reported near where it was made, and in one message.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { reviewData } from '../src/data/advice.ts';
import { loadCharter } from '../src/data/load.ts';
import { fileNames } from '../src/data/sources.ts';
import { scan } from '../src/data/syntax-errors.ts';
import { allTypings } from './support/typing.ts';

const TODAY = '2026-06-01';
const root = mkdtempSync(join(tmpdir(), 'charter-'));
afterAll(() => rmSync(root, { recursive: true }));

const folders = ['kachua', 'union-council', 'head-office', 'municipality', 'fee-charts'];
const files = folders.flatMap((name) => {
  const folder = join(root, name);
  cpSync(fileURLToPath(new URL(`fixtures/${name}`, import.meta.url)), folder, { recursive: true });
  return fileNames
    .filter((file) => existsSync(join(folder, file)))
    .map((file): [string, string] => [folder, file]);
});

test('every control and format character is shown at itself where YAML has syntax', () => {
  const characters = Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /(?![\t\n\r])[\p{Cc}\p{Cf}]/u.test(character));
  expect(characters.length).toBeGreaterThan(200);
  const lines = [
    '|upazila: কচুয়া',
    '  - |id: a',
    '  -| id: a',
    'upa|zila: কচুয়া',
    'upazila|: কচুয়া',
    'upazila:| কচুয়া',
    'upazila: |কচুয়া',
    '  |- কচুয়া',
  ];
  for (const character of characters)
    for (const line of lines) {
      const source = `district: ক\n${line.replace('|', character)}\n`;
      const offset = `district: ক\n${line}`.indexOf('|');
      expect(
        scan(source).map((one) => one.offset),
        JSON.stringify(source),
      ).toEqual([offset]);
    }
});

test.each(files)('%s/%s', (folder, name) => {
  const path = join(folder, name);
  const sound = readFileSync(path, 'utf8');
  const slips = allTypings(sound);
  if (slips.length === 0) return;
  const before = loadCharter(folder);
  const usual = new Set(reviewData(folder, TODAY).map(({ rule }) => rule));
  try {
    fc.assert(
      fc.property(fc.constantFrom(...slips), ({ line, text }) => {
        writeFileSync(path, text);
        const found = reviewData(folder, TODAY).filter(({ rule }) => !usual.has(rule));
        // A change without effect, such as deeper indentation of a lone key, need not be reported.
        if (found.length === 0) {
          expect(loadCharter(folder)).toEqual(before);
          return;
        }
        expect(found).toEqual([
          expect.objectContaining({
            position: expect.objectContaining({ line: expect.any(Number) }),
          }),
        ]);
        const [{ file, position } = { file: '' }] = found;
        expect(basename(file)).toBe(name);
        expect(Math.abs((position?.line ?? 0) - line)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 25 },
    );
  } finally {
    writeFileSync(path, sound);
  }
});
