// The smallest sound data folder, to fill in (npm run new).

import { devCommand } from '../import/files/data-folder.ts';
import { createDataFolder } from '../import/files/new-folder.ts';
import { ImportError } from '../import/source.ts';

const USAGE = 'npm run new -- <folder>';

try {
  const [folder, ...others] = process.argv.slice(2);
  if (folder === undefined || folder.startsWith('-') || others.length > 0)
    throw new ImportError(`একটি ফোল্ডারের নাম দিন: ${USAGE}`, `Name one folder: ${USAGE}`);
  createDataFolder(folder);
  process.stdout.write(
    `ফোল্ডার তৈরি হয়েছে / Created: ${folder}\nএবার দেখুন / Now see it: ${devCommand(folder)}\n`,
  );
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
