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
    const text = withoutSpaces((await pagesOf(posterPdfs(charter, publicUrl).a4)).join(''));
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
    expect(texts.filter((one) => !text.includes(withoutSpaces(one)))).toEqual([]);
    expect((await sharePng(charter)).subarray(1, 4).toString()).toBe('PNG');
  },
];
