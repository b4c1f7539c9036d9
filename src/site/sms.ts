// A service as a text message, for telephones that show no pages.

import { toBengaliDigits } from '../bangla/digits.ts';
import type { Charter } from '../charter/charter.ts';
import { columns } from '../charter/columns.ts';
import { officerNumbers, officersAmong } from '../charter/officer.ts';
import { columnLabel } from '../charter/sections.ts';
import { factSummary, type Service } from '../charter/service.ts';

/** The maximum letters of a message: four parts of a text message in Unicode, with room for the sender's words. */
const LONGEST = 300;
/** The maximum letters of the name, so that the number always has room. */
const LONGEST_NAME = 150;

/**
 * Returns what a citizen needs of a service in at most 300 letters: name, number, fee, time and what to bring. A fact
 * without room is left out whole, and documents without room are counted.
 */
export function smsText(charter: Charter, service: Service): string {
  const { name } = service;
  const [officer] = officersAmong(service.officers).filter((one) => officerNumbers(one).length > 0);
  const [number] = officer ? officerNumbers(officer) : [];
  const facts = (['fee', 'time'] as const).flatMap((key) => {
    const text = factSummary(service, columns[key]);
    return text === undefined ? [] : [`${columnLabel(charter, key)}: ${text}`];
  });
  let message =
    name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).toWellFormed()}…` : name;
  const add = (line: string) => {
    const longer = `${message}\n${line}`;
    if (longer.length > LONGEST) return false;
    message = longer;
    return true;
  };
  if (number) add(`${number.label}: ${number.number}`);
  for (const fact of facts) add(fact);
  const label = columnLabel(charter, 'documents');
  if (service.cases.some((one) => columns.documents.lines(one).length > 0)) {
    add(`${label}: ধরনভেদে ভিন্ন`);
    return message;
  }
  const papers = columns.documents
    .lines(service)
    .filter(({ isNone }) => !isNone)
    .map(({ text }) => text.replaceAll('\n', ' '));
  for (let count = papers.length; papers.length > 0 && count >= 0; count--) {
    const rest = papers.length - count;
    const more = rest > 0 ? [`আরও ${toBengaliDigits(rest)}টি`] : [];
    if (add(`${label}: ${[...papers.slice(0, count), ...more].join(', ')}`)) break;
  }
  return message;
}
