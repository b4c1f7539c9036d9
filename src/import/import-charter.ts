// A file → a data folder that passes the check, and the report.

import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { reviewData } from '../data/advice.ts';
import type { Finding } from '../data/finding.ts';
import { jsonSchemas } from '../data/json-schema.ts';
import { loadCharter } from '../data/load.ts';
import { settleAll } from './account.ts';
import { dataValues } from './data-files.ts';
import { fileTexts } from './file-texts.ts';
import { ImportError, piecesOf } from './model.ts';
import { readSource } from './read.ts';
import { recognise } from './recognise.ts';
import { removeAt } from './remove.ts';
import { type Counts, countsOf, reportText } from './report.ts';
import { sectionSettings } from './section-settings.ts';

export interface Imported {
  counts: Counts;
  report: string;
  /** What npm run check says of the folder: advice only. */
  findings: Finding[];
  /** Where the folder that was there before is now. */
  movedTo: string | undefined;
}

export interface ImportOptions {
  /** An ISO date, for the check's advice. */
  today: string;
  /** Moves a folder that is there aside instead of refusing. */
  force?: boolean;
}

/**
 * Writes the data folder of a charter. The folder appears whole or not at all.
 * @param name the source's name, for the report and for telling the format of plain text
 * @throws ImportError, in one line, for a source or a folder that cannot be used
 */
export function importCharter(
  bytes: Uint8Array,
  name: string,
  folder: string,
  { today, force = false }: ImportOptions,
): Imported {
  const target = resolve(folder);
  if (isTaken(target) && !force)
    throw new ImportError(
      `ফোল্ডারটি আগে থেকেই আছে: ${folder}। অন্য নাম দিন, অথবা --force লিখুন (আগেরটি সরিয়ে রাখা হবে)।`,
      `The folder exists: ${folder}. Give another name, or --force to move it aside.`,
    );
  const source = readSource(bytes, name);
  const pieces = piecesOf(source.blocks);
  if (pieces.length === 0)
    throw new ImportError('ফাইলটিতে কোনো লেখা নেই।', 'The file contains no text.');
  const { draft, ledger } = recognise(source);
  const values = dataValues(draft, ledger);

  mkdirSync(dirname(target), { recursive: true });
  const partial = mkdtempSync(`${target}.partial-`);
  try {
    const write = () => {
      for (const [file, text] of Object.entries(fileTexts(values)))
        writeFileSync(join(partial, file), text);
      return reviewData(partial, today);
    };
    let findings = write();
    const loaded = loadCharter(partial);
    if ('charter' in loaded) {
      values.charter.sections = sectionSettings(draft, loaded.charter);
      findings = write();
    }
    // What the check refuses leaves the files, and is listed whole with the pieces that it comes from.
    for (let round = 0; round < MOST_ROUNDS && hasProblem(findings); round++) {
      for (const problem of findings.filter(({ severity }) => severity === 'problem').toReversed())
        ledger.doubt(removeAt(values, problem, basename(problem.file)));
      rmAll(partial);
      findings = write();
    }
    if (hasProblem(findings))
      throw new ImportError(
        'ফাইলটিতে সনদের কোনো অংশ (সেবার টেবিল, প্রত্যাশা, অভিযোগ) চেনা যায়নি।',
        'No part of a charter was recognised in the file.',
      );
    settleAll(pieces, draft, values, ledger);
    const report = reportText(name, pieces, ledger);
    writeFileSync(join(partial, 'import-report.md'), report);
    mkdirSync(join(partial, 'schema'));
    for (const [file, text] of jsonSchemas()) writeFileSync(join(partial, 'schema', file), text);
    const movedTo = moveIn(partial, target);
    return {
      counts: countsOf(pieces, ledger),
      report,
      findings: findings.map((one) => ({ ...one, file: join(folder, basename(one.file)) })),
      movedTo,
    };
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

const MOST_ROUNDS = 30;

const hasProblem = (findings: Finding[]) => findings.some(({ severity }) => severity === 'problem');

function rmAll(folder: string): void {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
}

function isTaken(folder: string): boolean {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return false;
  try {
    // Succeeds only for an empty folder.
    rmdirSync(folder);
    return false;
  } catch {
    return true;
  }
}

/** Puts the new folder in its place; one that is there is kept under another name. */
function moveIn(partial: string, target: string): string | undefined {
  if (statSync(target, { throwIfNoEntry: false }) === undefined) {
    renameSync(partial, target);
    return undefined;
  }
  let aside = `${target}.before`;
  for (let count = 2; statSync(aside, { throwIfNoEntry: false }); count++)
    aside = `${target}.before-${count}`;
  renameSync(target, aside);
  renameSync(partial, target);
  return aside;
}
