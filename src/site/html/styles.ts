// The stylesheets and the files they refer to. Fonts are unchanged from their package; their paths include a hash.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createResource, fingerprint, type Resource } from '../resource.ts';

const require = createRequire(import.meta.url);
const publicFile = (name: string) =>
  readFileSync(new URL(`../../../public/${name}`, import.meta.url));
const fontFile = (name: string) =>
  readFileSync(require.resolve(`@fontsource/noto-sans-bengali/${name}`));

/**
 * The files of each block, in the order of the cascade: they are its layers, and a later file wins over an earlier one.
 * Said by order, not by `@layer`: older browsers (Safari 15.0, Firefox 91, Chrome 87) drop whole what is in a layer, and
 * rules with :is(), :where() or nesting too.
 */
export const styleFiles: { [Block in keyof Styles]: string[] } = {
  common: [
    'tokens',
    'base',
    'search-form',
    'header',
    'officer',
    'service-list',
    'panel',
    'home',
    'share',
    'footer',
  ],
  inner: ['page', 'facts', 'service', 'services', 'table', 'results', 'about', 'error'],
};

/** Without comments and needless space, to be inlined: one for all pages, one for all but home. */
export interface Styles {
  common: string;
  inner: string;
}

/** The stylesheets and, by path, their fonts; each `url(name)` in them becomes the address of that font. */
export function readStyles(): { styles: Styles; resources: Map<string, Resource> } {
  const resources = new Map([
    ['/favicon.svg', createResource('image/svg+xml', 'page', publicFile('favicon.svg'))],
    [
      '/fonts/LICENSE.txt',
      createResource('text/plain; charset=utf-8', 'page', fontFile('LICENSE')),
    ],
  ]);
  const common = block('common').replace(/url\((.+?)\.woff2\)/g, (_, name) => {
    const bytes = fontFile(`files/${name}.woff2`);
    const path = `/fonts/${name}.${fingerprint(bytes, 8)}.woff2`;
    resources.set(path, createResource('font/woff2', 'immutable', bytes));
    return `url(${path})`;
  });
  return { styles: { common, inner: block('inner') }, resources };
}

function block(name: keyof Styles): string {
  return minify(styleFiles[name].map((file) => publicFile(`${file}.css`)).join('\n'));
}

/** Enough for our own stylesheets, which have no space inside strings that matters. */
function minify(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}
