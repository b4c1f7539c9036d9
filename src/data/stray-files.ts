// Files with nearly the right name, or in the wrong folder, that the staff may believe the site reads.

import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type FileName, fileNames } from './sources.ts';
import { suggest } from './suggest.ts';

export interface StrayFile {
  /** Its name; where it is in another folder, with the names of the folders, such as data/data/office.yaml. */
  path: string;
  /** The file that the staff probably meant. */
  name: FileName;
}

/**
 * Finds the files that nothing reads and that look like one of the data folder: with another extension, a number or
 * capitals, in a folder inside it of the same name (data/data), or beside it in other capitals (Data). Never throws.
 */
export function strayFiles(folder: string): StrayFile[] {
  const files = filesOf(folder);
  const absent = fileNames.filter((name) => !files.includes(name));
  return [
    ...files.flatMap((path) => {
      if (fileNames.some((name) => name === path)) return [];
      const name = intended(path) ?? misspelt(path, absent) ?? misspelt(path, fileNames);
      return name ? [{ path, name }] : [];
    }),
    ...twinFolders(folder).flatMap((twin) =>
      filesOf(twin).flatMap((file) => {
        const name = intended(file);
        return name
          ? [{ path: relative(join(resolve(folder), '..'), join(twin, file)), name }]
          : [];
      }),
    ),
  ];
}

/** Returns the path of the stray file that resembles a missing one. */
export function strayFor(folder: string, missing: FileName): string | undefined {
  return strayFiles(folder).find(({ name }) => name === missing)?.path;
}

function misspelt(file: string, names: readonly FileName[]): FileName | undefined {
  const meant = /\.ya?ml$/i.test(file) ? suggest(file, names) : undefined;
  return names.find((name) => name === meant);
}

/** Returns a name without the additions of Windows, browsers and editors: "Services (1).yaml.txt". */
function intended(file: string): FileName | undefined {
  const [, stem] =
    /^(?:copy of )?([a-z]+)(?:[\s._-]|copy|কপি|\(?\d{1,2}\)?|\(copy\)|ya?ml|txt)*$/iu.exec(
      basename(file),
    ) ?? [];
  return fileNames.find((name) => name === `${stem?.toLowerCase()}.yaml`);
}

/** Returns the folders of the same name inside a folder, or beside it in other capitals. */
function twinFolders(folder: string): string[] {
  const path = resolve(folder);
  const isTwin = (name: string) => name.toLowerCase() === basename(path).toLowerCase();
  const twinsIn = (parent: string) =>
    entriesOf(parent)
      .filter((entry) => entry.isDirectory() && isTwin(entry.name))
      .map(({ name }) => join(parent, name));
  const own = inodeOf(path);
  // Where capitals make no difference, the folder itself may have another name than it is called by.
  return [...twinsIn(path), ...twinsIn(dirname(path)).filter((twin) => inodeOf(twin) !== own)];
}

/** Returns what names the same folder by any path; undefined where the path leads nowhere. */
function inodeOf(path: string): number | undefined {
  try {
    return statSync(path).ino;
  } catch {
    return undefined;
  }
}

function filesOf(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isDirectory() ? [] : entry.name));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
