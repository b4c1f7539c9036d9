// The promise of npm run check, on mutated data: either problems, each at its place, or a site that is whole.
// Longer by hand: FUZZ_RUNS=5000 SEED=7 npx vitest run test/fuzz.test.ts

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewData } from '../src/data/advice.ts';
import { fileNames } from '../src/data/sources.ts';
import { singleSheetPaths } from '../src/site/addresses.ts';
import { makeSheets } from '../src/site/print/pdf-worker.ts';
import { mutations, withMutation } from './support/mutations.ts';
import { pageChecks } from './support/page-checks.ts';
import { openOffice, publicUrl, type TestOffice } from './support/site.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 40);
/** One in how many sites also makes its sheets, which takes longer than all pages. */
const SHEETS_EVERY = RUNS > 100 ? 2 : 12;

const isPageCheck = (title: string) =>
  /valid HTML|no script|no link leads|no empty|page for every|every service has/.test(title);

/** Rules about a file as a whole, which no line can show. */
const WHOLE_FILE = /^(?:missing-folder|missing-file|not-a-file|unreadable|not-utf8|empty-file)$/;

/** Fails unless every element of a page has a unique id (HTML 3.2.6). */
function expectUniqueIds({ site, pagePaths }: TestOffice): void {
  for (const path of pagePaths) {
    const html = site.resources.get(path)?.bodies.identity.bytes.toString() ?? '';
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([]);
  }
}

let sites = 0;

async function keepsItsPromise(folder: string): Promise<void> {
  const problems = reviewData(folder, '2026-06-01').filter(
    ({ severity }) => severity === 'problem',
  );
  for (const { rule, position, bn, en } of problems) {
    expect(position !== undefined || WHOLE_FILE.test(rule) || rule === 'no-section', rule).toBe(
      true,
    );
    for (const text of [bn.wrong, bn.fix, en.wrong, en.fix])
      expect(text).not.toMatch(/undefined|\[object/);
  }
  if (problems.length > 0) return;
  const office = await openOffice('a mutation', folder);
  expectUniqueIds(office);
  for (const [title, check] of pageChecks) if (isPageCheck(title)) await check(office);
  sites += 1;
  if (sites % SHEETS_EVERY !== 1) return;
  // The worker gets the charter in this form.
  const charter = structuredClone(office.charter);
  // The posters, the workbook and the sheet of the first service.
  for (const order of [
    {},
    ...singleSheetPaths(charter)
      .slice(0, 2)
      .map((path) => ({ path })),
  ])
    expect(await makeSheets({ charter, publicUrl, ...order })).not.toEqual([]);
}

test('mutated data are refused with problems at their places, or make a whole site', async () => {
  await fc.assert(
    fc.asyncProperty(mutations, (mutation) =>
      withMutation(mutation, async (folder) => {
        try {
          await keepsItsPromise(folder);
        } catch (error) {
          const files = fileNames.map((name) => {
            try {
              return `--- ${name}\n${readFileSync(join(folder, name), 'utf8')}`;
            } catch {
              return `--- ${name}: unreadable`;
            }
          });
          throw new Error(files.join('\n'), { cause: error });
        }
      }),
    ),
    { numRuns: RUNS, endOnFailure: RUNS > 100 },
  );
  // Not all are refused, or this would prove little.
  expect(sites).toBeGreaterThan(RUNS / 10);
}, 600_000);
