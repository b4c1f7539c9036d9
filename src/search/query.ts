// Parses a query: its words, without stop words, in units that mean one thing each.

import { LRUCache } from 'lru-cache';
import {
  countLetters,
  foldSpelling,
  phraseWords,
  soundsOf,
  stem,
  stems,
  textWords,
} from '../bangla/search-text.ts';
import type { Charter } from '../charter/charter.ts';
import { complaint, OFFICE_WORDS, questions } from './questions.ts';
import type { Texts } from './targets.ts';
import { commonSynonyms } from './vocabulary.ts';

/** A word of a query or a synonym, in the forms by which it is looked up. */
export interface Word {
  text: string;
  /** In one spelling, without its ending. */
  spelt: string;
  /** The phonetic keys that it may have. */
  sounds: string[];
}

/** Consecutive words of a query that mean one thing, and the other phrases for it. */
export interface Unit {
  words: Word[];
  synonyms: Word[][] | undefined;
  /** The question to the office itself: where to complain, or something else. */
  asks: 'complaint' | 'other' | undefined;
}

/** The phrases that mean what a phrase does, and what it asks. */
interface Meaning {
  members: Word[][];
  asks: Unit['asks'];
}

// Stop words; ignored next to other words. Half of a citizen's question is politeness and grammar.
const STOP_WORDS = new Set(
  textWords(`কি কী কিভাবে কীভাবে কেমনে কোথায় কোথা কে কার কাকে কাছে কখন কবে কত কোন করতে করব করবো করি করছে চাই চাচ্ছি এর ও এবং জন্য
    সাথে সঙ্গে নিয়ে হলে হয় হচ্ছে না নেই গেছে লাগে লাগবে পাব পাবো পাবেন পাওয়া যায় যাব যাবে নেব নিব নিতে দেব দিব দেয় দিন হবে থাকে থেকে জানাব বিরুদ্ধে
    বলব কথা কাজ সমস্যা নষ্ট স্যার সাহেব ভাই আপা একজন আমি আমার আমাদের আপনাদের
    ki kivabe kibhabe kothay kokhon koto er e te ke kar kake der jonno kore korte korbo chai hole hobe lage lagbe pabo jabo somossa sathe
    how to the a an of for what where when who is are does do in on i my we our me and with about can call get need`).map(
    (word) => stem(foldSpelling(word)),
  ),
);

const spellingsOf = (words: string) =>
  new Set(phraseWords(words).map((word) => stem(foldSpelling(word))));
// Next to them, a stop word may be the question: অফিস কোথায়.
const OFFICE = spellingsOf(OFFICE_WORDS);
const ASKING = spellingsOf(
  Object.values(questions)
    .map(({ words }) => words)
    .join(' '),
);

/** The minimum digits of a number by which it is found. */
export const FEWEST_DIGITS = 6;

/** The minimum digits of a whole number, without the zero before its area code. */
const WHOLE_NUMBER = 9;

/** The minimum sounds by which a part of a word is recognised. */
const FEWEST_SOUNDS = 4;

/** The bytes that a cached word takes besides what is counted: the objects that hold it. */
export const ENTRY_OVERHEAD = 1000;

/** The maximum words in a synonym: তথ্য ও যোগাযোগ প্রযুক্তি has four, plus one to spare. */
const LONGEST_PHRASE = 5;

/**
 * Returns a function that parses a query, as typed, into its units.
 * @param texts of what can be found
 * @param cacheSize bytes of words to cache
 */
export function createQueryReader(
  charter: Charter,
  texts: Texts[],
  cacheSize: number,
): (query: string) => Unit[] {
  const meanings = meaningsOf(charter);
  // Guesses use only names and synonyms; the other texts of a charter are too many.
  const names = texts.flatMap(({ name }) => name.split('\n'));
  const split = createSplitter([...names, ...charter.synonyms.flat(), ...commonSynonyms.flat()]);
  const numbers = new Set(
    texts.flatMap((one) => Object.values(one).flatMap(textWords)).filter(isNumber),
  );
  const cache = new LRUCache<string, Word[]>({
    maxSize: cacheSize,
    sizeCalculation: (words) => 2 * JSON.stringify(words).length + ENTRY_OVERHEAD,
    memoMethod: (text) => split(wordOf(text)),
  });
  const wordsIn = (query: string) =>
    joinNumbers(phraseWords(query), numbers).flatMap((text) => cache.memo(text));
  return (query) => unitsOf(wordsIn(query), meanings);
}

/** Whether a word is digits alone, as many as a telephone number has or the end of one. */
export function isNumber(word: string): boolean {
  return /^[0-9]+$/.test(word) && word.length >= FEWEST_DIGITS;
}

/**
 * Joins digits in a row that form a known number or a part of one, without the country code and the zero before the area
 * code: 01700 000011 and +88 01700-000011 are both 1700000011.
 */
function joinNumbers(words: string[], known: Set<string>): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (/^[0-9]+$/.test(words[end] ?? '')) end++;
    const digits = words.slice(at, end).join('');
    const number = (digits.length > 11 ? digits.replace(/^0*88/, '') : digits).replace(/^0+/, '');
    // A whole number that is unknown finds nothing; without this its area code would.
    const isOne =
      number.length >= WHOLE_NUMBER ||
      (isNumber(number) && known.values().some((one) => one.includes(number)));
    if (isOne) joined.push(number);
    else joined.push(...words.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return joined;
}

