// When sheets are made and when not, with a PDF worker that does nothing by itself.

import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildSite } from '../src/site/build.ts';
import { PassingFailure, printSheets, type Sheet } from '../src/site/print/pdf-worker.ts';
import { createSheets } from '../src/site/print/printing.ts';
import type { Resource } from '../src/site/resource.ts';
import type { Site } from '../src/site/site.ts';
import { charter, minimal, publicUrl } from './support/site.ts';

vi.mock(import('../src/site/print/pdf-worker.ts'), async (original) => ({
  ...(await original()),
  printSheets: vi.fn(),
}));
const worker = vi.mocked(printSheets);

afterEach(() => {
  worker.mockReset();
  vi.useRealTimers();
});

const [path = ''] = charter.services.map(({ id }) => `/services/${id}.pdf`);
const create = () => createSheets(charter, publicUrl);
/** Makes a worker that works until it is ended. */
const neverDone = () =>
  worker.mockImplementation(
    (_order, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
const signals = () => worker.mock.calls.map(([, signal]) => signal.aborted);

test('a sheet of a replaced site is cancelled when the last who waits for it leaves', async () => {
  neverDone();
  const printing = create();
  const [first, second] = [new AbortController(), new AbortController()];
  const waits = [first, second].map(({ signal }) => printing.make(path, signal));
  printing.cancel();
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
  printing.cancel();
  expect(signals()).toEqual([true]);
  expect(worker).toHaveBeenCalledTimes(1);
});

test.each([
  ['that may pass is tried again after a minute', new PassingFailure('killed'), 2],
  ['that the PDF worker reported is kept', new Error('over the edge'), 1],
])('a failure %s', async (_, failure, times) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  worker.mockRejectedValue(failure);
  const printing = create();
  const fails = () => expect(printing.make(path)).rejects.toThrow(failure.message);
  await fails();
  vi.advanceTimersByTime(59_000);
  await fails();
  expect(worker).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2_000);
  await fails();
  expect(worker).toHaveBeenCalledTimes(times);
});

describe('in advance, after a start or a reload', () => {
  const posters = ['/charter.pdf', '/charter-a3.pdf', '/share.png'];
  const inAllEncodings = ({ encodings, bodies }: Resource) => encodings.every((one) => bodies[one]);
  const uncompressed = ({ resources, errors }: Site) =>
    [...resources.values(), ...Object.values(errors)].filter((one) => !inAllEncodings(one)).length;

  test.each([
    ['an office', publicUrl, [...posters, '/labels.pdf']],
    // Labels would lead nowhere.
    ['a trial', 'http://localhost:3000', posters],
  ])('%s: all is compressed, and one PDF worker makes the posters', async (_, url, sheets) => {
    const done = (path: string): Sheet => [path, 'application/pdf', Buffer.from('%PDF')];
    worker.mockImplementation(async () => sheets.map(done));
    const site = await buildSite(minimal.charter, url);
    expect(uncompressed(site)).toBeGreaterThan(site.resources.size / 2);
    await site.prerender(new AbortController().signal);
    expect(uncompressed(site)).toBe(0);
    expect([...site.sheets.paths].filter((path) => site.sheets.get(path))).toEqual(sheets);
    expect(worker.mock.calls.map(([order]) => order)).toEqual([
      { charter: minimal.charter, publicUrl: url },
    ]);
  });

  test('who cancels it while pages are compressed gets no PDF worker', async () => {
    const site = await buildSite(minimal.charter, publicUrl);
    const newer = new AbortController();
    const prerendering = site.prerender(newer.signal);
    newer.abort();
    await expect(prerendering).rejects.toThrow('aborted');
    expect(uncompressed(site)).toBeGreaterThan(0);
    expect(worker).not.toHaveBeenCalled();
  });

  test('who replaces the site cancels the posters and the sheets that nobody waits for, and no others', async () => {
    neverDone();
    const site = await buildSite(minimal.charter, publicUrl);
    const newer = new AbortController();
    const prerendering = site.prerender(newer.signal);
    await vi.waitUntil(() => worker.mock.calls.length > 0, { timeout: 120_000 });
    const client = new AbortController();
    await Promise.all([site.sheets.make('/services.xlsx', client.signal), client.abort()]);
    void site.sheets.make('/services/pond-advice.pdf');
    site.sheets.cancel();
    newer.abort();
    await expect(prerendering).rejects.toThrow('aborted');
    expect(worker.mock.calls.map(([{ path }, signal]) => [path, signal.aborted])).toEqual([
      [undefined, true],
      ['/services.xlsx', true],
      ['/services/pond-advice.pdf', false],
    ]);
  });
});
