// A day in minutes (npm run bench -- soak [minutes]): readers of everything, reloads with good and bad data, slow clients
// and floods, all at once. At the end no answer has failed, memory is flat, and nothing is left open.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFolder } from '../support/data.ts';
import { run, startArguments } from '../support/process.ts';
import { pagePaths, site } from '../support/site.ts';
import { megabytesOf, whenUp } from './servers.ts';
import { median, percentile, table } from './table.ts';

const READERS = 6;
const RELOAD_MS = 4_000;
const SHEETS = ['/charter.pdf', '/charter-a3.pdf', '/share.png'];
const QUERIES = ['পোর্টাল', 'সেবা', 'form', 'prosikkhon', 'ই-ফাইলিং', 'zzzz', 'ফি', '০১৭'];

/** Makes the program print what it has open: sockets, timers, processes. */
const onUsr2 = `process.on('SIGUSR2', () => {
  const kinds = process.getActiveResourcesInfo().sort();
  process.stderr.write('open: ' + kinds.join(' ') + '\\n');
});`;

interface Minute {
  answers: number;
  failed: number;
  reloads: number;
  times: number[];
}

export async function benchSoak(minutes = 10): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'charter-soak-'));
  cpSync(dataFolder, data, { recursive: true });
  const { running: program, url } = await whenUp(
    run(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(onUsr2)}`, ...startArguments],
      { PORT: '0', DATA_DIR: data },
    ),
  );
  const port = Number(new URL(url).port);

  const failures: string[] = [];
  let minute: Minute = { answers: 0, failed: 0, reloads: 0, times: [] };
  let isDone = false;
  const agent = new Agent({ keepAlive: true });

  /** Returns the program's open handles, once all connections are closed. */
  const open = async (): Promise<string> => {
    const before = program.log().length;
    program.child.kill('SIGUSR2');
    for (;;) {
      const [, kinds] = /^open: (.*)$/m.exec(program.log().slice(before)) ?? [];
      if (kinds !== undefined) return kinds;
      await wait(20);
    }
  };

  /** Asks once, and counts an answer that is not as it should be. */
  const ask = async (path: string, expected: number[], headers: Record<string, string> = {}) => {
    const began = performance.now();
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url + path, { agent, headers }, resolve).on('error', reject);
    }).then(
      async (response) => {
        const { length } = await buffer(response);
        const isWhole = Number(response.headers['content-length'] ?? 0) === length;
        const isRight = isWhole || response.statusCode === 304;
        return { response, reason: isRight ? response.statusCode : 'cut' };
      },
      (error: Error) => ({ response: undefined, reason: error.message }),
    );
    minute.answers += 1;
    minute.times.push(performance.now() - began);
    if (!expected.includes(answer.reason as number)) {
      minute.failed += 1;
      failures.push(`${path}: ${answer.reason}`);
    }
    return answer.response?.headers.etag;
  };

  const paths = [...site.resources.keys()];
  const reader = async (seed: number) => {
    const etags = new Map<string, string>();
    for (let n = seed; !isDone; n += 7) {
      const path = paths[n % paths.length] as string;
      const held = etags.get(path);
      const encoding = ['br', 'gzip', 'identity'][n % 3] as string;
      const etag = await ask(path, [200, 304], {
        'accept-encoding': encoding,
        ...(held && { 'if-none-match': held }),
      });
      // Kept for the next time, so that every other answer is a 304.
      if (etag && !held) etags.set(path, etag);
      else etags.delete(path);
      if (n % 2 === 0) {
        const query = `${QUERIES[n % QUERIES.length]} ${n % 500}`;
        await ask(`/search?q=${encodeURIComponent(query)}`, [200], { 'accept-encoding': encoding });
      }
      if (n % 5 === 0) await ask(encodeURI(`${pagePaths[n % pagePaths.length]}।`), [301]);
      if (n % 11 === 0) await ask(`/no-such-page-${n}`, [404]);
      if (n % 101 === 0) await ask(SHEETS[n % SHEETS.length] as string, [200]);
    }
  };

  const office = join(data, 'office.yaml');
  const good = readFileSync(office, 'utf8');
  const reloader = async () => {
    for (let n = 0; !isDone; n++) {
      await wait(RELOAD_MS);
      const day = String((n % 28) + 1).padStart(2, '0');
      writeFileSync(office, n % 3 === 2 ? 'department: [' : `${good}\nreviewed: 2026-10-${day}\n`);
      program.child.kill('SIGHUP');
      minute.reloads += 1;
    }
    writeFileSync(office, good);
    program.child.kill('SIGHUP');
  };

  /** Clients that never finish a request, or never read, or send far too much. */
  const nuisance = async (bytes: string, drip: string, patience: number) => {
    while (!isDone) {
      const sockets = Array.from({ length: 10 }, () => {
        const socket = connect(port, '127.0.0.1').on('error', () => {});
        socket.pause().write(bytes);
        return socket;
      });
      for (let waited = 0; waited < patience && !isDone; waited += 500) {
        await wait(500);
        if (drip) for (const socket of sockets) if (socket.writable) socket.write(drip);
      }
      for (const socket of sockets) socket.destroy();
    }
  };
  const whole = 'GET /services HTTP/1.1\r\nHost: a\r\n\r\n';

  // The posters, the index and the machine code first.
  for (const path of [...SHEETS, ...pagePaths, '/search?q=form']) await ask(path, [200]);
  await wait(3000);
  agent.destroy();
  await wait(1000);
  const openBefore = await open();

  const workers = [
    ...Array.from({ length: READERS }, (_, seed) => reader(seed)),
    reloader(),
    nuisance('GET / HTTP/1.1\r\nHost: a\r\n', 'X: y\r\n', 15_000),
    nuisance('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n', 'a', 15_000),
    nuisance(whole.repeat(90), '', 5_000),
    nuisance(whole.repeat(1800), whole.repeat(90), 5_000),
    nuisance('CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', '', 1_000),
  ];

  const rows: string[][] = [];
  const memory: number[] = [];
  for (let n = 1; n <= minutes; n++) {
    minute = { answers: 0, failed: 0, reloads: 0, times: [] };
    await wait(60_000);
    const { answers, failed, reloads, times } = minute;
    const at = (share: number) => `${percentile(times, share).toFixed(1)} ms`;
    memory.push(megabytesOf(program.pid));
    rows.push(
      [n, answers, failed, reloads, at(0.5), at(0.99), `${memory.at(-1)?.toFixed(0)} MB`].map(
        String,
      ),
    );
  }
  isDone = true;
  await Promise.all(workers);
  agent.destroy();
  // Until the last slow client has been cut off and the last posters are made.
  await wait(15_000);
  const openAfter = await open();
  const hasEnded = program.ended;
  program.child.kill('SIGTERM');
  const { status, stderr } = await hasEnded;
  rmSync(data, { recursive: true, force: true });

  const errors = stderr.split('\n').filter((line) => line.includes('"level":60'));
  const third = Math.ceil(memory.length / 3);
  const growth = median(memory.slice(-third)) / median(memory.slice(0, third));
  const verdicts = [
    `failed answers: ${failures.length}${failures.length ? ` (${[...new Set(failures)].slice(0, 5).join('; ')})` : ''}`,
    `memory of the last third to that of the first: ${growth.toFixed(2)}`,
    `open at the end, besides what was open before: ${without(openAfter, openBefore) || 'nothing'}`,
    `ended with ${status}, fatal errors in the log: ${errors.length}`,
  ];
  if (
    failures.length > 0 ||
    growth > 1.2 ||
    without(openAfter, openBefore) ||
    status !== 0 ||
    errors.length > 0
  )
    process.exitCode = 1;
  return [
    table(['minute', 'answers', 'failed', 'reloads', 'median', '99 %', 'memory'], rows),
    verdicts.map((verdict) => `- ${verdict}\n`).join(''),
  ].join('\n');
}

/** Returns the words of a text that another has not, or has fewer times. */
function without(text: string, other: string): string {
  const left = other.split(' ');
  return text
    .split(' ')
    .filter((word) => {
      const at = left.indexOf(word);
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    })
    .join(' ');
}
