// The folders of data that the tests run on, and how to multiply their services.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toSerial } from '../../src/bangla/digits.ts';
import type { Charter } from '../../src/charter/charter.ts';
import { formatFindings } from '../../src/data/finding.ts';
import { loadCharter } from '../../src/data/load.ts';
import type { FileName } from '../../src/data/sources.ts';

/** This office's data as they were when the tests were written. What knows particular texts runs on these. */
export const dataFolder = fileURLToPath(new URL('../fixtures/kachua', import.meta.url));

/** Returns a services.yaml with the frozen services multiplied to a number, each with a unique id and name. */
export function multipliedServices(services: number): string {
  const rows = readFileSync(join(dataFolder, 'services.yaml'), 'utf8')
    .split(/(?=^ {2}- id: )/m)
    .slice(1);
  const many = Array.from({ length: services }, (_, index) =>
    (rows[index % rows.length] as string)
      .replace(/id: (.*)/, `id: $1-${index + 1}`)
      .replace(/name: (.*)/, `name: $1 ${toSerial(index + 1)}`),
  );
  return `citizen:\n${many.join('')}`;
}

/** Gives a copy of the frozen data to `use`, in a folder named data as the staff's is, and removes it. */
export async function withDataCopy<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'charter-'));
  const folder = join(root, 'data');
  try {
    cpSync(dataFolder, folder, { recursive: true });
    return await use(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Loads the charter of an office "অধিদপ্তর" with the given files; throws the messages of the staff for a problem. */
export function charterOf(files: Partial<Record<FileName, string>>): Charter {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'));
  try {
    for (const [name, text] of Object.entries({ 'office.yaml': 'department: অধিদপ্তর\n', ...files }))
      writeFileSync(join(folder, name), text);
    const loaded = loadCharter(folder);
    if ('problems' in loaded) throw new Error(formatFindings(loaded.problems));
    return loaded.charter;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
