// Measures searches: requests per second of the server's CPU time, next to pages; how long pages wait behind searches;
// and how long an answer takes in charters of many services (npm run bench search).

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { load as loadYaml } from 'js-yaml';
import { toSerial } from '../../src/bangla/digits.ts';
import { createRenderer } from '../../src/site/html/render.ts';
import { createSearchAnswers } from '../../src/site/html/search-page.ts';
import { readStylesheets } from '../../src/site/html/stylesheets.ts';
import { publicUrl, real, unionCouncil } from '../support/site.ts';
import {
  ask,
  kill,
  medianRatio,
  moveToOtherCore,
  requestsPerCpuSecond,
  SECONDS,
  type Started,
  startSite,
  waitForSheets,
} from './servers.ts';
import { median, percentile, table } from './table.ts';

const ROUNDS = 5;
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

/** Loads the site with requests for paths, and returns the requests per second of its CPU time. */
const load = ({ running, url }: Started, path: () => string, connections = 20): Promise<number> =>
  requestsPerCpuSecond(running, {
    url,
    connections,
    headers: { 'accept-encoding': 'gzip, deflate, br' },
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });

/** Milliseconds that 99 of 100 pages take at most, asked for one after another. */
async function slowestPages(url: string): Promise<number> {
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  while (performance.now() < until) {
    const began = performance.now();
    await ask(url, {});
    times.push(performance.now() - began);
    await wait(2);
  }
  return percentile(times, 0.99);
}

async function rates(): Promise<string> {
  const site = await startSite();
  try {
    const { url } = site;
    await waitForSheets(url);
    const perSecond = new Map<string, number[]>(Object.keys(kinds).map((name) => [name, []]));
    const waits: Record<'pages' | 'searches', number[]> = { pages: [], searches: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, path] of Object.entries(kinds)) {
        // Other queries have been asked since they were last remembered.
        if (name === 'repeated queries')
          for (const query of queries) await (await fetch(url + searchPath(query))).arrayBuffer();
        const rate = await load(site, path);
        // The first round warms up.
        if (round > 0) perSecond.get(name)?.push(rate);
      }
      // The same load of pages is the measure: any load makes a page wait for the others.
      for (const [name, path] of [
        ['pages', kinds['a page']],
        ['searches', kinds['distinct queries']],
      ] as const) {
        const [slowest] = await Promise.all([
          slowestPages(url),
          load(site, path as () => string, 64),
        ]);
        if (round > 0) waits[name].push(slowest);
      }
    }
    const pages = perSecond.get('a page') as number[];
    const rows = [...perSecond].map(([name, all]) => [
      name,
      String(Math.round(median(all))),
      medianRatio(all, pages).toFixed(2),
    ]);
    const ratio = medianRatio(waits.searches, waits.pages);
    return [
      table(['requests per CPU second', 'median', 'ratio to a page'], rows),
      `99 % of pages are answered within ${median(waits.pages).toFixed(1)} ms while 64 connections ask for pages, and ` +
        `within ${median(waits.searches).toFixed(1)} ms while they search: ratio ${ratio.toFixed(2)}\n`,
    ].join('\n');
  } finally {
    kill(site.running);
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
  const at = (share: number) => percentile(times, share).toFixed(2);
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
