// Normalisation of words for search, in steps: letters → words → one spelling → stem → consonants.
// Each step is a pure function. The results are never shown.

import { unifyConfusables } from './confusables.ts';
import { toAsciiDigits } from './digits.ts';

/**
 * Returns a text in one form for equivalent letters, to compare it with what was written: NFC (which also decomposes য়
 * ড় ঢ়, UAX #15), lower case, ASCII digits, without the invisible characters (joiners, soft hyphens, direction marks)
 * that keyboards and web pages leave behind.
 */
export function plainLetters(text: string): string {
  return toAsciiDigits(text.normalize('NFC'))
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .toLowerCase();
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const JOINED_WORDS = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu;

/** Returns the words of a phrase: runs of letters, marks and digits, in one form for what looks the same. */
export function phraseWords(phrase: string): string[] {
  // Visarga between letters says little: দুঃখ is also written দুখ.
  return unifyConfusables(phrase).replaceAll('ঃ', '').match(WORD) ?? [];
}

/**
 * Returns the words of a text by which it can be found. Words joined by a hyphen also count as one (ই-নথি: ই, নথি,
 * ইনথি), and so do those on both sides of a visarga, which may stand for a colon (সময়ঃসকাল).
 */
export function textWords(text: string): string[] {
  const all = unifyConfusables(text).match(JOINED_WORDS) ?? [];
  const parts = all.map((word) => word.split(/[-ঃ]/).filter((part) => part !== ''));
  const compounds = parts.filter(({ length }) => length > 1);
  return [...parts.flat(), ...compounds.map((words) => words.join(''))];
}

// Letters that sound alike and are often confused (after Lucene's BengaliNormalizer, whose nukta and ক্ষ rules do not
// match NFC text and are corrected here), and old spellings.
const SPELLINGS: [RegExp, string][] = [
  [/ঁ/g, ''],
  [/ক্ষ/g, 'খ'],
  [/[ডঢ]়/g, 'র'],
  [/য়/g, 'এ'],
  [/দ্ধ/g, 'ধ'],
  [/্ব(?=\p{L}|\p{M}|$)/gu, ''],
  [/ঋ/g, 'রি'],
  [/ৃ/g, '্রি'],
  [/ঈ/g, 'ই'],
  [/ঊ/g, 'উ'],
  [/ী/g, 'ি'],
  [/ূ/g, 'ু'],
  [/[শষ]/g, 'স'],
  [/ণ/g, 'ন'],
  [/ঙ/g, 'ং'],
  [/ত্(?![তথনবমযর])/g, 'ত'],
  [/য/g, 'জ'],
  [/(\p{L})্\1/gu, '$1'],
];

/** Returns a word (of textWords) in one spelling: ঊর্ধ্বতন and উর্দ্ধতন become equal. */
export function foldSpelling(word: string): string {
  return SPELLINGS.reduce((text, [pattern, letter]) => text.replace(pattern, letter), word);
}

// Case endings and plurals in folded spelling. A bare র is not one of them: it would truncate প্রোগ্রামার.
const ENDINGS = [
  'গুলোর',
  'গুলো',
  'গুলি',
  'সমুহের',
  'সমুহ',
  'দের',
  'এর',
  'ের',
  'কে',
  'তে',
  'টির',
  'টার',
  'টি',
  'টা',
  'রা',
  'এ',
  'ে',
];

/** Removes the case ending of a folded word, if at least three letters remain; for queries only. */
export function stem(folded: string): string {
  return stems(folded)[0] ?? folded;
}

/** Returns a folded word without each possible ending, the likeliest first: আদালতে is আদাল + তে or আদালত + ে. */
export function stems(folded: string): string[] {
  return ENDINGS.filter((ending) => folded.endsWith(ending))
    .map((ending) => folded.slice(0, -ending.length))
    .filter((word) => countLetters(word) >= 3);
}

/** Returns the number of letters in a word, without vowel signs and other marks. */
export function countLetters(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0;
}

/** The sounds that both scripts can express, with the Bengali letters for each. */
const SOUNDS = {
  k: 'কখ',
  g: 'গঘ',
  c: 'চছ',
  j: 'জঝয',
  t: 'টঠতথৎ',
  d: 'ডঢদধ',
  n: 'ণনঞঙং',
  p: 'পফ',
  b: 'বভ',
  m: 'ম',
  r: 'র',
  l: 'ল',
  s: 'শষস',
  h: 'হ',
};
const SOUND_OF = byLetter(SOUNDS);

/** Vowels and their signs, as they are typed in Latin letters. */
const VOWELS = {
  a: 'আা',
  i: 'ইিঈী',
  u: 'উুঊূ',
  e: 'এে',
  o: 'অওো',
  oi: 'ঐৈ',
  ou: 'ঔৌ',
};
const VOWEL_OF = byLetter(VOWELS);

/** Maps each letter to its spelling in Latin letters. */
function byLetter(typed: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(typed).flatMap(([latin, letters]) =>
      [...letters].map((letter): [string, string] => [letter, latin]),
    ),
  );
}

