// How the site behaves in a real browser, beyond what holds of every page.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toBengaliDigits } from '../src/bangla/digits.ts';
import { columns, factKeys } from '../src/charter/columns.ts';
import { officersAmong } from '../src/charter/officer.ts';
import { sectionsOf } from '../src/charter/sections.ts';
import { factSummary } from '../src/charter/service.ts';
import { textOf } from './support/page-checks.ts';
import {
  browserPaths,
  charter,
  complaintsOnly,
  feeCharts,
  headOffice,
  real,
} from './support/site.ts';
import { openSite, viewport } from './support/visit.ts';

const visit = openSite();

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

test('the menu stands in one line or two and two, with wider text too', async () => {
  const entriesPerLine = (page: Page) =>
    page.evaluate(() => {
      const tops = [...document.querySelectorAll('.menu a')].map(
        (link) => link.getBoundingClientRect().top,
      );
      return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
    });
  await visit('/', { ...viewport(360), bypassCSP: true }, async (page) => {
    expect(await entriesPerLine(page)).toEqual([4]);
    for (const width of [359, 353, 345, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await entriesPerLine(page), `at ${width} px`).toEqual([2, 2]);
    }
    await page.addStyleTag({ content: '* { letter-spacing: .12em; word-spacing: .16em }' });
    for (const width of [360, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await entriesPerLine(page), `wider text at ${width} px`).toEqual([2, 2]);
    }
  });
});

test('the ring of the menu leaves its letters free', async () => {
  const gaps = await visit('/contact', viewport(1280), (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.menu a')].map((link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return range.getBoundingClientRect().left - link.getBoundingClientRect().left;
      }),
    ),
  );
  // The ring stands inside and is 6 px wide.
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(6);
});

test('each section of the services has a heading of its own size, then its introduction, then its table', async () => {
  for (const office of [real, headOffice, feeCharts, complaintsOnly]) {
    const html = textOf(office, '/services');
    const sections = html.match(/<section id=.*?<\/section>/gs) ?? [];
    expect(sections).toHaveLength(sectionsOf(office.charter).length);
    for (const section of sections)
      expect(section).toMatch(
        /^<section id="([\w-]+)" aria-labelledby="\1-title">\s*<h2 id="\1-title">/,
      );
    expect(html).not.toContain('<caption');
  }
  const introduction = /<h2 id="complaints-title">.*?<\/h2>\s*<p class="prose">.*?<table /s;
  expect(textOf(headOffice, '/services')).toMatch(introduction);
});

test('the head of the table stays in sight, every column of it', async () => {
  const tops = await visit('/services', viewport(1280), (page) =>
    page.evaluate(() => {
      scrollTo(0, 600);
      return [...document.querySelectorAll('thead th')].map((th) => th.getBoundingClientRect().top);
    }),
  );
  expect(tops).toEqual(Array(8).fill(0));
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

/** What is wrong with how the focus is shown where it is now. */
function focusFault(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    // In the list of services the ring is the row's.
    const row = element.matches('.service-list a') ? '::after' : undefined;
    const style = getComputedStyle(element, row);
    if (!element.matches('a, input, button')) return `focus on ${element.tagName}`;
    if (style.outlineWidth !== '3px' || style.boxShadow === 'none') return 'no ring';
    const box = element.getClientRects()[0] as DOMRect;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return element.contains(top) || top?.contains(element)
      ? undefined
      : `hidden: ${element.textContent}`;
  });
}

test.each(browserPaths(real))('%s: focus is seen on every stop, and never hidden', async (path) => {
  await visit(path, { viewport: { width: 1280, height: 600 } }, async (page) => {
    const stops = await page.locator('a:visible, input:visible, button:visible').count();
    for (const key of [...Array(stops).fill('Tab'), ...Array(stops - 1).fill('Shift+Tab')]) {
      await page.keyboard.press(key);
      expect(await focusFault(page)).toBeUndefined();
    }
  });
});

test('every fact can be read without CSS and in forced colours', async () => {
  const facts = charter.services.flatMap((service) => [
    service.name,
    ...factKeys.flatMap((key) => factSummary(service, columns[key]) ?? []),
    ...officersAmong(service.officers).flatMap(({ post, email = '' }) => [post, email]),
  ]);
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
    const requests: string[] = [];
    await visit('/contact', viewport(width), async (page) => {
      page.on('request', (request) => requests.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: 'networkidle' });
    });
    expect(requests.filter((path) => path.startsWith('/fonts/'))).toHaveLength(fonts);
    expect(requests.filter((path) => !/^\/(fonts\/|favicon)/.test(path))).toEqual(['/contact']);
  }
});

test('paper keeps what is pressed on screen: numbers and addresses as text', async () => {
  for (const path of ['/', '/contact', '/services/e-filing']) {
    const text = await visit(path, viewport(1280), async (page) => {
      await page.emulateMedia({ media: 'print' });
      return page.locator('main').innerText();
    });
    if (path === '/') {
      expect(text.match(/সর্বোচ্চ সময়: /g)).toHaveLength(charter.services.length);
      expect(text.match(/মোবাইল: /g)).toHaveLength(charter.officers.length + 1);
    }
    for (const { mobile = '', email } of charter.officers) {
      expect(text).toContain(`মোবাইল: ${toBengaliDigits(mobile)}`);
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
