// Checks of the pages of any sound charter, whatever it says: no check knows a text, a number or the list of pages.

import { domainToUnicode } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { expect } from 'vitest';
import type { Charter } from '../../src/charter/charter.ts';
import { numberKeys } from '../../src/charter/officer.ts';
import { sectionsOf } from '../../src/charter/sections.ts';
import { isNotApplicable } from '../../src/charter/values.ts';
import { publicUrl, type TestOffice } from './site.ts';

/** A title, and a check that throws where an office's site does not pass it. */
export type Check = [title: string, check: (office: TestOffice) => void | Promise<void>];

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // The table and the lists restate their roles, because changing their display drops them in some browsers.
    'no-redundant-role': 'off',
    // Bengali titles carry the office's whole name; the limit is meant for Latin search results.
    'long-title': 'off',
    // Telephone numbers hold no spaces here.
    'tel-non-breaking': 'off',
    // One stylesheet inlined and allowed by its hash is the design.
    'no-style-tag': 'off',
  },
});

/** Pages found valid so far, without their words, which validity does not depend on: validating takes most of a check's time. */
const valid = new Set<string>();

/** Returns the text of a resource; empty where there is none. */
export const textOf = ({ site }: Pick<TestOffice, 'site'>, path: string): string =>
  site.resources.get(path)?.bodies.identity.bytes.toString() ?? '';

/** Returns all pages, those of errors by their status. */
function documentsOf(office: TestOffice): { name: string; html: string }[] {
  return [
    ...office.pagePaths.map((path) => ({ name: path, html: textOf(office, path) })),
    ...Object.entries(office.site.errors).map(([status, resource]) => ({
      name: status,
      html: resource.bodies.identity.bytes.toString(),
    })),
  ];
}

/** Returns a check of every page by itself. */
function onEachPage(
  title: string,
  check: (page: { name: string; html: string }, office: TestOffice) => Promise<void> | void,
): Check {
  return [
    title,
    async (office) => {
      for (const page of documentsOf(office)) await check(page, office);
    },
  ];
}

