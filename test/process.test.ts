// The program as an operator meets it: start, refusal, stop.

import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { listen } from '../src/http/listen.ts';
import { dataFolder } from './support/data.ts';
import { entry, type Running, run, startArguments } from './support/process.ts';
import { charter, site } from './support/site.ts';

const running: Running[] = [];
const start = (settings: Record<string, string> = {}) => {
  const program = run(process.execPath, startArguments, {
    PORT: '0',
    DATA_DIR: dataFolder,
    ...settings,
  });
  running.push(program);
  return program;
};
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

/**
 * Returns a connection with half a request, which the server has read: it came in one packet with a whole one, and that
 * is answered.
 */
async function halfAsked(url: string | undefined): Promise<Socket> {
  const socket = connect(Number(new URL(url as string).port), '127.0.0.1');
  const whole = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';
  socket.write(`${whole}GET /contact HTTP/1.1\r\nHost: a\r\n`);
  await once(socket, 'data');
  return socket;
}

test('it prints one line with the address, and serves there, whatever clients do', async () => {
  const { url, child, log, ended } = start();
  const address = (await url) as string;
  const response = await fetch(`${address}/services`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain(charter.services[6]?.name);
  // Ask for a tunnel and reset the connection.
  for (let client = 0; client < 20; client++) {
    const socket = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    await new Promise((sent) => socket.write('CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\n', sent));
    socket.resetAndDestroy();
  }
  expect((await fetch(address)).status).toBe(200);
  expect(log()).toBe('');
  child.kill('SIGTERM');
  const { status, stdout } = await ended;
  expect(status).toBe(0);
  expect(stdout).toMatch(/^সিটিজেন চার্টার চালু হয়েছে \/ The site is up: http:\/\/localhost:\d+\n$/u);
});

test('npm start is the same, on the Node that the project brings', async () => {
  const { pid, url, ended } = run('npm', ['start'], {
    PORT: '0',
    DATA_DIR: dataFolder,
    HOME: process.env.HOME ?? '',
    // npm would leave a cache in the temporary folder.
    NODE_DISABLE_COMPILE_CACHE: '1',
  });
  const response = await fetch(`${await url}/healthz`);
  expect(await response.text()).toBe(`ok ${site.version}\n`);
  // A terminal's Ctrl + C reaches npm and the program alike: the whole group.
  process.kill(-pid, 'SIGINT');
  await ended;
});

test('a signal to stop lets what is in flight finish, and further ones do not hurt it; the end is 0', async () => {
  const { url, child, ended } = start();
  const port = Number(new URL((await url) as string).port);
  const idle = connect(port, '127.0.0.1');
  idle.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(idle, 'data');
  const busy = await halfAsked(await url);
  child.kill('SIGINT');
  // Nothing new is taken; the test's own time limit ends the wait for that.
  while ((await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)) !== undefined)
    await wait(20);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    child.kill(signal);
    await wait(50);
  }
  busy.write('\r\n');
  let answer = '';
  for await (const chunk of busy) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer.trimEnd()).toMatch(/<\/html>$/);
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr.match(/"stopping"/g)).toHaveLength(1);
  expect(stderr).toContain('"signal":"SIGINT"');
});

test.skipIf(!existsSync('/proc/self/status'))(
  'a flood of readers that read nothing takes little memory, and holds up nobody',
  async () => {
    const { url, pid } = start();
    const address = (await url) as string;
    const port = Number(new URL(address).port);
    const megabytes = () => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    };
    const packet = 'GET /services HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(1800);
    // The last of what a start does.
    await fetch(`${address}/charter.pdf`).then((response) => response.bytes());
    const before = megabytes();
    for (let floods = 0; floods < 2; floods++) {
      const sockets = await Promise.all(
        Array.from({ length: 300 }, async () => {
          const socket = connect(port, '127.0.0.1').on('error', () => {});
          await once(socket, 'connect');
          return socket.pause();
        }),
      );
      for (const socket of sockets) socket.write(packet);
      const { status } = await fetch(address, { headers: { Connection: 'close' } });
      expect(status).toBe(200);
      for (const socket of sockets) socket.destroy();
    }
    expect(megabytes() - before).toBeLessThan(250);
  },
);

