// Confusable letters are the same to search.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unifyConfusables } from '../src/bangla/confusables.ts';
import { phraseWords, textWords } from '../src/bangla/search-text.ts';
import { createSearch } from '../src/search/search.ts';
import { charter, headOffice, municipality, unionCouncil } from './support/site.ts';

/** Ways to write a sequence of code points, by what it is; the first is what charters use. */
const ALIKE: Record<string, [usual: string, ...others: string[]][]> = {
  // Unicode Standard 12.2, "do not use".
  'independent vowels': [
    ['\u0986', '\u0985\u09be', '\u0985\u200d\u09be'],
    ['\u098b', '\u09e0', '\u098b\u09c3', '\u09e1', '\u098c\u09e2'],
  ],
  // Nisaba's visual_rewrite; csebuetnlp/normalizer.
  'vowel signs in parts': [
    ['\u09cb', '\u09c7\u09be', '\u09be\u09c7', '\u09c7\u200c\u09be'],
    ['\u09cc', '\u09c7\u09d7', '\u09d7\u09c7'],
    ['\u0981\u09be', '\u09be\u0981'],
    ['\u09cb\u0981', '\u09c7\u0981\u09be'],
    ['\u09cc\u0981', '\u09c7\u0981\u09d7'],
    ['\u09c3', '\u09c4'],
  ],
  nukta: [
    ['\u09b0', '\u09ac\u09bc', '\u09f0', '\u09ac\u0323'],
    ['\u09df', '\u09af\u09bc', '\u09af\u09bc\u09bc', '\u09af\u093c'],
    ['\u09dc', '\u09a1\u09bc'],
    ['\u09dd', '\u09a2\u09bc'],
    ['\u09df\u09c7', '\u09af\u09c7\u09bc'],
    ['\u099c', '\u099c\u09bc'],
  ],
  Assamese: [['\u09ac', '\u09f1']],
  // Nisaba; bnUnicodeNormalizer.
  'khanda ta': [['\u09ce', '\u09a4\u09cd\u200d', '\u09fb']],
  hasanta: [['\u09cd', '\u09cd\u09cd', '\u09cd\u200d', '\u200c\u09cd']],
  'signs twice': [
    ['\u09c1', '\u09c1\u09c1'],
    ['\u09be', '\u09be\u09be'],
    ['\u0982', '\u0982\u0982'],
    ['\u0981', '\u0310'],
    ['\u0989', '\u0989\u09c1'],
    ['\u0993', '\u0993\u09cb'],
    ['\u09cd\u09b0', '\u09cd\u09b0\u09cd\u09b0'],
    ['\u09c1\u0995\u09cd', '\u09c1\u09cd\u0995\u09cd'],
  ],
  'nga and anusvara': [
    ['\u0999\u09cd\u0995', '\u0982\u0995'],
    ['\u0999\u09cd\u0997', '\u0982\u0997'],
    ['\u0982', '\u0999\u09cd'],
  ],
  Latin: [
    ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter): [string, ...string[]] => {
      const at = (letter.codePointAt(0) ?? 0) - 97;
      // Capital, full-width, mathematical bold, circled.
      const blocks = [0x41, 0xff41, 0xff21, 0x1d41a, 0x24d0];
      return [letter, ...blocks.map((block) => String.fromCodePoint(block + at))];
    }),
    ['a', '\u0430', '\u0391'],
    ['o', '\u043e', '\u03bf', '\u041e'],
    ['p', '\u0440', '\u0420'],
    ['t', '\u0422'],
  ],
  hyphens: [['-', '\u2010', '\u2011', '\u2013', '\u2212', '\uff0d']],
};
const pairs = Object.values(ALIKE).flatMap((rows) =>
  rows.flatMap(([usual, ...others]) => others.map((other) => [usual, other] as const)),
);

/** The digits of each numbering system that the engine knows, by value. */
const numberings = Intl.supportedValuesOf('numberingSystem')
  .map((system) =>
    Array.from({ length: 10 }, (_, digit) =>
      new Intl.NumberFormat(`en-u-nu-${system}`).format(digit),
    ),
  )
  .filter((digits) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));

