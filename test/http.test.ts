// The app over HTTP: routes, methods, encodings, conditional requests, headers and errors.

import { once } from 'node:events';
import { get, type IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import nunjucks from 'nunjucks';
import { pino } from 'pino';
import request from 'supertest';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createHttpServer } from '../src/http/connections.ts';
import { createHandler } from '../src/http/handler.ts';
import { buildSite } from '../src/site/build.ts';
import { type SearchAnswer, type Site, sheetPaths } from '../src/site/site.ts';
import { app, charter, publicUrl, serveCharter, site } from './support/site.ts';

const resourceOf = (path: string) => site.resources.get(path) ?? site.sheets.get(path);
const bytesOf = (path: string) => resourceOf(path)?.bodies.identity.bytes as Buffer;
await site.sheets.make('/charter.pdf');
const everything = [...site.resources.keys(), ...sheetPaths(publicUrl)];

/** Returns the bytes on the wire: supertest unpacks bodies, and that would hide them. */
async function raw(path: string, acceptEncoding: string) {
  await using server = await serveCharter();
  const asked = get(server.url + path, { headers: { 'Accept-Encoding': acceptEncoding } });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

test.each(everything)(
  'GET %s answers with its bytes, HEAD with the same headers and none',
  async (path) => {
    const got = await request(app).get(path).buffer().expect(200);
    expect(Buffer.from(got.text ?? got.body)).toEqual(bytesOf(path));
    const { date: _, ...headers } = got.headers;
    const head = await request(app).head(path).set('Accept-Encoding', 'gzip, deflate').expect(200);
    expect(head.headers).toMatchObject(headers);
    expect(head.text ?? '').toBe('');
  },
);

const kept = everything.filter((path) => path !== '/healthz');
test.each(kept)('%s has a strong tag that is answered with 304', async (path) => {
  const { headers } = await request(app).get(path).expect(200);
  expect(headers.etag).toMatch(/^"[\w-]{22}"$/);
  for (const tag of [headers.etag, `"other", ${headers.etag}`, `W/${headers.etag}`, '*']) {
    const again = await request(app)
      .get(path)
      .set('If-None-Match', tag as string);
    expect(again.status, tag).toBe(304);
    expect(again.headers.etag).toBe(headers.etag);
  }
  await request(app).get(path).set('If-None-Match', '"other"').expect(200);
});

const unpack = { br: brotliDecompressSync, gzip: gunzipSync, none: Buffer.from };
test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'none'],
  ['identity', 'none'],
  ['*', 'br'],
  ['', 'none'],
] as const)('Accept-Encoding "%s" is answered with %s', async (accepted, expected) => {
  const tags = new Set();
  for (const path of ['/services', '/fonts/LICENSE.txt', '/favicon.svg']) {
    const { headers, body } = await raw(path, accepted);
    expect(headers['content-encoding'] ?? 'none').toBe(expected);
    expect(headers.vary).toBe('Accept-Encoding');
    const text = unpack[expected](body)
      .toString()
      .replaceAll(/http(:|%3A)/g, 'https$1');
    expect(text).toBe(
      bytesOf(path)
        .toString()
        .replaceAll(/https?(:|%3A)/g, 'https$1'),
    );
    tags.add(headers.etag);
  }
  expect(tags.size).toBe(3);
});

test('fonts are sent as they are', async () => {
  const fonts = everything.filter((path) => path.endsWith('.woff2'));
  expect(fonts).toHaveLength(3);
  for (const path of fonts) {
    const { headers } = await raw(path, 'gzip, br');
    expect(headers['content-type']).toBe('font/woff2');
    expect(headers['content-encoding']).toBeUndefined();
  }
});

test('the health of the server is a word and the version of the data', async () => {
  const health = await request(app).get('/healthz').expect(200, `ok ${site.version}\n`);
  expect(health.headers['content-type']).toBe('text/plain; charset=utf-8');
});

