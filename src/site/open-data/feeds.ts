// Files for crawlers and browsers: robots.txt, security.txt, sitemap.xml and opensearch.xml.

import { type Office, officeName } from '../../charter/office.ts';
import { searchPath } from '../addresses.ts';

/** Returns a robots.txt that allows everything (RFC 9309) and names the sitemap. */
export function robotsTxt(publicUrl: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`;
}

/** Returns security.txt, the contact for vulnerabilities (RFC 9116); undefined if the data have none. */
export function securityTxt({ security }: Office, publicUrl: string): string | undefined {
  return (
    security &&
    [
      `Contact: mailto:${security.contact}`,
      // The day named is the last one, in Bangladesh; data/advice.ts reads it so too.
      `Expires: ${security.expires}T23:59:59+06:00`,
      'Preferred-Languages: bn, en',
      `Canonical: ${publicUrl}/.well-known/security.txt\n`,
    ].join('\n')
  );
}

/**
 * Returns a sitemap (sitemaps.org 0.9) of the given paths.
 * @param paths begin with a slash and contain only unreserved characters, as page paths do
 */
export function sitemapXml(publicUrl: string, paths: readonly string[]): string {
  const urls = paths.map((path) => `<url><loc>${publicUrl}${path}</loc></url>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
}

/** Describes the site's search (OpenSearch 1.1), so that browsers offer it. ShortName is limited to 16 characters. */
export function openSearchXml(publicUrl: string, office: Office): string {
  const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>সিটিজেন চার্টার</ShortName>
<Description>${escapeXml(officeName(office))}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${publicUrl}/favicon.svg</Image>
<Url type="text/html" template="${publicUrl}${searchPath('{searchTerms}')}"/>
</OpenSearchDescription>
`;
}
