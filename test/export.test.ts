// npm run export: the site as files.

import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFolder } from '../src/commands/export-folder.ts';
import { siteFiles } from '../src/site/files.ts';
import { loadAxe, violations } from './support/axe.ts';
import { dataFolder, withDataCopy } from './support/data.ts';
import { run, startArguments } from './support/process.ts';
import { sharedBrowser } from './support/shared-browser.ts';
import { charter, offices, pagePaths, publicUrl } from './support/site.ts';

const root = mkdtempSync(join(tmpdir(), 'charter-export-'));
afterAll(() => rmSync(root, { recursive: true }));

const exportedOf = (data: string, ...args: string[]) =>
  run(process.execPath, ['src/commands/export.ts', ...args], { DATA_DIR: data });
const exported = (...args: string[]) => exportedOf(dataFolder, ...args);
/** Where it does not matter what is exported. */
const minimalFolder = 'test/fixtures/minimal';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** Returns the name of a page's file. */
const fileOf = (path: string) => `${path}/index.html`.replace(/^\/+/, '');

describe('the files of a site', () => {
  const folder = join(root, 'site');
  beforeAll(async () => {
    const { status, stderr } = await exported(folder, '--url', publicUrl).ended;
    expect(status, stderr).toBe(0);
  });

  const firstSheet = `services/${charter.services[0]?.id}.pdf`;

  test('are byte for byte what the server sends, compressed copies too', async () => {
    const program = run(process.execPath, startArguments, {
      PORT: '0',
      PUBLIC_URL: publicUrl,
      DATA_DIR: dataFolder,
    });
    const url = (await program.url) as string;
    const encodings = { '.gz': 'gzip', '.br': 'br' };
    const different: string[] = [];
    let compared = 0;
    for (const name of filesIn(folder)) {
      const ending = name.endsWith('.gz') ? '.gz' : name.endsWith('.br') ? '.br' : undefined;
      const original = ending ? name.slice(0, -3) : name;
      // The page of the search is the export's own. The PDF worker makes the sheets of all services alike: one is enough.
      if (original === 'search/index.html' || /^\.(charter-export|nojekyll)$/.test(original))
        continue;
      if (original.startsWith('services/') && original.endsWith('.pdf') && original !== firstSheet)
        continue;
      const [response] = (await once(
        get(`${url}/${original.replace(/\/?index\.html$/, '')}`, {
          headers: { 'accept-encoding': ending ? encodings[ending] : 'identity' },
          agent: false,
        }),
        'response',
      )) as [IncomingMessage];
      const body = await buffer(response);
      if (!body.equals(readFileSync(join(folder, name)))) different.push(name);
      expect(response.statusCode, name).toBe(original === '404.html' ? 404 : 200);
      expect(response.headers['content-encoding'], name).toBe(ending && encodings[ending]);
      compared += 1;
    }
    program.child.kill('SIGTERM');
    await program.ended;
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(60);
  });

  test('are all there: pages, sheets, feeds, data, fonts; what is not compressed already has copies', () => {
    const names = filesIn(folder);
    expect(names).toEqual(expect.arrayContaining(pagePaths.map(fileOf)));
    expect(names).toEqual(
      expect.arrayContaining([
        ...['charter.pdf', 'charter-a3.pdf', 'share.png', 'sitemap.xml', 'robots.txt'],
        ...['opensearch.xml', 'charter.json', 'charter.schema.json', 'services.csv', '404.html'],
        'services.xlsx',
        ...['contact/programmer.vcf', 'favicon.svg', 'fonts/LICENSE.txt', '.nojekyll'],
      ]),
    );
    const originals = names.filter(
      (name) => !/\.(gz|br|pdf|png|woff2|xlsx)$|^\.(charter-export|nojekyll)$/.test(name),
    );
    for (const name of originals)
      expect(names).toEqual(expect.arrayContaining([`${name}.gz`, `${name}.br`]));
  });

  test('have a list of all services in place of the search, which says so', () => {
    const html = readFileSync(join(folder, 'search/index.html'), 'utf8');
    expect(html).toContain('খোঁজার ব্যবস্থা নেই');
    expect(html).not.toContain('<form');
    const services = pagePaths.filter((path) => path.startsWith('/services/'));
    for (const path of services) expect(html).toContain(`href="${path}"`);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('action="/search"');
  });

  test('are replaced by --force alone, and what no export has written stays', async () => {
    const before = filesIn(folder).sort();
    mkdirSync(join(folder, 'services/own'));
    writeFileSync(join(folder, 'own.txt'), 'kept');
    writeFileSync(join(folder, 'services/own/notes.txt'), 'kept too');
    symlinkSync('nowhere', join(folder, 'link'));
    const refused = await exportedOf(minimalFolder, folder).ended;
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('--force');
    expect(filesIn(folder).sort()).toEqual([...before, 'own.txt', 'services/own/notes.txt'].sort());

    const forced = await exportedOf(minimalFolder, folder, '--force').ended;
    expect(forced.status, forced.stderr).toBe(0);
    expect(filesIn(folder)).toContain('services/fry-sale/index.html');
    expect(filesIn(folder)).not.toContain('services/e-filing/index.html');
    expect(readFileSync(join(folder, 'own.txt'), 'utf8')).toBe('kept');
    expect(readFileSync(join(folder, 'services/own/notes.txt'), 'utf8')).toBe('kept too');
    expect(readlinkSync(join(folder, 'link'))).toBe('nowhere');
    expect(readdirSync(root)).toEqual(['site']);
  });
});

