// The pages of a charter, as data. To add one: a line in Views, a template, an entry here.

import { toBengaliDigits, toSerial } from '../bangla/digits.ts';
import type { Charter, Officer, Service } from '../charter/schema.ts';
import { type Link, type OfficerEntry, type Page, placeOf } from './views.ts';

const home: Link = { path: '/', label: 'প্রচ্ছদ' };
const services: Link = { path: '/services', label: 'সেবাসমূহ' };
const visionMission: Link = { path: '/vision-mission', label: 'ভিশন ও মিশন' };
const contact: Link = { path: '/contact', label: 'যোগাযোগ' };
const about: Link = { path: '/about', label: 'সনদ সম্পর্কে' };

export const menu: Link[] = [services, visionMission, contact];
export const footerMenu: Link[] = [...menu, about];

/** Every published page, in the order of the menu. */
export function pages(charter: Charter): Page[] {
  const { office, vision, mission, headings, corrections } = charter;
  const officers = officerEntries(charter);
  const name = `${office.department}, ${placeOf(office)}`;
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
        services: charter.services,
        fee: feeSummary(charter.services),
        officer: commonOfficer(charter.services),
        officers,
        vision,
      },
    },
    {
      ...inner(services, 'প্রতিশ্রুত সেবাসমূহ'),
      description: `${name}-এর ${toBengaliDigits(charter.services.length)}টি নাগরিক সেবার সময়, কাগজপত্র, মূল্য ও দায়িত্বপ্রাপ্ত কর্মকর্তা।`,
      view: 'services',
      props: { services: charter.services, headings: Object.values(headings) },
    },
    ...charter.services.map(
      (service, index): Page => ({
        path: `${services.path}/${service.id}`,
        heading: service.name,
        description: `${service.name}: সময় ${service.time}, মূল্য ${service.fee}। ${name}।`,
        section: services.path,
        breadcrumb: [home, services],
        crumb: `সেবা ${toSerial(service.serial)}`,
        view: 'service',
        props: {
          service,
          headings,
          previous: charter.services[index - 1],
          next: charter.services[index + 1],
        },
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
      description: `${name}-এর কর্মকর্তাদের মোবাইল নম্বর ও ইমেইল।`,
      view: 'contact',
      props: { officers },
    },
    {
      ...inner(about),
      description: `${name}-এর সিটিজেন চার্টারের উৎস, সংশোধন ও ব্যবহারবিধি।`,
      view: 'about',
      props: { corrections },
    },
  ];
}

export type ErrorStatus = 400 | 404 | 405 | 500;

/** The page for each status that is not a success; rendered at start, so that showing one cannot fail. */
export function errorPages(charter: Charter): Record<ErrorStatus, Page> {
  const page = (
    status: ErrorStatus,
    heading: string,
    message: string,
    officer?: Officer,
  ): Page => ({
    path: undefined,
    heading,
    description: message,
    breadcrumb: [],
    crumb: heading,
    view: 'error',
    props: { status, message, officer },
  });
  return {
    400: page(400, 'অনুরোধটি বোঝা যায়নি', 'ঠিকানাটি ঠিকভাবে লেখা হয়নি। নিচের কোনো পাতা থেকে আবার শুরু করুন।'),
    404: page(404, 'পাতাটি পাওয়া যায়নি', 'ঠিকানাটি ভুল হতে পারে, অথবা পাতাটি সরিয়ে নেওয়া হয়েছে।'),
    405: page(405, 'এই ঠিকানায় এভাবে অনুরোধ করা যায় না', 'এই ওয়েবসাইটের পাতা শুধু পড়া যায়। নিচের কোনো পাতা খুলুন।'),
    500: page(
      500,
      'দুঃখিত, এখন পাতাটি দেখানো যাচ্ছে না',
      'কিছুক্ষণ পর আবার চেষ্টা করুন। জরুরি হলে নিচের নম্বরে ফোন করুন।',
      charter.services[0]?.officer,
    ),
  };
}

/** The fee all services share, or how many are free: charters write it as prose, so it is compared, not computed. */
function feeSummary(all: Service[]): string {
  const fees = new Set(all.map((service) => service.fee));
  const [fee] = fees;
  if (fees.size === 1 && fee) return fee;
  const free = all.filter((service) => /^(বিনামূল্যে|বিনা মূল্যে|বিনামূল্য|ফ্রি|free)$/i.test(service.fee));
  return `${toBengaliDigits(free.length)}টি বিনামূল্যে`;
}

function commonOfficer(all: Service[]): Officer | undefined {
  const officers = new Set(all.map((service) => service.officer));
  return officers.size === 1 ? all[0]?.officer : undefined;
}

function officerEntries({ officers, services: all }: Charter): OfficerEntry[] {
  return officers.map((officer) => {
    const roles = [
      all.some((service) => service.officer === officer) && 'দায়িত্বপ্রাপ্ত কর্মকর্তা',
      all.some((service) => service.superior === officer) && 'ঊর্ধ্বতন কর্মকর্তা',
    ].filter(Boolean);
    return { officer, role: roles.join(' · ') || undefined };
  });
}
