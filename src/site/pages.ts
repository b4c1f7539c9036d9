// The pages of a charter, as data. To add one: see the table in README.md.

import { toBengaliDigits } from '../bangla/digits.ts';
import type { Charter } from '../charter/charter.ts';
import { columns, type Facts, isFree, type OfficerKey, officerKeys } from '../charter/columns.ts';
import { namesDuration } from '../charter/duration.ts';
import { hasVisitorFacts, officeName } from '../charter/office.ts';
import { isReachable, type Officer, officerNumbers, officersAmong } from '../charter/officer.ts';
import {
  columnLabel,
  type Section,
  type ServiceSection,
  sectionsOf,
  serviceGroups,
} from '../charter/sections.ts';
import { factSummary, letterAt, type Service } from '../charter/service.ts';
import {
  about,
  contact,
  home,
  type Link,
  mission,
  search,
  sectionLink,
  serviceLink,
  services,
  vision,
  visionMission,
} from './addresses.ts';
import { columnContent, serviceTable } from './service-table.ts';
import { smsText } from './sms.ts';
import type { FactRow, OfficerEntry, Page } from './views.ts';

/** The maximum services and officers that the home page lists. */
const HOME_SERVICES = 12;
const HOME_OFFICERS = 3;

export interface Menus {
  header: Link[];
  footer: Link[];
}

/** Returns the links of the menus, to the pages that this charter has. */
export function menusOf(charter: Charter): Menus {
  const links = [
    { ...services, label: charter.services.length > 0 ? services.label : 'সনদ' },
    ...statementsLink(charter),
    ...(contactLink(charter) ? [contact] : []),
  ];
  return { header: [...links, search], footer: [...links, about] };
}

/** Returns the link to the page of vision and mission, named after its content; empty where there is neither. */
function statementsLink(charter: Charter): Link[] {
  const has = [charter.vision && vision, charter.mission && mission].filter(
    (link) => typeof link === 'object',
  );
  const [only] = has;
  if (only === undefined) return [];
  return [has.length > 1 ? visionMission : { ...visionMission, label: only.label }];
}

/** Returns the link to the page of contacts; undefined if there is nobody and nothing to contact. */
export function contactLink({ officers, office }: Charter): Link | undefined {
  return officers.length > 0 || hasVisitorFacts(office) ? contact : undefined;
}

/** Returns every published page, in the order of the menu. */
export function pages(charter: Charter): Page[] {
  const sections = sectionsOf(charter);
  const serviceSections = sections.filter((section) => section.kind === 'services');
  const statements = statementsLink(charter).map((link) => statementsPage(charter, link));
  return [
    homePage(charter, sections, serviceSections),
    servicesPage(charter, sections),
    ...serviceSections.flatMap((section) =>
      section.services.map((service) => servicePage(charter, section, service)),
    ),
    ...statements,
    ...(contactLink(charter) ? [contactPage(charter)] : []),
    {
      ...inner(about),
      description: `${officeName(charter.office)}-এর সিটিজেন চার্টারের উৎস, সংশোধন ও ব্যবহারবিধি।`,
      view: 'about',
      props: {
        corrections: charter.corrections,
        hasContact: charter.officers.some(isReachable),
        officer: officerToEmail(charter),
      },
    },
  ];
}

/** Returns the page that replaces the search where the site is only files. Search engines ignore it, like the search. */
export function searchListPage(charter: Charter): Page {
  return {
    ...inner(search, 'সব সেবা'),
    path: undefined,
    description: 'সব সেবার তালিকা।',
    section: search.path,
    view: 'search-list',
    props: {
      services: charter.services,
      contents: charter.services.length > 0 ? [] : sectionsOf(charter).map(sectionLink),
    },
  };
}

function inner(link: Link, heading = link.label) {
  return { path: link.path, heading, breadcrumb: [home], crumb: link.label };
}

