// Kept sites: the next start reads what this one has built, and never shows what has changed since.

import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../src/site/store.ts';
import { dataFolder } from './support/data.ts';
import { type Running, run } from './support/process.ts';
import { publicUrl, site } from './support/site.ts';

const temporary = mkdtempSync(join(tmpdir(), 'charter-store-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** A copy of the data in a folder of its own, and a store that keeps its site. */
function newStore() {
  const root = mkdtempSync(join(temporary, 'a-'));
  const [data, sites] = [join(root, 'data'), join(root, 'sites')];
  cpSync(dataFolder, data, { recursive: true });
  return {
    data,
    look: openStore(sites, data, publicUrl),
    file: () => join(sites, readdirSync(sites)[0] as string),
  };
}

test('what is kept is what was built', async () => {
  const { look } = newStore();
  expect(look().kept).toBeUndefined();
  look().keep(site);
  const { kept } = look();
  expect(kept).toEqual({
    ...site,
    search: expect.any(Function),
    addSheets: expect.any(Function),
    finish: expect.any(Function),
  });
  for (const query of ['portal', 'প্রশিক্ষণ', 'সহকারী প্রোগ্রামার', 'x'.repeat(200)])
    expect(await kept?.search(query)).toEqual(await site.search(query));
});

test('a change of the data, and of any file of them, is built anew', () => {
  const { data, look } = newStore();
  look().keep(site);
  for (const name of readdirSync(data).filter((name) => name.endsWith('.yaml'))) {
    const path = join(data, name);
    const before = readFileSync(path);
    writeFileSync(path, Buffer.concat([before, Buffer.from('\n')]));
    expect(look().kept, name).toBeUndefined();
    rmSync(path);
    expect(look().kept, `${name} removed`).toBeUndefined();
    writeFileSync(path, before);
    expect(look().kept, `${name} put back`).toBeDefined();
  }
});

test('what changes while the site is built is not kept under the old data', () => {
  const { data, look } = newStore();
  const { keep } = look();
  writeFileSync(join(data, 'synonyms.yaml'), '- [ক, খ]\n');
  keep(site);
  expect(look().kept).toBeUndefined();
  writeFileSync(join(data, 'synonyms.yaml'), readFileSync(join(dataFolder, 'synonyms.yaml')));
  expect(look().kept).toBeUndefined();
});

test('another address has another site', () => {
  const { data, look, file } = newStore();
  look().keep(site);
  const other = openStore(join(file(), '..'), data, 'https://other.example');
  expect(other().kept).toBeUndefined();
  other().keep(site);
  expect(look().kept).toBeDefined();
});

test('a damaged file is no site', () => {
  const { look, file } = newStore();
  look().keep(site);
  const whole = readFileSync(file());
  const damages: [string, Buffer][] = [
    ['empty', Buffer.alloc(0)],
    ['cut short', whole.subarray(0, whole.length - 1)],
    ['cut within its head', whole.subarray(0, 40)],
    ['of zeros', Buffer.alloc(whole.length)],
    ...[10, 40, 64, 5000, whole.length - 1].map((at): [string, Buffer] => {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] as number) ^ 1;
      return [`flipped at ${at}`, flipped];
    }),
  ];
  for (const [what, bytes] of damages) {
    writeFileSync(file(), bytes);
    expect(look().kept, what).toBeUndefined();
  }
  look().keep(site);
  expect(look().kept).toBeDefined();
});

test('the folder holds so many sites, and nothing else', () => {
  const sites = join(temporary, 'many');
  for (let number = 0; number < 20; number++)
    openStore(sites, dataFolder, `https://${number}.example`)().keep(site);
  expect(readdirSync(sites)).toHaveLength(16);
  expect(openStore(sites, dataFolder, 'https://19.example')().kept).toBeDefined();
});

test('without a folder nothing is kept, and nothing fails', () => {
  const look = openStore(undefined, dataFolder, publicUrl);
  look().keep(site);
  expect(look().kept).toBeUndefined();
});

