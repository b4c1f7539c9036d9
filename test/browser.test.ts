// The site's behaviour in a real browser, beyond what holds of every page.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toBengaliDigits } from '../src/bangla/digits.ts';
import { columns, factKeys } from '../src/charter/columns.ts';
import { officersAmong } from '../src/charter/officer.ts';
import { sectionsOf } from '../src/charter/sections.ts';
import { factSummary } from '../src/charter/service.ts';
import { buildSite } from '../src/site/build.ts';
import { textOf } from './support/page-checks.ts';
import {
  charter,
  complaintsOnly,
  feeCharts,
  headOffice,
  municipality,
  publicUrl,
  real,
  type TestOffice,
  unionCouncil,
} from './support/site.ts';
import { openSite, viewport } from './support/visit.ts';

const visit = openSite();
const visitUnion = openSite(unionCouncil.charter);
const visitHead = openSite(headOffice.charter);
const visitMunicipality = openSite(municipality.charter);

const mainOf = (office: TestOffice, path: string) =>
  /<main.*<\/main>/s.exec(textOf(office, path))?.[0];

test('the services are a table from 1280 px and cards below, with one label for each value at any width', async () => {
  const count = (page: Page) =>
    page.evaluate(() => {
      const shown = (selector: string) =>
        [...document.querySelectorAll(selector)].filter(
          (element) => element.getClientRects().length > 0,
        ).length;
      return {
        heads: shown('thead th'),
        labels: shown('tbody .label'),
        cells: shown('tbody td:not(.blank)'),
      };
    });
  const rows = charter.services.length;
  expect(await visit('/services', viewport(1280), count)).toEqual({
    heads: 8,
    labels: 0,
    cells: rows * 7,
  });
  // Five of the eight facts are the same for all services, and stand once above the cards.
  for (const width of [360, 768, 1279]) {
    expect(await visit('/services', viewport(width), count)).toEqual({
      heads: 0,
      labels: rows,
      cells: rows * 2,
    });
  }
  // Where the services share nothing, the cards have every fact of the table.
  const [wide, narrow] = [1280, 360].map((width) =>
    visitUnion('/services', viewport(width), count),
  );
  expect((await narrow)?.cells).toBe((await wide)?.cells);
});

test('what all services share stands once on a phone, which makes the page a third as long', async () => {
  await visit('/services', viewport(360), async (page) => {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThanOrEqual(0.34 * 6684);
    const text = await page.locator('main').innerText();
    for (const once of ['প্রয়োজনীয় তথ্য', 'দাপ্তরিক ওয়েবসাইট', 'বিনামূল্যে', 'engrraju36@gmail.com'])
      expect(text.split(once.normalize('NFC')), once).toHaveLength(2);
    for (const { name } of charter.services) expect(text).toContain(name);
  });
  expect(textOf(headOffice, '/services')).not.toContain('class="same"');
});

test('on a phone a service says at once whom to call, how long it takes, what it costs and what to bring', async () => {
  await visit('/services/portal', { viewport: { width: 360, height: 740 } }, async (page) => {
    const bottom = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      return (box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0);
    };
    expect(await page.locator('.at-once').innerText()).toMatch(
      /সহকারী প্রোগ্রামার\s+মোবাইল: ০১৭২১৫৮৭০১১/,
    );
    expect(await bottom('.at-once .call')).toBeLessThan(400);
    const facts = await page.locator('.summary > div').allInnerTexts();
    expect(facts.map((text) => text.replace(/\s+/g, ' ')).slice(0, 3)).toEqual(
      [
        'সেবা প্রদানে সর্বোচ্চ সময় ব্যক্তিগত উপস্থিতির মাধ্যমে যোগাযোগ',
        'কত টাকা লাগে সেবা মূল্য এবং পরিশোধ পদ্ধতি (যদি থাকে) বিনামূল্যে',
        'কী আনতে হবে প্রয়োজনীয় কাগজপত্র প্রয়োজনীয় তথ্য',
      ].map((text) => text.normalize('NFC')),
    );
    expect(await bottom('.summary > div:nth-child(3)')).toBeLessThanOrEqual(740);
    const main = await page.locator('main').innerText();
    expect(main.split('পোর্টাল সংক্রান্ত')).toHaveLength(2);
    expect(main.split('০২'.normalize('NFC')).length).toBe(2);
    const headings = await page.locator('main h2').allInnerTexts();
    expect(headings.slice(0, 2)).toEqual(
      ['সেবার তথ্য', 'কর্মকর্তা'].map((text) => text.normalize('NFC')),
    );
  });
});

