// Requests a second of the server's CPU time, as ratios to bare node:http that sends the same bytes and headers.
// Interleaved, medians of several rounds; the servers on one core and the load on another where there is taskset.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasNginx, startNginx } from '../support/nginx.ts';
import { freePort } from '../support/port.ts';
import type { Running } from '../support/process.ts';
import { type Answer, kindNames } from './reference.ts';
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

const ROUNDS = 5;
const referenceFile = fileURLToPath(new URL('reference.ts', import.meta.url));

/** Starts nginx, which sends the file it is given, already compressed, as it would with brotli_static. */
async function serveByNginx(folder: string, bytes: Buffer, encoding: string | undefined) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(join(folder, 'body'), bytes);
  const running = await startNginx(
    folder,
    `open_file_cache max=10;
server { listen 127.0.0.1:${port}; location / { root ${folder}; try_files /body =404; default_type text/html;
${encoding ? `add_header Content-Encoding ${encoding};` : ''} add_header X-Content-Type-Options nosniff; } }`,
    async () => (await ask(url, {})).response.statusCode === 200,
    startServer,
  );
  return { running, url };
}

/** Measures one column of the table: each server's requests a second of its CPU time, as a ratio to raw. */
async function measure(path: string, mode: string, headers: Headers): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
  mkdirSync(join(folder, 'page'));
  const servers = new Map<string, { running: Running; url: string; headers: Headers }>();
  try {
    const { running: site, url: origin } = await startSite();
    await waitForSheets(origin);
    const siteUrl = origin + path;
    const full = await ask(siteUrl, headers);
    const html = (await ask(siteUrl, { 'accept-encoding': 'identity' })).body.toString();
    const conditional = (etag: string | undefined): Headers =>
      mode === '304' && etag ? { ...headers, 'if-none-match': etag } : headers;
    const siteHeaders = conditional(full.response.headers.etag);
    const { response, body } = await ask(siteUrl, siteHeaders);
    const sent = response.rawHeaders.filter(
      (_, at, all) => !/^(date|connection|keep-alive)$/i.test(all[at - (at % 2)] as string),
    );
    const answer: Answer = {
      status: response.statusCode as number,
      headers: sent,
      body: body.toString('base64'),
      path,
      html,
      folder: join(folder, 'page'),
    };
    writeFileSync(join(folder, 'page', 'index.html'), html);
    writeFileSync(join(folder, 'answer.json'), JSON.stringify(answer));
    servers.set('the site', { running: site, url: siteUrl, headers: siteHeaders });
    for (const kind of kindNames) {
      const running = startServer(process.execPath, [
        referenceFile,
        kind,
        join(folder, 'answer.json'),
      ]);
      const url = (await running.url) as string;
      const etag = (await ask(url, headers)).response.headers.etag;
      servers.set(kind, {
        running,
        url,
        headers: kind === 'raw' ? siteHeaders : conditional(etag),
      });
    }
    if (hasNginx) {
      const bytes = mode === 'identity' ? Buffer.from(html) : full.body;
      const nginx = await serveByNginx(folder, bytes, full.response.headers['content-encoding']);
      const etag = (await ask(nginx.url, headers)).response.headers.etag;
      servers.set('nginx', { ...nginx, headers: conditional(etag) });
    }

    const rates = new Map<string, number[]>();
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, { running, url, headers: asked }] of servers) {
        const rate = await requestsPerCpuSecond(running, { url, headers: asked });
        // The first round warms up.
        if (round > 0) rates.set(name, [...(rates.get(name) ?? []), rate]);
      }
    }
    const raw = rates.get('raw') as number[];
    return [...servers.keys()].map((name) => {
      const all = rates.get(name) as number[];
      return `${medianRatio(all, raw).toFixed(2)} (${Math.round(median(all))}/s)`;
    });
  } finally {
    kill(...[...servers.values()].map(({ running }) => running));
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchServing(): Promise<string> {
  moveToOtherCore();
  const names = ['the site', ...kindNames, ...(hasNginx ? ['nginx'] : [])];
  const parts: string[] = [];
  for (const path of ['/', '/services']) {
    const columns: string[][] = [];
    for (const [mode, headers] of modes) columns.push(await measure(path, mode, headers));
    parts.push(
      table(
        [`requests of ${path} per CPU second, ratio to raw`, ...modes.map(([mode]) => mode)],
        names.map((name, row) => [name, ...columns.map((column) => column[row] as string)]),
      ),
    );
  }
  return parts.join('\n');
}
