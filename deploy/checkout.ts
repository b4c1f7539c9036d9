// The checkout, /srv/charter/source: its edits, what is in the repository, and moving from one commit to another. All
// but the move happens beside it, in git's database and in a folder that is deleted at the end.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Failure, type Machine, ProgramError } from './machine.ts';

/** The files of the data, as git names them. */
const DATA = ':(glob)data/*.yaml';

/** The commit whose data are online. */
const ONLINE = 'refs/charter/online';

/** Begins the names of folders for what is not whole yet. */
const ASIDE = '.new-';

const REMOTE_SECONDS = 60;

/** The marks of an unfinished git operation, each with the command that ends it. */
const unfinished = {
  MERGE_HEAD: 'merge',
  CHERRY_PICK_HEAD: 'cherry-pick',
  REVERT_HEAD: 'revert',
  'rebase-merge': 'rebase',
  'rebase-apply': 'rebase',
};

/** Deletes a folder, into which a program that outlived a killed run may still write. */
const remove = (folder: string) =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

export class Checkout {
  readonly #machine: Machine;
  readonly folder: string;
  /** The present commit. */
  head = '';
  branch: string | undefined;
  /** The branch of the repository that the checkout follows, such as origin/main. */
  upstream: string | undefined;
  /** The files of the data that differ from the present commit. */
  readonly edits: string[] = [];
  #aside: string | undefined;
  #identity: Record<string, string> | undefined;

  private constructor(machine: Machine) {
    this.#machine = machine;
    this.folder = machine.path('source');
  }

