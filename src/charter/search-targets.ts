// What can be found in a charter, and by which texts.

import { toE164, toSpokenGroups } from '../bangla/phone.ts';
import { type Charter, factKeys, type Officer, type Service } from './charter.ts';

/** What can be found. */
export type Target =
  | { kind: 'service'; service: Service }
  | { kind: 'officer'; officer: Officer }
  | { kind: 'vision' | 'mission' | 'expectations' | 'complaints'; text: string };

/** What is looked through for each target, the most telling first. */
export interface Texts {
  name: string;
  facts: string;
  rest: string;
}

/** Everything that can be found: services, officers, and the passages of the charter. */
export function targetsOf(charter: Charter): { target: Target; texts: Texts }[] {
  const { services, officers, vision, mission, expectations, complaints, headings } = charter;
  const passage = (
    kind: Exclude<Target['kind'], 'service' | 'officer'>,
    name: string,
    text: string,
  ) => ({
    target: { kind, text },
    // Long sentences hold the words of many services, so they count least.
    texts: { name, facts: '', rest: text },
  });
  return [
    ...services.map((service) => ({
      target: { kind: 'service' as const, service },
      texts: {
        name: [service.name, ...(service.cases ?? []).map(({ name }) => name)].join(' '),
        facts: factTexts(service),
        // The headings too, for some ask for papers or fees and not for a service.
        rest: [
          ...[...service.officers, ...service.superiors].map(officerTexts),
          ...factKeys.map((key) => headings[key]),
        ].join(' '),
      },
    })),
    ...officers.map((officer) => ({
      target: { kind: 'officer' as const, officer },
      texts: {
        name: [officer.post, officer.name, officer.email, ...numbersOf(officer)].join(' '),
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

/** All that a service and its cases say of themselves. */
function factTexts({ cases, ...service }: Service): string {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'number') return [`${value} টাকা`];
    return value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
  };
  return texts([cases, factKeys.map((key) => service[key])]).join(' ');
}

function officerTexts(officer: Officer): string {
  const { id: _, ...texts } = officer;
  return [...Object.values(texts), ...numbersOf(officer)].join(' ');
}

/** An officer's numbers, whole and in the groups they are read in. */
function numbersOf({ mobile, phone, short_code }: Officer): string[] {
  const numbers = [mobile, phone, short_code].filter((number) => number !== undefined);
  return numbers.flatMap((number) => [number, toE164(number) ?? '', ...toSpokenGroups(number)]);
}
