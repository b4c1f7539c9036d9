// When sheets are made and when not, with a press that does nothing by itself.

import { afterEach, expect, test, vi } from 'vitest';
import { PassingFailure, printSheets } from '../src/site/print/press.ts';
import { createPrinting } from '../src/site/print/printing.ts';
import { charter, publicUrl } from './support/site.ts';

vi.mock(import('../src/site/print/press.ts'), async (original) => ({
  ...(await original()),
  printSheets: vi.fn(),
}));
const press = vi.mocked(printSheets);

afterEach(() => {
  press.mockReset();
  vi.useRealTimers();
});

const [path = ''] = charter.services.map(({ id }) => `/services/${id}.pdf`);
const create = () => createPrinting(charter, publicUrl, new Map());
/** The press works until it is ended. */
const neverDone = () =>
  press.mockImplementation(
    (_order, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
const signals = () => press.mock.calls.map(([, signal]) => signal.aborted);

test('a sheet of a replaced site is given up when the last who waits for it leaves', async () => {
  neverDone();
  const printing = create();
  const [first, second] = [new AbortController(), new AbortController()];
  const waits = [first, second].map(({ signal }) => printing.make(path, signal));
  printing.retire();
  first.abort();
  await waits[0];
  expect(signals()).toEqual([false]);
  second.abort();
  await waits[1];
  expect(signals()).toEqual([true]);
});

test('a sheet that nobody waits for is made to the end, until the site is replaced', async () => {
  neverDone();
  const printing = create();
  const client = new AbortController();
  const wait = printing.make(path, client.signal);
  client.abort();
  await wait;
  expect(signals()).toEqual([false]);
  printing.retire();
  expect(signals()).toEqual([true]);
  expect(press).toHaveBeenCalledTimes(1);
});

test.each([
  ['that may pass is tried again after a minute', new PassingFailure('killed'), 2],
  ['that the press reported is kept', new Error('over the edge'), 1],
])('a failure %s', async (_, failure, times) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  press.mockRejectedValue(failure);
  const printing = create();
  const fails = () => expect(printing.make(path)).rejects.toThrow(failure.message);
  await fails();
  vi.advanceTimersByTime(59_000);
  await fails();
  expect(press).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_000);
  await fails();
  expect(press).toHaveBeenCalledTimes(times);
});
