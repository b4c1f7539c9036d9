// Every page as citizens get it, in a real browser: accessible, and right at every width, in light and dark.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { offices, real, type TestOffice } from './support/site.ts';
import { openSite, overflow, viewport } from './support/visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All pages of the real office; of the others one service of each shape, for their service pages differ in nothing else. */
function pathsOf(office: TestOffice): string[] {
  const shapes = new Map(
    office.charter.services.map(({ id, ...service }) => {
      const shape = JSON.stringify(service, (_, value) =>
        typeof value === 'object' ? value : typeof value,
      );
      return [shape, `/services/${id}`];
    }),
  );
  const chosen = [...shapes.values()];
  const isChosen = (path: string) =>
    office === real || !path.startsWith('/services/') || chosen.includes(path);
  return [...office.pagePaths.filter(isChosen), '/no-such-page'];
}

describe.each(offices)('$name', (office) => {
  const visit = openSite(office.charter);
  const paths = pathsOf(office);

  test.each(paths)('%s has no violation of any axe rule', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(path, { colorScheme }, async (page) => {
        await page.evaluate(axe);
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          const violations = await page.evaluate(async () => {
            const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
            const report = await axe.run({
              rules: { 'color-contrast-enhanced': { enabled: true } },
            });
            return report.violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`,
            );
          });
          expect(violations, `${width} px, ${colorScheme}`).toEqual([]);
        }
      });
    }
  });

  test.each(paths)('%s never scrolls sideways', async (path) => {
    await visit(path, viewport(320), async (page) => {
      // 320 px is 1280 at 400 % (WCAG 2.2, 1.4.10).
      for (const width of [320, 360, 640, 768, 1024, 1279, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `at ${width} px`).toBe(0);
      }
    });
  });

  test.each(paths)(
    '%s takes the text spacing of WCAG 1.4.12, and text twice as big',
    async (path) => {
      const spaced = await visit(path, { ...viewport(320), bypassCSP: true }, async (page) => {
        const content = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`;
        await page.addStyleTag({ content });
        return overflow(page);
      });
      const doubled = await visit(path, viewport(360), async (page) => {
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
        await page.reload();
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
          '32px',
        );
        return overflow(page);
      });
      expect({ spaced, doubled }).toEqual({ spaced: 0, doubled: 0 });
    },
  );

  test.each(paths)('what is tapped on %s is 44 px high, and 24 px in the table', async (path) => {
    await visit(path, viewport(360), async (page) => {
      for (const [width, least] of [
        [360, 44],
        [768, 44],
        [1280, 24],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        const small = await page.evaluate((least) => {
          // A link in a sentence is as high as its line (WCAG 2.5.8, inline exception).
          const links = [...document.querySelectorAll('a:not(.skip, p a, .bullets a), summary')];
          const target = (link: Element) =>
            (link.matches('.service-list a') ? link.closest('li') : link) as Element;
          const height = (link: Element) => target(link).getBoundingClientRect().height;
          return links
            .filter((link) => link.getClientRects().length > 0 && height(link) < least)
            .map((link) => `${link.textContent} ${height(link)}`);
        }, least);
        expect(small, `at ${width} px`).toEqual([]);
      }
    });
  });
});
