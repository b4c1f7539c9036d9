// Converts older formats to those of Word and Excel, with LibreOffice where the machine has it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ImportError } from '../source.ts';

/** The formats that LibreOffice converts, and what each becomes. */
export type OldFormat = 'doc' | 'odt' | 'rtf' | 'xls' | 'ods';
const targets: Record<OldFormat, 'docx' | 'xlsx'> = {
  doc: 'docx',
  odt: 'docx',
  rtf: 'docx',
  xls: 'xlsx',
  ods: 'xlsx',
};

/** The places of LibreOffice: in the search path, or where its installers for Windows and macOS put it. */
const PROGRAMS = [
  'soffice',
  'libreoffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** The longest time in milliseconds that a conversion may take; a charter takes a few seconds. */
const LONGEST = 120_000;

/**
 * Converts a document to .docx or .xlsx. LibreOffice runs with a fresh profile, in which no macro is allowed.
 * @throws ImportError if the machine has no LibreOffice, or if that cannot open the document
 */
export function convertToOffice(bytes: Uint8Array, format: OldFormat): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'charter-convert-'));
  try {
    const target = targets[format];
    writeFileSync(join(folder, `charter.${format}`), bytes);
    const args = [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
      ...['--headless', '--convert-to', target, '--outdir', folder],
      join(folder, `charter.${format}`),
    ];
    for (const program of PROGRAMS) {
      const { error } = spawnSync(program, args, { stdio: 'ignore', timeout: LONGEST });
      if (error && 'code' in error && error.code === 'ENOENT') continue;
      const made = join(folder, `charter.${target}`);
      if (existsSync(made)) return readFileSync(made);
      break;
    }
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 5 });
  }
  throw new ImportError(
    `.${format} ফাইল পড়তে LibreOffice লাগে, এই কম্পিউটারে তা দিয়ে খোলা যায়নি। Word (বা Excel) এ খুলে .docx (বা .xlsx) হিসেবে সংরক্ষণ করুন, তারপর সেটি দিন।`,
    `LibreOffice, which reads .${format} files, is not on this machine or could not open it. Open it in Word (or Excel), save it as .docx (or .xlsx), and import that.`,
  );
}
