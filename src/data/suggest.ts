// Did you mean …?

import { closestMatch } from 'leven';

/** What was probably meant: the allowed name that is at most a third of the letters away. */
export function suggest(name: string, allowed: readonly string[]): string | undefined {
  return closestMatch(name, allowed, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
}
