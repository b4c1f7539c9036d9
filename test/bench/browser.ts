// The first view over a slow line, in the real browser: 400 kbit/s and 400 ms there and back.

import { createServer } from 'node:http';
import { launchBrowser, unpackBrowser } from '../support/browser.ts';
import { real, serveCharter } from '../support/site.ts';
import { median, table } from './table.ts';

const ROUNDS = 3;
const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** The browser's own measures; as text, because it runs in the page. */
const vitals = `new Promise((resolve) => {
  let lcp = 0;
  let cls = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) lcp = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const e of list.getEntries()) cls += e.value; }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve({ lcp, cls }), 500);
})`;

export async function benchBrowser(): Promise<string> {
  await unpackBrowser();
  const browser = await launchBrowser();
  await using site = await serveCharter(real.charter);
  // The least a page can be: what the line itself takes.
  const blank = createServer((_request, response) => response.end('<!doctype html><p>ok')).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((resolve) => blank.once('listening', resolve));
  const blankUrl = `http://127.0.0.1:${(blank.address() as { port: number }).port}`;
  try {
    const rows: string[][] = [];
    const pages: [string, string][] = [
      ['a blank page', blankUrl],
      ['home', site.url],
      ['services', `${site.url}/services`],
      ['one service', `${site.url}/services/e-filing`],
    ];
    for (const [name, url] of pages) {
      for (const width of [360, 1280]) {
        const found: { lcp: number; cls: number; bytes: number; requests: number }[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const context = await browser.newContext({ viewport: { width, height: 740 } });
          const page = await context.newPage();
          const session = await context.newCDPSession(page);
          await session.send('Network.enable');
          await session.send('Network.emulateNetworkConditions', line);
          let bytes = 0;
          let requests = 0;
          const fonts = new Set<string>();
          session.on('Network.requestWillBeSent', ({ requestId, request }) => {
            if (request.url.endsWith('.woff2')) fonts.add(requestId);
            else if (!request.url.endsWith('favicon.svg')) requests += 1;
          });
          session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
            if (!fonts.has(requestId)) bytes += encodedDataLength;
          });
          await page.goto(url, { waitUntil: 'load' });
          const { lcp, cls } = await page.evaluate<{ lcp: number; cls: number }>(vitals);
          found.push({ lcp, cls, bytes, requests });
          await context.close();
        }
        const of = (key: keyof (typeof found)[number]) => median(found.map((one) => one[key]));
        rows.push([
          `${name}, ${width} px`,
          `${of('bytes')} B`,
          String(of('requests')),
          `${(of('lcp') / 1000).toFixed(2)} s`,
          of('cls').toFixed(3),
        ]);
      }
    }
    return table(
      ['first view at 400 kbit/s, 400 ms', 'bytes (fonts aside)', 'requests', 'LCP', 'CLS'],
      rows,
    );
  } finally {
    await browser.close();
    blank.close();
  }
}
