// Measures searches: requests per second of the server's CPU time, next to pages; how long pages wait behind searches;
// and how long an answer takes in charters of many services (npm run bench search).

import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { load as loadYaml } from 'js-yaml';
import { toSerial } from '../../src/bangla/digits.ts';
import { createRenderer } from '../../src/site/html/render.ts';
import { createSearchAnswers } from '../../src/site/html/search-page.ts';
import { readStylesheets } from '../../src/site/html/stylesheets.ts';
import { startArguments } from '../support/process.ts';
import { publicUrl, real, unionCouncil } from '../support/site.ts';
import { cpuSeconds, moveToOtherCore, startServer, waitForSheets } from './servers.ts';
import { median, table } from './table.ts';

const ROUNDS = 5;
const SECONDS = 1;
const SIZES = [200, 1000];

const judged = loadYaml(
  readFileSync(new URL('../fixtures/judged-queries.yaml', import.meta.url), 'utf8'),
) as Record<string, Record<string, string>>;
const queries = Object.values(judged).flatMap(Object.keys);

let count = 0;
/** Returns a judged query with a number that makes it a new one. */
const newQuery = () => {
  count += 1;
  return `${queries[count % queries.length]} ${count}`;
};
let turn = 0;
const nextQuery = () => {
  turn += 1;
  return queries[turn % queries.length] as string;
};
const searchPath = (query: string) => `/search?q=${encodeURIComponent(query)}`;

const kinds: Record<string, () => string> = {
  'a page': () => '/',
  'repeated queries': () => searchPath(nextQuery()),
  'distinct queries': () => searchPath(newQuery()),
};

/** Loads a server with requests for paths; returns how many were answered. */
async function load(url: string, path: () => string, connections: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections,
    duration: SECONDS,
    headers: { 'accept-encoding': 'gzip, deflate, br' },
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  if (errors > 0 || non2xx > 0) throw new Error(`${errors} errors, ${non2xx} bad answers`);
  return requests.total;
}

/** Milliseconds that 99 of 100 pages take at most, asked for one after another. */
async function slowestPages(url: string): Promise<number> {
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  while (performance.now() < until) {
    const began = performance.now();
    await new Promise((resolve, reject) => {
      get(url, { agent: false }, (response) => response.resume().once('end', resolve)).once(
        'error',
        reject,
      );
    });
    times.push(performance.now() - began);
    await wait(2);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] as number;
}

async function rates(): Promise<string> {
  const site = startServer(process.execPath, startArguments, {
    PORT: '0',
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'silent',
  });
  try {
    const url = ((await site.url) as string).replace('localhost', '127.0.0.1');
    await waitForSheets(url);
    const perSecond = new Map<string, number[]>(Object.keys(kinds).map((name) => [name, []]));
    const waits: Record<'pages' | 'searches', number[]> = { pages: [], searches: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, path] of Object.entries(kinds)) {
        // Other queries have been asked since they were last remembered.
        if (name === 'repeated queries')
          for (const query of queries) await (await fetch(url + searchPath(query))).arrayBuffer();
        const before = cpuSeconds(site.pid);
        const total = await load(url, path, 20);
        const after = cpuSeconds(site.pid);
        const seconds = before === undefined || after === undefined ? SECONDS : after - before;
        // The first round warms up.
        if (round > 0) perSecond.get(name)?.push(total / seconds);
      }
      // The same load of pages is the measure: any load makes a page wait for the others.
      for (const [name, path] of [
        ['pages', kinds['a page']],
        ['searches', kinds['distinct queries']],
      ] as const) {
        const [slowest] = await Promise.all([
          slowestPages(url),
          load(url, path as () => string, 64),
        ]);
        if (round > 0) waits[name].push(slowest);
      }
    }
    const pages = perSecond.get('a page') as number[];
    const rows = [...perSecond].map(([name, all]) => [
      name,
      String(Math.round(median(all))),
      median(all.map((rate, round) => rate / (pages[round] as number))).toFixed(2),
    ]);
    const ratio = median(waits.searches.map((ms, round) => ms / (waits.pages[round] as number)));
    return [
      table(['requests per CPU second', 'median', 'ratio to a page'], rows),
      `99 % of pages are answered within ${median(waits.pages).toFixed(1)} ms while 64 connections ask for pages, and ` +
        `within ${median(waits.searches).toFixed(1)} ms while they search: ratio ${ratio.toFixed(2)}\n`,
    ].join('\n');
  } finally {
    process.kill(-site.pid, 'SIGKILL');
  }
}

/** Answers in a charter of many services, without the caches, in milliseconds. */
function inCharterOf(size: number): string[] {
  const rows = [...real.charter.services, ...unionCouncil.charter.services];
  const services = Array.from({ length: size }, (_, index) => {
    const row = rows[index % rows.length] as (typeof rows)[number];
    return {
      ...row,
      id: `${row.id}-${index}`,
      name: `${row.name} ${toSerial(index)}`,
      serial: index + 1,
    };
  });
  const charter = { ...real.charter, services };
  const render = createRenderer({ charter, styles: readStylesheets().styles, publicUrl });
  const before = performance.now();
  const answer = createSearchAnswers(charter, render, 1);
  answer('প্রশিক্ষণ');
  const built = performance.now() - before;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) {
      const began = performance.now();
      answer(query);
      // The first round warms up.
      if (round > 0) times.push(performance.now() - began);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] as number).toFixed(2);
  return [String(size), built.toFixed(0), at(0.5), at(0.9), at(0.99)];
}

export async function benchSearch(): Promise<string> {
  moveToOtherCore();
  return [
    await rates(),
    table(
      ['services', 'first answer, ms', 'median', '90 %', '99 %'],
      SIZES.map((size) => inCharterOf(size)),
    ),
  ].join('\n');
}
