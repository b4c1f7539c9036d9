// An office's charter from Word, the portal, Excel or a pasted table to a data folder (npm run import).

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { dayInDhaka } from '../bangla/date.ts';
import { formatFindings } from '../data/finding.ts';
import { devCommand } from '../import/files/data-folder.ts';
import { importCharter } from '../import/import-charter.ts';
import { LARGEST_FILE } from '../import/read/document.ts';
import { ImportError } from '../import/source.ts';
import { staffPage } from '../site/html/findings-page.ts';

/** The page that shows the document with the outcome of each cell, beside the YAML files. */
const REPORT = 'import-report.html';

const USAGE = 'npm run import -- <file or -> [--to <folder>] [--force]';

try {
  const { values: options, positionals } = readArguments();
  // In PowerShell npm takes "--to" for its own and passes only the folder on (npm/cli issue 4903).
  const [path, ...words] = positionals;
  const [to, ...others] = options.to === undefined ? words : [options.to, ...words];
  if (path === undefined || others.length > 0)
    throw new ImportError(`একটি ফাইল দিন: ${USAGE}`, `Give one file: ${USAGE}`);
  const folder = to ?? (path === '-' ? 'imported' : basename(path, extname(path)) || 'imported');
  const today = dayInDhaka(new Date());
  const imported = importCharter(read(path), path === '-' ? 'stdin' : basename(path), folder, {
    today,
    force: options.force ?? false,
  });
  const place = relative('.', folder) || folder;
  writeFileSync(join(folder, REPORT), staffPage('import-report.njk', imported.view));
  process.stdout.write(`${imported.report}\n`);
  process.stdout.write(formatFindings(imported.findings));
  if (imported.movedTo)
    process.stdout.write(
      `\nআগের ফোল্ডারটি এখানে / The earlier folder is now ${relative('.', imported.movedTo)}\n`,
    );
  process.stdout.write(
    `\nফোল্ডার / Folder: ${place}\nপ্রতিবেদন / Report: ${join(place, REPORT)}\nএবার দেখুন / Now see it: ${devCommand(place)}\n`,
  );
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function readArguments() {
  try {
    return parseArgs({
      options: { to: { type: 'string' }, force: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    const { message } = error as Error;
    throw new ImportError(`এভাবে লিখুন: ${USAGE}`, message);
  }
}

/** Reads a file or standard input. Checks the size of a file first. */
function read(path: string): Uint8Array {
  try {
    if (path === '-') return readFileSync(0);
    if (statSync(path).size > LARGEST_FILE)
      throw new ImportError('ফাইলটি ২০ মেগাবাইটের বেশি বড়।', 'The file is larger than 20 MB.');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`ফাইলটি পড়া যায়নি: ${path}`, `Cannot read ${path}`);
  }
}
