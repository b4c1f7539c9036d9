// Errors that nothing caught, such as those thrown in a timer, and the requests they belong to.

import { AsyncLocalStorage } from 'node:async_hooks';

type Fail = (error: unknown) => void;

const failing = new AsyncLocalStorage<Fail | undefined>();

/** Runs the work of one request. An error that its callbacks or promises throw later goes to `fail`. */
export function runFor(fail: Fail, work: () => void): void {
  failing.run(fail, work);
}

/**
 * Hands an uncaught error to the request that it belongs to.
 * @returns false if it belongs to none
 */
export function failRequest(error: unknown): boolean {
  const fail = failing.getStore();
  // After a throw Node keeps the context, and unrelated callbacks would inherit it.
  failing.enterWith(undefined);
  fail?.(error);
  return fail !== undefined;
}
