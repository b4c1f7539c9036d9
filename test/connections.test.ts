// The limits on connections, each at its edge: what it still allows, and what is one too many. The limits of time and of
// connections are smaller here, to be quick.

import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { limits } from '../src/http/limits.ts';
import type { SearchAnswer, Site } from '../src/site/site.ts';
import { serve, site } from './support/site.ts';
import { ask, exchange, headOf } from './support/wire.ts';

vi.mock(import('../src/http/limits.ts'), async (original) => ({
  limits: {
    ...(await original()).limits,
    headersTimeout: 200,
    requestTimeout: 300,
    connectionsCheckingInterval: 50,
    timeout: 1000,
    maxConnections: 4,
    waitingPerConnection: 3,
    connectionsWithWaiting: 2,
  } as unknown as typeof limits,
}));

const health = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';
const search = 'GET /search?q=form HTTP/1.1\r\nHost: a\r\n\r\n';

/** Returns a connection that is open, and what it has received so far. */
async function open(port: number) {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const received = { text: '' };
  socket.setEncoding('latin1').on('data', (text) => {
    received.text += text;
  });
  await once(socket, 'connect');
  return { socket, answers: () => received.text.match(/^HTTP\/1\.1 200 /gm)?.length ?? 0 };
}
type Connection = Awaited<ReturnType<typeof open>>;
const expectClosed = async ({ socket }: Connection) => {
  if (!socket.closed) await once(socket, 'close');
};
const expectAnswers = ({ answers }: Connection, count: number) =>
  vi.waitUntil(() => answers() === count, { timeout: 120_000 });

/** Returns a server whose searches are answered when the test says so. */
async function serveSlowly() {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow: Site['search'] = async (query): Promise<SearchAnswer> => {
    await answered;
    return site.search(query);
  };
  return { server: await serve({ ...site, search: slow }), answer };
}

test.each([
  [limits.urlLength, 404],
  [limits.urlLength + 1, 414],
])('a path of %i letters: %i', async (length, status) => {
  await using server = await serve(site);
  expect(headOf(await exchange(server.port, ask(`GET /${'q'.repeat(length - 1)}`))).status).toBe(
    status,
  );
});

test('a query of a thousand letters fits into the address', async () => {
  await using server = await serve(site);
  const { status } = headOf(
    await exchange(server.port, ask(`GET /search?q=${'%E0%A6%95'.repeat(1000)}`)),
  );
  expect(status).toBe(400);
});

test.each([
  [limits.maxHeaderSize - 200, 200],
  [limits.maxHeaderSize + 200, 431],
])('%i bytes of headers: %i', async (length, status) => {
  await using server = await serve(site);
  expect(headOf(await exchange(server.port, ask('GET /', `X: ${'q'.repeat(length)}`))).status).toBe(
    status,
  );
});

test.each([
  [limits.maxHeadersCount, 200],
  [limits.maxHeadersCount + 1, 431],
])('%i headers: %i', async (count, status) => {
  await using server = await serve(site);
  // Host and Connection are two.
  const others = Array.from({ length: count - 2 }, (_, at) => `X-${at}: q`);
  expect(headOf(await exchange(server.port, ask('GET /', ...others))).status).toBe(status);
});

test.each([
  ['nothing', '', 408],
  ['half a head', 'GET / HTTP/1.1\r\nHost: a\r\n', 408],
  ['half a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nq', 405],
])('the connection of who sends $0 and no more is closed: $2', async (_, request, status) => {
  await using server = await serve(site);
  const answer = headOf(await exchange(server.port, request, 30_000));
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
});

test('a connection on which nothing happens is closed, also while an answer is due', async () => {
  const { server: running } = await serveSlowly();
  await using server = running;
  expect(await exchange(server.port, search, 30_000)).toBe('');
});

test('one connection too many is closed, and one that ends makes room', async () => {
  await using server = await serve(site);
  const most = Array.from({ length: limits.maxConnections }, () => open(server.port));
  const served = await Promise.all(most);
  await expectClosed(await open(server.port));
  for (const one of served) one.socket.write(health);
  await Promise.all(served.map((one) => expectAnswers(one, 1)));
  served[0]?.socket.destroy();
  let isServed = false;
  while (!isServed) isServed = (await exchange(server.port, ask('GET /healthz'))) !== '';
});

test('as many requests as may wait are answered, and the next ones too', async () => {
  const { server: running, answer } = await serveSlowly();
  await using server = running;
  const one = await open(server.port);
  answer();
  for (let round = 1; round <= 2; round++) {
    one.socket.write(search + health.repeat(limits.waitingPerConnection));
    await expectAnswers(one, round * (1 + limits.waitingPerConnection));
  }
});

test('one request more closes the connection, without an answer to any', async () => {
  const { server: running, answer } = await serveSlowly();
  await using server = running;
  const one = await open(server.port);
  one.socket.write(search + health.repeat(limits.waitingPerConnection + 1));
  // When this is answered, the server has read what came before it.
  await exchange(server.port, ask('GET /healthz'));
  answer();
  await expectClosed(one);
  expect(one.answers()).toBe(0);
});

describe('requests wait on as many connections as may have such', () => {
  /** Returns the connections on which they wait, and another one. */
  async function fill(port: number) {
    const [other, ...full] = (await Promise.all(
      Array.from({ length: 1 + limits.connectionsWithWaiting }, () => open(port)),
    )) as [Connection, ...Connection[]];
    for (const { socket } of full) socket.write(search + health + health);
    // One request alone waits for none.
    other.socket.write(health);
    await expectAnswers(other, 1);
    return { other, full };
  }

  test('one more is closed, and those are answered', async () => {
    const { server: running, answer } = await serveSlowly();
    await using server = running;
    const { other, full } = await fill(server.port);
    other.socket.write(search + health);
    await expectClosed(other);
    answer();
    await Promise.all(full.map((one) => expectAnswers(one, 3)));
  });

  test('one that is answered makes room', async () => {
    const { server: running, answer } = await serveSlowly();
    await using server = running;
    const { other, full } = await fill(server.port);
    answer();
    await Promise.all(full.map((one) => expectAnswers(one, 3)));
    other.socket.write(search + health + health);
    await expectAnswers(other, 4);
  });

  test('one that closes makes room', async () => {
    const { server: running, answer } = await serveSlowly();
    await using server = running;
    const { other, full } = await fill(server.port);
    full[0]?.socket.destroy();
    let newer: Connection;
    let trips = 1;
    // Until the server has noticed the end.
    do {
      newer = await open(server.port);
      newer.socket.write(search + health);
      other.socket.write(health);
      trips += 1;
      await expectAnswers(other, trips);
    } while (newer.socket.closed);
    answer();
    await expectAnswers(newer, 2);
  });
});
