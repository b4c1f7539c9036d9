// Charter → site. Independent of HTTP.

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Charter } from '../charter/charter.ts';
import { mapValues } from '../typed.ts';
import { downloads, openData, vcardPath } from './addresses.ts';
import { errorPages } from './error-pages.ts';
import { createRenderer } from './html/render.ts';
import { readStyles } from './html/styles.ts';
import { charterJson, charterSchema } from './open-data/charter-json.ts';
import { openSearchXml, robotsTxt, securityTxt, sitemapXml } from './open-data/feeds.ts';
import { servicesCsv } from './open-data/services-csv.ts';
import { officerVcard } from './open-data/vcard.ts';
import { pages } from './pages.ts';
import { printSheets } from './print/press.ts';
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
  const { styles, resources } = readStyles();
  const render = createRenderer({ charter, styles, publicUrl });

  const paths: string[] = [];
  for (const page of pages(charter)) {
    if (page.path === undefined) continue;
    paths.push(page.path);
    resources.set(page.path, createResource(HTML, 'page', render(page)));
    await giveWay();
  }
  for (const [path, contentType, content] of files(charter, publicUrl, paths))
    if (content !== undefined)
      resources.set(path, createResource(contentType, 'page', content, openData.includes(path)));
  const version = fingerprint(JSON.stringify(charter), 12);
  resources.set('/healthz', createResource(TEXT, 'never', `ok ${version}\n`));
  const errors = mapValues(errorPages(charter), (page) =>
    createResource(HTML, 'never', render(page)),
  );

  // The index is built for the first search: it takes half as long as rendering the pages.
  let answers: Promise<(query: string) => SearchAnswer> | undefined;
  const search = async (query: string) => {
    answers ??= import('./html/search-page.ts').then(({ createSearchAnswers }) =>
      createSearchAnswers(charter, render),
    );
    return (await answers)(query);
  };

  let press = new AbortController();
  let printing: Promise<void> | undefined;
  const print = async () => {
    const sheets = await printSheets({ charter, publicUrl }, press.signal);
    for (const [path, contentType, content] of sheets)
      resources.set(path, createResource(contentType, 'page', content));
  };
  const startPrinting = () => {
    printing ??= print();
    return printing;
  };
  /** How many requests wait for the sheets. */
  let waiting = 0;
  const addSheets = async () => {
    waiting += 1;
    await startPrinting().finally(() => {
      waiting -= 1;
    });
  };

  const finish = async (signal: AbortSignal) => {
    for (const resource of [...resources.values(), ...Object.values(errors)]) {
      compress(resource);
      await setImmediate(undefined, { signal });
    }
    signal.addEventListener('abort', () => {
      if (waiting > 0) return;
      press.abort(signal.reason);
      // A request that came before the newer site may still ask for the sheets.
      press = new AbortController();
      printing = undefined;
    });
    await startPrinting();
  };

  return {
    charter,
    styleSources: Object.values(styles).map(cspSource),
    resources,
    errors,
    version,
    search,
    addSheets,
    finish,
  };
}

/** The files generated from the charter, other than pages and sheets; those with undefined content are left out. */
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
  if (!resource.isCompressible) return;
  bodyIn('br', resource);
  bodyIn('gzip', resource);
}

function cspSource(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}
