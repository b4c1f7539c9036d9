// The live data. These checks hold for any valid charter, so that no correct edit by the staff breaks a test; all other
// tests run on the frozen copy (support/data.ts).

import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { openDataChecks } from './support/open-data-checks.ts';
import { pageChecks } from './support/page-checks.ts';
import { sheetCheck } from './support/sheet-check.ts';
import { openOffice } from './support/site.ts';
import { openSite, overflow, viewport } from './support/visit.ts';

// The same variable as for the server, for offices that keep their data elsewhere.
const office = await openOffice('the live data', process.env.DATA_DIR ?? 'data');

test.each([...pageChecks, ...openDataChecks, sheetCheck])('%s', (_, check) => check(office));

describe('in a browser', () => {
  const visit = openSite(office.charter);
  const kinds = new Map(
    office.pagePaths.map((path) => [path.startsWith('/services/') ? 'service' : path, path]),
  );

  test.each([...kinds.values()])(
    '%s does not scroll sideways, and axe finds nothing',
    async (path) => {
      await visit(path, { reducedMotion: 'reduce', hasAxe: true }, async (page) => {
        for (const width of [360, 1280]) {
          await page.setViewportSize(viewport(width).viewport);
          expect(await overflow(page), `${width} px`).toBe(0);
          // Only the table is another thing at a desk than on a phone.
          if (width === 360 || path === '/services')
            expect(await violations(page), `${width} px`).toEqual([]);
        }
      });
    },
  );
});
