// Returns a screen reader's words for a page: the virtual one of @guidepup, run in the page by the real browser; only that
// knows what is shown.
/// <reference lib="dom" />

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const module = readFileSync(
  createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'),
  'utf8',
);
/** A script, because the content policy lets no module in. */
const reader = module.replace(/export\{.*?([\w$]+) as virtual\}/, 'globalThis.virtual = $1');

/** Said by the virtual reader for a role alone; real ones go on with the text. */
const SILENT = /^(end of |(paragraph|term|definition|strong|rowgroup)$)/;

/** Returns all that is heard of the page from top to bottom, a phrase a line. */
export async function hear(page: Page): Promise<string[]> {
  await page.evaluate(reader);
  const phrases = await page.evaluate(async () => {
    const { virtual } = globalThis as unknown as typeof import('@guidepup/virtual-screen-reader');
    await virtual.start({ container: document.body });
    while ((await virtual.lastSpokenPhrase()) !== 'end of document') await virtual.next();
    return virtual.spokenPhraseLog();
  });
  const heard: string[] = [];
  let end: string | undefined;
  for (const [at, phrase] of phrases.entries()) {
    if (end === undefined && !SILENT.test(phrase)) {
      heard.push(
        phrase
          // Rows and cells are heard by what is in them.
          .replace(/^(row|rowheader|cell), .*/, '$1')
          .replace(/level 1, (.*)position (\d+), set size (\d+)$/, '$1$2 of $3'),
      );
      // The text of a link or heading is its name, and is heard once.
      if (/^(link|heading), /.test(phrase) && phrases.includes(`end of ${phrase}`, at))
        end = `end of ${phrase}`;
    } else if (phrase === end) end = undefined;
  }
  return heard;
}
