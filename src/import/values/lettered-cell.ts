// Splits cells that list several cases of a service by letter: ক. …, খ. ….

import { letterAt } from '../../charter/service.ts';
import { splitLetter } from '../marks.ts';

export interface Lettered {
  /** The text before the first letter. */
  shared: string;
  /** The text of each letter, from ক on. */
  parts: (string | undefined)[];
}

/** Splits a text whose lines begin with ক, খ …; undefined if none does. */
export function splitLettered(text: string): Lettered | undefined {
  const shared: string[] = [];
  const parts: string[][] = [];
  let current = shared;
  for (const line of text.split('\n')) {
    const marked = splitLetter(line);
    const at = marked ? LETTERS.indexOf(marked.letter) : -1;
    if (marked && at >= parts.length) {
      current = [marked.rest];
      parts[at] = current;
    } else current.push(line);
  }
  if (parts.length === 0) return undefined;
  return {
    shared: shared.join('\n'),
    parts: Array.from(parts, (lines) => lines?.join('\n')),
  };
}

const LETTERS = Array.from({ length: 20 }, (_, at) => letterAt(at));

/** Returns the names of a service and its cases, if one cell names them all. */
export function letteredNames(text: string): { name: string; caseNames: string[] } | undefined {
  const { shared, parts } = splitLettered(text) ?? { shared: '', parts: [] };
  const caseNames = parts
    .filter((part) => part !== undefined)
    .map((part) => part.replaceAll('\n', ' '));
  const isComplete = parts.length >= 2 && caseNames.length === parts.length;
  return shared !== '' && isComplete
    ? { name: shared.replaceAll('\n', ' '), caseNames }
    : undefined;
}
