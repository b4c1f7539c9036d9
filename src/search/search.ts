// Finds the targets of a query's words, phrase by phrase and unit by unit. A search is a pure function of the index, which
// is built once.

import type { Charter } from '../charter/charter.ts';
import { createQueryReader, type Unit, type Word } from './query.ts';
import { add, best, type Scores, sum } from './scores.ts';
import { searchTargets, type Target } from './targets.ts';
import { createWordIndex, indexTerms, type WordFound } from './word-index.ts';

export interface Hit {
  target: Target;
  /** Whether a word of the text matches the query. */
  isMatch(word: string): boolean;
}

/** The hits of any of several phrases. */
interface Found {
  scores: Scores;
  phrases: WordFound[];
}

/** The weight of a synonym, relative to the word itself. */
const SYNONYM_WEIGHT = 0.7;

/** The size of each cache of words in bytes: about a thousand words. */
const CACHE_SIZE = 2 * 1024 * 1024;

/**
 * Returns a function that finds the hits of a query, as typed, best first. It never throws.
 * @param cacheSize bytes of words to cache, and as many of what they find
 */
export function createSearch(charter: Charter, cacheSize = CACHE_SIZE): (query: string) => Hit[] {
  const targets = searchTargets(charter);
  const texts = targets.map((one) => one.texts);
  const unitsOf = createQueryReader(charter, texts, cacheSize);
  const isUnstated = (id: number) => targets[id]?.target.kind === 'unstated';
  const searchUnit = createUnitSearch(createWordIndex(texts, cacheSize), isUnstated);
  const matcherOf = createMatchers();

  return (query) => {
    const asked = unitsOf(query);
    const units = asked.map(searchUnit);
    const counts: Scores = new Map();
    for (const { scores } of units) for (const id of scores.keys()) add(counts, id, 1);
    // Hits must match as many units as any hit does, and at least half of them.
    const most = Math.max(units.length / 2, ...counts.values());
    // A complaint leads to who hears complaints, whatever else is named: it may be who is complained about.
    const complaints = units.filter((_, at) => asked[at]?.asks === 'complaint');
    const isComplaint = (id: number) => complaints.some(({ scores }) => scores.has(id));
    const isMatchIn = matcherOf(units.flatMap((unit) => unit.phrases));
    return [...sum(units.map(({ scores }) => scores))]
      .filter(([id]) => isComplaint(id) || counts.get(id) === most)
      .sort(
        ([a, one], [b, other]) =>
          Number(isComplaint(b)) - Number(isComplaint(a)) || other - one || a - b,
      )
      .map(([id]) => ({
        target: (targets[id] as (typeof targets)[number]).target,
        isMatch: isMatchIn(id),
      }));
  };
}

/**
 * Returns a function that finds the targets of any phrase of a unit.
 * @param isUnstated whether a target says that the charter does not answer a question
 */
function createUnitSearch(
  searchWord: (word: Word) => WordFound,
  isUnstated: (id: number) => boolean,
): (unit: Unit) => Found {
  /** Finds the targets that have all words of a phrase. */
  const searchPhrase = (words: Word[], weight: number): WordFound => {
    const found = words.map(searchWord);
    const scores: Scores = new Map();
    for (const [id, score] of sum(found.map((one) => one.scores)))
      if (found.every((one) => one.scores.has(id))) scores.set(id, (score * weight) / words.length);
    return { scores, terms: new Set(found.flatMap(({ terms }) => [...terms])) };
  };

  // Kept, because a charter has few groups of synonyms, and each has many phrases.
  const foundByGroup = new Map<Word[][], Found>();
  const searchGroup = (phrases: Word[][]): Found => {
    let found = foundByGroup.get(phrases);
    if (found === undefined) {
      const all = phrases.map((words) => searchPhrase(words, SYNONYM_WEIGHT));
      found = { scores: best(all.map(({ scores }) => scores)), phrases: all };
      foundByGroup.set(phrases, found);
    }
    return found;
  };

  return ({ words, synonyms, asks }) => {
    const typed = searchPhrase(words, 1);
    if (synonyms === undefined) return { scores: typed.scores, phrases: [typed] };
    const others = searchGroup(synonyms);
    return {
      // A charter's synonyms may equate a question with what it answers: contact with address.
      scores: best([
        typed.scores,
        new Map([...others.scores].filter(([id]) => asks !== undefined || !isUnstated(id))),
      ]),
      phrases: [typed, ...others.phrases],
    };
  };
}

/**
 * Returns a function that, for the phrases of a query and then the id of a hit, reports whether a word of it matches.
 */
function createMatchers() {
  // Bounded by the charter's words: nothing else is marked.
  const keysOfText = new Map<string, string[]>();
  const matchKeys = (text: string): string[] => {
    const keys = keysOfText.get(text) ?? indexTerms(text);
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
  return (phrases: WordFound[]) => {
    const matchers = new Map<string, (word: string) => boolean>();
    return (id: number) => {
      const signature = phrases.map(({ scores }) => Number(scores.has(id))).join('');
      const matcher =
        matchers.get(signature) ?? createMatcher(phrases.filter(({ scores }) => scores.has(id)));
      matchers.set(signature, matcher);
      return matcher;
    };
  };
}
