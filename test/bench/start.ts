// Time from nothing to the first answer, and memory, against a bare node:http script.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { dataFolder } from '../support/data.ts';
import { run } from '../support/process.ts';
import {
  ask,
  charterFolder,
  kill,
  medianRatio,
  megabytesOf,
  type Started,
  startSite,
  waitForSheets,
  whenUp,
} from './servers.ts';
import { median, table } from './table.ts';

const ROUNDS = 9;
const REQUESTS = 50_000;
/** The numbers of services, from the real charter to the largest there is. */
const SIZES = [7, 50, 200, 1000];

const bare =
  "import{createServer}from'node:http';const s=createServer((q,r)=>r.end('ok'));s.listen(0,'127.0.0.1',()=>console.log('http://127.0.0.1:'+s.address().port))";

const startBare = () => whenUp(run(process.execPath, ['--input-type=module', '-e', bare]));
const startWith = (data: string, cache: string) =>
  startSite({ DATA_DIR: data, NODE_COMPILE_CACHE: cache }, run);

/** Returns the milliseconds until the first answer has come. */
async function firstAnswer(start: () => Promise<Started>): Promise<number> {
  const began = performance.now();
  const { running, url } = await start();
  await ask(url, {});
  const took = performance.now() - began;
  kill(running);
  await running.ended;
  return took;
}

/** Returns the megabytes in memory before and after many requests. */
async function memory(start: () => Promise<Started>): Promise<string[]> {
  const { running, url } = await start();
  const load = () =>
    autocannon({
      url,
      connections: 20,
      reconnectRate: 99,
      amount: REQUESTS,
      headers: { 'accept-encoding': 'br' },
    });
  await waitForSheets(url);
  const found: number[] = [];
  for (const isLast of [false, false, true]) {
    found.push(megabytesOf(running.pid));
    if (!isLast) await load();
  }
  kill(running);
  return found.map((megabytes) => `${Math.round(megabytes)} MB`);
}

export async function benchStart(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'charter-bench-'));
  const cache = join(root, 'cache');
  try {
    const charters = SIZES.map((services) => ({ services, data: charterFolder(root, services) }));
    const starts: [string, () => Promise<Started>][] = [
      ['bare node:http', startBare],
      ...charters.map(({ services, data }): (typeof starts)[number] => [
        `the site, ${services} services`,
        () => startWith(data, cache),
      ]),
      [
        'the site, 7 services, without compile cache',
        () => startWith(dataFolder, mkdtempSync(join(root, 'new-'))),
      ],
    ];
    // Once before it counts, and long enough for the compile cache to be written.
    const warmUp = await startWith(dataFolder, cache);
    await wait(3000);
    kill(warmUp.running);
    await warmUp.running.ended;
    const times = new Map(starts.map(([name]) => [name, [] as number[]]));
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, start] of starts) times.get(name)?.push(await firstAnswer(start));
    const rows = [...times].map(([name, all]) => {
      const ratio = medianRatio(all, times.get('bare node:http') as number[]);
      return [name, `${median(all).toFixed(0)} ms`, ratio.toFixed(2)];
    });
    const memories = [
      ['bare node:http', ...(await memory(startBare))],
      ['the site', ...(await memory(() => startWith(dataFolder, cache)))],
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
