// The targets of search in a charter, and the texts that each is found by.

import { toE164 } from '../bangla/phone.ts';
import type { Charter, ComplaintTier } from '../charter/charter.ts';
import type { CommonFields, TableColumn } from '../charter/columns.ts';
import { officePlace } from '../charter/office.ts';
import { type InCharge, type Officer, officerNumbers } from '../charter/officer.ts';
import { type ComplaintsTo, redressOf } from '../charter/redress.ts';
import { columnsWithValues, type Section, sectionsOf } from '../charter/sections.ts';
import { factGroups, type Service } from '../charter/service.ts';
import { keysOf, mapValues } from '../typed.ts';
import { complaint, OFFICE_WORDS, type QuestionTopic, questions } from './questions.ts';

/** A target of search. */
export type Target =
  | { kind: 'service'; service: Service }
  | { kind: 'officer'; officer: Officer }
  | { kind: 'contact' }
  /** A question that the charter does not answer. */
  | { kind: 'unstated'; topic: QuestionTopic }
  /** The people to complain to, where no section names them; empty where the charter names nobody. */
  | ({ kind: 'redress' } & ComplaintsTo)
  | { kind: 'vision' | 'mission'; text: string }
  | { kind: 'section'; section: Section; text: string };

/** The texts of a target that are searched, by weight (see word-index.ts); names stand on lines of their own. */
export type Texts = Record<CommonFields['searchedAs'], string>;

/** Returns all that can be found: services, officers, the office, vision and mission, and the other sections. */
export function searchTargets(charter: Charter): { target: Target; texts: Texts }[] {
  const { services, officers, vision, mission } = charter;
  const statement = (kind: 'vision' | 'mission', name: string, text: string | undefined) =>
    text === undefined ? [] : [{ target: { kind, text }, texts: passageTexts(name, text) }];
  const columns = columnsWithValues(charter, services);
  const redress = redressOf(charter);
  return [
    ...services.map((service) => ({
      target: { kind: 'service' as const, service },
      texts: serviceTexts(service, columns),
    })),
    ...officers.map((officer) => ({
      target: { kind: 'officer' as const, officer },
      texts: officerTexts(charter, officer),
    })),
    { target: { kind: 'contact' as const }, texts: contactTexts(charter) },
    ...keysOf(questions)
      .filter((topic) => !questions[topic].isAnswered(charter))
      .map((topic) => ({
        target: { kind: 'unstated' as const, topic },
        texts: { name: '', facts: questions[topic].words, rest: '' },
      })),
    ...(redress.section === undefined
      ? [
          {
            target: { ...redress, kind: 'redress' as const },
            texts: passageTexts(complaint.words, ''),
          },
        ]
      : []),
    ...statement('vision', 'ভিশন', vision),
    ...statement('mission', 'মিশন', mission),
    ...sectionsOf(charter).flatMap((section) => {
      const text = sectionText(section);
      const isRedress = section.id === redress.section?.id;
      return text === undefined
        ? []
        : [
            {
              target: { kind: 'section' as const, section, text },
              texts: {
                name: [section.title, isRedress ? complaint.words : ''].join('\n'),
                facts: '',
                rest: [text, ...tiersOf(section).flatMap(tierTexts)].join(' '),
              },
            },
          ];
    }),
  ];
}

function officerTexts({ services }: Charter, officer: Officer): Texts {
  const { post, name, email, office, place, short_code } = officer;
  const numbers = numberTexts(officer);
  // Whoever has what is asked for comes first; the others say that they have it not.
  const ways = [
    { words: questions.phone.words, isGiven: numbers.length > 0 },
    { words: questions.email.words, isGiven: email !== undefined },
    { words: questions.helpline.words, isGiven: short_code !== undefined },
  ];
  const officerWords = (isGiven: boolean) =>
    ways.flatMap((way) => (way.isGiven === isGiven ? way.words : []));
  return {
    name: [post, name, email, ...numbers].join('\n'),
    facts: [
      'যোগাযোগ কর্মকর্তা',
      ...officerWords(true),
      office,
      place,
      services.some(({ officers }) => officers.includes(officer)) ? 'দায়িত্বপ্রাপ্ত' : '',
      services.some(({ superiors }) => superiors.includes(officer)) ? 'ঊর্ধ্বতন' : '',
    ].join(' '),
    rest: [inChargeText(officer), ...officerWords(false)].join(' '),
  };
}

