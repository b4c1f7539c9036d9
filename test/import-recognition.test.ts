// Charters in the shapes that the portal has, as npm run import reads them. The offices and people are made up.

import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { columnMeaning } from '../src/import/headings.ts';
import { readDocument } from '../src/import/read/document.ts';
import { findDate } from '../src/import/values/dates.ts';
import { readOfficers } from '../src/import/values/officer-cell.ts';
import { runImport } from './support/imports.ts';

const HEADINGS: [headings: string, meanings: string][] = [
  [
    'ক্রমিক নং|সেবার বিবরণ|সেবা প্রদানের মূল্য|সেবা গ্রহন দাবী করা সংক্রান্ত যোগ্যতা ও প্রক্রিয়া|সেবা প্রদানের নির্দিষ্ট সময়সীমা|নাগরিকের দায়িত্ব',
    'serial name fee method time duty',
  ],
  [
    'ক্রমিক নং|সেবার ধরণ|কি ভাবে সেবা পাওয়া যায়|সেবা মুল্য|কত সময় প্রয়োজন|কার সাথে যোগাযোগ করতে হবে',
    'serial name method fee time officer',
  ],
  [
    'ক্র নং|সেবার বিবরণ|সেবা পদ্ধতি|প্রয়োজনীয় কাগজপত্র|সময়|সেবার মূল্য|কক্ষ নং|দায়িত্ব প্রাপ্ত ব্যাক্তি|মন্তব্য',
    'serial name method documents time fee room officer remarks',
  ],
  [
    'ক্রমিক নং|সেবার ধরণ|সেবা প্রাপ্তির সময়সীমা|সেবা দানকারী কর্মকর্তার পদবী ও ঠিকানা|টেলিফোন নম্বর|উর্ধ্বতন কর্তৃপক্ষ',
    'serial name time officer contact superior',
  ],
  [
    'ক্র: নং|সেবাসমূহ|বিবেচ্য প্রমাণাদি/দলিলাদি|প্রাপ্তি স্থান|প্রয়োজনীয় ফি/টাকা|সেবা গ্রহণকারী|সেবা প্রদানের স্থান',
    'serial name documents documents_source fee recipient place',
  ],
  [
    'সংশ্লিষ্ট আইন-কানুন/বিধি বিধান|সেবা প্রদানে ব্যর্থ হলে প্রতিকারের বিধান|নির্দিষ্ট সেবা পেতে ব্যর্থ হলে পরবর্তী প্রতিকারকারী কর্মকর্তা',
    'law remedy superior',
  ],
  ['দলিলের ধরন|স্ট্যাম্প|বিনামূল্যে', 'undefined undefined undefined'],
];

test.each(HEADINGS)('the headings %s', (headings, meanings) => {
  expect(
    headings
      .split('|')
      .map((one) => String(columnMeaning(one)))
      .join(' '),
  ).toBe(meanings);
});

