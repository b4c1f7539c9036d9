// The template filters: pure functions.

import { isDeepStrictEqual } from 'node:util';
import nunjucks from 'nunjucks';
import { toBengaliDate } from '../../bangla/date.ts';
import { toBengaliDigits, toSerial } from '../../bangla/digits.ts';
import { toSpokenGroups, toTelUri } from '../../bangla/phone.ts';
import {
  officerAnchor,
  officerHeadingAnchor,
  sectionHeadingAnchor,
  serviceAnchor,
} from '../../charter/anchors.ts';
import { columns, type FactKey, line, type TableColumn } from '../../charter/columns.ts';
import { namesDuration } from '../../charter/duration.ts';
import { hasVisitorFacts, type Office, officeName, placeOf } from '../../charter/office.ts';
import { addressLines, isReachable, numbersOf, officersAmong } from '../../charter/officer.ts';
import type { Section, ServiceSection } from '../../charter/sections.ts';
import { factGroups, factSummary, letterAt, type Service } from '../../charter/service.ts';
import { toUrl } from '../../charter/values.ts';
import { officerPath, sectionLink, serviceLink, vcardPath } from '../addresses.ts';
import { tableSize, WIDEST } from './styles.ts';

export const filters = {
  bengali: toBengaliDigits,
  serial: toSerial,
  date: toBengaliDate,
  spokenGroups: toSpokenGroups,
  tel: toTelUri,
  url: toUrl,
  place: placeOf,
  officeName,
  present: (all: unknown[]) => all.filter((one) => one !== undefined),
  runs: runsOf,
  textLines: (text: string) => text.split('\n'),
  addressParts,
  isLatin: (text: string) => !/\p{Script=Bengali}/u.test(text),
  numbers: numbersOf,
  addressLines,
  summary: (service: Service, key: FactKey) => factSummary(service, columns[key]),
  namesDuration,
  letter: letterAt,
  columnWidths,
  sharedColumns,
  isOfficial,
  beginsWithSerial: ([first = '']: string[]) => /^ক্র/u.test(first),
  tableSize,
  line,
  hasColumn: (all: { key: string }[], key: string) => all.some((column) => column.key === key),
  visitable: hasVisitorFacts,
  visitTitle,
  reachable: isReachable,
  officersOf: officersAmong,
  highlight,
  sectionPath: (section: Section) => sectionLink(section).path,
  servicePath: (service: Service) => serviceLink(service).path,
  serviceAnchor,
  officerPath,
  officerAnchor,
  officerHeadingAnchor,
  sectionHeadingAnchor,
  vcardPath,
};

/** The least width of a column in percent, which holds an ordinary word (কার্যদিবস) of a table at 1280 px. */
const NARROWEST = 8;

/** The widths of a section's columns in percent; the serial's is fixed by the stylesheet. */
function columnWidths({ columns: all, services }: ServiceSection): number[] {
  const hasList = (column: TableColumn) =>
    column.kind === 'fact' &&
    services.some((service) =>
      [service, ...service.cases].some((row) => column.lines(row).length > 1),
    );
  const widths = all.map((column) => column.width * (hasList(column) ? 2 : 1));
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) =>
    Math.min(WIDEST, Math.max(NARROWEST, Math.round((95 * width) / sum))),
  );
}

/**
 * The columns in which all services of a section say the same, and say something: told once above its table, and left out
 * of its cards. None where there is only one service.
 */
function sharedColumns({
  columns: all,
  services: [first, ...others],
}: ServiceSection): TableColumn[] {
  if (first === undefined || others.length === 0) return [];
  const said = (service: Service, column: TableColumn) => {
    if (column.kind === 'officers') return column.officers(service);
    return column.kind === 'fact' ? factGroups(service, column) : [];
  };
  return all.filter((column) => {
    const one = said(first, column);
    return one.length > 0 && others.every((other) => isDeepStrictEqual(said(other, column), one));
  });
}

/** Whether the columns are the eight of the official format, whose cards the stylesheet knows. */
function isOfficial(all: TableColumn[]): boolean {
  return (
    all.map(({ key }) => key).join(' ') ===
    'serial name time documents documents_source fee officer superior'
  );
}

/** What the facts for visitors are about, as far as the charter gives them. */
function visitTitle({ address, directions, map, hours }: Office): string {
  const topics = [(address ?? directions ?? map) && 'কোথায়', hours && 'কখন'].filter(Boolean);
  return topics.join(', ') || 'হেল্পলাইন';
}

// A hyphenated word, tried only where a word begins: from each of its letters it would take the square of a long word's
// length; or a few words in brackets.
const WHOLE =
  /((?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+|\([^()\n]{1,16}\))/u;

/** A text in runs. A hyphenated word or brackets of at most 20 characters are whole; longer ones may break, or they would overflow a phone. */
function runsOf(text: string): { text: string; whole: boolean }[] {
  return text
    .split(WHOLE)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, whole: run.length <= 20 && WHOLE.test(run) }));
}

/** An address split where it may break if it is too long for a line. */
function addressParts(address: string): string[] {
  return address.split(/(?=[.,@])|(?<=[/:])(?!\/)/);
}

const escapeFilter = new nunjucks.Environment(null).getFilter('escape');

/** Escapes a text as the templates do. */
export function escapeHtml(text: string): string {
  return String(escapeFilter(text));
}

/** A text as HTML, with a mark at each word that matches. Words are whole for the sake of shaping. */
function highlight(text: string, isMatch: (word: string) => boolean): nunjucks.runtime.SafeString {
  const html = text
    .split(/([\p{L}\p{M}\p{N}\u200c\u200d]+)/u)
    // Every second part is a word.
    .map((part, at) => {
      const escaped = escapeHtml(part);
      return at % 2 === 1 && isMatch(part) ? `<mark>${escaped}</mark>` : escaped;
    });
  return new nunjucks.runtime.SafeString(html.join(''));
}