test.each([
  ['whom to call for the portal', visit, '/services/portal', 'মোবাইল: ০১৭২১৫৮৭০১১'],
  ['what training costs', visit, '/services/staff-ict-training', 'বিনামূল্যে'],
  ['what to bring', visit, '/services/staff-ict-training', 'প্রয়োজনীয় তথ্য'],
  ['where the office is', visitMunicipality, '/contact', 'পৌর ভবন'],
  ['when it is open', visitMunicipality, '/contact', 'রবি থেকে বৃহস্পতিবার'],
  ['how to complain', visitHead, '/services#complaints', 'অভিযোগ নিষ্পত্তি কর্মকর্তা'],
])(
  '%s stands on the first screen of a phone, one tap from home',
  async (_, visit, path, answer) => {
    await visit('/', { viewport: { width: 360, height: 740 } }, async (page) => {
      await page.locator(`a[href="${path}"]`).first().click();
      await page.waitForURL(`**${path}`);
      const found = page.locator('main').getByText(answer.normalize('NFC')).first();
      const { y, height } = (await found.boundingBox()) ?? { y: -1, height: 0 };
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(740);
    });
  },
);

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
      expect([[4], [2, 2]], `wider text at ${width} px`).toContainEqual(await entriesPerLine(page));
    }
  });
});

