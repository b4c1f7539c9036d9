// Bijoy in Word, spreadsheets and HTML: the font of each run decides, and runs are joined before the conversion.
// `bijoy.test.ts` tests the converter; here a mock knows three words.

import { strToU8, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { readDocument } from '../src/import/read/document.ts';
import { wordFile, wordParagraph, wordTable } from './support/office-files.ts';

const WORDS: Record<string, string> = { 'Rb¥ wbeÜb': 'জন্ম নিবন্ধন', '†mev': 'সেবা', we: 'বি' };

vi.mock('../src/bangla/bijoy.ts', () => ({
  isBijoyFont: (name: string) => /^Sutonny/.test(name),
  bijoyToUnicode: (text: string) => WORDS[text.trim()] ?? text,
  looksLikeBijoy: (text: string) => text.includes('†'),
  convertMixed: (text: string) => text.replace('†mev', 'সেবা'),
}));

const textsOf = (source: Uint8Array | string, name: string) => {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const { blocks, changes } = readDocument(bytes, name);
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.piece.text]
      : block.rows.flat().map(({ piece }) => piece.text),
  );
  return { texts, changes };
};

const bijoy = (text: string) => ({ text, font: 'SutonnyMJ' });

test('runs of a Word document, also with a split word beside an e-mail address', () => {
  const source = wordFile([
    wordParagraph([bijoy('Rb¥ '), bijoy('wbeÜb'), { text: ' a@b.example', font: 'Arial' }]),
    wordTable([[{ paragraphs: [[bijoy('†mev')]] }, 'Rb¥ wbeÜb']]),
  ]);
  const { texts, changes } = textsOf(source, 'a.docx');
  expect(texts).toEqual(['জন্ম নিবন্ধন a@b.example', 'সেবা', 'Rb¥ wbeÜb']);
  expect(changes.map(({ from, to }) => [from, to])).toEqual([
    ['Rb¥ wbeÜb a@b.example', 'জন্ম নিবন্ধন a@b.example'],
    ['†mev', 'সেবা'],
  ]);
});

test('a Word document whose styles name the font', () => {
  const styles =
    '<w:styles xmlns:w="w"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii="SutonnyMJ"/></w:rPr></w:style></w:styles>';
  const source = wordFile([wordParagraph('Rb¥ wbeÜb')], { 'word/styles.xml': strToU8(styles) });
  expect(textsOf(source, 'a.docx').texts).toEqual(['জন্ম নিবন্ধন']);
});

test('HTML with fonts, and without', () => {
  const html = `<p><span style="font-family: 'SutonnyMJ', serif">Rb¥ <b>wbeÜb</b></span></p><font face="SutonnyMJ">we</font><p>†mev ok</p><p>we</p>`;
  expect(textsOf(html, 'a.html').texts).toEqual(['জন্ম নিবন্ধন', 'বি', 'সেবা ok', 'we']);
});

test('cells of a spreadsheet, by their style and by their runs', () => {
  const parts = {
    'xl/styles.xml':
      '<styleSheet><fonts><font><name val="Arial"/></font><font><name val="SutonnyMJ"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Rb¥ wbeÜb</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><rFont val="SutonnyMJ"/></rPr><t>we</t></r></is></c><c r="C1" s="0" t="inlineStr"><is><t>we</t></is></c></row></sheetData></worksheet>',
  };
  const source = zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  );
  expect(textsOf(source, 'a.xlsx').texts).toEqual(['জন্ম নিবন্ধন', 'বি', 'we']);
});

test('plain text in the Windows code page', () => {
  expect(textsOf(Buffer.from('\x86mev', 'latin1'), 'a.txt').texts).toEqual(['সেবা']);
});
