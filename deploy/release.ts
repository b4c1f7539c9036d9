// deploy/release: makes a release of the latest commit, checks it, and switches to it. deploy/release --back: switches to
// the release before; the data stay as they are. Releases are side by side; the symlink `current` points to the live one,
// and `data` to the data of all, in the checkout (README.md).

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { Checkout, conflict } from './checkout.ts';
import { Failure, type Machine, type Message, ProgramError } from './machine.ts';
import { accepts } from './programs.ts';

/** The number of releases that stay, for --back. */
const KEPT = 5;

const WHY = 'journalctl -u charter -n 20';

const RELEASE_NAME = /^\d{8}-\d{6}-/;

const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();

/** Returns the target of the link to the live release, such as releases/20260131-120000-abc1234. */
function currentRelease(machine: Machine): string | undefined {
  const link = machine.path('current');
  return isLink(link) ? readlinkSync(link) : undefined;
}

/** Returns the releases that are whole, the oldest first. npm writes its list of packages when all are there. */
function wholeReleases(machine: Machine): string[] {
  return readdirSync(machine.path('releases'))
    .filter((name) => RELEASE_NAME.test(name))
    .map((name) => `releases/${name}`)
    .filter((name) => existsSync(machine.path(name, 'node_modules/.package-lock.json')))
    .sort();
}

/** Points the link to a release. Renaming is atomic: there is always a current one. */
function link(machine: Machine, release: string): void {
  machine.change('ln current', () => {
    const next = machine.path('current.new');
    rmSync(next, { force: true });
    symlinkSync(release, next);
    renameSync(next, machine.path('current'));
  });
}

/** Makes a release of the latest commit and switches to it. @throws Failure */
export async function release(machine: Machine): Promise<Message> {
  const old = currentRelease(machine);
  const checkout = await Checkout.open(machine);
  await checkout.onBranch();
  await moveDataOut(machine, checkout, old);
  const { head, edits } = checkout;
  // With the first release of a machine, such as a restored one, they go along: nothing can be published before it.
  if (old !== undefined && edits.length > 0)
    throw new Failure(
      `তথ্যে অপ্রকাশিত বদল আছে (${edits.join(', ')}); আগে deploy/publish চালান`,
      `The data have edits that are not published (${edits.join(', ')}); run deploy/publish first`,
    );
  const next = edits.length > 0 ? head : await latest(machine, checkout, old);

  const made = await checkout.extract(next);
  const around = takeDataOut(machine, checkout, made);
  await install(machine, made);
  if (!(await accepts(machine, made, edits.length > 0 ? machine.root : around)))
    throw new Failure('তথ্যে ভুল আছে', 'The data have problems');

  const name = `releases/${stamp(machine.now())}-${next.slice(0, 7)}`;
  machine.before(() =>
    machine.change('rm release', () =>
      rmSync(machine.path(name), { recursive: true, force: true }),
    ),
  );
  await switchTo(machine, name, async () => {
    await checkout.moveTo(head, next);
    await machine.run('chmod', ['a+rX', '.', 'releases', 'source']);
    await machine.run('chmod', ['-R', 'a+rX', 'source/data']);
    machine.change('mv release', () => renameSync(made, machine.path(name)));
  });
  if (edits.length === 0) await checkout.setOnline(next);
  machine.change('prune', () => prune(machine, old));
  return online(edits, 'চালু হয়েছে', `Online: ${name}`);
}

/** Switches to the release before the current one. @throws Failure */
export async function releaseBack(machine: Machine): Promise<Message> {
  const old = currentRelease(machine);
  const target = wholeReleases(machine)
    .filter((name) => old !== undefined && name < old)
    .at(-1);
  if (target === undefined)
    throw new Failure('আগের কোনো সংস্করণ নেই', 'There is no release before this one');
  // Whatever is the matter with the checkout or the disk, the release before is to be had.
  const edits = (await Checkout.open(machine).catch(() => undefined))?.edits ?? [];
  // Releases from before the data left them have data of their own.
  const hasData = !isLink(machine.path(target, 'data'));
  if (!hasData && !(await accepts(machine, machine.path(target), machine.root))) {
    if (edits.length > 0)
      throw new Failure(
        `আগের সংস্করণ এখনকার তথ্য পড়তে পারে না; অপ্রকাশিত বদল সরিয়ে রাখুন (${edits.join(', ')})`,
        `The release before this one cannot read the present data; set aside the edits that are not published (${edits.join(', ')})`,
        `git -C ${machine.path('source')} stash --include-untracked -- data`,
      );
    throw new Failure(
      'আগের সংস্করণ এখনকার তথ্য পড়তে পারে না',
      'The release before this one cannot read the present data',
    );
  }
  await switchTo(machine, target, async () => {});
  return online(hasData ? [] : edits, 'আগের সংস্করণ চালু হয়েছে', `Back to: ${target}`);
}

/** Returns the last line, which also names the edits that are online without being in a branch. */
function online(edits: string[], bn: string, en: string): Message {
  if (edits.length === 0) return { bn, en };
  const files = edits.join(', ');
  return {
    bn: `${bn}, অপ্রকাশিত বদলসহ (${files}); সেগুলো রাখতে deploy/publish চালান`,
    en: `${en}, with edits that are in no branch yet (${files}); run deploy/publish to keep them`,
  };
}

/** Returns the time in UTC, to the second, as releases are named by it. */
const stamp = (time: Date) =>
  time
    .toISOString()
    .replace(/[-:]|\..*/g, '')
    .replace('T', '-');

/**
 * Once, when the data leave the releases: an edit made in a release's own folder is not left behind in it.
 * @throws Failure that names such edits
 */
