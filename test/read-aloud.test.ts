// A screen reader's words for the most important pages.

import { describe, expect, test } from 'vitest';
import { hear } from './support/screen-reader.ts';
import { real } from './support/site.ts';
import { openSite, viewport } from './support/visit.ts';

describe('read aloud', () => {
  const visit = openSite(real.charter);

  test('home, the services, a service and the contacts say what they have to say, once and in order', async () => {
    const heard: Record<string, string[]> = {};
    for (const path of ['/', '/services', '/services/portal', '/contact']) {
      const all = await visit(path, viewport(360), hear);
      // The header and the footer are compared once.
      heard[path] = path === '/' ? all : all.slice(all.indexOf('main'), all.indexOf('contentinfo'));
      const twice = all.filter((phrase, at) => phrase === all[at + 1]);
      expect(twice, path).toEqual([]);
      const signs = all.filter((phrase) => !/[\p{L}\p{N}]/u.test(phrase));
      expect(signs, path).toEqual([]);
    }
    // After a change, run `npx vitest run test/read-aloud.test.ts -u` and read what differs aloud.
    const text = Object.entries(heard).map(([path, all]) => `# ${path}\n${all.join('\n')}\n`);
    await expect(text.join('\n')).toMatchFileSnapshot('fixtures/heard.txt');
  });

  test('the number of a service has one label: its column at a desk, a word of its own on a phone', async () => {
    for (const [width, labels] of [
      [360, real.charter.services.length],
      [1280, 0],
    ] as const) {
      const heard = await visit('/services', viewport(width), hear);
      expect(heard.filter((phrase) => phrase === 'ক্রমিক:')).toHaveLength(labels);
    }
  });
});
