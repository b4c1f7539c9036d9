// The template filters: pure functions.

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
import { columns, type FactKey, line } from '../../charter/columns.ts';
import { namesDuration } from '../../charter/duration.ts';
import { hasVisitorFacts, type Office, officeName, officePlace } from '../../charter/office.ts';
import { addressLines, isReachable, officerNumbers, officersAmong } from '../../charter/officer.ts';
import type { Section } from '../../charter/sections.ts';
import { factSummary, type Service } from '../../charter/service.ts';
import { toUrl } from '../../charter/values.ts';
import { officerPath, sectionLink, serviceLink, vcardPath } from '../addresses.ts';
import { tableSize } from './stylesheets.ts';

export const filters = {
  bengali: toBengaliDigits,
  serial: toSerial,
  date: toBengaliDate,
  spokenGroups: toSpokenGroups,
  tel: toTelUri,
  url: toUrl,
  place: officePlace,
  officeName,
  present: (all: unknown[]) => all.filter((one) => one !== undefined),
  runs: runsOf,
  textLines: (text: string) => text.split('\n'),
  addressParts,
  isLatin: (text: string) => !/\p{Script=Bengali}/u.test(text),
  numbers: officerNumbers,
  addressLines,
  summary: (service: Service, key: FactKey) => factSummary(service, columns[key]),
  namesDuration,
  beginsWithSerial: ([first = '']: string[]) => /^ক্র/u.test(first),
  tableSize,
  line,
  hasColumn: (all: { key: string }[], key: string) => all.some((column) => column.key === key),
  visitable: hasVisitorFacts,
  visitTitle,
  reachable: isReachable,
  officersOf: officersAmong,
  highlight,
  sectionPath: (section: Pick<Section, 'id' | 'title'>) => sectionLink(section).path,
  servicePath: (service: Service) => serviceLink(service).path,
  serviceAnchor,
  officerPath,
  officerAnchor,
  officerHeadingAnchor,
  sectionHeadingAnchor,
  vcardPath,
};

/** Returns the title of the facts for visitors, from those that the charter gives. */
function visitTitle({ address, directions, map, hours }: Office): string {
  const topics = [(address ?? directions ?? map) && 'কোথায়', hours && 'কখন'].filter(Boolean);
  return topics.join(', ') || 'হেল্পলাইন';
}

// A hyphenated word, tried only where a word begins: from each of its letters it would take the square of a long word's
// length; or a few words in brackets.
const WHOLE =
  /((?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+|\([^()\n]{1,16}\))/u;

/**
 * Splits a text into runs. A hyphenated word or brackets of at most 20 characters are whole; longer ones may break, or
 * they would overflow a phone.
 */
function runsOf(text: string): { text: string; whole: boolean }[] {
  return text
    .split(WHOLE)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, whole: run.length <= 20 && WHOLE.test(run) }));
}

/** Splits an address where it may break if it is too long for a line. */
function addressParts(address: string): string[] {
  return address.split(/(?=[.,@])|(?<=[/:])(?!\/)/);
}

const escapeFilter = new nunjucks.Environment(null).getFilter('escape');

/** Escapes a text as the templates do. */
export function escapeHtml(text: string): string {
  return String(escapeFilter(text));
}

/** Returns a text as HTML with a mark around each matching word. Marks cover whole words, for the sake of shaping. */
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
