// Every page under axe, in a real browser: phone and desk, light and dark.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserPaths, offices } from './support/site.ts';
import { openSite } from './support/visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is shown now: by all rules, AAA contrast among them, or only by some. */
function violations(page: Page, only?: string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const rules = { 'color-contrast-enhanced': { enabled: true } };
    const report = await axe.run({
      resultTypes: ['violations'],
      ...(only ? { runOnly: only } : { rules }),
    });
    return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
  }, only);
}

describe.each(offices)('$name', (office) => {
  const visit = openSite(office.charter);

  test.each(browserPaths(office))('%s has no violation of any axe rule', async (path) => {
    // Without motion, or the colours would be judged half way between light and dark.
    await visit(path, { reducedMotion: 'reduce' }, async (page) => {
      await page.evaluate(axe);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: 'light' });
        expect(await violations(page), `${width} px, light`).toEqual([]);
        // Dark changes colours and nothing else.
        await page.emulateMedia({ colorScheme: 'dark' });
        const colours = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
        expect(await violations(page, colours), `${width} px, dark`).toEqual([]);
      }
    });
  });
});
