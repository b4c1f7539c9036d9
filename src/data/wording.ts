// Doubtful wording: traces of old fonts and converters, and signs that only look right.

import { UNPRINTABLE } from '../bangla/printable.ts';
import type { Rule } from './messages.ts';
import { withBengaliDigits } from './repairs.ts';

/** Letters that Bijoy's SutonnyMJ borrows from Windows-1252; two of them in one text are no accident. */
const BIJOY = /[†‡‰©¯¨Ö«»¤¦§¶·ÿ][^†‡‰©¯¨Ö«»¤¦§¶·ÿ]*[†‡‰©¯¨Ö«»¤¦§¶·ÿ]|[†‡‰¯¨][a-zA-Z]/u;

/**
 * Conjuncts that converters from Bijoy get wrong: মত্ম for ন্ত, সত্ম for স্ত, রম্ন for রু, ÿ for ক্ষ, and স্ন for স্ল
 * but in the words that really have it (স্নাতক, স্নেহ, স্নিগ্ধ, স্নায়ু, জ্যোৎস্না).
 */
const RESIDUE = /[মস]ত্ম|রম্ন|ÿ|স্ন/u;
/** A sign that belongs to the letter before it, without one. */
const LONE_SIGN = /^[\u09be-\u09cd\u09d7]/u;
const REAL_SNA = /^স্ন(?:া|েহ|িগ্ধ)|ৎস্ন/u;

/** Longer words are rare in Bengali; those that are longer have usually lost their spaces. */
const LONGEST_WORD = 25;

/** Digits among Bengali words; not A4, an address or a code. */
const LATIN_DIGITS = /(?<![\w./@-])[0-9]+(?![\w./@-])/;
/** An amount as offices write it: 20/- or 20/=. */
const LATIN_AMOUNT = /(?<![\w./@-])[0-9][0-9,.]*\/[-=]/g;

/** A tag, or a character reference. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:[a-z]{2,6}|#[0-9]{1,6});/i;

/** Letters that only look right: the typed ones, and those meant. */
const LOOKALIKES: [RegExp, string][] = [
  // অ with the sign of আ; Assamese র; the numerator ৷ and a stroke for the danda; a sign typed twice.
  [/অা/gu, 'আ'],
  [/ৰ/gu, 'র'],
  [/৷/gu, '।'],
  [/(?<=\p{Script=Bengali})\|(?=\s|$)/gu, '।'],
  // The letter O as a zero: ৫O.
  [/(?<![A-Za-z0-9০-৯,.])([0-9০-৯][0-9০-৯,.]*)[Oo]+(?![A-Za-z])/gu, '$1০'],
  [/([\u0981-\u0983\u09bc\u09be-\u09cd\u09d7])\1+/gu, '$1'],
  // Signs that cannot be seen and are no part of Bengali spelling.
  [/[\u00ad\u200b\u2060\ufeff]/gu, ''],
];
function withRightLetters(word: string): string {
  const bengali = LOOKALIKES.reduce((right, [wrong, meant]) => right.replace(wrong, meant), word);
  return withBengaliDigits(bengali);
}

/** Matches gaps of examples: an ellipsis before more text, underscores, "write … here". */
const GAP = /…(?=\s?\S)|_{3,}|এখানে .{1,80}লিখুন/u;
/** The texts of the examples in the comments of the data files, from their beginnings. */
const SAMPLES = [
  'কার্যালয়ের নাম',
  'ভবন, তলা, সড়ক',
  'কীভাবে আসতে হয়',
  'মানচিত্রের ওয়েব ঠিকানা',
  'হেল্পলাইনের নাম',
  'মন্ত্রণালয় বা বিভাগের নাম',
  'উপজেলার নাম',
  'জেলার নাম',
  'ভিশন (রূপকল্প)',
  'মিশন (অভিলক্ষ্য)',
  'কর্মকর্তার নাম',
  'কীভাবে সেবা দেওয়া হয়',
].map((one) => one.normalize('NFC'));
const isSample = (text: string) =>
  SAMPLES.some((sample) => text === sample || text.startsWith(`${sample}, `));

