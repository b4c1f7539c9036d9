// The answers to searches: rendered into a page shell, compressed once, cached within a limit, and made in turn.

import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, get, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import request from 'supertest';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createHandler } from '../src/http/handler.ts';
import { createSearch } from '../src/search/search.ts';
import { createRenderer } from '../src/site/html/render.ts';
import { createSearchAnswers } from '../src/site/html/search-page.ts';
import { readStylesheets } from '../src/site/html/stylesheets.ts';
import { bodyIn } from '../src/site/resource.ts';
import type { Site } from '../src/site/site.ts';
import { dataFolder } from './support/data.ts';
import { run, startArguments } from './support/process.ts';
import { app, charter, publicUrl, silent, site } from './support/site.ts';

describe('answers', () => {
  const render = createRenderer({ charter, styles: readStylesheets().styles, publicUrl });
  const bytesOf = (answers: ReturnType<typeof createSearchAnswers>, query: string) => {
    const { resource } = answers(query);
    return [
      resource.bodies.identity.bytes.toString(),
      bodyIn('gzip', resource).bytes.toString('hex'),
    ];
  };
  const words = ['প্রশিক্ষণ', 'প্রশিক্ষন', 'portal', 'PORTAL', 'পাসপোর্ট', '<b>', ''];
  const queries = fc
    .array(fc.constantFrom(...words), { maxLength: 2 })
    .map((parts) => parts.join(' '));

  test('have the same bytes with and without the cache', () => {
    const caching = createSearchAnswers(charter, render);
    const rendering = createSearchAnswers(charter, render, 1);
    fc.assert(
      fc.property(queries, (query) => {
        const expected = bytesOf(rendering, query);
        expect(bytesOf(caching, query)).toEqual(expected);
        expect(bytesOf(caching, query)).toEqual(expected);
      }),
    );
  });

  test('show each query as it was typed', () => {
    const answers = createSearchAnswers(charter, render);
    for (const query of ['portal', 'PORTAL', 'portal', 'ｐｏｒｔａｌ', 'PORTAL'])
      expect(bytesOf(answers, query)[0]).toContain(`value="${query}"`);
  });

  test('escape the texts of the charter, inside marks and around them', () => {
    const services = charter.services.map((service) => ({
      ...service,
      name: '<b>পোর্টাল</b> & "ক"',
    }));
    const answers = createSearchAnswers({ ...charter, services }, render);
    const [html] = bytesOf(answers, 'পোর্টাল');
    expect(html).toContain('&lt;b&gt;<mark>পোর্টাল</mark>&lt;/b&gt; &amp; &quot;ক&quot;</a>');
  });

  test('fill the slots of the page shell, once, whatever is typed', () => {
    const answers = createSearchAnswers(charter, render);
    for (const query of ['portal', 'পাসপোর্ট', '', 'ক'.repeat(101), '<!-- results -->', '$&']) {
      const [html] = bytesOf(answers, query);
      expect(html?.split('<!--'), query).toHaveLength(1);
      for (const part of ['<title>', '<form', '</main>', '</html>'])
        expect(html?.split(part), query).toHaveLength(2);
    }
    expect(bytesOf(answers, '<!-- results -->')[0]).toContain('value="&lt;!-- results --&gt;"');
  });

  test('are made once for a repeated query, and again for one that was dropped', () => {
    const answers = createSearchAnswers(charter, render, 60_000);
    const made = (query: string) => answers(query).resource.bodies.gzip?.bytes;
    const first = made('portal');
    expect(made('portal') === first).toBe(true);
    // Each is a result of a kilobyte at least.
    for (let count = 0; count < 60; count++) made(`portal ${count}`);
    expect(made('portal') === first).toBe(false);
  });

  test('look a repeated word up once, and again if it was dropped', () => {
    const search = vi.spyOn(MiniSearch.prototype, 'search');
    const find = createSearch(charter, 20_000);
    const lookUps = (query: string) => {
      search.mockClear();
      find(query);
      return search.mock.calls.length;
    };
    const both = lookUps('মোবাইল ফোন');
    const rest = lookUps('মোবাইল টেলিফোন');
    expect(rest).toBeLessThan(both);
    for (let count = 0; count < 60; count++) find(`portal${count}`);
    expect(lookUps('মোবাইল টেলিফোন')).toBeGreaterThan(rest);
    search.mockRestore();
  });

  test('take no more memory than their limit says', () => {
    const limit = 4 * 1024 * 1024;
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = () => {
      collect();
      collect();
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const answers = createSearchAnswers(charter, render, limit);
    answers('প্রশিক্ষণ');
    const before = used();
    for (let count = 0; count < 2500; count++) answers(`প্রশিক্ষণ ${count}`);
    expect(used() - before).toBeLessThan(1.5 * limit);
    // They are still held.
    expect(answers('প্রশিক্ষণ 2499').status).toBe(200);
  });
});

describe('in turn', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  const listen = async (handle: RequestListener) => {
    const server = createServer(handle);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  let searches = 0;
  const slow: Site = {
    ...site,
    search(query) {
      searches += 1;
      const until = performance.now() + 5;
      while (performance.now() < until);
      return site.search(query);
    },
  };
  const open = () => listen(createHandler(slow, { https: false, logger: silent }).handle);
  const ask = (url: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      get(url, { agent: false }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      }).once('error', reject);
    });

  /** Returns a connection on which as many searches as given are asked for at once. */
  const searching = async (url: string, count: number) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1').resume();
    await once(socket, 'connect');
    socket.write('GET /search?q=portal HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(count));
    return socket;
  };

  test('a page does not wait for all searches that came before it', async () => {
    const url = await open();
    await ask(`${url}/search?q=a`);
    searches = 0;
    const socket = await searching(url, 40);
    await ask(url);
    expect(searches).toBeLessThan(20);
    socket.destroy();
  });

  test('nothing is searched for a client that has left', async () => {
    const url = await open();
    await ask(`${url}/search?q=a`);
    searches = 0;
    const socket = await searching(url, 40);
    await once(socket, 'data');
    socket.destroy();
    await ask(`${url}/search?q=a`);
    expect(searches).toBeLessThan(20);
  });

  test('a search that fails does not keep the others waiting', async () => {
    const failing: Site = {
      ...site,
      search: (query) => (query === 'bad' ? Promise.reject(new Error('bad')) : site.search(query)),
    };
    const url = await listen(createHandler(failing, { https: false, logger: silent }).handle);
    const asked = ['bad', 'portal', 'bad', 'portal'].map((q) => ask(`${url}/search?q=${q}`));
    expect(await Promise.all(asked)).toEqual([500, 200, 500, 200]);
  });
});

