// The rules that span rows and files. What an unreadable file leaves open is told once that file is mended.

import { categories, factKeys } from './charter.ts';
import type { DataFile } from './read.ts';
import { type FileName, fileNames } from './sources.ts';
import { suggest } from './suggest.ts';
import type { Path } from './yaml.ts';

export type DataFiles = { [Name in FileName]: DataFile<Name> };

/** Reports, in the files at fault, every id used twice and every reference that leads nowhere. */
export function checkReferences(data: DataFiles): void {
  checkServices(data);
  checkComplaints(data);
  checkCorrections(data['corrections.yaml']);
}

function checkServices(data: DataFiles): void {
  const file = data['services.yaml'];
  const headings = data['charter.yaml'].content?.headings;
  const seen = new Set<string>();
  for (const category of categories) {
    file.content?.[category]?.forEach((service, index) => {
      const path = [category, index];
      if (seen.has(service.id)) file.report('duplicate-id', [...path, 'id'], { name: service.id });
      seen.add(service.id);
      for (const role of ['officer', 'superior'] as const) {
        for (const [at, id] of service[role]?.entries() ?? []) {
          checkOfficer(data, file, [...path, role, at], id);
        }
      }
      for (const key of [...factKeys, 'officer', 'superior'] as const) {
        if (!headings || headings[key]) continue;
        if (service[key] !== undefined) file.report('no-heading', [...path, key], { part: 'key' });
        service.cases?.forEach((one, at) => {
          if (!(key in one)) return;
          file.report('no-heading', [...path, 'cases', at, key], { part: 'key' });
        });
      }
    });
  }
}

function checkComplaints(data: DataFiles): void {
  const file = data['charter.yaml'];
  file.content?.complaints?.tiers.forEach(({ officer }, index) => {
    if (officer) checkOfficer(data, file, ['complaints', 'tiers', index, 'officer'], officer);
  });
}

function checkOfficer(data: DataFiles, file: DataFile, path: Path, name: string): void {
  const officers = data['officers.yaml'].content;
  if (!officers || Object.hasOwn(officers, name)) return;
  const allowed = Object.keys(officers);
  file.report('unknown-officer', path, { name, allowed, suggestion: suggest(name, allowed) });
}

function checkCorrections(file: DataFiles['corrections.yaml']): void {
  file.content?.forEach(({ file: name }, index) => {
    const allowed: readonly string[] = fileNames;
    if (name === undefined || allowed.includes(name)) return;
    file.report('unknown-file', [index, 'file'], {
      name,
      allowed,
      suggestion: suggest(name, allowed),
    });
  });
}
