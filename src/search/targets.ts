// What search can find in a charter, and by which texts.

import { toE164, toSpokenGroups } from '../bangla/phone.ts';
import type { Charter } from '../charter/charter.ts';
import {
  type ColumnKey,
  type CommonFields,
  columnKeys,
  columns,
  factKeys,
} from '../charter/columns.ts';
import { numbersOf, type Officer } from '../charter/officer.ts';
import { factGroups, type Service } from '../charter/service.ts';
import { mapValues } from '../typed.ts';

/** What can be found. */
export type Target =
  | { kind: 'service'; service: Service }
  | { kind: 'officer'; officer: Officer }
  | { kind: 'vision' | 'mission' | 'expectations' | 'complaints'; text: string };

/** The texts of a target that are searched, by weight (see search.ts). */
export type Texts = Record<CommonFields['searchedAs'], string>;

/** Everything that can be found: services, officers, and the passages of the charter. */
export function targetsOf(charter: Charter): { target: Target; texts: Texts }[] {
  const { services, officers, vision, mission, expectations, complaints, headings } = charter;
  const passage = (
    kind: Exclude<Target['kind'], 'service' | 'officer'>,
    name: string,
    text: string,
  ) => ({
    target: { kind, text },
    // Long sentences contain the words of many services, so they count least.
    texts: { name, facts: '', rest: text },
  });
  return [
    ...services.map((service) => ({
      target: { kind: 'service' as const, service },
      texts: serviceTexts(service, headings),
    })),
    ...officers.map((officer) => ({
      target: { kind: 'officer' as const, officer },
      texts: {
        name: [officer.post, officer.name, officer.email, ...numberTexts(officer)].join(' '),
        facts: [
          'যোগাযোগ মোবাইল ইমেইল কর্মকর্তা',
          services.some((service) => service.officers.includes(officer)) ? 'দায়িত্বপ্রাপ্ত' : '',
          services.some((service) => service.superiors.includes(officer)) ? 'ঊর্ধ্বতন' : '',
        ].join(' '),
        rest: officerTexts(officer),
      },
    })),
    passage('vision', 'ভিশন', vision),
    passage('mission', 'মিশন', mission),
    ...(expectations.length > 0 ? [passage('expectations', 'প্রত্যাশা', expectations.join(' '))] : []),
    ...(complaints
      ? [
          passage(
            'complaints',
            'অভিযোগ প্রতিকার',
            [complaints.introduction, ...complaints.tiers.map(({ whom }) => whom)].join(' '),
          ),
        ]
      : []),
  ];
}

function serviceTexts(service: Service, headings: Charter['headings']): Texts {
  // The headings too: some people search for documents or fees rather than a service.
  const texts: Record<keyof Texts, unknown[]> = {
    name: [],
    facts: [],
    rest: factKeys.map((key) => headings[key]),
  };
  for (const key of columnKeys) texts[columns[key].searchedAs].push(...cellTexts(service, key));
  return mapValues(texts, (all) => all.join(' '));
}

/** The searchable texts of a service's cell. */
function cellTexts(service: Service, key: ColumnKey): unknown[] {
  const column = columns[key];
  switch (column.kind) {
    case 'serial':
      return [];
    case 'name':
      return [service.name, ...(service.cases ?? []).map(({ name }) => name)];
    case 'officers':
      return column.officers(service).map(officerTexts);
    case 'fact':
      return factGroups(service, column).flatMap(({ lines }) => lines.flatMap(Object.values));
  }
}

function officerTexts(officer: Officer): string {
  const { id: _, ...texts } = officer;
  return [...Object.values(texts), ...numberTexts(officer)].join(' ');
}

/** An officer's numbers, whole and in the groups in which they are read aloud. */
function numberTexts(officer: Officer): string[] {
  return numbersOf(officer).flatMap(({ number }) => [
    number,
    toE164(number) ?? '',
    ...toSpokenGroups(number),
  ]);
}
