// Runs the real program in a separate process.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** The process, and its group. */
  pid: number;
  /** Resolves with the address the program prints, or when it ends without printing one. */
  url: Promise<string | undefined>;
  ended: Promise<Ended>;
  /** Returns everything written to standard error so far. */
  log(): string;
}

/** Runs a command with these settings and none of the machine's. */
export function run(
  command: string,
  args: string[],
  settings: Record<string, string> = {},
  cwd: string = project,
): Running {
  const { PATH, NODE_COMPILE_CACHE, NODE_OPTIONS } = process.env;
  const env = {
    PATH,
    TZ: 'America/New_York',
    LANG: 'C',
    // The tests set it (environment.ts); the benchmark does not, and a program then uses its own cache.
    ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }),
    ...(NODE_OPTIONS && { NODE_OPTIONS }),
    ...settings,
  };
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = () => {
    try {
      process.kill(-(child.pid as number), 'SIGKILL');
    } catch {
      // It has ended before.
    }
  };
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const stdout = text(child.stdout);
  const stderr = text(child.stderr);
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  const url = new Promise<string | undefined>((resolve) => {
    child.stdout.on('data', (chunk) => {
      const address = /http:\/\/\S+/.exec(String(chunk));
      if (address) resolve(address[0]);
    });
    child.on('exit', () => resolve(undefined));
  });
  const ended = once(child, 'close').then(async ([status]) => ({
    status,
    stdout: await stdout,
    stderr: await stderr,
  }));
  return { child, pid: child.pid as number, url, ended, log: () => log };
}

export const entry = fileURLToPath(new URL('../../src/start.js', import.meta.url));

/** The arguments that `npm start`, the systemd unit and the container give to Node. */
export const startArguments = ['--max-semi-space-size=1', entry];
