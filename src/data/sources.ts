// The files of data/ on disk.

import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of data/, in the order in which findings are reported. */
export const fileNames = [
  'office.yaml',
  'charter.yaml',
  'officers.yaml',
  'services.yaml',
  'corrections.yaml',
  'synonyms.yaml',
] as const;
export type FileName = (typeof fileNames)[number];

/** The bytes of a file, or why they cannot be read. */
export type Source = { bytes: Buffer } | { rule: 'missing-file' | 'not-a-file' | 'unreadable' };

const MAX_FILE_BYTES = 1024 * 1024;

/** Reads a file of a data folder. Never throws. */
export function readSource(folder: string, name: FileName): Source {
  const path = join(folder, name);
  try {
    const status = statSync(path);
    if (!status.isFile() || status.size > MAX_FILE_BYTES) return { rule: 'not-a-file' };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // ENOTDIR: the folder is a file.
    const isMissing = code === 'ENOTDIR' || (code === 'ENOENT' && !isLink(path));
    return { rule: isMissing ? 'missing-file' : 'unreadable' };
  }
}

/** Reports whether a path leads to a folder, which need not be readable. Never throws. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

/** Reports whether a path is a symbolic link, even if its target is missing. */
function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
