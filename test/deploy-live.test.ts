// The commands of deploy/ with the real program, git, signals and processes, in a folder that stands for a machine; a
// script stands for systemd, and npm links the packages.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from './support/port.ts';
import { run } from './support/process.ts';

const has = (program: string) => spawnSync(program, ['--version']).status === 0;

describe.skipIf(!['git', 'flock'].every(has))(
  'releases and edits on a machine of their own',
  () => {
    const root = join(tmpdir(), `charter-release-${process.pid}`);
    const origin = join(root, 'origin');
    const bin = join(root, 'bin');
    const machine = join(root, 'machine');
    const live = join(machine, 'srv/charter');
    let port: number;

    const git = (folder: string, ...args: string[]) =>
      spawnSync(
        'git',
        ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@a.example', ...args],
        {
          encoding: 'utf8',
        },
      ).stdout;
    const pushed = (message: string) => {
      git(origin, 'add', '-A');
      git(origin, 'commit', '-qm', message);
    };
    const edited = join(live, 'data/services.yaml');
    const current = () => readlinkSync(join(live, 'current'));
    const health = async () =>
      (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.text();
    const fees = async () => (await fetch(`http://127.0.0.1:${port}/services/pond-advice`)).text();
    const edit = (from: string, to: string) =>
      writeFileSync(edited, readFileSync(edited, 'utf8').replace(from, to));

    /** Starts a command of deploy/, as a person with a narrow umask may, with a program that stands for systemd. */
    const start = (command: string, args: string[], settings: Record<string, string> = {}) =>
      run(
        'bash',
        ['-c', 'umask 077; exec "$0" "$@"', join(live, 'source/deploy', command), ...args],
        {
          PATH: `${bin}:${resolve('node_modules/.bin')}:${process.env.PATH}`,
          HOME: root,
          PORT: String(port),
          CHARTER_ROOT: live,
          CHARTER_PATIENCE: '40',
          CHARTER_HEALTH: `http://127.0.0.1:${port}/healthz`,
          ...settings,
        },
        root,
      );

    /** Runs it to its end. */
    async function deploy(command: string, args: string[] = [], settings = {}) {
      const { status, stdout, stderr } = await start(command, args, settings).ended;
      const output = stdout + stderr;
      return { status, output, last: output.trim().split('\n').at(-1) };
    }

    /** Releases are named by the second, and --back goes by their order. */
    const nextSecond = () => wait(1100);

    /** Starts a command and waits until it is held in the middle of its work. */
    async function held(command: string, args: string[] = []) {
      writeFileSync(join(live, 'hold'), '');
      const running = start(command, args);
      while (!existsSync(join(live, 'waits'))) await wait(20);
      for (const name of ['hold', 'waits']) rmSync(join(live, name));
      return running;
    }
    const state = async () => ({
      current: current(),
      health: await health(),
      releases: readdirSync(join(live, 'releases')).filter((name) => !name.startsWith('.')),
      head: git(join(live, 'source'), 'rev-parse', 'HEAD'),
      status: git(join(live, 'source'), 'status', '--porcelain'),
    });

    beforeAll(async () => {
      port = await freePort();
      for (const folder of [root, origin, bin, machine, live])
        mkdirSync(folder, { mode: 0o700, recursive: true });
      for (const name of ['package.json', 'package-lock.json', 'src', 'views', 'public', 'deploy'])
        cpSync(name, join(origin, name), { recursive: true });
      // The least charter: what it says does not matter here, and its posters are made quickly.
      cpSync('test/fixtures/minimal', join(origin, 'data'), { recursive: true });
      git(origin, 'init', '-q', '-b', 'main');
      git(origin, 'config', 'receive.denyCurrentBranch', 'updateInstead');
      pushed('first');
      spawnSync('git', ['clone', '-q', origin, join(live, 'source')]);
      // npm ci takes long and is tested by being used: here the packages are a link.
      writeFileSync(
        join(bin, 'npm'),
        `#!/bin/sh\nln -s '${resolve('node_modules')}' node_modules\n`,
        { mode: 0o755 },
      );
      // Both commands unpack: there they can be held.
      writeFileSync(
        join(bin, 'tar'),
        `#!/bin/sh\n[ -e '${live}/hold' ] && { touch '${live}/waits'; exec sleep 60; }\nexec /bin/tar "$@"\n`,
        { mode: 0o755 },
      );
      writeFileSync(
        join(bin, 'systemctl'),
        `#!/bin/bash
pid() { cat '${live}/pid' 2> /dev/null; }
stop() { kill -9 $(pid) 2> /dev/null; rm -f '${live}/pid'; }
export DATA_DIR='${live}/data'
case "$1" in
  restart)
    stop
    cd '${live}/current' || exit 1
    [ -e refused ] && { echo 'Job for charter.service failed.' >&2; exit 1; }
    node --max-semi-space-size=1 src/start.js > '${live}/log' 2>&1 &
    echo $! > '${live}/pid' ;;
  reload-or-restart) kill -HUP $(pid) ;;
  stop | disable) stop ;;
esac
`,
        { mode: 0o755 },
      );
    });
    afterAll(() => {
      spawnSync(join(bin, 'systemctl'), ['stop']);
      rmSync(root, { recursive: true });
    });

    test('a release goes online, readable for the user of the service; advice is only counted', async () => {
      const first = await deploy('release');
      expect(first.status, first.output).toBe(0);
      expect(first.last).toMatch(/^চালু হয়েছে \/ Online: releases\//);
      expect(first.output.trim().split('\n')).toHaveLength(3);
      expect(await health()).toMatch(/^ok /);
      const closed = ['', 'current', 'current/src', 'source', 'data', 'data/office.yaml'].filter(
        (name) => (statSync(join(live, name)).mode & 0o444) !== 0o444,
      );
      expect(closed).toEqual([]);
    });

    test.each(['release', 'publish'])(
      '%s: nothing else runs meanwhile; Ctrl+C undoes, ends, and says so',
      async (command) => {
        const slip = readFileSync(edited, 'utf8');
        if (command === 'publish') edit('fee: বিনামূল্যে', 'fee: 50');
        const before = await state();
        const running = await held(command);
        const other = await deploy(command === 'release' ? 'publish' : 'release');
        expect(other).toMatchObject({
          status: 1,
          last: expect.stringContaining('Another release or publish is running'),
        });
        // A terminal signals the whole group, more than once.
        process.kill(-running.pid, 'SIGINT');
        try {
          process.kill(-running.pid, 'SIGINT');
        } catch {
          // On a busy machine it may have ended between the two.
        }
        const { status, stderr } = await running.ended;
        expect(status).toBe(130);
        expect(stderr.trim().split('\n').at(-1)).toMatch(
          /Interrupted \(SIGINT\); nothing (has changed|is published)/,
        );
        expect(await state()).toEqual(before);
        writeFileSync(edited, slip);
      },
    );

    test('a killed command keeps no lock, and what it began does no harm', async () => {
      const before = await state();
      const running = await held('release');
      process.kill(running.pid, 'SIGKILL');
      await running.ended.catch(() => {});
      // It comes as far as looking for a release to go back to.
      const { last } = await deploy('release', ['--back']);
      expect(last).toContain('There is no release before this one');
      expect(await state()).toEqual(before);
    });

    test('an edit is checked, shown, committed, loaded, live and pushed; --back undoes it', async () => {
      const slip = readFileSync(edited, 'utf8');
      edit('fee: বিনামূল্যে', 'fe: ৫');
      const wrong = await deploy('publish');
      expect(wrong.status).toBe(1);
      expect(wrong.output).toMatch(/^data\/services\.yaml:/m);
      expect(wrong.output).not.toContain('পরামর্শ:');
      expect(wrong.last).toContain('Not published');
      writeFileSync(edited, slip);

      const before = await health();
      // Through the live release, whose data are those of all.
      const file = join(live, 'current/data/services.yaml');
      writeFileSync(file, slip.replace('fee: বিনামূল্যে', 'fee: 50'));
      const first = await deploy('publish');
      expect(first.status, first.output).toBe(0);
      expect(first.output).toMatch(/− .*: বিনামূল্যে\n.*\+ .*: ৫০ টাকা/s);
      expect(first.output.trim().split('\n').length).toBeLessThan(20);
      expect(first.last).toContain(`Live: version ${(await health())?.trim().slice(3)}`);
      expect(await fees()).toContain('৫০ টাকা');
      expect(git(origin, 'show', 'HEAD:data/services.yaml')).toContain('fee: 50');

      const back = await deploy('publish', ['--back']);
      expect(back.status, back.output).toBe(0);
      expect(await health()).toBe(before);
    });

    test('--back returns to the release before, with the data of now', async () => {
      await nextSecond();
      // Somebody else has made an edit, on the web page.
      const remote = join(origin, 'data/office.yaml');
      git(origin, 'reset', '--hard');
      writeFileSync(remote, `${readFileSync(remote, 'utf8')}# on the web page\n`);
      pushed('on the web page');
      const before = current();
      const next = await deploy('release');
      expect(next.status, next.output).toBe(0);
      expect(readFileSync(join(live, 'data/office.yaml'), 'utf8')).toContain('# on the web page');
      // The leftovers of the killed one are gone too.
      expect(readdirSync(join(live, 'releases'))).toHaveLength(2);
      expect(current()).not.toBe(before);
      const back = await deploy('release', ['--back']);
      expect(back.status, back.output).toBe(0);
      expect(current()).toBe(before);
      expect(await health()).toMatch(/^ok /);
    });

    /** Runs the commands that README.md gives under a heading, on this machine of a folder. */
    async function follow(heading: string, commands?: [number, number]) {
      const section = readFileSync('deploy/README.md', 'utf8').split(`## ${heading}\n`)[1] ?? '';
      const lines = (/```sh\n(.*?)```/s.exec(section)?.[1] ?? '').trim().split('\n');
      const script = lines
        .slice(...(commands ?? []))
        .join('\n')
        .replace(/(?<=^|[\s'])\/(srv|etc|var)\//gm, `${machine}/$1/`)
        .replaceAll('-C / ', `-C ${machine} `);
      const { status, stdout, stderr } = await run(
        'bash',
        ['-ec', script],
        {
          PATH: `${bin}:${resolve('node_modules/.bin')}:${process.env.PATH}`,
          HOME: root,
          PORT: String(port),
          CHARTER_ROOT: live,
          CHARTER_HEALTH: `http://127.0.0.1:${port}/healthz`,
        },
        root,
      ).ended;
      expect(status, script + stdout + stderr).toBe(0);
    }

    test('a backup and its return, as README.md has them', async () => {
      for (const name of ['etc/charter.env', 'etc/nginx/conf.d/charter.conf']) {
        mkdirSync(join(machine, name, '..'), { recursive: true });
        writeFileSync(join(machine, name), 'kept');
      }
      // Not published yet, and not lost.
      edit('fee: বিনামূল্যে', 'fee: 95');
      await follow('ব্যাকআপ ও ফেরত আনা', [0, 1]);
      spawnSync(join(bin, 'systemctl'), ['stop']);
      rmSync(machine, { recursive: true });
      mkdirSync(machine);
      await follow('ব্যাকআপ ও ফেরত আনা', [1, 2]);
      expect(await fees()).toContain('৯৫ টাকা');
      expect(readFileSync(join(machine, 'etc/charter.env'), 'utf8')).toBe('kept');
    });

    test('uninstalling as README.md has it leaves nothing', async () => {
      writeFileSync(join(bin, 'certbot'), '#!/bin/sh\n', { mode: 0o755 });
      for (const name of [
        'etc/systemd/system/charter.service',
        'etc/systemd/system/other.service',
      ]) {
        mkdirSync(join(machine, name, '..'), { recursive: true });
        writeFileSync(join(machine, name), '');
      }
      await follow('মুছে ফেলা');
      expect(await health()).toBeUndefined();
      const left = readdirSync(machine, { recursive: true, withFileTypes: true });
      expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([
        'other.service',
      ]);
    });
  },
);
