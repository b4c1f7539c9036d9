// The commands of deploy/: release, publish and watch. Started by the files of these names, which look for Node.

import { parseArgs } from 'node:util';
import { Interruption, lock, Machine } from './machine.ts';
import { publish, undoPublication } from './publish.ts';
import { release, releaseBack } from './release.ts';
import { watch } from './watch.ts';

const commands = {
  release: [release, releaseBack],
  publish: [publish, undoPublication],
} as const;

/**
 * Carries out a command.
 * @param takeSignals is called with what is to be done at each signal, also at earlier ones
 * @returns the exit status
 */
export async function main(
  [name, ...args]: string[],
  takeSignals: (act: (signal: NodeJS.Signals) => void) => void,
): Promise<number> {
  if (name === 'watch') {
    const { line, status } = await watch(process.env);
    process.stdout.write(`${line}\n`);
    return status;
  }
  if (name !== 'release' && name !== 'publish') throw new Error(`No such command: ${name}`);
  const machine = new Machine(process.env);
  let isBack = false;
  try {
    ({ back: isBack } = parseArgs({
      args,
      options: { back: { type: 'boolean', default: false } },
    }).values);
  } catch {
    const usage = `deploy/${name} [--back]`;
    machine.say({ bn: `লিখুন: ${usage}`, en: `Usage: ${usage}` }, process.stderr);
    return 2;
  }
  takeSignals((signal) => machine.interrupt(new Interruption(signal)));
  // A terminal that is closed must not end what it was watching.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  // The service's user, who owns nothing, reads what is written here, whatever the operator's own umask.
  process.umask(0o022);
  return machine.carryOut(async () => {
    lock(machine.root, `${name}${isBack ? ' --back' : ''}`);
    return commands[name][isBack ? 1 : 0](machine);
  });
}
