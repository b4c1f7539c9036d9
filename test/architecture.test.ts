// The structure that the README describes. Biome's rules hold the imports (biome.jsonc); here, that the rules do.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const sources = globSync('src/**/*.{ts,js}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

/** Files, what they may import, and what Biome refuses. */
const imports: [path: string, allowed: string[], refused: string[]][] = [
  ['src/bangla/new.ts', ['./digits.ts', 'node:fs'], ['../charter/values.ts', '../typed.ts', 'zod']],
  ['src/charter/new.ts', ['../bangla/digits.ts', 'zod'], ['../data/load.ts', 'express']],
  [
    'src/data/new.ts',
    ['../charter/values.ts', 'js-yaml'],
    ['../site/site.ts', '../import/read/document.ts'],
  ],
  ['src/import/new.ts', ['../data/load.ts', 'fflate'], ['../site/site.ts', '../config.ts', 'pino']],
  [
    'src/import/read/new.ts',
    ['../source.ts', '../grids/align.ts', '../../bangla/digits.ts', 'fflate'],
    ['../import-charter.ts', '../../site/site.ts', 'zod'],
  ],
  ['src/search/new.ts', ['../charter/values.ts', 'minisearch'], ['../data/load.ts', 'zod']],
  [
    'src/site/new.ts',
    ['../search/search.ts', './html/render.ts'],
    ['../http/send.ts', '../import/read/document.ts'],
  ],
  [
    'src/site/html/new.ts',
    ['../views.ts', '../../data/load.ts'],
    ['../../http/send.ts', '../../config.ts'],
  ],
  [
    'src/http/new.ts',
    ['../site/site.ts', 'express'],
    ['../charter/values.ts', '../commands/dev.ts'],
  ],
  [
    'src/commands/new.ts',
    ['../import/read/document.ts', '../http/send.ts', 'htmlparser2'],
    ['../process.ts', 'express'],
  ],
  [
    'src/new.ts',
    ['./site/build.ts', 'node:timers/promises'],
    ['./import/read/document.ts', './commands/dev.ts', 'express'],
  ],
];

test('each layer may import only from itself and those above it, and packages have one home', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'));
  cpSync('biome.jsonc', join(folder, 'biome.jsonc'));
  for (const [path, allowed, refused] of imports) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const lines = [...allowed, ...refused].map((name) => `import '${name}';\n`);
    writeFileSync(join(folder, path), lines.join(''));
  }
  const { stdout } = spawnSync(
    resolve('node_modules/.bin/biome'),
    [
      'lint',
      '--only=style/noRestrictedImports',
      '--vcs-enabled=false',
      '--reporter=json',
      '--max-diagnostics=none',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { message: string; location: { path: string } }[];
  };
  for (const [path, , refused] of imports) {
    const found = diagnostics.filter(({ location }) => location.path === path);
    expect(found.map(({ message }) => message)).toEqual(
      refused.map((name) => `Do not import '${name}'.`),
    );
  }
});

test('every source file is in a layer that has a rule', () => {
  expect(sources.length).toBeGreaterThan(100);
  const rules = readFileSync('biome.jsonc', 'utf8');
  for (const { path } of sources) {
    const [, folder] = path.split('/');
    expect(rules, path).toContain(folder?.includes('.') ? '"src/*"' : `"src/${folder}/`);
  }
});

test('each dependency is used', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  // Fonts are named in addresses of their files.
  const all = sources.map(({ text }) => text).join('\n');
  const unused = Object.keys(dependencies).filter(
    (name) => !new RegExp(`['\`/]${name}['/]`).test(all),
  );
  expect(unused).toEqual([]);
});

test('only config.ts reads the environment, which only entry points pass to it', () => {
  for (const { path, text } of sources)
    if (!/^src\/(process|commands\/(check|dev|export))\.ts$/.test(path))
      expect(text, path).not.toContain('process.env');
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
