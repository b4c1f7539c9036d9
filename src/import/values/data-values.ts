// Converts the draft to the values of the YAML files.

import { numberKeys, officerSchema } from '../../charter/officer.ts';
import { type Category, categories } from '../../charter/service.ts';
import { text as textSchema, webAddress } from '../../charter/values.ts';
import type { Draft, DraftService } from '../draft.ts';
import { Flow, Quoted, type Yaml } from '../files/yaml-text.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import { complaintTier } from './complaint-values.ts';
import { isReference, Officers } from './officers.ts';

export type DataValues = Record<
  'office' | 'charter' | 'officers' | 'services',
  { [key: string]: Yaml | undefined }
>;

/** The placeholder for the name of an office that the document does not name. */
export const NO_DEPARTMENT = 'এখানে কার্যালয়ের নাম লিখুন';

/** Returns the values of the YAML files. The ledger records what they leave out. */
export function dataValues(draft: Draft, ledger: Ledger): DataValues {
  const services = categories.flatMap((category) => draft.services[category]);
  const cells = services.flatMap(({ officerCells }) => [
    officerCells.officer,
    officerCells.superior,
  ]);
  const wheres = draft.complaints?.tiers.map(({ where }) => where) ?? [];
  const officers = new Officers([...cells, ...wheres].filter((text) => text !== undefined));
  const serviceLists = categories.map((category): [Category, Yaml[]] => [
    category,
    serviceEntries(draft.services[category], officers, ledger),
  ]);
  return {
    office: officeValues(draft, ledger),
    charter: charterValues(draft, officers, ledger),
    services: {
      ...Object.fromEntries(serviceLists.filter(([, list]) => list.length > 0)),
      subordinate:
        draft.subordinate.length > 0
          ? draft.subordinate.map(({ name, website }) => ({
              name,
              website: website && webAddress.safeParse(website).success ? website : undefined,
            }))
          : undefined,
    },
    officers: Object.fromEntries(
      Object.entries(officers.records()).map(([id, person]) => [id, officerEntry(person)]),
    ),
  };
}

const QUOTED = new Set<string>([...numberKeys, 'room']);

function officerEntry(person: Record<string, string | undefined>): Yaml {
  const entries = Object.keys(officerSchema.shape).flatMap((key): [string, Yaml][] => {
    const value = person[key];
    if (value === undefined) return [];
    return [[key, QUOTED.has(key) ? new Quoted(value) : value]];
  });
  return Object.fromEntries(entries);
}

function officeValues({ office }: Draft, ledger: Ledger): DataValues['office'] {
  if (office.department === undefined)
    ledger.doubt(
      'কার্যালয়ের নাম পাওয়া যায়নি; office.yaml এ department লিখুন। / The office has no name yet: write department in office.yaml.',
    );
  const { government, ministry, department = NO_DEPARTMENT, website, ...others } = office;
  const { office: name, union, upazila, district, address, hours, published, reviewed } = others;
  const site = website === undefined ? undefined : { address: website, confirmed: false };
  const place = { office: name, union, upazila, district, address, hours };
  return { government, ministry, department, ...place, website: site, published, reviewed };
}

function charterValues(draft: Draft, officers: Officers, ledger: Ledger): DataValues['charter'] {
  const { vision, mission, headings, expectations, complaints, tables } = draft;
  const usedKeys = new Set(
    categories
      .flatMap((category) => draft.services[category])
      .flatMap(({ facts, officerCells, cases }) => [
        ...Object.keys(facts),
        ...cases.flatMap((one) => Object.keys(one.facts)),
        ...Object.entries(officerCells).flatMap(([key, text]) => (text === undefined ? [] : [key])),
      ]),
  );
  const isUsed = (key: string) => key === 'serial' || key === 'name' || usedKeys.has(key);
  for (const [key, heading] of Object.entries(headings))
    if (!isUsed(key))
      ledger.addChange(heading, '', 'কলামটিতে কোনো লেখা নেই / nothing is written in this column');
  const kept = Object.entries(headings).filter(
    ([key, heading]) => isUsed(key) && textSchema.safeParse(heading).success,
  );
  return {
    vision: vision.length > 0 ? vision.join(' ') : undefined,
    mission: mission.length > 0 ? mission.join(' ') : undefined,
    headings: kept.length > 0 ? Object.fromEntries(kept) : undefined,
    sections: undefined,
    tables:
      tables.length > 0
        ? tables.map(({ id, title, number, columns, rows }) => ({
            id,
            title,
            number: number === undefined ? undefined : new Quoted(number),
            columns: new Flow(columns),
            rows: rows.map((row) => new Flow(row)),
          }))
        : undefined,
    expectations: expectations.length > 0 ? expectations : undefined,
    complaints: complaints && {
      introduction: complaints.introduction,
      tiers: complaints.tiers.map((tier) => complaintTier(tier, officers, ledger)),
    },
  };
}

function serviceEntries(
  services: readonly DraftService[],
  officers: Officers,
  ledger: Ledger,
): Yaml[] {
  let count = 0;
  return services.map(({ id, name, serial, group, facts, officerCells, cases }): Yaml => {
    const expected = count + 1;
    count = serial || expected;
    return {
      id,
      group,
      serial: count === expected ? undefined : count,
      name,
      ...facts,
      officer: references(officerCells.officer, officers, ledger),
      superior: references(officerCells.superior, officers, ledger),
      cases: cases.length > 0 ? cases.map((one) => ({ name: one.name, ...one.facts })) : undefined,
    };
  });
}

function references(
  text: string | undefined,
  officers: Officers,
  ledger: Ledger,
): Yaml | undefined {
  if (text === undefined) return undefined;
  const found = officers.references(text, ledger).filter((one) => isReference(one) || one !== text);
  if (found.length === 0) {
    ledger.doubt(
      `“${text}”: এ লেখায় বাংলা নেই, তাই কর্মকর্তার ঘরে বসানো যায়নি। / No Bengali in this officer's cell, so it is left out.`,
    );
    return undefined;
  }
  return found.length === 1 ? found[0] : new Flow(found);
}
