// The rules across rows and files. A reference into an unreadable file is checked once that file is fixed.

import {
  officerAnchor,
  officerHeadingAnchor,
  pageAnchorPrefixes,
  pageAnchors,
  sectionHeadingAnchor,
  serviceAnchor,
} from '../charter/anchors.ts';
import {
  columnKeys,
  factKeys,
  isColumnKey,
  isKnown,
  officerKeys,
  otherServiceKeys,
  ownValueSchema,
} from '../charter/columns.ts';
import { officialTitles } from '../charter/sections.ts';
import { categories } from '../charter/service.ts';
import { isId, isNotApplicable } from '../charter/values.ts';
import { keysOf } from '../typed.ts';
import type { Fault } from './fault.ts';
import { homeOf } from './homes.ts';
import type { DataFile } from './read-file.ts';
import { type Checked, faultsOf } from './schema-errors.ts';
import { type FileName, fileNames } from './sources.ts';
import { suggest, suggestKey } from './suggest.ts';
import { recordIn, writtenRows } from './written.ts';
import type { Path } from './yaml.ts';

export type DataFiles = { [Name in FileName]: DataFile<Name> };

/** The faults that one check finds in one file. */
export type FileFaults = [file: FileName, faults: Fault[]];

/** Returns the faults between rows and between files, by the file at fault. */
export function checkReferences(data: DataFiles): FileFaults[] {
  return [
    [
      'charter.yaml',
      [
        ...sectionFaults(data),
        ...headingFaults(data),
        ...tableFaults(data),
        ...complaintFaults(data),
      ],
    ],
    ['officers.yaml', [...missingOfficers(data), ...formerIdFaults(officerIds(data))]],
    ...anchorFaults(data),
    [
      'services.yaml',
      [...serviceFaults(data), ...columnFaults(data), ...formerIdFaults(serviceIds(data))],
    ],
    ['corrections.yaml', correctionFaults(data)],
  ];
}

/** Reports a charter that promises nothing: no service, expectation, complaint tier or table. */
function sectionFaults(data: DataFiles): Fault[] {
  const charter = data['charter.yaml'].content;
  const services = data['services.yaml'].content;
  // A folder without an office is probably the wrong folder.
  if (!charter || !services || data['office.yaml'].written === undefined) return [];
  const { expectations, complaints, tables } = charter;
  const sections = [...categories.map((one) => services[one]), expectations, complaints, tables];
  return sections.some((section) => section !== undefined)
    ? []
    : [{ rule: 'no-section', path: [] }];
}

function tableFaults(data: DataFiles): Fault[] {
  const faults: Fault[] = [];
  data['charter.yaml'].content?.tables?.forEach(({ columns, rows }, index) => {
    const path = ['tables', index];
    rows.forEach((row, at) => {
      if (row.length === columns.length) return;
      const details = { value: row.length, wanted: columns.length };
      faults.push({ rule: 'row-length', path: [...path, 'rows', at], details });
    });
  });
  return faults;
}

/** An id of the data, with the element ids that the pages derive from it. */
interface Anchored {
  path: Path;
  part: 'key' | 'value';
  name: string;
  anchors: string[];
}

/** Reports ids of tables and officers that would repeat the id of another element (HTML 3.2.6). */
function anchorFaults(data: DataFiles): FileFaults[] {
  const sections = keysOf(officialTitles).map((id) => ({ id }));
  const taken = new Set([
    ...pageAnchors,
    ...sections.flatMap((section) => [section.id, sectionHeadingAnchor(section)]),
    ...serviceIds(data).flatMap(({ id, former }) =>
      [id, ...former].map((one) => serviceAnchor({ id: one })),
    ),
  ]);
  const isTaken = (anchor: string) =>
    taken.has(anchor) || pageAnchorPrefixes.some((prefix) => anchor.startsWith(prefix));
  const faultsOf = ({ path, part, name, anchors }: Anchored): Fault[] => {
    const isFree = !anchors.some(isTaken);
    for (const anchor of anchors) taken.add(anchor);
    return isFree ? [] : [{ rule: 'taken-id', path, part, details: { name } }];
  };
  const tables = (data['charter.yaml'].content?.tables ?? []).map((table, index): Anchored => {
    const anchors = [table.id, sectionHeadingAnchor(table)];
    return { path: ['tables', index, 'id'], part: 'value', name: table.id, anchors };
  });
  const officers = officerIds(data).flatMap(({ path, id, former }): Anchored[] => [
    { path, part: 'key', name: id, anchors: [officerAnchor({ id }), officerHeadingAnchor({ id })] },
    ...former.map((one, at): Anchored => {
      const place = [...path, 'former_ids', at];
      return { path: place, part: 'value', name: one, anchors: [officerAnchor({ id: one })] };
    }),
  ]);
  // formerIdFaults reports an id that stands twice among officers.
  const unlike = new Map(officers.map((officer) => [officer.name, officer]));
  return [
    ['charter.yaml', tables.flatMap(faultsOf)],
    ['officers.yaml', [...unlike.values()].flatMap(faultsOf)],
  ];
}