/** Returns the answers to questions about the office itself; of numbers and addresses only the officers' own. */
function contactTexts(charter: Charter): Texts {
  const { office } = charter;
  const { address, directions, website, helplines } = office;
  const answered = (['hours', 'address', 'map', 'website'] as const)
    .filter((topic) => questions[topic].isAnswered(charter))
    .map((topic) => questions[topic].words);
  return {
    name: website?.address ?? '',
    facts: [OFFICE_WORDS, ...answered, helplines ? questions.helpline.words : ''].join(' '),
    rest: [
      'যোগাযোগ contact',
      ...[officePlace(office), address, office.hours?.text, directions],
      ...(helplines ?? []).flatMap(({ name, number }) => [name, ...numberForms(number)]),
    ].join(' '),
  };
}

/** Returns the texts of a passage. Long sentences hold the words of many services, so they count least. */
function passageTexts(name: string, text: string): Texts {
  return { name, facts: '', rest: text };
}

/** Returns the text of a section; undefined for services, which are found one by one, and for links to other offices. */
function sectionText(section: Section): string | undefined {
  switch (section.kind) {
    case 'services':
    case 'subordinate':
      return undefined;
    case 'expectations':
      return section.expectations.join(' ');
    case 'complaints':
      return [section.complaints.introduction, ...tiersOf(section).map(({ whom }) => whom)]
        .filter(Boolean)
        .join(' ');
    case 'table': {
      const { introduction, columns, rows } = section.table;
      return [introduction, ...columns, ...rows.flat()].filter(Boolean).join(' ');
    }
  }
}

function tiersOf(section: Section): ComplaintTier[] {
  return section.kind === 'complaints' ? section.complaints.tiers : [];
}

/** Returns the ways to reach who hears complaints. */
function tierTexts({ address, phone, email, website }: ComplaintTier): string[] {
  const numbers = phone === undefined ? [] : [questions.phone.words, ...numberForms(phone)];
  const mail = email === undefined ? [] : [questions.email.words, email];
  return [...numbers, ...mail, address ?? '', website ?? ''];
}

function serviceTexts(service: Service, columns: TableColumn[]): Texts {
  const texts: Record<keyof Texts, unknown[]> = {
    name: [],
    facts: [],
    // The headings too, for some citizens ask for papers or fees and not for a service.
    rest: columns.flatMap(({ kind, heading }) => (kind === 'fact' ? heading : [])),
  };
  for (const column of columns) texts[column.searchedAs].push(...cellTexts(service, column));
  return mapValues(texts, (all) => all.join('\n'));
}

/** Returns the texts of a service's cell, in the words that citizens may search for. */
function cellTexts(service: Service, column: TableColumn): unknown[] {
  switch (column.kind) {
    case 'serial':
      return [];
    case 'name':
      return [
        service.name,
        service.nameEn,
        service.group,
        ...service.cases.map(({ name }) => name),
      ];
    case 'officers':
      return column.officers(service).map(inChargeText);
    case 'fact':
      return factGroups(service, column).flatMap(({ lines }) => lines.flatMap(Object.values));
  }
}

function inChargeText(one: InCharge): string {
  if (one.id === undefined) return one.text;
  const { id: _, ...texts } = one;
  return [...Object.values(texts), ...numberTexts(one)].join(' ');
}

function numberTexts(officer: Officer): string[] {
  return officerNumbers(officer).flatMap(({ number }) => numberForms(number));
}

/** Returns a number as the charter writes it, and in one run of digits. */
function numberForms(number: string): string[] {
  return [number, toE164(number) ?? ''];
}
