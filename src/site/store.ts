// Built sites on disk. A start with the same data and the same program reads what an earlier one has built, which takes
// a third of the time. A kept site carries a fingerprint of all it was made of, and is used only while that holds.

import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Sources } from '../charter/sources.ts';
import { openSite, type Site, type SiteValue } from './site.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** So many sites are kept in a folder; each data folder and address has one. */
const SITES = 16;

/** The place of one site in the store. */
export interface Slot {
  path: string;
  /** The fingerprint of all that the site is made of. */
  inputs: Buffer;
}

/**
 * The place for the site of some data.
 * @param folder where sites are kept
 * @param dataDir where the data come from: each such folder and address has a place of its own
 * @param publicUrl origin of the site's absolute URLs
 * @param program what fingerprintProgram gave when the program started
 * @param sources the data themselves
 * @returns undefined for data that cannot be read
 */
export function slotFor(
  folder: string,
  dataDir: string,
  publicUrl: string,
  program: Buffer,
  sources: Sources,
): Slot | undefined {
  const parts: (string | Buffer)[] = [program, publicUrl];
  for (const [name, source] of Object.entries(sources)) {
    if (!('bytes' in source)) return undefined;
    parts.push(name, source.bytes);
  }
  const name = fingerprint([dataDir, publicUrl]).toString('hex').slice(0, 16);
  return { path: join(folder, name), inputs: fingerprint(parts) };
}

/** The site that is kept in a place, if it was made of the same; a file that is damaged is no site. */
export function readSite({ path, inputs }: Slot): Site | undefined {
  try {
    const file = readFileSync(path);
    const bytes = file.subarray(2 * inputs.length);
    const seal = sealOf(inputs, bytes);
    return seal.compare(file, 0, seal.length) === 0 ? openSite(deserialize(bytes)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a finished site in its place.
 * @throws Error of the file system
 */
export function writeSite({ path, inputs }: Slot, site: Site): void {
  const { charter, publicUrl, styles, styleSources, resources, errors, version } = site;
  const value: SiteValue = {
    charter,
    publicUrl,
    styles,
    styleSources,
    resources,
    errors,
    version,
  };
  const bytes = serialize(value);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, sealOf(inputs, bytes), { mode: 0o600 });
    appendFileSync(draft, bytes);
    // In one step: who reads at this moment gets the old site or the new one.
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  removeOldest(dirname(path));
}

/**
 * A fingerprint of the program: its code, templates and styles, the packages that npm has installed, and Node with the
 * libraries whose Unicode data and compressors also shape the bytes.
 * @returns undefined when some of it cannot be read
 */
export function fingerprintProgram(): Buffer | undefined {
  try {
    const files = ['src', 'views', 'public'].flatMap((name) => filesIn(join(project, name)));
    // npm's own record of what it has installed.
    files.push(join(project, 'node_modules', '.package-lock.json'));
    const machine = JSON.stringify([process.versions, process.platform, process.arch]);
    return fingerprint([machine, ...files.sort().flatMap((path) => [path, readFileSync(path)])]);
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What a file begins with: of what the site is made, and what the rest of the file must be. */
function sealOf(inputs: Buffer, bytes: Buffer): Buffer {
  return Buffer.concat([inputs, fingerprint([bytes])]);
}

/** SHA-256 of a list; each part is preceded by its length, so that no two lists read alike. */
function fingerprint(parts: (string | Buffer)[]): Buffer {
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
  for (const { path } of files.slice(SITES)) rmSync(path, { force: true });
}
