// The official table for spreadsheets, CSV and XLSX, read back cell by cell.

import { array, assert, constantFrom, property, string } from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { Charter } from '../src/charter/charter.ts';
import { guardFormulas, withoutFormulaGuards } from '../src/charter/formula-guard.ts';
import { createHandler } from '../src/http/handler.ts';
import { readXlsx } from '../src/import/read/xlsx.ts';
import { buildSite } from '../src/site/build.ts';
import { servicesCsv } from '../src/site/open-data/services-csv.ts';
import { servicesTable } from '../src/site/open-data/services-table.ts';
import { servicesXlsx } from '../src/site/open-data/services-xlsx.ts';
import { excelFile } from './support/office-files.ts';
import { readCsv } from './support/open-data-checks.ts';
import {
  charter,
  complaintsOnly,
  municipality,
  offices,
  publicUrl,
  silent,
  whenMade,
} from './support/site.ts';

/** Returns the real charter with another name for its first service, which is the third cell of the second row. */
function named(name: string): Charter {
  const [service, ...services] = charter.services;
  if (!service) throw new Error('the charter has services');
  return { ...charter, services: [{ ...service, name }, ...services] };
}

test.each([
  [['শাখা', undefined], true],
  [[undefined, 'শাখা'], true],
  [[undefined, undefined], false],
])('services in the groups %j have a column of groups: %s', (groups, has) => {
  const services = charter.services
    .slice(0, 2)
    .map((service, at) => ({ ...service, group: groups[at] }));
  const [heading, ...rows] = servicesTable({ ...charter, services }, publicUrl) ?? [];
  expect(heading?.includes('শাখা')).toBe(has);
  for (const row of rows) expect(row).toHaveLength(heading?.length ?? 0);
});

const csvCell = (name: string) => readCsv(servicesCsv(named(name), publicUrl) ?? '')[1]?.[2];

/** Returns the rows of a workbook, as the import reads them. */
async function xlsxRows(of: Charter): Promise<string[][]> {
  const bytes = (await servicesXlsx(of, publicUrl)) ?? new Uint8Array();
  const { blocks, changes } = readXlsx(bytes);
  expect(changes).toEqual([]);
  return blocks.flatMap((block) =>
    block.kind === 'grid' ? block.rows.map((row) => row.map(({ piece }) => piece.text)) : [],
  );
}
const xlsxCell = async (name: string) => (await xlsxRows(named(name)))[1]?.[2];

describe.each(offices)('$name', ({ charter, site }) => {
  const rows = servicesTable(charter, publicUrl);

  test('the CSV has the cells of the table, a guard apart', () => {
    const csv = site.resources.get('/services.csv')?.bodies.identity.bytes.toString();
    expect(csv && readCsv(csv).map((row) => row.map(withoutFormulaGuards))).toEqual(rows);
  });

  test('the workbook has the cells of the table', async () => {
    expect(site.sheets.paths.has('/services.xlsx')).toBe(rows !== undefined);
    if (rows) expect(await xlsxRows(charter)).toEqual(rows);
    else expect(await servicesXlsx(charter, publicUrl)).toBeUndefined();
  });
});

test('an office with groups has a column for them, empty where a service is in none', () => {
  const [heading, ...rows] = servicesTable(municipality.charter, publicUrl) ?? [];
  const at = heading?.indexOf('শাখা') ?? -1;
  expect(at).toBe(1);
  const groups = municipality.charter.services.map(({ group }) => group ?? '');
  expect(rows.map((row) => row[at])).toEqual(groups);
  expect(new Set(groups).size).toBeGreaterThan(1);
  const [own] = servicesTable(charter, publicUrl) ?? [];
  expect(own).not.toContain('শাখা');
  expect(servicesTable(complaintsOnly.charter, publicUrl)).toBeUndefined();
});

