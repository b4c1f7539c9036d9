// data/*.yaml → Charter, or all problems.

import { toSerial } from '../bangla/digits.ts';
import type { Charter } from '../charter/charter.ts';
import {
  columnKeys,
  columns,
  type Facts,
  factKeys,
  type Heading,
  isKnown,
  ownValueSchema,
} from '../charter/columns.ts';
import type { InCharge } from '../charter/officer.ts';
import { officialTitles } from '../charter/sections.ts';
import { categories, letterAt, type Service } from '../charter/service.ts';
import { keysOf, mapValues } from '../typed.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './messages.ts';
import { readDataFile } from './read-file.ts';
import { checkReferences, type DataFiles, type FileFaults } from './references.ts';
import type { Data } from './schema.ts';
import { type FileName, fileNames, readSource } from './sources.ts';
import { suggest } from './suggest.ts';
import { writtenRows } from './written.ts';

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

/**
 * What reading has found and what the given checks have found, in the order of files and lines. What is said in the
 * same words about several places of a file is one finding.
 */
export function findingsOf(data: DataFiles, checks: FileFaults[]): Finding[] {
  return fileNames.flatMap((name) => {
    const { findings, toFinding } = data[name];
    const faults = checks.filter(([file]) => file === name).flatMap(([, faults]) => faults);
    const all = [...findings, ...faults.map(toFinding)].toSorted(byPlace);
    const problems = withoutFollowing(all.filter(({ severity }) => severity === 'problem'));
    // What is wrong is not also advised on.
    const wrong = new Set(
      problems.flatMap(({ position, path }) => [...parentsOf(path), path, position?.line]),
    );
    const advice = all.filter(
      ({ severity, position, path }) =>
        severity === 'advice' && !wrong.has(path) && !wrong.has(position?.line),
    );
    const told = new Set(advice.map(({ rule, position }) => `${rule} ${position?.line}`));
    const isSaidBetter = ({ rule, position }: Finding) =>
      told.has(`${betterAdvice[rule]} ${position?.line}`);
    return gather([...problems, ...advice.filter((one) => !isSaidBetter(one))].toSorted(byPlace));
  });
}

/** Advice that another rule on the same line makes needless. */
const betterAdvice: Record<string, Rule> = {
  'list-in-text': 'folded-list',
  'latin-amount': 'fee-amount',
};

function parentsOf(path: string): string[] {
  const steps = path.split(' › ');
  return steps.map((_step, at) => steps.slice(0, at).join(' › '));
}

/** What an item that was only begun lacks is not told, nor a key that is told as unknown under another name. */
function withoutFollowing(problems: Finding[]): Finding[] {
  const split = (path: string) => {
    const at = path.lastIndexOf(' › ');
    return { parent: path.slice(0, Math.max(at, 0)), key: path.slice(at < 0 ? 0 : at + 3) };
  };
  const unknown = problems.flatMap(({ rule, path }) => (rule === 'unknown-key' ? split(path) : []));
  const byRule = Map.groupBy(problems, ({ rule }) => rule);
  const isOn = (rule: Rule, line: number | undefined) =>
    byRule.get(rule)?.some(({ position }) => position?.line === line);
  return problems.filter(({ rule, path, position }) => {
    if (rule === 'empty') return !isOn('anchor', position?.line);
    if (rule !== 'missing') return true;
    const { parent, key } = split(path);
    return (
      !isOn('empty', position?.line) &&
      !unknown.some((one) => one.parent === parent && suggest(one.key, [key]) === key)
    );
  });
}

function byPlace(a: Finding, b: Finding): number {
  const [from, to] = [a.position, b.position];
  return (from?.line ?? 0) - (to?.line ?? 0) || (from?.column ?? 0) - (to?.column ?? 0);
}

function gather(findings: Finding[]): Finding[] {
  const byWords = Map.groupBy(findings, ({ rule, bn }) => `${rule} ${bn.wrong}`);
  return [...byWords.values()].flatMap(([first, ...others]) => {
    const also = others.flatMap(({ position }) => position ?? []);
    return first ? [also.length > 0 ? { ...first, also } : first] : [];
  });
}

/** Looks up every reference; the checks have made sure that each file is valid and each reference resolves. */
function assemble(data: DataFiles): Charter {
  const contents = mapValues(data, ({ content }) => content) as Data;
  const { offsetOf } = data['officers.yaml'];
  const officers = Object.entries(contents['officers.yaml'])
    .map(([id, officer]) => ({ id, ...officer }))
    .toSorted((one, next) => offsetOf([one.id]) - offsetOf([next.id]));
  const byId = new Map(officers.map((officer) => [officer.id, officer]));
  const lookUp = (references: string[] = []): InCharge[] =>
    references.map((reference) => byId.get(reference) ?? { text: reference });
  const { vision, mission, expectations, complaints, ...charter } = contents['charter.yaml'];
  const rows = contents['services.yaml'];
  const headings = charter.headings
    ? keysOf(charter.headings).flatMap((key): Heading[] => {
        const heading = charter.headings?.[key];
        return heading ? [{ key, ...heading }] : [];
      })
    : defaultHeadings(rows);
  const sections = charter.sections ?? {};
  return {
    office: contents['office.yaml'],
    vision,
    mission,
    headings,
    sections,
    officers,
    services: categories.flatMap((category) => {
      const settings = sections[category];
      const hasSerials = headings.some(({ key }) => key === 'serial');
      let group: string | undefined;
      let serial = 0;
      return (rows[category] ?? []).map((row): Service => {
        group = row.group ?? group;
        serial = row.serial ?? serial + 1;
        const serialText =
          settings?.serials === 'letters' ? letterAt(serial - 1) : toSerial(serial);
        return {
          ...factsOf(row, headings),
          id: row.id,
          formerIds: row.former_ids,
          name: row.name,
          category,
          categoryTitle: settings?.title ?? officialTitles[category],
          serial,
          serialText: hasSerials ? serialText : undefined,
          group,
          officers: lookUp(row.officer),
          superiors: lookUp(row.superior),
          cases: (row.cases ?? []).map((one) => ({ ...factsOf(one, headings), name: one.name })),
        };
      });
    }),
    subordinate: rows.subordinate ?? [],
    expectations: expectations ?? [],
    complaints: complaints && {
      ...complaints,
      tiers: complaints.tiers.map(({ officer, ...tier }) => ({
        ...tier,
        officer: officer === undefined ? undefined : byId.get(officer),
      })),
    },
    tables: charter.tables ?? [],
    corrections: contents['corrections.yaml'],
    synonyms: contents['synonyms.yaml'],
  };
}

/** Where the office has no headings of its own: the format's, for the columns that services fill. */
function defaultHeadings(rows: unknown): Heading[] {
  const used = new Set(writtenRows(rows).flatMap(({ row }) => Object.keys(row)));
  return columnKeys
    .filter((key) => key === 'serial' || used.has(key))
    .map((key) => ({ key, text: columns[key].topic ?? columns[key].label, short: undefined }));
}

/** The facts of a service or case, those of the office's own columns under `own`. */
function factsOf(row: Omit<Facts, 'own'> & Record<string, unknown>, headings: Heading[]): Facts {
  const ownKeys = headings
    .map(({ key }) => key)
    .filter((key) => !isKnown(key) && Object.hasOwn(row, key));
  return {
    ...Object.fromEntries(factKeys.map((key) => [key, row[key]])),
    own: ownKeys.map((key) => ({ key, texts: ownValueSchema.parse(row[key]) })),
  };
}
