// Every page as citizens get it: in a real browser, at their widths, in light and dark, without CSS, on paper.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { charter, listen, pagePaths } from './support/site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const paths = [...pagePaths, '/no-such-page'];

let browser: Browser;
let site: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), listen()]);
});
afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
});

type Options = Parameters<Browser['newPage']>[0];

/** Opens a page, runs the check, and expects that the browser had nothing to complain of. */
async function visit<T>(
  path: string,
  options: Options,
  check: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const response = await page.goto(site.url + path);
  await page.evaluate(() => document.fonts.ready);
  const result = await check(page);
  await page.close();
  const expected = response?.ok() ? [] : complaints.map(() => expect.stringContaining('404'));
  expect(complaints).toEqual(expected);
  return result;
}

const viewport = (width: number) => ({ viewport: { width, height: 800 } });

describe.each([
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('axe, all rules, $width px, $colorScheme', ({ width, colorScheme }) => {
  test.each(paths)('%s', async (path) => {
    const violations = await visit(path, { ...viewport(width), colorScheme }, async (page) => {
      await page.evaluate(axe);
      return page.evaluate(async () => {
        const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
        const rules = { 'color-contrast-enhanced': { enabled: true } };
        const report = await axe.run({ rules });
        return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
      });
    });
    expect(violations).toEqual([]);
  });
});

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

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
    const overflow = (page: Page) =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
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

test('the services are a table from 1280 px and cards below, with one label for each value at any width', async () => {
  const count = (page: Page) =>
    page.evaluate(() => {
      const shown = (selector: string) =>
        [...document.querySelectorAll(selector)].filter(
          (element) => element.getClientRects().length > 0,
        ).length;
      return { heads: shown('thead th'), labels: shown('tbody .label'), cells: shown('tbody td') };
    });
  const rows = charter.services.length;
  expect(await visit('/services', viewport(1280), count)).toEqual({
    heads: 8,
    labels: 0,
    cells: rows * 7,
  });
  for (const width of [360, 768, 1279]) {
    expect(await visit('/services', viewport(width), count)).toEqual({
      heads: 0,
      labels: rows * 6,
      cells: rows * 7,
    });
  }
});

test('assistive technology sees a table at every width', async () => {
  for (const width of [360, 1280]) {
    const tree = await visit('/services', viewport(width), (page) =>
      page.locator('main').ariaSnapshot(),
    );
    expect(tree.match(/- '?row /g)?.length).toBe(
      charter.services.length + (width === 1280 ? 1 : 0),
    );
    expect(tree.match(/- '?rowheader /g)).toHaveLength(charter.services.length);
    expect(tree).toContain('table "নাগরিক সেবা মোট ৭টি"');
  }
});

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
        const links = [...document.querySelectorAll('a:not(.skip, p a)')];
        const target = (link: Element) =>
          (link.matches('.service-list a') ? link.closest('li') : link) as Element;
        const height = (link: Element) => target(link).getBoundingClientRect().height;
        return links
          .filter((link) => height(link) < least)
          .map((link) => `${link.textContent} ${height(link)}`);
      }, least);
      expect(small, `at ${width} px`).toEqual([]);
    }
  });
});

test('focus is seen on every stop, and never hidden', async () => {
  for (const path of paths) {
    await visit(path, { viewport: { width: 1280, height: 600 } }, async (page) => {
      const stops = await page.locator('a').count();
      for (const key of [...Array(stops).fill('Tab'), ...Array(stops - 1).fill('Shift+Tab')]) {
        await page.keyboard.press(key);
        const fault = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const style = getComputedStyle(element);
          if (!element.matches('a')) return `focus on ${element.tagName}`;
          if (style.outlineWidth !== '3px' || style.boxShadow === 'none') return 'no ring';
          const box = element.getClientRects()[0] as DOMRect;
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return element.contains(top) || top?.contains(element)
            ? undefined
            : `hidden: ${element.textContent}`;
        });
        expect(fault, path).toBeUndefined();
      }
    });
  }
});

test('every fact can be read without CSS and in forced colours', async () => {
  const facts = charter.services.flatMap(
    ({ name, time, documents, documents_source, fee, officer }) => [
      name,
      time,
      documents,
      documents_source,
      fee,
      officer.post,
      officer.email ?? '',
    ],
  );
  for (const forcedColors of ['none', 'active'] as const) {
    const text = await visit('/services', { ...viewport(360), forcedColors }, async (page) => {
      if (forcedColors === 'none') {
        await page.evaluate(() => {
          for (const style of document.querySelectorAll('style')) style.remove();
        });
      }
      return page.locator('main').innerText();
    });
    for (const fact of facts) expect(text).toContain(fact);
  }
});

test('a phone asks for one thing, the page; wide screens fetch the fonts of their own', async () => {
  for (const [width, fonts] of [
    [360, 0],
    [1280, 3],
  ] as const) {
    const page = await browser.newPage(viewport(width));
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}/contact`, { waitUntil: 'networkidle' });
    expect(requests.filter((path) => path.startsWith('/fonts/'))).toHaveLength(fonts);
    expect(requests.filter((path) => !/^\/(fonts\/|favicon)/.test(path))).toEqual(['/contact']);
    await page.close();
  }
});

test('paper keeps what is pressed on screen: numbers and addresses as text', async () => {
  for (const path of ['/', '/contact', '/services/e-filing']) {
    const text = await visit(path, viewport(1280), async (page) => {
      await page.emulateMedia({ media: 'print' });
      return page.locator('main').innerText();
    });
    for (const { mobile, email } of charter.officers) {
      expect(text.replace(/[০-৯]/g, (digit) => String('০১২৩৪৫৬৭৮৯'.indexOf(digit)))).toContain(
        `মোবাইল: ${mobile}`,
      );
      expect(text).toContain(`ইমেইল: ${email}`);
    }
  }
});

test('each page prints on as few sheets as it should', async () => {
  const sheets = {
    '/': 2,
    '/services': 2,
    '/services/e-filing': 1,
    '/vision-mission': 1,
    '/contact': 1,
  };
  for (const [path, expected] of Object.entries(sheets)) {
    const pdf = await visit(path, {}, (page) => page.pdf({ preferCSSPageSize: true }));
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), path).toHaveLength(expected);
  }
});
