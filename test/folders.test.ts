// The staff's commands work from folders named as on Windows: with spaces, Bengali letters and semicolons. Data and exports
// may also lie under backslashes; code may not, for Node itself finds no module under one outside of Windows. What only a
// Windows machine can show is not tried: its shell, its file locks, its own npm.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './support/process.ts';

const root = mkdtempSync(join(tmpdir(), 'charter-folders-'));
const project = join(root, `আমার 'কাগজ'; $HOME & "সনদ" #1 100%`);
const data = join(project, 'C:\\Users\\সনদ; ১');

beforeAll(() => {
  mkdirSync(project);
  for (const name of ['package.json', 'src', 'views', 'public'])
    cpSync(name, join(project, name), { recursive: true });
  // The least charter is enough: what it says does not matter here.
  cpSync('test/fixtures/minimal', data, { recursive: true });
  mkdirSync(join(project, 'data/schema'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Runs a script of package.json through npm's shell, under the Node of these tests. */
const npm = (...args: string[]) => {
  const path = `${resolve('node_modules/.bin')}:${process.env.PATH}`;
  return run(
    'npm',
    ['run', '--silent', ...args],
    { PATH: path, HOME: root, PORT: '0', DATA_DIR: data },
    project,
  );
};

test('no script of package.json needs a shell', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [name, script] of Object.entries(scripts))
    expect(script, name).toMatch(/^[\w./=-]+( [\w./=-]+)*$/);
});

test('npm run check', async () => {
  const { status, stdout, stderr } = await npm('check').ended;
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('Problems: 0');
});

test('npm run schemas', async () => {
  const { status, stderr } = await npm('schemas').ended;
  expect(status, stderr).toBe(0);
  const written = readFileSync(join(project, 'data/schema/office.schema.json'), 'utf8');
  expect(written).toBe(readFileSync('data/schema/office.schema.json', 'utf8'));
});

test('npm run export, into such a folder too', async () => {
  const { status, stderr } = await npm('export', '--', 'D:\\মেলার কপি; ১').ended;
  expect(status, stderr).toBe(0);
  expect(existsSync(join(project, 'D:\\মেলার কপি; ১', 'charter.pdf'))).toBe(true);
});

test.each([
  ['start', '/charter.pdf', 'application/pdf'],
  ['dev', '/services/fry-sale', 'text/html; charset=utf-8'],
])('npm run %s, with %s', async (script, path, type) => {
  const program = npm(script);
  const url = await program.url;
  expect(url, program.log()).toBeDefined();
  expect((await fetch(url + path)).headers.get('content-type')).toBe(type);
  process.kill(-program.pid, 'SIGTERM');
  await program.ended;
});