test.each([
  ['=1+1', "'=1+1"],
  ['+8801', "'+8801"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠1', "'＠1"],
  [' =1', "' =1"],
  ['\u00a0=1', "'\u00a0=1"],
  // Every line, whatever ends the one before.
  ['ক\n=1+1', "ক\n'=1+1"],
  ['ক\r\n=1+1', "ক\r\n'=1+1"],
  ['ক\r=1+1', "ক\r'=1+1"],
  ['ক\n\n  - খ', "ক\n\n'  - খ"],
  // A spreadsheet may split a line at these.
  ['ক;=1+1;খ', "ক;'=1+1;খ"],
  ['ক\t=1+1', "ক\t'=1+1"],
  // An apostrophe of the text is not a guard.
  ["'=1", "''=1"],
  // No start of a cell, or no formula.
  ['ক=1', 'ক=1'],
  ['১ + ১', '১ + ১'],
  ['ক; +৫০', 'ক; +৫০'],
  ['—', '—'],
  ['ক\r\n\r\nখ', 'ক\r\n\r\nখ'],
  ["'ক'", "'ক'"],
  ['', ''],
])('the CSV cell of %j is %j, and the same text again when it is imported', (text, cell) => {
  expect(guardFormulas(text)).toBe(cell);
  expect(withoutFormulaGuards(cell)).toBe(text);
});

test.each(['ক "খ" গ', 'ক, খ', 'ক\nখ', 'ক\rখ', 'ক\r\nখ', ' ক ', '"', '\n', '\ufeffক'])(
  'the CSV cell of %j is quoted, so that every reader sees one cell',
  (text) => {
    expect(csvCell(text)).toBe(text);
  },
);

const anyText = array(
  constantFrom(...['=', "'", '-', '＋', '\t', '\r', '\n', ';', ',', '"', ' ', 'ক', '1', '_x000D_']),
).map((signs) => signs.join(''));

test('any text is one cell of the CSV, no line of which starts a formula', () => {
  for (const unit of [anyText, string({ unit: 'grapheme' })])
    assert(
      property(unit, (text) => {
        const cell = csvCell(text) ?? '';
        expect(withoutFormulaGuards(cell)).toBe(text);
        for (const line of cell.split(/[\n;]/)) expect(line).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
      { numRuns: 60 },
    );
});

test.each([
  '=1+1\n=2',
  '01700000000',
  '+8801700000000',
  'ক\nখ',
  '<b>&amp;</b>',
  '_x0041_',
  '_X0041_ __x0041_',
  '📞',
  'অা',
])('the workbook has %j as it is', async (text) => {
  expect(await xlsxCell(text)).toBe(text);
});

test.each([
  ['ক_x000D_\nখ', 'ক\nখ'],
  ['_x0995__x005F_x0996_', 'ক_x0996_'],
  ['_x00_ x0041_', '_x00_ x0041_'],
])("Excel's own escapes are read: %j is %j", (stored, text) => {
  const { blocks } = readXlsx(excelFile([[stored]]));
  expect(blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []))).toMatchObject([
    [{ piece: { text } }],
  ]);
});

test('a cell longer than Excel keeps says that it is cut, and where the rest is', async () => {
  const longest = 'ক'.repeat(32_767);
  expect(await xlsxCell(longest)).toBe(longest);
  const cut = (await xlsxCell(`${longest}খ`)) ?? '';
  expect(cut).toHaveLength(32_767);
  expect(cut).toMatch(/^ক+ … \(পুরোটা শেষ কলামের ঠিকানায়\)$/u);
  expect(await xlsxCell('📞'.repeat(20_000))).not.toMatch(/\p{Cs}/u);
});

test('the workbook has text cells only, in a format for text, under a heading that stays', async () => {
  const parts = unzipSync((await servicesXlsx(charter, publicUrl)) ?? new Uint8Array());
  const part = (path: string) => Buffer.from(parts[path] ?? []).toString();
  const sheet = part('xl/worksheets/sheet1.xml');
  const cells = sheet.match(/<c [^>]*>/g) ?? [];
  expect(cells.length).toBeGreaterThan(50);
  for (const cell of cells) expect(cell).toMatch(/ t="s"/);
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  // The number format 49 is "@" (ISO/IEC 29500-1 §18.8.30).
  const styles = part('xl/styles.xml');
  const formats = [...styles.matchAll(/<numFmt [^>]*>/g)].map(([format]) => format);
  const xfs = [
    ...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*numFmtId="(\d+)"/g),
  ];
  expect(xfs.length).toBeGreaterThan(1);
  for (const [, id] of xfs)
    expect(
      id === '49' ||
        formats.some(
          (format) => format.includes(`numFmtId="${id}"`) && format.includes('formatCode="@"'),
        ),
    ).toBe(true);
  const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(servicesTable(charter, publicUrl)?.[0]?.length ?? 0);
  expect(Math.min(...widths)).toBe(8);
  expect(Math.max(...widths)).toBe(40);
});

test('the same charter gives the same workbook, at any time', async () => {
  const first = await servicesXlsx(charter, publicUrl);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06') });
  const later = await servicesXlsx(charter, publicUrl).finally(() => vi.useRealTimers());
  expect(later).toEqual(first);
});

test('the workbook is made when it is first asked for, and pages of other sites may read it', async () => {
  const site = await buildSite(charter, publicUrl);
  expect(site.sheets.get('/services.xlsx')).toBeUndefined();
  const app = createHandler(site, { https: true, logger: silent }).handle;
  const answer = await whenMade(app, '/services.xlsx');
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual(Buffer.from((await servicesXlsx(charter, publicUrl)) ?? []));
  expect(answer.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=240',
  });
  expect(answer.headers).not.toHaveProperty('vary');
  expect(site.sheets.get('/charter.pdf')).toBeUndefined();
});