/** Returns a fragment without what parts its words for layout, and with its signs as they are read. */
const unescaped = (html: string) =>
  html
    .replace(/<\/?(span|wbr)\b[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|#96|#92);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll('&amp;', '&');
const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&#92;': '\\',
};

/** Returns every text of a value that a page should show. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return isNotApplicable(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    // For machines; numbers are tested by themselves; dates are shown in words.
    /^(id|key|formerIds|former_ids|category|file|room|number|published|reviewed|days|opens|closes|serials)$/.test(
      key,
    ) || numberKeys.some((one) => one === key)
      ? []
      : textsIn(item),
  );
}

/** Returns the texts of the charter that a citizen should find: all but those for machines, and headings of empty columns. */
function textsOf(charter: Charter): string[] {
  const { synonyms: _, headings: __, sections: ___, ...rest } = charter;
  const { security: ____, ...office } = rest.office;
  const headings = sectionsOf(charter).flatMap((section) =>
    section.kind === 'services' ? section.columns.map(({ heading }) => heading) : [],
  );
  const titles = sectionsOf(charter).map(({ title }) => title);
  return [...textsIn({ ...rest, office }), ...headings, ...titles];
}

/** Returns the targets of a page's links that are on the same site. */
const linksOf = (html: string) =>
  [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => unescaped(link as string));

export const pageChecks: Check[] = [
  [
    'every service has a page, and every page is reached from the home page',
    (office) => {
      const reached = new Set(['/']);
      for (const path of reached) {
        for (const link of linksOf(textOf(office, path))) {
          const url = new URL(link, publicUrl + path);
          if (url.origin === publicUrl && office.pagePaths.includes(url.pathname))
            reached.add(url.pathname);
        }
      }
      expect([...reached].sort()).toEqual([...office.pagePaths].sort());
      for (const { id } of office.charter.services) expect(reached).toContain(`/services/${id}`);
    },
  ],
  onEachPage('every page is valid HTML', async ({ name, html }) => {
    const skeleton = html.replace(/[\p{Script=Bengali}\s]+/gu, ' ');
    if (valid.has(skeleton)) return;
    const { results } = await validator.validateString(html);
    expect(
      results.flatMap(({ messages }) => messages),
      name,
    ).toEqual([]);
    valid.add(skeleton);
  }),
  onEachPage(
    'every page is in Bengali, with one h1 and no script, style attribute or nonce',
    ({ name, html }, { charter }) => {
      expect(html, name).toMatch(/^<!doctype html>\n<html lang="bn">/);
      expect(html.match(/<h1[\s>]/g), name).toHaveLength(1);
      // JSON-LD is data; the content policy has nothing to run.
      const rest = html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '');
      expect(rest, name).not.toMatch(/<script|<iframe|\sstyle=|\snonce=|\son[a-z]+=/i);
      const data = JSON.stringify(charter);
      const slips = html.match(/\b(undefined|null|NaN)\b|\[object/g) ?? [];
      expect(
        slips.filter((word) => !data.includes(word)),
        name,
      ).toEqual([]);
    },
  ),
  [
    'titles and descriptions are unique, but for services of one name',
    (office) => {
      const names = office.charter.services.map(({ name }) => name);
      const twins = office.charter.services
        .filter(({ name }) => names.indexOf(name) !== names.lastIndexOf(name))
        .map(({ id }) => `/services/${id}`);
      const pages = documentsOf(office).filter(({ name }) => !twins.includes(name));
      for (const pattern of [/<title>(.+?)<\/title>/, /name="description" content="(.+?)"/]) {
        const found = pages.map(({ html }) => pattern.exec(html)?.[1]);
        expect(found).not.toContain(undefined);
        expect(new Set(found).size).toBe(found.length);
      }
    },
  ],
  onEachPage('no link leads to what does not exist', ({ name, html }, office) => {
    const data = JSON.stringify(office.charter).toLowerCase();
    const dead = linksOf(html).filter((link) => {
      if (/^(tel:(?:\+\d{7,15}(?:;ext=\d{1,7})?|\d{3,5})|mailto:[^@\s]+@[^@\s]+)$/.test(link))
        return false;
      const url = new URL(link, publicUrl + (name.startsWith('/') ? name : '/'));
      if (url.href.startsWith(`https://wa.me/?text=${encodeURIComponent(publicUrl)}`)) return false;
      // Elsewhere only the data lead.
      if (url.origin !== publicUrl) return !data.includes(domainToUnicode(url.hostname));
      if (url.pathname === '/search' || office.site.sheets.paths.has(url.pathname)) return false;
      const target = link.startsWith('#') ? html : textOf(office, url.pathname);
      if (target === '') return true;
      return url.hash !== '' && !target.includes(` id="${url.hash.slice(1)}"`);
    });
    expect(dead, name).toEqual([]);
  }),
  onEachPage('no page has an empty cell, list or heading', ({ name, html }) => {
    // Between a service and its cases, what only one of the two says is blank in the other.
    const bare = html
      .replace(/<td [^>]*\bblank"><\/td>/g, '')
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<span class="(label|hidden)">.*?<\/span>/gs, '');
    expect(bare.match(/<(td|th|li|dd|dt|h[1-6]|p|a|ol|ul|dl)\b[^>]*>\s*<\/\1>/g), name).toBeNull();
  }),
  [
    'each page names its own absolute address, from the configuration',
    (office) => {
      for (const path of office.pagePaths) {
        const html = textOf(office, path);
        expect(html).toContain(`<link rel="canonical" href="${publicUrl}${path}">`);
        expect(html).toContain(`<meta property="og:url" content="${publicUrl}${path}">`);
      }
    },
  ],
  [
    'the sitemap lists exactly the pages, and robots.txt the sitemap',
    (office) => {
      const sitemap = textOf(office, '/sitemap.xml').matchAll(/<loc>(.+?)<\/loc>/g);
      expect([...sitemap].map(([, url]) => url)).toEqual(
        office.pagePaths.map((path) => publicUrl + path),
      );
      expect(textOf(office, '/robots.txt')).toBe(
        `User-agent: *\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`,
      );
    },
  ],
  [
    'every text of the data is on a page',
    (office) => {
      const pages = unescaped(office.pagePaths.map((path) => textOf(office, path)).join('\n'));
      const missing = textsOf(office.charter).filter(
        (text) => !pages.includes(text) && !pages.includes(text.replaceAll('\n', '<br>')),
      );
      expect(missing).toEqual([]);
    },
  ],
];
