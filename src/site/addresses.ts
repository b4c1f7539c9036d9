// All paths, anchors and link labels. A published address never changes.

import { officerAnchor } from '../charter/anchors.ts';
import type { Charter } from '../charter/charter.ts';
import type { Officer } from '../charter/officer.ts';
import type { Section } from '../charter/sections.ts';
import type { Service } from '../charter/service.ts';

export interface Link {
  path: string;
  label: string;
}

export const home: Link = { path: '/', label: 'প্রচ্ছদ' };
export const services: Link = { path: '/services', label: 'সেবাসমূহ' };
export const visionMission: Link = { path: '/vision-mission', label: 'ভিশন ও মিশন' };
export const contact: Link = { path: '/contact', label: 'যোগাযোগ' };
export const search: Link = { path: '/search', label: 'খুঁজুন' };
export const about: Link = { path: '/about', label: 'সনদ সম্পর্কে' };

/** The two passages on the page of vision and mission. */
export const vision: Link = { path: `${visionMission.path}#vision`, label: 'ভিশন' };
export const mission: Link = { path: `${visionMission.path}#mission`, label: 'মিশন' };

export const serviceLink = ({ id, serialText }: Service): Link => ({
  path: `${services.path}/${id}`,
  label: serialText === undefined ? 'সেবা' : `সেবা ${serialText}`,
});

/** Returns the path of a service's one-page summary. */
export const serviceSheetPath = (service: Pick<Service, 'id'>): string =>
  `${services.path}/${service.id}.pdf`;

/** Returns the paths of files that are made one by one on first request: the workbook and the services' summaries. */
export const singleSheetPaths = ({ services }: Pick<Charter, 'services'>): string[] =>
  services.length === 0 ? [] : [downloads.xlsx, ...services.map(serviceSheetPath)];

/** Returns the link to a section on the page of services. */
export const sectionLink = ({ id, title }: Pick<Section, 'id' | 'title'>): Link => ({
  path: `${services.path}#${id}`,
  label: title,
});

export const officerPath = (officer: Officer): string =>
  `${contact.path}#${officerAnchor(officer)}`;
export const vcardPath = ({ id }: Pick<Officer, 'id'>): string => `${contact.path}/${id}.vcf`;

/** Returns the present path for each former path of a page, sheet or vCard. */
export function formerPaths({ services, officers }: Charter): Map<string, string> {
  return new Map([
    ...services.flatMap((service) =>
      service.formerIds.flatMap((id): [string, string][] => [
        [serviceLink({ ...service, id }).path, serviceLink(service).path],
        [serviceSheetPath({ id }), serviceSheetPath(service)],
      ]),
    ),
    ...officers.flatMap((officer) =>
      officer.former_ids.map((id): [string, string] => [vcardPath({ id }), vcardPath(officer)]),
    ),
  ]);
}

/** Returns the search path for a query, which is inserted unescaped: OpenSearch's placeholder needs that. */
export const searchPath = (query: string): string => `${search.path}?q=${query}`;

/** The paths of the downloads. */
export const downloads = {
  posterA4: '/charter.pdf',
  posterA3: '/charter-a3.pdf',
  shareImage: '/share.png',
  labels: '/labels.pdf',
  json: '/charter.json',
  jsonSchema: '/charter.schema.json',
  csv: '/services.csv',
  xlsx: '/services.xlsx',
};

/** The paths of the open data, which pages of other sites may read. */
export const openData: string[] = [
  downloads.json,
  downloads.jsonSchema,
  downloads.csv,
  downloads.xlsx,
];

/** Reports whether others can reach a URL, so that it may be printed and shared. */
export function isPublic(publicUrl: string): boolean {
  return !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(publicUrl).hostname);
}
