// Writes a data folder whole or not at all: in a temporary folder beside it, renamed at the end.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { jsonSchemas } from '../../data/json-schema.ts';
import { ImportError } from '../source.ts';

/**
 * Writes a data folder, with the schemas that editors use.
 * @param fill writes the files into the temporary folder; if it throws, nothing remains
 * @param force whether to move an existing folder aside instead of refusing
 * @returns the result of `fill`, and the new path of a folder that was moved
 * @throws ImportError if the folder exists and is not empty
 */
export function writeDataFolder<T>(
  folder: string,
  fill: (partial: string) => T,
  force = false,
): { result: T; movedTo: string | undefined } {
  const target = resolve(folder);
  if (isThere(target) && !isEmptyFolder(target) && !force)
    throw new ImportError(
      `ফোল্ডারটি আগে থেকেই আছে: ${folder}। অন্য নাম দিন, অথবা import এ --force লিখুন (আগেরটি সরিয়ে রাখা হবে)।`,
      `The folder exists: ${folder}. Give another name, or import with --force to move it aside.`,
    );
  mkdirSync(dirname(target), { recursive: true });
  const partial = mkdtempSync(`${target}.partial-`);
  try {
    const result = fill(partial);
    mkdirSync(join(partial, 'schema'));
    for (const [file, text] of jsonSchemas()) writeFileSync(join(partial, 'schema', file), text);
    const movedTo = makeRoom(target);
    renameSync(partial, target);
    return { result, movedTo };
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Returns the command that shows a data folder, quoted for any shell if need be. */
export function devCommand(folder: string): string {
  return `npm run dev -- ${/^[\p{L}\p{M}\w./\\:-]+$/u.test(folder) ? folder : `"${folder}"`}`;
}

const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;
const isEmptyFolder = (path: string) =>
  statSync(path).isDirectory() && readdirSync(path).length === 0;

/** Moves an existing folder to a free name. @returns the new path, or undefined if there was none */
function makeRoom(target: string): string | undefined {
  if (!isThere(target)) return undefined;
  if (isEmptyFolder(target)) {
    rmdirSync(target);
    return undefined;
  }
  let aside = `${target}.before`;
  for (let count = 2; isThere(aside); count++) aside = `${target}.before-${count}`;
  renameSync(target, aside);
  return aside;
}
