// The index of words, in three layers by descending weight: as written, in normalised spelling, and by their sounds, which
// Bengali and Latin share.

import { LRUCache } from 'lru-cache';
import MiniSearch, { type SearchOptions } from 'minisearch';
import {
  consonants,
  countLetters,
  foldSpelling,
  soundsOf,
  textWords,
} from '../bangla/search-text.ts';
import { ENTRY_OVERHEAD, isNumber, type Word } from './query.ts';
import { add, type Scores } from './scores.ts';
import type { Texts } from './targets.ts';

/** The hits of a word or a phrase, with the terms of the index that match, each after its layer. */
export interface WordFound {
  scores: Scores;
  terms: Set<string>;
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
/** The weight of a word inside a longer one: less than at its beginning, more than with a wrong letter. */
const INSIDE_WEIGHT = 0.5;
const HASANTA = '\u09cd';

/** Returns the terms of the index by which the words of a text are found, each after its layer. */
export const indexTerms = (text: string): string[] =>
  textWords(text).flatMap((word) =>
    layers.flatMap((layer) => LAYERS[layer].process(word).map((term) => `${layer}:${term}`)),
  );

/**
 * Builds the index, and returns a function that looks up a word in it.
 * @param texts of each target, whose place is its id
 * @param cacheSize bytes of hits to cache
 */
export function createWordIndex(texts: Texts[], cacheSize: number): (word: Word) => WordFound {
  const index = new MiniSearch<{ id: number } & Texts>({
    fields: layers.flatMap(fieldsOf),
    extractField: (document, field) =>
      field === 'id' ? document.id : (document[field.split('.')[0] as keyof Texts] as never),
    tokenize: textWords,
    processTerm: (word, field) => LAYERS[(field?.split('.')[1] ?? 'exact') as Layer].process(word),
  });
  index.addAll(texts.map((one, id) => ({ id, ...one })));
  const vocabulary = new Set(
    texts.flatMap((one) => Object.values(one).flatMap(textWords)).map(foldSpelling),
  );

  /** Adds the hits of a term in a layer, and reports whether a word of the texts begins with it. */
  const searchLayer = (layer: Layer, term: string, found: WordFound): boolean => {
    const results = index.search(term, {
      ...SEARCH_OPTIONS[layer],
      prefix: term.length >= (layer === 'sound' ? 4 : 3),
      fuzzy: layer === 'folded' && term.length >= 5 && !/^[0-9]+$/.test(term) ? 1 : false,
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

  /** Adds the longer words that contain a word: কূপ in নলকূপ. */
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

  /** Adds the telephone numbers that contain digits: 000011 and 1700000011 in 01700000011. */
  const searchNumber = (digits: string, found: WordFound): void => {
    for (const number of vocabulary) {
      if (!isNumber(number) || !number.includes(digits)) continue;
      for (const { id, score } of index.search(number, SEARCH_OPTIONS.exact))
        add(found.scores, id, score);
      found.terms.add(`exact:${number}`);
    }
  };

  /** Looks up a word as written and normalised; by sound if it is Latin, or long and not found otherwise. */
  const searchWord = ({ text, spelt }: Word): WordFound => {
    const found: WordFound = { scores: new Map(), terms: new Set() };
    if (isNumber(text)) {
      searchNumber(text, found);
      return found;
    }
    const isExact = searchLayer('exact', text, found);
    const isFolded = searchLayer('folded', spelt, found);
    if (!isExact && !isFolded) searchInside(spelt, found);
    const isLatin = /^[a-z]+$/.test(text);
    if (isLatin || (found.scores.size === 0 && consonants(text).length >= 4))
      for (const sound of LAYERS.sound.process(text)) searchLayer('sound', sound, found);
    return found;
  };

  // Most queries are made of the same few words.
  const cache = new LRUCache<string, WordFound, Word>({
    maxSize: cacheSize,
    sizeCalculation: ({ scores, terms }, text) =>
      ENTRY_OVERHEAD + 2 * text.length + 100 * (scores.size + terms.size),
    memoMethod: (_text, _stale, { context }) => searchWord(context),
  });
  return (word) => cache.memo(word.text, { context: word });
}
