// The poster and the picture of shared links, read back by the PDF engine of Chrome.

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import qr from 'jsqr';
import request from 'supertest';
import { beforeAll, describe, expect, test } from 'vitest';
import { toSerial } from '../src/bangla/digits.ts';
import { toSpokenGroups } from '../src/bangla/phone.ts';
import type { Charter } from '../src/charter/charter.ts';
import { columns, factKeys } from '../src/charter/columns.ts';
import { numbersOf } from '../src/charter/officer.ts';
import { factGroups } from '../src/charter/service.ts';
import { createHandler } from '../src/http/handler.ts';
import { buildSite } from '../src/site/build.ts';
import { printSheets } from '../src/site/print/press.ts';
import { posterPdf, sharePng } from '../src/site/print/sheets.ts';
import { sheetPaths } from '../src/site/site.ts';
import { oneLine, pagesOf, withPdf } from './support/pdf.ts';
import { charter, offices, publicUrl, real, silent, type TestOffice } from './support/site.ts';

/** The first page as a picture of so many pixels to the inch. */
const render = (pdf: Uint8Array, dpi: number) =>
  withPdf(pdf, (document) => document.getPage(0).render({ scale: dpi / 72 }));

const sheetOf = ({ site }: Pick<TestOffice, 'site'>, path: string) =>
  site.resources.get(path)?.bodies.identity.bytes as Buffer;

describe.each(offices)('$name', ({ charter, site }) => {
  const sheet = (path: string) => sheetOf({ site }, path);
  beforeAll(() => site.addSheets());

  test.each(['/charter.pdf', '/charter-a3.pdf'])(
    '%s copied gives the charter, word for word',
    async (path) => {
      const text = (await pagesOf(sheet(path))).join(' ');
      const { office, vision, mission, services, officers, expectations, subordinate } = charter;
      const words = [
        office.government,
        office.ministry,
        office.department,
        office.office,
        office.district,
        vision,
        mission,
        ...services.map(({ name }) => name),
        ...services.flatMap((service) => [
          ...factKeys.flatMap((key) =>
            factGroups(service, columns[key]).flatMap(({ lines }) =>
              lines.flatMap(({ text, isNone }) => (isNone ? [] : text)),
            ),
          ),
          ...(service.cases ?? []).map(({ name }) => name),
        ]),
        ...officers.flatMap((officer) => [
          officer.post,
          officer.name,
          officer.place,
          officer.email,
          ...numbersOf(officer).map(({ number }) => toSpokenGroups(number).join(' ')),
        ]),
        ...expectations,
        ...subordinate.map(({ name }) => name),
        ...(charter.complaints?.tiers ?? []).flatMap((tier) => [tier.when, tier.whom, tier.time]),
      ].filter((word) => word !== undefined);
      expect(words.length).toBeGreaterThan(5);
      expect(words.filter((word) => !text.includes(oneLine(word)))).toEqual([]);
    },
  );

  test('the posters are tagged, in Bengali, titled, and carry their fonts', () => {
    for (const path of ['/charter.pdf', '/charter-a3.pdf']) {
      const pdf = sheet(path).toString('latin1');
      const metadata = Buffer.from(pdf, 'latin1').toString();
      expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(metadata).toContain(`সিটিজেন চার্টার — ${charter.office.department}`);
      expect(pdf).toMatch(/\/Lang\s*\(bn\)/);
      expect(pdf).toMatch(/\/Marked true/);
      expect(pdf).toMatch(/\+NotoSansBengali-Regular/);
      expect(pdf).toMatch(/\+NotoSansBengali-Bold/);
      expect(pdf.match(/\/FontFile[23]/g)).toHaveLength(2);
      expect(pdf).not.toMatch(/\/(JavaScript|URI|CreationDate)\b/);
    }
  });

  test('the picture of shared links is 1200 by 630 pixels and fit for messengers', () => {
    const png = sheet('/share.png');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
    const home = site.resources.get('/')?.bodies.identity.bytes.toString();
    expect(home).toContain(`<meta property="og:image" content="${publicUrl}/share.png">`);
  });
});

/** The real charter with its services repeated. */
const repeated = (times: number): Charter => ({
  ...charter,
  services: Array.from({ length: times }, () => charter.services)
    .flat()
    .map((service, index) => ({ ...service, serial: index + 1, serialText: toSerial(index + 1) })),
});

