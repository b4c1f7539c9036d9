// The charter for spreadsheets: /services.csv.

import { stringify } from 'csv-stringify/sync';
import type { Charter } from '../../charter/charter.ts';
import { columnsOf } from '../../charter/sections.ts';
import type { Service } from '../../charter/service.ts';
import { serviceLink } from '../addresses.ts';
import { serviceCell } from '../cells.ts';

/**
 * The official table for spreadsheets (RFC 4180): a row for each service, under the charter's own headings. It begins
 * with a byte order mark, without which Excel takes Bengali for Latin, and no cell can start a formula
 * (OWASP CSV injection).
 * @returns undefined for a charter without services
 */
export function servicesCsv(charter: Charter, publicUrl: string): string | undefined {
  const { services } = charter;
  if (services.length === 0) return undefined;
  const columns = columnsOf(charter, services);
  const hasGroups = services.some(({ group }) => group !== undefined);
  const row = (service: Service) => [
    service.categoryTitle,
    ...(hasGroups ? [service.group] : []),
    ...columns.map((column) =>
      serviceCell(service, column)
        .map(({ text }) => text)
        .join('\n'),
    ),
    publicUrl + serviceLink(service).path,
  ];
  const heading = [
    'সেবার ধরন',
    ...(hasGroups ? ['শাখা'] : []),
    ...columns.map(({ heading }) => heading),
    'ওয়েব ঠিকানা',
  ];
  return stringify([heading, ...services.map(row)], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
