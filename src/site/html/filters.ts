// The template filters: pure functions.

import { toBengaliDate } from '../../bangla/date.ts';
import { toBengaliDigits, toSerial } from '../../bangla/digits.ts';
import { toSpokenGroups, toTelUri } from '../../bangla/phone.ts';
import { type ColumnKey, columns, type FactKey, type OfficerKey } from '../../charter/columns.ts';
import { placeOf } from '../../charter/office.ts';
import { numbersOf } from '../../charter/officer.ts';
import { categoryTitles } from '../../charter/sections.ts';
import { caseLetter, factGroups, factSummary, type Service } from '../../charter/service.ts';
import { toUrl } from '../../charter/values.ts';
import type { Hit } from '../../search/search.ts';
import { officerAnchor, officerPath, serviceAnchor, serviceLink, vcardPath } from '../addresses.ts';

export const filters = {
  bengali: toBengaliDigits,
  serial: toSerial,
  date: toBengaliDate,
  spokenGroups: toSpokenGroups,
  tel: toTelUri,
  url: toUrl,
  place: placeOf,
  runs: runsOf,
  addressParts,
  isLatin: (text: string) => !/\p{Script=Bengali}/u.test(text),
  numbers: numbersOf,
  column: (key: ColumnKey) => columns[key],
  facts: (service: Service, key: FactKey) => factGroups(service, columns[key]),
  summary: (service: Service, key: FactKey) => factSummary(service, columns[key]),
  officers: (service: Service, key: OfficerKey) => columns[key].officers(service),
  letter: caseLetter,
  marked: markedRuns,
  categoryTitle: (service: Service) => categoryTitles[service.category],
  servicePath: (service: Service) => serviceLink(service).path,
  serviceAnchor,
  officerPath,
  officerAnchor,
  vcardPath,
};

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

/** A text split into runs, matched words marked. Whole words only: a mark inside a word would break its shaping. */
function markedRuns(text: string, hit: Hit): { text: string; marked: boolean }[] {
  return text
    .split(/([\p{L}\p{M}\p{N}\u200c\u200d]+)/u)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, marked: hit.isMatch(run) }));
}
