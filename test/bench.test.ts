// An interrupted benchmark leaves neither servers nor files.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { run } from './support/process.ts';

/** Returns the processes that a process has started. */
async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', String(pid)]).ended;
  return stdout.split('\n').map(Number).filter(Boolean);
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const hasPs =
  (await run('ps', ['-o', 'pid=', '--ppid', '1']).ended.catch(() => undefined)) !== undefined;

test.skipIf(!hasPs)('Ctrl + C ends the servers of a benchmark', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-bench-test-'));
  const bench = run(process.execPath, ['test/bench/run.ts', 'serving'], { TMPDIR: folder });
  let servers: number[] = [];
  try {
    while (servers.length < 2) {
      expect(bench.child.exitCode, bench.log()).toBe(null);
      await wait(50);
      servers = await childrenOf(bench.pid);
    }
    bench.child.kill('SIGINT');
    await bench.ended;
    // A killed process is gone a moment later.
    for (let tries = 0; servers.some(isAlive) && tries < 100; tries++) await wait(50);
    expect(servers.filter(isAlive)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    bench.child.kill('SIGKILL');
    for (const server of servers.filter(isAlive)) process.kill(-server, 'SIGKILL');
    rmSync(folder, { recursive: true });
  }
});
