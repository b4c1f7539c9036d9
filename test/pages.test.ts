// The pages of the frozen offices, under the checks that hold for any office (support/page-checks.ts).

import { describe, expect, test } from 'vitest';
import { downloads } from '../src/site/addresses.ts';
import { pages } from '../src/site/pages.ts';
import { pageChecks, textOf } from './support/page-checks.ts';
import { offices, real } from './support/site.ts';

describe.each(offices)('$name', (office) => {
  test.each(pageChecks)('%s', (_, check) => check(office));

  test('the site has the expected pages', () => {
    const { services, vision, mission, officers } = office.charter;
    expect(office.pagePaths).toEqual([
      '/',
      '/services',
      ...services.map(({ id }) => `/services/${id}`),
      ...(vision || mission ? ['/vision-mission'] : []),
      ...(officers.length > 0 || office.charter.office.hours ? ['/contact'] : []),
      '/about',
    ]);
  });

  test('the search finds every page by its heading, but not home, the list of services and the page about the charter', async () => {
    const unfound: (string | undefined)[] = [];
    for (const { path, heading } of pages(office.charter)) {
      const { resource } = await office.site.search(heading);
      const html = resource.bodies.identity.bytes.toString();
      const results = /<ol class="results".*?<\/main>/s.exec(html)?.[0] ?? '';
      const found = [...results.matchAll(/href="([^"#]*)/g)].map(([, address]) => address);
      if (!found.includes(path)) unfound.push(path);
    }
    expect(unfound).toEqual(['/', '/services', '/about']);
  });

  test('the pages are data: what they show, and nothing for a template to call', () => {
    expect(() => structuredClone(pages(office.charter))).not.toThrow();
  });
});

test('every download is linked: from a page, or from the open data', () => {
  const linking = [...real.pagePaths, downloads.json].map((path) => textOf(real, path)).join('\n');
  expect(Object.values(downloads).filter((path) => !linking.includes(`${path}"`))).toEqual([]);
});
