// A machine in a folder for the commands of deploy/: real git repositories and files, and a site, systemd, Node and npm
// that are a few lines each. What a command does can be interrupted at each of its effects.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  Interruption,
  Machine,
  type Message,
  ProgramError,
  type RunOptions,
} from '../../deploy/machine.ts';

/** The mishap at an effect, counted from zero. */
export interface Mishap {
  at: number;
  kind: 'signal' | 'kill' | 'full';
}

/** Stands in for the death of the process: nothing after it has an effect. */
class Killed extends Error {}

/** Returns the version that the site gives for data. */
const versionOf = (folder: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'services.yaml')))
    .digest('hex')
    .slice(0, 12);

/** Runs git in a folder as somebody. */
export const git = (folder: string, ...args: string[]): string => {
  const named = ['-c', 'user.name=a', '-c', 'user.email=a@a.example', '-c', 'gc.auto=0'];
  return execFileSync('git', ['-C', folder, ...named, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
};

/** The folder of a machine, with its repository beside it. */
export class Folders {
  readonly all: string;
  constructor(from?: Folders) {
    this.all = mkdtempSync(join(tmpdir(), 'charter-machine-'));
    if (from) {
      // A tenth of the time that cpSync takes.
      execFileSync('cp', ['-a', `${from.all}/.`, this.all]);
    }
  }
  get root() {
    return join(this.all, 'root');
  }
  get source() {
    return join(this.root, 'source');
  }
  get origin() {
    return join(this.all, 'origin');
  }
  get file() {
    return join(this.source, 'data/services.yaml');
  }
  remove() {
    rmSync(this.all, { recursive: true });
  }

  /** Commits a change of a file in the repository, as others do. */
  push(name: string, text: string) {
    writeFileSync(join(this.origin, name), text);
    git(this.origin, 'add', '-A');
    git(this.origin, 'commit', '-qm', `${name}: ${text.slice(0, 20)}`);
  }

  current() {
    return existsSync(join(this.root, 'current')) ? readlinkSync(join(this.root, 'current')) : '';
  }

  /** All that a command may change, but for git's own files. */
  state() {
    return {
      status: git(this.source, 'status', '--porcelain=v2', '--branch', '--no-ahead-behind'),
      services: readFileSync(this.file, 'utf8'),
      current: this.current(),
      releases: readdirSync(join(this.root, 'releases')),
      root: readdirSync(this.root).sort(),
    };
  }

  /** Reports where a text stands: in the data on a branch or only in the files. */
  holds(text: string): 'branch' | 'file' | undefined {
    const log = git(this.source, 'log', '--branches', '-p', '--format=', '--', 'data');
    if (log.includes(`+${text}`)) return 'branch';
    return readFileSync(this.file, 'utf8').includes(text) ? 'file' : undefined;
  }
}

/** The process of the site: what it read when it started. */
export interface Site {
  /** Empty while the site is down. */
  release: string;
  version: string;
}

export class FakeMachine extends Machine {
  readonly folders: Folders;
  readonly site: Site;
  readonly lines: string[] = [];
  /** The names of the effects so far. */
  readonly moments: string[] = [];
  readonly #mishap: Mishap | undefined;
  readonly #isOnline: boolean;
  readonly #time: number;
  #isDead = false;
  static #count = 0;

  constructor(folders: Folders, site: Site, mishap?: Mishap, isOnline = true) {
    super({ CHARTER_ROOT: folders.root, CHARTER_PATIENCE: '2' });
    this.folders = folders;
    this.site = site;
    this.#mishap = mishap;
    this.#isOnline = isOnline;
    // A second later each time: releases are named by it.
    this.#time = Date.UTC(2026, 0, 1) + 1000 * FakeMachine.#count++;
  }

  override now() {
    return new Date(this.#time);
  }

  override moment(name: string) {
    if (this.#isDead) throw new Killed();
    super.moment(name);
    const { at, kind } = this.#mishap ?? {};
    const isNow = this.moments.push(name) - 1 === at;
    if (!isNow) return;
    if (kind === 'kill') {
      this.#isDead = true;
      throw new Killed();
    }
    if (kind === 'full') {
      // Nothing can be written; what only deletes or asks does not notice.
      if (
        /^(mkdir|make|ln|npm|tar|git .*(archive|add|write-tree|commit-tree|merge|fetch))/.test(name)
      )
        throw new ProgramError(name, '', 'No space left on device');
    }
    // Once it runs.
    if (kind === 'signal') setImmediate(() => this.interrupt(new Interruption('SIGINT')));
  }

  override async run(program: string, args: readonly string[], options: RunOptions = {}) {
    const answer = this.#fake(program, args, options);
    if (answer === undefined) return super.run(program, args, options);
    this.moment([program, ...args].join(' '));
    await new Promise((resolve) => setImmediate(resolve));
    this.#afterwards();
    return answer();
  }

  /** A signal that came while a program ran. */
  #afterwards() {
    super.moment('');
  }

  #fake(program: string, args: readonly string[], { cwd }: RunOptions): (() => string) | undefined {
    const { root } = this.folders;
    switch (program) {
      case 'npm':
        return () => {
          mkdirSync(join(cwd as string, 'node_modules'));
          writeFileSync(join(cwd as string, 'node_modules/.package-lock.json'), '');
          return '';
        };
      case 'node': {
        const data = join(cwd as string, 'data');
        const isGood = !readFileSync(join(data, 'services.yaml'), 'utf8').includes('BAD');
        return () => {
          if (!isGood) throw new ProgramError('node', '', 'ভুল: services.yaml:1');
          return args[2]?.endsWith('check.ts') ? 'ok\nok\n' : `${versionOf(data)}\nবদলাবে\n`;
        };
      }
      case 'tar':
        // In one step from the repository, and not from the archive.
        return () => this.#unpack(args[2] ?? '');
      case 'chmod':
        return () => '';
      case 'systemctl':
        return () => this.#systemctl(args[0], root);
      case 'git':
        return this.#repository(args[4]);
      default:
        return undefined;
    }
  }

  /** The network: what is in the repository has been fetched before, which takes most of git's time. */
  #repository(command: string | undefined): (() => string) | undefined {
    if (command === 'archive') return () => '';
    if (command !== 'fetch' && command !== 'push') return undefined;
    return () => {
      if (!this.#isOnline) throw new ProgramError('git', '', 'Could not resolve host');
      const { source } = this.folders;
      const upstream = 'refs/remotes/origin/main';
      if (command === 'fetch') return '';
      try {
        git(source, 'merge-base', '--is-ancestor', upstream, 'HEAD');
      } catch {
        throw new ProgramError('git', '', '! [rejected] main -> main (fetch first)');
      }
      return git(source, 'update-ref', upstream, 'HEAD');
    };
  }

  /** Writes the files of a commit into a folder that is named after it. */
  #unpack(folder: string): string {
    const [commit = '', ...paths] = basename(folder).split('-');
    const index = `--work-tree=${folder}`;
    const env = { ...process.env, GIT_INDEX_FILE: `${folder}.index` };
    const args = ['-C', this.folders.source, index, 'checkout', commit, '--', ...paths];
    execFileSync('git', paths.length > 0 ? args : [...args, '.'], { env, stdio: 'ignore' });
    return '';
  }

  #systemctl(action: string | undefined, root: string) {
    if (action === 'stop') this.site.release = '';
    if (action === 'restart') {
      const release = this.folders.current();
      const isGood = !existsSync(join(root, release, 'BROKEN'));
      this.site.release = isGood ? release : '';
    }
    if (action !== 'reset-failed' && this.site.release !== '')
      this.site.version = versionOf(join(root, 'data'));
    return '';
  }

  override async health() {
    return this.site.release === '' ? '' : `ok ${this.site.version}`;
  }

  override show(text: string) {
    this.lines.push(...text.trim().split('\n'));
  }

  get last() {
    return this.lines.at(-1) ?? '';
  }
}

