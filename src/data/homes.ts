// Finds the file and the place to which a key belongs, for keys that stand elsewhere.

import { columnKeys } from '../charter/columns.ts';
import { officerSchema } from '../charter/officer.ts';
import { files } from './schema.ts';
import { type FileName, fileNames } from './sources.ts';
import { recordIn } from './written.ts';

/** Where a key belongs: at the top of a file, or in a service or an officer. */
export interface Home {
  file: FileName;
  within: 'top' | 'service' | 'officer';
}

const topKeys = (file: FileName): string[] =>
  Object.keys('shape' in files[file] ? recordIn(files[file].shape) : {});
/** Keys that several kinds of records have say nothing about their place. */
const SHARED = ['id', 'name', 'office', 'place', 'former_ids', 'number', 'serial'];
const officerKeys = Object.keys(officerSchema.shape).filter((key) => !SHARED.includes(key));
const serviceKeys: string[] = columnKeys.filter((key) => !SHARED.includes(key));

/** Returns the place of a key in the other files, or in a record of this one; undefined for a key of none. */
export function homeOf(key: string, own: FileName): Home | undefined {
  const file = fileNames.find((name) => name !== own && topKeys(name).includes(key));
  if (file) return { file, within: 'top' };
  if (serviceKeys.includes(key)) return { file: 'services.yaml', within: 'service' };
  if (officerKeys.includes(key)) return { file: 'officers.yaml', within: 'officer' };
  return undefined;
}

/** Returns the other file whose whole content a file holds; undefined unless all of it fits there and not here. */
export function ownerOf(written: unknown, own: FileName): FileName | undefined {
  if (Array.isArray(written)) {
    const fits: [FileName, boolean][] = [
      ['synonyms.yaml', written.every(Array.isArray)],
      ['corrections.yaml', written.every((item) => 'changes' in recordIn(item))],
    ];
    return fits.find(([file, isFit]) => file !== own && isFit)?.[0];
  }
  const record = recordIn(written);
  const keys = Object.keys(record);
  if (keys.length === 0) return undefined;
  const isOfficers = Object.values(record).every((value) =>
    Object.keys(recordIn(value)).some((key) => officerKeys.includes(key)),
  );
  if (isOfficers && own !== 'officers.yaml') return 'officers.yaml';
  const foreign = keys.filter((key) => !topKeys(own).includes(key));
  // Some keys stand in several files: with one that is only here, the file is its own.
  return fileNames.find(
    (name) =>
      name !== own &&
      foreign.length > 1 &&
      keys.every((key) => topKeys(name).includes(key)) &&
      !topKeys(own).includes(keys[0] ?? ''),
  );
}

/** Returns the top key of a file whose group has a key, such as "headings" for "name" in charter.yaml. */
export function parentOf(key: string, file: FileName): string | undefined {
  return groups[file]?.find(([, keys]) => keys.includes(key))?.[0];
}

/** The groups whose keys are indented, by file; the first that has a key is the likeliest. */
const groups: Partial<Record<FileName, [parent: string, keys: string[]][]>> = {
  'charter.yaml': [
    ['headings', columnKeys],
    ['complaints', ['introduction', 'tiers']],
  ],
  'office.yaml': [
    ['website', ['address', 'confirmed']],
    ['security', ['contact', 'expires']],
    ['hours', ['text', 'days', 'opens', 'closes']],
  ],
};
