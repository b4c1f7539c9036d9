// Bijoy (SutonnyMJ) to Unicode.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bijoyToUnicode, convertMixed, isBijoyFont, looksLikeBijoy } from '../src/bangla/bijoy.ts';
import * as tables from '../src/bangla/bijoy-table.ts';
import { cpuOf } from './support/cpu.ts';

const pairs = readFileSync('test/fixtures/bijoy-pairs.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t') as [string, string]);

/** The pairs of purely Bengali words: most of them. */
const words = pairs.filter(([, unicode]) => /^[\p{L}\p{M}]+$/u.test(unicode));

test('at least 300 words become what they are in Unicode, in NFC', () => {
  expect(words.length).toBeGreaterThan(300);
  expect(pairs.map(([bijoy]) => [bijoy, bijoyToUnicode(bijoy)])).toEqual(pairs);
  expect(pairs.map(([, unicode]) => unicode)).toEqual(pairs.map(([, u]) => u.normalize('NFC')));
});

test('the words cover every entry of the tables', () => {
  const missing = Object.values(tables).flatMap((table) =>
    [...table].filter(
      ([code, letters]) =>
        !pairs.some(
          ([bijoy, unicode]) =>
            bijoy.includes(code) && unicode.normalize('NFD').includes(letters.normalize('NFD')),
        ),
    ),
  );
  expect(missing).toEqual([]);
});

test('each code is one character and means one thing, except Í after a half letter', () => {
  const codes = Object.values(tables).flatMap((table) => [...table.keys()]);
  expect(codes.filter((code) => code.length !== 1)).toEqual([]);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual(['Í']);
  for (const table of Object.values(tables)) {
    for (const [code, letters] of table) expect(letters, code).not.toMatch(/^[\0-\x7f]?$/);
  }
});

test('running text keeps its punctuation and lines', () => {
  expect(
    bijoyToUnicode(
      '‘bvMwiK mb`’ – †mev cÖ`vb;\n• Av‡e`b dig (01 Kwc)…\t“wewagvjv, 2015” Abyhvqx dx 100/-|',
    ),
  ).toBe(
    '‘নাগরিক সনদ’ – সেবা প্রদান;\n• আবেদন ফরম (০১ কপি)…\t“বিধিমালা, ২০১৫” অনুযায়ী ফী ১০০/-।'.normalize(
      'NFC',
    ),
  );
});

test.each([
  ['SutonnyMJ', true],
  ['"sutonnymj"', true],
  ['SutonnyCMJ', true],
  ['SutonnyEMJ', true],
  ['SutonnySushreeMJ', true],
  ['Sutonny MJ Bold', true],
  ['JugantorMJ', true],
  ['SUTOM_MJ', true],
  ['Bijoy', true],
  ['SutonnyOMJ', false],
  ['SutonnyUniBanglaOMJ', false],
  ['AdorshoLipi', false],
  ['Nikosh', false],
  ['NikoshBAN', false],
  ['Kalpurush', false],
  ['SolaimanLipi', false],
  ['Vrinda', false],
  ['Nirmala UI', false],
  ['Times New Roman', false],
  ['', false],
])('%s is a font of Bijoy: %s', (name, expected) => {
  expect(isBijoyFont(name)).toBe(expected);
});

test.each([
  ['Avgvi', 'আমার'],
  ['Kvi', 'Kvi'],
  ['Kvi evsjv', 'কার বাংলা'],
  ['†mev I Kg©KZ©v Ges GK', 'সেবা ও কর্মকর্তা এবং এক'],
  ['I email ev', 'I email ev'],
  ['10wU AvbyôvwbK mfv| 10 w`b', '১০টি আনুষ্ঠানিক সভা। 10 দিন'],
  ['“Avgvi” ‘Avwg’ – (we‡klÁ)', '“আমার” ‘আমি’ – (বিশেষজ্ঞ)'],
  [
    'B-‡gBj: uno.kachua@mopa.gov.bd, Kg©KZ©v 01721587011',
    'B-মেইল: uno.kachua@mopa.gov.bd, কর্মকর্তা 01721587011',
  ],
  [
    'I‡qemvBU https://kachua.bagerhat.gov.bd/bn, mswkøó www.x.gov.bd',
    'ওয়েবসাইট https://kachua.bagerhat.gov.bd/bn, সংশ্লিষ্ট www.x.gov.bd',
  ],
  [
    '‡gvevBj App e¨envi Ki‡Z Google Play Store †_‡K bKash',
    'মোবাইল App ব্যবহার করতে Google Play Store থেকে bKash',
  ],
  ['আমার †mev, SMS 333', 'আমার সেবা, SMS 333'],
  ['km² GjvKv, 25°C, ±5', 'km² এলাকা, 25°C, ±5'],
])('in mixed text, %s becomes %s', (mixed, expected) => {
  expect(convertMixed(mixed)).toBe(expected.normalize('NFC'));
});