/** Returns a machine with two releases, and its repository. */
export async function installed(
  release: (machine: Machine) => Promise<Message>,
): Promise<{ folders: Folders; site: Site }> {
  const folders = new Folders();
  const site = { release: '', version: '' };
  mkdirSync(join(folders.origin, 'data'), { recursive: true });
  mkdirSync(join(folders.origin, 'src/commands'), { recursive: true });
  for (const name of ['src/commands/changes.ts', 'src/code.ts'])
    writeFileSync(join(folders.origin, name), '1\n');
  execFileSync('git', ['init', '-q', '-b', 'main', '--template=', folders.origin]);
  folders.push('data/services.yaml', `fee: 0\n${'\n'.repeat(9)}time: 0\n`);
  mkdirSync(folders.root);
  // The path is relative, so that a copy of all has a separate repository.
  execFileSync('git', ['clone', '-q', '--template=', folders.origin, folders.source]);
  git(folders.source, 'remote', 'set-url', 'origin', '../../origin');
  git(folders.origin, 'config', 'receive.denyCurrentBranch', 'updateInstead');
  for (const version of ['1\n', '2\n']) {
    folders.push('src/code.ts', version.repeat(2));
    git(folders.source, 'fetch', '-q');
    const machine = new FakeMachine(folders, site);
    if ((await machine.carryOut(() => release(machine))) !== 0) throw new Error(machine.last);
  }
  for (const folder of [folders.origin, folders.source]) git(folder, 'repack', '-adq');
  return { folders, site };
}
