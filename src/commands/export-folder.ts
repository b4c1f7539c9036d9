// The folder of an export: when it may be replaced, and how. It appears at once and whole, or not at all.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Lists the files that an export has written, one a line: only these are ever removed. */
const MANIFEST = '.charter-export';

/** An obstacle that the user can remove. The command prints only its message. */
export class ExportError extends Error {}

/** Reports whether a folder is another, or within it. */
function isWithin(folder: string, other: string): boolean {
  const way = relative(other, folder);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

/** Reports whether a folder is the root of a drive or of another file system. */
function isMountPoint(folder: string): boolean {
  const parent = dirname(folder);
  return parent === folder || statSync(parent).dev !== statSync(folder).dev;
}

/** Returns the files of an earlier export in a folder, by the list that it left; undefined without a list. */
function exportedFiles(folder: string): Set<string> | undefined {
  try {
    return new Set(readFileSync(join(folder, MANIFEST), 'utf8').split('\n'));
  } catch {
    return undefined;
  }
}

/**
 * Checks that an export may be written to a folder.
 * @param force whether an earlier export there may be replaced
 * @param kept folders that are never deleted: the program, the data, the person's own
 * @returns the folder itself, where a link leads to it
 * @throws ExportError with what to do instead
 */
export function checkFolder(asked: string, force: boolean, kept: readonly string[]): string {
  const path = resolve(asked);
  if (!existsSync(path)) return path;
  const folder = realpathSync(path);
  if (!statSync(folder).isDirectory()) throw new ExportError(`ফোল্ডার নয় / Not a folder: ${folder}`);
  if (isMountPoint(folder))
    throw new ExportError(
      `ড্রাইভের মূল ফোল্ডারে লেখা যায় না; ভেতরের একটি ফোল্ডারের নাম দিন / The root of a drive cannot be replaced; name a folder in it: ${join(folder, 'charter')}`,
    );
  if (kept.some((one) => isWithin(realpathSync(one), folder)))
    throw new ExportError(`এই ফোল্ডার মোছা যায় না / This folder is not to be deleted: ${folder}`);
  if (readdirSync(folder).length === 0) return folder;
  if (exportedFiles(folder) === undefined)
    throw new ExportError(
      `ফোল্ডারটিতে অন্য কিছু আছে, যা এই প্রোগ্রাম লেখেনি; অন্য নাম দিন, বা আগে নিজে খালি করুন / The folder holds what no export has written; name another one, or empty it yourself first: ${folder}`,
    );
  if (!force)
    throw new ExportError(
      `এখানে আগের একটি এক্সপোর্ট আছে; তার জায়গায় নতুনটি লিখতে --force দিন / An earlier export is here; add --force to replace it: ${folder}`,
    );
  return folder;
}

/**
 * Writes files to a folder, in place of an earlier export; what no export has written stays.
 * @param files contents by path, with "/" between its parts
 * @throws Error of the system, with everything as it was
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, Buffer>): void {
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(join(dirname(folder), `${basename(folder)}-`));
  const [next, old] = [join(beside, 'new'), join(beside, 'old')];
  try {
    for (const [name, content] of files) {
      const path = join(next, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    writeFileSync(join(next, MANIFEST), `${[...files.keys(), MANIFEST].join('\n')}\n`);
    const isTaken = existsSync(folder);
    if (isTaken) {
      keepOthers(folder, next);
      renameSync(folder, old);
    }
    try {
      renameSync(next, folder);
    } catch (error) {
      if (isTaken) renameSync(old, folder);
      throw error;
    }
  } finally {
    rmSync(beside, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Copies what no export has written from the old folder; links stay links. */
function keepOthers(folder: string, next: string): void {
  const exported = exportedFiles(folder) ?? new Set();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (exported.has(name.replaceAll(sep, '/'))) continue;
    const target = join(next, name);
    // An empty folder of somebody's stays too; those of the export itself hold files.
    const isKept = !entry.isDirectory() || readdirSync(path).length === 0;
    if (!isKept || existsSync(target)) continue;
    mkdirSync(entry.isDirectory() ? target : dirname(target), { recursive: true });
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(path), target);
    else if (!entry.isDirectory()) copyFileSync(path, target);
  }
}
