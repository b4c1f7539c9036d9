// The contents of all files → Charter.

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
import type { DataFiles } from './references.ts';
import type { Data } from './schema.ts';
import { writtenRows } from './written.ts';

/**
 * Returns the charter, with every reference looked up and every default filled in.
 * @param data files that checkReferences has found sound
 */
export function assembleCharter(data: DataFiles): Charter {
  const contents = mapValues(data, ({ content }) => content) as Data;
  const { offsetOf } = data['officers.yaml'];
  // In the order of the file: JavaScript puts ids that are numbers first.
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
          ...rowFacts(row, headings),
          id: row.id,
          formerIds: row.former_ids,
          name: row.name,
          nameEn: row.name_en,
          category,
          categoryTitle: settings?.title ?? officialTitles[category],
          serial,
          serialText: hasSerials ? serialText : undefined,
          group,
          officers: lookUp(row.officer),
          superiors: lookUp(row.superior),
          cases: (row.cases ?? []).map((one) => ({ ...rowFacts(one, headings), name: one.name })),
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

/** Returns the format's headings of the columns in which a service says anything, for an office that names none. */
function defaultHeadings(rows: unknown): Heading[] {
  const used = new Set(writtenRows(rows).flatMap(({ row }) => Object.keys(row)));
  return columnKeys
    .filter((key) => key === 'serial' || used.has(key))
    .map((key) => ({ key, text: columns[key].topic ?? columns[key].label, short: undefined }));
}

/** Returns the facts of a service or case, those of the office's own columns under `own`. */
function rowFacts(row: Omit<Facts, 'own'> & Record<string, unknown>, headings: Heading[]): Facts {
  const ownKeys = headings
    .map(({ key }) => key)
    .filter((key) => !isKnown(key) && Object.hasOwn(row, key));
  return {
    ...Object.fromEntries(factKeys.map((key) => [key, row[key]])),
    own: ownKeys.map((key) => ({ key, texts: ownValueSchema.parse(row[key]) })),
  };
}
