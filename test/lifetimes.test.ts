// The cache lifetimes of each kind of response: a table of kinds, and the lifetimes in one place.

import { expect, test } from 'vitest';
import { sheetResource } from '../src/site/print/printing.ts';
import type { Site } from '../src/site/site.ts';
import { charterOf } from './support/data.ts';
import { offices, serve, serveCharter, site } from './support/site.ts';
import { ask, exchange, headOf } from './support/wire.ts';

const lifetimes = {
  /** Pages, data and pictures: a change is seen within five minutes. */
  page: 'public, max-age=240, stale-if-error=604800',
  /** Sheets and the workbook: an old one must not hide that the new one could not be made. */
  sheet: 'public, max-age=240',
  /** Paths that include a hash. */
  ever: 'public, max-age=31536000, immutable',
  /** Responses that reveal a reader: their search, or a mistyped address. */
  private: 'private, no-store',
  /** Errors, redirects, the server's health: what may be otherwise at the next request. */
  never: 'no-store',
};
type Lifetime = keyof typeof lifetimes;

/** Expects a tag for revalidation on a response that may be stored, and none on others. */
function expectLifetime(headers: Record<string, string>, lifetime: Lifetime, what: string): void {
  const isKept = !lifetimes[lifetime].includes('no-store');
  expect([headers['cache-control'], headers.etag !== undefined], what).toEqual([
    lifetimes[lifetime],
    isKept,
  ]);
}

const paths: [RegExp, Lifetime][] = [
  [/^\/(services(\/[\w-]+)?|about|contact|vision-mission)?$/, 'page'],
  [/^\/(charter\.json|charter\.schema\.json|services\.csv|contact\/[\w-]+\.vcf)$/, 'page'],
  [/^\/(robots\.txt|sitemap\.xml|opensearch\.xml|\.well-known\/security\.txt)$/, 'page'],
  [/^\/(favicon\.svg|fonts\/LICENSE\.txt)$/, 'page'],
  [/^\/fonts\/[\w-]+\.[\w-]{8}\.woff2$/, 'ever'],
  [/^\/((charter|charter-a3|labels|services\/[\w-]+)\.pdf|share\.png|services\.xlsx)$/, 'sheet'],
  [/^\/healthz$/, 'never'],
];

test.each(offices)('$name: each published path has one lifetime', async ({ site }) => {
  const get = (path: string) => {
    const type = path.endsWith('.png') ? 'image/png' : 'application/pdf';
    return site.sheets.paths.has(path)
      ? sheetResource([path, type, Buffer.from('x')])[1]
      : undefined;
  };
  await using server = await serve({ ...site, sheets: { ...site.sheets, get } });
  for (const path of [...site.resources.keys(), ...site.sheets.paths]) {
    const kinds = paths.filter(([pattern]) => pattern.test(path));
    expect(kinds, path).toHaveLength(1);
    const { status, headers } = headOf(await exchange(server.port, ask(`HEAD ${path}`)));
    expect(status, path).toBe(200);
    expectLifetime(headers, kinds[0]?.[1] as Lifetime, path);
  }
});

const tagOf = (path: string) => site.resources.get(path)?.bodies.identity.etag;
const [font = ''] = [...site.resources.keys()].filter((path) => path.endsWith('.woff2'));
const failing: Partial<Site> = { search: () => Promise.reject(new Error('of the test')) };
/** Sheets that are not made in time. */
const slow: Partial<Site> = {
  sheets: { ...site.sheets, get: () => undefined, make: async () => {} },
};

test.each<[string, string, number, Lifetime, Partial<Site>?]>([
  [
    'a page that the reader has',
    ask('GET /services', `If-None-Match: ${tagOf('/services')}`),
    304,
    'page',
  ],
  ['a font that the reader has', ask(`GET ${font}`, 'If-None-Match: *'), 304, 'ever'],
  ['a page by its encoded path', ask('GET /s%65rvices'), 200, 'page'],
  ['a page with a query', ask('GET /services?a=1'), 200, 'page'],
  ['a page for a wrong version', ask('GET /services', 'If-Match: "other"'), 412, 'never'],
  ['results', ask('GET /search?q=form'), 200, 'private'],
  [
    'results that the reader would have',
    ask('GET /search?q=form', 'If-None-Match: *'),
    200,
    'private',
  ],
  ['no results', ask('GET /search?q=qqqqqq'), 200, 'private'],
  ['the empty search', ask('GET /search'), 200, 'private'],
  ['the search by another spelling', ask('GET /search/?q=form'), 200, 'private'],
  ['a query too long', ask(`GET /search?q=${'a'.repeat(2000)}`), 400, 'private'],
  ['a search that fails', ask('GET /search?q=form'), 500, 'never', failing],
  ['a tail', ask('GET /services/'), 301, 'never'],
  ['the tail of a sheet', ask('GET /charter.pdf.'), 301, 'never'],
  ['a missing page', ask('GET /qqqqqqqqqqqqqqqq'), 404, 'never'],
  ['a missing page that is like another', ask('GET /servicess'), 404, 'private'],
  ['a sheet that takes long', ask('GET /charter.pdf'), 503, 'never', slow],
  ['a malformed path', ask('GET /%'), 400, 'never'],
  ['two hosts', ask('GET /', 'Host: b'), 400, 'never'],
  ['a body', ask('GET /', 'Content-Length: 1'), 413, 'never'],
  ['a long path', ask(`GET /${'a'.repeat(10_000)}`), 414, 'never'],
  ['long headers', ask('GET /', `X: ${'a'.repeat(20_000)}`), 431, 'never'],
  ['a tunnel', ask('CONNECT a:80'), 405, 'never'],
  ['an unknown method', ask('BREW /'), 400, 'never'],
  ['a change', ask('POST /services'), 405, 'never'],
])('$0: $2, $3', async (_name, request, status, lifetime, faults = {}) => {
  await using server = await serve({ ...site, ...faults });
  const answer = headOf(await exchange(server.port, request));
  expect(answer.status).toBe(status);
  expectLifetime(answer.headers, lifetime, request);
});

test('former paths lead on anew each time, for an id may come back', async () => {
  const charter = charterOf({
    'officers.yaml': 'chief: {post: প্রধান, email: a@example.gov.bd, former_ids: [head]}\n',
    'services.yaml':
      'citizen:\n  - {id: form, name: ফরম, officer: chief, former_ids: [old-form]}\n',
  });
  await using server = await serveCharter(charter);
  for (const [from, to] of [
    ['/services/old-form', '/services/form'],
    ['/services/old-form.pdf', '/services/form.pdf'],
    ['/contact/head.vcf', '/contact/chief.vcf'],
  ]) {
    const { status, headers } = headOf(await exchange(server.port, ask(`GET ${from}`)));
    expect([status, headers.location]).toEqual([301, to]);
    expectLifetime(headers, 'never', from as string);
  }
});

test('nothing says how long an answer about methods may be kept, for caches keep none (RFC 9110 §9.3.7)', async () => {
  await using server = await serve(site);
  const { status, headers } = headOf(await exchange(server.port, ask('OPTIONS /services')));
  expect([status, headers['cache-control']]).toEqual([204, undefined]);
});
