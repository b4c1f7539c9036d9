// The stylesheets and the files they refer to. Fonts are unchanged from their package; their paths include a hash.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createResource, fingerprint, type Resource } from '../resource.ts';

const require = createRequire(import.meta.url);
const publicFile = (name: string) =>
  readFileSync(new URL(`../../../public/${name}`, import.meta.url));
const fontFile = (name: string) =>
  readFileSync(require.resolve(`@fontsource/noto-sans-bengali/${name}`));

/** Minified, to be inlined: one for all pages, one for all but home. */
export interface Styles {
  common: string;
  inner: string;
}

/** The stylesheets and, by path, their fonts; each `url(name)` in a stylesheet is replaced by the font's path. */
export function readStyles(): { styles: Styles; resources: Map<string, Resource> } {
  const resources = new Map([
    ['/favicon.svg', createResource('image/svg+xml', 'page', publicFile('favicon.svg'))],
    [
      '/fonts/LICENSE.txt',
      createResource('text/plain; charset=utf-8', 'page', fontFile('LICENSE')),
    ],
  ]);
  const common = minify(publicFile('style.css').toString()).replace(
    /url\((.+?)\.woff2\)/g,
    (_, name) => {
      const bytes = fontFile(`files/${name}.woff2`);
      const path = `/fonts/${name}.${fingerprint(bytes, 8)}.woff2`;
      resources.set(path, createResource('font/woff2', 'immutable', bytes));
      return `url(${path})`;
    },
  );
  return { styles: { common, inner: minify(publicFile('inner.css').toString()) }, resources };
}

/** Enough for our own stylesheets, in which no string contains significant white space. */
function minify(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}
