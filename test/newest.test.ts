// A newer call cancels reloads and the prerendering of the older.

import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newestOnly } from '../src/newest.ts';

/** Waits until whatever starts without delay has started. */
const begun = () => wait(10);

/** Work that lasts until it is cancelled or `end` is called, and a log of what happens. */
function trace(delay = 0) {
  const log: string[] = [];
  let end = (_?: Error) => {};
  const { start, abort } = newestOnly(
    delay,
    (signal, name: string) =>
      new Promise<void>((resolve, reject) => {
        log.push(`${name} begins`);
        end = (error) => (error ? reject(error) : resolve());
        signal.addEventListener('abort', () => {
          log.push(`${name} is cancelled`);
          reject(signal.reason);
        });
      }),
    (error) => log.push(`failed: ${(error as Error).message}`),
  );
  return { log, start, abort, end: (error?: Error) => end(error) };
}

test('calls in a row begin one work: that of the last', async () => {
  const { log, start } = trace();
  for (const name of ['a', 'b', 'c']) start(name);
  await begun();
  expect(log).toEqual(['c begins']);
});

test('work waits for its delay', async () => {
  const { log, start, abort } = trace(60_000);
  start('a');
  await begun();
  expect(log).toEqual([]);
  abort();
});

test.each<[string, (work: ReturnType<typeof trace>) => void, string[]]>([
  ['a newer call cancels what runs', ({ start }) => start('b'), ['a is cancelled', 'b begins']],
  ['a stop cancels what runs', ({ abort }) => abort(), ['a is cancelled']],
  ['a failure is reported', ({ end }) => end(new Error('broken')), ['failed: broken']],
  ['what has ended is not reported', ({ end }) => end(), []],
])('%s', async (_, act, then) => {
  const work = trace();
  work.start('a');
  await begun();
  act(work);
  await begun();
  expect(work.log).toEqual(['a begins', ...then]);
});

test('after a stop, a new call begins work again', async () => {
  const { log, start, abort } = trace();
  start('a');
  abort();
  start('b');
  await begun();
  expect(log).toEqual(['b begins']);
});