/** The header policy, to the letter. */
const policy = {
  'content-security-policy': `default-src 'none';style-src ${site.styleSources.join(' ')};img-src 'self';font-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';require-trusted-types-for 'script';upgrade-insecure-requests`,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

test.each([
  ['GET', '/', 200],
  ['HEAD', '/', 200],
  ['GET', '/healthz', 200],
  ['GET', '/favicon.svg', 200],
  ['GET', '/services/', 301],
  ['GET', '/no-such-page', 404],
  ['HEAD', '/no-such-page', 404],
  ['GET', '/%E0%A4%A', 400],
  ['POST', '/', 405],
  ['DELETE', '/no-such-page', 405],
  ['OPTIONS', '/', 204],
])('%s %s answers %i under the one header policy', async (method, path, status) => {
  const verb = method.toLowerCase() as 'get';
  const response = await request(app)[verb](path).expect(status);
  expect(response.headers).toMatchObject(policy);
  for (const name of ['x-powered-by', 'server', 'set-cookie', 'access-control-allow-origin']) {
    expect(response.headers).not.toHaveProperty(name);
  }
});

test.each([
  ['/no-such-page', 404, 'পাতাটি পাওয়া যায়নি'],
  ['/services/no-such-service', 404, 'পাতাটি পাওয়া যায়নি'],
  ['/services/e-filing/more', 404, 'পাতাটি পাওয়া যায়নি'],
  ['/%3Cscript%3Ealert(1)%3C/script%3E', 404, 'পাতাটি পাওয়া যায়নি'],
  ['/__proto__', 404, 'পাতাটি পাওয়া যায়নি'],
  ['/..%2f..%2fpackage.json', 404, 'পাতাটি পাওয়া যায়নি'],
  ['//example.com', 404, 'পাতাটি পাওয়া যায়নি'],
  ['//example.com/', 404, 'পাতাটি পাওয়া যায়নি'],
  ['/%', 400, 'অনুরোধটি বোঝা যায়নি'],
  ['/%ff', 400, 'অনুরোধটি বোঝা যায়নি'],
])(
  '%s answers %i with a helpful page that repeats nothing of the request',
  async (path, status, heading) => {
    const { text } = await request(app).get(path).expect(status);
    expect(text).toContain(`${heading}</h1>`);
    expect(text).toContain('href="/services"');
    expect(text).not.toMatch(/alert\(1\)|example\.com|__proto__/);
    expect(text).toContain('<meta name="robots" content="noindex">');
  },
);

test.each(['post', 'put', 'patch', 'delete'] as const)(
  '%s is not allowed, and says what is',
  async (method) => {
    const { text, headers } = await request(app)[method]('/').send('a=1').expect(405);
    expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(text).toContain('এই ঠিকানায় এভাবে অনুরোধ করা যায় না</h1>');
  },
);

test('the page that suggests another is rendered once for all addresses that come near to that', () => {
  const suggestion = site.missing('/servicess');
  expect(suggestion.bodies.identity.bytes.toString()).toContain('<a href="/services">সেবাসমূহ</a>');
  expect(site.missing('/serviices')).toBe(suggestion);
  expect(site.missing('/contacts')).not.toBe(suggestion);
});

test('a slash at the end leads to the page without it', async () => {
  const { headers } = await request(app).get('/services/e-filing/').expect(301);
  expect(headers.location).toBe('/services/e-filing');
});

test.each(['।', '॥', '.', ',', ')', '…', '!', '”', '\u200b', ' ', '/।', '।)', '%2C', '%3B', '*_'])(
  'a path with %j at its end leads to the page',
  async (tail) => {
    for (const path of ['/', '/services', '/services/e-filing', '/charter.json']) {
      const { headers } = await request(app)
        .get(encodeURI(path + tail).replace('%25', '%'))
        .expect(301);
      expect(headers.location).toBe(path);
    }
    const { text } = await request(app).get('/search?q=form');
    const searched = encodeURI(`/search${tail}`).replace('%25', '%');
    expect((await request(app).get(`${searched}?q=form`).expect(200)).text).toBe(text);
  },
);

test('the open data, and nothing else, may be read by pages of other sites', async () => {
  const open = ['/charter.json', '/charter.schema.json', '/services.csv', '/services.xlsx'];
  for (const path of everything) {
    const { headers } = await request(app).get(path);
    const again = await request(app)
      .get(path)
      .set('If-None-Match', headers.etag ?? '"none"');
    for (const { 'access-control-allow-origin': origin, ...rest } of [headers, again.headers]) {
      expect(origin, path).toBe(open.includes(path) ? '*' : undefined);
      expect(rest).toMatchObject({
        ...policy,
        'cross-origin-resource-policy': open.includes(path) ? 'cross-origin' : 'same-origin',
      });
    }
  }
});

test.each(everything)(
  '%s is found with its letters percent-encoded (RFC 3986 §6.2.2.2)',
  async (path) => {
    const encoded = path.replace(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
    const { headers } = await request(app).get(encoded).expect(200);
    expect(headers['content-type']).toBe(resourceOf(path)?.contentType);
  },
);

test('the search is found with its letters percent-encoded', async () => {
  const { text } = await request(app).get('/search?q=form').expect(200);
  for (const path of ['/%73earch?q=form', '/s%65arch/?q=form'])
    expect((await request(app).get(path).expect(200)).text).toBe(text);
});

test('an encoded slash, question mark or hash does not divide a path (RFC 3986 §2.2)', async () => {
  for (const path of ['/services%2Fe-filing', '/services%2f', '/search%3Fq=form', '/search%23'])
    await request(app).get(path).expect(404);
});

test('control characters and controls of direction in a query are neither shown nor searched for', async () => {
  const codes = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
  const ranges = [codes(0, 8), codes(0xe, 0x1f), codes(0x7f, 0x9f), codes(0x202a, 0x202e)];
  const controls = [
    ...ranges.flat(),
    ...codes(0x2066, 0x2069),
    '\u061c',
    '\u200e',
    '\u200f',
    '\ufffe',
  ];
  const { text: plain } = await request(app).get('/search?q=form').expect(200);
  for (const control of controls) {
    const query = encodeURIComponent(`fo${control}rm${control}`);
    const { text } = await request(app).get(`/search?q=${query}`).expect(200);
    expect(text, query).toBe(plain);
  }
  // Line breaks divide words, and joiners are letters of Bengali words.
  const { text } = await request(app).get(
    '/search?q=e%0Afiling+%E0%A6%B0%E2%80%8D%E0%A7%8D%E0%A6%AF%E0%A6%BE%E0%A6%AC',
  );
  expect(text).toContain('“e filing র\u200d্যাব”');
});

test('the query is ignored, whatever its form', async () => {
  for (const query of ['?a=1', '?a[b]=1&a=2', '?%', '?<script>', '?__proto__[x]=1']) {
    await request(app).get(`/${query}`).expect(200);
  }
});

test('Host is never used', async () => {
  const { text } = await request(app).get('/').set('Host', 'evil.example').expect(200);
  expect(text).not.toContain('evil.example');
});

describe('a fault while one request is answered', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const secret = new Error('a secret of the machine');
  const fail = () => {
    throw secret;
  };

  /** Returns a server of a site, and the lines it logs. */
  async function serve(of: Site) {
    const lines: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => lines.push(line) });
    const handler = createHandler(of, { https: true, logger });
    const server = createHttpServer(() => handler, 5000);
    // Only what is tested here closes a connection.
    server.timeout = 0;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return {
      lines,
      url: `http://127.0.0.1:${port}`,
      async [Symbol.asyncDispose]() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  }

  test.each([
    ['writeHead', 'GET', '/services'],
    ['writeHead', 'GET', '/search?q=passport'],
    ['writeHead', 'GET', '/no-such-page'],
    ['writeHead', 'GET', '/services/'],
    ['writeHead', 'GET', '/%'],
    ['setHeader', 'POST', '/'],
    ['the renderer', 'GET', '/search?q=rendered'],
    ['the index', 'GET', '/search?q=indexed'],
    ['a promise', 'GET', '/search?q=promised'],
    ['what throws nothing', 'GET', '/search?q=nothing'],
  ])(
    'in %s, for %s %s: one helpful page, one line, and the site goes on',
    async (place, method, path) => {
      // Parts of the page of results are rendered once, for the first search.
      let broken = place === 'the renderer' ? await buildSite(charter, publicUrl) : site;
      if (place === 'the renderer')
        vi.spyOn(nunjucks.Template.prototype, 'render').mockImplementation(fail);
      else if (place === 'the index')
        vi.spyOn(MiniSearch.prototype, 'search').mockImplementation(fail);
      else if (place === 'a promise') broken = { ...site, search: () => Promise.reject(secret) };
      else if (place === 'what throws nothing')
        broken = { ...site, search: () => Promise.reject() };
      else vi.spyOn(ServerResponse.prototype, place as 'writeHead').mockImplementationOnce(fail);
      await using server = await serve(broken);
      const response = await fetch(server.url + path, { method });
      expect(response.status).toBe(500);
      const text = await response.text();
      expect(text).toContain('দুঃখিত, এখন পাতাটি দেখানো যাচ্ছে না</h1>');
      expect(text).toContain('href="tel:+8801721587011"');
      expect(text).not.toMatch(/secret|at .*:\d+/);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        ...policy,
        'cache-control': 'no-store',
      });
      expect(server.lines).toHaveLength(1);
      if (place !== 'what throws nothing') expect(server.lines[0]).toContain(secret.message);
      expect((await fetch(`${server.url}/services`)).status).toBe(200);
      expect((await fetch(`${server.url}/no-such-page`)).status).toBe(404);
    },
  );

  test.each([
    ['end', '/services'],
    ['end', '/search?q=passport'],
    ['end', '/no-such-page'],
    ['end', '/services/'],
    ['every writeHead', '/services'],
    ['every writeHead', '/search?q=passport'],
  ])('in %s, for %s: a closed connection, one line, and the site goes on', async (place, path) => {
    await using server = await serve(site);
    const spy = vi.spyOn(ServerResponse.prototype, place === 'end' ? 'end' : 'writeHead');
    if (place === 'end') spy.mockImplementationOnce(fail);
    else spy.mockImplementation(fail);
    await expect(fetch(server.url + path)).rejects.toThrow('fetch failed');
    spy.mockRestore();
    expect(server.lines).toHaveLength(1);
    expect(server.lines[0]).toContain(secret.message);
    expect((await fetch(`${server.url}/services`)).status).toBe(200);
  });

  test('in a sheet that several ask for before Express is loaded: one line, for they get one app', async () => {
    await using server = await serve({
      ...site,
      sheets: { ...site.sheets, make: () => Promise.reject(secret) },
    });
    const sheet = `${server.url}/services/${charter.services[0]?.id}.pdf`;
    const answers = await Promise.all([1, 2, 3].map(() => fetch(sheet)));
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 500]);
    expect(server.lines).toHaveLength(1);
  });

  test('in the middle of a pipeline: what was asked before it is answered', async () => {
    let answer = (_: SearchAnswer) => {};
    const slow = new Promise<SearchAnswer>((resolve) => {
      answer = resolve;
    });
    await using server = await serve({ ...site, search: () => slow });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    ask('/search?q=slow');
    vi.spyOn(ServerResponse.prototype, 'end').mockImplementationOnce(fail);
    ask('/services');
    await vi.waitUntil(() => server.lines.length > 0);
    answer(await site.search('passport'));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*<\/html>\n$/);
    expect(server.lines).toHaveLength(1);
  });
});
