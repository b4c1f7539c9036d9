// The files that put the site on a machine: checked as far as a machine without root, Docker or a domain allows.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
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
import { dataFolder } from './support/data.ts';
import { freePort } from './support/port.ts';
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

test('the unit lets the press lower its priority, after all that it forbids', () => {
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

describe.skipIf(!['git', 'curl', 'flock'].every((program) => has(program, '--version')))(
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
    const officeFile = join(origin, 'data/office.yaml');
    const edited = join(live, 'data/services.yaml');
    const current = () => readlinkSync(join(live, 'current'));
    const health = async () =>
      (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.text();
    const fees = async () => (await fetch(`http://127.0.0.1:${port}/services/e-filing`)).text();
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

    beforeAll(async () => {
      port = await freePort();
      for (const folder of [root, origin, bin, machine, live])
        mkdirSync(folder, { mode: 0o700, recursive: true });
      for (const name of ['package.json', 'package-lock.json', 'src', 'views', 'public', 'deploy'])
        cpSync(name, join(origin, name), { recursive: true });
      cpSync(dataFolder, join(origin, 'data'), { recursive: true });
      git(origin, 'init', '-q', '-b', 'main');
      git(origin, 'config', 'receive.denyCurrentBranch', 'updateInstead');
      pushed('first');
      spawnSync('git', ['clone', '-q', origin, join(live, 'source')]);
      // npm ci takes long and is tested by being used: here the packages are a link.
      writeFileSync(
        join(bin, 'npm'),
        `#!/bin/sh\n[ -e unpackable ] && exit 1\n[ -e slow ] && { touch '${live}/waits'; exec sleep 60; }\nln -s '${resolve('node_modules')}' node_modules\n`,
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
  reload-or-restart) [ -e '${live}/deaf' ] || kill -HUP $(pid) ;;
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

    test('a first release that fails says that the site is down, and leaves nothing', async () => {
      writeFileSync(join(origin, 'refused'), '');
      pushed('a unit that refuses');
      const first = await deploy('release');
      expect(first.status).toBe(1);
      expect(first.last).toContain('there is none before it: the site is down');
      expect(existsSync(join(live, 'current'))).toBe(false);
      expect(readdirSync(join(live, 'releases'))).toEqual([]);
      rmSync(join(origin, 'refused'));
      pushed('mended');
      const none = await deploy('publish');
      expect(none.last).toContain('Run deploy/release first');
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

    test.each([
      [
        'data with a slip',
        () => writeFileSync(officeFile, 'departmnt: x\n'),
        'ভুল:',
        'Nothing|nothing',
      ],
      [
        'packages that cannot be had',
        () => writeFileSync(join(origin, 'unpackable'), ''),
        'packages',
        'nothing',
      ],
      [
        'a program that is silent',
        () => writeFileSync(join(origin, 'src/start.js'), ''),
        'does not run',
        'is back and answers',
      ],
    ])('%s: the release before is online, with its data', async (_, breaks, says, end) => {
      await nextSecond();
      const before = {
        current: current(),
        health: await health(),
        log: git(join(live, 'source'), 'log', '-1'),
      };
      breaks();
      pushed('broken');
      const failed = await deploy('release');
      expect(failed.status).toBe(1);
      expect(failed.output).toContain(says);
      expect(failed.last).toMatch(new RegExp(end));
      expect({
        current: current(),
        health: await health(),
        log: git(join(live, 'source'), 'log', '-1'),
      }).toEqual(before);
      expect(readdirSync(join(live, 'releases'))).toHaveLength(1);
      git(origin, 'revert', '--no-edit', 'HEAD');
    });

    test('while a release runs nothing else does; interrupted, it leaves everything as it was, and no lock', async () => {
      await nextSecond();
      const before = [current(), await health(), readdirSync(join(live, 'releases'))];
      writeFileSync(join(origin, 'slow'), '');
      pushed('slow packages');
      const release = start('release', []);
      while (!existsSync(join(live, 'waits'))) await wait(50);
      for (const command of ['release', 'publish'])
        expect(await deploy(command)).toMatchObject({
          status: 1,
          last: expect.stringContaining('Another release or publish is running'),
        });
      process.kill(-release.pid, 'SIGINT');
      expect((await release.ended).status).not.toBe(0);
      rmSync(join(live, 'waits'));
      // The lock's owner has ended, what it ran may take a moment.
      await expect
        .poll(async () => [current(), await health(), readdirSync(join(live, 'releases'))])
        .toEqual(before);
      git(origin, 'revert', '--no-edit', 'HEAD');
    });

    test('an edit is checked, shown, committed, loaded and live; --back undoes one after the other', async () => {
      const slip = readFileSync(edited, 'utf8');
      edit('fee: বিনামূল্যে', 'fe: ৫');
      const wrong = await deploy('publish');
      expect(wrong.status).toBe(1);
      expect(wrong.output).toContain('services.yaml:');
      expect(wrong.last).toContain('Not published');
      writeFileSync(edited, slip);

      const before = await health();
      edit('fee: বিনামূল্যে', 'fee: 50');
      const first = await deploy('publish');
      expect(first.status, first.output).toBe(0);
      expect(first.output).toMatch(/− .*: বিনামূল্যে\n.*\+ .*: ৫০ টাকা/s);
      expect(first.output.trim().split('\n').length).toBeLessThan(20);
      expect(first.output).toContain(`Live: version ${(await health())?.trim().slice(3)}`);
      expect(await fees()).toContain('৫০ টাকা');
      // What was published here is in the repository too.
      expect(git(origin, 'show', 'HEAD:data/services.yaml')).toContain('fee: 50');
      edit('fee: 50', 'fee: 70');
      expect((await deploy('publish')).status).toBe(0);
      expect(await fees()).toContain('৭০ টাকা');

      const back = await deploy('publish', ['--back']);
      expect(back.status, back.output).toBe(0);
      expect(await fees()).toContain('৫০ টাকা');
      await deploy('publish', ['--back']);
      expect(await health()).toBe(before);
      expect((await deploy('publish')).output).toContain('কোনো পাতার লেখা বদলাবে না');
    });

    test('an edit in a release is an edit of the data, and is not lost; a release waits for it', async () => {
      const file = join(live, 'current/data/services.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('fee: বিনামূল্যে', 'fee: 90'));
      const waits = await deploy('release');
      expect(waits.status).toBe(1);
      expect(waits.last).toContain('run deploy/publish first');
      const refused = await deploy('publish', ['--back']);
      expect(refused.last).toContain('not published');
      const { status, output } = await deploy('publish');
      expect(status, output).toBe(0);
      expect(await fees()).toContain('৯০ টাকা');
    });

    test('edits of the repository come along; where both change a line, nothing is published or lost', async () => {
      const remote = join(origin, 'data/services.yaml');
      const replace = (from: string, to: string) =>
        writeFileSync(remote, readFileSync(remote, 'utf8').replace(from, to));
      git(origin, 'reset', '--hard');
      replace('fee: 90', 'fee: 91');
      pushed('on the web page');
      expect((await deploy('publish')).status).toBe(0);
      expect(await fees()).toContain('৯১ টাকা');

      replace('fee: 91', 'fee: 92');
      pushed('on the web page');
      edit('fee: 91', 'fee: 93');
      const torn = await deploy('publish');
      expect(torn.status).toBe(1);
      expect(torn.last).toContain('nothing is published');
      expect(await fees()).toContain('৯১ টাকা');
      expect(readFileSync(edited, 'utf8')).toContain('fee: 93');
      edit('fee: 93', 'fee: 91');

      replace('fee: 92', 'fe: 92');
      pushed('a slip on the web page');
      const slip = await deploy('publish');
      expect(slip.status).toBe(1);
      expect(slip.output).toContain('services.yaml:');
      expect(readFileSync(edited, 'utf8')).toContain('fee: 91');
      replace('fe: 92', 'fee: 91');
      pushed('mended');
    });

    test('a reload that does not arrive is told, and tried again by the next run', async () => {
      writeFileSync(join(live, 'deaf'), '');
      edit('fee: 91', 'fee: 94');
      const deaf = await deploy('publish', [], { CHARTER_PATIENCE: '2' });
      expect(deaf.status).toBe(1);
      expect(deaf.last).toContain('Committed, but not live');
      rmSync(join(live, 'deaf'));
      const again = await deploy('publish');
      expect(again.status, again.output).toBe(0);
      expect(again.output).toContain('৯৪ টাকা');
      expect(await fees()).toContain('৯৪ টাকা');
    });

    test('a release with an edit that stands in the folder of an old release asks for it first', async () => {
      await nextSecond();
      rmSync(join(live, 'data'));
      rmSync(join(live, 'current/data'));
      cpSync(join(live, 'source/data'), join(live, 'current/data'), { recursive: true });
      writeFileSync(join(live, 'current/data/office.yaml'), 'department: x\n');
      const asks = await deploy('release');
      expect(asks.status).toBe(1);
      expect(asks.last).toMatch(/copy them to .*: current\/data\/office\.yaml/);
    });

    test('--back returns to the release before, with the data of now', async () => {
      await nextSecond();
      const before = current();
      const next = await deploy('release');
      expect(next.status, next.output).toBe(0);
      expect(current()).not.toBe(before);
      const back = await deploy('release', ['--back']);
      expect(back.status, back.output).toBe(0);
      expect(current()).toBe(before);
      expect(await fees()).toContain('৯৪ টাকা');
    });

    test('the watch says in one line how the site and its certificate are', async () => {
      const certificate = join(machine, 'letsencrypt/charter.example');
      mkdirSync(certificate, { recursive: true });
      const certify = (days: number) => {
        const subject = `-nodes -days ${days} -subj /CN=x -keyout ${certificate}/key`;
        const key = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1';
        spawnSync('openssl', `${key} ${subject} -out ${certificate}/fullchain.pem`.split(' '));
      };
      const watch = async (url: string) => {
        const { status, stdout, stderr } = await run('bash', ['deploy/watch'], {
          PUBLIC_URL: 'https://charter.example',
          CHARTER_HEALTH: url,
          CHARTER_CERTIFICATES: join(machine, 'letsencrypt'),
        }).ended;
        expect(stderr).toBe('');
        expect(stdout.trim().split('\n')).toHaveLength(1);
        return { status, stdout };
      };
      const url = `http://127.0.0.1:${port}/healthz`;
      expect(await watch(url)).toMatchObject({
        status: 1,
        stdout: expect.stringContaining('certificate cannot be read'),
      });
      certify(90);
      expect(await watch(url)).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/ok: ok \S{12}, certificate: (89|90) days/),
      });
      certify(5);
      expect(await watch(url)).toMatchObject({
        status: 1,
        stdout: expect.stringMatching(/the certificate ends in [45] days/),
      });
      expect(await watch(`http://127.0.0.1:${await freePort()}/healthz`)).toMatchObject({
        status: 1,
        stdout: expect.stringContaining('does not answer'),
      });
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
      edit('fee: 94', 'fee: 95');
      await follow('ব্যাকআপ ও ফেরত আনা', [0, 1]);
      spawnSync(join(bin, 'systemctl'), ['stop']);
      rmSync(machine, { recursive: true });
      mkdirSync(machine);
      await follow('ব্যাকআপ ও ফেরত আনা', [1, 2]);
      expect(await fees()).toContain('৯৫ টাকা');
      expect(readFileSync(join(machine, 'etc/charter.env'), 'utf8')).toBe('kept');
      expect((await deploy('publish')).status).toBe(0);
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