test('the ring of the menu leaves its letters free', async () => {
  const gaps = await visit('/contact', viewport(1280), (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.menu a')]
        .filter((link) => link.getClientRects().length > 0)
        .map((link) => {
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

/** Describes what is wrong with the focus indicator at its present place. */
function focusFault(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    // In the list of services the ring is the row's.
    const row = element.matches('.service-list a') ? '::after' : undefined;
    const style = getComputedStyle(element, row);
    if (!element.matches('a, input, button, summary')) return `focus on ${element.tagName}`;
    if (style.outlineWidth !== '3px' || style.boxShadow === 'none') return 'no ring';
    const box = element.getClientRects()[0] as DOMRect;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return element.contains(top) || top?.contains(element)
      ? undefined
      : `hidden: ${element.textContent}`;
  });
}

// With each kind of stop: the pages left out have only head, menu and foot, or links like those of the others.
const pathsOfStops = ['/', '/services', '/services/portal', '/contact', '/about', '/search?q=free'];
test.each(pathsOfStops)('%s: focus is seen on every stop, and never hidden', async (path) => {
  await visit(path, { viewport: { width: 1280, height: 600 } }, async (page) => {
    const stops = await page
      .locator('a:visible, input:visible, button:visible, summary:visible')
      .count();
    // Upwards a stop could come to lie under what stays at the top, which only the head of the table does.
    const back = path === '/services' ? Array(stops - 1).fill('Shift+Tab') : [];
    for (const key of [...Array(stops).fill('Tab'), ...back]) {
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

test('in forced colours what can be pressed has an edge, the current page is marked, and drawings give way', async () => {
  for (const path of ['/', '/services/portal', '/contact']) {
    const seen = await visit(path, { ...viewport(360), forcedColors: 'active' }, (page) =>
      page.evaluate(() => {
        const style = (element: Element) => getComputedStyle(element);
        const shown = (selector: string) =>
          [...document.querySelectorAll(selector)].filter(
            (element) => element.getClientRects().length > 0,
          );
        const ground = style(document.body).backgroundColor;
        const marker = (link: Element) => style(link).borderBottomColor;
        (document.querySelector('main a') as HTMLElement).focus();
        return {
          withoutEdge: shown('.button, .search input, .search button, .card, .facts, .panel')
            .filter((box) => {
              const { borderTopColor, borderTopWidth } = style(box);
              return borderTopColor === ground || borderTopWidth === '0px';
            })
            .map((box) => box.outerHTML),
          marked: shown('.menu a').filter((link) => marker(link) !== ground).length,
          current: shown('.menu [aria-current]').length,
          unseenIcons: shown('.icon').filter((icon) => style(icon).stroke === ground).length,
          drawings: shown('.hero svg:not(.icon), .panel > svg').length,
          ring: style(document.activeElement as Element).outlineWidth,
        };
      }),
    );
    expect(seen, path).toEqual({
      withoutEdge: [],
      marked: path === '/' ? 0 : 1,
      current: path === '/' ? 0 : 1,
      unseenIcons: 0,
      drawings: 0,
      ring: '3px',
    });
  }
});

test('on a phone the number of a card stands beside its name, be it a link or not', async () => {
  const shifts = await visitHead('/services', viewport(360), (page) =>
    page.evaluate(() => {
      const range = document.createRange();
      const middle = (cell: Element) => {
        range.selectNodeContents(cell.querySelector('a') ?? (cell.lastChild as Node));
        const { top, bottom } = range.getClientRects()[0] as DOMRect;
        return (top + bottom) / 2;
      };
      return [...document.querySelectorAll('tbody .serial:not(.blank) + .name')].map((name) =>
        Math.abs(middle(name) - middle(name.previousElementSibling as Element)),
      );
    }),
  );
  expect(shifts.length).toBeGreaterThan(4);
  for (const shift of shifts) expect(shift).toBeLessThan(6);
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

test('a clock stands only beside a span of time', async () => {
  const clocks = (office: TestOffice) =>
    [...textOf(office, '/').matchAll(/<p class="meta"><span>(.*?)<\/p>/gs)].map(([, meta = '']) => [
      meta
        .replace(/<[^>]*>/g, '')
        .split(': ')[1]
        ?.trim()
        .split('\n')[0],
      meta.includes('#icon-clock'),
    ]);
  const durations = new Map(clocks(unionCouncil) as [string, boolean][]);
  expect(durations.size).toBeGreaterThan(2);
  for (const [text, hasClock] of durations)
    expect(hasClock, text).toBe(!text.startsWith('ধরনভেদে'));
  expect(clocks(real).map(([, hasClock]) => hasClock)).toEqual(charter.services.map(() => false));
});

test('home has the first service on the first screen of a phone, and no holes at a desk', async () => {
  await visit('/', { viewport: { width: 360, height: 740 } }, async (page) => {
    const first = await page.locator('.service-list li').first().boundingBox();
    expect((first?.y ?? 999) + (first?.height ?? 0)).toBeLessThanOrEqual(740);
    const number = page.locator('.facts a .phone');
    expect(await number.evaluate((element) => element.getClientRects().length)).toBe(1);
  });
  for (const visitOffice of [visit, visitUnion, visitHead]) {
    const gaps = await visitOffice('/', viewport(1280), (page) =>
      page.evaluate(() =>
        ['.service-list', '.officers'].map((selector) => {
          const list = document.querySelector(selector) as Element;
          const ends = [...list.children].map((item) => item.getBoundingClientRect());
          const last = Math.max(...ends.map(({ bottom }) => bottom));
          const lowest = ends.filter(({ bottom }) => bottom > last - 2);
          const width = lowest.reduce((sum, box) => sum + box.width, 0);
          return list.getBoundingClientRect().width - width;
        }),
      ),
    );
    // The last row is full, but for the gaps between its cells.
    for (const gap of gaps) expect(gap).toBeLessThan(60);
  }
});

test('home tells what is the same for all services once', () => {
  expect(textOf(complaintsOnly, '/').match(/href="\/services#complaints"/g)).toHaveLength(1);
  expect(textOf(real, '/').match(/বিনামূল্যে/g)).toHaveLength(1);
  expect(textOf(headOffice, '/').match(/#icon-taka"/g)).toHaveLength(2);
});

test('each number has its kind, two officers of a cell are parted, and cards say what they answer for', async () => {
  const buttons = textOf(headOffice, '/contact').match(/<a class="button call".*?<\/a>/gs) ?? [];
  for (const button of buttons)
    expect(button).toMatch(/<span>(মোবাইল|টেলিফোন|হটলাইন): <span class="phone">/);
  const [first] = textOf(headOffice, '/contact').match(/<article.*?<\/article>/gs) ?? [];
  const { services } = headOffice.charter;
  const [officer] = headOffice.charter.officers;
  for (const { id, officers } of services)
    expect(first?.includes(`href="/services/${id}"`), id).toBe(
      officers.some((one) => one.id === officer?.id),
    );
  expect(textOf(real, '/contact').match(/সব ৭টি সেবার জন্য/g)).toHaveLength(2);
  const line = await visitHead('/services', viewport(1280), (page) =>
    page.evaluate(() => {
      const second = document.querySelector('td.officer > div + div') as Element;
      return getComputedStyle(second).borderTopWidth;
    }),
  );
  expect(line).toBe('1px');
});

test('an e-mail address breaks before its @, and no word breaks inside', async () => {
  const lines = await visitHead('/contact', viewport(360), (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.buttons .domain')].map(
        (domain) => domain.getBoundingClientRect().height,
      ),
    ),
  );
  expect(lines.length).toBeGreaterThan(2);
  for (const height of lines) expect(height).toBeLessThan(40);
});

test('where, when and how to complain stand on home, contact and each service, where the data have them', () => {
  for (const path of ['/', '/contact', '/services/road-cutting'])
    for (const text of ['পৌর ভবন', 'রবি থেকে বৃহস্পতিবার', 'href="tel:333"', 'মানচিত্রে দেখুন'])
      expect(mainOf(municipality, path), path).toContain(text.normalize('NFC'));
  for (const path of ['/', '/contact', '/services/dream-advice'])
    expect(mainOf(headOffice, path), path).toContain('href="/services#complaints"');
  for (const path of real.pagePaths)
    expect(textOf(real, path)).not.toMatch(/id="visit"|#complaints|মানচিত্র/);
});

test.each([...['ঠিকানা', 'কোথায়', 'কখন খোলা', 'সময়সূচি', 'ম্যাপ', 'ফোন', '৩৩৩'], ...['হেল্পলাইন', 'অফিস']])(
  'who looks for %s is led to the contacts',
  async (query) => {
    const html = (await real.site.search(query)).resource.bodies.identity.bytes.toString();
    const [first] = html.match(/<ol class="results".*?<\/li>/s) ?? [];
    expect(first).toMatch(/href="\/contact[#"]/);
    expect(first).toContain('href="tel:+8801721587011"');
  },
);

test('a search without hits has a number to call', async () => {
  const html = (await real.site.search('পাসপোর্ট')).resource.bodies.identity.bytes.toString();
  expect(html).toContain('class="button call" href="tel:+8801721587011"');
});

test.each([
  ['/service', '/services'],
  ['/services/e-fileing', '/services/e-filing'],
  ['/contacts', '/contact'],
])('%s suggests %s', (path, nearest) => {
  const html = real.site.missing(path).bodies.identity.bytes.toString();
  expect(html).toContain(`খুঁজছিলেন? <a href="${nearest}">`.normalize('NFC'));
});

test('a path that is near to none suggests none', () => {
  expect(real.site.missing('/wp-login.php')).toBe(real.site.errors[404]);
});

test('the page about the charter says first whom to tell of a mistake, and folds the corrections', async () => {
  const ids = [...textOf(real, '/about').matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([
    ...['report', 'privacy', 'accessibility', 'source', 'corrections', 'font', 'share'],
  ]);
  await visit('/about', viewport(360), async (page) => {
    expect(await page.locator('#correction-1').isVisible()).toBe(false);
    await page.locator('summary').click();
    expect(await page.locator('#correction-1').isVisible()).toBe(true);
  });
  const [, mail = ''] =
    /href="(mailto:[^"]+\?subject[^"]+)"/.exec(textOf(real, '/services/portal')) ?? [];
  const url = new URL(mail.replaceAll('&amp;', '&'));
  expect(url.searchParams.get('subject')).toContain('পোর্টাল সংক্রান্ত');
  expect(url.searchParams.get('body')).toBe(`${publicUrl}/services/portal`);
});

test('what can be shared has an address; a site for this machine alone offers downloads', async () => {
  expect(textOf(real, '/')).toContain('ডাউনলোড ও শেয়ার'.normalize('NFC'));
  const local = await buildSite(charter, 'http://localhost:3000');
  const html = local.resources.get('/')?.bodies.identity.bytes.toString();
  expect(html).toContain('<h2 id="share">ডাউনলোড</h2>');
  expect(html).not.toContain('wa.me');
});

test('at a desk there is one way to search on each page, with a label to see', async () => {
  for (const path of ['/contact', '/services/portal']) {
    await visit(path, viewport(1280), async (page) => {
      expect(
        await page.locator('[role=search]:visible, .menu a[href="/search"]:visible').count(),
      ).toBe(1);
      expect(await page.locator('[role=search] label').isVisible()).toBe(true);
      expect((await page.locator('input[type=search]').boundingBox())?.width).toBeGreaterThan(200);
      await page.setViewportSize({ width: 1279, height: 800 });
      expect(
        await page.locator('[role=search]:visible, .menu a[href="/search"]:visible').count(),
      ).toBe(1);
    });
  }
});

test('paper has the address of the page', async () => {
  const text = await visit('/services/portal', viewport(1280), async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page.locator('main').innerText();
  });
  expect(text.trim()).toMatch(/http:\/\/charter\.example\/services\/portal$/);
});

test('each page prints on as few sheets as it should', async () => {
  const sheets = {
    '/': 1,
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
