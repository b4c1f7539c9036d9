// Time from nothing to the first answer, and memory, against a bare node:http script.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { dataFolder, multipliedServices } from '../support/data.ts';
import { entry, type Running, run } from '../support/process.ts';
import { median, table } from './table.ts';

const ROUNDS = 9;
const REQUESTS = 50_000;

const bare =
  "import{createServer}from'node:http';const s=createServer((q,r)=>r.end('ok'));s.listen(0,'127.0.0.1',()=>console.log('http://127.0.0.1:'+s.address().port))";

const startBare = () => run(process.execPath, ['--input-type=module', '-e', bare]);
const startSite = (data = dataFolder) =>
  run(process.execPath, ['--max-semi-space-size=1', entry], {
    PORT: '0',
    DATA_DIR: data,
    LOG_LEVEL: 'silent',
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

async function interleaved(starts: (() => Running)[], rounds: number): Promise<number[]> {
  const times: number[][] = starts.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, start] of starts.entries()) times[index]?.push(await firstAnswer(start));
  return times.map(median);
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
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const before = resident();
  await load();
  const after = resident();
  await load();
  const afterMore = resident();
  process.kill(-running.pid, 'SIGKILL');
  return [before, after, afterMore];
}

export async function benchStart(): Promise<string> {
  const folders = [7, 50, 200, 1000].map((services) => {
    const folder = mkdtempSync(join(tmpdir(), 'charter-'));
    cpSync(dataFolder, folder, { recursive: true });
    writeFileSync(join(folder, 'services.yaml'), multipliedServices(services));
    return { services, folder };
  });
  try {
    // The first start fills the compile cache.
    const first = startSite();
    await new Promise((resolve) => setTimeout(resolve, 4000));
    process.kill(-first.pid, 'SIGKILL');
    const [bareMs, ...siteMs] = (await interleaved(
      [
        startBare,
        ...folders.map(
          ({ folder }) =>
            () =>
              startSite(folder),
        ),
      ],
      ROUNDS,
    )) as [number, ...number[]];
    const rows = folders.map(({ services }, index) => {
      const ms = siteMs[index] as number;
      return [`the site, ${services} services`, `${ms.toFixed(0)} ms`, (ms / bareMs).toFixed(1)];
    });
    const memories = [
      ['bare node:http', ...(await memory(startBare))],
      ['the site', ...(await memory(startSite))],
    ];
    return [
      table(
        ['first answer', 'median', 'ratio'],
        [['bare node:http', `${bareMs.toFixed(0)} ms`, '1'], ...rows],
      ),
      table(
        ['resident memory', 'before', `after ${REQUESTS} requests`, 'after as many again'],
        memories,
      ),
    ].join('\n');
  } finally {
    for (const { folder } of folders) rmSync(folder, { recursive: true });
  }
}