function homePage(charter: Charter, sections: Section[], serviceSections: ServiceSection[]): Page {
  const { office, vision, mission: missionText } = charter;
  const [section] = serviceSections;
  const promise = promiseOf(sections, serviceSections);
  return {
    path: home.path,
    heading: 'সিটিজেন চার্টার',
    description: `${officeName(office)}: ${promise}।`,
    breadcrumb: [],
    crumb: home.label,
    view: 'home',
    props: {
      lead: `${promise} — এক জায়গায়।`,
      list: section && {
        title: section.title,
        groups: serviceGroups(section.services.slice(0, HOME_SERVICES)),
        count: Math.min(section.services.length, HOME_SERVICES),
        isOnly: section.services.length === charter.services.length,
      },
      contents: section ? [] : sections.map(sectionLink),
      total: charter.services.length,
      common: {
        time: commonSummary(charter.services, columns.time),
        fee: commonSummary(charter.services, columns.fee),
      },
      fee: feeSummary(charter.services),
      officer: commonOfficer(charter.services),
      officers: officerEntries(charter).slice(0, HOME_OFFICERS),
      vision,
      mission: missionText === undefined ? undefined : mission,
      complaints: complaintsLink(charter),
    },
  };
}

/** Returns the questions that the charter's columns answer or, without services, the titles of its sections. */
function promiseOf(sections: Section[], serviceSections: ServiceSection[]): string {
  if (serviceSections.length === 0) return sections.map(({ title }) => title).join(', ');
  const keys = new Set(serviceSections.flatMap(columnKeysOf));
  const questions = knownColumns
    .filter(({ key, question }) => question && keys.has(key))
    .map(({ question }) => question);
  const [last, ...before] = ['কোন সেবা', ...questions].toReversed();
  return before.length > 0 ? `${before.toReversed().join(', ')} এবং ${last} পাবেন` : `${last} পাবেন`;
}

const knownColumns = Object.entries(columns).map(([key, { question, topic }]) => ({
  key,
  question,
  topic,
}));
const columnKeysOf = (section: ServiceSection) => section.columns.map(({ key }) => key);

function servicesPage(charter: Charter, sections: Section[]): Page {
  const name = officeName(charter.office);
  const keys = new Set(
    sections.flatMap((section) => (section.kind === 'services' ? columnKeysOf(section) : [])),
  );
  const topics = knownColumns.flatMap(({ key, topic }) => (topic && keys.has(key) ? [topic] : []));
  const count = charter.services.length;
  const link = menusOf(charter).header[0] ?? services;
  const titles = sections.map(({ title }) => title);
  return {
    ...inner(link, count > 0 ? 'প্রতিশ্রুত সেবাসমূহ' : titles.length > 1 ? link.label : titles[0]),
    description:
      count > 0
        ? `${name}-এর ${toBengaliDigits(count)}টি সেবা${topics.length > 0 ? `র ${joined(topics)}` : ''}।`
        : `${name}-এর ${joined(titles)}।`,
    view: 'services',
    props: {
      sections: sections.map((section) => {
        if (section.kind !== 'services') return section;
        const { kind, id, title, number, services } = section;
        return { kind, id, title, number, services, table: serviceTable(section) };
      }),
      numbered: sections.length > 1 || sections.some(({ ownNumber }) => ownNumber !== undefined),
    },
  };
}

function servicePage(charter: Charter, section: ServiceSection, service: Service): Page {
  const link = serviceLink(service);
  const at = charter.services.indexOf(service);
  return {
    path: link.path,
    heading: service.name,
    description: describe(service, officeName(charter.office)),
    section: services.path,
    breadcrumb: [home, menusOf(charter).header[0] ?? services],
    crumb: link.label,
    view: 'service',
    props: {
      service,
      rows: factRows(section, service),
      officers: section.columns
        .map((column) => columnContent(service, column))
        .filter(({ people }) => people.length > 0),
      cases: service.cases.map((facts, index) => ({
        letter: letterAt(index),
        name: facts.name,
        rows: factRows(section, facts),
      })),
      complaints: complaintsLink(charter),
      sms: smsText(charter, service),
      officer:
        officersAmong(service.officers).find(({ email }) => email) ?? officerToEmail(charter),
      previous: charter.services[at - 1],
      next: charter.services[at + 1],
    },
  };
}

