// The poster and the picture of shared links, read back by the PDF engine of Chrome.

import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import qr from 'jsqr';
import { pino } from 'pino';
import request from 'supertest';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { toSerial } from '../src/bangla/digits.ts';
import { toSpokenGroups } from '../src/bangla/phone.ts';
import { UNPRINTABLE } from '../src/bangla/printable.ts';
import type { Charter } from '../src/charter/charter.ts';
import { columns, factKeys } from '../src/charter/columns.ts';
import { officerNumbers, officersAmong } from '../src/charter/officer.ts';
import { factGroups } from '../src/charter/service.ts';
import { createHandler } from '../src/http/handler.ts';
import { buildSite } from '../src/site/build.ts';
import { NOT_APPLICABLE } from '../src/site/cells.ts';
import { makeSheets, printSheets } from '../src/site/print/pdf-worker.ts';
import { laySheet } from '../src/site/print/sheet-layout.ts';
import { posterContent, posterPdfs, sharePng } from '../src/site/print/sheets.ts';
import { typefaces } from '../src/site/print/typeface.ts';
import { type Sheets, type Site, sheetPaths } from '../src/site/site.ts';
import { oneLine, pagesOf, withPdf } from './support/pdf.ts';
import {
  charter,
  minimal,
  offices,
  publicUrl,
  real,
  silent,
  type TestOffice,
  whenMade,
} from './support/site.ts';

/** Returns the first page as a picture of so many pixels to the inch. */
const render = (pdf: Uint8Array, dpi: number) =>
  withPdf(pdf, (document) => document.getPage(0).render({ scale: dpi / 72 }));

/** Returns the text of a PDF with its compressed objects, but for the fonts. */
function decoded(pdf: Buffer): string {
  const streams = [...pdf.toString('latin1').matchAll(/stream\n(.*?)\nendstream/gs)];
  return streams
    .map(([, stream = '']) => {
      const bytes = Buffer.from(stream, 'latin1');
      return stream.startsWith('x') ? inflateSync(bytes).toString('latin1') : bytes.toString();
    })
    .join('\n');
}

const sheetOf = ({ site }: Pick<TestOffice, 'site'>, path: string) =>
  site.sheets.get(path)?.bodies.identity.bytes as Buffer;

/** Returns the paths of the finished sheets. */
const madeSheets = ({ sheets }: Site) => [...sheets.paths].filter((path) => sheets.get(path));

