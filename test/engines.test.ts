// Every page kind in Firefox and WebKit, where the machine has them (.ci/run installs them); the other tests use Chromium.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HTML } from '../src/site/resource.ts';
import {
  type EnginePage,
  miniBrowser,
  openFirefox,
  openWebKit,
  programOf,
} from './support/engines.ts';
import { browserPaths, headOffice, municipality, real, type TestOffice } from './support/site.ts';

const firefox = programOf('firefox-esr') ?? programOf('firefox');
const driver = programOf('WebKitWebDriver');
const binary = programOf('Xvfb') && miniBrowser();
const engines: [name: string, start: (() => Promise<EnginePage>) | undefined][] = [
  ['Firefox', firefox === undefined ? undefined : () => openFirefox(firefox)],
  ['WebKit', driver && binary ? () => openWebKit(driver, binary) : undefined],
];

/**
 * Returns a page as it is served, but for the headers, which forbid frames, and for the fonts, which take WebKit two
 * seconds for each page; support/fonts.conf has the same.
 */
async function body({ site }: TestOffice, path: string): Promise<string> {
  const { pathname, searchParams } = new URL(path, 'http://charter.example');
  const resource =
    pathname === '/search'
      ? (await site.search(searchParams.get('q') ?? '')).resource
      : (site.resources.get(pathname) ?? site.missing(pathname));
  return resource.bodies.identity.bytes.toString().replace(/@font-face ?{[^}]*}/g, '');
}

/** Each is served under its number. */
const offices = [real, headOffice, municipality];
let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const [, at = '', path = ''] = /^\/(\d)(\/.*)$/.exec(request.url ?? '') ?? [];
    const office = offices[Number(at)];
    response.setHeader('Content-Type', HTML);
    response.end(at && office ? await body(office, path) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Links in sentences and lists that do not look like links. */
const notUnderlined = `[...document.querySelectorAll(
    '.more, .save, .contact a, .breadcrumb a, .share a:not(.button), .footer a, .charter .name a, .prose a')]
  .filter((link) => link.getClientRects().length > 0)
  .filter((link) => {
    const phone = link.querySelector('.phone');
    return phone
      ? getComputedStyle(phone).borderBottomWidth !== '1px'
      : !getComputedStyle(link).textDecorationLine.includes('underline');
  })
  .map((link) => link.textContent)`;

/** Elements that can be focused and then have no ring. */
const withoutRing = `[...document.querySelectorAll('a, input, button, summary')]
  .filter((element) => element.getClientRects().length > 0)
  .filter((element) => {
    element.focus();
    const ring = getComputedStyle(element, element.matches('.service-list a') ? '::after' : null);
    return document.activeElement !== element || ring.outlineWidth !== '3px' || ring.boxShadow === 'none';
  })
  .map((element) => element.outerHTML)`;

const menuLines = `(() => {
  const tops = [...document.querySelectorAll('.menu a')]
    .filter((link) => link.getClientRects().length > 0)
    .map((link) => link.getBoundingClientRect().top);
  return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length).join('+');
})()`;

const faults = `({
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  notUnderlined: ${notUnderlined},
  withoutRing: ${withoutRing},
  menuLines: ${menuLines},
})`;

describe.each(engines)('%s', (_, start) => {
  let page: EnginePage;
  beforeAll(async () => {
    if (start) page = await start();
  });
  afterAll(() => page?.[Symbol.asyncDispose]());

  // Pages of only text look the same in every office.
  const isOwn = (path: string) => !['/about', '/vision-mission'].includes(path);
  const paths = offices.flatMap((office, at) =>
    browserPaths(office)
      .filter((path) => office === real || isOwn(path))
      .map((path) => `/${at}${path}`),
  );
  test.skipIf(!start).each(paths)(
    '%s: links are underlined, focus is seen, nothing scrolls sideways',
    async (path) => {
      for (const width of [360, 1280]) {
        await page.open(origin + path, width);
        // At once, because WebKit's driver takes its time for each question.
        expect(await page.evaluate(faults), `${width} px`).toEqual({
          overflow: 0,
          notUnderlined: [],
          withoutRing: [],
          menuLines: expect.not.stringMatching(/^3\+1$/),
        });
      }
    },
  );

  test.skipIf(!start)('a service answers on the first screen of a phone', async () => {
    await page.open(`${origin}/0/services/portal`, 360);
    const bottom = (selector: string) =>
      page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().bottom`);
    expect(await bottom('.at-once .call')).toBeLessThan(420);
    expect(await bottom('.summary > div:nth-child(3)')).toBeLessThanOrEqual(760);
  });

  test.skipIf(!start)('prints on as few sheets as Chromium', async () => {
    if (!page.sheets) return;
    for (const path of ['/', '/services/portal', '/contact']) {
      await page.open(`${origin}/0${path}`, 1280);
      expect(await page.sheets(), path).toBe(1);
    }
  });
});