/** The first questions of citizens, in their words and this order, by the column that answers each. */
const questions = new Map<string, string>([
  ['time', 'কত সময় লাগে'],
  ['fee', 'কত টাকা লাগে'],
  ['documents', 'কী আনতে হবে'],
]);

/**
 * Returns the facts of a service or case: answers to the first questions, then the others in the order of the columns. A
 * time that is none, such as a way of contact, answers no question, and stands under the charter's heading.
 */
function factRows({ columns: all }: ServiceSection, facts: Facts): FactRow[] {
  const rows = all
    .map((column) => {
      const content = columnContent(facts, column);
      const isAnswer =
        column.key !== 'time' || content.lines.some(({ text }) => namesDuration(text));
      const question = isAnswer ? questions.get(column.key) : undefined;
      return { ...content, key: column.key, question };
    })
    .filter(({ lines }) => lines.length > 0);
  const asked = [...questions.keys()].flatMap((key) => rows.filter((row) => row.key === key));
  return [...asked, ...rows.filter(({ key }) => !questions.has(key))];
}

export function complaintsLink(charter: Charter): Link | undefined {
  const complaints = sectionsOf(charter).find(({ kind }) => kind === 'complaints');
  return complaints && sectionLink(complaints);
}

function statementsPage({ office, vision, mission }: Charter, link: Link): Page {
  return {
    ...inner(link),
    description: `${officeName(office)}-এর ${link.label}।`,
    view: 'vision-mission',
    props: { vision, mission },
  };
}

function contactPage(charter: Charter): Page {
  const officers = officerEntries(charter);
  const what = contactTopics(charter);
  return {
    ...inner(contact),
    description: `${officeName(charter.office)}-এর ${[officers.length > 0 && 'কর্মকর্তাদের', what].filter(Boolean).join(' ')}।`,
    view: 'contact',
    props: {
      officers,
      total: charter.services.length,
      lead: `${[whoseContact(charter), what].filter(Boolean).join(' ')}।`,
      complaints: complaintsLink(charter),
    },
  };
}

/** Returns the topics of the page of contacts: numbers, e-mail addresses, the address, the hours. */
function contactTopics({ officers, office }: Charter): string {
  const numbers = officers.flatMap(officerNumbers);
  const hasOthers = officers.some(({ phone, short_code }) => phone ?? short_code);
  const topics = [
    numbers.length > 0 && (hasOthers ? 'ফোন নম্বর' : 'মোবাইল নম্বর'),
    officers.some(({ email }) => email) && 'ইমেইল',
    office.address && 'ঠিকানা',
    office.hours && 'অফিসের সময়',
    office.helplines && 'হেল্পলাইন',
  ].filter((topic) => typeof topic === 'string');
  return topics.length > 0 ? joined(topics) : 'পরিচয়';
}

/** Returns whose numbers the page of contacts has: officers in charge, their superiors, or both. */
function whoseContact(charter: Charter): string | undefined {
  const { officers, services: all } = charter;
  if (officers.length === 0) return undefined;
  const roles = new Set(officers.flatMap((officer) => rolesOf(charter, officer)));
  const words = officerKeys.filter((key) => roles.has(key)).map((key) => adjectives[key]);
  // An office may call these columns something else.
  const isUsual = [...roles].every((key) => columnLabel(charter, key) === columns[key].label);
  if (words.length === 0 || !isUsual) return 'কর্মকর্তাদের';
  const isCivic = all.every(({ category }) => category === 'citizen');
  return `${isCivic ? 'নাগরিক সেবার' : 'সেবার'} ${joined(words)} কর্মকর্তার`;
}