test.each(['identity', 'gzip, br', 'br'])('over HTTP, %s is sent whole', async (accepted) => {
  const expected = (await site.search('portal')).resource.bodies.identity.bytes.toString();
  const { text, headers } = await request(app)
    .get('/search?q=portal')
    .set('Accept-Encoding', accepted)
    .expect(200);
  expect(text).toBe(expected);
  expect(headers['content-encoding']).toBe(accepted.startsWith('gzip') ? 'gzip' : undefined);
  if (!accepted.startsWith('gzip'))
    expect(headers['content-length']).toBe(String(Buffer.byteLength(expected)));
});

test('nothing of a query is written to disk or to the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'));
  const secret = 'zqxsecret';
  const program = run(process.execPath, startArguments, {
    PORT: '0',
    DATA_DIR: dataFolder,
    LOG_LEVEL: 'trace',
    TMPDIR: folder,
    NODE_COMPILE_CACHE: join(folder, 'cache'),
  });
  try {
    const url = await program.url;
    for (const query of [secret, `${secret} portal`, secret])
      expect((await fetch(`${url}/search?q=${query}`)).status).toBe(200);
    process.kill(program.pid, 'SIGTERM');
    const { stdout, stderr } = await program.ended;
    expect(stderr).toContain('/search');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
    expect(files.length).toBeGreaterThan(0);
    for (const text of [stdout, stderr, ...files]) expect(text.includes(secret)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
