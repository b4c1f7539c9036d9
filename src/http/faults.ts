// Errors that nothing caught, such as those thrown in a timer, and the requests they belong to.

import { AsyncLocalStorage } from 'node:async_hooks';

type OnError = (error: unknown) => void;

const current = new AsyncLocalStorage<OnError | undefined>();

/** Runs the work of one request. `onError` gets the errors that its callbacks or promises throw later. */
export function runForRequest(onError: OnError, work: () => void): void {
  current.run(onError, work);
}

/**
 * Hands an uncaught error to the request that it belongs to.
 * @returns false if it belongs to none
 */
export function handToRequest(error: unknown): boolean {
  const onError = current.getStore();
  // After a throw Node keeps the context, and unrelated callbacks would inherit it.
  current.enterWith(undefined);
  onError?.(error);
  return onError !== undefined;
}
