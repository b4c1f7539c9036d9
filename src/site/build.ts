// Charter → site. Independent of HTTP.

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Charter } from '../charter/charter.ts';
import { suggest } from '../data/suggest.ts';
import { mapValues } from '../typed.ts';
import { downloads, formerPaths, type Link, openData, vcardPath } from './addresses.ts';
import { errorPages, missingPage } from './error-pages.ts';
import { createRenderer } from './html/render.ts';
import { readStylesheets } from './html/stylesheets.ts';
import { charterJson, charterSchema } from './open-data/charter-json.ts';
import { openSearchXml, robotsTxt, securityTxt, sitemapXml } from './open-data/feeds.ts';
import { servicesCsv } from './open-data/services-csv.ts';
import { officerVcard } from './open-data/vcard.ts';
import { pages, searchListPage } from './pages.ts';
import { createSheets } from './print/printing.ts';
import { bodyIn, createResource, fingerprint, HTML, type Resource } from './resource.ts';
import type { SearchAnswer, Site } from './site.ts';

const TEXT = 'text/plain; charset=utf-8';

/**
 * Builds the whole site. The same charter and URL give the same bytes.
 * @param publicUrl origin of all absolute URLs, without a trailing slash
 * @param signal aborts the build
 * @throws the signal's reason, or Error for a template that cannot be rendered
 */
export async function buildSite(
  charter: Charter,
  publicUrl: string,
  signal?: AbortSignal,
): Promise<Site> {
  // Requests that arrive during the build are answered between pages.
  const giveWay = () => setImmediate(undefined, { signal });
  const { styles, resources } = readStylesheets();
  const render = createRenderer({ charter, styles, publicUrl });

  const links = new Map<string, Link>();
  for (const page of pages(charter)) {
    if (page.path === undefined) continue;
    links.set(page.path, { path: page.path, label: page.heading });
    resources.set(page.path, createResource(HTML, 'page', render(page)));
    await giveWay();
  }
  const paths = [...links.keys()];
  for (const [path, contentType, content] of files(charter, publicUrl, paths))
    if (content !== undefined)
      resources.set(path, createResource(contentType, 'page', content, openData.includes(path)));
  const version = fingerprint(JSON.stringify(charter), 12);
  resources.set('/healthz', createResource(TEXT, 'never', `ok ${version}\n`));
  const errors = mapValues(errorPages(charter), (page) =>
    createResource(HTML, 'never', render(page)),
  );
  // Many near misses lead to the same page, so the page that suggests it is made once.
  const nearMisses = new Map<string, Resource>();
  const missing = (path: string) => {
    const nearest = links.get(suggest(path, paths) ?? '');
    if (nearest === undefined) return errors[404];
    const page =
      nearMisses.get(nearest.path) ??
      createResource(HTML, 'private', render(missingPage(charter, nearest)));
    nearMisses.set(nearest.path, page);
    return page;
  };

  // The index is built for the first search: it takes half as long as rendering the pages.
  let answers: Promise<(query: string) => SearchAnswer> | undefined;
  const search = async (query: string) => {
    answers ??= import('./html/search-page.ts').then(({ createSearchAnswers }) =>
      createSearchAnswers(charter, render),
    );
    return (await answers)(query);
  };

  const sheets = createSheets(charter, publicUrl);
  const prerender = async (signal: AbortSignal) => {
    for (const resource of [...resources.values(), ...Object.values(errors)]) {
      compress(resource);
      await setImmediate(undefined, { signal });
    }
    await sheets.make(downloads.posterA4, signal);
    signal.throwIfAborted();
  };

  return {
    charter,
    styleSources: Object.values(styles).map(cspSource),
    resources,
    sheets,
    redirects: formerPaths(charter),
    errors,
    missing,
    version,
    search,
    searchList: () => createResource(HTML, 'page', render(searchListPage(charter))),
    prerender,
  };
}

/** Returns the files other than pages and sheets; those with undefined content are left out. */
function files(
  charter: Charter,
  publicUrl: string,
  paths: string[],
): [path: string, contentType: string, content: string | undefined][] {
  const { office, officers } = charter;
  return [
    ['/robots.txt', TEXT, robotsTxt(publicUrl)],
    ['/.well-known/security.txt', TEXT, securityTxt(office, publicUrl)],
    ['/sitemap.xml', 'application/xml; charset=utf-8', sitemapXml(publicUrl, paths)],
    [
      '/opensearch.xml',
      'application/opensearchdescription+xml; charset=utf-8',
      openSearchXml(publicUrl, office),
    ],
    [downloads.json, 'application/json', charterJson(charter, publicUrl)],
    [downloads.jsonSchema, 'application/schema+json', charterSchema()],
    [downloads.csv, 'text/csv; charset=utf-8; header=present', servicesCsv(charter, publicUrl)],
    ...officers.map((officer): [string, string, string] => [
      vcardPath(officer),
      'text/vcard; charset=utf-8',
      officerVcard(officer, office, publicUrl),
    ]),
  ];
}

function compress(resource: Resource): void {
  for (const encoding of resource.encodings) bodyIn(encoding, resource);
}

/** Returns the CSP source of an inlined stylesheet, its hash (CSP 3 §2.3.1). */
export function cspSource(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}
