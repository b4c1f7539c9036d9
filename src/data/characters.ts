// Characters that no text may hold: invisible ones that break lines, files or the order of letters.

import type { Fault } from './fault.ts';
import type { Path } from './yaml.ts';

/** Unicode's bidirectional controls (UAX #9), which make a text read differently from how it is stored. */
export const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Controls but for tab and line feed, the separators of lines and paragraphs, halves of surrogate pairs, and
 * noncharacters (Unicode 23.7). YAML's escapes ("\x07", "\uD800") can make any of them.
 */
const UNUSABLE = /[^\P{Cc}\t\n]|[\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** Returns a fault for each text, and each key, of a parsed file that holds such a character. */
export function characterFaults(value: unknown, path: Path = []): Fault[] {
  if (typeof value === 'string') return faultsOf(value, path, 'value');
  if (value === null || typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, item]) => {
    const place = [...path, key];
    return [...faultsOf(String(key), place, 'key'), ...characterFaults(item, place)];
  });
}

function faultsOf(text: string, path: Path, part: 'key' | 'value'): Fault[] {
  if (BIDI_CONTROL.test(text)) return [{ rule: 'bidi', path, part }];
  const [character] = UNUSABLE.exec(text) ?? [];
  if (character === undefined) return [];
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return [{ rule: 'unusable-character', path, part, details: { value: `U+${code}` } }];
}
