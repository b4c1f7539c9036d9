// The charter for spreadsheets: /services.csv.

import { stringify } from 'csv-stringify/sync';
import type { Charter } from '../../charter/charter.ts';
import { categoryTitles, columnsOf } from '../../charter/sections.ts';
import type { Service } from '../../charter/service.ts';
import { serviceLink } from '../addresses.ts';
import { serviceCell } from '../cells.ts';

/**
 * The official table for spreadsheets (RFC 4180): one row per service, under the charter's own headings. It begins with
 * a byte order mark, without which Excel does not recognise UTF-8. No cell can start a formula (OWASP CSV injection).
 */
export function servicesCsv({ services, headings }: Charter, publicUrl: string): string {
  const columns = columnsOf(headings, services);
  const row = (service: Service) => [
    categoryTitles[service.category],
    ...columns.map(({ key }) =>
      serviceCell(service, key)
        .map(({ text }) => text)
        .join('\n'),
    ),
    publicUrl + serviceLink(service).path,
  ];
  return stringify(
    [['সেবার ধরন', ...columns.map(({ heading }) => heading), 'ওয়েব ঠিকানা'], ...services.map(row)],
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  );
}
