// The pages for search engines: schema.org as JSON-LD. What is prose in the charter stays out of typed properties.

import { toDialled } from '../bangla/phone.ts';
import type { Office, Officer, Service } from '../charter/charter.ts';
import { isFree, numbersOf } from './facts.ts';
import { officeName, type Page } from './views.ts';

/** What a page tells of itself; undefined when it tells nothing that its HTML does not. */
export function structuredData(page: Page, office: Office, publicUrl: string): object | undefined {
  switch (page.view) {
    case 'home':
      return graph(webSite(office, publicUrl), governmentOffice(office, publicUrl));
    case 'contact':
      return graph({
        ...governmentOffice(office, publicUrl),
        contactPoint: page.props.officers.map(({ officer }) => contactPoint(officer)),
      });
    case 'service':
      return graph(governmentService(page.props.service, office, publicUrl));
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
      target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/search?q={search_term_string}` },
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
      addressLocality: office.union ?? office.upazila,
      addressRegion: office.district,
      addressCountry: 'BD',
    },
  };
}

function contactPoint(officer: Officer): object {
  return {
    '@type': 'ContactPoint',
    contactType: officer.post,
    telephone: numbersOf(officer).map(({ number }) => toDialled(number)),
    email: officer.email,
    availableLanguage: 'bn',
  };
}

function governmentService(service: Service, office: Office, publicUrl: string): object {
  const url = `${publicUrl}/services/${service.id}`;
  return {
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: service.name,
    serviceOperator: governmentOffice(office, publicUrl),
    availableChannel: service.officers.map((officer) => ({
      '@type': 'ServiceChannel',
      servicePhone: contactPoint(officer),
    })),
    offers: offers(service),
  };
}

type Fee = NonNullable<Service['fee']>[number];

/** A price only where the charter says a number, or exactly that the service is free. */
function offers({ fee = [], cases = [] }: Service): object[] | undefined {
  const items: Fee[] = [...fee, ...cases.flatMap((one): Fee[] => one.fee ?? [])];
  const prices = items.map((item) => {
    if (typeof item.fee === 'number') return { price: item.fee, name: item.for };
    return isFree(item.fee) ? { price: 0, name: item.for } : undefined;
  });
  if (prices.length === 0 || prices.includes(undefined)) return undefined;
  return prices.map((price) => ({ '@type': 'Offer', priceCurrency: 'BDT', ...price }));
}
