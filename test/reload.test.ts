// Changes of the data while the site is up: SIGHUP in production, npm run dev on a desk.

import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFolder } from './support/data.ts';
import { entry, type Running, run } from './support/process.ts';

let folder: string;
let program: Running;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'charter-'));
  cpSync(dataFolder, folder, { recursive: true });
});
afterEach(async () => {
  program.child.kill('SIGKILL');
  await program.ended;
  rmSync(folder, { recursive: true });
});

const edit = (name: string, from: string, to: string) => {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replaceAll(from, to));
};
const home = async () => (await fetch(`${await program.url}/`)).text();
/** The home page once it holds a text; the test's own time limit ends the wait. */
const homeWith = async (text: string): Promise<string> => {
  for (;;) {
    const page = await home();
    if (page.includes(text)) return page;
    await wait(50);
  }
};

test('SIGHUP brings the new data, and disturbs no request on its way', async () => {
  program = run(process.execPath, [entry], { PORT: '0', DATA_DIR: folder });
  const port = Number(new URL((await program.url) as string).port);
  const inFlight = connect(port, '127.0.0.1');
  await once(inFlight, 'connect');
  inFlight.write('GET /contact HTTP/1.1\r\nConnection: close\r\n');
  edit('officers.yaml', '01721587011', '01700000000');
  program.child.kill('SIGHUP');
  await homeWith('tel:+8801700000000');
  inFlight.write('Host: a\r\n\r\n');
  let answer = '';
  for await (const chunk of inFlight) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  program.child.kill('SIGTERM');
  expect((await program.ended).status).toBe(0);
});

test('SIGHUP with bad data is logged, and the last good site stays', async () => {
  program = run(process.execPath, [entry], { PORT: '0', DATA_DIR: folder });
  const before = await home();
  edit('officers.yaml', '"01721587011"', '01721587011');
  program.child.kill('SIGHUP');
  const [log] = await once(program.child.stderr as NodeJS.ReadableStream, 'data');
  expect(JSON.parse(String(log)).problems).toContain('officers.yaml:8:11');
  expect(await home()).toBe(before);
  edit('officers.yaml', ' 01721587011', ' "01700000000"');
  program.child.kill('SIGHUP');
  await homeWith('tel:+8801700000000');
});

test('npm run dev shows each change, and the problems above the last good site', async () => {
  program = run(process.execPath, ['src/commands/dev.ts'], { PORT: '0', DATA_DIR: folder });
  expect(await home()).not.toContain('<pre');
  edit('officers.yaml', '"01721587011"', '01721587011');
  const page = await homeWith('<pre role="alert">');
  expect(page).toContain('officers.yaml:8:11');
  expect(page).toContain('ভুল: ');
  expect(page).toContain('tel:+8801721587011');
  edit('officers.yaml', ' 01721587011', ' "01700000000"');
  expect(await homeWith('tel:+8801700000000')).not.toContain('<pre');
  program.child.kill('SIGTERM');
  expect((await program.ended).stdout).toContain('officers.yaml:8:11');
});

test('npm run dev that starts with bad data tells them on its page', async () => {
  edit('officers.yaml', '"01721587011"', '01721587011');
  program = run(process.execPath, ['src/commands/dev.ts'], { PORT: '0', DATA_DIR: folder });
  expect(await home()).toContain('officers.yaml:8:11');
});
