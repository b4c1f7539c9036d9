// The site as files, for web space without a program, or for no web at all.

import { search } from './addresses.ts';
import { bodyIn, createResource, type Encoding, HTML, type Resource } from './resource.ts';
import type { Site } from './site.ts';

/** The endings by which web servers recognise precompressed copies of a file. */
const twins: [Encoding, string][] = [
  ['gzip', '.gz'],
  ['br', '.br'],
];

/**
 * Returns everything that the server would send, byte for byte, with compressed copies. A page is the index.html of a
 * folder, so that any web server shows it under its address. A list of all services replaces the search.
 * @param sheets all of them, by path
 * @param relative makes links relative, so that the files can be opened from any folder
 * @returns the content of each file, by its path within the folder
 */
export function siteFiles(
  site: Site,
  sheets: ReadonlyMap<string, Resource>,
  relative: boolean,
): Map<string, Buffer> {
  const published = new Map([...site.resources, ...sheets]);
  const resources: [string, Resource][] = [
    ...published,
    // Files cannot redirect, so a page has a copy under each former address.
    ...[...site.redirects].flatMap(([former, path]): [string, Resource][] => {
      const resource = published.get(path);
      return resource ? [[former, resource]] : [];
    }),
    [search.path, site.searchList()],
    // Servers show it under addresses of any depth, for which no relative link is right.
    ...(relative ? [] : [['/404.html', site.errors[404]] satisfies [string, Resource]]),
  ];
  const names = new Map(
    resources.map(([path, { contentType }]) => [path, nameOf(path, contentType)]),
  );
  const files = new Map<string, Buffer>();
  for (const [path, resource] of resources) {
    const name = names.get(path) ?? path;
    const written = relative ? withRelativeLinks(resource, name, names) : resource;
    files.set(name, written.bodies.identity.bytes);
    for (const [encoding, ending] of twins)
      if (written.encodings.includes(encoding))
        files.set(name + ending, bodyIn(encoding, written).bytes);
  }
  return files;
}

function nameOf(path: string, contentType: string): string {
  const isPage = contentType === HTML && !path.endsWith('.html');
  return (isPage ? `${path.replace(/\/$/, '')}/index.html` : path).slice(1);
}

/** Returns a page with links to file names instead of addresses; other resources unchanged. */
function withRelativeLinks(
  resource: Resource,
  name: string,
  names: ReadonlyMap<string, string>,
): Resource {
  if (resource.contentType !== HTML) return resource;
  const up = '../'.repeat(name.split('/').length - 1);
  const link = (address: string) => {
    const [path = ''] = address.split(/[?#]/, 1);
    const target = names.get(path);
    return target === undefined ? address : up + target + address.slice(path.length);
  };
  const html = resource.bodies.identity.bytes
    .toString()
    .replace(/\b(href|action|src)="(\/[^"]*)"/g, (_, attribute, to) => `${attribute}="${link(to)}"`)
    .replace(/\burl\((\/[^)]*)\)/g, (_, to) => `url(${link(to)})`);
  return createResource(HTML, 'page', html);
}
