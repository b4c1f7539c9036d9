// npm run import of each kind of document. All offices but the first are made up.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toBengaliDigits } from '../src/bangla/digits.ts';
import { sectionsOf } from '../src/charter/sections.ts';
import { loadCharter } from '../src/data/load.ts';
import { plainWords } from '../src/import/reconcile/ledger.ts';
import { servicesCsv } from '../src/site/open-data/services-csv.ts';
import { inventedWords, lostWords, runImport, siteText, sourceWords } from './support/imports.ts';
import { excelFile, wordFile, wordParagraph, wordTable } from './support/office-files.ts';

const original = readFileSync('test/fixtures/citizen-charter-original.txt', 'utf8');

function charterIn(folder: string) {
  const loaded = loadCharter(folder);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.charter;
}

/** Applies the corrections of this office's charter to a text as published. */
function corrected(text: string): string {
  return charterIn('test/fixtures/kachua')
    .corrections.flatMap(({ changes }) => changes)
    .filter(({ published, shown }) => shown !== undefined && !published.startsWith('<'))
    .reduce((now, { published, shown = '' }) => now.replaceAll(published, shown), text);
}

test('the original of this office becomes its data, but for the corrections', () => {
  const result = runImport(original);
  const { charter, counts, report } = result;
  expect(lostWords(original, 'charter.txt', result)).toEqual([]);
  expect(inventedWords(original, 'charter.txt', result)).toEqual([]);
  const { services, officers, vision, mission, office, headings } =
    charterIn('test/fixtures/kachua');
  const withoutIds = (all: typeof services) =>
    all.map(({ id, name, officers, superiors, ...rest }) => ({
      ...rest,
      name: corrected(name),
      officers: officers.map(({ id }) => id),
      superiors: superiors.map(({ id }) => id),
    }));
  expect(withoutIds(charter.services)).toEqual(withoutIds(services));
  const inBengali = (all: typeof officers) =>
    all.map((one) => ({ ...one, mobile: toBengaliDigits(one.mobile ?? '') }));
  expect(inBengali(charter.officers)).toEqual(inBengali(officers));
  expect(corrected(charter.vision ?? '')).toBe(vision);
  expect(corrected(charter.mission ?? '')).toBe(mission);
  expect(charter.headings.map(({ text }) => corrected(text))).toEqual(
    headings.map(({ text }) => text),
  );
  expect(charter.office).toEqual({ ...office });
  expect(counts).toMatchObject({ pieces: 92, unplaced: 0 });
  for (const line of [
    'doict.kachua,bagerhat.gov.bd → doict.kachua.bagerhat.gov.bd',
    '<b>',
    '০১ | ০২ | ০৩',
    '----',
    // A doubtful word stays as published, and the report names it.
    '“ইসরকার-,”',
    '“ও-টেকসই”',
    '“শিক্ষক/শিক্ষকাদে র”',
    '“পদ্ধতি(যদি”',
    '“কাগজপত্র/ আবেদন”',
  ])
    expect(report).toContain(line);
});

const HEADINGS = [
  'ক্রমিক নং',
  'সেবার নাম',
  'প্রয়োজনীয় কাগজপত্র',
  'সেবার মূল্য',
  'সময়',
  'দায়িত্বপ্রাপ্ত কর্মকর্তা',
  'মন্তব্য',
];
const ROWS = [
  [
    '১',
    'জন্ম নিবন্ধন',
    '১. টিকার কার্ড ২. পিতার পরিচয়পত্র',
    '৫০/-',
    '৭ কার্যদিবস',
    'জনাব কল্পিত রহমান, সচিব, ফোন: ০২-৫৫০০০০০১',
    'শনিবার বন্ধ',
  ],
  ['২', 'ওয়ারিশ সনদ', 'আবেদন ফরম', 'সাধারণ: ১০০ টাকা\nজরুরি: ২০০ টাকা', '৩ দিন', 'ঐ', '-'],
  [
    '৩',
    'ট্রেড লাইসেন্স',
    'ভাড়ার চুক্তি',
    'বিনামূল্যে',
    '১৫ দিন',
    'জনাব কল্পিত রহমান, সচিব, ফোন: ০২-৫৫০০০০০১',
    '-',
  ],
];
const TITLE = [
  'গণপ্রজাতন্ত্রী বাংলাদেশ সরকার',
  'কল্পনানগর ইউনিয়ন পরিষদ',
  'স্বপ্নপুর, রূপকথা',
  'সিটিজেন চার্টার',
  'ভিশন: সবার জন্য সেবা।',
];
const table = (separator: string) =>
  [HEADINGS, ...ROWS].map((row) =>
    row.map((one) => one.replaceAll('\n', ' <br> ')).join(separator),
  );

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const html = `<nav>প্রথম পাতা</nav>${TITLE.map((line) => `<p>${line}</p>`).join('')}<table><tr>${HEADINGS.map((one) => `<th><p>${one}</p></th>`).join('')}</tr>${ROWS.map(
  (row) =>
    `<tr>${row.map((one) => `<td><p>${one.replaceAll('\n', '</p><p>')}</p></td>`).join('')}</tr>`,
).join('')}</table>`;

