// Built sites on disk. A start with the same data and the same program reads what an earlier one has built, which takes
// a third of the time. A kept site carries a fingerprint of all it was made of, and is used only while that holds.

import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { openSite, type Site, type SiteValue } from './site.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Each data folder and address has one file; so many files are kept. */
const FILES = 16;

/** What the store has for the data as they were when it was asked. */
export interface Place {
  kept: Site | undefined;
  /**
   * Keeps a finished site that was built from these data; not if they, or the program, have changed meanwhile.
   * @throws Error of the file system
   */
  keep(site: Site): void;
}

/**
 * Opens the store for one charter; to be done when the program starts, for what is running is what is on disk then.
 * @param folder where sites are kept; undefined keeps none
 * @param dataDir the folder of the YAML files
 * @param publicUrl origin of the site's absolute URLs
 * @returns a function that looks for the site of the data as they are now
 */
export function openStore(
  folder: string | undefined,
  dataDir: string,
  publicUrl: string,
): () => Place {
  const running = fingerprintProgram();
  const fingerprintMakings = (program: Buffer | undefined) => {
    const data = fingerprintFiles(() => filesIn(dataDir).filter((path) => path.endsWith('.yaml')));
    return program && data && sha256(program, data, publicUrl);
  };

  return () => {
    const makings = fingerprintMakings(running);
    if (!folder || !makings) return { kept: undefined, keep: () => {} };
    const path = join(folder, sha256(dataDir, publicUrl).toString('hex').slice(0, 16));
    return {
      kept: readSite(path, makings),
      keep(site) {
        if (!fingerprintMakings(fingerprintProgram())?.equals(makings)) return;
        mkdirSync(folder, { recursive: true });
        writeSite(path, makings, site);
        removeOldest(folder);
      },
    };
  };
}

function readSite(path: string, makings: Buffer): Site | undefined {
  try {
    const file = readFileSync(path);
    const bytes = file.subarray(2 * makings.length);
    // Its own fingerprint too: what a power failure has left half written is no site.
    const seal = Buffer.concat([makings, sha256(bytes)]);
    return seal.compare(file, 0, seal.length) === 0 ? openSite(deserialize(bytes)) : undefined;
  } catch {
    return undefined;
  }
}

function writeSite(path: string, makings: Buffer, site: Site): void {
  const { search: _, addSheets: __, finish: ___, ...value } = site;
  const bytes = serialize(value satisfies SiteValue);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, Buffer.concat([makings, sha256(bytes), bytes]), { mode: 0o600 });
  // In one step: who reads at this moment gets the old site or the new one.
  renameSync(draft, path);
}

/**
 * A fingerprint of the program: its code, templates and styles, the installed packages, and Node, whose Unicode data and
 * compressors also shape the bytes. Undefined when some of it cannot be read.
 */
function fingerprintProgram(): Buffer | undefined {
  const files = fingerprintFiles(() => [
    ...['src', 'views', 'public'].flatMap((name) => filesIn(join(project, name))),
    // npm's own record of what it has installed.
    join(project, 'node_modules', '.package-lock.json'),
  ]);
  return files && sha256(files, process.version, process.platform, process.arch);
}

/** A fingerprint of files and their names; undefined when one cannot be read. */
function fingerprintFiles(list: () => string[]): Buffer | undefined {
  try {
    return sha256(
      ...list()
        .sort()
        .flatMap((path) => [path, readFileSync(path)]),
    );
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** SHA-256 of a list; each part is preceded by its length, so that no two lists read alike. */
function sha256(...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)} `).update(part);
  return hash.digest();
}

function removeOldest(folder: string): void {
  // Another process may have removed one a moment ago.
  const ageOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, written: ageOf(path) }))
    .sort((a, b) => b.written - a.written);
  for (const { path } of files.slice(FILES)) rmSync(path, { force: true });
}