const CELLS: [cell: string, officers: object[] | undefined][] = [
  [
    'সহকারী প্রোগ্রামার, তথ্য ও যোগাযোগ প্রযুক্তি অধিদপ্তর কল্পপুর, রূপকথা। মোবাইলঃ ০১৭০০০০০০১১ ই-মেইলঃ ap@example.com',
    [
      {
        post: 'সহকারী প্রোগ্রামার',
        office: 'তথ্য ও যোগাযোগ প্রযুক্তি অধিদপ্তর',
        place: 'কল্পপুর, রূপকথা',
        mobile: '০১৭০০০০০০১১',
        email: 'ap@example.com',
      },
    ],
  ],
  [
    'জনাব মোঃ কল্পিত করিম\nউপজেলা নির্বাহী অফিসার\nরুম নং-২০৩\nফোন: ০৪৬৫৬-৫৬০০১\nমোবাঃ ০১৭০০-০০০০১২\nE-mail: uno@example.gov.bd',
    [
      {
        name: 'জনাব মোঃ কল্পিত করিম',
        post: 'উপজেলা নির্বাহী অফিসার',
        room: '২০৩',
        phone: '০৪৬৫৬-৫৬০০১',
        mobile: '০১৭০০-০০০০১২',
        email: 'uno@example.gov.bd',
      },
    ],
  ],
  [
    'মোঃ কল্পিত রহমান সহকারী প্রোগ্রামার ফোন: ০১৭০০০০০০১১',
    [{ name: 'মোঃ কল্পিত রহমান', post: 'সহকারী প্রোগ্রামার', mobile: '০১৭০০০০০০১১' }],
  ],
  [
    'নামঃ কল্পিত, পদবীঃ উপপরিচালক, টেলিফোন নং- ০২-৫৫০০০০১০',
    [{ name: 'কল্পিত', post: 'উপপরিচালক', phone: '০২-৫৫০০০০১০' }],
  ],
  [
    'কল্পিত ১০০, নিম্নমান সহকারী, কক্ষ নং: 101',
    [{ name: 'কল্পিত ১০০', post: 'নিম্নমান সহকারী', room: '101' }],
  ],
  [
    '১। সহকারী কমিশনার, ফোন: ০২-৫৫০০০০১০ ২। নাজির, মোবাইল ০১৭০০০০০০১২',
    [
      { post: 'সহকারী কমিশনার', phone: '০২-৫৫০০০০১০' },
      { post: 'নাজির', mobile: '০১৭০০০০০০১২' },
    ],
  ],
  [
    'প্রকৌশলী, ফোন: ০২-৫৫০০০০১০\nনিয়োজিত কার্য-সহকারী',
    [{ post: 'প্রকৌশলী', phone: '০২-৫৫০০০০১০' }, 'নিয়োজিত কার্য-সহকারী' as unknown as object],
  ],
  [
    'উপপরিচালক, ফোন: ০২-৫৫০০০০১০ (বর্ধিত ১২), মোবাইল ০১৭০০০০০০১২',
    [{ post: 'উপপরিচালক', phone: '০২-৫৫০০০০১০ (বর্ধিত ১২)', mobile: '০১৭০০০০০০১২' }],
  ],
  ['সচিব, ফোন: ০২-৫৫০০০০১০-৫', undefined],
  // A record would add nothing to the text, or would lose a part of it.
  ['ইউপি সচিব', undefined],
  ['উপজেলা নির্বাহী কর্মকর্তা, ফ্যাক্স: ০২-৫৫০০০০১০', undefined],
  ['সচিব, ফোন: ৬১৭৬০', undefined],
  ['সচিব, ফোন: ০২-৫৫০০০০১০, ০২-৫৫০০০০১১', undefined],
];

test.each(CELLS)('the cell %j', (cell, officers) => {
  expect(readOfficers(cell)).toEqual(officers);
});

test.each([
  ['২৪ মার্চ ২০২৩', '2023-03-24'],
  ['১৩/০৩/২০১০ইং', '2010-03-13'],
  ['জুলাই, ২০২৫', '2025-07'],
  ['৩১/০২/২০২০', undefined],
  ['২০২১', undefined],
])('the date %s', (text, iso) => {
  expect(findDate(text)).toBe(iso);
});

const importedServices = (text: string) =>
  runImport(text).charter.services.map(
    ({ name, time, group, serial, officers, fee, documents }) => ({
      serial,
      group,
      name,
      time,
      fee: fee?.map(({ fee }) => fee),
      documents: documents?.map(({ name }) => name),
      officers: officers.map((one) => one.id ?? one.text),
    }),
  );

test('a table copied without its lines: cells of several paragraphs, empty cells, a lost serial', () => {
  const text = `কল্পপুর পৌরসভা
প্রশাসন বিভাগঃ
ক্রঃনং
সেবার নাম
প্রয়োজনীয়
সময় (ঘন্টা/
দিন/মাস)
প্রয়োজনীয় কাগজপত্র
ফি/চার্জ
সেবা প্রদানকারী কর্মকর্তা
(১)
(২)
(৩)
(৪)
(৫)
(৬)
০১
হাট ইজারা
৩০ দিন
১. টেন্ডার সিডিউল
২. পে-অর্ডারের কপি
৫০০ টাকা
উপজেলা নির্বাহী অফিসার
০২
নাগরিক সনদ
১ দিন
০৪
ওয়ারিশ সনদ
৩ দিন
আবেদন ফরম
বিনামূল্যে
সচিব
প্রকৌশল বিভাগঃ
ক্রঃনং
সেবার নাম
সময়
০১
সড়ক বাতি
২ দিন`;
  expect(importedServices(text)).toMatchObject([
    {
      serial: 1,
      group: 'প্রশাসন বিভাগ',
      name: 'হাট ইজারা',
      time: '৩০ দিন',
      documents: ['টেন্ডার সিডিউল', 'পে-অর্ডারের কপি'],
      fee: [500],
      officers: ['উপজেলা নির্বাহী অফিসার'],
    },
    { serial: 2, name: 'নাগরিক সনদ', time: '১ দিন', fee: undefined, officers: [] },
    {
      serial: 4,
      name: 'ওয়ারিশ সনদ',
      time: '৩ দিন',
      documents: ['আবেদন ফরম'],
      fee: ['বিনামূল্যে'],
      officers: ['সচিব'],
    },
    { serial: 1, group: 'প্রকৌশল বিভাগ', name: 'সড়ক বাতি', time: '২ দিন' },
  ]);
});

