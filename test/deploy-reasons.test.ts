// Messages of the commands of deploy/ about a machine that is not as it should be: the reason, and the command to type.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ProgramError } from '../deploy/machine.ts';
import { publish, undoPublication } from '../deploy/publish.ts';
import { release, releaseBack } from '../deploy/release.ts';
import { FakeMachine, Folders, git, installed, type Site } from './support/deploy-machine.ts';
import { run } from './support/process.ts';

let template: { folders: Folders; site: Site };
beforeAll(async () => {
  template = await installed(release);
});
afterAll(() => template.folders.remove());

let folders: Folders;
let site: Site;
beforeEach(() => {
  folders = new Folders(template.folders);
  site = { ...template.site };
});
afterEach(() => folders.remove());

const commands = { release, releaseBack, publish, undoPublication };

async function carryOut(name: keyof typeof commands) {
  const machine = new FakeMachine(folders, site);
  const status = await machine.carryOut(() => commands[name](machine));
  // Bengali first, then English.
  expect(machine.last).toMatch(/[ঀ-৿].* \/ .*[A-Za-z]/);
  return { status, last: machine.last, output: machine.lines.join('\n') };
}

/** Runs the command that a message asks the reader to type, with its folders. */
function type(last: string): void {
  const command = last.split('লিখুন / Type: ')[1];
  expect(command, last).toBeDefined();
  execFileSync('sh', ['-c', command as string], { stdio: 'ignore' });
}

const services = () => readFileSync(folders.file, 'utf8');
const edit = (from = 'fee: 0', to = 'fee: EDIT') =>
  writeFileSync(folders.file, services().replace(from, to));
const commit = () => git(folders.source, 'commit', '-qam', 'edit');
const pushTime = (time: string) => {
  const file = join(folders.origin, 'data/services.yaml');
  folders.push('data/services.yaml', readFileSync(file, 'utf8').replace(/time: .*/, time));
  git(folders.source, 'fetch', '-q');
};

test.each(['release', 'publish'] as const)('%s on no branch names the way back', async (name) => {
  git(folders.source, 'checkout', '-q', '--detach');
  writeFileSync(join(folders.source, 'src/code.ts'), 'on no branch\n');
  commit();
  if (name === 'publish') edit();
  const before = folders.state();
  const { status, last } = await carryOut(name);
  expect(status).toBe(1);
  expect(last).toContain('on no branch (detached HEAD)');
  expect(last).not.toContain('Live');
  expect(folders.state()).toEqual(before);
  type(last);
  expect((await carryOut(name)).status).toBe(0);
  // The commits made there are in the branch too.
  expect(git(folders.source, 'log', '-p', 'main', '--', 'src')).toContain('+on no branch');
  if (name === 'publish') expect(folders.holds('fee: EDIT')).toBe('branch');
});

test('a merge that somebody has begun by hand is theirs to finish', async () => {
  edit();
  commit();
  pushTime('fee: OTHER');
  folders.push('data/services.yaml', services().replace('fee: EDIT', 'fee: OTHER'));
  git(folders.source, 'fetch', '-q');
  expect(() => git(folders.source, 'merge', 'origin/main')).toThrow();
  const { status, last } = await carryOut('publish');
  expect([status, last]).toEqual([
    1,
    expect.stringContaining('A merge in the checkout is not finished'),
  ]);
  type(last);
  expect(services()).toContain('fee: EDIT');
  expect((await carryOut('publish')).last).toContain('same lines');
});

test('a git that was killed has left its lock', async () => {
  writeFileSync(join(folders.source, '.git/index.lock'), '');
  const { last } = await carryOut('publish');
  expect(last).toContain('Another git is running, or was killed');
  type(last);
  expect((await carryOut('publish')).status).toBe(0);
});

test('the same line here and in the repository: both are kept, and the way out works', async () => {
  folders.push('data/services.yaml', services().replace('fee: 0', 'fee: OTHER'));
  git(folders.source, 'fetch', '-q');
  edit();
  const before = folders.state();
  const { status, last } = await carryOut('publish');
  expect(status).toBe(1);
  expect(last).toContain(
    'The same lines were changed here and in the repository (data/services.yaml)',
  );
  expect(folders.state()).toEqual(before);
  type(last);
  edit('fee: EDIT', 'fee: OTHER');
  expect((await carryOut('publish')).status).toBe(0);
  edit('fee: OTHER', 'fee: EDIT');
  expect((await carryOut('publish')).last).toContain('Live: ');
});

