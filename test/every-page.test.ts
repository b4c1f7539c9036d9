// Every page in a real browser, at every width, with wider and bigger text; and axe on each, on phone and desktop, light
// and dark.
/// <reference lib="dom" />

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { browserPaths, offices, real } from './support/site.ts';
import { OVERFLOW, openSite, viewport } from './support/visit.ts';

/** Returns the touch targets lower than `least` CSS pixels. */
function tooSmall(least: number): string[] {
  // A link in a sentence is as high as its line (WCAG 2.5.8, inline exception).
  const links = [...document.querySelectorAll('a:not(.skip, p a, .bullets a), summary')];
  const target = (link: Element) =>
    (link.matches('.service-list a') ? link.closest('li') : link) as Element;
  const height = (link: Element) => target(link).getBoundingClientRect().height;
  return links
    .filter((link) => link.getClientRects().length > 0 && height(link) < least)
    .map((link) => `${link.textContent} ${height(link)}`);
}

/** Addresses in columns so narrow that words break. */
function squeezed(): (string | null)[] {
  return [...document.querySelectorAll('.address')]
    .filter((address) => address.getClientRects().length > 0)
    .filter((address) => address.getBoundingClientRect().width < 120)
    .map((address) => address.textContent);
}

/** Words and numbers that stand on two lines. */
function brokenWords(): string[] {
  const broken: string[] = [];
  const range = document.createRange();
  const isBroken = () => {
    const [first, ...rest] = [...range.getClientRects()];
    return rest.some(({ top, bottom }) => top > (first as DOMRect).bottom - (bottom - top) / 2);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    range.selectNodeContents(text);
    if (!isBroken()) continue;
    for (const { index, 0: word } of (text.nodeValue ?? '').matchAll(
      /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu,
    )) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (isBroken()) broken.push(word);
    }
  }
  for (const number of document.querySelectorAll('span.phone')) {
    range.selectNodeContents(number);
    if (isBroken()) broken.push(number.textContent ?? '');
  }
  return broken;
}

/** Texts that reach over the edge of the window or of a box that cuts off what is too big for it. */
function cutOff(): string[] {
  const cut: string[] = [];
  const range = document.createRange();
  const boxes = [...document.body.querySelectorAll('*')].filter(
    (box) => getComputedStyle(box).overflow === 'hidden' && !box.matches('.hidden, svg'),
  );
  for (const box of [document.documentElement, ...boxes]) {
    const edge = box.getBoundingClientRect();
    const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement?.closest('.hidden, .skip, details:not([open])')) continue;
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const inside =
          left > edge.left - 1 &&
          right < edge.right + 1 &&
          top > edge.top - 1 &&
          bottom < edge.bottom + 1;
        if (!inside) cut.push(text.nodeValue ?? '');
      }
    }
  }
  return cut;
}

/** Returns how far the page can be scrolled sideways, in CSS pixels, and the elements that do not fit. */
const misplaced = (page: Page) =>
  page.evaluate(`({ overflow: ${OVERFLOW}, cutOff: (${cutOff})() })`);

/**
 * Returns all that is wrong with the page as it is shown now.
 * @param least height of a touch target, in CSS pixels
 */
const faults = (page: Page, least: number) =>
  page.evaluate(`({
    overflow: ${OVERFLOW},
    cutOff: (${cutOff})(),
    squeezed: (${squeezed})(),
    broken: (${brokenWords})(),
    tooSmall: (${tooSmall})(${least}),
  })`);

/** The spacing of WCAG 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;

describe.each(offices)('$name', (office) => {
  const visit = openSite(office.charter);
  // 320 px is 1280 at 400 % (WCAG 2.2, 1.4.10). From 1280 px there is the dense table, meant for a mouse.
  const widths = office === real ? [320, 360, 640, 768, 1024, 1279, 1280, 1600] : [320, 640, 1280];
  // Colours do not depend on what a charter says, so only the first office is seen in each of them at each width; and of
  // the others only the table, which is another thing on a phone, is seen by axe at both.
  const axeAt = (path: string, width: number): ('light' | 'dark')[] => {
    if (office === real) return width === 360 || width === 1280 ? ['light', 'dark'] : [];
    if (width === 320) return ['light'];
    return width === 1280 && path === '/services' ? ['dark'] : [];
  };

  test.each(browserPaths(office))(
    '%s: axe finds nothing, it does not scroll sideways, no word is broken or cut off, and touch targets are big enough; nor with text at 200 % or spaced',
    async (path) => {
      // Without motion, because axe would measure colours in mid-transition.
      await visit(
        path,
        { ...viewport(320), reducedMotion: 'reduce', hasAxe: true },
        async (page) => {
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details')) details.open = true;
          });
          const none = { overflow: 0, cutOff: [] };
          for (const width of widths) {
            await page.setViewportSize({ width, height: 800 });
            expect(await faults(page, width < 1280 ? 44 : 24), `at ${width} px`).toEqual({
              ...none,
              squeezed: [],
              broken: [],
              tooSmall: [],
            });
            for (const colorScheme of axeAt(path, width)) {
              await page.emulateMedia({ colorScheme });
              expect(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
            }
          }

          const devtools = await page.context().newCDPSession(page);
          const setFontSize = async (standard: number) => {
            await devtools.send('Page.setFontSizes', { fontSizes: { standard } });
            const size = await page.evaluate(
              () => getComputedStyle(document.documentElement).fontSize,
            );
            expect(size).toBe(`${standard}px`);
          };
          await setFontSize(32);
          for (const width of office === real ? [360, 320] : [320]) {
            await page.setViewportSize({ width, height: 800 });
            expect(await misplaced(page), `twice as big at ${width} px`).toEqual(none);
          }
          await setFontSize(16);
          await devtools.detach();
          // A script of the page's own may do this, whatever the policy says of styles.
          await page.evaluate((rules) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules);
            document.adoptedStyleSheets.push(sheet);
          }, SPACING);
          await page.setViewportSize({ width: 360, height: 800 });
          expect(await misplaced(page), 'spaced').toEqual(none);
        },
      );
    },
  );
});
