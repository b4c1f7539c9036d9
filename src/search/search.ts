// Search in three layers, by descending weight: words as written, in normalised spelling, and by their sounds, which
// Bengali and Latin share. The index is built once; a search is a pure function of it.

import MiniSearch, { type SearchOptions } from 'minisearch';
import {
  consonants,
  countLetters,
  foldSpelling,
  soundsOf,
  stem,
  stems,
  wordsOf,
  wordsOfPhrase,
} from '../bangla/search-text.ts';
import type { Charter } from '../charter/charter.ts';
import { type Target, type Texts, targetsOf } from './targets.ts';
import { commonSynonyms } from './vocabulary.ts';

export interface Hit {
  target: Target;
  /** Whether a word of the text matches the query. */
  isMatch(word: string): boolean;
}

type Layer = 'exact' | 'folded' | 'sound';
const LAYERS: Record<Layer, { weight: number; process: (word: string) => string[] }> = {
  exact: { weight: 6, process: (word) => [word] },
  folded: { weight: 3, process: (word) => [foldSpelling(word)] },
  // With fewer than three sounds, nearly everything sounds alike.
  sound: { weight: 1, process: (word) => soundsOf(word).filter(({ length }) => length >= 3) },
};
const TEXT_WEIGHTS: Record<keyof Texts, number> = { name: 8, facts: 2, rest: 1 };

const layers: Layer[] = ['exact', 'folded', 'sound'];
const fieldsOf = (layer: Layer) =>
  (Object.keys(TEXT_WEIGHTS) as (keyof Texts)[]).map((text) => `${text}.${layer}`);
const optionsOf = (layer: Layer): SearchOptions => ({
  fields: fieldsOf(layer),
  tokenize: (text) => [text],
  processTerm: (text) => text,
  weights: { prefix: 0.6, fuzzy: 0.25 },
  boost: Object.fromEntries(
    Object.entries(TEXT_WEIGHTS).map(([text, weight]) => [
      `${text}.${layer}`,
      weight * LAYERS[layer].weight,
    ]),
  ),
});
const SEARCH_OPTIONS: Record<Layer, SearchOptions> = {
  exact: optionsOf('exact'),
  folded: optionsOf('folded'),
  sound: optionsOf('sound'),
};
/** What a synonym counts, next to the word itself. */
const SYNONYM_WEIGHT = 0.7;
/** What a word counts inside a longer one: less than at its beginning, more than with a wrong letter. */
const INSIDE_WEIGHT = 0.5;
const HASANTA = '\u09cd';

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

