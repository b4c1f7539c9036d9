// Rules across rows and files. References into an unreadable file are not checked until it is fixed.

import { factKeys, officerKeys } from '../charter/columns.ts';
import { categories } from '../charter/service.ts';
import type { Fault } from './fault.ts';
import type { DataFile } from './read-file.ts';
import { type FileName, fileNames } from './sources.ts';
import { suggest } from './suggest.ts';
import type { Path } from './yaml.ts';

export type DataFiles = { [Name in FileName]: DataFile<Name> };

/** The faults that one check finds in one file. */
export type FileFaults = [file: FileName, faults: Fault[]];

/** All duplicate ids and dangling references, by the file that contains them. */
export function checkReferences(data: DataFiles): FileFaults[] {
  return [
    ['charter.yaml', complaintFaults(data)],
    ['services.yaml', serviceFaults(data)],
    ['corrections.yaml', correctionFaults(data)],
  ];
}

function serviceFaults(data: DataFiles): Fault[] {
  const faults: Fault[] = [];
  const headings = data['charter.yaml'].content?.headings;
  const seen = new Set<string>();
  for (const category of categories) {
    data['services.yaml'].content?.[category]?.forEach((service, index) => {
      const path = [category, index];
      const { id: name, cases = [] } = service;
      if (seen.has(name))
        faults.push({ rule: 'duplicate-id', path: [...path, 'id'], details: { name } });
      seen.add(name);
      for (const key of officerKeys)
        faults.push(...officerFaults(data, [...path, key], service[key] ?? []));
      if (!headings) return;
      for (const key of [...factKeys, ...officerKeys]) {
        if (headings[key] !== undefined) continue;
        if (service[key] !== undefined)
          faults.push({ rule: 'no-heading', path: [...path, key], part: 'key' });
        cases.forEach((one, at) => {
          if (key in one)
            faults.push({ rule: 'no-heading', path: [...path, 'cases', at, key], part: 'key' });
        });
      }
    });
  }
  return faults;
}

function complaintFaults(data: DataFiles): Fault[] {
  const tiers = data['charter.yaml'].content?.complaints?.tiers ?? [];
  return tiers.flatMap(({ officer }, index) =>
    officer === undefined
      ? []
      : officerFault(data, ['complaints', 'tiers', index, 'officer'], officer),
  );
}

function officerFaults(data: DataFiles, path: Path, names: string[]): Fault[] {
  return names.flatMap((name, at) => officerFault(data, [...path, at], name));
}

function officerFault(data: DataFiles, path: Path, name: string): Fault[] {
  const officers = data['officers.yaml'].content;
  if (!officers || Object.hasOwn(officers, name)) return [];
  const allowed = Object.keys(officers);
  const details = { name, allowed, suggestion: suggest(name, allowed) };
  return [{ rule: 'unknown-officer', path, details }];
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
