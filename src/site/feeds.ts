// The files for machines that are not open data: robots.txt and sitemap.xml.

/** All may be read (RFC 9309), and here is the list. */
export function robotsTxt(publicUrl: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`;
}

/**
 * A sitemap (sitemaps.org 0.9) of the given paths.
 * @param paths begin with a slash and hold only unreserved characters, as page paths do
 */
export function sitemapXml(publicUrl: string, paths: readonly string[]): string {
  const urls = paths.map((path) => `<url><loc>${publicUrl}${path}</loc></url>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}</urlset>\n`;
}
