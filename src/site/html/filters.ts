// The template filters: pure functions.

import { toBengaliDate } from '../../bangla/date.ts';
import { toBengaliDigits, toSerial } from '../../bangla/digits.ts';
import { toSpokenGroups, toTelUri } from '../../bangla/phone.ts';
import { columns, type FactKey, line, type TableColumn } from '../../charter/columns.ts';
import {
  hasVisitorFacts,
  hoursText,
  type Office,
  officeName,
  placeOf,
} from '../../charter/office.ts';
import { addressLines, isReachable, numbersOf, officersAmong } from '../../charter/officer.ts';
import type { Section, ServiceSection } from '../../charter/sections.ts';
import { factSummary, letterAt, type Service } from '../../charter/service.ts';
import { toUrl } from '../../charter/values.ts';
import {
  officerAnchor,
  officerPath,
  sectionLink,
  serviceAnchor,
  serviceLink,
  vcardPath,
} from '../addresses.ts';
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
  letter: letterAt,
  columnWidths,
  isOfficial,
  beginsWithSerial: ([first = '']: string[]) => /^ক্র/u.test(first),
  tableSize,
  line,
  hasColumn: (all: { key: string }[], key: string) => all.some((column) => column.key === key),
  hours: hoursText,
  visitable: hasVisitorFacts,
  visitTitle,
  reachable: isReachable,
  officersOf: officersAmong,
  wordRuns,
  sectionPath: (section: Section) => sectionLink(section).path,
  servicePath: (service: Service) => serviceLink(service).path,
  serviceAnchor,
  officerPath,
  officerAnchor,
  vcardPath,
};

/** The widths of a section's columns in percent; the serial's is fixed by the stylesheet. */
function columnWidths({ columns: all, services }: ServiceSection): number[] {
  const hasList = (column: TableColumn) =>
    column.kind === 'fact' &&
    services.some((service) =>
      [service, ...service.cases].some((row) => column.lines(row).length > 1),
    );
  const widths = all.map((column) => column.width * (hasList(column) ? 2 : 1));
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => Math.min(WIDEST, Math.round((95 * width) / sum)));
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

// Tried only where a word begins: from each of its letters it would take the square of a long word's length.
const HYPHENATED = /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+)/u;

/** A text in runs. A hyphenated word of at most 20 characters is whole; a longer one may break, or it would overflow a phone. */
function runsOf(text: string): { text: string; whole: boolean }[] {
  return text
    .split(HYPHENATED)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, whole: run.length <= 20 && HYPHENATED.test(run) }));
}

/** An e-mail address split where it may break: before the @ and, if the domain is too long for a phone, before dots. */
function addressParts(address: string): string[] {
  const [local = '', domain = ''] = address.split(/(?=@)/);
  return [local, ...(domain.length > 20 ? domain.split(/(?=\.)/) : [domain])];
}

/** A text split into words, whole for the sake of shaping, and what is between them. */
function wordRuns(text: string): { text: string; isWord: boolean }[] {
  return text
    .split(/([\p{L}\p{M}\p{N}\u200c\u200d]+)/u)
    .map((run, at) => ({ text: run, isWord: at % 2 === 1 }))
    .filter((run) => run.text !== '');
}
