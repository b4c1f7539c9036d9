// Shared parts of the benchmarks that measure servers.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { get as getOverTls } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { siteName } from '../support/nginx.ts';
import { run } from '../support/process.ts';

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

/** Asks the site for a sheet: what a start leaves for later is done before anything is measured. */
export const waitForSheets = (url: string) => ask(`${url}/charter.pdf`, {});

/** Returns the CPU time of a process and its children, in seconds; undefined where there is no /proc. */
export function cpuSeconds(pid: number): number | undefined {
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