/** Returns a program that a signal reaches in its first lines, before anything of it is loaded. */
const startWith = (...signals: string[]) => {
  const early = `import module from 'node:module';
    const { enableCompileCache } = module;
    module.enableCompileCache = (...folder) => {
      for (const signal of ${JSON.stringify(signals)}) process.kill(process.pid, signal);
      return enableCompileCache(...folder);
    };`;
  const program = run(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(early)}`, entry],
    { PORT: '0', DATA_DIR: dataFolder },
  );
  running.push(program);
  return program;
};

test('a signal to reload that comes in the first lines is remembered', async () => {
  const program = startWith('SIGHUP');
  expect((await fetch((await program.url) as string)).status).toBe(200);
  while (!program.log().includes('"reloaded"')) await wait(20);
});

test('a signal to stop that comes in the first lines ends the program with 0', async () => {
  const { status, stderr } = await startWith('SIGTERM', 'SIGHUP').ended;
  expect(status).toBe(0);
  expect(stderr).toContain('"signal":"SIGTERM"');
});

test.each([
  ['::1', '[::1]'],
  ['[::1]', '[::1]'],
  ['::', 'localhost'],
  ['0.0.0.0', 'localhost'],
])('on HOST=%s the address given is at %s, and can be opened', async (host, name) => {
  const server = createServer((_request, response) => response.end());
  const url = await listen(server, readConfig({ HOST: host }).host, 0);
  expect(new URL(url).hostname).toBe(name);
  expect((await fetch(url)).status).toBe(200);
  server.closeAllConnections();
  server.close();
});

test('who never finishes is left after ten seconds, and the end is still 0', async () => {
  const { url, child, ended } = start();
  const stuck = (await halfAsked(await url)).on('error', () => {});
  const drip = setInterval(() => stuck.writable && stuck.write('X: y\r\n'), 500);
  const began = performance.now();
  child.kill('SIGTERM');
  expect((await ended).status).toBe(0);
  // Not sooner; that it is not much later is the test's own time limit, for a busy machine is slow.
  expect(performance.now() - began).toBeGreaterThan(10_000);
  clearInterval(drip);
  stuck.destroy();
});

test.each([
  // Node reports a machine without room for a process (EAGAIN) in the same way as a missing program.
  ['cannot be started', undefined, /ENOENT/],
  ['fails', 'echo first >&2; echo second >&2; exit 3', /ended with 3 .*first\nsecond/],
])(
  'a PDF worker that %s is one line in the log, and the pages stay',
  async (_what, script, reason) => {
    const folder = mkdtempSync(join(tmpdir(), 'charter-worker-'));
    const program = join(folder, 'node');
    if (script) writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const broken = `data:text/javascript,process.execPath=${JSON.stringify(program)}`;
    const site = run(process.execPath, ['--import', broken, entry], {
      PORT: '0',
      DATA_DIR: dataFolder,
    });
    running.push(site);
    const url = await site.url;
    const statusOf = async (path: string) => (await fetch(url + path)).status;
    expect(await statusOf('/charter.pdf')).toBe(500);
    while (site.log() === '') await wait(50);
    expect(await statusOf('/share.png')).toBe(500);
    expect(await statusOf('/services')).toBe(200);
    const lines = site.log().trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      level: 50,
      msg: 'the posters cannot be made',
      err: { message: expect.stringMatching(reason) },
    });
    site.child.kill('SIGTERM');
    expect((await site.ended).status).toBe(0);
    rmSync(folder, { recursive: true });
  },
);

test('an error that nobody caught is one line; what is in flight finishes, and the end is 1', async () => {
  const trap =
    'data:text/javascript,process.on("SIGUSR2",()=>setImmediate(()=>{throw new Error("a fault\\nof ours")}))';
  const program = run(process.execPath, ['--import', trap, entry], {
    PORT: '0',
    DATA_DIR: dataFolder,
  });
  running.push(program);
  const busy = await halfAsked(await program.url);
  program.child.kill('SIGUSR2');
  while (program.log() === '') await wait(20);
  busy.write('\r\n');
  let answer = '';
  for await (const chunk of busy) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  const { status, stderr } = await program.ended;
  expect(status).toBe(1);
  const lines = stderr.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    level: 60,
    err: { message: 'a fault\nof ours' },
  });
});

/** Makes the program fail after a request has been received and before anything is sent, or at a signal. */
const failLate = `
import { ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
const other = createServer((socket) => socket.once('data', () => { throw new Error('of no request'); }));
other.listen(0, '127.0.0.1').unref();
process.on('SIGUSR2', () => connect(other.address().port, '127.0.0.1').write('x'));
const { writeHead } = ServerResponse.prototype;
const ways = {
  timer: (fail) => setTimeout(fail, 5),
  tick: (fail) => process.nextTick(fail),
  promise: (fail) => Promise.resolve().then(fail),
};
ServerResponse.prototype.writeHead = function (...args) {
  const [, way] = /late=(.+)/.exec(this.req.url) ?? [];
  if (way === undefined || this.end !== ServerResponse.prototype.end || this.hasFailed)
    return writeHead.apply(this, args);
  this.hasFailed = true;
  this.end = () => delete this.end;
  ways[way](() => { throw new Error(way + ' failed'); });
};`;

test('an error that nobody caught while a request is answered is that request’s alone', async () => {
  const program = run(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(failLate)}`, entry],
    { PORT: '0', DATA_DIR: dataFolder },
  );
  running.push(program);
  const url = await program.url;
  const ways = ['timer', 'promise', 'tick'];
  const busy = await halfAsked(url);
  for (const way of ways) {
    const response = await fetch(`${url}/search?q=form&late=${way}`);
    expect(response.status, way).toBe(500);
    expect(await response.text()).toContain('দুঃখিত, এখন পাতাটি দেখানো যাচ্ছে না</h1>');
    expect((await fetch(`${url}/search?q=form`)).status).toBe(200);
  }
  busy.write('\r\n');
  await once(busy, 'data');
  busy.destroy();
  program.child.kill('SIGUSR2');
  const { status, stderr } = await program.ended;
  expect(status).toBe(1);
  const lines = stderr.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).err?.message)).toEqual([
    ...ways.map((way) => `${way} failed`),
    'of no request',
  ]);
});

