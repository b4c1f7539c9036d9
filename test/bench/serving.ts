// Requests a second of the server's CPU time, as ratios to bare node:http that sends the same bytes and headers.
// Interleaved, medians of several rounds; the servers on one core and the load on another where there is taskset.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { freePort } from '../support/port.ts';
import { entry, type Running, run } from '../support/process.ts';
import { publicUrl } from '../support/site.ts';
import { type Answer, kindNames } from './reference.ts';
import { median, table } from './table.ts';

const ROUNDS = 5;
const SECONDS = 1;
const referenceFile = fileURLToPath(new URL('reference.ts', import.meta.url));
const pinned = spawnSync('taskset', ['-c', '0', 'true']).status === 0;
const has = (program: string) => spawnSync(program, ['-v']).status === 0;

type Headers = Record<string, string>;

const modes: [string, Headers][] = [
  ['brotli', { 'accept-encoding': 'gzip, deflate, br' }],
  ['identity', { 'accept-encoding': 'identity' }],
  ['304', { 'accept-encoding': 'gzip, deflate, br' }],
];

async function ask(url: string, headers: Headers) {
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on('error', reject);
  });
  return { response, body: await buffer(response) };
}

/** Starts a program on the servers' core. */
function start(command: string, args: string[], settings: Record<string, string> = {}): Running {
  return pinned
    ? run('taskset', ['-c', '0', command, ...args], settings)
    : run(command, args, settings);
}

/** CPU time of a process and its children, in seconds; undefined where there is no /proc. */
function cpuSeconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = (Number(fields[11]) + Number(fields[12])) / 100;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return children
      .split(' ')
      .filter((child) => child !== '')
      .reduce((sum, child) => sum + (cpuSeconds(Number(child)) ?? 0), own);
  } catch {
    return undefined;
  }
}

/** nginx sending the file it is given, already compressed, as it would with brotli_static. */
async function startNginx(folder: string, bytes: Buffer, encoding: string | undefined) {
  const port = await freePort();
  writeFileSync(join(folder, 'body'), bytes);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root; ' : ''}worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log; daemon off;
events {}
http { access_log off; client_body_temp_path ${folder}/t; proxy_temp_path ${folder}/t; fastcgi_temp_path ${folder}/t;
uwsgi_temp_path ${folder}/t; scgi_temp_path ${folder}/t; open_file_cache max=10; sendfile on;
server { listen 127.0.0.1:${port}; location / { root ${folder}; try_files /body =404; default_type text/html;
${encoding ? `add_header Content-Encoding ${encoding};` : ''} add_header X-Content-Type-Options nosniff; } } }
`,
  );
  const running = start('nginx', [
    '-c',
    join(folder, 'nginx.conf'),
    '-e',
    join(folder, 'error.log'),
  ]);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries++) {
    try {
      await ask(url, {});
      break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return { running, url };
}

/** One column of the table: each server's requests a second of its CPU time, as a ratio to raw. */
async function measure(path: string, mode: string, headers: Headers): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
  mkdirSync(join(folder, 'page'));
  const servers = new Map<string, { running: Running; url: string; headers: Headers }>();
  try {
    const site = start(process.execPath, [entry], {
      PORT: '0',
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'silent',
    });
    const siteUrl = ((await site.url) as string).replace('localhost', '127.0.0.1') + path;
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
      const running = start(process.execPath, [referenceFile, kind, join(folder, 'answer.json')]);
      const url = (await running.url) as string;
      const etag = (await ask(url, headers)).response.headers.etag;
      servers.set(kind, {
        running,
        url,
        headers: kind === 'raw' ? siteHeaders : conditional(etag),
      });
    }
    if (has('nginx')) {
      const bytes = mode === 'identity' ? Buffer.from(html) : full.body;
      const nginx = await startNginx(folder, bytes, full.response.headers['content-encoding']);
      const etag = (await ask(nginx.url, headers)).response.headers.etag;
      servers.set('nginx', { ...nginx, headers: conditional(etag) });
    }

    const rates = new Map<string, number[]>();
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, { running, url, headers: asked }] of servers) {
        const before = cpuSeconds(running.pid);
        const { requests, non2xx, errors } = await autocannon({
          url,
          connections: 20,
          duration: SECONDS,
          headers: asked,
        });
        if (errors > 0 || (non2xx > 0 && mode !== '304'))
          throw new Error(`${name} failed in ${mode}`);
        const after = cpuSeconds(running.pid);
        const seconds = before === undefined || after === undefined ? SECONDS : after - before;
        // The first round warms up.
        if (round > 0) rates.set(name, [...(rates.get(name) ?? []), requests.total / seconds]);
      }
    }
    const raw = rates.get('raw') as number[];
    return [...servers.keys()].map((name) => {
      const all = rates.get(name) as number[];
      // Of each round by itself: what slows the machine for a while slows both.
      const ratio = median(all.map((rate, round) => rate / (raw[round] as number)));
      return `${ratio.toFixed(2)} (${Math.round(median(all))}/s)`;
    });
  } finally {
    for (const { running } of servers.values()) process.kill(-running.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchServing(): Promise<string> {
  if (pinned) spawnSync('taskset', ['-cp', '1', String(process.pid)]);
  const names = ['the site', ...kindNames, ...(has('nginx') ? ['nginx'] : [])];
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
