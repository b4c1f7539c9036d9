// Pages as HTML: the only place where the two meet. What a template may use is typed here.

import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { toBengaliDate } from '../bangla/date.ts';
import { toBengaliDigits, toSerial } from '../bangla/digits.ts';
import { toE164, toSpokenGroups } from '../bangla/phone.ts';
import {
  type Correction,
  type Headings,
  type Office,
  type Officer,
  type Service,
  toUrl,
} from '../charter/schema.ts';

export interface OfficerEntry {
  officer: Officer;
  /** The officer's part in the services, in Bengali; undefined when no service names the officer. */
  role: string | undefined;
}

/** Each template of views/ and the props it is given. */
export interface Views {
  home: {
    services: Service[];
    fee: string;
    officer: Officer | undefined;
    officers: OfficerEntry[];
    vision: string;
  };
  services: { services: Service[]; headings: string[] };
  service: {
    service: Service;
    headings: Headings;
    previous: Service | undefined;
    next: Service | undefined;
  };
  'vision-mission': { vision: string; mission: string };
  contact: { officers: OfficerEntry[] };
  about: { corrections: Correction[] };
  error: { status: number; message: string; officer: Officer | undefined };
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

/** "কচুয়া, বাগেরহাট": always both, for there is a Kachua in two districts. */
export function placeOf(office: Office): string {
  return `${office.upazila}, ${office.district}`;
}

// A hyphenated word of at most 20 characters; a longer one may break, or it would overflow a phone.
const HYPHENATED = /([\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+)/u;

function runsOf(text: string): { text: string; whole: boolean }[] {
  return text
    .split(HYPHENATED)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, whole: run.length <= 20 && HYPHENATED.test(run) }));
}

export interface SiteContext {
  office: Office;
  menu: Link[];
  footerMenu: Link[];
  /** The stylesheet, to be inlined; trusted because it is our own file. */
  css: string;
  /** Origin of all absolute URLs, without a slash at its end. */
  publicUrl: string;
}

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
  const filters: Record<string, (value: never) => unknown> = {
    bengali: toBengaliDigits,
    serial: toSerial,
    date: toBengaliDate,
    spokenGroups: toSpokenGroups,
    tel: (number: string) => `tel:${toE164(number)}`,
    url: toUrl,
    place: placeOf,
    runs: runsOf,
    isLatin: (text: string) => !/\p{Script=Bengali}/u.test(text),
  };
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);

  const css = new nunjucks.runtime.SafeString(context.css);
  const name = `${context.office.department}, ${placeOf(context.office)}`;
  return (page) =>
    environment.render(`${page.view}.njk`, {
      ...context,
      css,
      ...page,
      title: `${page.heading} — ${name}`,
      canonical: page.path && context.publicUrl + page.path,
      ...page.props,
    });
}
