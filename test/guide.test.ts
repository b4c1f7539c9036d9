// The staff's guide: each example edit is applied to a copy of the frozen data, from which the guide quotes. The new text
// must appear on a page, and the site must pass every check that the live data have to pass (live.test.ts).

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { parseYaml } from '../src/data/yaml.ts';
import { withDataCopy } from './support/data.ts';
import { openDataChecks } from './support/open-data-checks.ts';
import { pageChecks, textOf } from './support/page-checks.ts';
import { pagesOf } from './support/pdf.ts';
import { sharedBrowser } from './support/shared-browser.ts';
import { sheetCheck } from './support/sheet-check.ts';
import { openOffice, type TestOffice } from './support/site.ts';
import type { Slip } from './support/slips.ts';

const guide = readFileSync('data/README.md', 'utf8');

/** An example names a file, quotes what it holds, and gives one or more replacements. */
interface Example {
  title: string;
  edits: { file: Slip['file']; before: string; afters: string[] }[];
}

const examples: Example[] = guide
  .split(/^## /m)
  .map((section) => ({
    title: section.split('\n', 1)[0] as string,
    edits: section
      .split(/(?=`\w+\.yaml` ফাইলে আগে ছিল:)/)
      .slice(1)
      .map((part) => {
        const [before, ...afters] = [...part.matchAll(/```yaml\n(.*?)```/gs)].map(
          ([, text]) => text as string,
        );
        return {
          file: /`(\w+\.yaml)`/.exec(part)?.[1] as Slip['file'],
          before: before as string,
          afters,
        };
      }),
  }))
  .filter(({ edits }) => edits.length > 0);

const withoutEnd = (text: string) => text.replace(/\n+$/, '');
/** Returns the words of an example that a page can show: values, not keys, ids or form addresses. */
const visible = (yaml: string) =>
  yaml
    .split('\n')
    .filter((line) => !/^\s*-?\s*(id|officer|superior|form|reviewed|mobile|phone|file):/.test(line))
    .map((line) => line.replace(/^\s*(- )?(\w+: ?)?/, '').replace(/^"(.*)"$/, '$1'))
    .flatMap((text) => text.replace(/^\[(.*)\]$/, '$1').split(text.startsWith('[') ? ', ' : '\n'))
    .filter((text) => /\p{Script=Bengali}/u.test(text));

test('the guide has its examples', () => {
  expect(examples.map(({ title, edits }) => [title, edits.length])).toHaveLength(17);
});

/** The example that changes the columns of the table, which is what could be too much for the sheets. */
const WITH_SHEETS = 'আমার সনদের টেবিল অন্যরকম';

test('the guide has the example whose sheets are made', () => {
  expect(examples.map(({ title }) => title)).toContain(WITH_SHEETS);
});

test.each(examples)('$title', async ({ title, edits }) => {
  await withDataCopy(async (folder) => {
    const change = (file: string, from: string, to: string) => {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      expect(text, file).toContain(from);
      writeFileSync(
        path,
        text.replaceAll(from, () => to),
      );
    };
    const shows = (office: TestOffice, words: string[]) => {
      const pages = office.pagePaths.map((path) => textOf(office, path)).join();
      const text = pages.replaceAll(/<\/?span[^>]*>/g, '');
      for (const one of words) expect(text).toContain(one);
    };
    // Checked after the last edit: a heading is only shown once a later edit fills its column.
    const last: string[] = [];
    for (const { file, before, afters } of edits) {
      expect(afters.length).toBeGreaterThan(0);
      let now = withoutEnd(before);
      for (const after of afters.map(withoutEnd)) {
        change(file, now, after);
        now = after;
        // Synonyms are not shown.
        if (file === 'synonyms.yaml') continue;
        if (after === afters.map(withoutEnd).at(-1)) last.push(...visible(after));
        else shows(await openOffice(title, folder), visible(after));
      }
    }
    const office = await openOffice(title, folder);
    shows(office, last);
    const sheetChecks = title === WITH_SHEETS ? [sheetCheck] : [];
    for (const [, check] of [...pageChecks, ...openDataChecks, ...sheetChecks]) await check(office);
  });
});

test('every picture of the guide exists', () => {
  const pictures = [...guide.matchAll(/\]\((pictures\/.+?)\)/g)].map(([, path]) => path);
  expect(pictures).toHaveLength(4);
  for (const path of pictures)
    expect(readFileSync(`data/${path}`).subarray(1, 4).toString()).toBe('PNG');
});

test('the card for the wall is one sheet of A4, and what it recommends is valid', async () => {
  const page = await (await sharedBrowser()).newPage();
  try {
    await page.goto(pathToFileURL('data/card.html').href);
    const sheets = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(sheets).toHaveLength(1);
    const good = await page.locator('td:first-child code').allTextContents();
    const bad = await page.locator('td:last-child code').allTextContents();
    expect(good.length).toBe(bad.length);
    for (const text of good) expect(parseYaml(text), text).not.toHaveProperty('reason');
  } finally {
    await page.close();
  }
});
