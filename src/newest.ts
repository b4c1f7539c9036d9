// Runs only the newest of several calls, such as the rebuild of the site after a change of the data.

import { setTimeout as wait } from 'node:timers/promises';

/**
 * Returns functions that start and cancel some work, of which only the newest call goes on.
 * @param delay milliseconds before the work starts; a call within them starts the wait again
 * @param work should end with an error soon after its signal is aborted
 * @param fail gets the error of work that was not aborted
 * @returns `start` aborts the work of the call before it; `abort` only aborts
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
