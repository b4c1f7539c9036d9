// The files of data/ as they are on disk: read once, so that what is fingerprinted (site/store.ts) is what is used.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of data/, in the order in which their problems are told. */
export const fileNames = [
  'office.yaml',
  'charter.yaml',
  'officers.yaml',
  'services.yaml',
  'corrections.yaml',
  'synonyms.yaml',
] as const;
export type FileName = (typeof fileNames)[number];

/** The bytes of a file, or why there are none. */
export type Source = { bytes: Buffer } | { rule: 'missing-file' | 'not-a-file' | 'unreadable' };
export type Sources = Record<FileName, Source>;

const MAX_FILE_BYTES = 1024 * 1024;

/** Reads all files of a data folder. Never throws. */
export function readSources(folder: string): Sources {
  const sources = fileNames.map((name) => [name, readSource(join(folder, name))]);
  return Object.fromEntries(sources) as Sources;
}

function readSource(path: string): Source {
  try {
    const status = statSync(path);
    if (!status.isFile() || status.size > MAX_FILE_BYTES) return { rule: 'not-a-file' };
    return { bytes: readFileSync(path) };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { rule: isMissing ? 'missing-file' : 'unreadable' };
  }
}
