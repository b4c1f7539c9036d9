// The files that put the site on a machine: checked as far as a machine without root, Docker or a domain allows. The
// commands are tested in deploy-moments-*, deploy-reasons and deploy-live.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder } from './support/data.ts';
import { createCertificate, hasNginx, shippedConfiguration } from './support/nginx.ts';
import { run } from './support/process.ts';

const has = (program: string, option: string) => spawnSync(program, [option]).status === 0;

test.skipIf(!has('systemd-analyze', '--version')).each([
  ['charter.service', 1.5],
  ['charter-watch.service', 5],
])('the unit %s exposes at most %d of 10', (unit, most) => {
  const { status, stdout } = spawnSync(
    'systemd-analyze',
    ['security', '--offline=true', `--threshold=${most * 10}`, `deploy/${unit}`],
    { encoding: 'utf8' },
  );
  expect(status, stdout).toBe(0);
  expect(stdout).toMatch(/Overall exposure level/);
});

test('the data of the unit are outside of the releases, and a reload that comes too early restarts it', () => {
  const unit = readFileSync('deploy/charter.service', 'utf8');
  expect(unit).toMatch(/^Environment=DATA_DIR=\/srv\/charter\/data$/m);
  expect(unit).toMatch(/^RestartForceExitStatus=SIGHUP$/m);
});

test('the unit lets the PDF worker lower its priority, after all that it forbids', () => {
  const unit = readFileSync('deploy/charter.service', 'utf8');
  expect(unit.match(/(?<=^SystemCallFilter=).*$/gm)?.at(-1)).toBe('setpriority');
});

test('the container runs as nobody, from an image that is built in stages, and copies only what is there', () => {
  const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
  expect(dockerfile.match(/^FROM node:24-slim/gm)).toHaveLength(2);
  expect(dockerfile).toMatch(/^USER 65532:65532$/m);
  expect(dockerfile).toMatch(/^CMD \["node",/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK/m);
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
    (names as string).split(' '),
  );
  const allowed = readFileSync('.dockerignore', 'utf8').match(/(?<=^!)\S+/gm);
  expect([...new Set(copied)].sort()).toEqual(allowed?.sort());
  for (const name of copied) expect(existsSync(name), name).toBe(true);
});

test('the unit starts nothing that logs advice: the last lines of the journal hold the problem', () => {
  const unit = readFileSync('deploy/charter.service', 'utf8');
  expect(unit).not.toMatch(/^ExecStartPre=/m);
  expect(readFileSync('deploy/charter-watch.service', 'utf8')).toMatch(
    /^SyslogIdentifier=charter-watch$/m,
  );
  expect(readFileSync('deploy/README.md', 'utf8')).toContain('journalctl -t charter-watch -n 1');
});

// Debian 12 has the first line in its nginx.conf, before what stands in conf.d, and Debian 13 the second.
test.skipIf(!hasNginx).each(['TLSv1 TLSv1.1 TLSv1.2 TLSv1.3', 'TLSv1.2 TLSv1.3'])(
  "nginx takes the site's TLS versions beside Debian's own: %s",
  (versions) => {
    const folder = mkdtempSync(join(tmpdir(), 'charter-tls-'));
    createCertificate(folder);
    const shipped = { folder, port: 1, upstreams: [1], isLimited: true };
    const log = join(folder, 'log');
    const file = join(folder, 'nginx.conf');
    const http = `access_log off; ssl_protocols ${versions};\n${shippedConfiguration(shipped)}`;
    writeFileSync(file, `pid ${folder}/pid; error_log ${log}; events {} http { ${http} }`);
    const { status, stderr } = spawnSync('nginx', ['-t', '-c', file, '-e', log], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(stderr).not.toContain('duplicate');
    rmSync(folder, { recursive: true });
  },
);

test("the actions of GitHub's workflows are pinned to commits, and the required check always runs", () => {
  const workflows = globSync('.github/workflows/*.yml').map((path) => readFileSync(path, 'utf8'));
  const used = workflows.join('').match(/(?<=uses: ).*/g);
  expect(used?.length).toBeGreaterThan(3);
  for (const action of used ?? [])
    expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  expect(readFileSync('.github/workflows/check.yml', 'utf8')).not.toMatch(/^ +paths/m);
});

test('the site runs from files that it may not write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-readonly-'));
  for (const name of ['package.json', 'src', 'views', 'public'])
    cpSync(name, join(folder, name), { recursive: true });
  cpSync(dataFolder, join(folder, 'data'), { recursive: true });
  // A link is enough of a node_modules, and the cache below it is switched off.
  spawnSync('ln', ['-s', resolve('node_modules'), join(folder, 'node_modules')]);
  spawnSync('chmod', ['-R', 'a-w', folder]);
  const { child, url, ended } = run(process.execPath, [join(folder, 'src/start.js')], {
    PORT: '0',
    NODE_DISABLE_COMPILE_CACHE: '1',
  });
  expect((await fetch((await url) as string)).status).toBe(200);
  child.kill('SIGTERM');
  expect((await ended).status).toBe(0);
  spawnSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true });
});
