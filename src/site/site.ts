// Charter → everything the server sends, in memory. Knows no Express.

import { createHash } from 'node:crypto';
import type { Charter } from '../charter/schema.ts';
import { readAssets } from './assets.ts';
import { robotsTxt, sitemapXml } from './feeds.ts';
import { type ErrorStatus, errorPages, footerMenu, menu, pages } from './pages.ts';
import { createResource, type Resource } from './resource.ts';
import { createRenderer } from './views.ts';

export interface Site {
  /** Everything with an address, by path. */
  resources: Map<string, Resource>;
  errors: Record<ErrorStatus, Resource>;
  /** CSP source of the inlined stylesheet: 'sha256-…' (CSP 3 §2.3.1). */
  styleSource: string;
}

const HTML = 'text/html; charset=utf-8';
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
  resources.set('/healthz', createResource(TEXT, 'never', 'ok\n'));

  const errors = Object.fromEntries(
    Object.entries(errorPages(charter)).map(([status, page]) => [
      status,
      createResource(HTML, 'never', render(page)),
    ]),
  ) as Record<ErrorStatus, Resource>;

  const styleHash = createHash('sha256').update(css).digest('base64');
  return { resources, errors, styleSource: `'sha256-${styleHash}'` };
}