describe('a program of its own', () => {
  const root = join(temporary, 'program');
  const settings = {
    PORT: '0',
    LOG_LEVEL: 'debug',
    NODE_COMPILE_CACHE: join(temporary, 'cache'),
  };

  beforeAll(async () => {
    for (const name of ['src', 'views', 'public', 'data', 'package.json'])
      cpSync(name, join(root, name), { recursive: true });
    mkdirSync(join(root, 'node_modules'));
    for (const name of readdirSync('node_modules')) {
      const [from, to] = [join('node_modules', name), join(root, 'node_modules', name)];
      if (name === '.package-lock.json') cpSync(from, to);
      else symlinkSync(join(process.cwd(), from), to);
    }
    const first = start();
    await first.url;
    const version = readdirSync(settings.NODE_COMPILE_CACHE)[0] as string;
    const sites = join(settings.NODE_COMPILE_CACHE, version, 'sites');
    while (!existsSync(sites) || readdirSync(sites).join().length !== 16) await wait(50);
    await stop(first);
  });

  const start = (more: Record<string, string> = {}) =>
    run(process.execPath, ['src/start.js'], { ...settings, ...more }, root);
  const stop = async ({ child, ended }: Running) => {
    child.kill('SIGTERM');
    const { stderr } = await ended;
    return stderr.includes('"isKept":true');
  };
  /** What a page of a new process shows, and whether it was kept. */
  const visit = async (path: string, more?: Record<string, string>) => {
    const program = start(more);
    const text = await (await fetch((await program.url) + path)).text();
    return { text, isKept: await stop(program) };
  };

  test('starts with the kept site, sheets and all', async () => {
    const program = start();
    const url = await program.url;
    for (const path of ['/', '/charter.pdf', '/share.png', '/search?q=portal', '/no-such-page'])
      expect((await fetch(url + path)).status, path).toBe(path === '/no-such-page' ? 404 : 200);
    expect(await stop(program)).toBe(true);
  });

  /** Changes a file of the program while `use` runs. */
  const withChange = async (
    file: string,
    from: string,
    to: string,
    use: () => Promise<void>,
  ): Promise<void> => {
    const path = join(root, file);
    const old = readFileSync(path, 'utf8');
    expect(old).toContain(from);
    writeFileSync(path, old.replace(from, to));
    try {
      await use();
    } finally {
      writeFileSync(path, old);
    }
  };

  test.each([
    ['the data', 'data/charter.yaml', 'vision: ', 'vision: নতুন লেখা ', '/'],
    ['a template', 'views/home.njk', '<h1', '<p>নতুন লেখা</p><h1', '/'],
    ['a part of a template', 'views/parts/share.njk', '<h2', '<p>নতুন লেখা</p><h2', '/'],
    ['the style', 'public/style.css', 'body {', 'body { content: "নতুন লেখা";', '/'],
    ['the code', 'src/site/feeds.ts', 'User-agent: *', 'User-agent: নতুন লেখা', '/robots.txt'],
  ])('shows a change of %s', async (_, file, from, to, path) => {
    await withChange(file, from, to, async () => {
      const { text, isKept } = await visit(path);
      expect(text).toContain('নতুন লেখা');
      expect(isKept).toBe(false);
    });
    expect(await visit(path)).toMatchObject({ isKept: true });
  });

  test('builds anew with other packages, and for another address', async () => {
    await withChange('node_modules/.package-lock.json', '"packages"', ' "packages"', async () => {
      expect(await visit('/')).toMatchObject({ isKept: false });
    });
    const elsewhere = await visit('/', { PUBLIC_URL: 'https://other.example' });
    expect(elsewhere.isKept).toBe(false);
    expect(elsewhere.text).toContain('https://other.example/');
  });

  test('serves on where nothing can be kept, and says so', async () => {
    const cache = join(temporary, 'full');
    const program = start({ NODE_COMPILE_CACHE: cache, LOG_LEVEL: 'warn' });
    const url = await program.url;
    const [version] = readdirSync(cache) as [string];
    writeFileSync(join(cache, version, 'sites'), 'not a folder');
    const [log] = await once(program.child.stderr as NodeJS.ReadableStream, 'data');
    expect(JSON.parse(String(log))).toMatchObject({
      level: 40,
      msg: 'the site cannot be kept: the next start builds it again',
    });
    expect((await fetch(`${url}/charter.pdf`)).status).toBe(200);
    await stop(program);
  });

  test('keeps nothing that is neither of the program that runs nor of the one on disk', async () => {
    // At this address nothing is kept, so all of the program is loaded now.
    const elsewhere = { PUBLIC_URL: 'https://elsewhere.example' };
    const program = start(elsewhere);
    const url = await program.url;
    const pageOf = async () => (await fetch(`${url}/`)).text();
    await withChange('data/charter.yaml', 'vision: ', 'vision: নতুন লেখা ', async () => {
      await withChange('src/site/feeds.ts', 'User-agent: *', 'User-agent: new', async () => {
        await withChange('views/home.njk', '<h1', '<p>নতুন ছাঁচ</p><h1', async () => {
          program.child.kill('SIGHUP');
          while (!(await pageOf()).includes('নতুন লেখা')) await wait(50);
          // When the posters are there, the site is finished.
          expect((await fetch(`${url}/charter.pdf`)).status).toBe(200);
          await stop(program);
          expect((await visit('/robots.txt', elsewhere)).text).toContain('User-agent: new');
        });
      });
      const { text } = await visit('/', elsewhere);
      expect(text).toContain('নতুন লেখা');
      expect(text).not.toContain('নতুন ছাঁচ');
    });
  });
});
