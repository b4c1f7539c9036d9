// Cells that speak of several kinds of a service at once, each on lines of its own: ক. …, খ. ….

import { letterAt } from '../charter/service.ts';
import { splitLetter } from './marks.ts';

export interface Lettered {
  /** What stands before the first letter. */
  shared: string;
  /** The text of each letter, from ক. */
  parts: (string | undefined)[];
}

/** The parts of a text whose lines begin with ক, খ …; undefined where none does. */
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

/** The name of a service and of its cases, where a cell names them all. */
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
