// What search can find in a charter, and by which texts.

import { toE164, toSpokenGroups } from '../bangla/phone.ts';
import type { Charter } from '../charter/charter.ts';
import type { CommonFields, TableColumn } from '../charter/columns.ts';
import { hasVisitorFacts, type Office } from '../charter/office.ts';
import { type InCharge, numbersOf, type Officer } from '../charter/officer.ts';
import { columnsOf, type Section, sectionsOf } from '../charter/sections.ts';
import { factGroups, type Service } from '../charter/service.ts';
import { mapValues } from '../typed.ts';

/** What can be found. */
export type Target =
  | { kind: 'service'; service: Service }
  | { kind: 'officer'; officer: Officer }
  | { kind: 'contact' }
  | { kind: 'vision' | 'mission'; text: string }
  | { kind: 'section'; section: Section; text: string };

/** The texts of a target that are searched, by weight (see search.ts). */
export type Texts = Record<CommonFields['searchedAs'], string>;

/** Everything that can be found: services, officers, vision and mission, and the sections that are no lists of services. */
export function targetsOf(charter: Charter): { target: Target; texts: Texts }[] {
  const { office, services, officers, vision, mission } = charter;
  const statement = (kind: 'vision' | 'mission', name: string, text: string | undefined) =>
    text === undefined ? [] : [{ target: { kind, text }, texts: passageTexts(name, text) }];
  const columns = columnsOf(charter, services);
  return [
    ...services.map((service) => ({
      target: { kind: 'service' as const, service },
      texts: serviceTexts(service, columns),
    })),
    ...officers.map((officer) => ({
      target: { kind: 'officer' as const, officer },
      texts: {
        name: [officer.post, officer.name, officer.email, ...numberTexts(officer)].join(' '),
        facts: [
          'যোগাযোগ মোবাইল ফোন টেলিফোন নম্বর নাম্বার ইমেইল কর্মকর্তা mobile phone number email',
          officer.office,
          officer.place,
          services.some((service) => service.officers.includes(officer)) ? 'দায়িত্বপ্রাপ্ত' : '',
          services.some((service) => service.superiors.includes(officer)) ? 'ঊর্ধ্বতন' : '',
        ].join(' '),
        rest: officerTexts(officer),
      },
    })),
    ...(officers.length > 0 || hasVisitorFacts(office)
      ? [{ target: { kind: 'contact' as const }, texts: contactTexts(office) }]
      : []),
    ...statement('vision', 'ভিশন', vision),
    ...statement('mission', 'মিশন', mission),
    ...sectionsOf(charter).flatMap((section) => {
      const text = sectionText(section);
      return text === undefined
        ? []
        : [
            {
              target: { kind: 'section' as const, section, text },
              texts: passageTexts(section.title, text),
            },
          ];
    }),
  ];
}

/** What citizens ask of the office itself; where the charter is silent, the page of contacts has a number to ask. */
function contactTexts(office: Office): Texts {
  const { address, directions, helplines = [] } = office;
  const rest = [address, office.hours?.text, directions, ...helplines.flatMap(Object.values)];
  return { name: '', facts: CONTACT_WORDS, rest: rest.filter(Boolean).join(' ') };
}
const CONTACT_WORDS =
  'ঠিকানা কোথায় অফিস কখন খোলা বন্ধ সময়সূচি ম্যাপ মানচিত্র হেল্পলাইন ৩৩৩ অভিযোগ address office map helpline complaint';

/** Long sentences hold the words of many services, so they count least. */
function passageTexts(name: string, text: string): Texts {
  return { name, facts: '', rest: text };
}

/** What a section says; undefined for services, which are found one by one, and for links to other offices. */
function sectionText(section: Section): string | undefined {
  switch (section.kind) {
    case 'services':
    case 'subordinate':
      return undefined;
    case 'expectations':
      return section.expectations.join(' ');
    case 'complaints': {
      const { introduction, tiers } = section.complaints;
      return [introduction, ...tiers.map(({ whom }) => whom)].filter(Boolean).join(' ');
    }
    case 'table': {
      const { introduction, columns, rows } = section.table;
      return [introduction, ...columns, ...rows.flat()].filter(Boolean).join(' ');
    }
  }
}

function serviceTexts(service: Service, columns: TableColumn[]): Texts {
  const texts: Record<keyof Texts, unknown[]> = {
    name: [],
    facts: [],
    // The headings too, for some citizens ask for papers or fees and not for a service.
    rest: columns.flatMap(({ kind, heading }) => (kind === 'fact' ? heading : [])),
  };
  for (const column of columns) texts[column.searchedAs].push(...cellTexts(service, column));
  return mapValues(texts, (all) => all.join(' '));
}

/** What a service says in a column, in the words by which it may be looked for. */
function cellTexts(service: Service, column: TableColumn): unknown[] {
  switch (column.kind) {
    case 'serial':
      return [];
    case 'name':
      return [service.name, service.group, ...service.cases.map(({ name }) => name)];
    case 'officers':
      return column.officers(service).map(officerTexts);
    case 'fact':
      return factGroups(service, column).flatMap(({ lines }) => lines.flatMap(Object.values));
  }
}

function officerTexts(one: InCharge): string {
  if (one.id === undefined) return one.text;
  const { id: _, ...texts } = one;
  return [...Object.values(texts), ...numberTexts(one)].join(' ');
}

/** An officer's numbers, whole and in the groups in which they are read aloud. */
function numberTexts(officer: Officer): string[] {
  return numbersOf(officer).flatMap(({ number }) => [
    number,
    toE164(number) ?? '',
    ...toSpokenGroups(number),
  ]);
}
