// Kept sites: the next start reads what this one has built, and never shows what has changed since.

import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileNames, readSources, type Sources } from '../src/charter/sources.ts';
import { fingerprintProgram, readSite, type Slot, slotFor, writeSite } from '../src/site/store.ts';
import { keptSites } from './support/cache.ts';
import { dataFolder } from './support/data.ts';
import { type Running, run } from './support/process.ts';
import { publicUrl, site } from './support/site.ts';

const temporary = mkdtempSync(join(tmpdir(), 'charter-store-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const program = fingerprintProgram() as Buffer;
const sources = readSources(dataFolder);

/** The place of a site in a folder of its own. */
function slotOf({
  data = sources,
  url = publicUrl,
  sites = mkdtempSync(join(temporary, 'sites-')),
}: {
  data?: Sources;
  url?: string;
  sites?: string;
} = {}): Slot {
  return slotFor(sites, dataFolder, url, program, data) as Slot;
}

test('what is kept is what was built', async () => {
  const slot = slotOf();
  expect(readSite(slot)).toBeUndefined();
  writeSite(slot, site);
  const kept = readSite(slot);
  expect(kept).toEqual({
    ...site,
    search: expect.any(Function),
    addSheets: expect.any(Function),
    finish: expect.any(Function),
  });
  for (const query of ['portal', 'প্রশিক্ষণ', 'সহকারী প্রোগ্রামার', 'x'.repeat(200)])
    expect(await kept?.search(query)).toEqual(await site.search(query));
});

test.each(fileNames)('a change of %s is another site in the same place', (name) => {
  const slot = slotOf();
  writeSite(slot, site);
  const { bytes } = sources[name] as { bytes: Buffer };
  const data = { ...sources, [name]: { bytes: Buffer.concat([bytes, Buffer.from('\n')]) } };
  const changed = slotOf({ data, sites: dirname(slot.path) });
  expect(changed.path).toBe(slot.path);
  expect(readSite(changed)).toBeUndefined();
  expect(readSite(slot)).toBeDefined();
});

test('data that cannot be read have no place', () => {
  const data: Sources = { ...sources, 'synonyms.yaml': { rule: 'missing-file' } };
  expect(slotFor(temporary, dataFolder, publicUrl, program, data)).toBeUndefined();
});

test('another address has a place of its own', () => {
  const slot = slotOf();
  writeSite(slot, site);
  const other = slotOf({ url: 'https://other.example', sites: dirname(slot.path) });
  expect(readSite(other)).toBeUndefined();
  writeSite(other, site);
  expect(readSite(slot)).toBeDefined();
});

test('a damaged file is no site', () => {
  const slot = slotOf();
  writeSite(slot, site);
  const whole = readFileSync(slot.path);
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
    writeFileSync(slot.path, bytes);
    expect(readSite(slot), what).toBeUndefined();
  }
  writeSite(slot, site);
  expect(readSite(slot)).toBeDefined();
});

test('a folder holds so many sites, the newest, and nothing else', () => {
  const sites = mkdtempSync(join(temporary, 'sites-'));
  const slots = Array.from({ length: 20 }, (_, number) =>
    slotOf({ url: `https://${number}.example`, sites }),
  );
  for (const slot of slots) writeSite(slot, site);
  expect(readdirSync(sites)).toHaveLength(16);
  expect(readSite(slots.at(-1) as Slot)).toBeDefined();
});

test('a site that cannot be written leaves nothing half done', () => {
  const slot = slotOf();
  mkdirSync(slot.path);
  expect(() => writeSite(slot, site)).toThrow();
  expect(readdirSync(dirname(slot.path))).toHaveLength(1);
});

describe('a program of its own', () => {
  const root = join(temporary, 'program');
  const cache = join(temporary, 'cache');
  const settings = { PORT: '0', LOG_LEVEL: 'debug', NODE_COMPILE_CACHE: cache };

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
    while (keptSites(cache).length === 0) await wait(50);
    await stop(first);
    [keptFile] = keptSites(cache) as [string];
    copyFileSync(keptFile, join(temporary, 'kept'));
  });
  let keptFile: string;

  const running: Running[] = [];
  const start = (more: Record<string, string> = {}) => {
    const program = run(process.execPath, ['src/start.js'], { ...settings, ...more }, root);
    running.push(program);
    return program;
  };
  // Those that a failing test has not stopped.
  afterEach(() => {
    for (const { child } of running.splice(0)) child.kill('SIGKILL');
  });
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
      // A slow machine may have kept the changed site meanwhile.
      copyFileSync(join(temporary, 'kept'), keptFile);
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
    const full = join(temporary, 'full');
    const program = start({ NODE_COMPILE_CACHE: full, LOG_LEVEL: 'warn' });
    const url = await program.url;
    const [version] = readdirSync(full) as [string];
    writeFileSync(join(full, version, 'sites'), 'not a folder');
    while (!program.log().includes('the site cannot be kept: the next start builds it again'))
      await wait(50);
    expect(program.log()).toContain('"level":40');
    expect((await fetch(`${url}/charter.pdf`)).status).toBe(200);
    await stop(program);
  });

  test('takes new data at a reload, and refuses bad ones, when it has started with a kept site', async () => {
    const program = start();
    const url = await program.url;
    const shows = async (text: string) => (await (await fetch(`${url}/`)).text()).includes(text);
    await withChange('data/charter.yaml', 'vision: ', 'vision:', async () => {
      program.child.kill('SIGHUP');
      while (!program.log().includes('not reloaded: the data are bad')) await wait(20);
      expect(await shows('নতুন লেখা')).toBe(false);
    });
    await withChange('data/charter.yaml', 'vision: ', 'vision: নতুন লেখা ', async () => {
      program.child.kill('SIGHUP');
      while (!(await shows('নতুন লেখা'))) await wait(20);
    });
    program.child.kill('SIGHUP');
    while (await shows('নতুন লেখা')) await wait(20);
    expect(await stop(program)).toBe(true);
  });

  test('does not reload, nor keep anything, when the program has changed on disk', async () => {
    // At this address nothing is kept, so the site is built.
    const elsewhere = { PUBLIC_URL: 'https://elsewhere.example' };
    const program = start(elsewhere);
    const url = await program.url;
    await withChange('views/home.njk', '<h1', '<p>নতুন ছাঁচ</p><h1', async () => {
      await withChange('data/charter.yaml', 'vision: ', 'vision: নতুন লেখা ', async () => {
        program.child.kill('SIGHUP');
        while (!program.log().includes('the program has changed on disk')) await wait(20);
        expect(await (await fetch(`${url}/`)).text()).not.toContain('নতুন লেখা');
        // When the posters are there, the site is finished, and would be kept.
        expect((await fetch(`${url}/charter.pdf`)).status).toBe(200);
        await wait(200);
      });
    });
    await stop(program);
    expect(await visit('/', elsewhere)).toMatchObject({ isKept: false });
  });
});
