// Changes of the data while the site is up: SIGHUP in production, npm run dev on a desk.

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFolder } from './support/data.ts';
import { entry, type Running, run, startArguments } from './support/process.ts';

let folder: string;
let program: Running;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'charter-'));
  cpSync(dataFolder, folder, { recursive: true });
});
afterEach(async () => {
  program.child.kill('SIGKILL');
  await program.ended;
  rmSync(folder, { recursive: true });
});

const edit = (name: string, from: string, to: string) => {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  // In one step: the program may read at any time.
  writeFileSync(`${folder}.new`, text.replaceAll(from, to));
  renameSync(`${folder}.new`, path);
};
const home = async () => (await fetch(`${await program.url}/`)).text();
/** Returns the home page once it holds a text; the test's own time limit ends the wait. */
const homeWith = async (text: string): Promise<string> => {
  for (;;) {
    const page = await home();
    if (page.includes(text)) return page;
    await wait(50);
  }
};

test('SIGHUP brings the new data, and disturbs no request on its way', async () => {
  program = run(process.execPath, startArguments, { PORT: '0', DATA_DIR: folder });
  const port = Number(new URL((await program.url) as string).port);
  const inFlight = connect(port, '127.0.0.1');
  await once(inFlight, 'connect');
  inFlight.write('GET /contact HTTP/1.1\r\nConnection: close\r\n');
  edit('officers.yaml', '01721587011', '01700000000');
  program.child.kill('SIGHUP');
  await homeWith('tel:+8801700000000');
  inFlight.write('Host: a\r\n\r\n');
  let answer = '';
  for await (const chunk of inFlight) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  program.child.kill('SIGTERM');
  expect((await program.ended).status).toBe(0);
});

test('SIGHUP with bad data is logged, and the last good site stays', async () => {
  program = run(process.execPath, startArguments, { PORT: '0', DATA_DIR: folder });
  const before = await home();
  edit('officers.yaml', '"01721587011"', '01721587011');
  program.child.kill('SIGHUP');
  const [log] = await once(program.child.stderr as NodeJS.ReadableStream, 'data');
  expect(JSON.parse(String(log)).problems).toContain('officers.yaml:8:11');
  expect(await home()).toBe(before);
  edit('officers.yaml', ' 01721587011', ' "01700000000"');
  program.child.kill('SIGHUP');
  await homeWith('tel:+8801700000000');
});

/**
 * Writes "worker" to the log for each process that the program starts, and "worker ended" with the signal that ended it.
 * @param hanging how many of the first do nothing until they are killed
 * @param delay milliseconds from the start or a reload until posters are made unasked
 */
