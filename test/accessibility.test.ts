// axe on every page, in a real browser: phone and desktop, light and dark.

import { describe, expect, test } from 'vitest';
import { loadAxe, violations } from './support/axe.ts';
import { browserPaths, offices } from './support/site.ts';
import { openSite } from './support/visit.ts';

describe.each(offices)('$name', (office) => {
  const visit = openSite(office.charter);

  test.each(browserPaths(office))('%s violates no axe rule', async (path) => {
    // Without motion, because axe would measure colours in mid-transition.
    await visit(path, { reducedMotion: 'reduce' }, async (page) => {
      await loadAxe(page);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: 'light' });
        expect(await violations(page), `${width} px, light`).toEqual([]);
        // Dark mode only changes colours.
        await page.emulateMedia({ colorScheme: 'dark' });
        const colours = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
        expect(await violations(page, colours), `${width} px, dark`).toEqual([]);
      }
    });
  });
});
