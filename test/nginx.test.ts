// More than one process, behind nginx with the configuration of deploy/: nothing that happens to one is seen outside.
// Needs nginx (Debian: nginx-light) and openssl; skipped where they are not.

import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Agent, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:tls';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toTelUri } from '../src/bangla/phone.ts';
import { dataFolder } from './support/data.ts';
import {
  createCertificate,
  hasNginx,
  shippedConfiguration,
  siteName,
  startNginx,
} from './support/nginx.ts';
import { freePort } from './support/port.ts';
import { type Running, run, startArguments } from './support/process.ts';
import { pagePaths, site } from './support/site.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

const decode: Record<string, (body: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (body) => body,
};
const encodings = Object.keys(decode);

/** Asks nginx over TLS, by the site's name; connections are kept as a browser keeps them, where there is an agent. */
function ask(port: number, path: string, headers: Record<string, string> = {}, agent?: Agent) {
  return new Promise<Answer>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      headers: { host: siteName, ...headers },
      servername: siteName,
      rejectUnauthorized: false,
      agent: agent ?? false,
    };
    const request = get(options, (response) => {
      buffer(response).then(
        (body) =>
          resolve({
            status: response.statusCode as number,
            headers: response.headers,
            text: String(decode[response.headers['content-encoding'] ?? 'identity']?.(body)),
          }),
        reject,
      );
    });
    request.on('error', reject);
  });
}

/** Starts nginx with the shipped configuration, and waits until it answers. */
function startShipped(folder: string, port: number, upstreams: number[], isLimited: boolean) {
  createCertificate(folder);
  const configuration = shippedConfiguration({ folder, port, upstreams, isLimited });
  return startNginx(folder, configuration, async () => Boolean(await ask(port, '/robots.txt')));
}

