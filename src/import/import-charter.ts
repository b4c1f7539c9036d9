// A file → a data folder that passes the check, and the report.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Charter } from '../charter/charter.ts';
import { reviewData } from '../data/advice.ts';
import type { Finding } from '../data/finding.ts';
import { loadCharter } from '../data/load.ts';
import { settleAll } from './account.ts';
import { type DataValues, dataValues } from './data-files.ts';
import { fileTexts } from './file-texts.ts';
import { writeFolder } from './folder.ts';
import type { Ledger } from './ledger.ts';
import { misplacedIn } from './misplaced.ts';
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
  const fill = (partial: string) => {
    const source = readSource(bytes, name);
    const pieces = piecesOf(source.blocks);
    if (pieces.length === 0)
      throw new ImportError('ফাইলটিতে কোনো লেখা নেই।', 'The file contains no text.');
    const { draft, ledger } = recognise(source);
    const values = dataValues(draft, ledger);
    values.charter.sections = sectionSettings(draft, writeSound(partial, values, ledger));
    const charter = writeSound(partial, values, ledger);
    settleAll(pieces, charter, values, ledger);
    for (const piece of pieces)
      if (ledger.entries.get(piece)?.fate === 'placed')
        for (const words of misplacedIn(piece.text))
          ledger.doubt(
            `${piece.at}: “${words}”; ফাঁকা ও চিহ্ন মিলিয়ে দেখুন। / See to spaces and signs.`,
          );
    const report = reportText(name, pieces, ledger);
    writeFileSync(join(partial, 'import-report.md'), report);
    const findings = reviewData(partial, today).map((one) => ({
      ...one,
      file: join(folder, basename(one.file)),
    }));
    return { counts: countsOf(pieces, ledger), report, findings };
  };
  const { result, movedTo } = writeFolder(folder, fill, force);
  return { ...result, movedTo };
}

const MOST_ROUNDS = 30;

/**
 * Writes the files. What the check refuses leaves them and is told; the account then lists the pieces it comes from.
 * @returns the charter as the site will read it
 * @throws ImportError where nothing of a charter is left
 */
function writeSound(folder: string, values: DataValues, ledger: Ledger): Charter {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    for (const [file, text] of Object.entries(fileTexts(values)))
      writeFileSync(join(folder, file), text);
    const loaded = loadCharter(folder);
    if ('charter' in loaded) return loaded.charter;
    for (const problem of loaded.problems.toReversed())
      ledger.doubt(removeAt(values, problem, basename(problem.file)));
  }
  throw new ImportError(
    'ফাইলটিতে সনদের কোনো অংশ (সেবার টেবিল, প্রত্যাশা, অভিযোগ) চেনা যায়নি।',
    'No part of a charter was recognised in the file.',
  );
}
