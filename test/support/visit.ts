// Pages of a site in the real browser.

import type { Browser, Page, ViewportSize } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Charter } from '../../src/charter/charter.ts';
import { loadAxe } from './axe.ts';
import { sharedBrowser } from './shared-browser.ts';
import { serveCharter } from './site.ts';

type Options = Pick<
  NonNullable<Parameters<Browser['newPage']>[0]>,
  'reducedMotion' | 'forcedColors' | 'bypassCSP'
> & { viewport?: ViewportSize; hasAxe?: true };

/** Returns a screen of that many CSS pixels across. */
export const viewport = (width: number) => ({ viewport: { width, height: 800 } });

/** Returns how far a page can be scrolled sideways, in CSS pixels: an expression, and its value. */
export const OVERFLOW =
  'document.documentElement.scrollWidth - document.documentElement.clientWidth';
export const overflow = (page: Page): Promise<number> => page.evaluate(OVERFLOW);

/** Pages that no test uses now, by their options. To open one takes longer than to load it, so they serve again. */
const idle = new Map<string, Page[]>();

async function openPage({ hasAxe, ...options }: Options): Promise<Page> {
  const page = await (await sharedBrowser()).newPage(options);
  if (hasAxe) await loadAxe(page);
  return page;
}

/** Gives a page to `use`, as good as new; one on which `use` fails is not used again. */
async function withPage<T>(
  { viewport = { width: 1280, height: 720 }, ...options }: Options,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const key = JSON.stringify(options);
  const pages = idle.get(key) ?? [];
  idle.set(key, pages);
  const page = pages.pop() ?? (await openPage(options));
  let isSound = false;
  try {
    await page.setViewportSize(viewport);
    const result = await use(page);
    page.removeAllListeners();
    await page.emulateMedia({ media: null, colorScheme: 'light' });
    isSound = true;
    return result;
  } finally {
    if (isSound) pages.push(page);
    else await page.close();
  }
}

/**
 * Serves an office for the tests of a file or block.
 * @returns a function that loads a page, runs a check on it, and expects that the browser had nothing to complain of
 */
export function openSite(charter?: Charter) {
  let site: Awaited<ReturnType<typeof serveCharter>>;
  beforeAll(async () => {
    site = await serveCharter(charter);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  return <T>(path: string, options: Options, check: (page: Page) => Promise<T>): Promise<T> =>
    withPage(options, async (page) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      const response = await page.goto(site.url + path);
      await page.evaluate('document.fonts.ready');
      const result = await check(page);
      // The browser reports the status of the page itself.
      expect(complaints.filter((text) => response?.ok() || !text.includes('404'))).toEqual([]);
      return result;
    });
}
