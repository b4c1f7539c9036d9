// Kinds of charters as offices have them: each once was imported with values that looked right and were not. All are
// made up.

import { spawnSync } from 'node:child_process';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../src/import/read/document.ts';
import { runImport } from './support/imports.ts';
import { wordFile, wordParagraph, wordTable } from './support/office-files.ts';

const page = (body: string) => `<html><meta charset="utf-8"><body>${body}</body></html>`;
const table = (...rows: string[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('|')
          .map((one) => `<td>${one}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
const lines = (...all: string[]) => all.join('\n');
const OFFICE = 'উপজেলা কৃষি অফিস, কল্পপুর, রূপকথা';
const HEAD = 'ক্রমিক|সেবার নাম|সময়';

interface Kind {
  what: string;
  source: string;
  /** Lines of the YAML files. */
  has: string[];
  /** Texts that no YAML file has. */
  hasNot?: string[];
}

const kinds: Kind[] = [
  {
    what: 'a line break within a cell of a table with tabs',
    source: lines(
      OFFICE,
      'ক্রমিক\tসেবার নাম\tসময়\tপ্রয়োজনীয় কাগজপত্র\tমূল্য\tদায়িত্বপ্রাপ্ত কর্মকর্তা',
      '১\tসনদ প্রদান\t৫ দিন\t১। আবেদন',
      '২। ছবি\t১০০ টাকা\tকৃষি কর্মকর্তা',
      'মোবাইল: ০১৭০০০০০০১১',
      '২\tপরামর্শ\t১ দিন\tলাগে না\tবিনামূল্যে\tকৃষি কর্মকর্তা',
    ),
    has: ['- আবেদন', '- ছবি', 'fee: 100', 'mobile: "০১৭০০০০০০১১"', 'name: পরামর্শ'],
    hasNot: ['name: ২। ছবি', 'name: মোবাইল'],
  },
  {
    what: 'headings broken within their cells',
    source: lines(OFFICE, 'ক্রমিক\tসেবার', 'নাম\tসর্বোচ্চ সময়', '১\tসনদ প্রদান\t৫ দিন', '২\tপরামর্শ\t১ দিন'),
    has: ['name: সনদ প্রদান', 'time: ৫ দিন', 'time: ১ দিন'],
  },
  {
    what: 'a title between the rows of a table with tabs',
    source: lines(
      OFFICE,
      HEAD.replaceAll('|', '\t'),
      '১\tসনদ প্রদান\t৫ দিন',
      'হিসাব শাখা',
      '২\tপরামর্শ\t১ দিন',
    ),
    has: ['time: ৫ দিন', 'name: সনদ প্রদান'],
    hasNot: ['৫ দিন হিসাব'],
  },
  {
    what: 'a cell a paragraph, with a list in the last row',
    source: lines(
      OFFICE,
      ...['ক্রমিক নং', 'সেবার নাম', 'প্রয়োজনীয় কাগজপত্র', 'সেবামূল্য', 'সময়'],
      ...['১।', 'সনদ প্রদান', '১. আবেদন', '২. ছবি ১ কপি', 'বিনামূল্যে', '৩ কার্যদিবস'],
    ),
    has: ['- আবেদন', '- ছবি ১ কপি', 'fee: বিনামূল্যে', 'time: ৩ কার্যদিবস'],
  },
  {
    what: 'tabs that became spaces',
    source: lines(
      OFFICE,
      'ক্রঃ নং    সেবার নাম    সময়    মূল্য',
      '০১।    সনদ প্রদান    ৫ দিন    ৫০ টাকা',
      '০২।    পরামর্শ    ১ দিন',
    ),
    has: ['name: সনদ প্রদান', 'time: ৫ দিন', 'fee: 50', 'name: পরামর্শ', 'time: ১ দিন'],
  },
  {
    what: 'a heading row without a cell for the serials',
    source: page(
      `<p>${OFFICE}</p>${table('সেবার নাম|সময়|মূল্য', '১|সনদ প্রদান|৫ দিন|৫০ টাকা', '২|পরামর্শ|১ দিন|বিনামূল্যে')}`,
    ),
    has: ['name: সনদ প্রদান', 'time: ৫ দিন', 'fee: 50'],
    hasNot: ['name: ১'],
  },
  {
    what: 'a sign for the heading of the serials',
    source: page(`<p>${OFFICE}</p>${table('#|সেবার নাম|সময়', '১|সনদ প্রদান|৫ দিন')}`),
    has: ['name: সনদ প্রদান', 'time: ৫ দিন'],
    hasNot: ['name: ১'],
  },
  {
    what: 'two officers under labels of their own',
    source: page(
      `<p>${OFFICE}</p>${table(`${HEAD}|সেবা প্রদানকারী`, '১|সনদ প্রদান|৫ দিন|<p>আবেদন গ্রহণকারীঃ</p><p>উচ্চমান সহকারী, কৃষি অফিস</p><p>অনুমোদনকারীঃ</p><p>কৃষি কর্মকর্তা, কৃষি অফিস</p>')}`,
    ),
    has: ['আবেদন গ্রহণকারীঃ', 'অনুমোদনকারীঃ'],
    hasNot: ['name: আবেদন গ্রহণকারীঃ'],
  },
  {
    what: 'an office below the post',
    source: page(
      `<p>${OFFICE}</p>${table(`${HEAD}|দায়িত্বপ্রাপ্ত কর্মকর্তা`, '১|সনদ প্রদান|৫ দিন|<p>উপপরিচালক</p><p>জেলা সরকারি গণগ্রন্থাগার</p><p>রূপকথা</p><p>ফোন: ০২-৫৫০০০০১০</p>')}`,
    ),
    has: ['office: জেলা সরকারি গণগ্রন্থাগার', 'post: উপপরিচালক'],
    hasNot: ['name: জেলা সরকারি গণগ্রন্থাগার'],
  },
  {
    what: 'labels among the documents',
    source: page(
      `<p>${OFFICE}</p>${table(`${HEAD}|প্রয়োজনীয় কাগজপত্র`, '১|নিবন্ধন|৫ দিন|<p>একজনের জন্যঃ</p><p>১. আবেদন</p><p>দলের জন্যঃ</p><p>১. তালিকা</p>')}`,
    ),
    has: ['একজনের জন্যঃ', '১. আবেদন', 'দলের জন্যঃ', '১. তালিকা'],
    hasNot: ['আবেদন দলের'],
  },
  {
    what: 'a word for fees within the word for offices',
    source: page(
      `<p>${OFFICE}</p>${table('ক্রমিক|সেবাদাতা অফিসের নাম|সেবার নাম|সময়|ফি', '১|কৃষি অফিস|সনদ প্রদান|৫ দিন|৫০ টাকা')}`,
    ),
    has: ['fee: ফি', 'fee: 50', ': সেবাদাতা অফিসের নাম'],
    hasNot: ['fee: কৃষি অফিস', 'officer: কৃষি অফিস'],
  },
  {
    what: 'services under another word, and a ditto',
    source: page(
      `<p>${OFFICE}</p>${table('ক্রমিক|ঋণের খাত|সেবা প্রদানকারী|সময়', '১|শস্য ঋণ|মাঠ সহকারী|৭ দিন', '২|মৎস্য ঋণ|’’|-do-')}`,
    ),
    has: ['name: শস্য ঋণ', 'name: মৎস্য ঋণ', 'officer: মাঠ সহকারী', 'time: ৭ দিন'],
    hasNot: ['do', '’’', 'tables:'],
  },
  {
    what: 'a number at the start of a list item',
    source: lines(
      OFFICE,
      'সেবাসমূহঃ',
      '১. সনদ প্রদান',
      '২. ৩ দিনে নিবন্ধন',
      '৩. পরামর্শ',
      'উপজেলা কৃষি অফিস এর সাথে যোগাযোগঃ ০১৭০০০০০০১১',
    ),
    has: ['name: ৩ দিনে নিবন্ধন', 'name: পরামর্শ'],
    hasNot: ['office: উপজেলা কৃষি অফিস'],
  },
  {
    what: 'a list of services above a table of something else',
    source: page(
      `<p>বিটিসিএল, পাবনা</p><p>(ক) সার্ভিসসমূহঃ</p><p>১। নতুন সংযোগ</p><p>২। স্থানান্তর</p><p>(খ) ভবনের তালিকাঃ</p>${table('ক্রঃ নং|ভবনের নাম|তলা', '১|প্রথম ভবন|তৃতীয়')}`,
    ),
    has: ['department: বিটিসিএল', 'district: পাবনা', 'name: নতুন সংযোগ', 'title: ভবনের তালিকা'],
  },
  {
    what: 'menus of the page',
    source: page(
      `<div role="navigation"><h6>পরিচিতি</h6></div><ul><li><a href="/a">এক নজরে</a></li><li><a href="/b">যোগাযোগ</a></li></ul><p>${OFFICE}</p>${table(HEAD, '১|সনদ প্রদান|৫ দিন')}`,
    ),
    has: ['name: সনদ প্রদান'],
    hasNot: ['যোগাযোগ', 'পরিচিতি'],
  },
  {
    what: 'the head of a page of the portal',
    source: page(
      `<p>কনটেন্টটি শেষ হাল-নাগাদ করা হয়েছে: রবিবার, ৫ অক্টোবর, ২০২৫</p><p>কন্টেন্ট: সিটিজেন চার্টার প্রকাশের তারিখ: ১১-০৯-২০২৫</p><p>কল্পিত উন্নয়ন করপোরেশন</p><p>সমবায় ভবন,</p><p>পশ্চিম কল্পপুর, ঢাকা-১২০৭।</p><p>২.১) নাগরিক সেবা:</p>${table(HEAD, '১|সনদ প্রদান|৫ দিন')}`,
    ),
    has: ['department: কল্পিত উন্নয়ন করপোরেশন', 'address: পশ্চিম কল্পপুর, ঢাকা-১২০৭'],
    hasNot: ['reviewed:', 'group:'],
  },
  {
    what: 'struck text, hidden text and squares',
    source: page(
      `<p>${OFFICE}</p>${table(`${HEAD}|মূল্য`, '১|সনদ <del>বাতিল</del>প্রদান|৫ দিন<span hidden>৯ দিন</span>|৫০<sup>২</sup> টাকা')}`,
    ),
    has: ['name: সনদ প্রদান', 'time: ৫ দিন', 'fee: ৫০² টাকা'],
    hasNot: ['বাতিল', '৯ দিন', '৫০২'],
  },
  {
    what: 'a table within a cell',
    source: page(
      `<p>${OFFICE}</p>${table(`${HEAD}|মূল্য`, `১|সনদ প্রদান|৫ দিন|${'<table><tr><td>সাধারণ</td><td>৫০ টাকা</td></tr><tr><td>জরুরি</td><td>১০০ টাকা</td></tr></table>'}`)}`,
    ),
    has: ['name: সনদ প্রদান', 'time: ৫ দিন', 'সাধারণ ৫০ টাকা'],
    hasNot: ['name: সাধারণ'],
  },
  {
    what: 'Bijoy with a colon and digits',
    source: lines('Dc‡Rjv K…wl Awdm', '1| Av‡e`b wd  t  05.00 UvKv', '2| bKj wd  t  2.00 UvKv'),
    has: ['আবেদন ফি : ০৫.০০ টাকা', 'নকল ফি : ২.০০ টাকা'],
    hasNot: [' t '],
  },
  {
    what: 'documents lettered in rows of their own',
    source: page(
      `<p>${OFFICE}</p><table><tr><td>ক্রমিক</td><td>সেবার নাম</td><td>প্রয়োজনীয় কাগজপত্র</td><td>মাশুল</td></tr><tr><td rowspan="2">১</td><td rowspan="2">নামজারি</td><td>ক) আবেদন</td><td rowspan="2">১১৭০/-</td></tr><tr><td>খ) দলিল</td></tr></table>`,
    ),
    has: ['name: নামজারি', '- আবেদন', '- দলিল', 'fee: 1170'],
    hasNot: ['cases:', 'name: আবেদন'],
  },
  {
    what: 'a table that goes on after the mark of a page and its headings again',
    source: page(
      `<p>${OFFICE}</p>${table(HEAD, '১|সনদ প্রদান|৫ দিন', 'চলমান পাতা-২||', HEAD, '২|নকল প্রদান|২ দিন')}`,
    ),
    has: ['name: সনদ প্রদান', 'name: নকল প্রদান'],
    hasNot: ['group:', 'পাতা'],
  },
  {
    what: 'a label after a list',
    source: page(
      `<p>${OFFICE}</p>${table(`${HEAD}|কাগজপত্র`, '১|সনদ প্রদান|৫ দিন|১। আবেদন<br>২। ছবি<br>প্রাপ্তিস্থান: উপজেলা কৃষি অফিস')}`,
    ),
    has: ['- ছবি'],
    hasNot: ['ছবি প্রাপ্তিস্থান'],
  },
  {
    what: 'an amount with commas in odd places',
    source: page(
      `<p>${OFFICE}</p>${table(`${HEAD}|মূল্য`, '১|সনদ প্রদান|৫ দিন|১,০০,০০০/-', '২|নকল প্রদান|৫ দিন|১০,০০ টাকা')}`,
    ),
    has: ['fee: 100000', 'fee: ১০,০০ টাকা'],
  },
];

