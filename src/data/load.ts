// data/*.yaml → Charter, or all problems.

import type { Charter } from '../charter/charter.ts';
import type { Officer } from '../charter/officer.ts';
import { categories } from '../charter/service.ts';
import { mapValues } from '../typed.ts';
import type { Finding } from './finding.ts';
import { readDataFile } from './read-file.ts';
import { checkReferences, type DataFiles, type FileFaults } from './references.ts';
import type { Data } from './schema.ts';
import { type FileName, fileNames, readSource } from './sources.ts';

/** The charter, or the problems that prevent it. */
export type Loaded = { charter: Charter } | { problems: Finding[] };

/**
 * Reads and checks all files of a data folder.
 * @param folder path of the folder with office.yaml, services.yaml and the other files
 * @returns the charter, or all problems in the order of files and lines; never throws for invalid data
 */
export function loadCharter(folder: string): Loaded {
  const data = readDataFiles(folder);
  const problems = findingsOf(data, checkReferences(data));
  return problems.length > 0 ? { problems } : { charter: assemble(data) };
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

/** The findings from reading and from the given checks, in the order of files and lines. */
export function findingsOf(data: DataFiles, checks: FileFaults[]): Finding[] {
  return fileNames.flatMap((name) => {
    const { findings, toFinding } = data[name];
    const faults = checks.filter(([file]) => file === name).flatMap(([, faults]) => faults);
    return [...findings, ...faults.map(toFinding)].toSorted(byPlace);
  });
}

function byPlace(a: Finding, b: Finding): number {
  const [from, to] = [a.position, b.position];
  return (from?.line ?? 0) - (to?.line ?? 0) || (from?.column ?? 0) - (to?.column ?? 0);
}

/** Resolves every reference; requires that all files are valid and all references resolve. */
function assemble(data: DataFiles): Charter {
  const contents = mapValues(data, ({ content }) => content) as Data;
  const officers = Object.entries(contents['officers.yaml']).map(([id, officer]) => ({
    id,
    ...officer,
  }));
  const byId = new Map(officers.map((officer) => [officer.id, officer]));
  const lookUp = (ids: string[] = []): Officer[] =>
    ids.map((id) => byId.get(id)).filter((officer) => officer !== undefined);
  const { expectations = [], complaints, headings, ...charter } = contents['charter.yaml'];
  const rows = contents['services.yaml'];
  return {
    office: contents['office.yaml'],
    ...charter,
    headings: inWrittenOrder(headings, data['charter.yaml'].written),
    officers,
    services: categories.flatMap((category) =>
      (rows[category] ?? []).map(({ officer, superior, ...service }, index) => ({
        ...service,
        category,
        serial: index + 1,
        officers: lookUp(officer),
        superiors: lookUp(superior),
      })),
    ),
    subordinate: rows.subordinate ?? [],
    expectations,
    complaints: complaints && {
      ...complaints,
      tiers: complaints.tiers.map(({ officer, ...tier }) => ({
        ...tier,
        officer: officer === undefined ? undefined : byId.get(officer),
      })),
    },
    corrections: contents['corrections.yaml'],
    synonyms: contents['synonyms.yaml'],
  };
}

/** The headings in the order of the file, which is the order of the columns; zod returns them in schema order. */
function inWrittenOrder(headings: Charter['headings'], written: unknown): Charter['headings'] {
  const keys = Object.keys(Object(written).headings);
  // Keys keep the position at which they were first set.
  return { ...Object.fromEntries(keys.map((key) => [key, ''])), ...headings };
}
