// Shared parts of the benchmarks that measure servers.

import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { get as getOverTls } from 'node:https';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import autocannon from 'autocannon';
import { dataFolder, multipliedServices } from '../support/data.ts';
import { siteName } from '../support/nginx.ts';
import { type Running, run, startArguments } from '../support/process.ts';
import { publicUrl } from '../support/site.ts';
import { median } from './table.ts';

/** The seconds that a measurement of requests lasts. */
export const SECONDS = 1;

const pinned = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** Leaves the servers' core to them. */
export function moveToOtherCore(): void {
  if (pinned) spawnSync('taskset', ['-cp', '1', String(process.pid)]);
}

export type Headers = Record<string, string>;

export const modes: [name: string, headers: Headers][] = [
  ['brotli', { 'accept-encoding': 'gzip, deflate, br' }],
  ['identity', { 'accept-encoding': 'identity' }],
  ['304', { 'accept-encoding': 'gzip, deflate, br' }],
];

/** Asks once, on a new connection; over TLS by the site's name, believing any certificate. */
export async function ask(url: string, headers: Headers) {
  const overTls = {
    headers: { host: siteName, ...headers },
    agent: false,
    servername: siteName,
    rejectUnauthorized: false,
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = url.startsWith('https:')
      ? getOverTls(url, overTls, resolve)
      : get(url, { headers, agent: false }, resolve);
    asked.on('error', reject);
  });
  return { response, body: await buffer(response) };
}

/** Starts a program on the servers' core. */
export const startServer: typeof run = (command, args, settings = {}) =>
  pinned ? run('taskset', ['-c', '0', command, ...args], settings) : run(command, args, settings);

export interface Started {
  running: Running;
  /** The origin, by the address instead of the name of this machine. */
  url: string;
}

/** Waits until a program has printed its address. */
export async function whenUp(running: Running): Promise<Started> {
  return { running, url: ((await running.url) ?? '').replace('localhost', '127.0.0.1') };
}

/** Starts the site as `npm start` does. */
export const startSite = (
  settings: Record<string, string> = {},
  start: typeof run = startServer,
): Promise<Started> =>
  whenUp(
    start(process.execPath, startArguments, {
      PORT: '0',
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'silent',
      ...settings,
    }),
  );

/** Kills servers with all processes that they have started, also those that have ended. */
export function kill(...all: Running[]): void {
  for (const { pid } of all) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended before.
    }
  }
}

/** Writes a data folder with a charter of so many services, and returns its path. */
export function charterFolder(root: string, services: number): string {
  const data = join(root, String(services));
  cpSync(dataFolder, data, { recursive: true });
  writeFileSync(join(data, 'services.yaml'), multipliedServices(services));
  return data;
}

/** Asks the site for a sheet, so that what a start leaves for later is done before anything is measured. */
export const waitForSheets = (url: string) => ask(`${url}/charter.pdf`, {});

/**
 * Loads a server for a second, and returns the requests per second of its CPU time.
 * @throws Error if a request fails; an answer other than 2xx is a failure unless it is a 304 that was asked for
 */
export async function requestsPerCpuSecond(
  { pid }: Running,
  options: autocannon.Options,
): Promise<number> {
  const before = cpuSeconds(pid);
  const { requests, non2xx, errors } = await autocannon({
    connections: 20,
    duration: SECONDS,
    ...options,
  });
  const is304 = options.headers && 'if-none-match' in options.headers;
  if (errors > 0 || (non2xx > 0 && !is304))
    throw new Error(`${options.url}: ${errors} errors, ${non2xx} bad answers`);
  const after = cpuSeconds(pid);
  const seconds = before === undefined || after === undefined ? SECONDS : after - before;
  return requests.total / seconds;
}

/**
 * Returns the median ratio of figures that were measured in the same rounds, because a slow moment of the machine slows
 * both.
 */
export const medianRatio = (some: number[], others: number[]): number =>
  median(some.map((one, round) => one / (others[round] as number)));

/** Returns a field of /proc/<pid>/status in megabytes; NaN where there is none. */
export function megabytesOf(pid: number, field: 'VmHWM' | 'VmRSS' = 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Returns the processes that a process has started; none where there is no /proc. */
export function childProcesses(pid: number): number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return list.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Returns the CPU time of a process, its children and those that have ended, in seconds; undefined without /proc. */
export function cpuSeconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / 100, 0);
    return childProcesses(pid).reduce((sum, child) => sum + (cpuSeconds(child) ?? 0), own);
  } catch {
    return undefined;
  }
}