function serviceFaults(data: DataFiles): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const category of categories) {
    data['services.yaml'].content?.[category]?.forEach((service, index) => {
      const path = [category, index];
      const { id: name } = service;
      if (seen.has(name))
        faults.push({ rule: 'duplicate-id', path: [...path, 'id'], details: { name } });
      seen.add(name);
      for (const key of officerKeys) {
        service[key]?.forEach((one, at) => {
          if (!/\p{Script=Bengali}/u.test(one) && !isNotApplicable(one))
            faults.push(...officerFault(data, [...path, key, at], one));
        });
      }
    });
  }
  return faults;
}

/** Words that staff write for the heading of a group of services. */
const GROUP_WORDS = /^(?:section|category|branch|wing|unit|heading|sub_?heading|শাখা|বিভাগ|গ্রুপ)$/iu;

/** The keys of a service that need no heading. */
const FIXED_KEYS = [...otherServiceKeys, 'serial'];
/** Whether a key is one of a service, and none of its cases. */
const isOfWhole = (key: string): boolean =>
  FIXED_KEYS.includes(key) || officerKeys.some((one) => one === key);

/** Reports keys of services without a heading, and own columns that hold no text. */
function columnFaults(data: DataFiles): Fault[] {
  const { written, wordAt } = data['services.yaml'];
  const file = 'services.yaml';
  const headings = headingsOf(data);
  // Mistakes in the headings are reported first.
  if (!data['charter.yaml'].content) return [];
  const misspelt = misspeltHeadings(data).map(({ meant }) => meant);
  const allowed = [...new Set([...FIXED_KEYS, ...filledKeys, ...Object.keys(headings)])];
  const faultOf = (path: Path, key: string, value: unknown): Fault[] => {
    if (path.at(-3) === 'cases' && isOfWhole(key))
      return [{ rule: 'not-in-case', path, part: 'key', details: { name: key } }];
    if (FIXED_KEYS.includes(key) || misspelt.includes(key)) return [];
    if (filledKeys.includes(key)) {
      const isShown = Object.keys(headings).length === 0 || Object.hasOwn(headings, key);
      return isShown ? [] : [{ rule: 'no-heading', path, part: 'key' }];
    }
    if (Object.hasOwn(headings, key))
      return ownValueFaults({ file, value: written, wordAt }, path, value);
    const home = homeOf(key, 'services.yaml');
    if (home?.within === 'officer') {
      const details = { name: key, other: home.file, value: home.within };
      return [{ rule: 'wrong-file', path, part: 'key', details }];
    }
    const suggestion = GROUP_WORDS.test(key) ? 'group' : suggestKey(key, allowed);
    // A key that resembles no known one may be a custom column.
    const rule = suggestion === undefined && isColumnKey(key) ? 'no-heading' : 'unknown-key';
    return [{ rule, path, part: 'key', details: { name: key, allowed, suggestion } }];
  };
  return writtenRows(written).flatMap(({ path, row }) =>
    Object.entries(row).flatMap(([key, value]) => faultOf([...path, key], key, value)),
  );
}

/** The columns of the format whose values the staff write. */
const filledKeys: string[] = ['name', ...factKeys, ...officerKeys];

/** Returns headings with a misspelt key: no service uses it, but services use a similar key without a heading. */
function misspeltHeadings(data: DataFiles): { name: string; meant: string }[] {
  const headings = headingsOf(data);
  const used = new Set(
    writtenRows(data['services.yaml'].written).flatMap(({ row }) => Object.keys(row)),
  );
  const missing = filledKeys.filter((key) => used.has(key) && !Object.hasOwn(headings, key));
  return Object.keys(headings)
    .filter((name) => isColumnKey(name) && !isKnown(name) && !used.has(name))
    .flatMap((name) => {
      const meant = suggestKey(name, missing);
      return meant === undefined ? [] : [{ name, meant }];
    });
}

