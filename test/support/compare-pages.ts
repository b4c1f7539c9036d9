// Compares how all pages look before and after a change of the styles: npm run compare -- <folder>. The first run fills
// the folder with pictures; each later run compares with them and puts those that differ into <folder>/differs.
/// <reference lib="dom" />

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Page } from 'playwright-core';
import { launchBrowser, unpackBrowser } from './browser.ts';
import { browserPaths, offices, serveCharter } from './site.ts';

/** From the widest down, so that the fonts of wide screens are there from the start. */
const widths = [1600, 1280, 1024, 768, 640, 360, 320];

/** Returns all pictures of the page that is open, by name. */
async function* picturesOf(page: Page, blank: Page): AsyncGenerator<[name: string, png: Buffer]> {
  const picture = async (name: string, width: number): Promise<[string, Buffer]> => {
    await page.setViewportSize({ width, height: 800 });
    return [`${name}-${width}.png`, await page.screenshot({ fullPage: true })];
  };
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) yield picture(colorScheme, width);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  for (const width of [1280, 360]) yield picture('forced-colours', width);
  await page.emulateMedia({ forcedColors: 'none' });
  await forceHoverAndFocus(page);
  for (const width of [1280, 360]) yield picture('hover-and-focus', width);
  await page.reload();
  const document = await engine.loadDocument(await page.pdf({ preferCSSPageSize: true }));
  for (const sheet of document.pages())
    yield [`print-${sheet.number}.png`, await toPng(blank, await sheet.render({ scale: 96 / 72 }))];
  document.destroy();
}

/** Puts every element into the states of hover and focus, until the next reload. */
async function forceHoverAndFocus(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const states = {
    'a, button, input, summary': ['hover', 'focus', 'focus-visible'],
    'li, tr': ['hover'],
  };
  for (const [selector, forcedPseudoClasses] of Object.entries(states)) {
    const found = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
    for (const nodeId of found.nodeIds)
      await devtools.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses });
  }
}

/** Returns a bitmap as a PNG. */
async function toPng(
  blank: Page,
  { data, width, height }: { data: Uint8Array; width: number; height: number },
): Promise<Buffer> {
  const url = await blank.evaluate(
    ([base64, width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const rgba = Uint8ClampedArray.from(atob(base64), (char) => char.charCodeAt(0));
      canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
      return canvas.toDataURL();
    },
    [Buffer.from(data).toString('base64'), width, height] as const,
  );
  return Buffer.from(url.slice(url.indexOf(',')), 'base64');
}

/** Counts the pixels that differ between two PNGs; where one is bigger, all its extra pixels count. */
function differingPixels(blank: Page, one: Buffer, other: Buffer): Promise<number> {
  const sources = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return blank.evaluate(async (sources) => {
    const images = sources.map((src) => Object.assign(new Image(), { src }));
    for (const image of images) await image.decode();
    const width = Math.max(...images.map((image) => image.width));
    const height = Math.max(...images.map((image) => image.height));
    const [before, after] = images.map((image) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    }) as [Uint32Array, Uint32Array];
    return before.reduce((sum, pixel, at) => sum + Number(pixel !== after[at]), 0);
  }, sources);
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: npm run compare -- <folder>');
const isFirst = !existsSync(folder);
const differs = join(folder, 'differs');
rmSync(differs, { recursive: true, force: true });
const all = isFirst ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
const unseen = new Set(all.filter((name) => name.endsWith('.png')));
let pictures = 0;
let faults = 0;

async function take(blank: Page, name: string, png: Buffer): Promise<void> {
  pictures += 1;
  const known = unseen.delete(name) ? readFileSync(join(folder as string, name)) : undefined;
  if (known?.equals(png)) return;
  const path = join(isFirst ? (folder as string) : differs, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, png);
  if (isFirst) return;
  const pixels = known && (await differingPixels(blank, known, png));
  if (pixels === 0) return;
  faults += 1;
  console.log(`${name}: ${pixels === undefined ? 'new' : `${pixels} pixels differ`}`);
}

await unpackBrowser();
const engine = await PDFiumLibrary.init();
const browser = await launchBrowser();
const blank = await browser.newPage();
for (const office of offices) {
  await using site = await serveCharter(office.charter);
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  for (const path of browserPaths(office)) {
    await page.goto(site.url + path);
    const folder = join(office.name, path.slice(1).replace(/\W+/g, '-') || 'home').replaceAll(
      ' ',
      '-',
    );
    for await (const [name, png] of picturesOf(page, blank))
      await take(blank, join(folder, name), png);
  }
  await page.close();
}
await browser.close();
engine.destroy();
for (const name of unseen) console.log(`${name}: gone`);
faults += unseen.size;
console.log(
  isFirst ? `${pictures} pictures in ${folder}` : `${faults} of ${pictures} pictures differ`,
);
process.exitCode = faults === 0 ? 0 : 1;