const sources: [kind: string, source: string | Uint8Array, name: string][] = [
  ['lines with tabs', [...TITLE, ...table('\t')].join('\n'), 'charter.txt'],
  [
    'Windows line ends and a byte order mark',
    `\ufeff${[...TITLE, ...table('\t')].join('\r\n')}`,
    'charter.tsv',
  ],
  ['UTF-16', utf16([...TITLE, ...table('\t')].join('\n')), 'charter.txt'],
  [
    'a Markdown table',
    [...TITLE, ...table(' | ').map((row) => `| ${row} |`)].join('\n'),
    'charter.md',
  ],
  [
    'cells that each end with a pipe',
    [...TITLE, ...table(' |\n').map((row) => `${row} |`)].join('\n'),
    'stdin',
  ],
  ['a page of the portal', html, 'page.html'],
  [
    'a page that shows its escapes',
    html.replaceAll('</', '<\\/').replaceAll('<tr>', '\\r\\n\\t<tr>'),
    'page.html',
  ],
  [
    'what is copied from such a page',
    [
      ...TITLE,
      `\\r\\n\\t${[HEADINGS, ...ROWS]
        .map((row) =>
          row
            .map((one) => `${one.replaceAll('\n', '<\\/p>\\r\\n\\t')}<\\/p>\\r\\n\\t<\\/td>`)
            .join('\\r\\n\\t'),
        )
        .join('\\r\\n\\t<\\/tr>\\r\\n')}\\r\\n\\t<\\/tr>\\r\\n`,
    ].join('<\\/p>\\r\\n'),
    'charter.txt',
  ],
  [
    'a Word document',
    wordFile([...TITLE.map(wordParagraph), wordTable([HEADINGS, ...ROWS])]),
    'charter.docx',
  ],
  [
    'a spreadsheet',
    excelFile([...TITLE.map((line) => [line]), HEADINGS, ...ROWS], ['A1:G1']),
    'charter.xlsx',
  ],
  [
    'comma-separated cells',
    [HEADINGS, ...ROWS].map((row) => row.map((one) => `"${one}"`).join(',')).join('\n'),
    'charter.csv',
  ],
];

test.each(sources)('%s', async (_, source, name) => {
  const result = runImport(source, name);
  const { charter, counts } = result;
  const [first, second, third] = charter.services;
  expect(charter.services.map(({ id }) => id)).toEqual([
    'birth-registration',
    'succession-certificate',
    'trade-licence',
  ]);
  expect(first).toMatchObject({
    name: 'জন্ম নিবন্ধন',
    documents: [{ name: 'টিকার কার্ড' }, { name: 'পিতার পরিচয়পত্র' }],
    fee: [{ fee: 50 }],
    time: '৭ কার্যদিবস',
    own: [{ key: 'remarks', texts: ['শনিবার বন্ধ'] }],
  });
  expect(second?.fee).toEqual([
    { for: 'সাধারণ', fee: 100 },
    { for: 'জরুরি', fee: 200 },
  ]);
  expect(charter.officers).toEqual([
    {
      id: 'secretary',
      former_ids: [],
      name: 'জনাব কল্পিত রহমান',
      post: 'সচিব',
      phone: '০২-৫৫০০০০০১',
    },
  ]);
  expect([first, second, third].map((service) => service?.officers[0]?.id)).toEqual(
    Array(3).fill('secretary'),
  );
  expect(charter.headings.map(({ text }) => text)).toEqual(HEADINGS);
  if (name !== 'charter.csv') {
    expect(charter.office).toMatchObject({
      department: 'কল্পনানগর ইউনিয়ন পরিষদ',
      upazila: 'স্বপ্নপুর',
      district: 'রূপকথা',
    });
    expect(charter.vision).toBe('সবার জন্য সেবা।');
  }
  expect(counts.placed + counts.dropped + counts.unplaced).toBe(counts.pieces);
  expect(lostWords(source, name, result)).toEqual([]);
  expect(inventedWords(source, name, result)).toEqual([]);
  // Every word is on the pages, except those that the report drops or lists as unplaced.
  const pages = new Set(plainWords(await siteText(charter)));
  const onlyInReport = new Set(plainWords('প্রথম পাতা সিটিজেন চার্টার ঐ'));
  expect(
    sourceWords(source, name).filter((word) => !pages.has(word) && !onlyInReport.has(word)),
  ).toEqual([]);
});

