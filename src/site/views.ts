// Pages as HTML: the only place where the two meet. What a template may use is typed here.

import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { toBengaliDate } from '../bangla/date.ts';
import { toBengaliDigits, toSerial } from '../bangla/digits.ts';
import { toSpokenGroups, toTelUri } from '../bangla/phone.ts';
import {
  type Column,
  type Correction,
  type Fact,
  type Office,
  type Officer,
  type Service,
  toUrl,
} from '../charter/charter.ts';
import type { Hit } from '../charter/search.ts';
import type { Assets } from './assets.ts';
import { caseLetter, factGroups, factSummary, numbersOf, officersOf } from './facts.ts';
import { categoryTitles, type Section, type ServiceSection } from './sections.ts';
import { structuredData } from './structured-data.ts';

export interface OfficerEntry {
  officer: Officer;
  /** The officer's part in the charter, in Bengali; undefined when nothing names the officer. */
  role: string | undefined;
}

/** Each template of views/ and the props it is given. */
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
    columns: { key: Column; heading: string }[];
    previous: Service | undefined;
    next: Service | undefined;
  };
  'vision-mission': { vision: string; mission: string };
  contact: { officers: OfficerEntry[]; lead: string; complaints: boolean };
  about: { corrections: Correction[] };
  search: SearchProps;
  error: { status: number; message: string; officer: Officer | undefined };
}

/** The page of results. */
export interface SearchProps {
  query: string;
  /** What the heading says of the query; undefined when nothing was asked. */
  verdict: string | undefined;
  hits: Hit[];
  /** All services, to choose from where the search gives none. */
  services: Service[];
}

export interface Link {
  path: string;
  label: string;
}

interface PageOf<View extends keyof Views> {
  /** The published address; undefined for pages that have none of their own (errors). */
  path: string | undefined;
  /** The h1, and the first part of the title. */
  heading: string;
  /** One sentence for search engines and shared links. */
  description: string;
  /** The menu entry the page belongs to, other than its own. */
  section?: string;
  /** The way from home to the page's parent, and the page's own name at its end. */
  breadcrumb: Link[];
  crumb: string;
  view: View;
  props: Views[View];
}
export type Page = { [View in keyof Views]: PageOf<View> }[keyof Views];

/** The union, upazila and district, as far as given: never the upazila alone, for some names stand in two districts. */
export function placeOf({ union, upazila, district }: Office): string {
  return [union, upazila, district].filter((part) => part !== undefined).join(', ');
}

/** The office as titles name it. */
export function officeName(office: Office): string {
  return `${office.department}, ${placeOf(office)}`;
}

/** Whether others can reach the address, so that it may be printed and shared. */
export function isPublic(publicUrl: string): boolean {
  return !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(publicUrl).hostname);
}

// A hyphenated word of at most 20 characters; a longer one may break, or it would overflow a phone.
const HYPHENATED = /([\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+)/u;

function runsOf(text: string): { text: string; whole: boolean }[] {
  return text
    .split(HYPHENATED)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, whole: run.length <= 20 && HYPHENATED.test(run) }));
}

/** Where an e-mail address may break: before its @ and, when its domain is too long for a phone, before the dots. */
function addressParts(address: string): string[] {
  const [local = '', domain = ''] = address.split(/(?=@)/);
  return [local, ...(domain.length > 20 ? domain.split(/(?=\.)/) : [domain])];
}

/** A text in runs, those that a hit matched set apart. Whole words: a mark that ends inside one would break its shape. */
function markedRuns(text: string, hit: Hit): { text: string; marked: boolean }[] {
  return text
    .split(/([\p{L}\p{M}\p{N}\u200c\u200d]+)/u)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, marked: hit.isMatch(run) }));
}

/** The filters of the templates: pure functions of what stands before the bar. */
const filters = {
  bengali: toBengaliDigits,
  serial: toSerial,
  date: toBengaliDate,
  spokenGroups: toSpokenGroups,
  tel: toTelUri,
  url: toUrl,
  place: placeOf,
  runs: runsOf,
  addressParts,
  isLatin: (text: string) => !/\p{Script=Bengali}/u.test(text),
  numbers: numbersOf,
  facts: (service: Service, fact: Fact) => factGroups(service, fact),
  summary: (service: Service, fact: Fact) => factSummary(service, fact),
  officersOf,
  letter: caseLetter,
  marked: markedRuns,
  categoryTitle: (service: Service) => categoryTitles[service.category],
};

export interface SiteContext {
  office: Office;
  menu: Link[];
  footerMenu: Link[];
  /** The stylesheets, to be inlined; trusted because they are our own files. */
  styles: Assets['styles'];
  /** Origin of all absolute URLs, without a slash at its end. */
  publicUrl: string;
}

/** Paths whose page has a search form of its own, so that the header needs none. */
const OWN_FORM = ['home', 'search', 'error'];

const viewsFolder = fileURLToPath(new URL('../../views', import.meta.url));

/**
 * Prepares the templates.
 * @returns a function that renders a page to an HTML document; it throws for a fault in a template
 */
export function createRenderer(context: SiteContext): (page: Page) => string {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(viewsFolder), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);

  const { common, inner } = context.styles;
  const safe = (css: string) => new nunjucks.runtime.SafeString(css);
  const styles = { home: [safe(common)], other: [safe(common), safe(inner)] };
  return (page) => {
    const data = structuredData(page, context.office, context.publicUrl);
    return environment.render(`${page.view}.njk`, {
      ...context,
      ...page.props,
      styles: page.view === 'home' ? styles.home : styles.other,
      page,
      title: `${page.heading} — ${officeName(context.office)}`,
      canonical: page.path && context.publicUrl + page.path,
      structuredData: data && new nunjucks.runtime.SafeString(escapeScript(data)),
      share: shareLinks(page.path, context.publicUrl),
      headerSearch: !OWN_FORM.includes(page.view),
    });
  };
}

/** Data for a script block that no text in them can end: < stands as an escape. */
function escapeScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** How a page is passed on: its address to copy, and as a message; nothing where others cannot reach it. */
function shareLinks(path: string | undefined, publicUrl: string) {
  if (path === undefined || !isPublic(publicUrl)) return undefined;
  const address = publicUrl + path;
  return { address, whatsapp: `https://wa.me/?text=${encodeURIComponent(address)}` };
}
