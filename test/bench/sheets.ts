// Measures the sheets: CPU time and memory of the PDF worker and the server by the number of services, and what a page's reader
// notices while the PDF worker works (npm run bench sheets).

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { dataFolder, multipliedServices } from '../support/data.ts';
import { type Running, run, startArguments } from '../support/process.ts';
import { median, table } from './table.ts';

const ROUNDS = 3;
const SIZES = [7, 35, 70, 200, 500, 1000];

interface Cost {
  seconds: number;
  cpu: number;
  pressMegabytes: number;
  serverMegabytes: number;
  kilobytes: number;
}

/** Returns a field of /proc/<pid>/status in megabytes; 0 where there is none. */
function memoryOf(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return list === '' ? [] : list.split(' ').map(Number);
  } catch {
    return [];
  }
}

/** Returns the CPU time of a process and of its children that have ended, in seconds. */
function cpuOf(pid: number): { own: number; ended: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const sum = (from: number) => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) / 100;
  return { own: sum(11), ended: sum(13) };
}

function load(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      response.once('end', () => resolve(response.statusCode === 200 ? length : 0));
    }).once('error', reject);
  });
}

async function text(url: string): Promise<string> {
  return (await fetch(url)).text();
}

async function start(services: number): Promise<{ running: Running; url: string; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sheets-'));
  cpSync(dataFolder, folder, { recursive: true });
  writeFileSync(join(folder, 'services.yaml'), multipliedServices(services));
  const running = run(process.execPath, startArguments, {
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'https://charter.example',
  });
  const url = ((await running.url) ?? '').replace('localhost', '127.0.0.1');
  return { running, url, folder };
}

async function stop({ running, folder }: { running: Running; folder: string }): Promise<void> {
  process.kill(-running.pid, 'SIGKILL');
  await running.ended;
  rmSync(folder, { recursive: true });
}

async function measure(services: number): Promise<Cost> {
  const site = await start(services);
  const { pid } = site.running;
  let pressMegabytes = 0;
  const watch = setInterval(() => {
    for (const child of childrenOf(pid))
      pressMegabytes = Math.max(pressMegabytes, memoryOf(child, 'VmHWM'));
  }, 10);
  const began = performance.now();
  let length = 0;
  while (length === 0) length = await load(`${site.url}/charter.pdf`);
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  while (childrenOf(pid).length > 0) await wait(50);
  const cost = {
    seconds,
    cpu: cpuOf(pid).ended,
    pressMegabytes,
    serverMegabytes: memoryOf(pid, 'VmRSS'),
    kilobytes: length / 1000,
  };
  await stop(site);
  return cost;
}

/**
 * Returns the 99th percentile of the home page's latency under a steady load, in milliseconds: without the PDF worker,
 * and with it.
 */
async function latency(): Promise<[without: number, during: number]> {
  const services = 40;
  const site = await start(services);
  const fire = () =>
    autocannon({ url: `${site.url}/`, connections: 10, overallRate: 500, duration: 4 });
  // Past the work that the server does after its start.
  await load(`${site.url}/charter.pdf`);
  await wait(2000);
  const page = await text(`${site.url}/sitemap.xml`);
  const sheets = [...page.matchAll(/\/services\/([a-z0-9-]+)</g)].map(([, id]) => id);
  const without = await fire();
  let isOver = false;
  const printing = (async () => {
    for (const id of sheets) if (!isOver) await load(`${site.url}/services/${id}.pdf`);
  })();
  const during = await fire();
  isOver = true;
  await printing;
  await stop(site);
  return [without.latency.p99, during.latency.p99];
}

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
      of('seconds', 2),
      of('pressMegabytes', 0),
      of('serverMegabytes', 0),
    ]);
  }
  const pairs: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round++) pairs.push(await latency());
  const [without, during] = [0, 1].map((at) => median(pairs.map((pair) => pair[at] ?? 0)));
  return `${table(
    [
      'services',
      'A4 poster, KB',
      'CPU of the PDF worker, s',
      'first request until answered, s',
      'PDF worker, MB',
      'server, MB',
    ],
    rows,
  )}\nhome, 99 % of 500 requests a second: ${without} ms without the PDF worker, ${during} ms while it makes one sheet after the other\n`;
}