test.each([
  'The citizen’s charter of this office — services, fees and officers.',
  'Every day we have given available view of new values; save and leave.',
  'Windows® Name© Brand™ §5 ¶ «mot» £50 ¿Qué? „Zitat“ ½ 3×4',
  'café naïve déjà vu Österreich informação através Šimić œuvre',
  '†Corresponding author. ‡Deceased. note†',
  'Kyiv, Tel Aviv, gov dev TV YouTube iPhone eTIN bKash PhD WiFi',
  'file_name `code` ```js x~y A4 3G NID-2 e.g. R&D don’t foo–bar',
  'স্ন মত্ম ন্ত রম্ন — ৳ ১০০ ও আমার',
])('%s stays as it is', (text) => {
  expect(convertMixed(text)).toBe(text);
  expect(looksLikeBijoy(text)).toBe(false);
});

test('where all around is Bijoy, short cells are Bijoy too, but no addresses, numbers and abbreviations', () => {
  const table = ['bs', '†mevi bvg', 'mgq', '†dvb', 'gšÍe¨', 'Kvh©vjq', 'NID', '5'];
  expect(looksLikeBijoy(table.join('\n'))).toBe(true);
  expect(table.map((cell) => convertMixed(cell, true))).toEqual(
    ['নং', 'সেবার নাম', 'সময়', 'ফোন', 'মন্তব্য', 'কার্যালয়', 'NID', '5'].map((cell) =>
      cell.normalize('NFC'),
    ),
  );
  const kept = 'uno@kachua.gov.bd, www.bangladesh.gov.bd, SMS, PDF, A4, Link, 16122';
  expect(convertMixed(kept, true)).toBe(kept);
});

test('a text is Bijoy if most of its words are', () => {
  expect(looksLikeBijoy('Avgvi †mvbvi evsjv')).toBe(true);
  expect(looksLikeBijoy('Avgvi †mvbvi evsjv, the song of the country by Tagore')).toBe(false);
  expect(looksLikeBijoy('আমার সোনার বাংলা, †mev')).toBe(false);
  expect(looksLikeBijoy('')).toBe(false);
});

test('a word of Bijoy is found among English words, which stay', () => {
  const sure = words.filter(([bijoy]) => /[‡¨©¯¤]./.test(bijoy) && !/^¯/.test(bijoy));
  expect(sure.length).toBeGreaterThan(100);
  for (const [bijoy, unicode] of sure) {
    expect(convertMixed(`The word ${bijoy} here.`)).toBe(`The word ${unicode} here.`);
  }
});

const codes = Object.values(tables).flatMap((table) => [...table.keys()]);
const anyBijoy = fc.string({ unit: fc.constantFrom(...codes, ' ', '\n', '-', '"') });
const bengali = fc.string({
  unit: fc.constantFrom(...'কখগঘঙচছজঞটডণতদনপবমরলশষসহািীুূৃেৈোৌংঃঁৎ্অআইউএও।০১৯ \n,‘’“”—–'),
});

test('nothing throws, and what comes out is in NFC', () => {
  fc.assert(
    fc.property(fc.oneof(anyBijoy, fc.string({ unit: 'binary' })), (text) => {
      const unicode = bijoyToUnicode(text);
      expect(unicode).toBe(unicode.normalize('NFC'));
      convertMixed(text);
      convertMixed(text, true);
      looksLikeBijoy(text);
    }),
  );
});

test('Unicode Bengali stays as it is, and so does what has been converted', () => {
  fc.assert(
    fc.property(bengali, (text) => {
      expect(convertMixed(text, true)).toBe(text);
    }),
  );
  const unicode = pairs.map(([bijoy]) => bijoyToUnicode(bijoy)).join(' ');
  expect(convertMixed(unicode, true)).toBe(unicode);
  expect(bijoyToUnicode(words.map(([, unicode]) => unicode).join(' '))).toBe(
    words.map(([, unicode]) => unicode).join(' '),
  );
});

test('addresses and numbers stay as they are among Bijoy', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.webUrl({ validSchemes: ['http', 'https'] }),
        fc.nat().map(String),
      ),
      (kept) => {
        expect(convertMixed(`Kg©KZ©v ${kept} †mev`)).toBe(`কর্মকর্তা ${kept} সেবা`);
        expect(convertMixed(kept, true)).toBe(kept);
      },
    ),
  );
});

test.each([
  ...['K', '¯', 'w', '†', '©', '¨', '“', '…', '`', '1', '|', 'ক', 'ক্', ' '],
  ...['a.', 'a@', 'a@b', 'x-', 'K…', '•K', 'K&', 'I ', 'Kvi ', 'Avgvi ', 'http://'],
])('%j times 20,000 takes time in proportion', (unit) => {
  const text = unit.repeat(20_000);
  const took = cpuOf(() => {
    bijoyToUnicode(text);
    convertMixed(text);
    convertMixed(text, true);
    looksLikeBijoy(text);
  });
  // In proportion it takes less than half a second of CPU time, and in the square minutes.
  expect(took).toBeLessThan(3_000);
});
