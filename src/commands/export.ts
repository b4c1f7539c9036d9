// The whole site as files in a folder (npm run export).

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toBengaliDigits } from '../bangla/digits.ts';
import { ConfigError, readConfig } from '../config.ts';
import { formatFindings } from '../data/finding.ts';
import { loadCharter } from '../data/load.ts';
import { isPublic, singleSheetPaths } from '../site/addresses.ts';
import { buildSite } from '../site/build.ts';
import { siteFiles, withCompressed } from '../site/files.ts';
import { makeSheets } from '../site/print/pdf-worker.ts';
import { sheetResource } from '../site/print/printing.ts';
import type { Resource } from '../site/resource.ts';
import { checkFolder, ExportError, writeFolder } from './export-folder.ts';

const USAGE =
  'Usage: npm run export -- <folder> [--relative] [--force] [--url https://charter.example]';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

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

/** @throws ConfigError that names the option */
function readUrl(url: string): string {
  try {
    return readConfig({ PUBLIC_URL: url }).publicUrl;
  } catch {
    throw new ConfigError(
      `--url-এ শুধু সাইটের ঠিকানা লিখুন, যেমন https://charter.example / --url ${JSON.stringify(url)} should be an http or https URL of only scheme, host and port.\n${USAGE}`,
    );
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
  const { dataDir, ...config } = readConfig(process.env);
  const publicUrl = options.url === undefined ? config.publicUrl : readUrl(options.url);
  // A slip of the pen must not delete the program, the data or a person's files.
  const kept = [process.cwd(), projectFolder, dataDir, homedir()].filter(existsSync);
  const folder = checkFolder(options.folder, options.force, kept);
  const loaded = loadCharter(dataDir);
  if ('problems' in loaded) throw new ExportError(formatFindings(loaded.problems).trimEnd());
  const site = await buildSite(loaded.charter, publicUrl);
  const { charter } = site;
  // In this process: site.sheets would start one for each service.
  const sheets = new Map<string, Resource>();
  for (const order of [{}, ...singleSheetPaths(charter).map((path) => ({ path }))]) {
    const made = await makeSheets({ charter, publicUrl, ...order }).catch((error: Error) => {
      throw new ExportError(error.message);
    });
    for (const sheet of made) sheets.set(...sheetResource(sheet));
  }
  const files = withCompressed(siteFiles(site, sheets, options.relative));
  // GitHub Pages would leave out folders such as .well-known without it.
  if (!options.relative) files.set('.nojekyll', Buffer.alloc(0));
  writeFolder(folder, files);
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
  if (!(error instanceof ExportError || error instanceof ConfigError || 'code' in error))
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
}