function headingFaults(data: DataFiles): Fault[] {
  const allowed = columnKeys;
  const { headings } = data['charter.yaml'].content ?? {};
  // A table with no column would have no cells.
  if (headings && Object.keys(headings).length === 0)
    return [{ rule: 'no-headings', path: ['headings'] }];
  return misspeltHeadings(data).map(({ name, meant }) => ({
    rule: 'unknown-key',
    path: ['headings', name],
    part: 'key',
    details: { name, allowed, suggestion: meant },
  }));
}

function ownValueFaults(file: Omit<Checked, 'schema'>, path: Path, value: unknown): Fault[] {
  const checked = { schema: ownValueSchema, ...file };
  const issues = ownValueSchema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) => faultsOf(issue, checked, path));
}

/** Returns the headings as written; empty while charter.yaml cannot be read. */
function headingsOf(data: DataFiles): Record<string, unknown> {
  return recordIn(recordIn(data['charter.yaml'].written).headings);
}

function complaintFaults(data: DataFiles): Fault[] {
  const tiers = data['charter.yaml'].content?.complaints?.tiers ?? [];
  return tiers.flatMap(({ officer }, index) =>
    officer === undefined
      ? []
      : officerFault(data, ['complaints', 'tiers', index, 'officer'], officer),
  );
}

function officerFault(data: DataFiles, path: Path, name: string): Fault[] {
  const { content: officers, isMissing } = data['officers.yaml'];
  if (!officers || isMissing || Object.hasOwn(officers, name)) return [];
  const ids = Object.keys(officers);
  if (ids.length === 0) return [{ rule: 'no-officers', path }];
  const allowed = Object.entries(officers).map(([id, { post }]) => `${id} (${post})`);
  const meant = (text: string) => suggest(text.trim().replaceAll(/[ _]+/g, '-'), ids);
  const words = name.split(/\s+/);
  const parts = words.every((word) => ids.includes(word))
    ? words
    : name.split(/[,;/&+]| and /).filter((part) => part.trim() !== '');
  if (parts.length > 1) {
    const found = parts.flatMap((part) => meant(part) ?? []);
    const suggestion = found.length === parts.length ? `[${found.join(', ')}]` : undefined;
    return [{ rule: 'officer-list', path, details: { name, allowed: ids, suggestion } }];
  }
  return [{ rule: 'unknown-officer', path, details: { name, allowed, suggestion: meant(name) } }];
}

/** Reports officers.yaml as missing where services or complaint tiers name officers: one fault instead of many. */
function missingOfficers(data: DataFiles): Fault[] {
  const { isMissing } = data['officers.yaml'];
  const tiers = data['charter.yaml'].content?.complaints?.tiers ?? [];
  const isNamed =
    tiers.some(({ officer }) => officer !== undefined) ||
    writtenRows(data['services.yaml'].written).some(({ row }) =>
      officerKeys.some((key) =>
        [row[key]].flat().some((one) => typeof one === 'string' && isId(one)),
      ),
    );
  return isMissing && isNamed ? [{ rule: 'missing-file', path: [], part: 'file' }] : [];
}

/** Reports former ids that another service or officer has, or had. */
function formerIdFaults(entries: { path: Path; id: string; former: string[] }[]): Fault[] {
  const ids = new Set(entries.map(({ id }) => id));
  const seen = new Set<string>();
  return entries.flatMap(({ path, id, former }) =>
    former.flatMap((name, at): Fault[] => {
      const isTaken = ids.has(name) || seen.has(name);
      seen.add(name);
      if (!isTaken) return [];
      const rule = name === id ? 'own-former-id' : 'former-id-taken';
      return [{ rule, path: [...path, 'former_ids', at], details: { name } }];
    }),
  );
}

/** Returns the present and former ids of all services. */
export function serviceIds(data: DataFiles) {
  return categories.flatMap((category) =>
    (data['services.yaml'].content?.[category] ?? []).map(({ id, former_ids: former }, index) => ({
      path: [category, index],
      id,
      former,
    })),
  );
}

/** Returns the present and former ids of all officers. */
export function officerIds(data: DataFiles) {
  return Object.entries(data['officers.yaml'].content ?? {}).map(
    ([id, { former_ids: former }]) => ({
      path: [id],
      id,
      former,
    }),
  );
}

function correctionFaults(data: DataFiles): Fault[] {
  const allowed: readonly string[] = fileNames;
  const corrections = data['corrections.yaml'].content ?? [];
  return corrections.flatMap(({ file: name }, index): Fault[] => {
    if (name === undefined || allowed.includes(name)) return [];
    const details = { name, allowed, suggestion: suggest(name, allowed) };
    return [{ rule: 'unknown-file', path: [index, 'file'], details }];
  });
}
