// What holds of the sheets of any sound charter.

import { expect } from 'vitest';
import { posterPdfs, sharePng } from '../../src/site/print/sheets.ts';
import type { Check } from './page-checks.ts';
import { pagesOf } from './pdf.ts';
import { publicUrl } from './site.ts';

const withoutSpaces = (text: string) => text.replace(/\s/g, '');

export const sheetCheck: Check = [
  'the sheets can be made, and the poster has every service, table and statement',
  async ({ charter }) => {
    const pages = (await pagesOf(posterPdfs(charter, publicUrl).a4)).map(withoutSpaces);
    const texts = [
      charter.vision,
      charter.mission,
      ...charter.services.flatMap(({ name, group, cases }) => [
        name,
        group,
        ...cases.map((one) => one.name),
      ]),
      ...charter.tables.flatMap(({ title, columns }) => [title, ...columns]),
      ...charter.expectations,
    ].filter((one) => one !== undefined);
    // A row that is higher than a page goes on on the next one, and with it a text in its midst.
    const isShown = (text: string) => {
      const words = text.split(/\s+/);
      return words.some((_, at) => {
        const [head, rest] = [words.slice(0, at).join(''), words.slice(at).join('')];
        return pages.some(
          (page, number) => page.includes(rest) && (pages[number - 1] ?? '').includes(head),
        );
      });
    };
    expect(texts.filter((text) => !isShown(text))).toEqual([]);
    expect((await sharePng(charter)).subarray(1, 4).toString()).toBe('PNG');
  },
];
