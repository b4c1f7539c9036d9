// schema.org data for search engines, as JSON-LD. Prose of the charter stays out of typed properties.

import { toDialled } from '../../bangla/phone.ts';
import { columns } from '../../charter/columns.ts';
import { type Office, officeName, weekdays } from '../../charter/office.ts';
import { type Officer, officerNumbers, officersAmong } from '../../charter/officer.ts';
import { factGroups, type Service } from '../../charter/service.ts';
import { toUrl } from '../../charter/values.ts';
import { searchPath, serviceLink } from '../addresses.ts';
import type { Page } from '../views.ts';

/** Returns the structured data of a page; undefined for pages without any. */
export function structuredData(page: Page, office: Office, publicUrl: string): object | undefined {
  switch (page.view) {
    case 'home':
      return graph(webSite(office, publicUrl), governmentOffice(office, publicUrl));
    case 'contact':
      return graph({
        ...governmentOffice(office, publicUrl),
        contactPoint: [
          ...page.props.officers.map(({ officer }) => contactPoint(officer)),
          ...(office.helplines ?? []).map(helpline),
        ],
      });
    case 'service':
      return graph(governmentService(page.props.service, office, publicUrl));
    default:
      return undefined;
  }
}

function graph(...things: object[]): object {
  return { '@context': 'https://schema.org', '@graph': things };
}

function webSite(office: Office, publicUrl: string): object {
  return {
    '@type': 'WebSite',
    url: `${publicUrl}/`,
    name: `সিটিজেন চার্টার — ${officeName(office)}`,
    inLanguage: 'bn',
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: publicUrl + searchPath('{search_term_string}'),
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

function governmentOffice(office: Office, publicUrl: string) {
  return {
    '@type': 'GovernmentOffice',
    '@id': `${publicUrl}/#office`,
    name: officeName(office),
    url: `${publicUrl}/`,
    address: {
      '@type': 'PostalAddress',
      streetAddress: office.address,
      addressLocality: office.union ?? office.upazila,
      addressRegion: office.district,
      addressCountry: 'BD',
    },
    hasMap: office.map && toUrl(office.map),
    openingHoursSpecification: openingHours(office),
  };
}

/** Returns the hours as days and times; undefined where the staff give only a sentence. */
function openingHours({ hours }: Office): object | undefined {
  if (hours?.schedule === undefined) return undefined;
  const { days, opens, closes } = hours.schedule;
  const names: Record<string, string> = weekdays;
  return {
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map((day) => names[day]),
    opens,
    closes,
  };
}

function contactPoint(officer: Officer): object {
  return {
    '@type': 'ContactPoint',
    contactType: officer.post,
    telephone: officerNumbers(officer).map(({ number }) => toDialled(number)),
    email: officer.email,
    availableLanguage: 'bn',
  };
}

function helpline({ name, number }: NonNullable<Office['helplines']>[number]): object {
  return { '@type': 'ContactPoint', contactType: name, telephone: toDialled(number) };
}

function governmentService(service: Service, office: Office, publicUrl: string): object {
  const url = publicUrl + serviceLink(service).path;
  return {
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: service.name,
    serviceOperator: governmentOffice(office, publicUrl),
    availableChannel: officersAmong(service.officers).map((officer) => ({
      '@type': 'ServiceChannel',
      servicePhone: contactPoint(officer),
    })),
    offers: offers(service),
  };
}

/** Returns the prices that the charter states as a number or, exactly, as free. */
function offers(service: Service): object[] | undefined {
  const lines = factGroups(service, columns.fee).flatMap((group) => group.lines);
  if (lines.length === 0 || lines.some(({ amount }) => amount === undefined)) return undefined;
  return lines.map(({ amount: price, label: name }) => ({
    '@type': 'Offer',
    priceCurrency: 'BDT',
    price,
    name,
  }));
}
