// What holds of the sheets of any sound charter.

import { expect } from 'vitest';
import { posterPdf, sharePng } from '../../src/site/print/sheets.ts';
import type { Check } from './page-checks.ts';
import { pagesOf } from './pdf.ts';
import { publicUrl } from './site.ts';

const withoutSpaces = (text: string) => text.replace(/\s/g, '');

export const sheetCheck: Check = [
  'the sheets can be made, and the poster names every service',
  async ({ charter }) => {
    const text = withoutSpaces((await pagesOf(await posterPdf(charter, publicUrl, 'a4'))).join(''));
    const missing = charter.services.filter(({ name }) => !text.includes(withoutSpaces(name)));
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect((await sharePng(charter)).subarray(1, 4).toString()).toBe('PNG');
  },
];
