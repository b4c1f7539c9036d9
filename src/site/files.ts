// The site as files, for web space without a program of one's own, or for no web at all.

import { search } from './addresses.ts';
import { bodyIn, createResource, type Encoding, HTML, type Resource } from './resource.ts';
import type { Site } from './site.ts';

/** How web servers name the copies of a file that are compressed in advance. */
const twins: [Encoding, string][] = [
  ['gzip', '.gz'],
  ['br', '.br'],
];

/**
 * Everything that the server would send, byte for byte, with compressed copies. A page is the index.html of a folder: so
 * any web server shows it under its address. Search, which needs a server, is a list of all services.
 * @param site with its sheets
 * @param relative makes links relative, so that the files can be opened from any folder
 * @returns the content of each file, by its path within the folder
 */
export function siteFiles(site: Site, relative: boolean): Map<string, Buffer> {
  const resources: [string, Resource][] = [
    ...site.resources,
    // Files cannot redirect: under its former address, a page is there once more.
    ...[...site.redirects].flatMap(([former, path]): [string, Resource][] => {
      const resource = site.resources.get(path);
      return resource ? [[former, resource]] : [];
    }),
    [search.path, site.searchList()],
    // Shown under addresses of any depth, to which no link is relative.
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

/** A page with links to the files' names instead of their addresses; other resources as they are. */
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