/** A sign of a list in a text of one line: a bullet, ১। and ২।, or dashes. */
// Word's own bullets are letters of its fonts Symbol and Wingdings, in the private use area.
const BULLET = /[•●○▪■◦‣\ue000-\uf8ff]/u;
const NUMBERED = /(?:^|\s)[1১][।.)]\s[^\n]*\s[2২][।.)]\s/u;
const DASHED = /^[-–—]\s[^\n]*\s[-–—]\s/u;
function listSign(text: string): string | undefined {
  if (BULLET.test(text)) return BULLET.exec(text)?.[0];
  if (NUMBERED.test(text)) return '১। ২।';
  return DASHED.test(text) ? '-' : undefined;
}

/** Returns the letters that the sheets cannot print, an emoji as one; invisible ones by their number. */
const UNPRINTABLES = new RegExp(`(?:${UNPRINTABLE.source}[\u200d\ufe0f]?)+`, 'gu');
function unprintableIn(text: string): string[] {
  const found = new Set(text.match(UNPRINTABLES));
  return [...found].slice(0, 5).map((letters) =>
    letters.replace(/\p{Co}/gu, (letter) => {
      const number = letter.codePointAt(0)?.toString(16).toUpperCase();
      return `U+${number}`;
    }),
  );
}

/** A rule on wording, the part of the text that breaks it, and the text that was probably meant. */
export function wordingAdvice(
  text: string,
): { rule: Rule; hit: string; suggestion?: string | undefined }[] {
  const wrong = (text.match(/[^\s]+/gu) ?? []).filter((word) => withRightLetters(word) !== word);
  const sign = listSign(text);
  const [markup] = MARKUP.exec(text) ?? [];
  const words = text.match(/[\p{L}\p{M}\u200c\u200d]+/gu) ?? [];
  const unique = (rule: Rule, hits: Iterable<string>) =>
    [...new Set(hits)].map((hit) => ({ rule, hit }));
  const residue = words.filter(
    (word) => LONE_SIGN.test(word) || (RESIDUE.test(word) && !REAL_SNA.test(word)),
  );
  const isBijoy = residue.length === 0 && BIJOY.test(text);
  const unprintable = isBijoy ? [] : unprintableIn(withBengaliDigits(text));
  const digits = /\p{Script=Bengali}/u.test(text) ? (LATIN_DIGITS.exec(text) ?? []) : [];
  return [
    ...[...new Set(wrong)].map((hit) => ({
      rule: 'letters' as const,
      hit,
      suggestion: withRightLetters(hit),
    })),
    ...unique('list-in-text', sign === undefined ? [] : [sign]),
    ...unique('markup', markup === undefined ? [] : [markup]),
    ...unique('pasted-row', text.includes('\t') ? ['\t'] : []),
    ...unique('placeholder', isSample(text) ? [text] : (GAP.exec(text) ?? [])),
    ...unique('shown-quotes', /^[“„‘][^“„‘”’]*[”’]$/u.test(text.trim()) ? [text] : []),
    ...unique('stray-quote', /^[^"]*"$/u.test(text.trim()) ? ['"'] : []),
    ...unique('converter-residue', residue),
    ...(isBijoy ? [{ rule: 'bijoy' as const, hit: text }] : []),
    ...unique('unprintable', unprintable.length > 0 ? [unprintable.join(' ')] : []),
    ...unique('visarga', (text.match(/[\p{L}\p{M}-]+/gu) ?? []).filter(usesVisargaAsColon)),
    ...unique('latin-amount', text.match(LATIN_AMOUNT) ?? []),
    ...unique('latin-digits', digits),
    ...unique(
      'glued-words',
      words.filter((word) => word.length > LONGEST_WORD),
    ),
    ...(/^[-–"“”'।\s]*ঐ[-–"“”'।\s]*$/u.test(text) ? [{ rule: 'ditto' as const, hit: text }] : []),
  ];
}

/** Reports whether a word ends in ঃ instead of a colon. Old spellings in -তঃ and -শঃ, and abbreviations (মোঃ), are right. */
function usesVisargaAsColon(word: string): boolean {
  return /[^তশ]ঃ$/u.test(word) && (word.match(/\p{L}/gu)?.length ?? 0) >= 3;
}