test.each(kinds)('$what', ({ source, has, hasNot = [] }) => {
  const { files } = runImport(source, source.startsWith('<') ? 'a.html' : 'a.txt');
  const yaml = Object.values(files)
    .join('\n')
    .replace(/^\s*#.*$/gm, '')
    .normalize('NFC');
  for (const text of has) expect(yaml).toContain(text.normalize('NFC'));
  for (const text of hasNot) expect(yaml).not.toContain(text.normalize('NFC'));
});

/** The office's record in office.yaml, without its comments. */
const offices: [header: string, record: string[]][] = [
  ['কল্পপুর থানা, পাবনা', ['department: কল্পপুর থানা', 'district: পাবনা']],
  ['কল্পপুর জেলা কারাগার', ['department: কল্পপুর জেলা কারাগার']],
  ['কল্পিত ব্যাংক লিমিটেড', ['department: কল্পিত ব্যাংক লিমিটেড']],
  ['কাস্টমস বন্ড কমিশনারেট, কল্পপুর অফিসের সিটিজেন চার্টার', ['department: কাস্টমস বন্ড কমিশনারেট, কল্পপুর অফিস']],
  // An abbreviation and a region are no union and upazila.
  [
    'নির্বাহী প্রকৌশলীর কার্যালয়, এলজিইডি, খুলনা অঞ্চল, খুলনা',
    ['department: নির্বাহী প্রকৌশলীর কার্যালয়, এলজিইডি, খুলনা অঞ্চল, খুলনা'],
  ],
];

test.each(offices)('the office of %s', (header, record) => {
  const text = lines(header, '', HEAD.replaceAll('|', '\t'), '১\tসনদ প্রদান\t৫ দিন');
  const { files } = runImport(text);
  const said = (files['office.yaml'] ?? '').split('\n').filter((line) => /^[a-z]/.test(line));
  expect(said.map((line) => line.normalize('NFC'))).toEqual(
    record.map((line) => line.normalize('NFC')),
  );
});

test.each([
  [
    'single spaces between the columns',
    'ক্রমিক সেবার নাম সময় মূল্য কাগজপত্র\n১. সনদ প্রদান ৫ দিন ৫০ টাকা আবেদন',
    /Paste it into Word/,
  ],
  [
    'a page that only links a PDF',
    page(
      '<h3>সিটিজেন চার্টার</h3><p>সিটিজেন চার্টার হল নাগরিকের অধিকার।</p><p><a href="charter.pdf">ডাউনলোড</a></p>',
    ),
    /only a link to a file \(charter\.pdf\)/,
  ],
  [
    'spans beyond all memory',
    page(`<table>${'<tr><td rowspan="200" colspan="200">ক</td></tr>'.repeat(300)}</table>`),
    /too large/,
  ],
  [
    'a password',
    `\xd0\xcf\x11\xe0${'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'}`,
    /remove the password/,
  ],
])('%s: refused with what to do', (_, source, message) => {
  const bytes = source.startsWith('\xd0') ? Buffer.from(source, 'latin1') : Buffer.from(source);
  expect(() => runImport(bytes)).toThrow(message);
});

describe('in Word', () => {
  const cell = (body: string, span = 1) =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${body}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const run = (text: string, properties: string) =>
    `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const numbered =
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
  const numbering = strToU8(
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  );
  const yamlOf = (body: string[], more = {}) => {
    const result = runImport(wordFile([wordParagraph(OFFICE), ...body], more), 'a.docx');
    return { ...result, yaml: (result.files['services.yaml'] ?? '').normalize('NFC') };
  };

  test('automatic numbers are the serials', () => {
    const text = (words: string) => cell(wordParagraph(words));
    const { yaml } = yamlOf(
      [
        `<w:tbl>${row(...HEAD.split('|').map(text))}${row(cell(numbered), text('ক) সনদ\u00a0প্রদান'), text('৫ দিন'))}${row(cell(numbered), text('ক) পরামর্শ'), text('১ দিন'))}</w:tbl>`,
      ],
      { 'word/numbering.xml': numbering },
    );
    expect(yaml.match(/^ {2}- id:/gm)).toHaveLength(2);
  });

  test('a border that somebody dragged makes no further column', () => {
    const text = (words: string, span = 1) => cell(wordParagraph(words), span);
    const widths = [900, 3000, 150, 2000].map((width) => `<w:gridCol w:w="${width}"/>`).join('');
    const { yaml } = yamlOf([
      `<w:tbl><w:tblGrid>${widths}</w:tblGrid>${row(text('ক্রমিক'), text('সেবার নাম'), text('সময়', 2))}${row(text('১'), text('সনদ প্রদান', 2), text('৫ দিন'))}</w:tbl>`,
    ]);
    expect(yaml).toContain('name: সনদ প্রদান');
    expect(yaml).toContain('time: ৫ দিন'.normalize('NFC'));
  });

  test('struck text, pictures and links are reported, and squares are no digits', () => {
    const { yaml, report } = yamlOf(
      [
        wordTable([
          ['ক্রমিক', 'সেবার নাম', 'মূল্য'],
          ['১', 'সনদ প্রদান', '৫০ টাকা'],
        ]),
        run('বাতিল লেখা', '<w:strike/>'),
        run('গোপন লেখা', '<w:vanish/>'),
        '<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r><w:hyperlink r:id="r1"><w:r><w:t>ফরম</w:t></w:r></w:hyperlink></w:p>',
      ],
      {
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="r1" Type="hyperlink" Target="https://forms.example/a"/></Relationships>',
        ),
      },
    );
    expect(yaml).not.toMatch(/বাতিল|গোপন/);
    for (const text of ['বাতিল লেখা | গোপন লেখা', '১টি ছবি', '“ফরম”: https://forms.example/a'])
      expect(report.normalize('NFC')).toContain(text.normalize('NFC'));
  });

  test('the document may have another name, and text that was moved away is gone', () => {
    const source = zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document2.xml"/></Relationships>',
      ),
      'word/document2.xml': strToU8(
        `<w:document><w:body><w:p><w:moveFrom><w:r><w:t>আগে</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>এখন</w:t></w:r></w:moveTo></w:p></w:body></w:document>`,
      ),
    });
    const { blocks } = readDocument(source, 'a.docx');
    expect(blocks.map((block) => block.kind === 'paragraph' && block.piece.text)).toEqual(['এখন']);
  });
});

test('a spreadsheet shows numbers in their formats, and names what to compare', () => {
  const cells = [
    '<c r="A1" s="1"><v>7</v></c>',
    '<c r="B1" s="2"><v>0.375</v></c>',
    '<c r="C1" s="3"><v>123</v></c>',
    '<c r="D1" t="str"><v>লেখা</v></c>',
    '<c r="E1"><f>A1</f></c>',
    '<c r="F1" t="e"><v>#REF!</v></c>',
    '<c r="G1"><v>255000000</v></c>',
  ].join('');
  const parts = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="ক" state="hidden" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0&quot; কার্যদিবস&quot;"/><numFmt numFmtId="165" formatCode="h:mm"/><numFmt numFmtId="166" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  };
  const source = zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  );
  const { blocks, notices = [] } = readDocument(source, 'a.xlsx');
  const texts = blocks.flatMap((block) =>
    block.kind === 'grid' ? block.rows.flat().map(({ piece }) => piece.text) : [],
  );
  expect(texts).toEqual(
    ['7 কার্যদিবস', '9:00', '00123', 'লেখা', '', '#REF!', '255000000'].map((text) =>
      text.normalize('NFC'),
    ),
  );
  for (const what of ['লুকানো শিট “ক”', 'ঘর E1', 'ঘর F1: #REF!', 'ঘর G1: 255000000'])
    expect(notices.join('\n')).toContain(what);
});

/** Tables whose cells look as if they were in the wrong column, and the reason for doubt; none for a sound one. */
test.each([
  ['a fee without money', 'ক্রমিক|সেবার নাম|মূল্য', '১|সনদ|উপজেলা পরিষদ', 'says nothing of money'],
  ['a fee in words', 'ক্রমিক|সেবার নাম|মূল্য', '১|সনদ|বিনামূল্যে', undefined],
  [
    'a time that is none',
    HEAD,
    '১|সনদ|৫ দিন\n২|নকল|২ দিন\n৩|সভা|আবেদন',
    'unlike those of other services',
  ],
  [
    'money for a time',
    HEAD,
    '১|সনদ|৫ দিন\n২|নকল|২ দিন\n৩|সভা|১০০ টাকা',
    'unlike those of other services',
  ],
  ['a time of the day', HEAD, '১|সনদ|৫ দিন\n২|নকল|২ দিন\n৩|সভা|৯ টা', undefined],
  ['times that are all none', HEAD, '১|সনদ|চাহিবামাত্র\n২|নকল|আলোচনা সাপেক্ষে', undefined],
  ['two times without labels', HEAD, '১|সনদ|৪ দিন<br>৯ দিন', 'do not say what they are for'],
  ['two times with labels', HEAD, '১|সনদ|সাধারণ: ৪ দিন<br>জরুরি: ৯ দিন', undefined],
  [
    'an officer without a post',
    `${HEAD}|দায়িত্বপ্রাপ্ত কর্মকর্তা`,
    '১|সনদ|৫ দিন|০১৭০০০০০০৪১',
    'and no post',
  ],
  ['a post alone', `${HEAD}|দায়িত্বপ্রাপ্ত কর্মকর্তা`, '১|সনদ|৫ দিন|অফিস সহকারী', undefined],
  ['one name twice', HEAD, '১|সনদ|৫ দিন\n২|সনদ|২ দিন', 'occurs twice'],
  ['documents that are an amount', `${HEAD}|কাগজপত্র`, '১|সনদ|৫ দিন|১০০ টাকা', 'are an amount'],
])('%s', (_, headings, rows, reason) => {
  const { view } = runImport(
    page(`<p>${OFFICE}</p>${table(headings, ...rows.split('\n'))}`),
    'a.html',
  );
  expect(view.doubts.join('\n')).toContain(reason ?? '');
  if (reason === undefined) expect(view.doubts).toEqual([]);
});

test('a piece counts as placed only where it stands', () => {
  const rows = ['১|সনদ|৫ দিন', '২|নকল|৭ দিন'];
  const { view } = runImport(
    page(`<p>${OFFICE}</p>${table(HEAD, ...rows)}<p>৭ দিন পরে সনদ</p>`),
    'a.html',
  );
  expect(view.unplaced.map((one) => one.split('\n')[1])).toEqual(['৭ দিন পরে সনদ']);
  const [cell] = view.blocks
    .flatMap((block) => ('rows' in block ? block.rows.flat() : []))
    .slice(-1);
  expect(cell).toEqual({
    text: '৭ দিন'.normalize('NFC'),
    outcome: 'placed',
    note: 'services.yaml › নকল',
  });
});

test.each([
  [
    'quoted-printable',
    (html: string) =>
      Buffer.from(html)
        .toString('latin1')
        .replace(/[=\x80-\xff]/g, (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase()}`),
  ],
  ['base64', (html: string) => Buffer.from(html).toString('base64')],
])('a page that a browser saved as one file, in %s', (encoding, encode) => {
  const html = page(`<p>${OFFICE}</p>${table(HEAD, '১|সনদ প্রদান|৫ দিন')}`);
  const archive = lines(
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----b1"',
    '',
    '------b1',
    'Content-Type: text/html',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    encode(html),
    '------b1--',
  );
  const { charter } = runImport(archive, 'a.mhtml');
  expect(charter.services.map(({ name, time }) => `${name} ${time}`)).toEqual([
    'সনদ প্রদান ৫ দিন'.normalize('NFC'),
  ]);
});

