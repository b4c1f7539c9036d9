// Search in three layers, by descending weight: words as written, in normalised spelling, and by their consonants,
// which Bengali and Latin share. The index is built once; a search is a pure function of it.

import MiniSearch, { type SearchResult } from 'minisearch';
import { consonants, foldSpelling, plainLetters, stem, wordsOf } from '../bangla/search-text.ts';
import type { Charter } from '../charter/charter.ts';
import { type Target, type Texts, targetsOf } from './targets.ts';

export interface Hit {
  target: Target;
  /** Whether a word of the text matches the query. */
  isMatch(word: string): boolean;
}

type Layer = 'exact' | 'folded' | 'sound';
const LAYERS: Record<Layer, { weight: number; process: (word: string) => string | null }> = {
  exact: { weight: 6, process: (word) => word },
  folded: { weight: 3, process: foldSpelling },
  // With fewer than three consonants, nearly everything sounds alike.
  sound: { weight: 1, process: (word) => (consonants(word).length >= 3 ? consonants(word) : null) },
};
const TEXT_WEIGHTS: Record<keyof Texts, number> = { name: 8, facts: 2, rest: 1 };

const fieldsOf = (layer: Layer) =>
  (Object.keys(TEXT_WEIGHTS) as (keyof Texts)[]).map((text) => `${text}.${layer}`);

// Stop words; ignored next to other words.
const FILLERS = new Set(
  wordsOf(`কি কী কিভাবে কীভাবে কেমনে কোথায় কোথা কে কার কাকে কাছে কখন কত কোন করতে করব করবো চাই চাচ্ছি এর ও এবং জন্য সাথে
    সঙ্গে লাগে লাগবে পাব পাবো পাওয়া যায় নেব নিতে হবে আমি আমার আমাদের ki kivabe kibhabe kothay koto er der jonno korbo korte chai
    how to the a an of for what where is in on do i my and get`),
);

/** The most words in a synonym: তথ্য ও যোগাযোগ প্রযুক্তি has four, plus one to spare. */
const LONGEST_PHRASE = 5;

/** @returns a function from a query, as typed, to hits, best first; it never throws, and finds nothing for no words */
export function createSearch(charter: Charter): (query: string) => Hit[] {
  const targets = targetsOf(charter);
  const index = new MiniSearch<{ id: number } & Texts>({
    fields: (Object.keys(LAYERS) as Layer[]).flatMap(fieldsOf),
    extractField: (document, field) =>
      field === 'id' ? document.id : (document[field.split('.')[0] as keyof Texts] as never),
    tokenize: wordsOf,
    processTerm: (word, field) => LAYERS[(field?.split('.')[1] ?? 'exact') as Layer].process(word),
  });
  index.addAll(targets.map(({ texts }, id) => ({ id, ...texts })));
  const synonyms = new Map<string, string[][]>();
  for (const group of charter.synonyms) {
    const members = group.map(wordsOfPhrase);
    for (const key of new Set(members.flatMap(keysOf))) {
      synonyms.set(key, [...(synonyms.get(key) ?? []), ...members]);
    }
  }

  const searchLayer = (layer: Layer, word: string): SearchResult[] => {
    const term = layer === 'folded' ? stem(foldSpelling(word)) : LAYERS[layer].process(word);
    if (!term) return [];
    const isNumber = /^[0-9]+$/.test(term);
    return index.search(term, {
      fields: fieldsOf(layer),
      tokenize: (text) => [text],
      processTerm: (text) => text,
      prefix: term.length >= (layer === 'sound' ? 4 : 3),
      fuzzy: layer === 'folded' && term.length >= 5 && !isNumber ? 1 : false,
      weights: { prefix: 0.6, fuzzy: 0.25 },
      boost: Object.fromEntries(
        Object.entries(TEXT_WEIGHTS).map(([text, weight]) => [
          `${text}.${layer}`,
          weight * LAYERS[layer].weight,
        ]),
      ),
    });
  };

  /** One word: as written and normalised; by sound if it is Latin, or long and not found otherwise. */
  const searchWord = (word: string): Found => {
    const found = gather([...searchLayer('exact', word), ...searchLayer('folded', word)]);
    const isLatin = /^[a-z]+$/.test(word);
    const byEar = isLatin || (found.size === 0 && consonants(word).length >= 4);
    return byEar ? gather([...asResults(found), ...searchLayer('sound', word)]) : found;
  };

  /** One unit of the query: any of its phrases, each with all its words. */
  const searchUnit = (phrases: string[][]): Found =>
    gather(
      phrases.flatMap((words, at) =>
        asResults(intersect(words.map(searchWord)), (at === 0 ? 1 : 0.7) / words.length),
      ),
    );

  return (query) => {
    const units = unitsOf(query, synonyms).map(searchUnit);
    const counts = new Map<number, number>();
    for (const id of units.flatMap((unit) => [...unit.keys()]))
      counts.set(id, (counts.get(id) ?? 0) + 1);
    // Hits must match as many units as any hit does, and at least half of them.
    const most = Math.max(0, ...counts.values());
    if (most < units.length / 2) return [];
    const results = gather(units.flatMap((unit) => asResults(unit)));
    return [...results.entries()]
      .filter(([id]) => counts.get(id) === most)
      .sort(([a, one], [b, other]) => other.score - one.score || a - b)
      .map(([id, { terms }]) => ({
        target: (targets[id] as (typeof targets)[number]).target,
        isMatch: (word) =>
          wordsOf(word).some((part) =>
            (Object.keys(LAYERS) as Layer[]).some((layer) =>
              terms.has(`${layer}:${LAYERS[layer].process(part)}`),
            ),
          ),
      }));
  };
}

