// Parts of a file as the staff wrote it, valid or not.

import { type Category, categories } from '../charter/service.ts';
import type { Path } from './yaml.ts';

/** Returns a value as a mapping; empty for anything else. */
export function recordIn(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}

/** Returns a value as a list; empty for anything else. */
export function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Returns a value as a text in NFC; undefined for anything else. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value.normalize('NFC').trim() : undefined;
}

export interface WrittenRow {
  path: Path;
  row: Record<string, unknown>;
}

/** Returns the services of a category of services.yaml. */
export function writtenServices(written: unknown, category: Category): WrittenRow[] {
  return listIn(recordIn(written)[category]).map((item, index) => ({
    path: [category, index],
    row: recordIn(item),
  }));
}

/** Returns all services and cases of services.yaml. */
export function writtenRows(written: unknown): WrittenRow[] {
  return categories.flatMap((category) =>
    writtenServices(written, category).flatMap(({ path, row }) => [
      { path, row },
      ...listIn(row.cases).map((one, at) => ({ path: [...path, 'cases', at], row: recordIn(one) })),
    ]),
  );
}
