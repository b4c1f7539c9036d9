// The commands of deploy/ stopped at any moment: by a signal, by the death of the process, by a full disk; also without
// the repository, or with one that has gone on. The site answers, every edit is in a branch or a file, and the last line
// is true.

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish, undoPublication } from '../deploy/publish.ts';
import { release, releaseBack } from '../deploy/release.ts';
import {
  FakeMachine,
  Folders,
  git,
  installed,
  type Mishap,
  type Site,
} from './support/deploy-machine.ts';

const commands = { release, releaseBack, publish, undoPublication };
type Name = keyof typeof commands;

const kinds = ['signal', 'kill', 'full'] as const;
const surroundings = ['calm', 'offline', 'ahead', 'diverged'] as const;

let template: Awaited<ReturnType<typeof installed>>;
const made: Folders[] = [];
beforeAll(async () => {
  template = await installed(release);
});
afterAll(() => {
  for (const folders of [template.folders, ...made]) folders.remove();
});

/** A machine of its own, with what the command works on. */
function prepared(name: Name, around: (typeof surroundings)[number]) {
  const folders = new Folders(template.folders);
  made.push(folders);
  const site = { ...template.site };
  const services = readFileSync(folders.file, 'utf8');
  if (around === 'ahead' || around === 'diverged')
    folders.push('data/services.yaml', services.replace('time: 0', 'time: 5'));
  if (around === 'diverged') folders.push('src/code.ts', '3\n');
  if (name === 'publish') writeFileSync(folders.file, services.replace('fee: 0', 'fee: EDIT'));
  if (name === 'undoPublication' || around === 'diverged') {
    // An edit that was committed here; it is online.
    if (name !== 'publish') {
      writeFileSync(folders.file, services.replace('fee: 0', 'fee: EDIT'));
      git(folders.source, 'commit', '-qam', 'edit');
      git(folders.source, 'update-ref', 'refs/charter/online', 'HEAD');
    }
  }
  return { folders, site };
}

const carryOut = (machine: FakeMachine, name: Name) =>
  machine.carryOut(() => commands[name](machine));

/** What the last line claims, held against the machine. */
function expectTruth(
  machine: FakeMachine,
  folders: Folders,
  site: Site,
  before: ReturnType<Folders['state']>,
) {
  const { last } = machine;
  const after = folders.state();
  expect(last).toMatch(/^[^/]*[ঀ-৿].* \/ [A-Z]/);
  if (/; (nothing has changed|nothing is published)|is back and answers/.test(last))
    expect(after, last).toEqual(before);
  const named = /(releases\/\S+) is (?:back|online)|(?:Online|Back to): (releases\/\S+?)[.,]/.exec(
    last,
  );
  if (named) {
    expect(after.current, last).toBe(named[1] ?? named[2]);
    expect(site.release, last).toBe(after.current);
  }
  const version = /Live: version (\S+);/.exec(last)?.[1];
  if (version) {
    expect(site.version, last).toBe(version);
    expect(after.status, last).toBe('');
  }
  if (/[Cc]ommitted/.test(last)) expect(after.status, last).toBe('');
  const claims =
    /nothing has changed|nothing is published|is back and answers|is online|Online:|Back to:|Live:|ommitted/;
  expect(last).toMatch(claims);
}

/** Numbers that look random and are the same in each run (a linear congruential generator). */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe.each(Object.keys(commands) as Name[])('%s', (name) => {
  test('at forty moments: the site answers, no edit is lost, the last line is true', async () => {
    const random = seeded(28);
    const calm = prepared(name, 'diverged');
    const undisturbed = new FakeMachine(calm.folders, calm.site);
    expect(await carryOut(undisturbed, name), undisturbed.lines.join('\n')).toBe(0);
    const { moments } = undisturbed;
    for (let time = 0; time < 40; time++) {
      const mishap: Mishap = { at: random(moments.length), kind: kinds[time % 3] ?? 'kill' };
      const around = surroundings[random(4)] ?? 'calm';
      const { folders, site } = prepared(name, around);
      const before = folders.state();
      const held = folders.holds('fee: EDIT');
      const machine = new FakeMachine(folders, site, mishap, around !== 'offline');
      await carryOut(machine, name);
      const story = `${time}: ${around}, ${mishap.kind} at ${machine.moments.at(mishap.at)}\n${machine.lines.join('\n')}`;
      expect(await machine.health(), story).toMatch(/^ok /);
      if (held) expect(folders.holds('fee: EDIT'), story).toBeDefined();
      if (mishap.kind !== 'kill') expectTruth(machine, folders, site, before);

      // What was stopped can be done again.
      const again = new FakeMachine(folders, site);
      const status = await carryOut(again, name);
      const end = `${story}\nagain:\n${again.lines.join('\n')}`;
      if (name === 'release' || name === 'publish') expect(status, end).toBe(0);
      expectTruth(again, folders, site, folders.state());
      if (name === 'publish') expect(folders.holds('fee: EDIT'), end).toBe('branch');
      folders.remove();
      made.pop();
    }
  });
});
