// The programs of a release that check data and compare them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Machine, ProgramError } from './machine.ts';

/** Runs a command of a release on a folder of data; the messages name the files from the folder around it. */
function command(
  machine: Machine,
  release: string,
  name: string,
  around: string,
  args: string[] = [],
): Promise<string> {
  const path = (name: string) => join(release, 'src/commands', name);
  // Advice on ids that are gone comes from git's history.
  const env = {
    DATA_DIR: join(around, 'data'),
    GIT_DIR: machine.path('source/.git'),
    GIT_WORK_TREE: around,
    GIT_OPTIONAL_LOCKS: '0',
  };
  return machine.run('node', ['--import', path('node-version.js'), path(name), ...args], {
    cwd: around,
    env,
  });
}

/**
 * Reports whether a release accepts data. Shows all problems; of advice, only how much there is.
 * @param around the folder in which the folder data is
 */
export async function accepts(machine: Machine, release: string, around: string): Promise<boolean> {
  try {
    const report = await command(machine, release, 'check.ts', around);
    machine.show(report.trimEnd().split('\n').slice(-2).join('\n'));
    return true;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    machine.show(
      (await problems(machine, release, around)) ?? error.stdout + error.stderr,
      process.stderr,
    );
    return false;
  }
}

/** Returns the problems without the advice; undefined if they cannot be had alone, as from an old release. */
async function problems(
  machine: Machine,
  release: string,
  around: string,
): Promise<string | undefined> {
  if (!existsSync(join(release, 'src/commands/changes.ts'))) return undefined;
  try {
    await command(machine, release, 'changes.ts', around, ['data', 'data']);
    return undefined;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    return error.stderr;
  }
}

/**
 * Compares two folders of data.
 * @returns the version that the health check gives for the new one, and what readers see change
 */
export async function changes(
  machine: Machine,
  release: string,
  old: string,
  around: string,
): Promise<{ version: string; report: string }> {
  const args = [join(old, 'data'), join(around, 'data')];
  const output = await command(machine, release, 'changes.ts', around, args);
  const [version = '', ...report] = output.split('\n');
  return { version, report: report.join('\n') };
}
