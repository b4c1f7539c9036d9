// Every page in a real browser, at every width, with wider and bigger text.
/// <reference lib="dom" />

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserPaths, offices, real } from './support/site.ts';
import { openSite, overflow, viewport } from './support/visit.ts';

/** The touch targets lower than `least` CSS pixels. */
function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    // A link in a sentence is as high as its line (WCAG 2.5.8, inline exception).
    const links = [...document.querySelectorAll('a:not(.skip, p a, .bullets a), summary')];
    const target = (link: Element) =>
      (link.matches('.service-list a') ? link.closest('li') : link) as Element;
    const height = (link: Element) => target(link).getBoundingClientRect().height;
    return links
      .filter((link) => link.getClientRects().length > 0 && height(link) < least)
      .map((link) => `${link.textContent} ${height(link)}`);
  }, least);
}

/** Addresses in columns so narrow that words break. */
function squeezed(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.address')]
      .filter((address) => address.getClientRects().length > 0)
      .filter((address) => address.getBoundingClientRect().width < 120)
      .map((address) => address.textContent),
  );
}

describe.each(offices)('$name', (office) => {
  const visit = openSite(office.charter);
  const paths = browserPaths(office);
  // 320 px is 1280 at 400 % (WCAG 2.2, 1.4.10). From 1280 px there is the dense table, meant for a mouse.
  const widths =
    office === real ? [320, 360, 640, 768, 1024, 1279, 1280, 1600] : [320, 640, 1279, 1280];

  test.each(paths)(
    '%s does not scroll sideways, and touch targets are big enough',
    async (path) => {
      await visit(path, viewport(320), async (page) => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          expect(await overflow(page), `at ${width} px`).toBe(0);
          expect(await squeezed(page), `at ${width} px`).toEqual([]);
          expect(await tooSmall(page, width < 1280 ? 44 : 24), `at ${width} px`).toEqual([]);
        }
      });
    },
  );

  test.each(paths)('%s survives text at 200 % and the spacing of WCAG 1.4.12', async (path) => {
    await visit(path, { ...viewport(360), bypassCSP: true }, async (page) => {
      const devtools = await page.context().newCDPSession(page);
      const setFontSize = async (standard: number) => {
        await devtools.send('Page.setFontSizes', { fontSizes: { standard } });
        const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
        expect(size).toBe(`${standard}px`);
      };
      await setFontSize(32);
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `twice as big at ${width} px`).toBe(0);
      }
      await setFontSize(16);
      const content = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`;
      await page.addStyleTag({ content });
      expect(await overflow(page), 'spaced').toBe(0);
    });
  });
});
