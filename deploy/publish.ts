// deploy/publish: checks the edits of the data, shows what changes on the pages, commits, reloads, and waits until they
// are live. deploy/publish --back: undoes the last edit; once more, the one before it.

import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Checkout, conflict } from './checkout.ts';
import { Failure, type Machine, type Message, ProgramError } from './machine.ts';
import { accepts, changes } from './programs.ts';

/** Publishes the edits, and those that were pushed to the repository. @throws Failure */
export function publish(machine: Machine): Promise<Message> {
  return send(machine, async (checkout) => {
    const { head, upstream } = checkout;
    const isEdited = checkout.edits.length > 0;
    const mine = isEdited
      ? await checkout.commitTree(await checkout.edited(), [head], 'তথ্য হালনাগাদ')
      : head;
    if (isEdited && !(await acceptsCommit(machine, checkout, mine)))
      throw new Failure('প্রকাশ হয়নি: তথ্যে ভুল আছে', 'Not published: the data have problems');

    if (upstream === undefined || !(await reaches(machine, checkout))) return { mine, next: mine };
    const merged = await checkout.merge(mine, upstream);
    if ('conflicts' in merged) throw conflict(checkout.folder, merged.conflicts, upstream);
    const next = merged.commit;
    if (next !== mine && !(await acceptsCommit(machine, checkout, next)))
      throw new Failure(
        'সংগ্রহশালা থেকে আসা তথ্যে ভুল আছে, অথবা আগে deploy/release চালাতে হবে',
        'What comes from the repository has problems, or needs deploy/release first',
      );
    return { mine, next };
  });
}

/**
 * Undoes the last edit as a new commit. What others have pushed since is left for the next publication, because it may
 * be what must not go online.
 * @throws Failure
 */
export function undoPublication(machine: Machine): Promise<Message> {
  return send(machine, async (checkout) => {
    const { head, edits } = checkout;
    if (edits.length > 0) {
      const stash = `git -C ${checkout.folder} stash --include-untracked -- data`;
      throw new Failure(
        `অপ্রকাশিত বদল আছে (${edits.join(', ')}); আগে প্রকাশ করুন, অথবা সরিয়ে রাখুন`,
        `There are edits that are not published (${edits.join(', ')}); publish them first, or set them aside`,
        stash,
      );
    }
    const { edit, subject } = await checkout.lastEdit();
    const tree = await checkout.withDataOf(`${edit}^`);
    const message = `ফিরিয়ে নেওয়া: ${subject}\n\nUndoes: ${edit}`;
    const next = await checkout.commitTree(tree, [head], message);
    if (!(await acceptsCommit(machine, checkout, next)))
      throw new Failure(
        'ফেরানো হয়নি: আগের তথ্য এখনকার প্রোগ্রাম পড়তে পারে না',
        'Not undone: the program cannot read the data from before the edit',
      );
    return { mine: head, next };
  });
}

const acceptsCommit = async (machine: Machine, checkout: Checkout, commit: string) =>
  accepts(machine, machine.path('current'), await checkout.extract(commit, 'data'));

/** Gets what was pushed to the repository; without it, only the edits made here are published. */
async function reaches(machine: Machine, checkout: Checkout): Promise<boolean> {
  try {
    await checkout.fetch();
    return true;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    machine.show(error.stderr, process.stderr);
    machine.say(
      {
        bn: 'সংগ্রহশালায় পৌঁছানো যায়নি; শুধু এখানকার বদল প্রকাশ হচ্ছে',
        en: 'The repository cannot be reached; only the edits made here are published',
      },
      process.stderr,
    );
    return false;
  }
}

/**
 * Puts online what a function prepares. The function changes nothing in the checkout.
 * @param prepare returns the commit with the edits of the files, and the commit to publish
 */
async function send(
  machine: Machine,
  prepare: (checkout: Checkout) => Promise<{ mine: string; next: string }>,
): Promise<Message> {
  machine.failsWith({
    bn: 'কিছু প্রকাশ হয়নি, ফাইল আগের মতোই আছে',
    en: 'nothing is published, and the files are as they were',
  });
  const current = machine.path('current');
  if (!existsSync(join(current, 'src/commands/changes.ts')))
    throw new Failure('আগে deploy/release চালান', 'Run deploy/release first');
  const checkout = await Checkout.open(machine);
  const branch = await checkout.onBranch();
  const { mine, next } = await prepare(checkout);
  const old = await checkout.extract(await checkout.online(), 'data');
  const now = await checkout.extract(next, 'data');
  const { version, report } = await changes(machine, current, old, now);
  machine.show(report);
  await checkout.moveTo(mine, next);
  machine.keep({
    bn: 'সংরক্ষণ করা হয়েছে, কিন্তু সাইটে এসেছে কি না জানা নেই; আবার deploy/publish চালান',
    en: 'committed, but not known to be live; run deploy/publish again',
  });

  makeReadable(machine);
  if ((await machine.health()) !== `ok ${version}`) await reload(machine, version);
  await checkout.setOnline(next);
  await share(machine, checkout, branch, next);
  return {
    bn: `প্রকাশিত: সংস্করণ ${version}; পাঠক পাঁচ মিনিটের মধ্যে দেখবেন`,
    en: `Live: version ${version}; readers see it within five minutes`,
  };
}

/** The service's user owns nothing, and an editor may have written the files under a narrow umask. */
function makeReadable(machine: Machine): void {
  machine.change('chmod', () => {
    const data = machine.path('source/data');
    for (const name of readdirSync(data).filter((name) => name.endsWith('.yaml')))
      chmodSync(join(data, name), statSync(join(data, name)).mode | 0o444);
  });
}

/** @throws Failure if the service does not come to answer with the version */
async function reload(machine: Machine, version: string): Promise<void> {
  try {
    await machine.service('reload-or-restart');
    if (await machine.answers(`ok ${version}`)) return;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    machine.show(error.message, process.stderr);
  }
  const { edits } = await Checkout.open(machine);
  if (edits.length > 0)
    throw new Failure(
      `সংরক্ষণ করা হয়েছে, কিন্তু এর মধ্যে আবার বদলানো হয়েছে (${edits.join(', ')}), তাই সাইটে আসেনি`,
      `Committed, but not live, because there are newer edits (${edits.join(', ')})`,
    );
  machine.failsWith({
    bn: 'কারণ দেখে ঠিক করুন, তারপর আবার deploy/publish চালান',
    en: 'see why, mend it, then run deploy/publish again',
  });
  throw new Failure(
    'সংরক্ষণ করা হয়েছে, কিন্তু সাইটে আসেনি',
    'Committed, but not live',
    'journalctl -u charter -n 20',
  );
}

/** Sends the commits to the repository. A failure is reported; the edit is live all the same. */
async function share(
  machine: Machine,
  checkout: Checkout,
  branch: string,
  next: string,
): Promise<void> {
  const { upstream } = checkout;
  if (upstream === undefined || (await checkout.contains(upstream, next))) return;
  try {
    await checkout.push();
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    machine.show(error.stderr, process.stderr);
    machine.say(
      {
        bn: `সংগ্রহশালায় পাঠানো যায়নি, বদলটি এই মেশিনের ${branch} branch-এ আছে; পরের deploy/publish আবার চেষ্টা করবে`,
        en: `Not pushed to the repository, the edit is in the branch ${branch} of this machine; the next deploy/publish tries again`,
      },
      process.stderr,
    );
  }
}