test('seven services fill one page of A4 and of A3, in 9 points at least', async () => {
  await real.site.addSheets();
  const size = async (path: string) => {
    const pdf = sheetOf(real, path);
    expect(await pagesOf(pdf)).toHaveLength(1);
    const { originalWidth, originalHeight } = await withPdf(pdf, (document) =>
      document.getPage(0).getOriginalSize(),
    );
    return [originalWidth, originalHeight].map((points) => Math.round((points / 72) * 25.4));
  };
  expect(await size('/charter.pdf')).toEqual([297, 210]);
  expect(await size('/charter-a3.pdf')).toEqual([420, 297]);
  // On A4 the unit u of the template is a millimetre.
  const sizes = [...readFileSync('views/poster.typ', 'utf8').matchAll(/text\(([\d.]+) \* u/g)];
  expect(sizes.length).toBeGreaterThan(8);
  for (const [, units] of sizes) expect((Number(units) / 25.4) * 72).toBeGreaterThan(9);
});

test('more services take more pages: each says which, none loses a row or an officer', async () => {
  const pages = await pagesOf(await posterPdf(repeated(5), publicUrl, 'a4'));
  expect(pages).toHaveLength(3);
  for (const [index, text] of pages.entries()) {
    expect(text).toContain(`পৃষ্ঠা ${toSerial(index + 1).slice(1)}/৩`);
    expect(text).toContain('সেবা প্রদানে সর্বোচ্চ সময়');
    expect(text).toContain('engrraju36@gmail.com');
    expect(text).toContain('বিনামূল্যে');
  }
  for (const { serial } of repeated(5).services) {
    expect(pages.some((text) => text.includes(` ${toSerial(serial)} `))).toBe(true);
  }
});

test('the code on the printed sheet leads to the public address', async () => {
  await real.site.addSheets();
  const pdf = sheetOf(real, '/charter.pdf');
  const { data, width, height } = await render(pdf, 150);
  expect(qr.default(new Uint8ClampedArray(data), width, height)?.data).toBe(publicUrl);
  const [text] = await pagesOf(pdf);
  expect(text).toContain('charter.example');
});

test('without a public address there is no code', async () => {
  const [text] = await pagesOf(await posterPdf(charter, 'http://localhost:3000', 'a4'));
  expect(text).not.toMatch(/স্ক্যান|localhost/);
  expect(text).toContain(charter.office.website?.address);
});

test('the same charter gives the same bytes', async () => {
  for (const make of [() => posterPdf(charter, publicUrl, 'a4'), () => sharePng(charter)])
    expect(await make()).toEqual(await make());
});

test('no page waits for the sheets; who asks for one early waits for it alone', async () => {
  const site = await buildSite(charter, publicUrl);
  expect(site.resources.has('/charter.pdf')).toBe(false);
  const app = createHandler(site, { https: true, logger: silent }).handle;
  const early = request(app).get('/charter.pdf').expect(200);
  await request(app).get('/').expect(200);
  expect((await early).headers['content-type']).toBe('application/pdf');
  expect([...site.resources.keys()]).toEqual(expect.arrayContaining(sheetPaths));
});

test('the sheets of a site that a newer one has replaced are made only for a request', async () => {
  const site = await buildSite(charter, publicUrl);
  const isPressRunning = () => process.getActiveResourcesInfo().includes('ProcessWrap');
  const replaced = new AbortController();
  const finished = site.finish(replaced.signal);
  while (!isPressRunning()) await wait(5);
  replaced.abort();
  await expect(finished).rejects.toThrow();
  while (isPressRunning()) await wait(5);
  expect(site.resources.has('/charter.pdf')).toBe(false);
  await site.addSheets();
  expect([...site.resources.keys()]).toEqual(expect.arrayContaining(sheetPaths));
});

test('a request that waits for the sheets gets them, also when the site is replaced meanwhile', async () => {
  const site = await buildSite(charter, publicUrl);
  const replaced = new AbortController();
  const finished = site.finish(replaced.signal);
  while (!process.getActiveResourcesInfo().includes('ProcessWrap')) await wait(5);
  const added = site.addSheets();
  replaced.abort();
  await Promise.all([added, finished]);
  expect([...site.resources.keys()]).toEqual(expect.arrayContaining(sheetPaths));
});

test('one press runs at a time', async () => {
  const { signal } = new AbortController();
  const order = { charter, publicUrl };
  let most = 0;
  const count = () => {
    const presses = process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap');
    most = Math.max(most, presses.length);
  };
  const timer = setInterval(count, 5);
  await Promise.all([printSheets(order, signal), printSheets(order, signal)]);
  clearInterval(timer);
  expect(most).toBe(1);
});

test('where the sheets cannot be made, the pages are served, and the fault is told once', async () => {
  // A paper that Typst cannot set stands for a machine without Typst.
  const broken = structuredClone(charter);
  broken.office.department = undefined as unknown as string;
  const site = await buildSite(charter, publicUrl);
  await expect(
    printSheets({ charter: broken, publicUrl }, new AbortController().signal),
  ).rejects.toThrow('poster.typ cannot be typeset');
  const failing = { ...site, addSheets: () => Promise.reject(new Error('no sheets')) };
  const app = createHandler(failing, { https: true, logger: silent }).handle;
  await request(app).get('/charter.pdf').expect(500);
  await request(app).get('/').expect(200);
});
