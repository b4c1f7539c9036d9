// The charter for spreadsheets: /services.csv.

import { stringify } from 'csv-stringify/sync';
import type { Charter, Service } from '../charter/charter.ts';
import { serviceCell } from './cells.ts';
import { columnsOf } from './facts.ts';
import { categoryTitles } from './sections.ts';

/**
 * The official table for spreadsheets (RFC 4180): a row for each service, under the charter's own headings. It begins
 * with a byte order mark, without which Excel takes Bengali for Latin, and no cell can start a formula
 * (OWASP CSV injection).
 */
export function servicesCsv({ services, headings }: Charter, publicUrl: string): string {
  const columns = columnsOf(services);
  const row = (service: Service) => [
    categoryTitles[service.category],
    ...columns.map((column) =>
      serviceCell(service, column)
        .map(({ text }) => text)
        .join('\n'),
    ),
    `${publicUrl}/services/${service.id}`,
  ];
  return stringify(
    [
      ['সেবার ধরন', ...columns.map((column) => headings[column] ?? ''), 'ওয়েব ঠিকানা'],
      ...services.map(row),
    ],
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}
