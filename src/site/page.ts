// A page before it is rendered: which template, and the props that the template gets.

import type { Correction } from '../charter/charter.ts';
import type { Officer } from '../charter/officer.ts';
import type { Section, ServiceColumn, ServiceSection } from '../charter/sections.ts';
import type { Service } from '../charter/service.ts';
import type { Hit } from '../search/search.ts';
import type { Link } from './addresses.ts';

export interface OfficerEntry {
  officer: Officer;
  /** The officer's part in the charter, in Bengali; undefined when nothing names the officer. */
  role: string | undefined;
}

/** Each template of views/ and its props. */
export interface Views {
  home: {
    /** What is listed: the first services of the first section. */
    services: Service[];
    section: ServiceSection;
    total: number;
    fee: string | undefined;
    officer: Officer | undefined;
    officers: OfficerEntry[];
    vision: string;
  };
  services: { sections: Section[]; numbered: boolean };
  service: {
    service: Service;
    columns: ServiceColumn[];
    previous: Service | undefined;
    next: Service | undefined;
  };
  'vision-mission': { vision: string; mission: string };
  contact: { officers: OfficerEntry[]; lead: string; complaints: boolean };
  about: { corrections: Correction[] };
  search: {
    query: string;
    /** What the heading says of the query; undefined when nothing was asked. */
    verdict: string | undefined;
    hits: Hit[];
    /** All services, to choose from where the search gives none. */
    services: Service[];
  };
  error: { status: number; message: string; officer: Officer | undefined };
}

interface PageOf<View extends keyof Views> {
  /** The published address; undefined for pages that have none of their own (errors, results). */
  path: string | undefined;
  /** The h1, and the first part of the title. */
  heading: string;
  /** One sentence for search engines and shared links. */
  description: string;
  /** The menu entry the page belongs to, other than its own. */
  section?: string;
  /** The links from home to the page's parent; the page's own name follows them. */
  breadcrumb: Link[];
  crumb: string;
  view: View;
  props: Views[View];
}
export type Page = { [View in keyof Views]: PageOf<View> }[keyof Views];
