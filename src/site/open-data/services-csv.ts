// The charter for programs that read tables: /services.csv.

import Papa from 'papaparse';
import type { Charter } from '../../charter/charter.ts';
import { guardFormulas } from '../../charter/formula-guard.ts';
import { servicesTable } from './services-table.ts';

/**
 * Returns the official table as CSV (RFC 4180), with a byte order mark, without which Excel takes Bengali for Latin. No
 * line of a cell can start a formula.
 * @returns undefined for a charter without services
 */
export function servicesCsv(charter: Charter, publicUrl: string): string | undefined {
  const rows = servicesTable(charter, publicUrl);
  if (!rows) return undefined;
  const csv = Papa.unparse(
    rows.map((row) => row.map(guardFormulas)),
    { newline: '\r\n' },
  );
  return `\ufeff${csv}\r\n`;
}
