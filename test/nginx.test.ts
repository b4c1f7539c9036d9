// More than one process, behind nginx with the configuration of deploy/: nothing that happens to one is seen outside.
// Needs nginx (Debian: nginx-light); skipped where there is none.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from './support/data.ts';
import { hasNginx, shippedConfiguration, startNginx } from './support/nginx.ts';
import { freePort } from './support/port.ts';
import { entry, type Running, run } from './support/process.ts';
import { pagePaths } from './support/site.ts';

describe.skipIf(!hasNginx)('two processes behind nginx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-nginx-'));
  const data = join(folder, 'data');
  const office = join(data, 'office.yaml');
  let ports: number[];
  let processes: Running[];
  let nginx: Running;
  let url: string;

  const startProcess = (port: number) =>
    run(process.execPath, [entry], {
      PORT: String(port),
      DATA_DIR: data,
      PUBLIC_URL: 'https://charter.example',
      KEEP_ALIVE_SECONDS: '65',
    });

  beforeAll(async () => {
    cpSync(dataFolder, data, { recursive: true });
    ports = [await freePort(), await freePort()];
    processes = ports.map(startProcess);
    await Promise.all(processes.map(({ url }) => url));
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const answers = async () => (await fetch(url)).ok;
    nginx = await startNginx(
      folder,
      shippedConfiguration({ folder, port, upstreams: ports }),
      answers,
    );
  });
  afterAll(async () => {
    nginx.child.kill('SIGTERM');
    for (const { child } of processes) child.kill('SIGKILL');
    await Promise.all([nginx.ended, ...processes.map(({ ended }) => ended)]);
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * Reads pages without pause while something happens, which can wait for so many more answers; every second page is
   * asked of a process, not of the cache.
   */
  async function under(
    load: { fresh: boolean },
    happening: (answered: (more: number) => Promise<void>) => Promise<void>,
  ) {
    const failures: string[] = [];
    let done = false;
    let answers = 0;
    const citizens = Array.from({ length: 8 }, async (_, citizen) => {
      for (let n = 0; !done; n++) {
        const path = pagePaths[n % pagePaths.length] as string;
        const query = load.fresh && n % 2 === 0 ? `?${citizen}-${n}-${answers}` : '';
        const status = await fetch(url + path + query).then(
          async (response) =>
            (await response.text()).endsWith('</html>\n') ? response.status : 'cut',
          String,
        );
        answers += 1;
        if (status !== 200) failures.push(`${path}${query}: ${status}`);
      }
    });
    await happening(async (more) => {
      for (const enough = answers + more; answers < enough; ) await wait(20);
    }).finally(() => {
      done = true;
    });
    await Promise.all(citizens);
    expect(failures).toEqual([]);
  }

  /** Waits until a process has logged something; the test's own time limit ends the wait. */
  async function logged(program: Running | undefined, text: string) {
    while (!program?.log().includes(text)) await wait(20);
  }

  const versions = () =>
    Promise.all(
      ports.map(async (port) => (await fetch(`http://127.0.0.1:${port}/healthz`)).text()),
    );

  test('both give the same bytes, and nginx hands on every header of the policy', async () => {
    for (const path of pagePaths) {
      const answers = await Promise.all(
        [...ports.map((port) => `http://127.0.0.1:${port}`), url].map(async (from) => {
          const response = await fetch(from + path);
          return {
            etag: response.headers.get('etag'),
            csp: response.headers.get('content-security-policy'),
            text: await response.text(),
          };
        }),
      );
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
      expect(answers[2]?.csp).toContain("default-src 'none'");
    }
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['identity', null],
  ])('Accept-Encoding "%s" is answered with %s from the cache too', async (accepted, expected) => {
    for (let time = 0; time < 2; time++) {
      const { headers } = await fetch(`${url}/about`, { headers: { 'accept-encoding': accepted } });
      expect(headers.get('content-encoding')).toBe(expected);
    }
  });

  test('one is killed under load and comes back: no request fails', async () => {
    await under({ fresh: true }, async (answered) => {
      await answered(20);
      processes[0]?.child.kill('SIGKILL');
      await processes[0]?.ended;
      await answered(100);
      processes[0] = startProcess(ports[0] as number);
      await processes[0].url;
      await answered(20);
    });
  });

  test('new data reach both by a reload, one after the other: no request fails', async () => {
    const before = await versions();
    expect(before[0]).toBe(before[1]);
    await under({ fresh: true }, async (answered) => {
      writeFileSync(office, `${readFileSync(office, 'utf8')}\nreviewed: 2026-11-01\n`);
      for (const program of processes) {
        program.child.kill('SIGHUP');
        await logged(program, '"reloaded"');
        await answered(20);
      }
    });
    const after = await versions();
    expect(after[0]).toBe(after[1]);
    expect(after[0]).not.toBe(before[0]);
  });

  test('bad data change nothing', async () => {
    const good = readFileSync(office, 'utf8');
    const before = await versions();
    await under({ fresh: true }, async (answered) => {
      writeFileSync(office, 'department: [');
      processes[1]?.child.kill('SIGHUP');
      await logged(processes[1], 'not reloaded');
      await answered(20);
    });
    writeFileSync(office, good);
    expect(await versions()).toEqual(before);
  });

  test('with every process stopped, what was read is still there', async () => {
    for (const { child, ended } of processes) {
      child.kill('SIGTERM');
      expect((await ended).status).toBe(0);
    }
    await under({ fresh: false }, (answered) => answered(50));
  });
});
