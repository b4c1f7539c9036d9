// "Did you mean …?"

import { closestMatch } from 'leven';

/** The allowed name closest to a misspelt one, if at most a third of its letters (or two) differ. */
export function suggest(name: string, allowed: readonly string[]): string | undefined {
  return closestMatch(name, allowed, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
}
