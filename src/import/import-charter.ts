// Imports a document: writes a data folder that passes the check, and the report.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Charter } from '../charter/charter.ts';
import { reviewData } from '../data/advice.ts';
import type { Finding } from '../data/finding.ts';
import { loadCharter } from '../data/load.ts';
import { writeDataFolder } from './files/data-folder.ts';
import { removeValue } from './files/remove-value.ts';
import { yamlFiles } from './files/yaml-files.ts';
import { readDocument } from './read/document.ts';
import { recognise } from './recognise/recognise.ts';
import type { Ledger } from './reconcile/ledger.ts';
import { misplacedWords } from './reconcile/misplaced.ts';
import { reconcile } from './reconcile/reconciliation.ts';
import { type Counts, type ReportView, reportText, reportView } from './reconcile/report.ts';
import { rowDoubts } from './reconcile/row-doubts.ts';
import { ImportError, sourcePieces, withoutCharter } from './source.ts';
import { type DataValues, dataValues } from './values/data-values.ts';
import { sectionSettings } from './values/section-settings.ts';

export interface Imported {
  counts: Counts;
  /** The report as Markdown, for the terminal. */
  report: string;
  /** The report as its page shows it. */
  view: ReportView;
  /** The findings of `npm run check` for the folder, all of them advice. */
  findings: Finding[];
  /** The new path of a folder that stood in the way. */
  movedTo: string | undefined;
}

export interface ImportOptions {
  /** Today's ISO date, by which the check finds what is overdue. */
  today: string;
  /** Whether to move an existing folder aside instead of refusing; defaults to false. */
  force?: boolean;
}

/**
 * Writes the data folder of a charter. The folder appears whole or not at all.
 * @param bytes the document, at most 20 MB
 * @param name the document's file name, for the report and as a hint at the format of plain text
 * @throws ImportError, in one line, if the document or the folder cannot be used
 */
export function importCharter(
  bytes: Uint8Array,
  name: string,
  folder: string,
  { today, force = false }: ImportOptions,
): Imported {
  const fill = (partial: string) => {
    const source = readDocument(bytes, name);
    const pieces = sourcePieces(source.blocks);
    if (pieces.length === 0)
      throw new ImportError('ফাইলটিতে কোনো লেখা নেই।', 'The file contains no text.');
    const { draft, ledger } = recognise(source);
    const values = dataValues(draft, ledger);
    values.charter.sections = sectionSettings(draft, writeValid(partial, values, ledger));
    const charter = writeValid(partial, values, ledger);
    reconcile(pieces, charter, values, ledger);
    const placed = pieces.filter((piece) => ledger.outcome(piece) === 'placed');
    const misplaced = placed.flatMap(({ at, text }) =>
      misplacedWords(text).map((words) => `“${words}” (${at})`),
    );
    if (misplaced.length > 0)
      ledger.doubt(`ফাঁকা ও চিহ্ন মিলিয়ে দেখুন: ${misplaced.join('; ')} / See to spaces and signs.`);
    for (const doubt of rowDoubts(charter)) ledger.doubt(doubt);
    const report = reportText(name, pieces, ledger);
    const findings = reviewData(partial, today).map((one) => ({
      ...one,
      file: join(folder, basename(one.file)),
    }));
    const view = reportView(name, source.blocks, pieces, ledger);
    return { counts: view.counts, report, view, findings };
  };
  const { result, movedTo } = writeDataFolder(folder, fill, force);
  return { ...result, movedTo };
}

const MOST_ROUNDS = 30;

/**
 * Writes the YAML files and removes each value that the check refuses. Every removed value becomes a doubt, and the
 * reconciliation then finds the pieces that it came from.
 * @returns the charter as the site will read it
 * @throws ImportError if nothing of a charter is left
 */
function writeValid(folder: string, values: DataValues, ledger: Ledger): Charter {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    for (const [file, text] of Object.entries(yamlFiles(values)))
      writeFileSync(join(folder, file), text);
    const loaded = loadCharter(folder);
    if ('charter' in loaded) return loaded.charter;
    for (const problem of loaded.problems.toReversed())
      ledger.doubt(removeValue(values, problem, basename(problem.file)));
  }
  throw withoutCharter();
}
