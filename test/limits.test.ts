// Hostile and slow clients on raw sockets: the real server with its limits.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import {
  assert,
  asyncProperty,
  constantFrom,
  integer,
  string,
  tuple,
  uint8Array,
} from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toBengaliDigits } from '../src/bangla/digits.ts';
import { limits } from '../src/http/limits.ts';
import { serveCharter } from './support/site.ts';
import { exchange } from './support/wire.ts';

let server: Awaited<ReturnType<typeof serveCharter>>;
let port: number;
beforeAll(async () => {
  server = await serveCharter();
  ({ port } = server);
});
afterAll(() => server[Symbol.asyncDispose]());

const send = (bytes: string | Uint8Array, patience?: number) => exchange(port, bytes, patience);

const get = (target: string, headers = 'Host: a') =>
  `GET ${target} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`;
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1]);

/** Expects the headers that every answer has, whoever made it. */
function expectPolicy(answer: string): void {
  const [head] = answer.split('\r\n\r\n') as [string];
  expect(head).toMatch(/^Content-Security-Policy: default-src 'none';/im);
  expect(head).toMatch(/^X-Content-Type-Options: nosniff\r$/im);
  expect(head).not.toMatch(/^(Server|X-Powered-By|Set-Cookie):/im);
}

test.each([
  ['no host', get('/', 'X: y'), 400],
  ['two hosts', get('/', 'Host: a\r\nHost: b'), 400],
  ['a host with a path', get('/', 'Host: a/b'), 400],
  ['a host with a user', get('/', 'Host: a@b'), 400],
  ['a host that is a list', get('/', 'Host: a, b'), 400],
  ['an empty host', get('/', 'Host:'), 400],
  ...['.', '..a', 'a..b', '-a', 'a-.b', 'a~', 'a:99999', 'a:1a', '1.2.3', '1.2.3.256', 'ক'].map(
    (host): [string, string, number] => [`the host ${host}`, get('/', `Host: ${host}`), 400],
  ),
  ...[
    '[::]]',
    '[::1',
    '[1.2.3.4]',
    '[:::]',
    '::1',
    `${'a'.repeat(64)}.b`,
    `${'a.'.repeat(127)}a`,
  ].map((host): [string, string, number] => [`the host ${host}`, get('/', `Host: ${host}`), 400]),
  ...[
    'A.b-c.Example.',
    'my_site:3000',
    'xn--54b7fta0cc',
    '1.2.3.4:80',
    '[::ffff:1.2.3.4]',
    '1a',
  ].map((host): [string, string, number] => [`the host ${host}`, get('/', `Host: ${host}`), 200]),
  ['a host with an empty port', get('/', 'Host: a:'), 200],
  ['HTTP/1.0 without a host', 'GET / HTTP/1.0\r\n\r\n', 200],
  ['HTTP/1.0 with two hosts', 'GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n', 400],
  ['a host with a port and brackets', get('/', 'Host: [::1]:80'), 200],
  ['a bare percent sign', get('/%'), 400],
  ['half an encoding', get('/%E0%A4%A'), 400],
  ['an encoded null byte', get('/%00'), 404],
  ['a raw null byte', get('/\0'), 400],
  ['a space in the address', get('/a b'), 400],
  ['traversal', get('/../../etc/passwd'), 404],
  ['encoded traversal', get('/%2e%2e/%2e%2e/etc/passwd'), 404],
  ['doubly encoded traversal', get('/%252e%252e%252fetc%252fpasswd'), 404],
  ['backslash traversal', get('/..\\..\\package.json'), 404],
  ['traversal below the fonts', get('/fonts/..%2f..%2fpackage.json'), 404],
  ['another site as the address', get('http://evil.example/services'), 200],
  ['another site and no path', get('http://evil.example'), 200],
  ['another site, its page with a tail', get('http://evil.example/services/?q=//a'), 301],
  ['another site, its search', get('http://evil.example/search?q=form'), 200],
  ['another site and half an encoding', get('http://evil.example/%E0%A4%A'), 400],
  ['a fragment', get('/services#top'), 200],
  ['another site with a name that is none', get('http://evil..example/services'), 400],
  ['another site on a port that is none', get('http://evil.example:991.1/'), 400],
  ['no address at all', get('services'), 400],
  ['everything', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 204],
  ['a redirect elsewhere', get('//evil.example/'), 404],
  ['a backslash redirect', get('/\\evil.example/'), 404],
  ['an encoded redirect', get('/%2f%2fevil.example/'), 404],
  ['11 KB of address', get(`/${'a'.repeat(11_000)}`), 414],
  ['64 KB of address', get(`/${'a'.repeat(65_536)}`), 431],
  ['64 KB of headers', get('/', `Host: a\r\nX: ${'a'.repeat(65_536)}`), 431],
  ['a body', 'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello', 413],
  [
    'a chunked body',
    'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    413,
  ],
  ['a posted body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello', 405],
  [
    'a body to be asked for',
    'POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n',
    405,
  ],
  ['two lengths', get('/', 'Host: a\r\nContent-Length: 1\r\nContent-Length: 2'), 400],
  [
    'length and chunks',
    get('/', 'Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked'),
    400,
  ],
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
  ['CONNECT', 'CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
  ['an unknown method', 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['a known strange method', 'PROPFIND / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 405],
  ['HTTP/2 by force', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['an upgrade', get('/', 'Host: a\r\nUpgrade: websocket'), 200],
  ['a header that splits', get('/search?q=%0d%0aSet-Cookie:%20a=b'), 200],
  ['a template', get('/search?q={{7*7}}{%25%20include%20"x"%20%25}'), 200],
  ['array parameters', get('/search?q[]=a&q[b][c]=d&q=e&q=f'), 200],
  ['a prototype', get('/search?__proto__[q]=a&constructor=b'), 200],
  ['a wrong range', get('/', 'Host: a\r\nRange: bytes=9999999-'), 200],
  ['a killer range', get('/', `Host: a\r\nRange: bytes=${'0-,'.repeat(1000)}0-`), 200],
  ['another version wanted', get('/', 'Host: a\r\nIf-Match: "other"'), 412],
  ['any version wanted', get('/', 'Host: a\r\nIf-Match: *'), 200],
  ['a date that is none', get('/', 'Host: a\r\nIf-Modified-Since: yesterday'), 200],
  ['a tag that is none', get('/', 'Host: a\r\nIf-None-Match: \xff,,W/,'), 200],
])('%s gets its answer under the one policy', async (_name, request, status) => {
  const answer = await send(Buffer.from(request, 'latin1'));
  expect(statusOf(answer)).toBe(status);
  expectPolicy(answer);
  expect(answer).not.toMatch(/evil\.example|\n\s+at |node_modules/);
  if (status === 405) expect(answer).toMatch(/^Allow: GET, HEAD, OPTIONS\r$/im);
  const [, said] = /ত্রুটি ([০-৯]+)/.exec(Buffer.from(answer, 'latin1').toString()) ?? [];
  if (said) expect(said).toBe(toBengaliDigits(String(status)));
});

test('no spelling of a path leads to a file', async () => {
  const up = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '....//', '%252e%252e%252f'];
  const files = ['package.json', 'public/tokens.css', 'data/office.yaml', 'etc/passwd'];
  for (const prefix of ['/', '/fonts/', '/services/', '/contact/']) {
    for (const depth of [0, 1, 2, 3, 8]) {
      const targets = up.flatMap((step) => files.map((file) => prefix + step.repeat(depth) + file));
      for (const answer of await Promise.all(targets.map((target) => send(get(target))))) {
        expect([400, 404]).toContain(statusOf(answer));
        expect(answer).not.toMatch(/"citizens-charter"|font-face \{|^department:|^root:/m);
      }
    }
  }
});

test('nothing hides behind a body: what follows it is not a request', async () => {
  const hidden = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';
  for (const method of ['GET', 'POST', 'OPTIONS']) {
    const answer = await send(
      `${method} / HTTP/1.1\r\nHost: a\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}${hidden}`,
    );
    expect(answer.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
  }
});

test('requests of all kinds in one packet are answered in order, on one connection', async () => {
  const kinds: [string, number][] = [
    ['GET /healthz', 200],
    ['POST /', 405],
    ['GET /search?q=form', 200],
    ['DELETE /contact', 405],
    ['HEAD /services', 200],
    ['OPTIONS *', 204],
    ['GET /services/', 301],
    ['PUT /no-such-page', 405],
    ['GET /no-such-page', 404],
    ['GET /%', 400],
  ];
  const asked = Array.from({ length: 60 }, (_, n) => kinds[n % kinds.length] as [string, number]);
  const packet = asked.map(([line]) => `${line} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n`);
  const answers = (await send(packet.join(''), 1500)).split(/^(?=HTTP\/1\.1 )/m);
  expect(answers.map(statusOf)).toEqual(asked.map(([, status]) => status));
  for (const answer of answers) expectPolicy(answer);
});

const healthz = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';
/** The maximum requests that one connection may send at once: one that is answered, and those that wait. */
const mostAtOnce = 1 + limits.waitingPerConnection;

test('a connection may send thousands of requests', async () => {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  for (let batch = 0; batch < 40; batch++) {
    socket.write(healthz.repeat(mostAtOnce));
    for (let answers = 0; answers < mostAtOnce; ) {
      const [text] = (await once(socket, 'data')) as [string];
      answers += text.match(/^HTTP\/1\.1 200 /gm)?.length ?? 0;
    }
  }
  socket.destroy();
});

test('a connection with too many unanswered requests is closed, and others are served meanwhile', async () => {
  const flood = Array.from({ length: 30 }, () => send(healthz.repeat(mostAtOnce + 1), 2000));
  const { status } = await fetch(`${server.url}/services`);
  expect(status).toBe(200);
  for (const answer of await Promise.all(flood))
    expect((answer.match(/^HTTP\/1\.1 /gm) ?? []).length).toBeLessThan(mostAtOnce);
});

const target = string({ unit: 'binary', maxLength: 40 }).map(encodeURI);
test('whatever is asked, the answer is neither a fault of ours nor an echo', async () => {
  await assert(
    asyncProperty(
      constantFrom('GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'PATCH'),
      target,
      constantFrom('/', '/search?q=', '/services/', '/fonts/', '//', '/contact/'),
      async (method, text, prefix) => {
        const answer = await send(
          `${method} ${prefix}${text} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
        );
        expect(statusOf(answer)).toBeGreaterThanOrEqual(200);
        expect(statusOf(answer)).toBeLessThan(500);
        expectPolicy(answer);
      },
    ),
    { numRuns: 200 },
  );
});

test('whatever bytes come, the server stays', async () => {
  await assert(
    asyncProperty(
      tuple(uint8Array({ maxLength: 300 }), integer({ min: 0, max: 60 })),
      async ([bytes, at]) => {
        const request = Buffer.from(get('/services'));
        const mixed = Buffer.concat([request.subarray(0, at), bytes, request.subarray(at)]);
        const status = statusOf(await send(mixed, 150));
        // No answer is an answer too: the request may not be complete.
        expect(Number.isNaN(status) || (status >= 200 && status < 500)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
  expect((await fetch(server.url)).status).toBe(200);
});

test('who waits for a sheet is not cut for being silent', () => {
  expect(limits.sheetWait).toBeLessThan(limits.timeout);
});

describe('slow clients', () => {
  const CLIENTS = 200;

  /** Opens sockets that each send a little at times, and resolves when the server has closed all of them. */
  async function untilCut(first: string, more: string): Promise<void> {
    const sockets = await Promise.all(
      Array.from({ length: CLIENTS }, async (): Promise<Socket> => {
        const socket = connect(port, '127.0.0.1').on('error', () => {});
        await once(socket, 'connect');
        if (first) socket.write(first);
        return socket.resume();
      }),
    );
    const drip = setInterval(() => {
      if (more) for (const socket of sockets) if (socket.writable) socket.write(more);
    }, 1000);
    await Promise.all(sockets.map((socket) => socket.closed || once(socket, 'close')));
    clearInterval(drip);
  }

  test('those who never finish are cut, and others are served meanwhile', async () => {
    let [isCut, served] = [false, 0];
    const citizen = (async () => {
      while (!isCut) {
        expect((await fetch(`${server.url}/services`)).ok).toBe(true);
        served += 1;
        await wait(500);
      }
    })();
    // The limits say how soon they are cut. The test's own time limit ends the wait.
    await Promise.all([
      untilCut('GET / HTTP/1.1\r\nHost: a\r\n', 'X: y\r\n'),
      untilCut('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n', 'a'),
      untilCut('', ''),
    ]);
    isCut = true;
    await citizen;
    // Who has to wait until the others are cut is served twice at the most.
    expect(served).toBeGreaterThan(2);
  });
});