test('vertically merged cells apply to each row, and rows within a service are its cases', () => {
  const merged = (text: string) => ({ paragraphs: [text], merge: 'start' as const });
  const below = { paragraphs: [], merge: 'continue' as const };
  const source = wordFile([
    wordParagraph('কল্পপুর পৌরসভা'),
    wordTable([
      ['ক্রম', { paragraphs: ['সেবার নাম'], columns: 2 }, 'ফি', 'সময়', 'দায়িত্বপ্রাপ্ত কর্মকর্তা'],
      [merged('১'), merged('ছুটি'), 'ক) নৈমিত্তিক', 'বিনামূল্যে', '১ দিন', merged('প্রশাসনিক শাখা')],
      [below, below, 'খ) অর্জিত', '২০ টাকা', '৫ দিন', below],
      ['২', { paragraphs: ['জন্ম সনদ'], columns: 2 }, '৫০ টাকা', '৩ দিন', below],
    ]),
  ]);
  const { charter } = runImport(source, 'charter.docx');
  expect(charter.services).toMatchObject([
    {
      name: 'ছুটি',
      officers: [{ text: 'প্রশাসনিক শাখা' }],
      cases: [
        { name: 'নৈমিত্তিক', fee: [{ fee: 'বিনামূল্যে' }], time: '১ দিন' },
        { name: 'অর্জিত', fee: [{ fee: 20 }], time: '৫ দিন' },
      ],
    },
    { name: 'জন্ম সনদ', officers: [{ text: 'প্রশাসনিক শাখা' }], cases: [] },
  ]);
});

test('a table for each branch: groups, and counts that begin again', () => {
  const branch = (title: string, name: string) => [
    title,
    '| ক্র নং | সেবার বিবরণ | সময় | কক্ষ নং | দায়িত্ব প্রাপ্ত ব্যাক্তি |',
    `| ০১ | ${name} | ১ দিন | 101 | কল্পিত, নিম্নমান সহকারী |`,
  ];
  const { charter } = runImport(
    ['কল্পপুর পৌরসভা', ...branch('প্রশাসন বিভাগঃ', 'সনদ'), ...branch('প্রকৌশল বিভাগঃ', 'সড়ক বাতি')].join(
      '\n',
    ),
  );
  expect(charter.services).toMatchObject([
    {
      group: 'প্রশাসন বিভাগ',
      serial: 1,
      officers: [{ name: 'কল্পিত', post: 'নিম্নমান সহকারী', room: '101' }],
    },
    { group: 'প্রকৌশল বিভাগ', serial: 1 },
  ]);
});

test('sections with their titles and numbers, expectations, complaints and a free table', () => {
  const { charter, report } = runImport(
    `তথ্য অধিদপ্তর
১. রূপকল্প: তথ্য সবার।
২.১) নাগরিকদের জন্য সেবা
ক্রমিক | সেবার নাম | সময়
১ | তথ্য প্রদান | ১ দিন
২.২) প্রাতিষ্ঠানিক সেবা
ক্রমিক | সেবার নাম | সময়
১ | প্রশিক্ষণ | ২ দিন
ফির তালিকা
দলিলের ধরন | ফি (টাকা) | স্ট্যাম্প
কবলা | ১০০ | ২%
৪) আপনার কাছে আমাদের প্রত্যাশা
১. সম্পূর্ণ আবেদন করা
৫) অভিযোগ প্রতিকার ব্যবস্থাপনা (GRS)
সেবা না পেলে জানান।
ক্রমিক | কখন যোগাযোগ করবেন | কার সঙ্গে যোগাযোগ করবেন | যোগাযোগের ঠিকানা | নিষ্পত্তির সময়সীমা
১ | সমাধান না হলে | আপিল কর্মকর্তা | কল্পপুর ভবন, ফোন: ০২-৫৫০০০০০২ | ৩০ কার্যদিবস
শেষ কথা`,
  );
  expect(charter.sections).toMatchObject({
    citizen: { title: 'নাগরিকদের জন্য সেবা' },
  });
  expect(sectionsOf(charter).map(({ number }) => number)).toEqual(['২.১', '২.২', '৩', '৪', '৫']);
  expect(charter.services.map(({ category, name }) => [category, name])).toEqual([
    ['citizen', 'তথ্য প্রদান'],
    ['institutional', 'প্রশিক্ষণ'],
  ]);
  expect(charter.tables).toMatchObject([
    {
      title: 'ফির তালিকা',
      columns: ['দলিলের ধরন', 'ফি (টাকা)', 'স্ট্যাম্প'],
      rows: [['কবলা', '১০০', '২%']],
    },
  ]);
  expect(charter.expectations).toEqual(['সম্পূর্ণ আবেদন করা']);
  expect(charter.complaints).toMatchObject({
    introduction: 'সেবা না পেলে জানান।',
    tiers: [
      {
        when: 'সমাধান না হলে',
        whom: 'আপিল কর্মকর্তা',
        address: 'কল্পপুর ভবন',
        phone: '০২-৫৫০০০০০২',
        time: '৩০ কার্যদিবস',
      },
    ],
  });
  expect(report).toContain('> শেষ কথা');
});

test.each(['kachua', 'head-office', 'union-council', 'municipality'])(
  'services.csv of %s comes back as it was',
  (name) => {
    const before = charterIn(`test/fixtures/${name}`);
    const csv = servicesCsv(before, 'https://charter.example') ?? '';
    const { charter } = runImport(csv, 'services.csv');
    expect(servicesCsv(charter, 'https://charter.example')).toBe(csv);
  },
);
