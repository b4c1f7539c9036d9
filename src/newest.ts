// Work of which only the newest is wanted, such as rebuilding the site after each change of the data.

import { setTimeout as wait } from 'node:timers/promises';

/**
 * @param delay milliseconds from a call of `start` until the work begins; a call within them begins it anew
 * @param work should end with an error soon after its signal is aborted
 * @param fail is called with what the work throws, unless it was aborted
 * @returns `start` begins the work and aborts what the call before it began; `abort` only aborts
 */
export function newestOnly<Args extends unknown[]>(
  delay: number,
  work: (signal: AbortSignal, ...args: Args) => Promise<void>,
  fail: (error: unknown) => void,
): { start(...args: Args): void; abort(): void } {
  let newest = new AbortController();
  const run = async (signal: AbortSignal, args: Args) => {
    try {
      await wait(delay, undefined, { signal });
      await work(signal, ...args);
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
  };
  return {
    start: (...args) => {
      newest.abort();
      newest = new AbortController();
      void run(newest.signal, args);
    },
    abort: () => newest.abort(),
  };
}
