// Pages of a site in the real browser.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Charter } from '../../src/charter/charter.ts';
import { launchBrowser } from './browser.ts';
import { listen } from './site.ts';

type Options = NonNullable<Parameters<Browser['newPage']>[0]>;

/** A screen of that many CSS pixels across. */
export const viewport = (width: number) => ({ viewport: { width, height: 800 } });

/** How far a page can be scrolled sideways, in CSS pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/**
 * Serves an office and starts a browser for the tests of a file or block.
 * @returns a function that opens a page, runs a check on it, and expects that the browser had nothing to complain of
 */
export function openSite(charter?: Charter) {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof listen>>;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), listen(charter)]);
  });
  afterAll(async () => {
    await browser.close();
    await site[Symbol.asyncDispose]();
  });

  return async <T>(
    path: string,
    options: Options,
    check: (page: Page) => Promise<T>,
  ): Promise<T> => {
    const page = await browser.newPage(options);
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    const response = await page.goto(site.url + path);
    await page.evaluate('document.fonts.ready');
    const result = await check(page);
    await page.close();
    // The browser reports the status of the page itself.
    expect(complaints.filter((text) => response?.ok() || !text.includes('404'))).toEqual([]);
    return result;
  };
}