describe('in one form', () => {
  test.each(pairs.map(([usual, other]) => [usual, other, codePoints(other)]))(
    '%s and %s (%s)',
    (usual, other) => {
      // Between letters, for some stand only there; before a consonant and at the end.
      for (const after of ['', '\u09ae', 'm'])
        expect(unifyConfusables(`\u0995${other}${after}`)).toBe(
          unifyConfusables(`\u0995${usual}${after}`),
        );
    },
  );

  test.each(numberings.map((digits) => [digits.join('')]))('%s are 0 to 9', (digits) => {
    expect(unifyConfusables(digits)).toBe('0123456789');
  });

  test('every digit of Unicode is one of 0 to 9, and ten follow each other', () => {
    let count = 0;
    for (let code = 0; code <= 0x10ffff; code++) {
      const letter = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(letter)) continue;
      expect(unifyConfusables(letter)).toMatch(/^[0-9]$/);
      expect(unifyConfusables(letter)).toBe(String(count % 10));
      count += 1;
    }
    expect(numberings.length).toBeGreaterThan(50);
  });

  test('digits are the same by value, not by shape', () => {
    expect(unifyConfusables('৪৭০')).toBe('470');
    expect(unifyConfusables('8')).not.toBe(unifyConfusables('৪'));
  });

  test('different letters stay different', () => {
    const letters = [
      ...'অআইঈউঊঋএঐওঔকখগঘচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ',
      'ড়',
      'ঢ়',
      'য়',
      ...'abcxyz019',
    ];
    expect(new Set(letters.map(unifyConfusables)).size).toBe(letters.length);
    const signs = [...'ািীুূৃেৈোৌঁং'].map((sign) => unifyConfusables(`ক${sign}`));
    expect(new Set(signs).size).toBe(signs.length);
    for (const word of ['কর্মকর্তা', 'এ্যাপ', 'র‌্যাব', 'স্বাস্থ্য', 'উত্তর', 'চাঁদা', 'বিজ্ঞান'])
      expect(unifyConfusables(word)).toBe(word.replace('\u200c', ''));
  });

  test.each([
    ['মোবাইলঃ', 'মোবাইল:', 'মোবাইল', 'মোবাইল ঃ'],
    ['দুঃখ', 'দু:খ', 'দুখ', 'দুःখ'],
    ['৯ঃ৩০', '9:30', '৯:৩০'],
  ])('the words of %s and %s', (one, ...others) => {
    for (const other of others) expect(phraseWords(other)).toEqual(phraseWords(one));
  });

  test('words on both sides of a colon are found by either', () => {
    expect(textWords('সময়ঃসকাল')).toEqual(textWords('সময়:সকাল'));
    expect(textWords('সময়ঃসকাল')).toEqual(expect.arrayContaining(phraseWords('সময় সকাল')));
  });
});

function codePoints(text: string): string {
  return [...text].map((letter) => `U+${letter.codePointAt(0)?.toString(16)}`).join(' ');
}

test('a query finds the same, in the same order, however its letters are written', () => {
  for (const of of [charter, unionCouncil.charter, headOffice.charter, municipality.charter]) {
    const find = createSearch(of);
    const targets = (query: string) => find(query).map(({ target }) => target);
    const words = [
      ...of.services.map(({ name }) => name),
      ...of.officers.map(({ post, mobile }) => `${post} ${mobile ?? ''}`),
      ...of.synonyms.flat(),
    ].map((text) => text.normalize('NFC'));
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.array(fc.tuple(fc.constantFrom(...pairs), fc.boolean()), {
          minLength: 8,
          maxLength: 30,
        }),
        fc.constantFrom(...numberings),
        (query, changes, digits) => {
          let other = query;
          for (const [[usual, written], everywhere] of changes)
            other = everywhere ? other.replaceAll(usual, written) : other.replace(usual, written);
          other = other.replace(
            /[0-9০-৯]/g,
            (digit) => digits[Number(unifyConfusables(digit))] ?? '',
          );
          expect(targets(other)).toEqual(targets(query));
        },
      ),
      { numRuns: 300 },
    );
  }
});
