// The official table as rows of texts, for spreadsheets.

import type { Charter } from '../../charter/charter.ts';
import { columnsWithValues } from '../../charter/sections.ts';
import type { Service } from '../../charter/service.ts';
import { serviceLink } from '../addresses.ts';
import { serviceCell } from '../cells.ts';

/**
 * Returns the table of all services: the charter's own headings, then a row for each service. The lines of a cell are
 * separated by line feeds.
 * @param publicUrl origin of the services' web addresses, in the last column
 * @returns undefined for a charter without services
 */
export function servicesTable(charter: Charter, publicUrl: string): string[][] | undefined {
  const { services } = charter;
  if (services.length === 0) return undefined;
  const columns = columnsWithValues(charter, services);
  const hasGroups = services.some(({ group }) => group !== undefined);
  const row = (service: Service) => [
    service.categoryTitle,
    ...(hasGroups ? [service.group ?? ''] : []),
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
  return [heading, ...services.map(row)];
}