test('a commit of code on the machine that collides with the repository', async () => {
  writeFileSync(join(folders.source, 'src/code.ts'), 'mended here\n');
  commit();
  folders.push('src/code.ts', 'mended there\n');
  git(folders.source, 'fetch', '-q');
  const before = folders.state();
  const { last } = await carryOut('release');
  expect(last).toContain('The program was changed and committed on this machine');
  expect(last).toContain('src/code.ts');
  expect(folders.state()).toEqual(before);
  type(last);
  expect((await carryOut('release')).last).toContain('Online: ');
  expect(git(folders.source, 'log', '-p', 'kept', '--', 'src')).toContain('+mended here');
});

test('a change of code without a commit that is in the way', async () => {
  writeFileSync(join(folders.source, 'src/code.ts'), 'tried out here\n');
  folders.push('src/code.ts', 'from there\n');
  git(folders.source, 'fetch', '-q');
  const before = folders.state();
  const { last, output } = await carryOut('release');
  expect(last).toContain('changed on this machine without a commit');
  expect(output).toContain('src/code.ts');
  expect(folders.state()).toEqual(before);
  type(last);
  expect((await carryOut('release')).last).toContain('Online: ');
  expect(git(folders.source, 'stash', 'show', '-p')).toContain('+tried out here');
});

