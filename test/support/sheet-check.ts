// Checks of the sheets of any sound charter.

import { expect } from 'vitest';
import { laySheet } from '../../src/site/print/sheet-layout.ts';
import { posterContent, posterPdfs, sharePng } from '../../src/site/print/sheets.ts';
import type { Check } from './page-checks.ts';
import { publicUrl } from './site.ts';

const withoutSpaces = (text: string) => text.replace(/\s/g, '');

export const sheetCheck: Check = [
  'the sheets can be made, and the poster has every service, table and statement',
  async ({ charter }) => {
    // Whatever is wanted is written whole, or there is no poster (src/site/print/proof.ts).
    posterPdfs(charter, publicUrl);
    const { wanted } = laySheet(posterContent(charter, publicUrl));
    const printed = [...wanted.values()].map(withoutSpaces);
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
    const isPrinted = (text: string) => printed.some((one) => one.includes(withoutSpaces(text)));
    expect(texts.filter((text) => !isPrinted(text))).toEqual([]);
    expect((await sharePng(charter)).subarray(1, 4).toString()).toBe('PNG');
  },
];