/** Returns the meanings of phrases by their keys: words of the charter, of any office, and questions to the office itself. */
function meaningsOf(charter: Charter): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  const add = (keys: string[], members: Word[][], asks?: Unit['asks']) => {
    for (const key of new Set(keys)) {
      const before = meanings.get(key);
      meanings.set(key, {
        members: [...(before?.members ?? []), ...members],
        asks: asks ?? before?.asks,
      });
    }
  };
  for (const group of charter.synonyms) {
    const members = group.map(analyse).filter(({ length }) => length > 0);
    add(
      members.flatMap((words) => keysOf(words)),
      members,
    );
  }
  for (const group of commonSynonyms) {
    const members = group.map(analyse);
    const keys = members.flatMap((words) => keysOf(words));
    if (!keys.some((key) => meanings.has(key))) add(keys, members);
  }
  for (const { words, phrases } of Object.values(questions)) {
    const members = phraseWords(words).map((word) => [wordOf(word)]);
    add(phrases.split(',').map(analyse).map(spellingOf), members, 'other');
    add(
      members.flatMap((one) => keysOf(one)),
      members,
      'other',
    );
  }
  const complaints = phraseWords(complaint.words).map((word) => [wordOf(word)]);
  add(complaint.phrases.split(',').map(analyse).map(spellingOf), complaints, 'complaint');
  add(
    complaints.flatMap((words) => keysOf(words)),
    [],
    'complaint',
  );
  return meanings;
}

/** Returns the units of a query's words. The longest run of words that has synonyms forms one unit. */
function unitsOf(all: Word[], meanings: Map<string, Meaning>): Unit[] {
  const content = all.filter(({ spelt }) => !STOP_WORDS.has(spelt));
  const asking = all.filter(({ spelt }) => !STOP_WORDS.has(spelt) || ASKING.has(spelt));
  const words = !isOffice(content) ? content : asking.length > 0 ? asking : all;
  const lookUp = (phrase: Word[]) =>
    keysOf(phrase, isLatin(phrase) ? 3 : 4)
      .map((key) => meanings.get(key))
      .find((found) => found !== undefined);
  const units: Unit[] = [];
  for (let at = 0; at < words.length; ) {
    let length = LONGEST_PHRASE;
    while (length > 1 && !lookUp(words.slice(at, at + length))) length--;
    const phrase = words.slice(at, at + length);
    const meaning = lookUp(phrase);
    units.push({ words: phrase, synonyms: meaning?.members, asks: meaning?.asks });
    at += length;
  }
  // The office is not what is asked for, but whose hours or address.
  const asks = units.some((unit) => unit.asks !== undefined);
  return asks ? units.filter((unit) => unit.asks !== undefined || !isOffice(unit.words)) : units;
}

function isOffice(words: Word[]): boolean {
  return words.every(({ spelt }) => OFFICE.has(spelt));
}

/**
 * Returns a function that splits two known words run together (ট্রেডলাইসেন্স, jonmonibondhon), and returns any other word.
 * @param phrases names and synonyms only, because the other texts of a charter are too many to guess by
 */
function createSplitter(phrases: string[]): (word: Word) => Word[] {
  const all = phrases.map(analyse);
  const known = new Set(
    all.flat().flatMap(({ text }) => [foldSpelling(text), ...stems(foldSpelling(text))]),
  );
  const heard = new Set(all.flat().flatMap(({ sounds }) => sounds));
  const isHeard = (word: Word, fewest: number) =>
    isLatin([word]) && word.sounds.some((sound) => sound.length >= fewest && heard.has(sound));
  // Only neighbours count by sound, for much else sounds like two words.
  const neighbours = all.flatMap((words) =>
    words.slice(1).map((word, at) => {
      const both = [words[at] as Word, word];
      return { both, sounds: soundsOf(both.map(({ text }) => text).join('')) };
    }),
  );
  return (word) => {
    if (known.has(word.spelt) || isHeard(word, 3)) return [word];
    for (let at = 1; at < word.spelt.length; at++) {
      const parts = [word.spelt.slice(0, at), word.spelt.slice(at)].map(wordOf);
      const isKnown = (part: Word) =>
        countLetters(part.text) >= 2 && (known.has(part.text) || isHeard(part, FEWEST_SOUNDS));
      if (parts.every(isKnown)) return parts;
    }
    // The second may have an ending (bidhobabhata: বিধবা ভাতার).
    const sounds = word.sounds.filter(({ length }) => length >= FEWEST_SOUNDS);
    const isSame = (one: string) => sounds.some((sound) => one === sound || one === `${sound}r`);
    return neighbours.find((pair) => pair.sounds.some(isSame))?.both ?? [word];
  };
}

/** Returns the words of a phrase, without the joined forms that the index also holds. */
function analyse(phrase: string): Word[] {
  return phraseWords(phrase).map(wordOf);
}

function wordOf(text: string): Word {
  return { text, spelt: stem(foldSpelling(text)), sounds: soundsOf(text) };
}

function isLatin(words: Word[]): boolean {
  return words.every(({ text }) => /^[a-z]+$/.test(text));
}

/** Returns a phrase in one spelling. */
function spellingOf(words: Word[]): string {
  return words.map(({ spelt }) => spelt).join(' ');
}

/**
 * Returns the keys of a phrase among the synonyms: its words in stemmed spelling and, if specific enough, by sound.
 * @param fewestSounds by which a single word has a key: in Bengali, words of three sound like too many others
 */
function keysOf(words: Word[], fewestSounds = 3): string[] {
  const [first, ...rest] = words.map(({ sounds }) => sounds) as [string[], ...string[][]];
  // A word of a phrase may sound only in its likeliest way.
  const all = first.map((sound) => [sound, ...rest.map(([likeliest = '']) => likeliest)]);
  const specific = all.filter(
    (sounds) =>
      !sounds.includes('') && sounds.join('').length >= (words.length > 1 ? 5 : fewestSounds),
  );
  return [spellingOf(words), ...specific.map((sounds) => `sound ${sounds.join(' ')}`)];
}
