// data/*.yaml → Charter, or every problem found. Knows no HTML and no HTTP.

import { type Charter, categories, type Officer } from './charter.ts';
import type { Problem } from './problem.ts';
import { readDataFile } from './read.ts';
import { checkReferences, type DataFiles } from './references.ts';
import type { Data } from './schema.ts';
import { fileNames, readSources } from './sources.ts';

/** The charter, or the reasons why there is none. */
export type Loaded = { charter: Charter } | { problems: Problem[] };

/**
 * Reads and checks all files of a data folder.
 * @param folder path of the folder that holds office.yaml, services.yaml and the others
 * @param sources its files, where they have been read already
 * @returns the charter, or all problems in the order of files and lines; never throws for bad data
 */
export function loadCharter(folder: string, sources = readSources(folder)): Loaded {
  const data = readDataFiles(folder, sources);
  const problems = problemsOf(data);
  if (problems.length > 0) return { problems };
  const contents = Object.entries(data).map(([name, file]) => [name, file.content]);
  return { charter: assemble(Object.fromEntries(contents) as Data) };
}

/** Reads every file of a folder and checks what refers from one to another. */
export function readDataFiles(folder: string, sources = readSources(folder)): DataFiles {
  const data = Object.fromEntries(
    fileNames.map((name) => [name, readDataFile(folder, name, sources[name])]),
  ) as DataFiles;
  checkReferences(data);
  return data;
}

/** All that was found, in the order of files and lines. */
export function problemsOf(data: DataFiles): Problem[] {
  return Object.values(data).flatMap((file) => file.problems.toSorted(byPlace));
}

function byPlace(a: Problem, b: Problem): number {
  const [from, to] = [a.position, b.position];
  return (from?.line ?? 0) - (to?.line ?? 0) || (from?.column ?? 0) - (to?.column ?? 0);
}

/** Looks up every reference; the checks have made sure that each resolves. */
function assemble(data: Data): Charter {
  const officers = new Map<string, Officer>(
    Object.entries(data['officers.yaml']).map(([id, officer]) => [id, { id, ...officer }]),
  );
  const byId = (id: string) => officers.get(id) as Officer;
  const { expectations = [], complaints, ...charter } = data['charter.yaml'];
  const rows = data['services.yaml'];
  return {
    office: data['office.yaml'],
    ...charter,
    officers: [...officers.values()],
    services: categories.flatMap((category) =>
      (rows[category] ?? []).map(({ officer = [], superior = [], ...service }, index) => ({
        ...service,
        category,
        serial: index + 1,
        officers: officer.map(byId),
        superiors: superior.map(byId),
      })),
    ),
    subordinate: rows.subordinate ?? [],
    expectations,
    complaints: complaints && {
      ...complaints,
      tiers: complaints.tiers.map(({ officer, ...tier }) => ({
        ...tier,
        officer: officer === undefined ? undefined : byId(officer),
      })),
    },
    corrections: data['corrections.yaml'],
    synonyms: data['synonyms.yaml'],
  };
}