const adjectives = { officer: 'দায়িত্বপ্রাপ্ত', superior: 'ঊর্ধ্বতন' };

/** Returns all officers, those in charge of services first. */
function byNearness({ officers, services: all }: Charter): Officer[] {
  return [...officersAmong(all.flatMap((service) => service.officers)), ...officers];
}

/** Returns the officer to write to about a mistake; undefined if nobody has an e-mail address. */
export function officerToEmail(charter: Charter): Officer | undefined {
  return byNearness(charter).find(({ email }) => email !== undefined);
}

/** Returns the officer to call; undefined if nobody has a number. */
export function officerToCall(charter: Charter): Officer | undefined {
  return byNearness(charter).find((officer) => officerNumbers(officer).length > 0);
}

/** Returns the columns in which services name an officer. */
function rolesOf({ services: all }: Charter, officer: Officer): OfficerKey[] {
  return officerKeys.filter((key) =>
    all.some((service) => columns[key].officers(service).includes(officer)),
  );
}

/** Joins words as in a sentence: "ক, খ ও গ". */
function joined(words: string[]): string {
  return words.join(', ').replace(/, (?=[^,]*$)/, ' ও ');
}

/** Returns a sentence with a service's time and fee. */
function describe(service: Service, office: string): string {
  const time = factSummary(service, columns.time);
  const fee = factSummary(service, columns.fee);
  const facts = [time && `সময়: ${time}`, fee && `মূল্য: ${fee}`, office].filter(Boolean);
  return `${service.name}। ${facts.join('; ')}।`.replace(/\s+/g, ' ');
}

/** Returns the summary that several services share; undefined if they differ. */
function commonSummary(all: Service[], fact: typeof columns.time | typeof columns.fee) {
  const texts = new Set(all.map((service) => factSummary(service, fact)));
  return all.length > 1 && texts.size === 1 ? [...texts][0] : undefined;
}

/** Returns the fee that all services share, or the number of free services. */
function feeSummary(all: Service[]): string | undefined {
  const fees = all.map((service) => factSummary(service, columns.fee));
  if (new Set(fees).size === 1) return fees[0];
  const free = fees.filter((fee) => isFree(fee ?? ''));
  return free.length > 0 ? `${toBengaliDigits(free.length)}টি বিনামূল্যে` : undefined;
}

/** Returns the one officer in charge of every service, whose number the home page shows; undefined otherwise. */
function commonOfficer(all: Service[]): Officer | undefined {
  const inCharge = new Set(all.flatMap((service) => service.officers));
  const [officer, ...others] = officersAmong([...inCharge]);
  const isOne = inCharge.size === 1 && others.length === 0;
  return isOne && officer && officerNumbers(officer).length > 0 ? officer : undefined;
}

function officerEntries(charter: Charter): OfficerEntry[] {
  const { officers, complaints } = charter;
  const isInCharge = (officer: Officer) =>
    charter.services.some((service) => columns.officer.officers(service).includes(officer));
  const isRedress = (officer: Officer) =>
    rolesOf(charter, officer).length > 0 ||
    complaints?.tiers.some((tier) => tier.officer === officer) === true;
  // Citizens ask the officers in charge first, and complain later.
  const isLater = (officer: Officer) => Number(!isInCharge(officer) && isRedress(officer));
  const sorted = officers.toSorted((a, b) => isLater(a) - isLater(b));
  return sorted.map((officer) => {
    const roles = [
      ...rolesOf(charter, officer).map((key) => columnLabel(charter, key)),
      complaints?.tiers.some((tier) => tier.officer === officer) && 'অভিযোগ প্রতিকার',
    ].filter(Boolean);
    return {
      officer,
      role: roles.join(' · ') || undefined,
      services: charter.services.filter((service) =>
        officerKeys.some((key) => columns[key].officers(service).includes(officer)),
      ),
    };
  });
}