test('an edit is undone while the repository is bad, and nothing of it is left to publish', async () => {
  edit();
  expect((await carryOut('publish')).status).toBe(0);
  git(folders.origin, 'fetch', '-q', folders.source, 'main');
  git(folders.origin, 'reset', '-q', '--hard', 'FETCH_HEAD');
  pushTime('time: BAD');
  const version = site.version;
  const undone = await carryOut('undoPublication');
  expect([undone.status, undone.last]).toEqual([0, expect.stringContaining('Live: ')]);
  expect(site.version).not.toBe(version);
  expect(services()).not.toContain('EDIT');
  expect(folders.state().status).not.toMatch(/^[^#]/m);
  // Bad data stay out.
  const bad = await carryOut('publish');
  expect(bad.last).toContain('What comes from the repository has problems');
  pushTime('time: 7');
  expect((await carryOut('publish')).last).toContain('Live: ');
  expect(services()).toContain('time: 7');
  expect(services()).not.toContain('EDIT');
});

test('an undo that fails leaves nothing to publish', async () => {
  edit('fee: 0', 'fee: BAD');
  commit();
  edit('fee: BAD', 'fee: good');
  commit();
  const before = folders.state();
  const { status, last } = await carryOut('undoPublication');
  expect([status, last]).toEqual([1, expect.stringContaining('Not undone')]);
  expect(folders.state()).toEqual(before);
});

test('a half-made release is no way back, and does not count among the five', async () => {
  const releases = join(folders.root, 'releases');
  const [first, second] = folders.state().releases;
  for (const name of ['20260101-000000-zzzzzzz', '20260101-000000-zzzzzzzz'])
    mkdirSync(join(releases, name, 'node_modules'), { recursive: true });
  const back = await carryOut('releaseBack');
  expect(back.last).toContain(`Back to: releases/${first}`);
  for (const name of ['20260101-000000-z1', '20260101-000000-z2', '20260101-000000-z3'])
    cpSync(join(releases, second ?? ''), join(releases, name), { recursive: true });
  await carryOut('release');
  const { releases: left } = folders.state();
  expect(left).toHaveLength(5);
  expect(left).toEqual(expect.arrayContaining([first, second, '20260101-000000-z3']));
});

test.each([
  ['release', 'half-way'],
  ['publish', 'at its end'],
] as const)('%s: a move of the checkout that fails %s is put back', async (name, when) => {
  pushTime('time: 5');
  folders.push('src/new.ts', '1\n');
  folders.push('src/code.ts', '3\n');
  git(folders.source, 'fetch', '-q');
  if (name === 'publish') edit();
  const before = folders.state();
  const machine = new FakeMachine(folders, site);
  const run = machine.run.bind(machine);
  machine.run = async (program, args, options) => {
    if (!args.includes('--ff-only')) return run(program, args, options);
    if (when === 'at its end') await run(program, args, options);
    // This is how git leaves it when the disk is full.
    else
      for (const file of ['src/new.ts', 'src/code.ts', 'data/services.yaml'])
        writeFileSync(
          join(folders.source, file),
          `${git(folders.source, 'show', `origin/main:${file}`)}\n`,
        );
    throw new ProgramError('git', '', 'fatal: write error: No space left on device');
  };
  expect(await machine.carryOut(() => commands[name](machine))).toBe(1);
  expect(machine.last).toMatch(/The disk is full; nothing .* Type: df -h /);
  expect(folders.state()).toEqual(before);
  expect(existsSync(join(folders.source, 'src/new.ts'))).toBe(false);
  expect((await carryOut(name)).status).toBe(0);
});

test('an undo that itself fails is not called an undo', async () => {
  pushTime('time: 5');
  const machine = new FakeMachine(folders, site);
  const run = machine.run.bind(machine);
  machine.run = (program, args, options) =>
    args.includes('--ff-only') || args.includes('update-ref')
      ? Promise.reject(new ProgramError('git', '', 'broken\nin two lines'))
      : run(program, args, options);
  expect(await machine.carryOut(() => release(machine))).toBe(1);
  expect(machine.lines).toContain('git: broken');
  expect(machine.last).toMatch(
    /what was before could not be brought back, for the reason above\.$/,
  );
  expect(machine.last).not.toContain('nothing has changed');
});

test('a backup with an edit that is not published comes up, also without the repository', async () => {
  edit();
  rmSync(join(folders.root, 'current'));
  rmSync(join(folders.root, 'releases'), { recursive: true });
  rmSync(folders.origin, { recursive: true });
  const machine = new FakeMachine(folders, site, undefined, false);
  expect(await machine.carryOut(() => release(machine)), machine.lines.join('\n')).toBe(0);
  expect(machine.last).toMatch(
    /with edits that are in no branch yet \(data\/services\.yaml\); run deploy\/publish/,
  );
  expect(folders.holds('fee: EDIT')).toBe('file');
  const { last } = await carryOut('publish');
  expect(last).toContain('Live: ');
  expect(folders.holds('fee: EDIT')).toBe('branch');
});

test('the release before runs with edits that are in no branch, and says so', async () => {
  edit();
  const { last } = await carryOut('releaseBack');
  expect(last).toMatch(/Back to: .*with edits that are in no branch yet/);
  edit('fee: EDIT', 'BAD');
  await carryOut('release');
  const { last: refused } = await carryOut('releaseBack');
  expect(refused).toContain('There is no release before');
});

test('an edit made while publication runs is named', async () => {
  edit();
  const machine = new FakeMachine(folders, site);
  const moment = machine.moment.bind(machine);
  machine.moment = (name) => {
    if (name.includes('reload-or-restart')) edit('time: 0', 'time: LATER');
    moment(name);
  };
  expect(await machine.carryOut(() => publish(machine))).toBe(1);
  expect(machine.last).toContain('Committed, but not live');
  expect(machine.last).toContain('data/services.yaml');
  expect(folders.holds('fee: EDIT')).toBe('branch');
  expect((await carryOut('publish')).last).toContain('Live: ');
  expect(folders.holds('time: LATER')).toBe('branch');
});

test('a release waits for edits, and so does an undo', async () => {
  edit();
  const before = folders.state();
  expect((await carryOut('release')).last).toContain('run deploy/publish first');
  const { last } = await carryOut('undoPublication');
  expect(last).toContain('edits that are not published (data/services.yaml)');
  expect(folders.state()).toEqual(before);
  type(last);
  expect(git(folders.source, 'stash', 'show', '-p')).toContain(`+fee: EDIT`);
});

test('a reload that does not arrive is reported, and tried again by the next run', async () => {
  edit();
  const machine = new FakeMachine(folders, site);
  machine.health = async () => 'ok 000000000000';
  expect(await machine.carryOut(() => publish(machine))).toBe(1);
  expect(machine.last).toMatch(/Committed, but not live; .* Type: journalctl -u charter -n 20$/);
  expect((await carryOut('publish')).last).toContain('Live: ');
});

test('an edit in the folder of a release from before the data left it is named', async () => {
  rmSync(join(folders.root, 'data'));
  rmSync(join(folders.root, 'current/data'));
  mkdirSync(join(folders.root, 'current/data'));
  writeFileSync(join(folders.root, 'current/data/services.yaml'), 'fee: EDIT\n');
  const { status, last } = await carryOut('release');
  expect([status, last]).toEqual([
    1,
    expect.stringMatching(/copy them to .*: current\/data\/services\.yaml/),
  ]);
  expect((await carryOut('release')).last).toContain('Online: ');
});

test('a first release that does not run leaves nothing, and says that the site is down', async () => {
  rmSync(join(folders.root, 'current'));
  rmSync(join(folders.root, 'releases'), { recursive: true });
  site.release = '';
  expect((await carryOut('publish')).last).toContain('Run deploy/release first');
  folders.push('BROKEN', '');
  git(folders.source, 'fetch', '-q');
  const { last } = await carryOut('release');
  expect(last).toContain('there is none before it: the site is down');
  expect([folders.current(), folders.state().releases]).toEqual(['', []]);
});

test('a release that does not run: the one before is back, with its data', async () => {
  pushTime('time: 5');
  folders.push('BROKEN', '');
  git(folders.source, 'fetch', '-q');
  const before = folders.state();
  const { status, last } = await carryOut('release');
  expect(status).toBe(1);
  expect(last).toMatch(
    /does not run \(why: journalctl -u charter -n 20\); releases\/\S+ is back and answers/,
  );
  expect(folders.state()).toEqual(before);
  expect(site).toEqual(template.site);
});

test('data with a mistake in the repository, or packages that cannot be had: nothing changes', async () => {
  const before = folders.state();
  const machine = new FakeMachine(folders, site);
  const run = machine.run.bind(machine);
  machine.run = (program, ...rest) => run(program === 'npm' ? 'false' : program, ...rest);
  expect(await machine.carryOut(() => release(machine))).toBe(1);
  expect(machine.last).toContain('The packages cannot be installed; nothing has changed');
  expect(folders.state()).toEqual(before);
  pushTime('time: BAD');
  const { last, output } = await carryOut('release');
  expect(output).toContain('ভুল: services.yaml:1');
  expect(last).toContain('The data have problems; nothing has changed');
  expect(folders.state().services).toBe(before.services);
});

test('without the repository, a release says so and why; an edit is live all the same', async () => {
  const offline = (name: 'release' | 'publish') => {
    const machine = new FakeMachine(folders, site, undefined, false);
    return machine.carryOut(() => commands[name](machine)).then(() => machine);
  };
  const refused = await offline('release');
  expect(refused.lines).toContain('Could not resolve host');
  expect(refused.last).toContain('The latest commit cannot be fetched; nothing has changed');
  edit();
  const published = await offline('publish');
  expect(published.lines).toContain('Could not resolve host');
  expect(published.last).toContain('Live: ');
});

/** Returns the real entry, with a folder of programs in front of the system's. */
const entry = (name: string, args: string[], settings: Record<string, string>) =>
  run(join('deploy', name), args, { CHARTER_ROOT: folders.root, ...settings }).ended;

test.skipIf(process.getuid?.() !== 0)(
  'a login without rights is asked to become root',
  async () => {
    const shell = `PATH=${process.env.PATH} CHARTER_ROOT=${folders.root} exec deploy/publish --back`;
    chmodSync(folders.all, 0o755);
    const args = ['--reuid=65534', '--clear-groups', 'sh', '-c', shell];
    const { status, stderr } = await run('setpriv', args).ended;
    expect(status).toBe(1);
    expect(stderr).toContain(`Type: sudo ${folders.source}/deploy/publish --back`);
  },
);

test.each([
  ['none', undefined, 'Node is not installed'],
  ['an old one', 'v20.1.0', 'needs Node 24.3 or newer'],
])('Node: %s', async (_, version, reason) => {
  const bin = mkdtempSync(join(tmpdir(), 'charter-node-'));
  for (const name of ['sh', 'dirname', 'readlink'])
    execFileSync('ln', ['-s', `/bin/${name}`, join(bin, name)]);
  // The present Node, which takes itself for another.
  if (version) {
    const loader = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version.slice(1)}'})`;
    const script = `#!/bin/sh\nexec '${process.execPath}' --import "${loader}" "$@"\n`;
    writeFileSync(join(bin, 'node'), script, { mode: 0o755 });
  }
  const { status, stderr } = await entry('release', [], { PATH: bin });
  expect(status).toBe(1);
  expect(stderr).toContain(reason);
  expect(stderr).toMatch(/[ঀ-৿].*\n?.*un command 2 of deploy\/README\.md/);
  rmSync(bin, { recursive: true });
});

test('an option that does not exist is not taken for none', async () => {
  const { status, stderr } = await entry('release', ['--bak'], {});
  expect([status, stderr]).toEqual([2, expect.stringContaining('deploy/release [--back]')]);
  expect(existsSync(join(folders.root, 'releases'))).toBe(true);
});