test('serials lost in copying', () => {
  const text = `সিটিজেন চার্টার, উপজেলা শিক্ষা অফিস
ক্রমিক নং
সেবা সমূহ
সেবা গ্রহণকারী
নিষ্পত্তির সময়সীমা
বিনামূল্যের বই বিতরণ
শিক্ষার্থী
৩০ দিন
উপবৃত্তি
শিক্ষার্থী
৭ দিন
পরিকল্পনা ও বাস্তবায়নে: কল্পনা বিভাগ`;
  expect(runImport(text).charter.office.department).toBe('উপজেলা শিক্ষা অফিস');
  expect(importedServices(text)).toMatchObject([
    { serial: 1, name: 'বিনামূল্যের বই বিতরণ', time: '৩০ দিন' },
    { serial: 2, name: 'উপবৃত্তি', time: '৭ দিন' },
  ]);
});

test('rows of pipes without merged cells, dittos, and a title in the first heading', () => {
  const framed = `| ক্রমিক নং | সেবা সমূহ | মূল্য | সময়সীমা |
| ১ | আয়ের সনদ (ক) সাধারণ | ২০/= | ২ দিন |
| (খ) ব্যবসায়িক | ৫০০/= | ঐ |`;
  const [service] = runImport(framed).charter.services;
  expect(service).toMatchObject({
    name: 'আয়ের সনদ',
    time: '২ দিন',
    cases: [
      { name: 'সাধারণ', fee: [{ fee: 20 }] },
      { name: 'ব্যবসায়িক', fee: [{ fee: 500 }] },
    ],
  });
  const shifted = `সিটিজেন চার্টার | সেবার নাম | দায়িত্বপ্রাপ্ত কর্মকর্তা | সময় |
ভোটার তালিকা | নির্বাচন অফিসার | ৩ মাস | |
পরিচয়পত্র | নির্বাচন অফিসার | ২ মাস | |`;
  expect(importedServices(shifted)).toMatchObject([
    { name: 'ভোটার তালিকা', time: '৩ মাস', officers: ['নির্বাচন অফিসার'] },
    { name: 'পরিচয়পত্র', time: '২ মাস', officers: ['নির্বাচন অফিসার'] },
  ]);
});

test('numbered sentences without a table', () => {
  const { charter, report } = runImport('সিটিজেন চার্টার\n০১ নির্বাচন\n০২ভোটার তালিকা\n৩। পরামর্শ');
  expect(charter.services.map(({ name }) => name)).toEqual(['নির্বাচন', 'ভোটার তালিকা', 'পরামর্শ']);
  expect(report).toContain('numbered sentences');
});

test('an office header with labels, a date, and objectives, which have no field', () => {
  const { charter, report } = runImport(
    `গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
কল্পনা বিভাগ
কল্পনা অধিদপ্তর, কল্পপুর, রূপকথা
ওয়েব: kalpana.example.gov.bd
সর্বশেষ হালনাগাদ: ২৪ মার্চ ২০২৬
১। ভিশন ঃ কল্পনা সবার
২। অভিলক্ষ্য:
কল্পনার প্রসার।
৩। কৌশলগত উদ্দেশ্য:
১. প্রসার বাড়ানো
ক্রমিক | সেবার নাম | সময়
১ | পরামর্শ | ১ দিন`,
  );
  expect(charter.office).toEqual({
    government: 'গণপ্রজাতন্ত্রী বাংলাদেশ সরকার',
    ministry: 'কল্পনা বিভাগ',
    department: 'কল্পনা অধিদপ্তর',
    upazila: 'কল্পপুর',
    district: 'রূপকথা',
    website: { address: 'kalpana.example.gov.bd', confirmed: false },
    reviewed: '2026-03-24',
  });
  expect([charter.vision, charter.mission]).toEqual(['কল্পনা সবার', 'কল্পনার প্রসার।']);
  expect(report).toContain('> ১. প্রসার বাড়ানো');
});

