// Charter → everything the server sends, in memory. Knows no Express.

import { createHash } from 'node:crypto';
import type { Charter } from '../charter/schema.ts';
import { createSearch } from '../charter/search.ts';
import { readAssets } from './assets.ts';
import { type ErrorStatus, errorPages } from './error-pages.ts';
import { openSearchXml, robotsTxt, sitemapXml } from './feeds.ts';
import { charterJson, charterSchema, servicesCsv } from './open-data.ts';
import { footerMenu, menu, pages } from './pages.ts';
import { printSheets } from './press.ts';
import { createResource, type Resource } from './resource.ts';
import { isTooLong, searchPage } from './search-page.ts';
import { officerVcard } from './vcard.ts';
import { createRenderer } from './views.ts';

export interface Site {
  /** Everything with an address, by path, but for the sheets at first. */
  resources: Map<string, Resource>;
  /** The paths of the sheets: the posters and the picture of shared links. */
  sheetPaths: string[];
  /**
   * Adds the sheets to the resources; to be called when the site is being served, for no page waits for them.
   * @throws Error when they cannot be made; the next call tries again
   */
  addSheets(): Promise<void>;
  errors: Record<ErrorStatus, Resource>;
  /** The page of results for a query, and its status: 400 for a query too long to answer. */
  search(query: string): { resource: Resource; status: 200 | 400 };
  /** CSP source of the inlined stylesheet: 'sha256-…' (CSP 3 §2.3.1). */
  styleSource: string;
}

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json';
const TEXT = 'text/plain; charset=utf-8';

/**
 * Builds the whole site. The same charter and URL give the same bytes.
 * @param publicUrl origin of all absolute URLs, without a slash at its end
 */
export function buildSite(charter: Charter, publicUrl: string): Site {
  const { css, resources } = readAssets();
  const render = createRenderer({ office: charter.office, menu, footerMenu, css, publicUrl });

  const paths: string[] = [];
  for (const page of pages(charter)) {
    if (page.path === undefined) continue;
    paths.push(page.path);
    resources.set(page.path, createResource(HTML, 'page', render(page)));
  }
  resources.set('/robots.txt', createResource(TEXT, 'page', robotsTxt(publicUrl)));
  resources.set(
    '/sitemap.xml',
    createResource('application/xml; charset=utf-8', 'page', sitemapXml(publicUrl, paths)),
  );
  resources.set(
    '/opensearch.xml',
    createResource(
      'application/opensearchdescription+xml; charset=utf-8',
      'page',
      openSearchXml(publicUrl, charter.office),
    ),
  );
  resources.set(
    '/charter.json',
    createResource(JSON_TYPE, 'page', charterJson(charter, publicUrl)),
  );
  resources.set(
    '/charter.schema.json',
    createResource('application/schema+json', 'page', charterSchema()),
  );
  resources.set(
    '/services.csv',
    createResource(
      'text/csv; charset=utf-8; header=present',
      'page',
      servicesCsv(charter, publicUrl),
    ),
  );
  for (const officer of charter.officers) {
    resources.set(
      `/contact/${officer.id}.vcf`,
      createResource('text/vcard; charset=utf-8', 'page', officerVcard(officer, publicUrl)),
    );
  }
  resources.set('/healthz', createResource(TEXT, 'never', 'ok\n'));

  const errors = Object.fromEntries(
    Object.entries(errorPages(charter)).map(([status, page]) => [
      status,
      createResource(HTML, 'never', render(page)),
    ]),
  ) as Record<ErrorStatus, Resource>;

  const find = createSearch(charter);
  const search = (query: string) => ({
    resource: createResource(HTML, 'private', render(searchPage(charter, query, find))),
    status: isTooLong(query.trim()) ? (400 as const) : (200 as const),
  });

  const printed = async () => {
    const { posterA4, posterA3, shareImage } = await printSheets({ charter, publicUrl });
    resources.set('/charter.pdf', createResource('application/pdf', 'page', posterA4));
    resources.set('/charter-a3.pdf', createResource('application/pdf', 'page', posterA3));
    resources.set('/share.png', createResource('image/png', 'page', shareImage));
  };
  let printing: Promise<void> | undefined;
  const addSheets = () => {
    printing ??= printed().catch((error) => {
      printing = undefined;
      throw error;
    });
    return printing;
  };

  const styleHash = createHash('sha256').update(css).digest('base64');
  return {
    resources,
    sheetPaths: ['/charter.pdf', '/charter-a3.pdf', '/share.png'],
    addSheets,
    errors,
    search,
    styleSource: `'sha256-${styleHash}'`,
  };
}