// Latin spellings of the same sounds, longest first.
const LATIN_SOUNDS: [RegExp, string][] = [
  [/[ts]ion/g, 'sn'],
  [/kkh|ksh|x/g, 'k'],
  [/ch/g, 'C'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/C/g, 'c'],
  [/ph|f/g, 'p'],
  [/[vw]|bh/g, 'b'],
  [/ng/g, 'n'],
  [/z/g, 'j'],
  [/([kgcjtdpbs])h/g, '$1'],
  [/(.)\1+/g, '$1'],
  [/[^a-z]/g, ''],
];

const isBengali = (word: string) => /\p{Script=Bengali}/u.test(word);

/** Returns a Latin word in the letters of SOUNDS, with its vowels. */
const latinSounds = (word: string) =>
  LATIN_SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);

/** Returns a Bengali word with one letter for each of its sounds. */
const spoken = (word: string) =>
  word
    .replace(/ক্ষ/g, 'ক')
    .replace(/জ্ঞ/g, 'গ')
    .replace(/ৃ/g, '্রি')
    .replace(/ঋ/g, 'রি')
    .replace(/[ডঢ]়/g, 'র')
    .replace(/্য|য়/g, '')
    .replace(/(\p{L})্\1/gu, '$1');

/**
 * Returns the consonants of a word, in letters common to Bengali and Latin script: প্রশিক্ষণ, proshikkhon and
 * prosikkhon all become "prskn". Vowels, য় and ya-phala are dropped, and a doubled consonant counts once.
 */
export function consonants(word: string): string {
  return isBengali(word)
    ? [...spoken(word)].map((letter) => SOUND_OF.get(letter) ?? '').join('')
    : latinSounds(word).replace(/[aeiouy]/g, '');
}

/**
 * Returns a word's consonants with the vowels between them: ছুটি and chuti become "cuti", কর and kor become "kor".
 * @param inherent how অ and the vowel that no sign expresses are typed: koto or kata for কত
 */
function syllables(word: string, inherent: 'o' | 'a'): string {
  const letters = [...spoken(word)];
  const vowelAfter = (at: number) => (SOUND_OF.has(letters[at + 1] ?? '') ? inherent : '');
  const all = isBengali(word)
    ? letters.map((letter, at) =>
        SOUND_OF.has(letter)
          ? SOUND_OF.get(letter) + vowelAfter(at)
          : letter === 'অ'
            ? inherent
            : (VOWEL_OF.get(letter) ?? ''),
      )
    : [latinSounds(word.replace(/ee|y$/g, 'i').replace(/oo/g, 'u').replace(/y/g, ''))];
  // At the end it is spoken in some words and typed in fewer.
  return all.join('').replace(/o$/, '');
}

/**
 * Returns the sounds by which a word is found in the other script: its consonants or, where they are only two and would
 * say too little, its syllables. In Latin letters y may stand for য (oviyog: অভিযোগ) or for nothing (niyog: নিয়োগ),
 * and w for ব (swadhin: স্বাধীন) or for ও (warish: ওয়ারিশ).
 */
export function soundsOf(word: string): string[] {
  const spellings = isBengali(word)
    ? [word]
    : [word, word.replace(/(?<![^aeiou])y(?=[aeiou])/g, 'j'), word.replaceAll('w', 'o')];
  const sounds = spellings.flatMap((one) =>
    consonants(one).length === 2 ? [syllables(one, 'o'), syllables(one, 'a')] : consonants(one),
  );
  return [...new Set(sounds)];
}
