// The structure that the README describes, checked against the import statements.

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A layer imports only from itself and from those before it. */
const layers = [
  'typed.ts',
  'newest.ts',
  'lru-cache.ts',
  'bangla',
  'charter',
  'data',
  'import',
  'search',
  'site',
  'http',
  'config.ts',
  'commands',
  'server.ts',
  'start.js',
];

/** The folder in which each third-party package is used. */
const homes: Record<string, string[]> = {
  '@expo-google-fonts/noto-sans-bengali': ['site'],
  '@fontsource/noto-sans-bengali': ['site'],
  '@resvg/resvg-js': ['site'],
  'dejavu-fonts-ttf': ['site'],
  express: ['http'],
  fflate: ['import', 'site'],
  harfbuzzjs: ['site'],
  helmet: ['http'],
  htmlparser2: ['import'],
  'js-yaml': ['data'],
  leven: ['data'],
  minisearch: ['search'],
  'libphonenumber-js': ['bangla'],
  negotiator: ['http'],
  nunjucks: ['site'],
  papaparse: ['import', 'site'],
  pino: ['http', 'commands', 'server.ts'],
  uqr: ['site'],
  'write-excel-file': ['site'],
  zod: ['charter', 'data', 'site'],
};

/** Used only with a setting, and the only package that a production install does without. */
const optional: Record<string, string[]> = { 'pino-pretty': ['server.ts'] };

/** 'libphonenumber-js/max' is a part of the package libphonenumber-js. */
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

const sources = globSync('src/**/*.{ts,js}').map((path) => ({
  path,
  layer: path.split('/')[1] as string,
  imports: [...readFileSync(path, 'utf8').matchAll(/(?:\bfrom |^import |import\()'([^']+)'/gm)].map(
    ([, name]) => name as string,
  ),
}));

test('every source file is in a layer', () => {
  expect(sources.length).toBeGreaterThan(15);
  for (const { layer } of sources) expect(layers).toContain(layer);
});

test('no file imports from a later layer', () => {
  for (const { path, layer, imports } of sources) {
    for (const name of imports.filter((name) => name.startsWith('.'))) {
      const target = new URL(name, `file:///${path}`).pathname.split('/')[2] as string;
      expect(layers.indexOf(target), `${path} imports ${name}`).toBeLessThanOrEqual(
        layers.indexOf(layer),
      );
    }
  }
});

test('the program in production does not import the import', () => {
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    const { imports = [] } = sources.find((source) => source.path === path) ?? {};
    for (const name of imports.filter((name) => name.startsWith('.')))
      visit(new URL(name, `file:///${path}`).pathname.slice(1));
  };
  visit('src/server.ts');
  expect(reached.size).toBeGreaterThan(40);
  expect([...reached].filter((path) => path.startsWith('src/import/'))).toEqual([]);
});

test('each package is used in one place, and each dependency is used', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(Object.keys(dependencies).sort()).toEqual(Object.keys(homes).sort());
  for (const { path, layer, imports } of sources) {
    for (const name of imports.filter((name) => !/^(\.|node:)/.test(name))) {
      expect({ ...homes, ...optional }[packageOf(name)], `${path} imports ${name}`).toContain(
        layer,
      );
    }
  }
});

test('only config.ts reads the environment, which only entry points pass to it', () => {
  for (const { path } of sources) {
    const text = readFileSync(path, 'utf8');
    if (!/^src\/(server|commands\/(check|dev|export))\.ts$/.test(path))
      expect(text, path).not.toContain('process.env');
    expect(text, path).not.toMatch(/console\./);
  }
});

test('the commands of deploy/ need no package, for the checkout that they run from has none', () => {
  const files = globSync('deploy/*.{ts,js}');
  expect(files.length).toBeGreaterThan(5);
  for (const path of files)
    for (const [, name] of readFileSync(path, 'utf8').matchAll(/(?:\bfrom |import\()'([^']+)'/g))
      expect(name, path).toMatch(/^(node:|\.\/[a-z]+\.ts$|\.\.\/src\/commands\/node-version\.js$)/);
});

test('no template turns escaping off', () => {
  for (const path of globSync('views/**/*.njk')) {
    expect(readFileSync(path, 'utf8'), path).not.toMatch(/\|\s*safe|autoescape/);
  }
});