const countWorkers = (hanging: number, delay: number) =>
  `data:text/javascript,${encodeURIComponent(`
  import process from 'node:child_process';
  import { syncBuiltinESMExports } from 'node:module';
  import timers from 'node:timers/promises';
  const { fork } = process;
  const { setTimeout } = timers;
  timers.setTimeout = (ms, ...rest) => setTimeout(ms === 5000 ? ${delay} : ms, ...rest);
  let count = 0;
  process.fork = (file, args, options) => {
    globalThis.process.stderr.write('worker\\n');
    count += 1;
    const hangs = count <= ${hanging} && ['--eval', 'process.once("disconnect", process.exit)'];
    const worker = fork(file, args, hangs ? { ...options, execArgv: hangs } : options);
    return worker.once('exit', (_, signal) => globalThis.process.stderr.write(\`worker ended \${signal}\\n\`));
  };
  syncBuiltinESMExports();
`)}`;
const workersStarted = () => program.log().match(/^worker$/gm)?.length ?? 0;
const startCounting = (hanging = 0, delay = 5000) => {
  program = run(process.execPath, ['--import', countWorkers(hanging, delay), entry], {
    PORT: '0',
    DATA_DIR: folder,
  });
};
/** Returns a whole poster; throws for anything else. */
const poster = async () => {
  const response = await fetch(`${await program.url}/charter.pdf`);
  expect(response.status).toBe(200);
  const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1');
  expect(pdf.slice(0, 5) + pdf.trimEnd().slice(-5)).toBe('%PDF-%%EOF');
};

test('many reloads in a row are served by the last one, without cutting a request or a PDF worker too many', async () => {
  startCounting();
  await program.url;
  const before = poster();
  let number = '01721587011';
  let during: Promise<void> | undefined;
  for (let edits = 1; edits <= 12; edits++) {
    const next = `017000000${String(edits).padStart(2, '0')}`;
    edit('officers.yaml', number, next);
    number = next;
    program.child.kill('SIGHUP');
    expect((await fetch(`${await program.url}/healthz`)).status).toBe(200);
    if (edits === 6) during = poster();
  }
  await homeWith(`tel:+88${number}`);
  await Promise.all([before, during]);
  await poster();
  await wait(1000);
  expect(await home()).toContain(`tel:+88${number}`);
  // Needed: for the site before, the one that was asked meanwhile, and the last. A slow machine may begin a few more.
  expect(workersStarted()).toBeLessThanOrEqual(6);
  program.child.kill('SIGTERM');
  const { status, stderr } = await program.ended;
  expect(status).toBe(0);
  expect(stderr).not.toContain('"level":50');
});

test('a reload ends the posters of the old site, and makes those of the new one unasked', async () => {
  startCounting(1, 500);
  await program.url;
  while (workersStarted() === 0) await wait(20);
  program.child.kill('SIGHUP');
  while (!program.log().includes('worker ended SIGTERM')) await wait(20);
  while (!program.log().includes('worker ended null')) await wait(20);
  await poster();
  expect(workersStarted()).toBe(2);
  expect(program.log()).not.toContain('"level":50');
});

test('a reload ends a sheet of the old site whose client has left, also before its posters were begun', async () => {
  startCounting(1, 60_000);
  const client = new AbortController();
  const { signal } = client;
  const asked = fetch(`${await program.url}/services/e-filing.pdf`, { signal }).catch(() => {});
  while (workersStarted() === 0) await wait(20);
  client.abort();
  await asked;
  program.child.kill('SIGHUP');
  while (!program.log().includes('worker ended SIGTERM')) await wait(20);
});

test('bad data do not stop the posters of the good site', async () => {
  startCounting(0, 1000);
  await program.url;
  edit('officers.yaml', '"01721587011"', '01721587011');
  program.child.kill('SIGHUP');
  while (!program.log().includes('not reloaded')) await wait(20);
  while (workersStarted() === 0) await wait(20);
  await poster();
  expect(workersStarted()).toBe(1);
});

test('Ctrl + C ends a reload and the making of posters without an error, and no request in flight', async () => {
  // A worker that has not yet loaded anything that could ignore the signal.
  startCounting(1, 100);
  const port = Number(new URL((await program.url) as string).port);
  const inFlight = connect(port, '127.0.0.1');
  inFlight.write('GET /contact HTTP/1.1\r\n');
  while (workersStarted() === 0) await wait(20);
  program.child.kill('SIGHUP');
  // A terminal sends it to the whole group.
  process.kill(-program.pid, 'SIGINT');
  await wait(500);
  inFlight.write('Host: a\r\n\r\n');
  let answer = '';
  for await (const chunk of inFlight) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
  const { status, stderr } = await program.ended;
  expect(status).toBe(0);
  expect(stderr).toContain('"stopping"');
  expect(stderr).toContain('worker ended SIGTERM');
  expect(stderr).not.toMatch(/"level":50|"reloaded"/);
});

test('SIGHUP during the start neither ends the program nor is lost', async () => {
  // Sends one before the program has loaded, and one as soon as it has read a file, with an edit of that file.
  const signals = `data:text/javascript,${encodeURIComponent(`
    import fs from 'node:fs';
    import module, { syncBuiltinESMExports } from 'node:module';
    const { readFileSync, writeFileSync } = fs;
    const { enableCompileCache } = module;
    module.enableCompileCache = (...folder) => {
      process.kill(process.pid, 'SIGHUP');
      return enableCompileCache(...folder);
    };
    fs.readFileSync = (path, ...options) => {
      const content = readFileSync(path, ...options);
      if (String(path).endsWith('officers.yaml')) {
        fs.readFileSync = readFileSync;
        syncBuiltinESMExports();
        const text = readFileSync(path, 'utf8');
        writeFileSync(path, text.replaceAll('01721587011', '01700000000'));
        process.kill(process.pid, 'SIGHUP');
      }
      return content;
    };
    syncBuiltinESMExports();
  `)}`;
  program = run(process.execPath, ['--import', signals, entry], { PORT: '0', DATA_DIR: folder });
  await program.url;
  expect(program.child.signalCode).toBe(null);
  await homeWith('tel:+8801700000000');
});

test('npm run dev ends the sheets of a site that an edit has replaced', async () => {
  program = run(process.execPath, ['--import', countWorkers(1, 5000), 'src/commands/dev.ts'], {
    PORT: '0',
    DATA_DIR: folder,
  });
  const client = new AbortController();
  const { signal } = client;
  const asked = fetch(`${await program.url}/charter.pdf`, { signal }).catch(() => {});
  while (workersStarted() === 0) await wait(20);
  client.abort();
  await asked;
  edit('officers.yaml', '01721587011', '01700000000');
  expect(await home()).toContain('tel:+8801700000000');
  while (!program.log().includes('worker ended SIGTERM')) await wait(20);
  await poster();
});

test('npm run dev shows each change, and the problems above the last good site', async () => {
  program = run(process.execPath, ['src/commands/dev.ts'], { PORT: '0', DATA_DIR: folder });
  expect(await home()).not.toContain('role="alert"');
  edit('officers.yaml', '"01721587011"', '01721587011');
  const page = await homeWith('role="alert"');
  expect(page).toContain('officers.yaml, লাইন ৮');
  expect(page).toContain('<strong>ভুল:</strong> ');
  expect(page).toContain('tel:+8801721587011');
  edit('officers.yaml', ' 01721587011', ' "01700000000"');
  expect(await homeWith('tel:+8801700000000')).not.toContain('role="alert"');
  // Some editors write into the file, and do not put a new one in its place.
  const path = join(folder, 'officers.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('01700000000', '01700000001'));
  // At the very next request, also after the file was replaced or the folder was: sed -i, mv, git checkout.
  expect(await home()).toContain('tel:+8801700000001');
  edit('officers.yaml', '01700000001', '01700000002');
  expect(await home()).toContain('tel:+8801700000002');
  edit('officers.yaml', '01700000002', '01700000003');
  expect(await home()).toContain('tel:+8801700000003');
  renameSync(folder, `${folder}.old`);
  expect(await home()).toContain('role="alert"');
  cpSync(dataFolder, folder, { recursive: true });
  rmSync(`${folder}.old`, { recursive: true });
  expect(await home()).toContain('tel:+8801721587011');
  program.child.kill('SIGTERM');
  expect((await program.ended).stdout).toContain('officers.yaml:8:11');
});

test('npm run dev that starts with bad data shows them on its page, whatever they hold, and survives', async () => {
  const path = join(folder, 'office.yaml');
  const good = readFileSync(path, 'utf8');
  const hostile = [
    ['<script>alert(1)</script>: x', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [
      'directions: [</pre><img src=x onerror=alert(1)>]',
      '&lt;/pre&gt;&lt;img src=x onerror=alert(1)&gt;',
    ],
    ['union: [&lt;b>, ক', '&amp;lt;b&gt;'],
    ['__proto__: {polluted: 1}', '__proto__'],
    ['constructor: 1e20', 'constructor'],
    ['map: "a <!-- \\uD800"', '&lt;!--'],
  ] as const;
  writeFileSync(path, `${hostile[0][0]}\n`);
  program = run(process.execPath, ['src/commands/dev.ts'], { PORT: '0', DATA_DIR: folder });
  for (const text of ['', good]) {
    for (const [line, shown] of hostile) {
      writeFileSync(path, `${line}\n${text}`);
      const [, banner = ''] =
        /<section role="alert"[^>]*>(.*?)<\/section>/s.exec(await home()) ?? [];
      expect(banner).toContain(shown);
      expect(banner).not.toMatch(/<(?!\/?(?:ol|li|p|strong|pre|mark|b)\b)/);
    }
    // A pipe, from which nothing ever comes.
    rmSync(path);
    execFileSync('mkfifo', [path]);
    expect(await home()).toContain('office.yaml');
    rmSync(path);
    writeFileSync(path, good);
    expect(await home()).not.toContain('role="alert"');
  }
});
