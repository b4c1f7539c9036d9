// What a query asks for: its words, without what says little, in units that mean one thing each.

import {
  countLetters,
  foldSpelling,
  soundsOf,
  stem,
  stems,
  wordsOf,
  wordsOfPhrase,
} from '../bangla/search-text.ts';
import type { Charter } from '../charter/charter.ts';
import { createLruCache } from '../lru-cache.ts';
import { commonSynonyms } from './vocabulary.ts';

/** A word of a query or a synonym, in the forms by which it is looked up. */
export interface Word {
  text: string;
  /** In one spelling, without its ending. */
  spelt: string;
  /** How it may sound. */
  sounds: string[];
}

/** Consecutive words of a query that mean one thing, and the other phrases for it. */
export interface Unit {
  words: Word[];
  synonyms: Word[][] | undefined;
}

// Stop words; ignored next to other words. Half of a citizen's question is politeness and grammar.
const FILLERS = new Set(
  wordsOf(`কি কী কিভাবে কীভাবে কেমনে কোথায় কোথা কে কার কাকে কাছে কখন কবে কত কোন করতে করব করবো করি করছে চাই চাচ্ছি এর ও এবং জন্য
    সাথে সঙ্গে নিয়ে হলে হয় হচ্ছে না নেই গেছে লাগে লাগবে পাব পাবো পাবেন পাওয়া যায় যাব যাবে নেব নিব নিতে দেব দিব দেয় দিন হবে থাকে থেকে জানাব
    বলব কথা কাজ সমস্যা নষ্ট স্যার সাহেব ভাই আপা একজন আমি আমার আমাদের আপনাদের
    ki kivabe kibhabe kothay koto er e te ke kar kake der jonno kore korte korbo chai hole hobe lage lagbe pabo jabo somossa sathe
    how to the a an of for what where when who is are does do in on i my we our me and with about can call get need`).map(
    (word) => stem(foldSpelling(word)),
  ),
);

/** The most words in a synonym: তথ্য ও যোগাযোগ প্রযুক্তি has four, plus one to spare. */
const LONGEST_PHRASE = 5;

/**
 * @param names of what can be found
 * @param memory how many bytes of words are remembered
 * @returns a function from a query, as typed, to its units
 */
export function createQueryReader(
  charter: Charter,
  names: string[],
  memory: number,
): (query: string) => Unit[] {
  const groups = synonymsOf(charter);
  // Of names and synonyms only: what else a charter says is too much to guess by.
  const known = new Set(
    [...names, ...charter.synonyms.flat()]
      .flatMap(wordsOfPhrase)
      .flatMap((word) => [foldSpelling(word), ...stems(foldSpelling(word))]),
  );
  const remembered = createLruCache<Word[]>(memory, (words) => 2 * JSON.stringify(words).length);
  const wordsIn = (query: string) =>
    wordsOfPhrase(query).flatMap((text) => remembered(text, () => takeApart(wordOf(text), known)));
  return (query) => unitsOf(wordsIn(query), groups);
}

/** The groups of synonyms, the charter's and then the common ones, by the keys of each phrase. */
function synonymsOf(charter: Charter): Map<string, Word[][]> {
  const groups = new Map<string, Word[][]>();
  const addGroup = (members: Word[][]) => {
    for (const key of new Set(members.flatMap(keysOf)))
      groups.set(key, [...(groups.get(key) ?? []), ...members]);
  };
  for (const group of charter.synonyms) addGroup(group.map(analyse));
  for (const group of commonSynonyms) {
    const members = group.map(analyse);
    if (!members.flatMap(keysOf).some((key) => groups.has(key))) addGroup(members);
  }
  return groups;
}

/** The units of a query's words. The longest run of words that has synonyms forms one unit. */
function unitsOf(all: Word[], synonyms: Map<string, Word[][]>): Unit[] {
  const telling = all.filter(({ spelt }) => !FILLERS.has(spelt));
  const words = telling.length > 0 ? telling : all;
  const lookUp = (phrase: Word[]) =>
    keysOf(phrase)
      .map((key) => synonyms.get(key))
      .find((found) => found !== undefined);
  const units: Unit[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 1 && !lookUp(words.slice(at, at + length))) length--;
    const phrase = words.slice(at, at + length);
    units.push({ words: phrase, synonyms: lookUp(phrase) });
    at += length;
  }
  return units;
}

/** A word that is two known words run together (ট্রেডলাইসেন্স) as these two; any other as it is. */
function takeApart(word: Word, known: Set<string>): Word[] {
  const { spelt } = word;
  if (known.has(spelt)) return [word];
  for (let at = 2; at <= spelt.length - 2; at++) {
    const parts = [spelt.slice(0, at), spelt.slice(at)];
    if (parts.every((part) => known.has(part) && countLetters(part) >= 2)) return parts.map(wordOf);
  }
  return [word];
}

/** The words of a phrase, without the joined forms that the index also holds. */
function analyse(phrase: string): Word[] {
  return wordsOfPhrase(phrase).map(wordOf);
}

function wordOf(text: string): Word {
  return { text, spelt: stem(foldSpelling(text)), sounds: soundsOf(text) };
}

/** The keys of a phrase among the synonyms: its words in stemmed spelling and, if specific enough, by sound. */
function keysOf(words: Word[]): string[] {
  const spelt = words.map((word) => word.spelt).join(' ');
  const [first, ...rest] = words.map(({ sounds }) => sounds) as [string[], ...string[][]];
  // A word of a phrase may sound only in its likeliest way.
  const all = first.map((sound) => [sound, ...rest.map(([likeliest = '']) => likeliest)]);
  const telling = all.filter(
    (sounds) => !sounds.includes('') && sounds.join('').length >= (words.length > 1 ? 5 : 3),
  );
  return [spelt, ...telling.map((sounds) => `sound ${sounds.join(' ')}`)];
}