test('the log of requests has neither queries nor addresses, unless these are asked for', async () => {
  const logOf = async (settings: Record<string, string>) => {
    const { url, child, ended } = start({ LOG_LEVEL: 'debug', ...settings });
    await fetch(`${await url}/search?q=%0Asecret`);
    child.kill('SIGTERM');
    return (await ended).stderr;
  };
  const [plain, pretty] = await Promise.all([
    logOf({}),
    logOf({ LOG_ADDRESSES: 'true', LOG_FORMAT: 'pretty' }),
  ]);
  expect(plain).toContain('"path":"/search","status":200');
  expect(plain).not.toMatch(/secret|127\.0\.0\.1/);
  for (const line of plain.trim().split('\n')) JSON.parse(line);
  expect(pretty).toMatch(/DEBUG.*request/);
  expect(pretty).toContain('127.0.0.1');
});

test('an address that is not this machine is reported in one line', async () => {
  await expect(listen(createServer(), '192.0.2.1', 0)).rejects.toThrow(
    'Cannot listen on 192.0.2.1:0: this machine has no such address; set HOST.',
  );
});

test('a taken port is reported in one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { status, stdout, stderr } = await start({ PORT: String(port) }).ended;
  other.close();
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    `Cannot listen on 127.0.0.1:${port}: the port is taken; stop the other program or set PORT.\n`,
  );
});

