// The rules that span rows and files. What an unreadable file leaves open is told once that file is mended.

import { type DataFile, suggest } from './read.ts';
import { type FileName, files } from './schema.ts';

export type DataFiles = { [Name in FileName]: DataFile<Name> };

/** Reports, in the files at fault, every id used twice and every reference that leads nowhere. */
export function checkReferences(data: DataFiles): void {
  checkServices(data['services.yaml'], data['officers.yaml'].content);
  checkCorrections(data);
}

function checkServices(
  file: DataFiles['services.yaml'],
  officers: DataFiles['officers.yaml']['content'],
): void {
  const seen = new Set<string>();
  file.content?.citizen.forEach((service, index) => {
    if (seen.has(service.id))
      file.report('duplicate-id', ['citizen', index, 'id'], { name: service.id });
    seen.add(service.id);
    for (const role of ['officer', 'superior'] as const) {
      const name = service[role];
      if (!officers || Object.hasOwn(officers, name)) continue;
      const allowed = Object.keys(officers);
      const fault = { name, allowed, suggestion: suggest(name, allowed) };
      file.report('unknown-officer', ['citizen', index, role], fault);
    }
  });
}

/** The site lists the corrections, so each that names a file must be true of that file. */
function checkCorrections(data: DataFiles): void {
  const corrections = data['corrections.yaml'];
  for (const [index, { file: name, changes }] of corrections.content?.entries() ?? []) {
    if (name === undefined) continue;
    if (!Object.hasOwn(files, name)) {
      const allowed = Object.keys(files);
      const fault = { name, allowed, suggestion: suggest(name, allowed) };
      corrections.report('unknown-file', [index, 'file'], fault);
      continue;
    }
    const { content } = data[name as FileName];
    const text = textsOf(content).join(', ');
    for (const [change, { shown }] of changes.entries()) {
      if (!content || shown === undefined || text.includes(shown)) continue;
      const path = [index, 'changes', change, 'shown'];
      corrections.report('stale-correction', path, { name, value: shown });
    }
  }
}

/** All texts of a file in their order; joined by ", " they read as an address does on the page. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}