test('a table within a table that lays out the page, headings in two rows, and a section in the table', () => {
  const html = `<table><tr><td><p>কল্পনা অধিদপ্তর</p><table>
<thead><tr><th rowspan=2>ক্রমিক</th><th rowspan=2>সেবার নাম</th><th rowspan=2>সময়</th><th colspan=2>দায়িত্বপ্রাপ্ত কর্মকর্তা</th></tr>
<tr><th>নাম ও পদবি</th><th>ফোন ও ইমেইল</th></tr></thead>
<tr><td>১</td><td>২</td><td>৩</td><td>৪</td><td>৫</td></tr>
<tr><td>০১.</td><td>নিবন্ধন</td><td>৭ দিন</td><td rowspan=2><p>কল্পিত বেগম</p><p>যুগ্মসচিব</p></td><td rowspan=2>ফোন: ০২-৫৫০০০০১০<br>js@example.gov.bd</td></tr>
<tr><td>০২.</td><td>পরামর্শ</td><td>১ দিন</td></tr>
<tr><td colspan=5><b>২.২) প্রাতিষ্ঠানিক সেবা</b></td></tr>
<tr><td>০১.</td><td>প্রশিক্ষণ</td><td>২ দিন</td><td>পরিচালক</td><td>ফোন: ০২-৫৫০০০০১১</td></tr>
</table></td></tr></table>`;
  const { charter } = runImport(html, 'page.html');
  expect(
    charter.services.map(({ category, name, officers }) => [
      category,
      name,
      officers.map(({ id }) => id),
    ]),
  ).toEqual([
    ['citizen', 'নিবন্ধন', ['joint-secretary']],
    ['citizen', 'পরামর্শ', ['joint-secretary']],
    ['institutional', 'প্রশিক্ষণ', ['director']],
  ]);
  expect(charter.officers[0]).toMatchObject({
    name: 'কল্পিত বেগম',
    post: 'যুগ্মসচিব',
    phone: '০২-৫৫০০০০১০',
    email: 'js@example.gov.bd',
  });
  expect(charter.headings.find(({ key }) => key === 'officer')?.text).toBe(
    'দায়িত্বপ্রাপ্ত কর্মকর্তা (নাম ও পদবি, ফোন ও ইমেইল)',
  );
});

test('kinds of a service that are lettered in another column are its cases', () => {
  const { charter, report } = runImport(
    `ক্রমিক\tসেবার নাম\tপদ্ধতি\tকাগজপত্র\tসময়
১\tপ্রশিক্ষণ\tক) অনলাইন\tপ্রযোজ্য নয়\t১ দিন
\t\tখ) সরাসরি\tমনোনয়ন পত্র\t৫ দিন
২\tপরামর্শ\tসরাসরি\tআবেদন\t১ দিন`,
  );
  expect(charter.services.map(({ name, cases }) => [name, cases.map((one) => one.name)])).toEqual([
    ['প্রশিক্ষণ', ['অনলাইন', 'সরাসরি']],
    ['পরামর্শ', []],
  ]);
  expect(charter.services[0]?.cases[1]).toMatchObject({
    time: '৫ দিন',
    documents: [{ name: 'মনোনয়ন পত্র' }],
  });
  expect(report).toContain('ক) অনলাইন / খ) সরাসরি → অনলাইন, সরাসরি');
});

test('a spreadsheet says what it shows, and names its further sheets', () => {
  const sheet = (cells: string) =>
    `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
  const parts = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="নাম" r:id="a"/><sheet name="ফি" r:id="b"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheet(
      '<c r="A1" s="1"><v>0.1</v></c><c r="B1" s="2"><v>46105</v></c><c r="C1"><v>0.30000000000000004</v></c><c r="D1"><v>1712345678</v></c>',
    ),
    'xl/worksheets/sheet2.xml': sheet('<c r="A1"><v>50</v></c>'),
  };
  const source = zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  );
  const { blocks } = readDocument(source, 'a.xlsx');
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.piece.text]
      : block.rows.flat().map(({ piece }) => piece.text),
  );
  expect(texts).toEqual(['10%', '2026-03-24', '0.3', '01712345678', 'ফি', '50']);
});