  /** A folder for what is being made, on the same file system as the releases. */
  get aside(): string {
    this.#aside ??= this.#machine.change('make a folder aside', () => {
      const releases = this.#machine.path('releases');
      mkdirSync(releases, { recursive: true });
      const left = () => readdirSync(releases).filter((name) => name.startsWith(ASIDE));
      const clear = () => {
        for (const name of left()) remove(join(releases, name));
      };
      // Those that a killed run has left, and at the end this one.
      clear();
      this.#machine.atEnd(() => this.#machine.change('rm aside', clear));
      return mkdtempSync(join(releases, ASIDE));
    });
    return this.#aside;
  }

  /**
   * Reads where the checkout stands, after git's index agrees with the present commit on the data again, whatever an
   * earlier run has left.
   */
  static async open(machine: Machine): Promise<Checkout> {
    const checkout = new Checkout(machine);
    const lockFile = join(checkout.folder, '.git/index.lock');
    if (existsSync(lockFile))
      throw new Failure(
        'আরেকটি git চলছে, অথবা মাঝপথে থেমে গেছে; আর কেউ না চালালে মুছে দিন',
        'Another git is running, or was killed; if nobody runs one, delete its lock',
        `rm ${lockFile}`,
      );
    await checkout.#refresh();
    const status = await checkout.git(
      ...[
        'status',
        '--porcelain=v2',
        '--branch',
        '--no-ahead-behind',
        '--untracked-files=all',
        '--no-renames',
      ],
    );
    for (const line of lines(status)) {
      const [, key, value = ''] = /^# branch\.(\S+) (.*)/.exec(line) ?? [];
      if (key === 'oid') checkout.head = value;
      if (key === 'head' && value !== '(detached)') checkout.branch = value;
      if (key === 'upstream') checkout.upstream = value;
      const [, file = ''] = /^(?:1(?: \S+){7}|\?) (data\/[^/]+\.yaml)$/.exec(line) ?? [];
      if (file !== '') checkout.edits.push(file);
    }
    return checkout;
  }

  /** Runs git in the checkout. */
  async git(...args: string[]): Promise<string> {
    return this.#git(args);
  }

  async #git(args: string[], env: Record<string, string> = {}, seconds?: number): Promise<string> {
    const options = {
      env: { GIT_TERMINAL_PROMPT: '0', ...env },
      // Only what asks the repository takes long. A git that is killed leaves its lock.
      ...(seconds === undefined ? { finishes: true } : { seconds }),
    };
    const named = ['-C', this.folder, '-c', 'core.quotePath=false'];
    return (await this.#machine.run('git', [...named, ...args], options)).trim();
  }

  /** Runs git for a question that it answers by its exit status or by nothing. */
  async #ask(...args: string[]): Promise<string | undefined> {
    try {
      return await this.git(...args);
    } catch (error) {
      if (error instanceof ProgramError) return undefined;
      throw error;
    }
  }

  commit(name: string): Promise<string> {
    return this.git('rev-parse', '--verify', `${name}^{commit}`);
  }

  /** Returns the commit whose data are online, or the present one if that is not known. */
  async online(): Promise<string> {
    return (await this.#ask('rev-parse', '--verify', '--quiet', ONLINE)) ?? this.head;
  }

  async setOnline(commit: string): Promise<void> {
    await this.git('update-ref', ONLINE, commit);
  }

  /**
   * Refuses a checkout on which no commit would belong to a branch.
   * @returns the branch
   */
  async onBranch(): Promise<string> {
    for (const [file, command] of Object.entries(unfinished)) {
      if (!existsSync(join(this.folder, '.git', file))) continue;
      const type = `git -C ${this.folder} ${command} --abort`;
      throw new Failure(
        `চেকআউটে একটি ${command} শেষ হয়নি; শেষ করুন বা বাদ দিন`,
        `A ${command} in the checkout is not finished; finish or drop it`,
        type,
      );
    }
    if (this.branch !== undefined) return this.branch;
    const heads = lines(await this.git('for-each-ref', '--format=%(refname:short)', 'refs/heads'));
    const main = heads.find((name) => name === 'main') ?? heads[0] ?? 'main';
    const isHeld = await this.contains(main, this.head);
    const merge = isHeld ? '' : ` && git -C ${this.folder} merge ${this.head}`;
    const type = `git -C ${this.folder} switch ${main}${merge}`;
    throw new Failure(
      'চেকআউট কোনো branch-এ নেই (detached HEAD), তাই বদল হারিয়ে যেত',
      'The checkout is on no branch (detached HEAD), so edits would be lost',
      type,
    );
  }

  async #refresh(): Promise<void> {
    await this.git('reset', '--quiet', '--', DATA);
  }

  /** Returns the tree of the present commit after a change to the data, made in a separate index. */
  async #tree(...change: string[]): Promise<string> {
    const env = { GIT_INDEX_FILE: join(this.aside, 'index') };
    await this.#git(['read-tree', 'HEAD'], env);
    await this.#git([...change, '--', DATA], env);
    return this.#git(['write-tree'], env);
  }

  /** Returns the tree with the data as they are in the files. */
  edited(): Promise<string> {
    return this.#tree('add', '--all');
  }

  /** Returns the tree with the data of another commit. */
  withDataOf(commit: string): Promise<string> {
    return this.#tree('restore', `--source=${commit}`, '--staged');
  }

  /** Returns the files that differ between two commits or trees. */
  async changed(from: string, to: string): Promise<string[]> {
    return lines(await this.git('diff-tree', '-r', '--name-only', '--no-renames', from, to));
  }

  /** Returns settings that name the user of this machine as the author; none if git knows somebody. */
  async #author(): Promise<Record<string, string>> {
    if ((await this.git('config', '--default', '', '--get', 'user.email')) !== '') return {};
    const name = process.env.SUDO_USER ?? userInfo().username;
    const email = 'charter@localhost';
    return {
      ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email },
      ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email },
    };
  }

  /** Makes a commit, which belongs to no branch yet; by the user of this machine, unless git knows somebody. */
  async commitTree(tree: string, parents: string[], message: string): Promise<string> {
    this.#identity ??= await this.#author();
    const from = parents.flatMap((parent) => ['-p', parent]);
    return this.#git(['commit-tree', tree, ...from, '-m', message], this.#identity);
  }

  /**
   * Returns the last commit that changed the data and is not undone.
   * @throws Failure if there is none, or none before it
   */
  async lastEdit(): Promise<{ edit: string; subject: string }> {
    const undone = new Set<string>();
    const log = await this.git(
      'log',
      '--first-parent',
      '--format=%H%x09%P%x09%(trailers:key=Undoes,valueonly,separator=%x20)%x09%s',
      '--',
      DATA,
    );
    for (const line of lines(log)) {
      const [edit = '', parents = '', undoes = '', ...subject] = line.split('\t');
      if (undoes !== '') for (const commit of undoes.split(' ')) undone.add(commit);
      else if (!undone.has(edit)) {
        if (parents === '') break;
        return { edit, subject: subject.join('\t') };
      }
    }
    throw new Failure('ফেরানোর মতো কোনো বদল নেই', 'There is no edit to undo');
  }

  /** Gets the newest commits. @throws ProgramError with git's reason */
  async fetch(): Promise<void> {
    await this.#git(['fetch', '--quiet'], {}, REMOTE_SECONDS);
  }

  /** Sends the branch. @throws ProgramError with git's reason */
  async push(): Promise<void> {
    await this.#git(['push', '--quiet'], {}, REMOTE_SECONDS);
  }

  /** Reports whether a commit is another or comes after it. */
  async contains(later: string, earlier: string): Promise<boolean> {
    return (await this.#ask('merge-base', '--is-ancestor', earlier, later)) !== undefined;
  }

  /**
   * Merges two commits without touching a file.
   * @returns the commit that has both, or the files in which both change the same lines
   */
  async merge(
    ours: string,
    upstream: string,
  ): Promise<{ commit: string } | { conflicts: string[] }> {
    const theirs = await this.commit(upstream);
    if (theirs === ours) return { commit: ours };
    const counts = await this.git('rev-list', '--left-right', '--count', `${ours}...${theirs}`);
    const [more, missing] = counts.split(/\s+/);
    if (missing === '0') return { commit: ours };
    if (more === '0') return { commit: theirs };
    try {
      const args = ['--write-tree', '--name-only', '--no-messages'];
      const tree = await this.git('merge-tree', ...args, ours, theirs);
      return { commit: await this.commitTree(tree, [ours, theirs], `Merge ${upstream}`) };
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error;
      const [tree, ...conflicts] = lines(error.stdout);
      if (tree === undefined) throw error;
      return { conflicts: [...new Set(conflicts)] };
    }
  }

  /**
   * Writes the files of a commit, or some of them, into a folder beside the checkout.
   * @returns the folder, which is the same for the same files
   */
  async extract(commit: string, ...paths: string[]): Promise<string> {
    const folder = join(this.aside, [commit, ...paths].join('-'));
    if (existsSync(folder)) return folder;
    const archive = `${folder}.tar`;
    await this.git('archive', `--output=${archive}`, commit, ...paths);
    this.#machine.change('mkdir', () => mkdirSync(folder));
    await this.#machine.run('tar', ['-x', '-C', folder, '-f', archive]);
    this.#machine.change('rm', () => rmSync(archive, { force: true }));
    return folder;
  }

  /**
   * Moves the branch, git's index and the files from the present commit to a later one. What fails leaves the files,
   * with the edits in them, as they are now.
   * @param mine the present commit, or one after it that holds the edits of the files
   * @param next mine, or a commit after it
   */
  async moveTo(mine: string, next: string): Promise<void> {
    let isMoving = false;
    this.#machine.before(async () => {
      if (isMoving) await this.#putBack(mine, next);
      await this.git('update-ref', 'HEAD', this.head);
      await this.#refresh();
    });
    if (mine !== this.head) {
      await this.git('update-ref', '-m', 'deploy', 'HEAD', mine, this.head);
      await this.git('add', '--all', '--', DATA);
    }
    if (next === mine) return;
    try {
      await this.git('read-tree', '-m', '-u', '--dry-run', mine, next);
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error;
      this.#machine.show(error.stderr, process.stderr);
      const type = `git -C ${this.folder} stash --include-untracked`;
      throw new Failure(
        'উপরের ফাইলগুলো এই মেশিনে বদলানো, কিন্তু commit করা নয়; সরিয়ে রাখুন',
        'The files above were changed on this machine without a commit; set them aside',
        type,
      );
    }
    isMoving = true;
    await this.git('merge', '--quiet', '--ff-only', next);
  }

  /** Takes back a move that may have been done in part: the files that differ, and only these. */
  async #putBack(mine: string, next: string): Promise<void> {
    const added = new Set(
      lines(
        await this.git(
          'diff-tree',
          '-r',
          '--name-only',
          '--no-renames',
          '--diff-filter=A',
          mine,
          next,
        ),
      ),
    );
    const others = (await this.changed(mine, next)).filter((file) => !added.has(file));
    // Deleted first: it may be the disk that is full.
    for (const file of added)
      this.#machine.change(`rm ${file}`, () => rmSync(join(this.folder, file), { force: true }));
    if (added.size > 0)
      await this.git('rm', '--cached', '--quiet', '--ignore-unmatch', '--', ...added);
    if (others.length > 0)
      await this.git('restore', `--source=${mine}`, '--staged', '--worktree', '--', ...others);
  }
}

/** Returns the failure for files in which both sides changed the same lines. */
export function conflict(folder: string, files: string[], upstream: string): Failure {
  const names = files.join(', ');
  if (files.every((file) => /^data\/[^/]+\.yaml$/.test(file)))
    return new Failure(
      `একই লাইন এখানে ও সংগ্রহশালায় দুইভাবে বদলানো হয়েছে (${names}); সংগ্রহশালার মতো লিখে প্রকাশ করুন, তারপর আবার বদলান`,
      `The same lines were changed here and in the repository (${names}); write them as there, publish, then change them again`,
      `git -C ${folder} diff HEAD...${upstream} -- ${files.join(' ')}`,
    );
  return new Failure(
    `এই মেশিনে প্রোগ্রাম বদলে commit করা হয়েছে, সংগ্রহশালায় একই লাইন অন্যভাবে (${names}); এখানকার commit অন্য branch-এ রাখুন`,
    `The program was changed and committed on this machine, the same lines otherwise in the repository (${names}); keep the commits of this machine in another branch`,
    `git -C ${folder} branch kept && git -C ${folder} reset --keep ${upstream}`,
  );
}
