// Charters far larger than the real one: some offices publish two hundred services. Timings are in the benchmark.

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { reviewData } from '../src/data/advice.ts';
import { buildSite } from '../src/site/build.ts';
import { dataFolder, multipliedServices } from './support/data.ts';
import { load, publicUrl } from './support/site.ts';
import { openSite, overflow, viewport } from './support/visit.ts';

/** Returns a copy of the data with its services repeated up to a given number. */
function multiplied(services: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'));
  cpSync(dataFolder, folder, { recursive: true });
  writeFileSync(join(folder, 'services.yaml'), multipliedServices(services));
  return folder;
}

test('a thousand services are checked, and each has its own page', async () => {
  const size = 1000;
  const folder = multiplied(size);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // Advice on each service, because none promises a time.
  const places = reviewData(folder, '2026-01-01')
    .filter(({ rule }) => rule === 'no-time')
    .flatMap(({ position, also = [] }) => [position, ...also]);
  expect(places).toHaveLength(size);
  const { resources } = await buildSite(load(folder), publicUrl);
  const page = resources.get('/services')?.bodies.identity.bytes.toString() ?? '';
  expect(page.match(/<tr role="row" id="seba-/g)).toHaveLength(size);
  expect(page.match(/<a href="#seba-/g)).toHaveLength(size);
  expect([...resources.keys()].filter((path) => path.startsWith('/services/'))).toHaveLength(size);
});

describe('two hundred services on a phone', () => {
  const folder = multiplied(200);
  const visit = openSite(load(folder));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('the list is collapsed at first and links to each service', async () => {
    await visit('/services', viewport(360), async (page) => {
      expect(await page.locator('.index a').first().isVisible()).toBe(false);
      await page.locator('.index summary').click();
      await page.locator('.index a').nth(149).click();
      const card = page.locator('tbody tr').nth(149);
      expect((await card.boundingBox())?.y).toBeLessThan(100);
      expect(await overflow(page)).toBe(0);
      await card.locator('.name a').click();
      await page.waitForURL('**/services/*');
      expect(await page.locator('.pager a').count()).toBe(2);
    });
  });

  test('the home page stays short', async () => {
    await visit('/', viewport(360), async (page) => {
      expect(await page.locator('.service-list li').count()).toBe(12);
      expect(await page.getByText('সব ২০০টি সেবা দেখুন').count()).toBe(1);
    });
  });
});
