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
 * Returns everything that the server would send, byte for byte, by the path of its file. A page is the index.html of a
 * folder, so that any web server shows it under its address. A list of all services replaces the search.
 * @param sheets all of them, by path
 * @param relative makes links relative, so that the files can be opened from any folder
 */
export function siteFiles(
  site: Site,
  sheets: ReadonlyMap<string, Resource>,
  relative: boolean,
): Map<string, Resource> {
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
  return new Map(
    resources.map(([path, resource]) => {
      const name = names.get(path) ?? path;
      return [name, relative ? withRelativeLinks(resource, name, names) : resource];
    }),
  );
}

/** Returns the content of each file, and of its compressed copies. */
export function withCompressed(files: ReadonlyMap<string, Resource>): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (const [name, resource] of files) {
    contents.set(name, resource.bodies.identity.bytes);
    for (const [encoding, ending] of twins)
      if (resource.encodings.includes(encoding))
        contents.set(name + ending, bodyIn(encoding, resource).bytes);
  }
  return contents;
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
