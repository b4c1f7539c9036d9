// Properties of the import for any document: it either refuses in one line or loses no word, and it never hangs.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ImportError } from '../src/import/source.ts';
import { cpuOf } from './support/cpu.ts';
import { lostWords, runImport } from './support/imports.ts';
import { excelFile, wordFile, wordTable } from './support/office-files.ts';

/** Imports a document and checks that every piece and word is in the data or the report. */
function checkImport(source: string | Uint8Array, name: string): void {
  let result: ReturnType<typeof runImport>;
  try {
    result = runImport(source, name);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.message).not.toContain('\n');
    return;
  }
  const { counts } = result;
  expect(counts.placed + counts.dropped + counts.unplaced).toBe(counts.pieces);
  expect(lostWords(source, name, result)).toEqual([]);
}

const HEADINGS = [
  'ক্রমিক',
  'সেবার নাম',
  'সময়',
  'ফি',
  'কাগজপত্র',
  'প্রাপ্তিস্থান',
  'কর্মকর্তা',
  'ঊর্ধ্বতন কর্মকর্তা',
  'মন্তব্য',
  'ফোন',
  'শাখা',
  'অন্য',
  '',
];
const FACTS = [
  '০১',
  '২।',
  '(ক) এক',
  'ঐ',
  '-',
  '--',
  '৫০/-',
  'বিনামূল্যে',
  '৭ দিন',
  '১. আবেদন ২. ছবি',
  'ক. এক\nখ. দুই',
  '✓',
  'null',
  '# ক: খ',
  "'='",
  '2026-01-01',
  '007',
  '|',
  'সচিব, ফোন: ০২-৫৫০০০০০১',
  'জনাব কল্পিত রহমান\nসচিব\nমোবাঃ ০১৭০০০০০০০১',
  'a@b.example',
  'ফ্যাক্স: ০২-৫৫০০০০০৩',
  'নাগরিক সেবা',
  'সেবার নাম',
  'অভিযোগ প্রতিকার ব্যবস্থা',
  'ভিশন: ভালো',
  'প্রত্যাশা',
];
const heading = fc.constantFrom(...HEADINGS);
const letters = fc.constantFrom(...'কখগতনর্ািে১২ab: #-"\'|,.()\n\\{}[]&*!%@');
const fact = fc.oneof(
  fc.constantFrom(...FACTS),
  fc.string({ unit: letters, maxLength: 25 }),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
);
const table = fc
  .tuple(fc.array(heading, { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 6 }))
  .chain(([headings, height]) => {
    const row = fc.array(fact, { minLength: headings.length, maxLength: headings.length });
    return fc.array(row, { minLength: 1, maxLength: height }).map((rows) => [headings, ...rows]);
  });

const joined = (rows: string[][], separator: string) =>
  rows.map((row) => row.map((one) => one.replaceAll('\n', ' ')).join(separator)).join('\n');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const htmlRow = (row: string[]) =>
  `<tr>${row.map((one) => `<td>${escaped(one)}</td>`).join('')}</tr>`;
/** Removes control characters, which XML cannot hold. */
const forXml = (rows: string[][]) =>
  rows.map((row) => row.map((one) => one.replace(/[^\P{C}\n]/gu, '')));

/** Writes a table below some lines in each form that the import reads. */
const forms: ((rows: string[][], above: string) => [source: string | Uint8Array, name: string])[] =
  [
    (rows, above) => [`${above}\n${joined(rows, '\t')}`, 'a.txt'],
    (rows, above) => [`${above}\n| ${joined(rows, ' | ')} |`, 'a.md'],
    (rows, above) => [
      `<p>${escaped(above)}</p><table>${rows.map(htmlRow).join('')}</table>`,
      'a.html',
    ],
    (rows) => [wordFile([wordTable(forXml(rows))]), 'a.docx'],
    (rows) => [excelFile(forXml(rows)), 'a.xlsx'],
    (rows, above) => [`${above}\n${rows.flat().join('\n')}`, 'a.txt'],
  ];

test('tables of any content, in every form', () => {
  const above = fc.array(fact, { maxLength: 3 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(table, above, fc.constantFrom(...forms), (rows, lines, form) => {
      checkImport(...form(rows, lines));
    }),
    { numRuns: 40 },
  );
});

test('any bytes, and any text', () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(bytes, text), (source) => checkImport(source, 'any')),
    { numRuns: 40 },
  );
});

test('200 services do not take long', () => {
  const rows = Array.from({ length: 200 }, (_, at) => {
    const officer = `কল্পিত ${at}, সহকারী কমিশনার, ফোন: ০২-৫৫০০${1000 + at}`;
    return [at + 1, `সেবা ${at}`, '১. আবেদন ২. ছবি', '৫০ টাকা', officer].join('\t');
  });
  const headings = 'ক্রমিক\tসেবার নাম\tকাগজপত্র\tফি\tদায়িত্বপ্রাপ্ত কর্মকর্তা';
  const took = cpuOf(() => {
    const { charter } = runImport(['কল্পপুর পৌরসভা', headings, ...rows].join('\n'));
    expect(charter.services).toHaveLength(200);
    expect(charter.officers).toHaveLength(200);
  });
  expect(took).toBeLessThan(5_000);
});

test.each('০|০ |ক. |(|a.|ভিশন |১. |মোবাইল |<|- |__a |**a|,a|: |a@|প্রত্যাশা|ঃ'.split('|'))(
  '%j repeated for long does not take long',
  (unit) => {
    const headings = 'ক্রমিক\tসেবার নাম\tসময়\tফি\tদায়িত্বপ্রাপ্ত কর্মকর্তা';
    // Just below the maximum length of a piece, and far above it.
    for (const length of [5900, 50_000]) {
      const text = unit.repeat(length / unit.length);
      const source = `${text}\nকল্পপুর পৌরসভা\n${headings}\n১\tক\t${text}\t${text}\t${text}`;
      expect(cpuOf(() => runImport(source))).toBeLessThan(3_000);
    }
  },
);