describe.each(offices)('$name', ({ charter, site }) => {
  // In this process: that the PDF worker makes the same is tested below, on one office.
  const sheets = new Map<string, Buffer>();
  beforeAll(async () => {
    for (const [path, , content] of await makeSheets({ charter, publicUrl }))
      sheets.set(path, Buffer.from(content));
  });
  const sheet = (path: string) => sheets.get(path) as Buffer;

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
          ...officerNumbers(officer).map(({ number }) => toSpokenGroups(number).join(' ')),
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
      const pdf = decoded(sheet(path));
      expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(pdf).toContain(`সিটিজেন চার্টার — ${charter.office.department}`);
      expect(pdf).toContain('/Lang(bn)');
      expect(pdf).toContain('/Marked true');
      expect(pdf).toContain('/DisplayDocTitle true');
      expect(pdf).toMatch(/\/FontName\/[A-Z]{6}\+NotoSansBengali-Regular/);
      expect(pdf).toMatch(/\/FontName\/[A-Z]{6}\+NotoSansBengali-Bold/);
      expect(pdf.match(/\/FontFile2/g)).toHaveLength(2);
      expect(pdf.match(/\/S\/Table/g)?.length).toBeGreaterThan(0);
      expect(pdf).toMatch(/\/S\/TH.*\/Scope\/Column/);
      expect(pdf).not.toMatch(/\/(JavaScript|URI|CreationDate)\b/);
    }
  });

  test('a poster weighs 100 KB at most', () => {
    for (const path of ['/charter.pdf', '/charter-a3.pdf'])
      expect(sheet(path).length).toBeLessThan(100_000);
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

/** Returns the real charter with its services repeated. */
const repeated = (times: number): Charter => ({
  ...charter,
  services: Array.from({ length: times }, () => charter.services)
    .flat()
    .map((service, index) => ({ ...service, serial: index + 1, serialText: toSerial(index + 1) })),
});

test('seven services fill one page of A4 and of A3', async () => {
  await real.site.sheets.make('/charter.pdf');
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
});

test('no letter of a poster is smaller than 9 points, and few services are set larger', () => {
  const sizes = (times: number) => [
    ...new Set(
      laySheet(posterContent(repeated(times), publicUrl)).document.pages.flatMap(({ texts }) =>
        texts.flatMap(({ lines }) =>
          lines.flatMap(({ line }) => line.pieces.map(({ style }) => style.size)),
        ),
      ),
    ),
  ];
  expect(Math.min(...sizes(20))).toBe(9);
  expect(Math.min(...sizes(1))).toBeGreaterThan(9);
});

test('more services take more pages: each says which, none loses a row or an officer', async () => {
  const pages = await pagesOf(posterPdfs(repeated(5), publicUrl).a4);
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
  await real.site.sheets.make('/charter.pdf');
  const pdf = sheetOf(real, '/charter.pdf');
  const { data, width, height } = await render(pdf, 150);
  expect(qr.default(new Uint8ClampedArray(data), width, height)?.data).toBe(publicUrl);
  const [text] = await pagesOf(pdf);
  expect(text).toContain('charter.example');
});

test('without a public address there is no code', async () => {
  const [text] = await pagesOf(posterPdfs(charter, 'http://localhost:3000').a4);
  expect(text).not.toMatch(/স্ক্যান|localhost/);
  expect(text).toContain(charter.office.website?.address);
});

test.each(['NIDটি', 'PDFক্ষ', 'NID-র্ক', '(NID)ক্ষি', 'ক্ষিNID'])(
  'in %s the Bengali part has the shape that it has alone',
  (word) => {
    const [bengali = ''] = word.match(/\p{Script=Bengali}+/u) ?? [];
    expect(typefaces.regular.shape(word)).toEqual(
      expect.arrayContaining(typefaces.regular.shape(bengali)),
    );
  },
);

test('the PDF worker makes the same sheets as this process', async () => {
  await real.site.sheets.make('/charter.pdf');
  const sheets = await makeSheets({ charter, publicUrl });
  expect(sheets.map(([path]) => path)).toEqual(sheetPaths(publicUrl));
  for (const [path, , content] of sheets) expect(sheetOf(real, path).equals(content)).toBe(true);
});

const SIGNS = '½ ¼ ² ³ ± ≤ ≥ № ✓ → ← ● ○ ■ ★ ☎ ′ ″ ₂';

test('signs that the Bengali font lacks are printed, and copied with the rest', async () => {
  const vision = `২½ দিন ${SIGNS} H₂O`;
  for (const { shape } of Object.values(typefaces))
    for (const sign of SIGNS.split(' '))
      expect(shape(sign)[0]?.glyphs[0]?.outline, sign).toMatch(/^M/);
  const [text] = await pagesOf(posterPdfs({ ...charter, vision }, publicUrl).a4);
  expect(text).toContain(vision);
});

test('signs of the second font are seen on the page', async () => {
  const blank = posterPdfs({ ...charter, vision: '\u00a0' }, publicUrl).a4;
  const black = async (pdf: Buffer) =>
    (await render(pdf, 72)).data.filter((value, index) => index % 4 === 0 && value < 100).length;
  const squares = posterPdfs({ ...charter, vision: '■'.repeat(40) }, publicUrl).a4;
  expect((await black(squares)) - (await black(blank))).toBeGreaterThan(1000);
});

test('a letter that no font has is a box, copied as the letter', async () => {
  const vision = 'ফোন 📞 中文 بسم';
  for (const letter of ['📞', '中', 'ب'])
    expect(typefaces.bold.shape(letter)).toEqual([
      { text: letter, glyphs: [{ id: 0, x: 0, y: 0 }], advance: expect.any(Number) },
    ]);
  const [text] = await pagesOf(posterPdfs({ ...charter, vision }, publicUrl).a4);
  expect(text).toContain('ফোন 📞 中文');
});

test('what is said to be printable is in the fonts, regular and bold', () => {
  const missing = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter(
    (letter) =>
      /[^\s\p{Cc}\p{Cs}]/u.test(letter) &&
      letter.search(UNPRINTABLE) < 0 &&
      Object.values(typefaces).some(({ shape }) =>
        shape(letter).some(({ glyphs }) => glyphs.some(({ id }) => id === 0)),
      ),
  );
  expect(missing).toEqual([]);
});

test('the same charter gives the same bytes', async () => {
  for (const make of [() => posterPdfs(charter, publicUrl).a4, () => sharePng(charter)])
    expect(await make()).toEqual(await make());
});

test('no page waits for the sheets; who asks for one early waits for it alone', async () => {
  const site = await buildSite(charter, publicUrl);
  expect(madeSheets(site)).toEqual([]);
  const app = createHandler(site, { https: true, logger: silent }).handle;
  const early = whenMade(app, '/charter.pdf');
  await request(app).get('/').expect(200);
  expect((await early).headers['content-type']).toBe('application/pdf');
  expect(madeSheets(site)).toEqual(sheetPaths(publicUrl));
});

test('the sheets of a site that a newer one has replaced are made only for a request', async () => {
  const site = await buildSite(minimal.charter, publicUrl);
  const isWorkerRunning = () => process.getActiveResourcesInfo().includes('ProcessWrap');
  const replaced = new AbortController();
  const finished = site.prerender(replaced.signal);
  while (!isWorkerRunning()) await wait(5);
  site.sheets.cancel();
  replaced.abort();
  await expect(finished).rejects.toThrow();
  while (isWorkerRunning()) await wait(5);
  expect(madeSheets(site)).toEqual([]);
  await site.sheets.make('/charter.pdf');
  expect(madeSheets(site)).toEqual(sheetPaths(publicUrl));
});

test('a request that waits for the sheets gets them, also when the site is replaced meanwhile', async () => {
  const site = await buildSite(minimal.charter, publicUrl);
  const replaced = new AbortController();
  const finished = site.prerender(replaced.signal);
  while (!process.getActiveResourcesInfo().includes('ProcessWrap')) await wait(5);
  const added = site.sheets.make('/charter.pdf');
  site.sheets.cancel();
  replaced.abort();
  await Promise.all([added, expect(finished).rejects.toThrow()]);
  expect(madeSheets(site)).toEqual(sheetPaths(publicUrl));
});

test('one PDF worker runs at a time, and posters are made before the sheets of services that were asked for earlier', async () => {
  const { signal } = new AbortController();
  const { charter } = minimal;
  let most = 0;
  const count = () => {
    const presses = process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap');
    most = Math.max(most, presses.length);
  };
  const timer = setInterval(count, 5);
  const made: string[] = [];
  const print = (path?: string) =>
    printSheets({ charter, publicUrl, ...(path && { path }) }, signal).then((sheets) => {
      made.push(sheets[0]?.[0] ?? '');
    });
  const [first, second] = charter.services.map(({ id }) => `/services/${id}.pdf`);
  await Promise.all([print(first), print(second), print()]);
  clearInterval(timer);
  expect(made).toEqual([first, '/charter.pdf', second]);
  expect(most).toBe(1);
});

test('a PDF worker that takes too long is ended', async () => {
  const { signal } = new AbortController();
  await expect(printSheets({ charter, publicUrl }, signal, 1)).rejects.toThrow('longer than');
});

test('a service has a sheet of its own, made when it is first asked for, which its page links', async () => {
  for (const { charter, site: known } of offices) {
    const [service] = charter.services;
    if (!service) continue;
    // The test of the PDF worker needs a site without any sheet; the others do not.
    const site = charter === real.charter ? await buildSite(charter, publicUrl) : known;
    const app = createHandler(site, { https: true, logger: silent }).handle;
    const path = `/services/${service.id}.pdf`;
    await request(app).get(`${path}.`).expect(301).expect('Location', path);
    const { text: html } = await request(app).get(`/services/${service.id}`).expect(200);
    expect(html).toContain(`href="${path}"`);
    const [made] = await makeSheets({ charter, publicUrl, path });
    const body = Buffer.from(made?.[2] ?? []);
    // Over HTTP it comes from the PDF worker; one office is enough to show that.
    if (charter === real.charter) {
      expect(madeSheets(site)).toEqual([]);
      const { body: sent, headers } = await whenMade(app, path);
      expect(headers['content-type']).toBe('application/pdf');
      expect(body.equals(sent)).toBe(true);
      expect(madeSheets(site)).toEqual([path]);
    }
    const text = (await pagesOf(body)).join(' ');
    const said = [
      service.name,
      charter.office.department,
      ...factKeys.flatMap((key) =>
        factGroups(service, columns[key]).flatMap(({ lines }) =>
          lines.map((line) => (line.isNone ? NOT_APPLICABLE : line.text)),
        ),
      ),
      ...officersAmong(service.officers).flatMap((officer) => [
        officer.post,
        ...officerNumbers(officer).map(({ number }) => toSpokenGroups(number).join(' ')),
      ]),
    ];
    expect(said.filter((word) => !text.includes(oneLine(word)))).toEqual([]);
    const { data, width, height } = await render(body, 150);
    expect(qr.default(new Uint8ClampedArray(data), width, height)?.data).toBe(
      `${publicUrl}/services/${service.id}`,
    );
  }
});

test('what is no service has no sheet', async () => {
  const app = createHandler(real.site, { https: true, logger: silent }).handle;
  await request(app).get('/services/no-such-service.pdf').expect(404);
});

test('the labels lead to the site, and are made only where it has a public address', async () => {
  const labels = sheetOf(real, '/labels.pdf');
  const { data, width, height } = await render(labels, 150);
  // The first row of labels, because two codes in one picture are none.
  const side = Math.floor(width / 4);
  const first = Array.from({ length: Math.floor(height / 6) }, (_, row) => [
    ...data.subarray(row * width * 4, (row * width + side) * 4),
  ]);
  const code = qr.default(new Uint8ClampedArray(first.flat()), side, first.length);
  expect(code?.data).toBe(publicUrl);
  expect((await pagesOf(labels))[0]?.match(/charter\.example/g)).toHaveLength(12);
  const local = createHandler(await buildSite(charter, 'http://localhost:3000'), {
    https: false,
    logger: silent,
  }).handle;
  await request(local).get('/labels.pdf').expect(404);
  await request(local).get('/labels.pdf/').expect(404);
});

test('who asks for a sheet that takes long is asked to come again, in Bengali', async () => {
  const { site } = real;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  try {
    const make: Sheets['make'] = (_path, signal) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
    const slow = { ...site, sheets: { ...site.sheets, get: () => undefined, make } };
    const app = createHandler(slow, { https: true, logger: silent }).handle;
    const asked = request(app).get('/charter.pdf').expect(503);
    const answer = asked.then((response) => response);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync(10_000);
    const { headers, text } = await answer;
    expect(headers['retry-after']).toBe('30');
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('এখনও তৈরি হচ্ছে');
  } finally {
    vi.useRealTimers();
  }
});

test('a client that leaves waits no more', async () => {
  const asked = Promise.withResolvers<AbortSignal | undefined>();
  const make: Sheets['make'] = async (_path, signal) => {
    asked.resolve(signal);
    if (signal) await once(signal, 'abort');
  };
  const logger = pino({ level: 'silent' });
  const log = vi.spyOn(logger, 'error');
  const { site } = real;
  const app = createHandler(
    { ...site, sheets: { ...site.sheets, get: () => undefined, make } },
    { https: true, logger },
  );
  const server = createServer(app.handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = get(`http://127.0.0.1:${port}/charter.pdf`).on('error', () => {});
  const signal = await asked.promise;
  client.destroy();
  await vi.waitFor(() => expect(signal?.aborted).toBe(true));
  await once(server.close(), 'close');
  expect(log).not.toHaveBeenCalled();
});

test('where the sheets cannot be made, the pages are served, and the fault is logged once', async () => {
  const broken = structuredClone(charter);
  broken.office.department = 'অধিদপ্তর '.repeat(1000);
  const { site } = real;
  await expect(
    printSheets({ charter: broken, publicUrl }, new AbortController().signal),
  ).rejects.toThrow('over the edge');
  const make = () => Promise.reject(new Error('no sheets'));
  const failing = { ...site, sheets: { ...site.sheets, get: () => undefined, make } };
  const logger = pino({ level: 'silent' });
  const log = vi.spyOn(logger, 'error');
  const app = createHandler(failing, { https: true, logger }).handle;
  const [service] = charter.services;
  for (const path of ['/charter.pdf', `/services/${service?.id}.pdf`])
    for (const _again of [1, 2]) await request(app).get(path).expect(500);
  await request(app).get('/').expect(200);
  // The one of the posters by who makes them in advance.
  expect(log).toHaveBeenCalledTimes(1);
});