test.each([
  [{ PORT: 'http' }, 'PORT="http" should be a whole number from 0 to 65535'],
  [{ PORT: '70000' }, 'PORT="70000" should be a whole number from 0 to 65535'],
  [{ PORT: '' }, 'PORT="" should be a whole number from 0 to 65535'],
  [{ HOST: '' }, 'HOST="" should be a host name or address'],
  [
    { PUBLIC_URL: 'charter.example' },
    'PUBLIC_URL="charter.example" should be an http or https URL of only scheme, host and port',
  ],
  [
    { PUBLIC_URL: 'ftp://a.example' },
    'PUBLIC_URL="ftp://a.example" should be an http or https URL of only scheme, host and port',
  ],
  [
    { PUBLIC_URL: 'https:a.example' },
    'PUBLIC_URL="https:a.example" should be an http or https URL of only scheme, host and port',
  ],
  [
    { PUBLIC_URL: 'https://a.example/x' },
    'PUBLIC_URL="https://a.example/x" should be an http or https URL of only scheme, host and port',
  ],
  [{ DATA_DIR: '' }, 'DATA_DIR="" should be a folder'],
  [
    { LOG_LEVEL: 'loud' },
    'LOG_LEVEL="loud" should be one of trace, debug, info, warn, error, fatal, silent',
  ],
  [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT="xml" should be one of json, pretty'],
  [{ LOG_ADDRESSES: 'yes' }, 'LOG_ADDRESSES="yes" should be one of true, false'],
  [{ KEEP_ALIVE_SECONDS: '-1' }, 'KEEP_ALIVE_SECONDS="-1" should be a whole number from 0 to 999'],
  [
    { PORT: 'x', LOG_LEVEL: 'y' },
    'PORT="x" should be a whole number from 0 to 65535; LOG_LEVEL="y" should be one of trace, debug, info, warn, error, fatal, silent',
  ],
])('the setting %o is refused in one line', (settings, message) => {
  expect(() => readConfig(settings as Record<string, string>)).toThrow(
    new ConfigError(`Bad configuration: ${message}.`),
  );
});

test('wrong settings are reported in one line, and nothing is served', async () => {
  const settings = { PORT: 'x', LOG_LEVEL: 'y', DATA_DIR: '' };
  const { status, stdout, stderr } = await start(settings).ended;
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'Bad configuration: PORT="x" should be a whole number from 0 to 65535; DATA_DIR="" should be a folder; LOG_LEVEL="y" should be one of trace, debug, info, warn, error, fatal, silent.\n',
  });
});

test('bad data is reported, all of it, and nothing is served', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'));
  cpSync(dataFolder, folder, { recursive: true });
  writeFileSync(join(folder, 'charter.yaml'), '');
  rmSync(join(folder, 'office.yaml'));
  const { status, stdout, stderr } = await start({ DATA_DIR: folder }).ended;
  rmSync(folder, { recursive: true });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('ভুল: ফাইলটি নেই।');
  expect(stderr).toContain('ভুল: ফাইলটি খালি।');
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+\)?$/m);
});

const { scripts, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
/** Returns Node's arguments in a script of package.json, for a program that ends and is not restarted. */
const argumentsOf = (script: string) =>
  (scripts[script] as string)
    .split(' ')
    .slice(1)
    .filter((argument) => argument !== '--watch');

test.each(['start', 'check', 'dev', 'schemas'])(
  'npm run %s on an old Node says what is needed, in one line',
  async (script) => {
    expect(engines.node).toBe('>=24.3.0');
    // The scripts share the check; that it knows the smaller number too is asked of one.
    for (const version of script === 'start' ? ['20.19.0', '24.2.0'] : ['20.19.0']) {
      const pretend = `data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"${version}"}})`;
      const program = run(process.execPath, ['--import', pretend, ...argumentsOf(script)]);
      running.push(program);
      expect(await program.ended).toEqual({
        status: 1,
        stdout: '',
        stderr: `Node 24.3 বা নতুন লাগে; এখানে আছে ${version}। / This program needs Node 24.3 or newer; this is Node ${version}.\n`,
      });
    }
  },
);

test.each([
  [['--jsn'], "Unknown option '--jsn'."],
  [['data', 'office.yaml'], 'Name one folder.'],
  [['--today', '--json'], "Option '--today' argument is ambiguous."],
  [['--today', '2026-02-31'], '--today 2026-02-31 should be a day, as year-month-day.'],
])('npm run check refuses %j with one line and the usage', async (options, message) => {
  const program = run(process.execPath, [...argumentsOf('check'), ...options]);
  expect(await program.ended).toEqual({
    status: 2,
    stdout: '',
    stderr: `${message}\nUsage: npm run check -- [<folder>] [--advice | --html [--no-open] | --json | --github] [--today 2026-01-31]\n`,
  });
});

test('npm run dev refuses a wrong setting in one line', async () => {
  const program = run(process.execPath, argumentsOf('dev'), { PORT: 'x' });
  running.push(program);
  expect(await program.ended).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Bad configuration: PORT="x" should be a whole number from 0 to 65535.\n',
  });
});