/** @returns a function from a query, as typed, to hits, best first; it never throws, and finds nothing for no words */
export function createSearch(charter: Charter): (query: string) => Hit[] {
  const targets = targetsOf(charter);
  const index = new MiniSearch<{ id: number } & Texts>({
    fields: layers.flatMap(fieldsOf),
    extractField: (document, field) =>
      field === 'id' ? document.id : (document[field.split('.')[0] as keyof Texts] as never),
    tokenize: wordsOf,
    processTerm: (word, field) => LAYERS[(field?.split('.')[1] ?? 'exact') as Layer].process(word),
  });
  index.addAll(targets.map(({ texts }, id) => ({ id, ...texts })));
  const vocabulary = new Set(
    targets.flatMap(({ texts }) => Object.values(texts).flatMap(wordsOf)).map(foldSpelling),
  );

  /** @returns whether a word of the texts begins with the term */
  const searchLayer = (layer: Layer, term: string, found: WordFound): boolean => {
    const isNumber = /^[0-9]+$/.test(term);
    const results = index.search(term, {
      ...SEARCH_OPTIONS[layer],
      prefix: term.length >= (layer === 'sound' ? 4 : 3),
      fuzzy: layer === 'folded' && term.length >= 5 && !isNumber ? 1 : false,
    });
    let begins = false;
    for (const { id, score, match } of results) {
      add(found.scores, id, score);
      for (const matched in match) {
        found.terms.add(`${layer}:${matched}`);
        begins ||= matched.startsWith(term);
      }
    }
    return begins;
  };

  /** The longer words that contain a word: কূপ in নলকূপ. */
  const searchInside = (spelt: string, found: WordFound): void => {
    if (countLetters(spelt) < 2 || spelt.length < 3) return;
    for (const longer of vocabulary) {
      // Not in the middle of a conjunct.
      const at = longer.indexOf(spelt, 1);
      if (at === -1 || longer[at - 1] === HASANTA) continue;
      for (const { id, score } of index.search(longer, SEARCH_OPTIONS.folded))
        add(found.scores, id, score * INSIDE_WEIGHT);
      found.terms.add(`folded:${longer}`);
    }
  };

  /** One word: as written and normalised; by sound if it is Latin, or long and not found otherwise. */
  const searchWord = ({ text, spelt }: Word): WordFound => {
    const found: WordFound = { scores: new Map(), terms: new Set() };
    const isExact = searchLayer('exact', text, found);
    const isFolded = searchLayer('folded', spelt, found);
    if (!isExact && !isFolded) searchInside(spelt, found);
    const isLatin = /^[a-z]+$/.test(text);
    if (isLatin || (found.scores.size === 0 && consonants(text).length >= 4))
      for (const sound of LAYERS.sound.process(text)) searchLayer('sound', sound, found);
    return found;
  };

  /** A phrase, with all its words. */
  const searchPhrase = (words: Word[], weight: number): WordFound => {
    const [first, ...rest] = words.map(searchWord);
    const scores = new Map<number, number>();
    for (const [id, score] of first?.scores ?? []) {
      if (!rest.every((found) => found.scores.has(id))) continue;
      const sum = rest.reduce((all, found) => all + (found.scores.get(id) ?? 0), score);
      scores.set(id, (sum * weight) / words.length);
    }
    return {
      scores,
      terms: new Set([first, ...rest].flatMap((found) => [...(found?.terms ?? [])])),
    };
  };

  const groups = synonymsOf(charter);
  // Of names and synonyms only: what else a charter says is too much to guess by.
  const known = new Set(
    [...targets.map(({ texts }) => texts.name), ...charter.synonyms.flat()]
      .flatMap(wordsOfPhrase)
      .flatMap((word) => [foldSpelling(word), ...stems(foldSpelling(word))]),
  );
  // Kept, because a charter has few groups of synonyms, and each has many phrases.
  const foundByGroup = new Map<Word[][], Found>();
  const searchGroup = (phrases: Word[][]): Found => {
    let found = foundByGroup.get(phrases);
    if (found === undefined) {
      const all = phrases.map((words) => searchPhrase(words, SYNONYM_WEIGHT));
      found = { scores: sum(all.map(({ scores }) => scores)), phrases: all };
      foundByGroup.set(phrases, found);
    }
    return found;
  };

  /** One unit of the query: any of its phrases. */
  const searchUnit = ({ words, synonyms }: Unit): Found => {
    const typed = searchPhrase(words, 1);
    if (synonyms === undefined) return { scores: typed.scores, phrases: [typed] };
    const others = searchGroup(synonyms);
    return {
      scores: sum([typed.scores, others.scores]),
      phrases: [typed, ...others.phrases],
    };
  };

  // Bounded by the charter's words: nothing else is marked.
  const keysOfText = new Map<string, string[]>();
  const matchKeys = (text: string): string[] => {
    const keys =
      keysOfText.get(text) ??
      wordsOf(text).flatMap((part) =>
        layers.flatMap((layer) => LAYERS[layer].process(part).map((term) => `${layer}:${term}`)),
      );
    keysOfText.set(text, keys);
    return keys;
  };
  const createMatcher = (phrases: WordFound[]) => {
    const known = new Map<string, boolean>();
    return (word: string): boolean => {
      const isMatch =
        known.get(word) ??
        matchKeys(word).some((key) => phrases.some(({ terms }) => terms.has(key)));
      known.set(word, isMatch);
      return isMatch;
    };
  };

  return (query) => {
    const units = unitsOf(query, groups, known).map(searchUnit);
    const counts = new Map<number, number>();
    for (const { scores } of units) for (const id of scores.keys()) add(counts, id, 1);
    // Hits must match as many units as any hit does, and at least half of them.
    const most = Math.max(0, ...counts.values());
    if (most < units.length / 2) return [];
    const phrases = units.flatMap((unit) => unit.phrases);
    const matchers = new Map<string, (word: string) => boolean>();
    const matcherOf = (id: number) => {
      const matching = phrases.filter(({ scores }) => scores.has(id));
      const signature = phrases.map(({ scores }) => Number(scores.has(id))).join('');
      const matcher = matchers.get(signature) ?? createMatcher(matching);
      matchers.set(signature, matcher);
      return matcher;
    };
    return [...sum(units.map(({ scores }) => scores))]
      .filter(([id]) => counts.get(id) === most)
      .sort(([a, one], [b, other]) => other - one || a - b)
      .map(([id]) => ({
        target: (targets[id] as (typeof targets)[number]).target,
        isMatch: matcherOf(id),
      }));
  };
}

/** Scores by the index of the target. */
type Scores = Map<number, number>;
/** What a word or a phrase finds, and by which terms of the index, each after its layer. */
interface WordFound {
  scores: Scores;
  terms: Set<string>;
}
/** What any of several phrases finds. */
interface Found {
  scores: Scores;
  phrases: WordFound[];
}

function add(scores: Scores, id: number, score: number): void {
  scores.set(id, (scores.get(id) ?? 0) + score);
}

function sum(all: Scores[]): Scores {
  const total: Scores = new Map(all[0]);
  for (const scores of all.slice(1)) for (const [id, score] of scores) add(total, id, score);
  return total;
}

/** A word of a query or a synonym, in the forms by which it is looked up. */
interface Word {
  text: string;
  /** In one spelling, without its ending. */
  spelt: string;
  /** How it may sound. */
  sounds: string[];
}

/** Consecutive words of a query that mean one thing, and the other phrases for it. */
interface Unit {
  words: Word[];
  synonyms: Word[][] | undefined;
}

/** The phrases of the groups of synonyms, the charter's and then the common ones, by the keys of each phrase. */
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

/** The units of a query. The longest run of words that has synonyms forms one unit. */
function unitsOf(query: string, synonyms: Map<string, Word[][]>, known: Set<string>): Unit[] {
  const all = analyse(query).flatMap((word) => takeApart(word, known));
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
