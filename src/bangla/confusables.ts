// One form for writings that look the same. After Unicode's confusables (UTS #39), the Unicode Standard's chapter 12.2,
// and the normalisers bnUnicodeNormalizer, csebuetnlp/normalizer and Nisaba.

/** Letters and signs that look like another one: of Assamese, of scripts related to Bengali, and of Greek and Cyrillic. */
const LETTERS = new Map(
  [
    ['ৰৱঀ৵৻ৄ', 'রব৭৯ৎৃ'],
    // Tirhuta, as UTS #39 lists it.
    ['𑒒𑒔𑒖𑒘𑒙𑒛𑒪𑒞𑒟𑒠𑒡𑒢𑒣𑒩𑒧𑒨𑒫𑒝𑒭𑒮𑓄𑒰𑒱𑒹𑒼𑒾𑓂𑒽', 'ঘচজঞটডণতথদধনপবমযরলষসঽািেোৌ্ৗ'],
    ['\u0310\u0323\u093c\u0a3c\u0abc', '\u0981\u09bc\u09bc\u09bc\u09bc'],
    ['АВЕЅІЈКМНОРСТХУаԁеѕһіјԛорсѵԝху', 'ABESIJKMHOPCTXYadeshijqopcvwxy'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγιορυν', 'ABEZHIKMNOPTYXayiopuv'],
  ].flatMap(([from = '', to = '']) => {
    const letters = [...to];
    return [...from].map((letter, at) => [letter, letters[at] ?? ''] as const);
  }),
);
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu');

/** Visarga, the colon, and what looks like them (UTS #39). */
const COLONS =
  /[:\u0983\u0903\u0a83\u0a03\u0c03\u0c83\u0d03\u0d83\u1038\u{114c1}\u0589\u05c3\u0703\u0704\u1365\u16ec\u205a\u02d0\ua789\u2236\ufe30]+/gu;

// Code points, because a rule whose letters an editor composes would never match.
const CONSONANT = '\u0995-\u09b9\u09ce';
const VOWEL = '\u0985-\u0994\u09e0\u09e1';
const SIGN = '\u09be-\u09cc\u09d7\u09e2\u09e3';
const NUKTA = '\u09bc';
const HASANTA = '\u09cd';
const NASAL = '\u0981\u0982';
const rule = (pattern: string, to: string): [RegExp, string] => [new RegExp(pattern, 'g'), to];
const RULES = [
  // Vowel signs in their parts, for now.
  rule('\u09cb', '\u09c7\u09be'),
  rule('\u09cc', '\u09c7\u09d7'),
  // A sign twice is a sign once.
  rule(`(\u09c7[\u09be\u09d7]|[${NASAL}${SIGN}${NUKTA}${HASANTA}])\\1+`, '$1'),
  // Their order: nukta, vowel, candrabindu or anusvara. Tried only where a run begins, or a long run would take the
  // square of its length.
  rule(`(?<![${NASAL}])([${NASAL}]+)([${NUKTA}${SIGN}]+)`, '$2$1'),
  rule(`(?<![${SIGN}])([${SIGN}]+)(${NUKTA}+)`, '$2$1'),
  rule('\u09ac\u09bc', '\u09b0'),
  rule(`(?<![\u09a1\u09a2\u09af])${NUKTA}`, ''),
  rule(`(${HASANTA}[\u0995-\u09b9]${NUKTA}?)\\1+`, '$1'),
  rule('\u09c7\u09be|\u09be\u09c7', '\u09cb'),
  rule('\u09c7\u09d7|\u09d7\u09c7', '\u09cc'),
  rule('\u0985\u09be', '\u0986'),
  rule('\u098b\u09c3|\u098c\u09e2|[\u09e0\u09e1]', '\u098b'),
  rule('\u0999\u09cd', '\u0982'),
  // No vowel sign follows a vowel, and a hasanta stands between consonants or before ya-phala (এ্যাপ).
  rule(`(?<=[${VOWEL}])[${SIGN}]+`, ''),
  rule('\u09ce', '\u09a4\u09cd'),
  rule(
    `(?<![${CONSONANT}${NUKTA}${VOWEL}])${HASANTA}|(?<=[${VOWEL}])${HASANTA}(?!\u09af)|${HASANTA}(?![${CONSONANT}])`,
    '',
  ),
  // A letter of Sanskrit, typed for the digit (bnUnicodeNormalizer).
  rule('\u098c', '9'),
];

/**
 * Returns a text in one form for all writings that look the same: NFKC (which decomposes য় ড় ঢ়, UAX #15) without
 * invisible characters, in lower case, with ASCII digits for those of any script, and the colon between Bengali letters
 * as visarga (দু:খ), which stands nowhere else. Digits are the same by value, not by shape: ৪ is 4, though it looks
 * like 8.
 */
export function unifyConfusables(text: string): string {
  const plain = text
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    // Before NFKC, which would put a foreign dot after the hasanta that follows it.
    .replace(LETTER, (letter) => LETTERS.get(letter) ?? '')
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[\p{Nd}--[0-9]]/gv, (digit) => String(digitValue(digit)));
  return RULES.reduce((result, [pattern, to]) => result.replace(pattern, to), plain)
    .replace(COLONS, '\u0983')
    .replace(/(?<![\u0980-\u09ff])\u0983|\u0983(?![\u0980-\u09ff])/g, ' ')
    .toLowerCase();
}

/** Digits of a script are ten in a row (Unicode Standard, chapter 4.6), and some rows follow each other without a gap. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
