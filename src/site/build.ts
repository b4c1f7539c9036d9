// Charter → everything the server sends, in memory. Knows no Express.

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Charter } from '../charter/schema.ts';
import type { Hit } from '../charter/search.ts';
import { readAssets } from './assets.ts';
import { charterJson, charterSchema } from './charter-json.ts';
import { type ErrorStatus, errorPages } from './error-pages.ts';
import { openSearchXml, robotsTxt, securityTxt, sitemapXml } from './feeds.ts';
import { footerMenu, menu, pages } from './pages.ts';
import { printSheets } from './press.ts';
import { createResource, fingerprint, type Resource } from './resource.ts';
import { isTooLong, searchPage } from './search-page.ts';
import { servicesCsv } from './services-csv.ts';
import { officerVcard } from './vcard.ts';
import { createRenderer } from './views.ts';

export interface Site {
  /** Everything with an address, by path, but for the sheets at first. */
  resources: Map<string, Resource>;
  /** The paths of the sheets: the posters and the picture of shared links. */
  sheetPaths: string[];
  /**
   * Adds the sheets to the resources; to be called when the site is being served, for no page waits for them.
   * Done once, however often it is called: what failed would fail again, and each try takes a process.
   * @throws Error when they cannot be made
   */
  addSheets(): Promise<void>;
  /** All that would otherwise be done at the first request for it: compressing, and the sheets. Throws as addSheets. */
  finish(): Promise<void>;
  errors: Record<ErrorStatus, Resource>;
  /** The page of results for a query, and its status: 400 for a query too long to answer. */
  search(query: string): Promise<{ resource: Resource; status: 200 | 400 }>;
  /** CSP sources of the inlined stylesheets: 'sha256-…' (CSP 3 §2.3.1). */
  styleSources: string[];
  /** A fingerprint of the data. */
  version: string;
}

const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';

/**
 * Builds the whole site. The same charter and URL give the same bytes.
 * @param publicUrl origin of all absolute URLs, without a slash at its end
 */
export function buildSite(charter: Charter, publicUrl: string): Site {
  const { styles, resources } = readAssets();
  const render = createRenderer({ office: charter.office, menu, footerMenu, styles, publicUrl });

  const paths: string[] = [];
  for (const page of pages(charter)) {
    if (page.path === undefined) continue;
    paths.push(page.path);
    resources.set(page.path, createResource(HTML, 'page', render(page)));
  }
  const files: [path: string, contentType: string, content: string | undefined][] = [
    ['/robots.txt', TEXT, robotsTxt(publicUrl)],
    ['/.well-known/security.txt', TEXT, securityTxt(charter.office, publicUrl)],
    ['/sitemap.xml', 'application/xml; charset=utf-8', sitemapXml(publicUrl, paths)],
    [
      '/opensearch.xml',
      'application/opensearchdescription+xml; charset=utf-8',
      openSearchXml(publicUrl, charter.office),
    ],
    ['/charter.json', 'application/json', charterJson(charter, publicUrl)],
    ['/charter.schema.json', 'application/schema+json', charterSchema()],
    ['/services.csv', 'text/csv; charset=utf-8; header=present', servicesCsv(charter, publicUrl)],
  ];
  for (const officer of charter.officers) {
    const vcard = officerVcard(officer, publicUrl);
    files.push([`/contact/${officer.id}.vcf`, 'text/vcard; charset=utf-8', vcard]);
  }
  for (const [path, contentType, content] of files)
    if (content !== undefined) resources.set(path, createResource(contentType, 'page', content));
  // Of the data, for whoever wants to know which edit is online.
  const version = fingerprint(JSON.stringify(charter), 12);
  resources.set('/healthz', createResource(TEXT, 'never', `ok ${version}\n`));

  const errors = Object.fromEntries(
    Object.entries(errorPages(charter)).map(([status, page]) => [
      status,
      createResource(HTML, 'never', render(page)),
    ]),
  ) as Record<ErrorStatus, Resource>;

  // The index is made at the first search: many citizens only read.
  let index: Promise<(query: string) => Hit[]> | undefined;
  const search = async (query: string) => {
    index ??= import('../charter/search.ts').then(({ createSearch }) => createSearch(charter));
    return {
      resource: createResource(HTML, 'private', render(searchPage(charter, query, await index))),
      status: isTooLong(query.trim()) ? (400 as const) : (200 as const),
    };
  };

  const print = async () => {
    const { posterA4, posterA3, shareImage } = await printSheets({ charter, publicUrl });
    resources.set('/charter.pdf', createResource('application/pdf', 'page', posterA4));
    resources.set('/charter-a3.pdf', createResource('application/pdf', 'page', posterA3));
    resources.set('/share.png', createResource('image/png', 'page', shareImage));
  };
  let printing: Promise<void> | undefined;
  const addSheets = () => {
    printing ??= print();
    return printing;
  };
  const finish = async () => {
    for (const { bodies } of [...resources.values(), ...Object.values(errors)]) {
      void bodies.br;
      void bodies.gzip;
      // One at a time, so that requests get their turn.
      await setImmediate();
    }
    await addSheets();
  };

  const styleSources = [styles.common, styles.inner].map(
    (css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return { resources, sheetPaths, addSheets, finish, errors, search, styleSources, version };
}

const sheetPaths = ['/charter.pdf', '/charter-a3.pdf', '/share.png'];
