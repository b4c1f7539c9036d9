// "Did you mean …?"

import { closestMatch } from 'leven';

/** Longer names are no slips, and comparing two takes the product of their lengths. */
const LONGEST_NAME = 100;

/** What was probably meant: the allowed name that is at most a third of the letters away. */
export function suggest(name: string, allowed: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  return closestMatch(name, allowed, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
}