describe('the folder of an export', () => {
  const home = join(root, 'folders');
  const make = (name: string, ...files: string[]) => {
    for (const file of files) {
      mkdirSync(dirname(join(home, name, file)), { recursive: true });
      writeFileSync(join(home, name, file), '');
    }
  };
  const kept = ['program', 'person/data'].map((name) => join(home, name));
  beforeAll(() => {
    for (const name of ['empty', ...kept])
      mkdirSync(join(home, name.replace(home, '')), { recursive: true });
    make('export', 'index.html', '.charter-export');
    make('looks-like-one', 'index.html', 'charter.json');
    make('program', '.charter-export');
    make('person', '.charter-export');
    make('', 'file');
    symlinkSync('export', join(home, 'link'));
    symlinkSync('/', join(home, 'root'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  test.each([
    // asked, --force, what is said; undefined where it may be written
    ['new', false, undefined],
    ['new/deep', true, undefined],
    ['empty', false, undefined],
    ['export', false, 'add --force'],
    ['export', true, undefined],
    ['link', true, undefined],
    ['looks-like-one', true, 'empty it yourself'],
    ['looks-like-one', false, 'empty it yourself'],
    ['file', true, 'Not a folder'],
    ['program', true, 'not to be deleted'],
    ['person', true, 'not to be deleted'],
    ['person/data', true, 'not to be deleted'],
    ['.', true, 'not to be deleted'],
    ['root', true, 'root of a drive'],
    ['/', true, 'root of a drive'],
    ['/proc', true, 'root of a drive'],
  ])('%s, --force %s: %s', (asked, force, said) => {
    const check = () => checkFolder(resolve(home, asked), force, kept);
    if (said === undefined) expect(check()).toBe(resolve(home, asked.replace('link', 'export')));
    else expect(check).toThrow(said);
  });
});

describe('nothing is left of an export that fails', () => {
  const folder = join(root, 'failed', 'site');
  const nothing = () =>
    expect(existsSync(dirname(folder)) ? readdirSync(dirname(folder)) : []).toEqual([]);

  test('for bad data, with the problems', async () => {
    await withDataCopy(async (data) => {
      writeFileSync(join(data, 'office.yaml'), 'departmnt: x\n');
      const { status, stderr } = await exportedOf(data, folder).ended;
      expect(status).toBe(1);
      expect(stderr).toContain('office.yaml:1');
    });
    nothing();
  });

  test('for a sheet that cannot be made, in one line', async () => {
    // No data that the check accepts do that; an address of the site that nobody has can.
    const url = `https://${'a.'.repeat(600)}example`;
    const { status, stderr } = await exportedOf(minimalFolder, folder, '--url', url).ended;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^".*" reaches over the edge of page \d\.\n$/);
    nothing();
  });

  test.each([
    ['SIGINT', 300],
    ['SIGTERM', 700],
    ['SIGHUP', 'while it writes'],
  ] as const)('for %s after %s', async (signal, moment) => {
    mkdirSync(dirname(folder), { recursive: true });
    const program = exportedOf(minimalFolder, folder);
    if (typeof moment === 'number') await wait(moment);
    else while (readdirSync(dirname(folder)).length === 0) await wait(5);
    program.child.kill(signal);
    await program.ended;
    // It may have been done before.
    if (existsSync(folder)) expect(filesIn(folder)).toContain('charter.pdf');
    rmSync(folder, { recursive: true, force: true });
    nothing();
  });

  test('for a disk that takes nothing more, in one line', async () => {
    mkdirSync(dirname(folder), { recursive: true });
    // The limit is on the size of a file, in blocks of 1024 bytes; the fonts are larger.
    const command = `ulimit -f 30; exec '${process.execPath}' src/commands/export.ts '${folder}'`;
    const program = run('bash', ['-c', command], { DATA_DIR: minimalFolder });
    const { status, stderr } = await program.ended;
    expect(status).toBe(1);
    expect(stderr).toMatch(/^EFBIG.*\n$/);
    nothing();
  });

  test.each([
    [[], 'Name one folder'],
    [['a', 'b'], 'Name one folder'],
    [['a', '--no'], "Unknown option '--no'"],
    [['a', '--url', 'charter'], '/ --url "charter" should be'],
  ])('for %j', async (args, message) => {
    const { status, stderr } = await exported(...args).ended;
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe.each(offices)('$name, with relative links', ({ site }) => {
  test('every link leads to a file, and its anchor to an element', () => {
    const files = new Map(
      [...siteFiles(site, new Map(), true)].map(([name, { bodies }]) => [
        name,
        bodies.identity.bytes.toString(),
      ]),
    );
    const broken: string[] = [];
    for (const [name, html] of files) {
      if (!name.endsWith('.html')) continue;
      const links = [...html.matchAll(/\b(?:href|action|src)="([^"]*)"|\burl\(([^)]*)\)/g)];
      expect(links.length).toBeGreaterThan(5);
      for (const [, attribute, url] of links) {
        const address = attribute ?? url ?? '';
        if (/^(https?|tel|mailto|data|geo|sms):/.test(address)) continue;
        const [path = '', anchor] = address.split('#');
        const target = path === '' ? name : normalize(join(dirname(name), path));
        const found = files.get(target);
        // The sheets are made later.
        const isFound = site.sheets.paths.has(path) || found !== undefined;
        if (!isFound || (anchor && !found?.includes(`id="${anchor}"`)))
          broken.push(`${name}: ${address}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

test('with relative links the site opens from a folder, without a server', async () => {
  const folder = join(root, 'মেলার "কপি" #1');
  const { status, stderr } = await exportedOf(minimalFolder, folder, '--relative').ended;
  expect(status, stderr).toBe(0);
  const page = await (await sharedBrowser()).newPage();
  await loadAxe(page);
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.evaluate('document.fonts.ready');
  expect(await page.evaluate('document.fonts.check("16px Noto Sans Bengali", "ক")')).toBe(true);
  await page.click('nav.menu a:has-text("সেবাসমূহ")');
  await page.click('text=পোনা বিক্রয়');
  expect(await page.textContent('h1')).toContain('পোনা বিক্রয়');
  await page.fill('input[name=q]', 'পুকুর');
  await page.click('form button');
  expect(await page.textContent('main')).toContain('খোঁজার ব্যবস্থা নেই');
  expect(await violations(page)).toEqual([]);
  await page.click('text=পুকুর বিষয়ে পরামর্শ');
  expect(await page.textContent('h1')).toContain('পুকুর');
  await page.close();
  expect(failed).toEqual([]);
});
