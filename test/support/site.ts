// The real app on the frozen data of this office, and on made-up offices that use the rest of the format.

import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import request from 'supertest';
import type { Charter } from '../../src/charter/charter.ts';
import { formatFindings } from '../../src/data/finding.ts';
import { loadCharter } from '../../src/data/load.ts';
import { createHttpServer } from '../../src/http/connections.ts';
import { createHandler } from '../../src/http/handler.ts';
import { buildSite } from '../../src/site/build.ts';
import type { Resource } from '../../src/site/resource.ts';
import type { Site } from '../../src/site/site.ts';
import { dataFolder } from './data.ts';

export const publicUrl = 'https://charter.example';
export const silent = pino({ level: 'silent' });

/** Returns an office's charter from a data folder; throws with the messages of the staff when it is not sound. */
export function load(folder: string): Charter {
  const loaded = loadCharter(folder);
  if ('problems' in loaded) throw new Error(formatFindings(loaded.problems));
  return loaded.charter;
}

export interface TestOffice {
  name: string;
  charter: Charter;
  site: Site;
  /** The addresses of all HTML pages. */
  pagePaths: string[];
}

/** Returns an office's site from a data folder; throws as `load` does. */
export async function openOffice(name: string, folder: string): Promise<TestOffice> {
  const charter = load(folder);
  const site = await buildSite(charter, publicUrl);
  const isPage = ([, { contentType }]: [string, Resource]) => contentType.startsWith('text/html');
  return {
    name,
    charter,
    site,
    pagePaths: [...site.resources].filter(isPage).map(([path]) => path),
  };
}

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

export const real = await openOffice('the real office', dataFolder);
export const unionCouncil = await openOffice('a union council', fixture('union-council'));
export const headOffice = await openOffice('a head office', fixture('head-office'));
export const municipality = await openOffice('a municipality', fixture('municipality'));
export const feeCharts = await openOffice('an office with charts of fees', fixture('fee-charts'));
export const complaintsOnly = await openOffice('complaints alone', fixture('complaints-only'));
export const minimal = await openOffice('the least charter', fixture('minimal'));
export const offices = [
  real,
  unionCouncil,
  headOffice,
  municipality,
  feeCharts,
  complaintsOnly,
  minimal,
];

export const { charter, site, pagePaths } = real;
export const app = createHandler(site, { https: true, logger: silent }).handle;

/** Asks for a sheet as a browser does: again, when a busy machine has not made it in time. */
export async function whenMade(app: RequestListener, path: string): Promise<request.Response> {
  for (;;) {
    const answer = await request(app).get(path).responseType('blob');
    if (answer.status !== 503) return answer;
  }
}

/** A server that listens; `await using` closes it. */
export type TestServer = AsyncDisposable & { url: string; port: number };

/** Starts a server of a site, with its limits. */
export async function serve(of: Site, https = true): Promise<TestServer> {
  const handler = createHandler(of, { https, logger: silent });
  const server = createHttpServer(() => handler, 5000);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Starts an office's server. Pages are plain http here, so nothing is upgraded to https. */
export async function serveCharter(of: Charter = charter): Promise<TestServer> {
  return serve(await buildSite(of, 'http://charter.example'), false);
}

/**
 * Returns the pages for a browser: of the services one for each set of facts, for the others differ in nothing that it
 * could show; and of the first office also what says nearly the same in all of them: of vision and mission, about the
 * charter, of searches and errors.
 */
export function browserPaths(office: TestOffice): string[] {
  const shapes = new Map(
    office.charter.services.map((service) => [
      Object.keys(service).join(),
      `/services/${service.id}`,
    ]),
  );
  const chosen = new Set(shapes.values());
  const isAlike = (path: string) => ['/vision-mission', '/about'].includes(path);
  const isChosen = (path: string) =>
    path.startsWith('/services/') ? chosen.has(path) : office === real || !isAlike(path);
  const answers = ['/search', '/search?q=free', '/search?q=passport', '/no-such-page'];
  return [...office.pagePaths.filter(isChosen), ...(office === real ? answers : [])];
}
