// Finds what the YAML files say at the place that the ledger names for a piece.

import type { Charter } from '../../charter/charter.ts';
import { sectionsOf } from '../../charter/sections.ts';
import { Flow, Quoted } from '../files/yaml-text.ts';
import type { DataValues } from '../values/data-values.ts';

/** Returns a function from a place, such as "services.yaml › পরামর্শ", to the texts that stand there. */
export function createDestinations(
  charter: Charter,
  values: DataValues,
): (where: string) => readonly string[] {
  const known = new Map<string, string[]>();
  const services = Object.entries(values.services).flatMap(([key, list]) =>
    key !== 'subordinate' && Array.isArray(list) ? (list as Record<string, unknown>[]) : [],
  );
  const byName = Map.groupBy(services, ({ name }) => String(name));
  const titles = sectionsOf(charter).map(({ title, number }) => `${title} ${number}`);
  const tables = (values.charter.tables ?? []) as Record<string, unknown>[];
  const find = (where: string): string[] => {
    const [file, key = '', ...rest] = where.split(' › ');
    if (file === 'office.yaml') return textsIn(values.office);
    if (file === 'charter.yaml') {
      if (key === 'sections') return [...titles, ...textsIn(values.charter.sections)];
      if (key !== 'tables')
        return textsIn(values.charter[key]).concat(officersOf(values.charter[key]));
      const title = rest.join(' › ');
      return tables.filter((table) => title === '' || table.title === title).flatMap(textsIn);
    }
    if (
      key in values.services ||
      key === 'citizen' ||
      key === 'institutional' ||
      key === 'internal'
    )
      return [...titles, ...textsIn(values.services[key])];
    const name = [key, ...rest].join(' › ').replace(/ › group$/, '');
    const entries = byName.get(name) ?? [];
    const texts = entries.flatMap((entry) => [...textsIn(entry), ...officersOf(entry)]);
    // The only group of a category becomes the title of its section.
    return where.endsWith(' › group') ? [...texts, ...titles] : texts;
  };
  /** The records of the officers to whom a value refers. */
  const officersOf = (value: unknown) =>
    textsIn(value).flatMap((text) =>
      Object.hasOwn(values.officers, text) ? textsIn(values.officers[text]) : [],
    );
  return (where) => {
    const found = known.get(where) ?? find(where);
    known.set(where, found);
    return found;
  };
}

/** Returns all texts and numbers within a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value), value.toFixed(2)];
  if (value instanceof Quoted) return [value.text];
  if (value instanceof Flow) return value.items.map(String);
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}
