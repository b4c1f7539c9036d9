// A folder that appears whole or not at all: it is written beside its place and moved there when it is done.

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
import { jsonSchemas } from '../data/json-schema.ts';
import { ImportError } from './model.ts';

/**
 * Writes a data folder, with the schemas that editors use.
 * @param fill writes the files into the folder it is given; what it throws leaves nothing behind
 * @param force moves a folder that is there aside instead of refusing
 * @returns what `fill` returns, and where the folder that was there is now
 * @throws ImportError where the folder is there and has something in it
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

/** The command that shows a data folder, for any shell: in quotation marks if need be. */
export function devCommand(folder: string): string {
  return `npm run dev -- ${/^[\p{L}\p{M}\w./\\:-]+$/u.test(folder) ? folder : `"${folder}"`}`;
}

const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;
const isEmptyFolder = (path: string) =>
  statSync(path).isDirectory() && readdirSync(path).length === 0;

/** Moves what is in the place of the folder aside, under a free name. @returns the name */
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
