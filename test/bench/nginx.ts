// The deployment: the shipped nginx configuration over TLS in front of the site, against nginx that serves the exported
// files itself, over TLS, with the same headers and nginx's usual log. Then what a cold cache and a restart of the site cost.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createCertificate,
  hasNginx,
  shippedConfiguration,
  siteName,
  startNginx,
} from '../support/nginx.ts';
import { freePort } from '../support/port.ts';
import type { Running } from '../support/process.ts';
import { pagePaths } from '../support/site.ts';
import {
  ask,
  type Headers,
  kill,
  medianRatio,
  modes,
  moveToOtherCore,
  requestsPerCpuSecond,
  startServer,
  startSite,
  waitForSheets,
} from './servers.ts';
import { median, table } from './table.ts';

const ROUNDS = 9;
const PATHS = ['/', '/services'];

const startUpstream = (port: number) => startSite({ PORT: String(port), KEEP_ALIVE_SECONDS: '65' });

const isUp = (url: string) => async () => (await ask(url, {})).response.statusCode === 200;

export async function benchNginx(): Promise<string> {
  if (!hasNginx) return 'nginx is not installed here.\n';
  moveToOtherCore();
  const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
  const running: Running[] = [];
  try {
    createCertificate(folder);
    const sitePort = await freePort();
    const site = await startUpstream(sitePort);
    running.push(site.running);
    await waitForSheets(site.url);

    const port = await freePort();
    const url = `https://127.0.0.1:${port}`;
    const proxy = await startNginx(
      folder,
      shippedConfiguration({ folder, port, upstreams: [sitePort], isLimited: false }),
      isUp(`${url}/healthz`),
      startServer,
    );
    running.push(proxy);
    const start = { url, path: '', running: proxy };

    const cold = await firstAnswers(url);
    const warm = await firstAnswers(url);

    const columns: string[][] = [];
    for (const path of PATHS) {
      for (const [mode, headers] of modes) {
        const files = await serveFiles(folder, `files-${columns.length}`, url + path, headers);
        running.push(files.running);
        columns.push(await measure({ ...start, path }, files, mode, headers));
        kill(files.running);
      }
    }
    const restart = await restartUnderLoad(url, site.running, sitePort);
    running.push(restart.site);
    return [
      table(
        [
          'over TLS, requests per CPU second of nginx',
          ...PATHS.flatMap((path) => modes.map(([mode]) => `${path} ${mode}`)),
        ],
        ['from the cache of the site', 'the exported files', 'ratio'].map((name, row) => [
          name,
          ...columns.map((column) => column[row] as string),
        ]),
      ),
      table(
        ['the first answer to each page', 'median', 'longest'],
        [
          ['with a cold cache', ...cold],
          ['from the cache', ...warm],
        ],
      ),
      restart.report,
    ].join('\n');
  } finally {
    kill(...running);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Measures the time to each page on a new connection: median and longest. */
async function firstAnswers(url: string): Promise<string[]> {
  const times: number[] = [];
  for (const path of pagePaths) {
    const began = performance.now();
    await ask(url + path, { 'accept-encoding': 'br' });
    times.push(performance.now() - began);
  }
  return [median(times), Math.max(...times)].map((time) => `${time.toFixed(1)} ms`);
}

interface Server {
  url: string;
  path: string;
  running: Running;
}

/** Starts nginx with one page as a file, compressed beforehand if that is asked for, and with the site's headers. */
async function serveFiles(
  folder: string,
  name: string,
  from: string,
  headers: Headers,
): Promise<Server> {
  const { response, body } = await ask(from, headers);
  const own = join(folder, name);
  mkdirSync(own);
  writeFileSync(join(own, 'page.html'), body);
  const replaced = /^(content-(type|length)|date|server|connection|etag)$/;
  const added = Object.entries(response.headers)
    .filter(([name]) => !replaced.test(name))
    .map(([name, value]) => `add_header ${name} "${value}";`);
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const running = await startNginx(
    own,
    `open_file_cache max=100; server_tokens off;
server { listen 127.0.0.1:${port} ssl http2; ssl_certificate ${folder}/fullchain.pem;
ssl_certificate_key ${folder}/privkey.pem;
ssl_protocols TLSv1.2 TLSv1.3; access_log ${own}/access.log;
location / { root ${own}; try_files /page.html =404; default_type text/html;
charset utf-8; ${added.join(' ')} } }`,
    isUp(url),
    startServer,
  );
  return { url, path: '/', running };
}

/** Returns the requests per second of nginx's CPU time for both, and the median ratio of the rounds. */
async function measure(
  cache: Server,
  files: Server,
  mode: string,
  headers: Headers,
): Promise<string[]> {
  const rates = new Map<Server, number[]>([
    [cache, []],
    [files, []],
  ]);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [server, all] of rates) {
      const { url, path, running } = server;
      const { etag } = (await ask(url + path, headers)).response.headers;
      const rate = await requestsPerCpuSecond(running, {
        url: url + path,
        servername: siteName,
        headers: {
          host: siteName,
          ...headers,
          ...(mode === '304' && etag && { 'if-none-match': etag }),
        },
      });
      // The first round warms up.
      if (round > 0) all.push(rate);
    }
  }
  const [cached, served] = [...rates.values()] as [number[], number[]];
  return [
    `${Math.round(median(cached))}`,
    `${Math.round(median(served))}`,
    medianRatio(cached, served).toFixed(2),
  ];
}

/** Restarts the site while pages and searches are read through nginx. */
async function restartUnderLoad(url: string, site: Running, port: number) {
  const kinds = ['pages', 'searches'] as const;
  const counts = { pages: 0, searches: 0 };
  const failed = { pages: 0, searches: 0 };
  const longest = { pages: 0, searches: 0 };
  let isDone = false;
  const read = async (kind: (typeof kinds)[number]) => {
    for (let n = 0; !isDone; n++) {
      const path = kind === 'pages' ? pagePaths[n % pagePaths.length] : `/search?q=form+${n}`;
      const began = performance.now();
      const { statusCode } = (await ask(url + path, { 'accept-encoding': 'br' })).response;
      longest[kind] = Math.max(longest[kind], performance.now() - began);
      counts[kind] += 1;
      if (statusCode !== 200) failed[kind] += 1;
    }
  };
  const readers = kinds.map(read);
  await wait(1000);
  site.child.kill('SIGTERM');
  await site.ended;
  const began = performance.now();
  const next = await startUpstream(port);
  const gap = performance.now() - began;
  await wait(1000);
  isDone = true;
  await Promise.all(readers);
  const rows = kinds.map((kind) => [
    kind,
    String(counts[kind]),
    String(failed[kind]),
    `${longest[kind].toFixed(0)} ms`,
  ]);
  const heading = `a restart of the site (down for ${gap.toFixed(0)} ms)`;
  return { site: next.running, report: table([heading, 'answers', 'failed', 'longest'], rows) };
}
