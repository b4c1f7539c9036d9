// The pages of a charter, as data. To add one: its path in addresses.ts, its props in page.ts, a template, an entry here.

import { toBengaliDigits } from '../bangla/digits.ts';
import type { Charter } from '../charter/charter.ts';
import { columns, isFree } from '../charter/columns.ts';
import { officeName } from '../charter/office.ts';
import { numbersOf, type Officer } from '../charter/officer.ts';
import { sectionsOf } from '../charter/sections.ts';
import { factSummary, type Service } from '../charter/service.ts';
import {
  about,
  contact,
  home,
  type Link,
  serviceLink,
  services,
  visionMission,
} from './addresses.ts';
import type { OfficerEntry, Page } from './page.ts';

/** How many services and officers the home page lists. */
const HOME_SERVICES = 12;
const HOME_OFFICERS = 3;

/** Every published page, in the order of the menu. */
export function pages(charter: Charter): Page[] {
  const { vision, mission, corrections } = charter;
  const officers = officerEntries(charter);
  const sections = sectionsOf(charter);
  const serviceSections = sections.filter((section) => section.kind === 'services');
  const name = officeName(charter.office);
  const onlyMobiles = charter.officers.every(({ phone, short_code }) => !phone && !short_code);
  const numbers = onlyMobiles ? 'মোবাইল' : 'ফোন';
  const inner = (link: Link, heading = link.label) => ({
    path: link.path,
    heading,
    breadcrumb: [home],
    crumb: link.label,
  });
  return [
    {
      path: home.path,
      heading: 'সিটিজেন চার্টার',
      description: `${name}: কোন সেবা কত সময়ে, কী কাগজপত্রে, কত মূল্যে এবং কার কাছে পাবেন।`,
      breadcrumb: [],
      crumb: home.label,
      view: 'home',
      props: {
        // The schema requires at least one service, so there is a first section.
        section: serviceSections[0] as (typeof serviceSections)[number],
        services: (serviceSections[0]?.services ?? []).slice(0, HOME_SERVICES),
        total: charter.services.length,
        fee: feeSummary(charter.services),
        officer: commonOfficer(charter.services),
        officers: officers.slice(0, HOME_OFFICERS),
        vision,
      },
    },
    {
      ...inner(services, 'প্রতিশ্রুত সেবাসমূহ'),
      description: `${name}-এর ${toBengaliDigits(charter.services.length)}টি সেবার সময়, কাগজপত্র, মূল্য ও দায়িত্বপ্রাপ্ত কর্মকর্তা।`,
      view: 'services',
      props: { sections, numbered: sections.length > 1 },
    },
    ...serviceSections.flatMap((section) =>
      section.services.map((service): Page => {
        const link = serviceLink(service);
        const at = charter.services.indexOf(service);
        return {
          path: link.path,
          heading: service.name,
          description: describe(service, name),
          section: services.path,
          breadcrumb: [home, services],
          crumb: link.label,
          view: 'service',
          props: {
            service,
            columns: section.columns,
            previous: charter.services[at - 1],
            next: charter.services[at + 1],
          },
        };
      }),
    ),
    {
      ...inner(visionMission),
      description: `${name}-এর ভিশন ও মিশন।`,
      view: 'vision-mission',
      props: { vision, mission },
    },
    {
      ...inner(contact),
      description: `${name}-এর কর্মকর্তাদের ${numbers} নম্বর ও ইমেইল।`,
      view: 'contact',
      props: {
        officers,
        lead: `${onlyCitizens(charter) ? 'নাগরিক সেবার' : 'সেবার'} দায়িত্বপ্রাপ্ত ও ঊর্ধ্বতন কর্মকর্তার ${numbers} নম্বর ও ইমেইল।`,
        complaints: charter.complaints !== undefined,
      },
    },
    {
      ...inner(about),
      description: `${name}-এর সিটিজেন চার্টারের উৎস, সংশোধন ও ব্যবহারবিধি।`,
      view: 'about',
      props: { corrections },
    },
  ];
}

/** One sentence with the service's time and fee. */
function describe(service: Service, office: string): string {
  const time = factSummary(service, columns.time);
  const fee = factSummary(service, columns.fee);
  const facts = [time && `সময়: ${time}`, fee && `মূল্য: ${fee}`, office].filter(Boolean);
  return `${service.name}। ${facts.join('; ')}।`;
}

/** The fee that all services share, or how many are free. Fees are prose, so they are compared, not computed. */
function feeSummary(all: Service[]): string | undefined {
  const fees = all.map((service) => factSummary(service, columns.fee));
  if (new Set(fees).size === 1) return fees[0];
  const free = fees.filter((fee) => isFree(fee ?? ''));
  return free.length > 0 ? `${toBengaliDigits(free.length)}টি বিনামূল্যে` : undefined;
}

/** The officer in charge of every service, if there is just one: whose number the home page shows. */
function commonOfficer(all: Service[]): Officer | undefined {
  const officers = new Set(all.flatMap((service) => service.officers));
  const [officer] = officers;
  return officers.size === 1 && officer && numbersOf(officer).length > 0 ? officer : undefined;
}

function onlyCitizens({ services: all }: Charter): boolean {
  return all.every(({ category }) => category === 'citizen');
}

function officerEntries({ officers, services: all, complaints }: Charter): OfficerEntry[] {
  return officers.map((officer) => {
    const roles = [
      all.some((service) => service.officers.includes(officer)) && 'দায়িত্বপ্রাপ্ত কর্মকর্তা',
      all.some((service) => service.superiors.includes(officer)) && 'ঊর্ধ্বতন কর্মকর্তা',
      complaints?.tiers.some((tier) => tier.officer === officer) && 'অভিযোগ প্রতিকার',
    ].filter(Boolean);
    return { officer, role: roles.join(' · ') || undefined };
  });
}