async function moveDataOut(
  machine: Machine,
  checkout: Checkout,
  old: string | undefined,
): Promise<void> {
  if (existsSync(machine.path('data'))) return;
  const own = machine.path('current/data');
  const edited: string[] = [];
  if (old !== undefined && existsSync(own) && !isLink(own)) {
    const commit = old.split('-').at(-1);
    for (const name of readdirSync(own).filter((name) => name.endsWith('.yaml'))) {
      const released = await checkout.git('show', `${commit}:data/${name}`).catch(() => undefined);
      if (released !== readFileSync(join(own, name), 'utf8').trim())
        edited.push(`current/data/${name}`);
    }
  }
  machine.change('ln data', () => symlinkSync('source/data', machine.path('data')));
  if (edited.length === 0) return;
  const files = edited.join(' ');
  throw new Failure(
    `এই ফাইলগুলো সংস্করণের ফোল্ডারে বদলানো হয়েছিল; ${machine.path('data')}/-তে কপি করে আবার চালান: ${files}`,
    `These files were edited in the release's folder; copy them to ${machine.path('data')}/, then run this again: ${files}`,
  );
}

/**
 * Returns the commit to release: the present one with what was pushed to the repository. A machine without a release,
 * such as one that is being restored, also comes up without the repository.
 */
async function latest(
  machine: Machine,
  checkout: Checkout,
  old: string | undefined,
): Promise<string> {
  const { head, upstream } = checkout;
  if (upstream === undefined) return head;
  try {
    await checkout.fetch();
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    machine.show(error.stderr, process.stderr);
    if (old !== undefined)
      throw new Failure('নতুন সংস্করণ আনা যায়নি', 'The latest commit cannot be fetched');
    machine.say(
      {
        bn: 'সংগ্রহশালায় পৌঁছানো যায়নি; এই মেশিনে যা আছে তা চালু হচ্ছে',
        en: 'The repository cannot be reached; what is on this machine is released',
      },
      process.stderr,
    );
    return head;
  }
  const merged = await checkout.merge(head, upstream);
  if ('conflicts' in merged) throw conflict(checkout.folder, merged.conflicts, upstream);
  return merged.commit;
}

/** Takes the data out of a release, and leaves a link to those of all releases. @returns the folder around them */
function takeDataOut(machine: Machine, checkout: Checkout, made: string): string {
  const around = join(checkout.aside, 'checked');
  machine.change('mv data', () => {
    mkdirSync(around);
    renameSync(join(made, 'data'), join(around, 'data'));
    symlinkSync('../../data', join(made, 'data'));
  });
  return around;
}

/** @throws Failure with npm's reason */
async function install(machine: Machine, made: string): Promise<void> {
  const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    await machine.run('npm', [...args, '--loglevel=error'], { cwd: made });
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    machine.show(error.message, process.stderr);
    throw new Failure('প্যাকেজ বসানো যায়নি', 'The packages cannot be installed');
  }
}

/**
 * Switches to a release and waits until it answers.
 * @param prepare what is done just before, and undone before the release of now starts again
 */
async function switchTo(
  machine: Machine,
  release: string,
  prepare: () => Promise<void>,
): Promise<void> {
  const old = currentRelease(machine);
  let isRestarted = false;
  machine.before(async () => {
    if (isRestarted) machine.failsWith(await startAgain(machine, old));
  });
  await prepare();
  machine.before(() => {
    if (old !== undefined) return link(machine, old);
    machine.change('rm current', () => {
      for (const name of ['current', 'current.new']) rmSync(machine.path(name), { force: true });
    });
  });
  link(machine, release);
  isRestarted = true;
  if (!(await restarts(machine)))
    throw new Failure(`${release} চালু হয়নি (কারণ: ${WHY})`, `${release} does not run (why: ${WHY})`);
  machine.keep({ bn: `${release} চালু আছে`, en: `${release} is online` });
}

/** Restarts the service and reports whether it answers. */
async function restarts(machine: Machine): Promise<boolean> {
  try {
    await machine.service('restart');
    return await machine.answers('ok');
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    machine.show(error.message, process.stderr);
    return false;
  }
}

/** Starts the release from before a switch, and returns what is online then. */
async function startAgain(machine: Machine, old: string | undefined): Promise<Message> {
  if (old === undefined) {
    await machine.service('stop').catch(() => {});
    return {
      bn: 'আগের কোনো সংস্করণ নেই, সাইট বন্ধ আছে',
      en: 'there is none before it: the site is down',
    };
  }
  if (await restarts(machine)) return { bn: `${old} আবার চলছে`, en: `${old} is back and answers` };
  // systemd may have refused both times and stopped nothing.
  if ((await machine.health()).startsWith('ok'))
    return { bn: `${old} এখনো চলছে`, en: `${old} still answers` };
  return {
    bn: `${old}-ও সাড়া দিচ্ছে না, সাইট বন্ধ (কারণ: ${WHY})`,
    en: `${old} does not answer: the site is down (why: ${WHY})`,
  };
}

/** Deletes what is not whole, and all but the live release, the one that ran before it, and the latest others. */
function prune(machine: Machine, old: string | undefined): void {
  const inOrder = [currentRelease(machine), old, ...wholeReleases(machine).toReversed()];
  const kept = [...new Set(inOrder)].filter((name) => name !== undefined).slice(0, KEPT);
  for (const name of readdirSync(machine.path('releases')))
    if (RELEASE_NAME.test(name) && !kept.includes(`releases/${name}`))
      rmSync(machine.path('releases', name), { recursive: true, force: true });
}
