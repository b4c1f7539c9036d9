// What must hold of every page of every office, whatever is on it.

import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { sheetPaths } from '../src/site/site.ts';
import { offices, publicUrl } from './support/site.ts';

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

describe.each(offices)('$name', ({ charter, site, pagePaths }) => {
  const text = (path: string) => site.resources.get(path)?.bodies.identity.bytes.toString() ?? '';
  const documents = [
    ...pagePaths.map((path) => ({ name: path, html: text(path) })),
    ...Object.entries(site.errors).map(([status, resource]) => ({
      name: status,
      html: resource.bodies.identity.bytes.toString(),
    })),
  ];

  test('the site has its pages', () => {
    expect(pagePaths).toEqual([
      '/',
      '/services',
      ...charter.services.map(({ id }) => `/services/${id}`),
      '/vision-mission',
      '/contact',
      '/about',
    ]);
  });

  test.each(documents)('$name is valid HTML', async ({ html }) => {
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  test.each(documents)(
    '$name is in Bengali, with one h1 and no script, style attribute or nonce',
    ({ html }) => {
      expect(html).toMatch(/^<!doctype html>\n<html lang="bn">/);
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
      // JSON-LD is data; the content policy has nothing to run.
      const rest = html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '');
      expect(rest).not.toMatch(/<script|<iframe|\sstyle=|\snonce=|\son[a-z]+=/i);
      expect(html).not.toMatch(/undefined|null|\[object|NaN/);
    },
  );

  test('titles and descriptions are unique', () => {
    const titles = documents.map(({ html }) => html.match(/<title>(.+?)<\/title>/)?.[1]);
    expect(titles).not.toContain(undefined);
    expect(new Set(titles).size).toBe(titles.length);
    const descriptions = documents.map(
      ({ html }) => html.match(/name="description" content="(.+?)"/)?.[1],
    );
    expect(descriptions).not.toContain(undefined);
    expect(new Set(descriptions).size).toBe(descriptions.length);
  });

  test.each(documents)('$name leads nowhere that does not exist', ({ name, html }) => {
    const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link as string);
    const dead = links.filter((link) => {
      if (/^(tel:(?:\+\d{10,15}|\d{3,5})|mailto:[^@\s]+@[^@\s]+)$/.test(link)) return false;
      const url = new URL(link, publicUrl + (name.startsWith('/') ? name : '/'));
      if (url.href.startsWith(`https://wa.me/?text=${encodeURIComponent(publicUrl)}`)) return false;
      if (url.origin !== publicUrl) return !url.hostname.endsWith('.example.gov.bd');
      if (url.pathname === '/search' || sheetPaths.includes(url.pathname)) return false;
      const target = link.startsWith('#') ? html : text(url.pathname);
      if (target === '') return true;
      return url.hash !== '' && !target.includes(` id="${url.hash.slice(1)}"`);
    });
    expect(dead).toEqual([]);
  });

  test.each(documents)('$name has no empty cell, list or heading', ({ html }) => {
    const bare = html
      .replace(/<svg.*?<\/svg>/gs, '')
      .replace(/<span class="(label|hidden)">.*?<\/span>/gs, '');
    expect(bare.match(/<(td|th|li|dd|dt|h[1-6]|p|a|ol|ul|dl)\b[^>]*>\s*<\/\1>/g)).toBeNull();
  });

  test('each page names its own absolute address, from the configuration', () => {
    for (const path of pagePaths) {
      expect(text(path)).toContain(`<link rel="canonical" href="${publicUrl}${path}">`);
      expect(text(path)).toContain(`<meta property="og:url" content="${publicUrl}${path}">`);
    }
  });

  test('the sitemap lists exactly the pages, and robots.txt the sitemap', () => {
    const locations = [...text('/sitemap.xml').matchAll(/<loc>(.+?)<\/loc>/g)].map(
      ([, url]) => url,
    );
    expect(locations).toEqual(pagePaths.map((path) => publicUrl + path));
    expect(text('/robots.txt')).toBe(
      `User-agent: *\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`,
    );
  });
});
