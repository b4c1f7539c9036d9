// Stops a command of deploy/ at moments chosen by a seed, and reports each story that ends badly as a line. A program of
// its own, because a small process starts git in a tenth of the time that a worker of Vitest needs.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { publish, undoPublication } from '../../deploy/publish.ts';
import { release, releaseBack } from '../../deploy/release.ts';
import { FakeMachine, Folders, git, installed, type Mishap, type Site } from './deploy-machine.ts';

const commands = { release, releaseBack, publish, undoPublication };
type Name = keyof typeof commands;

const kinds = ['signal', 'kill', 'full'] as const;
const surroundings = ['calm', 'offline', 'ahead', 'diverged', 'detached'] as const;
type Surroundings = (typeof surroundings)[number];

const EDIT = 'fee: EDIT';

/** Prepares the surroundings of a command, before any edit; git needs most time for this. */
function surrounded(template: Folders): Map<Surroundings, Folders> {
  const services = readFileSync(template.file, 'utf8');
  const ahead = new Folders(template);
  ahead.push('data/services.yaml', services.replace('time: 0', 'time: 5'));
  git(ahead.source, 'fetch', '-q');
  const diverged = new Folders(ahead);
  diverged.push('src/code.ts', '3\n');
  git(diverged.source, 'fetch', '-q');
  return new Map([
    ...(['calm', 'offline', 'detached'] as const).map((around) => [around, template] as const),
    ['ahead', ahead],
    ['diverged', diverged],
  ]);
}

/** Prepares a separate machine, with everything that the command works on. */
function prepared(like: Folders, name: Name, around: Surroundings): Folders {
  const folders = new Folders(like);
  const services = readFileSync(folders.file, 'utf8');
  const edit = () => writeFileSync(folders.file, services.replace('fee: 0', EDIT));
  if (name === 'publish') edit();
  else if (name === 'undoPublication' || around === 'diverged') {
    // It is committed here, not pushed, and online.
    edit();
    git(folders.source, 'commit', '-qam', 'edit');
    git(folders.source, 'update-ref', 'refs/charter/online', 'HEAD');
  }
  if (around === 'detached') git(folders.source, 'checkout', '-q', '--detach');
  return folders;
}

/** Holds what the last line claims against the machine. */
function checkLastLine(
  machine: FakeMachine,
  folders: Folders,
  site: Site,
  before: ReturnType<Folders['state']>,
): void {
  const { last } = machine;
  const after = folders.state();
  assert.match(last, /[ঀ-৿].* \/ [A-Z]/);
  const claims =
    /nothing has changed|nothing is published|is back and answers|is online|Online:|Back to:|Live:|ommitted/;
  assert.match(last, claims);
  if (/nothing has changed|nothing is published|is back and answers/.test(last))
    assert.deepEqual(after, before);
  const named = /(releases\/\S+) is (?:back|online)|(?:Online|Back to): (releases\/\S+?)[.,]/.exec(
    last,
  );
  if (named) assert.equal(after.current, named[1] ?? named[2]);
  if (named) assert.equal(site.release, after.current);
  const version = /Live: version (\S+);/.exec(last)?.[1];
  if (version) assert.equal(site.version, version);
  if (/ommitted|Live:/.test(last)) assert.doesNotMatch(after.status, /^[^#]/m);
}

/** Numbers that look random and are the same in each run (a linear congruential generator). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function tell(
  templates: Map<Surroundings, Folders>,
  templateSite: Site,
  name: Name,
  seed: number,
  times: number,
): Promise<void> {
  const random = seeded(seed);
  const machines = new Map<
    Surroundings,
    { folders: Folders; state: ReturnType<Folders['state']> }
  >();
  for (const [around, template] of templates) {
    const folders = prepared(template, name, around);
    machines.set(around, { folders, state: folders.state() });
  }
  const carryOut = (machine: FakeMachine) => machine.carryOut(() => commands[name](machine));
  const tryOut = async (around: Surroundings, mishap?: Mishap) => {
    const { folders: like, state: before } = machines.get(around) ?? assert.fail();
    const folders = new Folders(like);
    const site = { ...templateSite };
    const machine = new FakeMachine(folders, site, mishap, around !== 'offline');
    let story = '';
    try {
      await carryOut(machine);
      const moment = mishap && `${mishap.kind} at ${machine.moments.at(mishap.at)}`;
      story = `${around}, ${moment}\n${machine.lines.join('\n')}`;
      assert.match(await machine.health(), /^ok /);
      const isEdited = /publi/i.test(name) || around === 'diverged';
      if (isEdited) assert.ok(folders.holds(EDIT), 'the edit is lost');
      if (mishap?.kind !== 'kill') checkLastLine(machine, folders, site, before);
      const isRepeatable = (name === 'release' || name === 'publish') && around !== 'detached';
      if (mishap?.kind !== 'kill' || !isRepeatable) return machine.moments.length;

      // A killed command can be run again.
      const again = new FakeMachine(folders, site);
      const status = await carryOut(again);
      story += `\nagain:\n${again.lines.join('\n')}`;
      assert.equal(status, 0);
      checkLastLine(again, folders, site, folders.state());
      if (name === 'publish') assert.equal(folders.holds(EDIT), 'branch');
      return machine.moments.length;
    } catch (error) {
      process.stdout.write(`${(error as Error).message}\n${story}\n\n`);
      return 1;
    } finally {
      folders.remove();
    }
  };
  // Each effect in turn, in an order of the seed's, before any comes again.
  let effects: number[] = [];
  for (let time = 0; time < times; time++) {
    if (effects.length === 0) effects = Array.from({ length: LONGEST[name] }, (_, at) => at);
    const [at = 0] = effects.splice(random(effects.length), 1);
    // Most is to be undone with a repository that has gone on.
    const around = random(2) === 0 ? 'diverged' : surroundings[random(surroundings.length)];
    await tryOut(around ?? 'calm', { at, kind: kinds[random(kinds.length)] ?? 'kill' });
  }
  const longest = await tryOut('diverged');
  assert.equal(longest, LONGEST[name], `${name} has ${longest} moments`);
  for (const { folders } of machines.values()) folders.remove();
}

/** The number of effects of each command's longest run. */
const LONGEST = { release: 28, releaseBack: 7, publish: 41, undoPublication: 27 };

// Arguments: the seed, then commands with how often each is stopped.
const [seed, ...orders] = process.argv.slice(2);
const { folders, site } = await installed(release);
const templates = surrounded(folders);
for (const order of orders) {
  const [name, times] = order.split(':');
  await tell(templates, site, name as Name, Number(seed), Number(times));
}
for (const folders of new Set(templates.values())) folders.remove();
