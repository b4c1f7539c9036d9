// The whole site as files in a folder (npm run export). The folder appears at once and whole, or not at all.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toBengaliDigits } from '../bangla/digits.ts';
import { ConfigError, readConfig } from '../config.ts';
import { formatFindings } from '../data/finding.ts';
import { loadCharter } from '../data/load.ts';
import { isPublic } from '../site/addresses.ts';
import { buildSite } from '../site/build.ts';
import { siteFiles } from '../site/files.ts';
import { makeSheets } from '../site/print/press.ts';
import { sheetResource } from '../site/print/printing.ts';

const USAGE =
  'Usage: npm run export -- <folder> [--relative] [--force] [--url https://charter.example]';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Something in the way that the user can change; the message is all that is said. */
class Refusal extends Error {}

/** @throws ConfigError with the usage */
function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        relative: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        url: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [folder, ...others] = positionals;
    if (!folder || others.length > 0) throw new Error('একটি ফোল্ডারের নাম দিন / Name one folder.');
    return { ...values, folder };
  } catch (error) {
    // parseArgs adds hints, in further sentences.
    const [reason] = (error as Error).message.split('. ');
    throw new ConfigError(`${reason}\n${USAGE}`);
  }
}

/** Whether a folder is another, or within it. */
const isWithin = (folder: string, other: string) => {
  const way = relative(other, folder);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
};

/**
 * @param dataDir is never replaced
 * @throws Refusal for a folder that is not to be replaced
 */
function refuseIfTaken(folder: string, force: boolean, dataDir: string): void {
  if (!existsSync(folder)) return;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new Refusal(`ফোল্ডার নয় / Not a folder: ${folder}`);
  }
  if (names.length === 0) return;
  if (!force)
    throw new Refusal(
      `ফোল্ডারটি খালি নয়; অন্য নাম দিন, বা সবকিছু মুছে নতুন করে লিখতে --force দিন / Not empty; name another folder, or add --force to delete all that is in it: ${folder}`,
    );
  // A slip of the pen must not delete the program, the data or a person's files.
  const holdsMore = [process.cwd(), projectFolder, dataDir, homedir()].some((kept) =>
    isWithin(kept, folder),
  );
  const isExport = ['index.html', 'charter.json'].every((name) => names.includes(name));
  if (holdsMore || (isWithin(folder, projectFolder) && !isExport))
    throw new Refusal(`এই ফোল্ডার মোছা যায় না / This folder is not to be deleted: ${folder}`);
}

/** Writes a folder of files beside its place and moves it there, in place of what is there. */
function write(folder: string, files: ReadonlyMap<string, Buffer>): void {
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(`${folder}-`);
  const [next, old] = [join(beside, 'new'), join(beside, 'old')];
  try {
    for (const [name, content] of files) {
      const path = join(next, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    const isTaken = existsSync(folder);
    if (isTaken) renameSync(folder, old);
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

// While the files are written, which is not interrupted, a signal waits; before that, there is nothing to clear away.
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const)
  process.once(signal, () => process.exit(128 + number));

try {
  const options = readOptions();
  const url = options.url === undefined ? {} : { PUBLIC_URL: options.url };
  const { dataDir, publicUrl } = readConfig({ ...process.env, ...url });
  const asked = resolve(options.folder);
  const folder = existsSync(asked) ? realpathSync(asked) : asked;
  refuseIfTaken(folder, options.force, dataDir);
  const loaded = loadCharter(dataDir);
  if ('problems' in loaded) throw new Refusal(formatFindings(loaded.problems).trimEnd());
  const site = await buildSite(loaded.charter, publicUrl);
  const { charter } = site;
  // Here and not by site.addSheets, which starts a process for each service.
  for (const order of [{}, ...charter.services.map(({ id }) => ({ service: id }))]) {
    const sheets = await makeSheets({ charter, publicUrl, ...order }).catch((error: Error) => {
      throw new Refusal(error.message);
    });
    for (const sheet of sheets) site.resources.set(...sheetResource(sheet));
  }
  const files = siteFiles(site, options.relative);
  write(folder, files);
  process.stdout.write(
    `${toBengaliDigits(files.size)}টি ফাইল লেখা হয়েছে / Files written: ${files.size}, in ${folder}\n`,
  );
  if (!isPublic(publicUrl) && !options.relative)
    process.stdout.write(
      `সাইটের ঠিকানা দেওয়া হয়নি: --url https://… দিয়ে আবার লিখুন / The pages name ${publicUrl} as their address; give the real one with --url.\n`,
    );
} catch (error) {
  if (!(error instanceof Error)) throw error;
  // An error of the system says in its message what it is about.
  if (!(error instanceof Refusal || error instanceof ConfigError || 'code' in error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}
