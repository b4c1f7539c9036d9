// Measures the sheets: CPU time and memory of the PDF worker and the server by the number of services, and how much slower
// a page is while the PDF worker works (npm run bench sheets).

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { run } from '../support/process.ts';
import {
  ask,
  charterFolder,
  childProcesses,
  cpuSeconds,
  kill,
  megabytesOf,
  type Started,
  startSite,
} from './servers.ts';
import { median, table } from './table.ts';

const ROUNDS = 3;
const SIZES = [7, 35, 70, 200, 500, 1000];

interface Cost {
  cpu: number;
  workerMegabytes: number;
  serverMegabytes: number;
  kilobytes: number;
}

/** Starts the site with so many services, gives it to `use`, and ends it. */
async function withSite<T>(services: number, use: (site: Started) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'bench-sheets-'));
  const site = await startSite({ DATA_DIR: charterFolder(root, services) }, run);
  try {
    return await use(site);
  } finally {
    kill(site.running);
    await site.running.ended;
    rmSync(root, { recursive: true });
  }
}

/** Returns a sheet's length in bytes, once it is made. */
async function sheetLength(url: string): Promise<number> {
  for (;;) {
    const { response, body } = await ask(url, {});
    if (response.statusCode === 200) return body.length;
  }
}

const measure = (services: number): Promise<Cost> =>
  withSite(services, async ({ running: { pid }, url }) => {
    let [cpu, workerMegabytes] = [0, 0];
    const watch = setInterval(() => {
      for (const child of childProcesses(pid)) {
        cpu = Math.max(cpu, cpuSeconds(child) ?? 0);
        workerMegabytes = Math.max(workerMegabytes, megabytesOf(child, 'VmHWM') || 0);
      }
    }, 10);
    const length = await sheetLength(`${url}/charter.pdf`);
    while (childProcesses(pid).length > 0) await wait(50);
    clearInterval(watch);
    return {
      cpu,
      workerMegabytes,
      serverMegabytes: megabytesOf(pid),
      kilobytes: length / 1000,
    };
  });

/**
 * Returns the 99th percentile of the home page's latency under a steady load, in milliseconds: without the PDF worker,
 * and with it.
 */
const latency = (): Promise<[without: number, during: number]> =>
  withSite(40, async ({ url }) => {
    const fire = () =>
      autocannon({ url: `${url}/`, connections: 10, overallRate: 500, duration: 4 });
    // Past the work that the server does after its start.
    await sheetLength(`${url}/charter.pdf`);
    await wait(2000);
    const sitemap = (await ask(`${url}/sitemap.xml`, {})).body.toString();
    const ids = [...sitemap.matchAll(/\/services\/([a-z0-9-]+)</g)].map(([, id]) => id);
    const without = await fire();
    let isOver = false;
    const printing = (async () => {
      for (const id of ids) if (!isOver) await sheetLength(`${url}/services/${id}.pdf`);
    })();
    const during = await fire();
    isOver = true;
    await printing;
    return [without.latency.p99, during.latency.p99];
  });

export async function benchSheets(): Promise<string> {
  const rows: string[][] = [];
  for (const services of SIZES) {
    const costs: Cost[] = [];
    for (let round = 0; round < ROUNDS; round++) costs.push(await measure(services));
    const of = (key: keyof Cost, digits: number) =>
      median(costs.map((cost) => cost[key])).toFixed(digits);
    rows.push([
      String(services),
      of('kilobytes', 0),
      of('cpu', 2),
      of('workerMegabytes', 0),
      of('serverMegabytes', 0),
    ]);
  }
  const pairs: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round++) pairs.push(await latency());
  const [without, during] = [0, 1].map((at) => median(pairs.map((pair) => pair[at] ?? 0)));
  return `${table(
    ['services', 'A4 poster, KB', 'CPU of the PDF worker, s', 'PDF worker, MB', 'server, MB'],
    rows,
  )}\nhome, 99 % of 500 requests a second: ${without} ms without the PDF worker, ${during} ms while it makes one sheet after the other\n`;
}
