// Time from nothing to the first answer, and memory, against a bare node:http script.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { dataFolder, multipliedServices } from '../support/data.ts';
import { type Running, run, startArguments } from '../support/process.ts';
import { median, table } from './table.ts';

const ROUNDS = 9;
const REQUESTS = 50_000;
/** The numbers of services, from the real charter to the largest there is. */
const SIZES = [7, 50, 200, 1000];

const bare =
  "import{createServer}from'node:http';const s=createServer((q,r)=>r.end('ok'));s.listen(0,'127.0.0.1',()=>console.log('http://127.0.0.1:'+s.address().port))";

const startBare = () => run(process.execPath, ['--input-type=module', '-e', bare]);
const startSite = (data: string, cache: string) =>
  run(process.execPath, startArguments, {
    PORT: '0',
    DATA_DIR: data,
    LOG_LEVEL: 'silent',
    NODE_COMPILE_CACHE: cache,
  });

const addressOf = async (running: Running) =>
  ((await running.url) as string).replace('localhost', '127.0.0.1');

/** Milliseconds until the first answer has come. */
async function firstAnswer(start: () => Running): Promise<number> {
  const began = performance.now();
  const running = start();
  const url = await addressOf(running);
  await new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => response.resume().once('end', resolve)).once(
      'error',
      reject,
    );
  });
  const took = performance.now() - began;
  process.kill(-running.pid, 'SIGKILL');
  await running.ended;
  return took;
}

/** Megabytes in memory before and after many requests; undefined where there is no /proc. */
async function memory(start: () => Running): Promise<[string, string, string]> {
  const running = start();
  const url = await addressOf(running);
  const resident = () => {
    try {
      const pages = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${running.pid}/status`, 'utf8'));
      return `${Math.round(Number(pages?.[1]) / 1024)} MB`;
    } catch {
      return '–';
    }
  };
  const load = () =>
    autocannon({
      url,
      connections: 20,
      reconnectRate: 99,
      amount: REQUESTS,
      headers: { 'accept-encoding': 'br' },
    });
  // After the sheets.
  await wait(4000);
  const before = resident();
  await load();
  const after = resident();
  await load();
  const afterMore = resident();
  process.kill(-running.pid, 'SIGKILL');
  return [before, after, afterMore];
}

/** Returns a folder with a charter of so many services. */
function charterOf(root: string, services: number): string {
  const data = join(root, String(services));
  cpSync(dataFolder, data, { recursive: true });
  writeFileSync(join(data, 'services.yaml'), multipliedServices(services));
  return data;
}

export async function benchStart(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'charter-bench-'));
  const cache = join(root, 'cache');
  try {
    const charters = SIZES.map((services) => ({ services, data: charterOf(root, services) }));
    const starts: [string, () => Running][] = [
      ['bare node:http', startBare],
      ...charters.map(({ services, data }): [string, () => Running] => [
        `the site, ${services} services`,
        () => startSite(data, cache),
      ]),
      [
        'the site, 7 services, without compile cache',
        () => startSite(dataFolder, mkdtempSync(join(root, 'new-'))),
      ],
    ];
    // Once before it counts, and long enough for the compile cache to be written.
    const warmUp = startSite(dataFolder, cache);
    await warmUp.url;
    await wait(3000);
    process.kill(-warmUp.pid, 'SIGKILL');
    await warmUp.ended;
    const times = new Map(starts.map(([name]) => [name, [] as number[]]));
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, start] of starts) times.get(name)?.push(await firstAnswer(start));
    const rows = [...times].map(([name, all]) => {
      const ms = median(all);
      const ratio = median(
        all.map((one, round) => one / (times.get('bare node:http')?.[round] as number)),
      );
      return [name, `${ms.toFixed(0)} ms`, ratio.toFixed(2)];
    });
    const memories = [
      ['bare node:http', ...(await memory(startBare))],
      ['the site', ...(await memory(() => startSite(dataFolder, cache)))],
    ];
    return [
      table(['first answer', 'median', 'ratio'], rows),
      table(
        ['resident memory', 'before', `after ${REQUESTS} requests`, 'after as many again'],
        memories,
      ),
    ].join('\n');
  } finally {
    rmSync(root, { recursive: true });
  }
}
