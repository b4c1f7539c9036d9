// data/*.yaml → Charter, or every problem found. Knows no HTML and no HTTP.

import type { Problem } from './problem.ts';
import { readDataFile } from './read.ts';
import { checkReferences, type DataFiles } from './references.ts';
import { type Charter, type Data, type FileName, files, type Officer } from './schema.ts';

/** The charter, or the reasons why there is none. */
export type Loaded = { charter: Charter } | { problems: Problem[] };

/**
 * Reads and checks all files of a data folder.
 * @param folder path of the folder that holds office.yaml, services.yaml and the others
 * @returns the charter, or all problems in the order of files and lines; never throws for bad data
 */
export function loadCharter(folder: string): Loaded {
  const names = Object.keys(files) as FileName[];
  const entries = names.map((name) => [name, readDataFile(folder, name)] as const);
  checkReferences(Object.fromEntries(entries) as DataFiles);

  const problems = entries.flatMap(([, file]) => file.problems.toSorted(byPlace));
  if (problems.length > 0) return { problems };
  const data = entries.map(([name, file]) => [name, file.content]);
  return { charter: assemble(Object.fromEntries(data) as Data) };
}

function byPlace(a: Problem, b: Problem): number {
  const [from, to] = [a.position, b.position];
  return (from?.line ?? 0) - (to?.line ?? 0) || (from?.column ?? 0) - (to?.column ?? 0);
}

/** Looks up every reference; the checks have made sure that each resolves. */
function assemble(data: Data): Charter {
  const officers: Officer[] = Object.entries(data['officers.yaml']).map(([id, officer]) => ({
    id,
    ...officer,
  }));
  const byId = (id: string) => officers.find((officer) => officer.id === id) as Officer;
  return {
    office: data['office.yaml'],
    ...data['charter.yaml'],
    officers,
    services: data['services.yaml'].citizen.map((service, index) => ({
      ...service,
      serial: index + 1,
      officer: byId(service.officer),
      superior: byId(service.superior),
    })),
    corrections: data['corrections.yaml'],
  };
}
