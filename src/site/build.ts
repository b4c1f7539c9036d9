// Charter → site. Knows no Express.

import { createHash } from 'node:crypto';
import type { Charter } from '../charter/charter.ts';
import { readAssets } from './assets.ts';
import { charterJson, charterSchema } from './charter-json.ts';
import { type ErrorStatus, errorPages } from './error-pages.ts';
import { openSearchXml, robotsTxt, securityTxt, sitemapXml } from './feeds.ts';
import { footerMenu, menu, pages } from './pages.ts';
import { createResource, fingerprint, HTML, type Resource } from './resource.ts';
import { servicesCsv } from './services-csv.ts';
import { openSite, type Site } from './site.ts';
import { officerVcard } from './vcard.ts';
import { createRenderer } from './views.ts';

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

  const styleSources = [styles.common, styles.inner].map(
    (css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return openSite({ charter, publicUrl, styles, styleSources, resources, errors, version });
}