/** Scores and matched terms, by the index of the target. */
type Found = Map<number, { score: number; terms: Set<string> }>;
type Scored = { id: number; score: number; terms: Iterable<string> };

function gather(results: (SearchResult | Scored)[]): Found {
  const found: Found = new Map();
  for (const result of results) {
    const terms = 'match' in result ? matchedTerms(result) : result.terms;
    const known = found.get(result.id);
    found.set(result.id, {
      score: (known?.score ?? 0) + result.score,
      terms: new Set([...(known?.terms ?? []), ...terms]),
    });
  }
  return found;
}

function matchedTerms({ match }: SearchResult): string[] {
  return Object.entries(match).flatMap(([term, fields]) =>
    fields.map((field) => `${field.split('.')[1]}:${term}`),
  );
}

function asResults(found: Found, weight = 1): Scored[] {
  return [...found].map(([id, { score, terms }]) => ({ id, score: score * weight, terms }));
}

function intersect(all: Found[]): Found {
  const [first = new Map(), ...rest] = all;
  const common = [...first.keys()].filter((id) => rest.every((found) => found.has(id)));
  const kept = gather(all.flatMap((found) => asResults(found)));
  return new Map(common.map((id) => [id, kept.get(id) as { score: number; terms: Set<string> }]));
}

/**
 * The units of a query, each with its alternative phrases: the phrase as typed, then its synonyms. The longest run of
 * words that has synonyms forms one unit.
 */
function unitsOf(query: string, synonyms: Map<string, string[][]>): string[][][] {
  const all = wordsOfPhrase(query);
  const telling = all.filter((word) => !FILLERS.has(word));
  const words = telling.length > 0 ? telling : all;
  const lookUp = (phrase: string[]) =>
    keysOf(phrase)
      .map((key) => synonyms.get(key))
      .find((found) => found !== undefined);
  const units: string[][][] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 1 && !lookUp(words.slice(at, at + length))) length--;
    const phrase = words.slice(at, at + length);
    units.push([phrase, ...(lookUp(phrase) ?? [])]);
    at += length;
  }
  return units;
}

/** The words of a phrase, without the joined forms that the index also holds. */
function wordsOfPhrase(phrase: string): string[] {
  return plainLetters(phrase).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The keys of a phrase among the synonyms: its words in stemmed spelling and, if specific enough, by sound. */
function keysOf(words: string[]): string[] {
  const sounds = words.map(consonants);
  const spelt = words.map((word) => stem(foldSpelling(word))).join(' ');
  const isTelling = sounds.join('').length >= (words.length > 1 ? 5 : 3);
  return isTelling && !sounds.includes('') ? [spelt, `sound ${sounds.join(' ')}`] : [spelt];
}
