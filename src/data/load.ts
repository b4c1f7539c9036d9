// data/*.yaml → Charter, or all problems.

import type { Charter } from '../charter/charter.ts';
import { assembleCharter } from './assemble-charter.ts';
import { collectFindings } from './collect-findings.ts';
import type { Finding } from './finding.ts';
import { readDataFile } from './read-file.ts';
import { checkReferences, type DataFiles } from './references.ts';
import { type FileName, readSource } from './sources.ts';

/** The charter, or the problems that prevent it. */
export type Loaded = { charter: Charter } | { problems: Finding[] };

/**
 * Reads and checks all files of a data folder.
 * @param folder path of the folder with office.yaml, services.yaml and the other files
 * @returns the charter, or all problems in the order of files and lines; never throws for invalid data
 */
export function loadCharter(folder: string): Loaded {
  const data = readDataFiles(folder);
  const problems = collectFindings(data, checkReferences(data));
  return problems.length > 0 ? { problems } : { charter: assembleCharter(data) };
}

/** Reads all files of a folder, each checked on its own. */
export function readDataFiles(folder: string): DataFiles {
  const read = <Name extends FileName>(name: Name) =>
    readDataFile(folder, name, readSource(folder, name));
  return {
    'office.yaml': read('office.yaml'),
    'charter.yaml': read('charter.yaml'),
    'officers.yaml': read('officers.yaml'),
    'services.yaml': read('services.yaml'),
    'corrections.yaml': read('corrections.yaml'),
    'synonyms.yaml': read('synonyms.yaml'),
  };
}
