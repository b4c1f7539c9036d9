// A page before rendering: its template and the template's props.

import type { Correction } from '../charter/charter.ts';
import type { Facts, TableColumn } from '../charter/columns.ts';
import type { Officer } from '../charter/officer.ts';
import type { Section, ServiceSection } from '../charter/sections.ts';
import type { Service } from '../charter/service.ts';
import type { Hit } from '../search/search.ts';
import type { Link } from './addresses.ts';

export interface OfficerEntry {
  officer: Officer;
  /** The officer's role in the charter, in Bengali; undefined if nothing refers to the officer. */
  role: string | undefined;
  /** The services that the officer is in charge of, or above those who are. */
  services: Service[];
}

/** A fact of a service: its column and, for those that citizens ask for first, their question in plain words. */
export interface FactRow {
  column: TableColumn;
  question: string | undefined;
}

/** What became of a search. */
export type SearchOutcome = 'found' | 'not found' | 'too long' | 'empty';

/** The templates of views/ and their props. */
export interface Views {
  home: {
    lead: string;
    /** The first section of services, and what is listed of it. */
    list: { section: ServiceSection; services: Service[] } | undefined;
    /** All sections, to choose from where there are no services. */
    contents: Link[];
    total: number;
    /** What all services say alike. */
    common: { time: string | undefined; fee: string | undefined };
    fee: string | undefined;
    officer: Officer | undefined;
    officers: OfficerEntry[];
    vision: string | undefined;
    mission: Link | undefined;
    complaints: Link | undefined;
  };
  services: { sections: Section[]; numbered: boolean };
  service: {
    service: Service;
    /** What the service says for all its cases. */
    rows: FactRow[];
    /** The columns of officers that the service fills. */
    officers: TableColumn[];
    cases: { letter: string; name: string; facts: Facts; rows: FactRow[] }[];
    complaints: Link | undefined;
    /** Whom to write to about a mistake. */
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
  /** What a search found, a part of its page. */
  results: {
    query: string;
    heading: string | undefined;
    hits: Hit[];
    /** Where to ask what the charter does not say. */
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
  /** Where there is no server to search: what a search could find. */
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
