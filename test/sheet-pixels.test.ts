// Compares the posters in pixels: the PDF as Chrome's engine draws it, against the page as laid out, which
// another engine (resvg) draws from the outlines of the original fonts.

import { PDFiumLibrary } from '@hyzyla/pdfium';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Charter } from '../src/charter/charter.ts';
import type { Page } from '../src/site/print/page.ts';
import { type Document, writePdf } from '../src/site/print/pdf.ts';
import { prove } from '../src/site/print/proof.ts';
import { laySheet } from '../src/site/print/sheet-layout.ts';
import { posterContent } from '../src/site/print/sheets.ts';
import { writeSvg } from '../src/site/print/svg.ts';
import { charter, publicUrl, real } from './support/site.ts';

let engine: PDFiumLibrary;
beforeAll(async () => {
  engine = await PDFiumLibrary.init();
});
afterAll(() => engine.destroy());

const SCALE = 1.25;
const oneLine = (text: string) => text.replace(/\s+/g, '');

/** Returns 1 for each dark pixel of a picture. */
function darkOf(pixels: Uint8Array): Uint8Array {
  const dark = new Uint8Array(pixels.length / 4);
  for (let at = 0; at < dark.length; at++) {
    const [red, green, blue] = [pixels[at * 4], pixels[at * 4 + 1], pixels[at * 4 + 2]];
    dark[at] = Number((red as number) + (green as number) + (blue as number) < 480);
  }
  return dark;
}

/** Returns the share of the page's letters, as laid out, that are dark in the drawn PDF. */
function shareSeen(page: Page, picture: { data: Uint8Array; width: number }): number {
  const letters = new Resvg(writeSvg({ ...page, shapes: [], figures: [] }), {
    fitTo: { mode: 'width', value: picture.width },
    background: '#ffffff',
  }).render();
  const laid = darkOf(letters.pixels);
  const drawn = darkOf(picture.data);
  // The engines differ by less than a pixel.
  const near = [0, -1, 1, -picture.width, picture.width];
  let all = 0;
  let found = 0;
  for (let at = laid.indexOf(1); at >= 0 && at < drawn.length; at = laid.indexOf(1, at + 1)) {
    all += 1;
    if (near.some((step) => drawn[at + step])) found += 1;
  }
  return found / all;
}

/** Returns the layout features of a poster that change how its letters are drawn: the number of pages and its sizes of type. */
function kindOf({ pages }: Document): string {
  const lines = pages.flatMap(({ texts }) => texts.flatMap(({ lines }) => lines));
  const sizes = lines.flatMap(({ line }) => line.pieces.map(({ style }) => style.size));
  return [pages.length, ...new Set(sizes)].join();
}

/**
 * Throws unless every service's name is on a page and every letter of every page is seen.
 * @param seen kinds of poster whose pixels need not be compared again, which takes most of the time; this one is added
 */
async function expectSeen(of: Charter, seen: Set<string>): Promise<void> {
  const { document, wanted } = laySheet(posterContent(of, publicUrl));
  const written = writePdf(document);
  prove(document, written, wanted);
  const pdf = await engine.loadDocument(written.bytes);
  const texts: string[] = [];
  const isKnown = seen.has(kindOf(document));
  seen.add(kindOf(document));
  for (const page of pdf.pages()) {
    texts.push(oneLine(page.getText()));
    if (isKnown) continue;
    const laid = document.pages[page.number] as Page;
    const share = shareSeen(laid, await page.render({ scale: SCALE }));
    expect(share, `page ${page.number + 1} of ${document.pages.length}`).toBeGreaterThan(0.98);
  }
  pdf.destroy();
  expect(texts.length).toBe(document.pages.length);
  expect(new Set(texts).size).toBe(texts.length);
  for (const { name } of of.services)
    expect(texts.some((text) => text.includes(oneLine(name)))).toBe(true);
}

const words = (charter.mission ?? '').split(' ');
const visionOf = (count: number) =>
  Array.from({ length: count }, (_, index) => words[index % words.length]).join(' ');

test('every service is seen, however long the vision is', async () => {
  const seen = new Set<string>();
  for (let count = 20; count <= 400; count += 38)
    await expectSeen({ ...charter, vision: visionOf(count) }, seen);

  expect(seen.size).toBeGreaterThan(4);
}, 400_000);

test('every service is seen, however many there are', async () => {
  const { services } = real.charter;
  const seen = new Set<string>();
  for (let count = 1; count <= 60; count += count < 14 ? 1 : 5) {
    const some = Array.from({ length: count }, (_, index) => {
      const service = services[index % services.length] as (typeof services)[number];
      return { ...service, name: `${service.name} ${index + 1}`, serial: index + 1 };
    });
    await expectSeen({ ...charter, services: some }, seen);
  }

  expect(seen.size).toBeGreaterThan(10);
}, 400_000);
