// The size of a first view on the wire, and that every process sends the same bytes.

import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetPaths } from '../src/site/site.ts';
import { dataFolder } from './support/data.ts';
import { type Running, run, startArguments } from './support/process.ts';
import { pagePaths, publicUrl, site } from './support/site.ts';
import { openSite, viewport } from './support/visit.ts';

const settings = { PORT: '0', PUBLIC_URL: publicUrl, DATA_DIR: dataFolder };

/** Returns the bytes sent for a page, including headers. */
async function ask(url: string, path: string, encoding: string) {
  const [response] = (await once(
    get(url + path, { headers: { 'accept-encoding': encoding }, agent: false }),
    'response',
  )) as [IncomingMessage];
  const body = await buffer(response);
  const { rawHeaders, headers, statusCode, statusMessage } = response;
  const lines = rawHeaders.reduce((sum, text) => sum + text.length + 2, 0);
  const head = `HTTP/1.1 ${statusCode} ${statusMessage}\r\n\r\n`.length + lines;
  return { headers, body, weight: head + body.length };
}

describe('two processes', () => {
  const start = (TZ: string) => run(process.execPath, startArguments, { ...settings, TZ });
  let processes: Running[];
  let urls: string[];
  beforeAll(async () => {
    processes = ['Asia/Dhaka', 'America/New_York'].map(start);
    urls = (await Promise.all(processes.map(({ url }) => url))) as string[];
  });
  afterAll(async () => {
    for (const { pid } of processes) process.kill(-pid, 'SIGTERM');
    await Promise.all(processes.map(({ ended }) => ended));
  });

  test('send the same bytes, entity tags and headers from the first request on, whatever their time zone', async () => {
    const paths = [
      ...site.resources.keys(),
      ...sheetPaths(publicUrl),
      '/services.xlsx',
      '/search?q=portal',
      '/no-such-page',
    ];
    // The export shows, file by file, that the other encodings are the same in all processes.
    for (const path of paths) {
      const [one, other] = await Promise.all(urls.map((url) => ask(url, path, 'br')));
      const { date: _, ...headers } = one?.headers ?? {};
      expect(other?.headers, path).toMatchObject(headers);
      expect(other?.body.equals(one?.body as Buffer), path).toBe(true);
    }
  });

  test('home is at most 8 KB with headers, and every page fits the first TCP window', async () => {
    const [url] = urls as [string];
    for (const path of pagePaths) {
      const { weight } = await ask(url, path, 'gzip, deflate, br');
      expect(weight, path).toBeLessThanOrEqual(path === '/' ? 8192 : 14_336);
    }
  });
});

describe('a first view', () => {
  const visit = openSite();
  test('on a phone is one request, without layout shift', async () => {
    const requests: string[] = [];
    await visit('/', viewport(360), async (page) => {
      page.on('request', (request) => requests.push(request.url()));
      await page.reload();
      await page.evaluate('document.fonts.ready');
      const shift = await page.evaluate(`new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
          .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 200);
      })`);
      expect(shift).toBe(0);
    });
    expect(requests.filter((url) => !url.endsWith('/favicon.svg'))).toHaveLength(1);
  });
});
