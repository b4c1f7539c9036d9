// A service as a text message, for telephones that show no pages.

import { toBengaliDigits } from '../bangla/digits.ts';
import type { Charter } from '../charter/charter.ts';
import { columns } from '../charter/columns.ts';
import { officerNumbers, officersAmong } from '../charter/officer.ts';
import { columnLabel } from '../charter/sections.ts';
import { factSummary, type Service } from '../charter/service.ts';

/** The most letters of a message: four parts of a text message in Unicode, with room for the sender's words. */
const LONGEST = 300;

/**
 * Returns what a citizen needs of a service in under 300 letters: name, number, fee, time and what to bring. Documents
 * that have no room are counted.
 */
export function smsText(charter: Charter, service: Service): string {
  const said = (key: 'time' | 'fee') => {
    const text = factSummary(service, columns[key]);
    return text === undefined ? [] : [`${columnLabel(charter, key)}: ${text}`];
  };
  const [officer] = officersAmong(service.officers).filter((one) => officerNumbers(one).length > 0);
  const [number] = officer ? officerNumbers(officer) : [];
  const lines = [
    service.name,
    ...(number ? [`${number.label}: ${number.number}`] : []),
    ...said('fee'),
    ...said('time'),
  ];
  const papers = columns.documents
    .lines(service)
    .filter(({ isNone }) => !isNone)
    .map(({ text }) => text.replaceAll('\n', ' '));
  const withPapers = (count: number) => {
    const rest = papers.length - count;
    const more = rest > 0 ? [`আরও ${toBengaliDigits(rest)}টি`] : [];
    const label = columnLabel(charter, 'documents');
    return [...lines, `${label}: ${[...papers.slice(0, count), ...more].join(', ')}`].join('\n');
  };
  if (papers.length === 0) return lines.join('\n').slice(0, LONGEST);
  let count = papers.length;
  while (count > 0 && withPapers(count).length > LONGEST) count--;
  const text = withPapers(count);
  return text.length > LONGEST ? lines.join('\n').slice(0, LONGEST) : text;
}