test('nginx and a browser together keep a page for less than five minutes', () => {
  const settings = readFileSync('deploy/nginx.conf', 'utf8').replace(/^\s*#.*$/gm, '');
  const [, fresh] = /proxy_cache_valid 200 (\d+)s;/.exec(settings) ?? [];
  // nginx and browsers count whole seconds, so that each may take one more.
  const left = 300 - (Number(fresh) + 1) - 1;
  expect(left).toBeGreaterThan(0);
  expect(settings).not.toMatch(/updating|background_update|proxy_cache_valid (?!200 )/);
  for (const [path, { cacheControl }] of site.resources) {
    if (path.startsWith('/fonts/') && path.endsWith('.woff2')) continue;
    if (cacheControl === 'no-store') continue;
    const [, maxAge] = /^public, max-age=(\d+)(?:, stale-if-error=\d+)?$/.exec(cacheControl) ?? [];
    expect(Number(maxAge), path).toBeLessThanOrEqual(left);
  }
});

describe.skipIf(!hasNginx)('two processes behind nginx', () => {
  const folder = join(tmpdir(), `charter-nginx-two-${process.pid}`);
  const data = join(folder, 'data');
  const office = join(data, 'office.yaml');
  let ports: number[];
  let processes: Running[];
  let nginx: Running;
  let port: number;
  const agent = new Agent({ keepAlive: true });

  const startProcess = (port: number) =>
    run(process.execPath, startArguments, {
      PORT: String(port),
      DATA_DIR: data,
      PUBLIC_URL: 'https://charter.example',
      KEEP_ALIVE_SECONDS: '65',
    });

  beforeAll(async () => {
    cpSync(dataFolder, data, { recursive: true });
    ports = [await freePort(), await freePort()];
    processes = ports.map(startProcess);
    await Promise.all(processes.map(({ url }) => url));
    port = await freePort();
    nginx = await startShipped(folder, port, ports, false);
  });
  afterAll(async () => {
    agent.destroy();
    nginx.child.kill('SIGTERM');
    for (const { child } of processes) child.kill('SIGKILL');
    await Promise.all([nginx.ended, ...processes.map(({ ended }) => ended)]);
    rmSync(folder, { recursive: true, force: true });
  });

  /**
   * Reads pages without pause while something happens, which can wait for so many more answers; every second one is
   * a search, which is asked of a process, not of the cache.
   */
  async function under(
    load: { fresh: boolean },
    happening: (answered: (more: number) => Promise<void>) => Promise<void>,
  ) {
    const failures: string[] = [];
    let done = false;
    let answers = 0;
    const citizens = Array.from({ length: 8 }, async (_, citizen) => {
      for (let n = 0; !done; n++) {
        const page = pagePaths[n % pagePaths.length] as string;
        const path = load.fresh && n % 2 === 0 ? `/search?q=${citizen}-${n}-${answers}` : page;
        const status = await ask(port, path, {}, agent).then(
          ({ status, text }) => (text.endsWith('</html>\n') ? status : 'cut'),
          String,
        );
        answers += 1;
        if (status !== 200) failures.push(`${path}: ${status}`);
      }
    });
    await happening(async (more) => {
      for (const enough = answers + more; answers < enough; ) await wait(20);
    }).finally(() => {
      done = true;
    });
    await Promise.all(citizens);
    expect(failures).toEqual([]);
  }

  /** Waits until a process has logged something; the test's own time limit ends the wait. */
  async function logged(program: Running | undefined, text: string) {
    while (!program?.log().includes(text)) await wait(20);
  }

  const versions = () =>
    Promise.all(
      ports.map(async (port) => (await fetch(`http://127.0.0.1:${port}/healthz`)).text()),
    );

  test('both give the same bytes, and nginx hands on every header of the policy', async () => {
    for (const path of pagePaths) {
      const direct = ports.map(async (port) => {
        const { headers, ...response } = await fetch(`http://127.0.0.1:${port}${path}`).then(
          async (response) => ({
            headers: Object.fromEntries(response.headers),
            text: await response.text(),
          }),
        );
        return { ...response, etag: headers.etag, csp: headers['content-security-policy'] };
      });
      const answers = await Promise.all([
        ...direct,
        ask(port, path).then(({ headers, text }) => ({
          etag: headers.etag,
          csp: headers['content-security-policy'],
          text,
        })),
      ]);
      expect(answers[1]).toEqual(answers[0]);
      // fetch asks for compression, and so for another tag.
      expect(answers[2]).toEqual({ ...answers[0], etag: expect.stringMatching(/^".+"$/) });
      expect(answers[2]?.csp).toContain("default-src 'none'");
    }
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5', 'br'],
    ['identity', undefined],
  ])('Accept-Encoding "%s" is answered with %s from the cache too', async (accepted, expected) => {
    for (let time = 0; time < 2; time++) {
      const { headers } = await ask(port, '/about', { 'accept-encoding': accepted });
      expect(headers['content-encoding']).toBe(expected);
    }
  });

  test('one is killed under load and comes back: no request fails', async () => {
    await under({ fresh: true }, async (answered) => {
      await answered(20);
      processes[0]?.child.kill('SIGKILL');
      await processes[0]?.ended;
      await answered(100);
      processes[0] = startProcess(ports[0] as number);
      await processes[0].url;
      await answered(20);
    });
  });

  test('new data reach both by a reload, one after the other: no request fails', async () => {
    const before = await versions();
    expect(before[0]).toBe(before[1]);
    await under({ fresh: true }, async (answered) => {
      writeFileSync(office, `${readFileSync(office, 'utf8')}\nreviewed: 2026-11-01\n`);
      for (const program of processes) {
        program.child.kill('SIGHUP');
        await logged(program, '"reloaded"');
        await answered(20);
      }
    });
    const after = await versions();
    expect(after[0]).toBe(after[1]);
    expect(after[0]).not.toBe(before[0]);
  });

  test('after a quiet time, the first reader gets the new number, in each encoding', async () => {
    const path = '/contact';
    const [former, present] = ['01716420468', '01700000009'].map(toTelUri) as [string, string];
    const read = async (encoding: string) =>
      (await ask(port, path, { 'accept-encoding': encoding })).text;
    for (const encoding of encodings) expect(await read(encoding)).toContain(`"${former}"`);
    const officers = join(data, 'officers.yaml');
    writeFileSync(officers, readFileSync(officers, 'utf8').replace('01716420468', '01700000009'));
    const before = await versions();
    for (const { child } of processes) child.kill('SIGHUP');
    while ((await versions()).some((version) => before.includes(version))) await wait(20);
    // nginx counts whole seconds: what is fresh for one is stale after two.
    await wait(2000);
    for (const encoding of encodings) {
      const text = await read(encoding);
      expect(text, encoding).toContain(`"${present}"`);
      expect(text, encoding).not.toContain(`"${former}"`);
    }
  });

  test('bad data change nothing', async () => {
    const good = readFileSync(office, 'utf8');
    const before = await versions();
    await under({ fresh: true }, async (answered) => {
      writeFileSync(office, 'department: [');
      processes[1]?.child.kill('SIGHUP');
      await logged(processes[1], 'not reloaded');
      await answered(20);
    });
    writeFileSync(office, good);
    expect(await versions()).toEqual(before);
  });

  test('with every process stopped, what was read is still there', async () => {
    for (const { child, ended } of processes) {
      child.kill('SIGTERM');
      expect((await ended).status).toBe(0);
    }
    await under({ fresh: false }, (answered) => answered(50));
    await wait(2000);
    for (const encoding of encodings) {
      const { status, text, headers } = await ask(port, '/contact', {
        'accept-encoding': encoding,
      });
      expect({ status, cache: headers['cache-status'] }).toEqual({
        status: 200,
        cache: 'nginx; hit',
      });
      expect(text).toContain(toTelUri('01700000009'));
    }
  });
});

describe.skipIf(!hasNginx)('nginx with the shipped limits', () => {
  const patience = { timeout: 120_000 };
  const folder = join(tmpdir(), `charter-nginx-${process.pid}`);
  let program: Running;
  let nginx: Running;
  let port: number;
  /** Stands in for a program that is slow with the poster, or down. */
  const slow = createServer((request, response) => {
    setTimeout(() => response.end('poster'), request.url === '/charter.pdf' ? 6000 : 0);
  });

  beforeAll(async () => {
    program = run(process.execPath, startArguments, {
      PORT: '0',
      DATA_DIR: dataFolder,
      PUBLIC_URL: 'https://charter.example',
      KEEP_ALIVE_SECONDS: '65',
    });
    const upstream = Number(new URL((await program.url) as string).port);
    port = await freePort();
    nginx = await startShipped(folder, port, [upstream], true);
  });
  afterAll(async () => {
    slow.close();
    nginx.child.kill('SIGTERM');
    program.child.kill('SIGKILL');
    await Promise.all([nginx.ended, program.ended]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('40 readers of one address load home and a service, with fonts and pictures: nobody is refused', async () => {
    const reader = async () => {
      // A browser opens up to six connections.
      const agent = new Agent({ keepAlive: true, maxSockets: 6 });
      const home = await ask(port, '/', { 'accept-encoding': 'br' }, agent);
      const page = await ask(port, '/services/e-filing', {}, agent);
      const files = [...new Set(page.text.match(/(?<=url\()\/fonts\/[^)]+/g)), '/favicon.svg'];
      const rest = await Promise.all(files.map((path) => ask(port, path, {}, agent)));
      agent.destroy();
      return [home, page, ...rest].map(({ status }) => status);
    };
    const statuses = (await Promise.all(Array.from({ length: 40 }, reader))).flat();
    expect(statuses.length).toBeGreaterThanOrEqual(40 * 4);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test('a flood of searches from one address is held, in Bengali; the pages stay open to it', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    const tails = ['', '/', '.', '%2C', '%20%E0%A5%A4'];
    const searches = Array.from({ length: 600 }, (_, n) =>
      ask(port, `/search${tails[n % 5]}?q=${n}`, {}, agent),
    );
    const page = await ask(port, '/services');
    const answers = await Promise.all(searches);
    agent.destroy();
    const held = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(100);
    expect(held.length + answers.filter(({ status }) => status === 200).length).toBe(600);
    // However the path ends.
    for (const tail of tails.keys())
      expect(answers.some(({ status }, n) => status === 429 && n % 5 === tail)).toBe(true);
    expect(held[0]?.text).toContain('<h1>একসঙ্গে অনেক খোঁজা হচ্ছে</h1>');
    expect(held[0]?.headers).toMatchObject({
      'retry-after': '10',
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(page.status).toBe(200);
  });

  test('copies are kept without their query, and say that they are copies', async () => {
    const first = await ask(port, '/about');
    for (const query of ['?utm=1', '?utm=2', '?', '']) {
      const { text, headers } = await ask(port, `/about${query}`);
      expect(text).toBe(first.text);
      expect(headers['cache-status']).toMatch(query === '?' ? /^nginx; / : /^nginx; hit$/);
    }
    expect((await ask(port, '/search?q=a')).headers).not.toHaveProperty('cache-status');
  });

  test.each(['/healthz', '/no-such-page', '/about.', '/services/'])(
    'nginx keeps no copy of what must not be stored: %s',
    async (path) => {
      for (let time = 0; time < 2; time++) {
        const { headers } = await ask(port, path);
        expect(headers).toMatchObject({
          'cache-control': expect.stringContaining('no-store'),
          'cache-status': 'nginx; fwd=miss',
        });
      }
    },
  );

  test('only our name is answered, and with the shortest handshake, of TLS 1.3', async () => {
    const shake = (servername: string | undefined) =>
      new Promise<string>((resolve) => {
        const socket = connect(
          { port, host: '127.0.0.1', rejectUnauthorized: false, ...(servername && { servername }) },
          () => {
            resolve(`${socket.getPeerCertificate().subject.CN}, ${socket.getProtocol()}`);
            socket.destroy();
          },
        );
        socket.on('error', ({ message }) => resolve(message));
      });
    expect(await shake('charter.example')).toBe('charter.example, TLSv1.3');
    for (const other of ['other.example', undefined])
      expect(await shake(other)).toMatch(/unrecognized name/);
  });

  /** Sends something as it is, and reads until the end. */
  async function raw(text: string): Promise<string> {
    const options = { port, host: '127.0.0.1', rejectUnauthorized: false };
    const socket = connect({ ...options, servername: 'charter.example' });
    socket.on('error', () => {});
    socket.write(text);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      // nginx lingers for a body that does not come.
      if (String(chunk).endsWith('</html>\n')) socket.end();
    });
    await once(socket, 'close');
    return Buffer.concat(chunks).toString();
  }

  test.each([
    ['nonsense', 'nonsense\r\n\r\n', 400, 'অনুরোধটি বোঝা যায়নি'],
    [
      'a path out of the site',
      'GET /../x HTTP/1.1\r\nHost: charter.example\r\n\r\n',
      400,
      'অনুরোধটি বোঝা যায়নি',
    ],
    [
      'a body',
      'POST / HTTP/1.1\r\nHost: charter.example\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n',
      413,
      'অনুরোধটি গ্রহণ করা যায়নি',
    ],
    [
      'an address far too long',
      `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: charter.example\r\nConnection: close\r\n\r\n`,
      414,
      'অনুরোধটি বোঝা যায়নি',
    ],
    [
      'a header far too long',
      `GET / HTTP/1.1\r\nHost: charter.example\r\nX: ${'x'.repeat(40_000)}\r\nConnection: close\r\n\r\n`,
      400,
      'অনুরোধটি বোঝা যায়নি',
    ],
  ])('what nginx itself refuses is said in Bengali: %s', async (_, text, status, heading) => {
    const answer = await raw(text);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain(`<h1>${heading}</h1>`);
    expect(answer).toContain('charset=utf-8');
    expect(answer).not.toContain('nginx/');
  });

  test('the logs know neither who read nor what was searched', async () => {
    /** Searches, once the limit has forgotten the flood before. */
    const search = async (): Promise<Answer> => {
      const answer = await ask(port, '/search?q=secret-illness');
      return answer.status === 429 ? search() : answer;
    };
    expect((await search()).status).toBe(200);
    program.child.kill('SIGKILL');
    await program.ended;
    const down = await search();
    expect(down.status).toBe(502);
    expect(down.text).toContain('<h1>দুঃখিত, এখন পাতাটি দেখানো যাচ্ছে না</h1>');
    expect(down.headers['retry-after']).toBe('60');
    await expect
      .poll(() => readFileSync(join(folder, 'charter.log'), 'utf8'), patience)
      .toContain('"status":502');
    const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
    expect(logs).toContain('charter.log');
    for (const name of logs) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text, name).not.toMatch(/secret-illness|127\.0\.0\.1.*GET/);
    }
    expect(readFileSync(join(folder, 'charter.log'), 'utf8')).toContain('"path":"/search"');
  });

  test('a poster that takes long to make is waited for', async () => {
    slow.listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const other = mkdtempSync(join(tmpdir(), 'charter-nginx-'));
    const patientPort = await freePort();
    const upstream = (slow.address() as AddressInfo).port;
    const patient = await startShipped(other, patientPort, [upstream], true);
    const answer = await ask(patientPort, '/charter.pdf').finally(() => {
      patient.child.kill('SIGTERM');
    });
    await patient.ended;
    rmSync(other, { recursive: true });
    expect(answer).toMatchObject({ status: 200, text: 'poster' });
  });
});
