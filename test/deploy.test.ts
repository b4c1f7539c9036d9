// The files that put the site on a machine: checked as far as a machine without root, Docker or a domain allows.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from './support/data.ts';
import { run } from './support/process.ts';

const has = (program: string, option: string) => spawnSync(program, [option]).status === 0;

test.skipIf(!has('systemd-analyze', '--version'))('the unit exposes at most 1.5 of 10', () => {
  const { status, stdout } = spawnSync(
    'systemd-analyze',
    ['security', '--offline=true', '--threshold=15', 'deploy/charter.service'],
    { encoding: 'utf8' },
  );
  expect(status, stdout).toBe(0);
  expect(stdout).toMatch(/Overall exposure level/);
});

test('the unit restarts a program that a reload ended before it could take signals', () => {
  expect(readFileSync('deploy/charter.service', 'utf8')).toMatch(
    /^RestartForceExitStatus=SIGHUP$/m,
  );
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

describe.skipIf(!has('git', '--version') || !has('curl', '--version'))('a release', () => {
  const root = mkdtempSync(join(tmpdir(), 'charter-release-'));
  const git = (folder: string, ...args: string[]) =>
    spawnSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@a.example', ...args], {
      encoding: 'utf8',
    });
  const origin = join(root, 'origin');

  /** Runs deploy/release with a program that stands for systemd. */
  async function release(port: number, healthy: boolean, ...args: string[]) {
    // npm ci takes long and is tested by being used: here the packages are a link.
    const bin = join(root, 'bin');
    spawnSync('mkdir', ['-p', bin]);
    writeFileSync(
      join(bin, 'npm'),
      `#!/bin/sh\nln -s '${resolve('node_modules')}' node_modules\n`,
      { mode: 0o755 },
    );
    writeFileSync(
      join(bin, 'curl'),
      `#!/bin/sh\n${healthy ? 'exit 0' : `case "$(readlink '${root}/current')" in *bad*) exit 1;; esac; [ -e '${root}/current/data/broken' ] && exit 1; exit 0`}\n`,
      { mode: 0o755 },
    );
    const { status, stdout, stderr } = await run('bash', [resolve('deploy/release'), ...args], {
      PATH: `${bin}:${resolve('node_modules/.bin')}:${process.env.PATH}`,
      CHARTER_ROOT: root,
      CHARTER_RESTART: 'true',
      CHARTER_PATIENCE: '3',
      CHARTER_HEALTH: `http://127.0.0.1:${port}/healthz`,
    }).ended;
    return { status, output: stdout + stderr, current: readlinkSync(join(root, 'current')) };
  }

  test('is checked before it is switched to, taken back when it does not answer, and can be left again', async () => {
    spawnSync('mkdir', ['-p', origin]);
    for (const name of ['package.json', 'package-lock.json', 'src', 'views', 'public', 'deploy'])
      cpSync(name, join(origin, name), { recursive: true });
    cpSync(dataFolder, join(origin, 'data'), { recursive: true });
    git(origin, 'init', '-q', '-b', 'main');
    git(origin, 'add', '-A');
    git(origin, 'commit', '-qm', 'first');
    spawnSync('git', ['clone', '-q', origin, join(root, 'source')]);

    const first = await release(1, true);
    expect(first.status, first.output).toBe(0);
    expect(first.output).toContain('চালু হয়েছে / Online: releases/');

    const commit = async (name: string, change: () => void) => {
      change();
      git(origin, 'add', '-A');
      git(origin, 'commit', '-qm', name);
      // Releases are named by the second.
      await new Promise((resolve) => setTimeout(resolve, 1100));
    };
    const officeFile = join(origin, 'data/office.yaml');
    const good = readFileSync(officeFile, 'utf8');

    await commit('a slip', () => writeFileSync(officeFile, good.replace('district:', 'distrct:')));
    const slip = await release(1, true);
    expect(slip.status).not.toBe(0);
    expect(slip.output).toContain('ভুল:');
    expect(slip.current).toBe(first.current);

    await commit('a release that does not answer', () => {
      writeFileSync(officeFile, good);
      writeFileSync(join(origin, 'data/broken'), '');
    });
    const silent = await release(1, false);
    expect(silent.status).toBe(1);
    expect(silent.output).toContain('the old one is back');
    expect(silent.current).toBe(first.current);

    await commit('a good edit', () => {
      rmSync(join(origin, 'data/broken'));
      writeFileSync(officeFile, `${good}\nreviewed: 2026-11-01\n`);
    });
    const second = await release(1, true);
    expect(second.status).toBe(0);
    expect(second.current).not.toBe(first.current);

    const back = await release(1, true, '--back');
    expect(back).toMatchObject({ status: 0, current: first.current });
    rmSync(root, { recursive: true });
  }, 60_000);
});
