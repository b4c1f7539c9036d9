// The README's claims hold.

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const readme = readFileSync('README.md', 'utf8');
const variables = [...readme.matchAll(/^\| `([A-Z_]+)` +\| `([^`]+)` +\|/gm)].map(
  ([, name, value]) => ({
    name: name as string,
    value: value as string,
  }),
);

test('the settings table lists every variable with its default', () => {
  const read: string[] = [];
  readConfig(new Proxy({}, { get: (_, name) => void read.push(String(name)) }));
  expect(variables.map(({ name }) => name)).toEqual(read);
  const settings = Object.fromEntries(
    variables.map(({ name, value }) => [name, value.replace('PORT', '3000')]),
  );
  expect(readConfig(settings)).toEqual(readConfig({}));
});

test('the message it quotes is a real one', () => {
  const shown = readme.match(/```\n(data\/.*?)```/s)?.[1];
  expect(readFileSync('test/fixtures/slips.txt', 'utf8')).toContain(shown);
});

test('every file it links to exists', () => {
  for (const [, path] of readme.matchAll(/\]\(([^)]+)\)/g)) readFileSync(path as string);
});

test('every script that the documents name is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const documents = globSync(['*.md', 'docs/*.md', 'deploy/*.md', 'data/*.md']);
  expect(documents.length).toBeGreaterThan(8);
  for (const path of documents)
    for (const [command, name, more] of readFileSync(path, 'utf8').matchAll(
      /\bnpm run (?:--silent )?([a-z]+)((?:, [a-z]+)*(?: and [a-z]+)?)/g,
    ))
      for (const script of [name, ...(more?.match(/(?<=, | and )[a-z]+(?=,| and |$)/g) ?? [])])
        expect(Object.keys(scripts), `${path}: ${command}`).toContain(script);
});
