// A page before rendering: its template and the template's props.

import type { Correction } from '../charter/charter.ts';
import type { Officer } from '../charter/officer.ts';
import type { Section, ServiceGroup } from '../charter/sections.ts';
import type { Service } from '../charter/service.ts';
import type { Hit } from '../search/search.ts';
import type { Link } from './addresses.ts';
import type { Content, ServiceTable } from './service-table.ts';

export interface OfficerEntry {
  officer: Officer;
  /** The officer's role in the charter, in Bengali; undefined if nothing refers to the officer. */
  role: string | undefined;
  /** The services that the officer is in charge of, or above those who are. */
  services: Service[];
}

/** A fact of a service and, for those that citizens ask for first, their question in plain words. */
export interface FactRow extends Content {
  question: string | undefined;
}

/** The outcome of a search. */
export type SearchOutcome = 'found' | 'not found' | 'too long' | 'empty';

/** A section of services with its table, or another section. */
export type ShownSection =
  | Exclude<Section, { kind: 'services' }>
  | (Pick<Section, 'id' | 'title' | 'number'> & {
      kind: 'services';
      services: Service[];
      table: ServiceTable;
    });

/** The templates of views/ and their props. */
export interface Views {
  home: {
    lead: string;
    /** The listed services of the first section, by their groups, and whether the charter has no others. */
    list: { title: string; groups: ServiceGroup[]; count: number; isOnly: boolean } | undefined;
    /** All sections, to choose from where there are no services. */
    contents: Link[];
    total: number;
    /** The time and fee that all services share. */
    common: { time: string | undefined; fee: string | undefined };
    fee: string | undefined;
    officer: Officer | undefined;
    officers: OfficerEntry[];
    vision: string | undefined;
    mission: Link | undefined;
    complaints: Link | undefined;
  };
  services: { sections: ShownSection[]; numbered: boolean };
  service: {
    service: Service;
    /** The facts that hold for all cases of the service. */
    rows: FactRow[];
    /** The officers, by column. */
    officers: Content[];
    cases: { letter: string; name: string; rows: FactRow[] }[];
    complaints: Link | undefined;
    /** The service as a text message. */
    sms: string;
    /** The officer to write to about a mistake. */
    officer: Officer | undefined;
    previous: Service | undefined;
    next: Service | undefined;
  };
  'vision-mission': { vision: string | undefined; mission: string | undefined };
  contact: {
    officers: OfficerEntry[];
    total: number;
    lead: string;
    complaints: Link | undefined;
  };
  about: { corrections: Correction[]; hasContact: boolean; officer: Officer | undefined };
  /** The page around the results of a search. */
  search: {
    outcome: SearchOutcome;
    /** All services, to choose from if the search finds none, and whom to call then. */
    services: Service[];
    officer: Officer | undefined;
  };
  /** The results of a search, a part of its page. */
  results: {
    query: string;
    heading: string | undefined;
    hits: Hit[];
    /** The ways to ask what the charter does not say. */
    ways: { officer: Officer | undefined; contact: Link | undefined; complaints: Link | undefined };
  };
  error: {
    status: number;
    message: string;
    ways: Link[];
    officer: Officer | undefined;
    /** The page that was probably meant. */
    nearest: Link | undefined;
  };
  /** The page that replaces the search where there is no server. */
  'search-list': { services: Service[]; contents: Link[] };
}

interface PageOf<View extends keyof Views> {
  /** The published path; undefined for pages without one (errors, search results). */
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