const libreOffice = ['soffice', 'libreoffice'].find(
  (program) => spawnSync(program, ['--version']).status === 0,
);

test.skipIf(libreOffice === undefined)(
  'a document that LibreOffice converts',
  { timeout: 240_000 },
  () => {
    const rtf = String.raw`{\rtf1\ansi\uc0 \u2488?\u2495?\u2499? \u2437?\u2475?\u2495?\u2488?\par 1. \u2488?\u2472?\u2470?\par 2. \u2472?\u2453?\u2482?\par}`;
    expect(readDocument(Buffer.from(rtf), 'a.rtf').blocks).toHaveLength(3);
  },
);

test('the words of a title are not placed in a table that has another', () => {
  const { view } = runImport('\tসময়\n!\t!\n\tক\n$\tক\nক\t০১', 'a.txt');
  expect(view.unplaced.join('\n')).toContain('সময়'.normalize('NFC'));
});

test('a title above the table counts as placed where it becomes that of the section', () => {
  const text = lines('কল্পপুর থানা, পাবনা', 'সেবা সমূহ', HEAD.replaceAll('|', '\t'), '১\tসনদ\t৫ দিন');
  const { files, view } = runImport(text);
  expect(files['charter.yaml']).toContain('title: সেবা সমূহ');
  expect(view.unplaced).toEqual([]);
});
