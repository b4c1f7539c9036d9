// The watch, which says in one line how the site and its certificate are.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watch } from '../deploy/watch.ts';
import { freePort } from './support/port.ts';

const folder = mkdtempSync(join(tmpdir(), 'charter-watch-'));
let answer = [200, 'ok 0123456789ab\n'] as const as readonly [number, string];
const server = createServer((_, response) => response.writeHead(answer[0]).end(answer[1]));
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const ask = (health?: string) =>
  watch({
    PUBLIC_URL: 'https://charter.example',
    CHARTER_HEALTH: health ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    CHARTER_CERTIFICATES: folder,
  });

function certify(days: number): void {
  const place = join(folder, 'charter.example');
  mkdirSync(place, { recursive: true });
  const subject = `-nodes -days ${days} -subj /CN=x -keyout ${place}/key`;
  const key = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1';
  spawnSync('openssl', `${key} ${subject} -out ${place}/fullchain.pem`.split(' '));
}

test.skipIf(spawnSync('openssl', ['version']).status !== 0)('the certificate', async () => {
  expect(await ask()).toEqual({
    status: 1,
    line: expect.stringContaining('certificate cannot be read'),
  });
  certify(90);
  expect(await ask()).toEqual({
    status: 0,
    line: expect.stringMatching(/ok: ok \S{12}, certificate: (89|90) days$/),
  });
  certify(5);
  expect(await ask()).toEqual({
    status: 1,
    line: expect.stringMatching(/the certificate ends in [45] days/),
  });
});

test('a site that is down, or answers with an error', async () => {
  answer = [503, 'a\nb\n'];
  expect(await ask()).toEqual({
    status: 1,
    line: expect.stringMatching(/^সমস্যা \/ PROBLEM: .*the site does not answer: 503 a b/),
  });
  const { line } = await ask(`http://127.0.0.1:${await freePort()}/`);
  expect(line).toMatch(/does not answer: .*ECONNREFUSED/);
});
