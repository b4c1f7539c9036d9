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

/**
 * From how many em on a table with at most so many columns is shown as a table, and below as cards. Its rules stand once in
 * public/table.css, under media queries that are put in here for each size.
 */
const tableSizes = [
  { name: 'few', columns: 4, from: 48 },
  { name: 'some', columns: 6, from: 64 },
  { name: 'many', columns: 9, from: 80 },
  { name: 'most', columns: Number.POSITIVE_INFINITY, from: 100 },
];

/** The class of a table with so many columns. */
export function tableSize(columns: number): string {
  return tableSizes.find((size) => columns <= size.columns)?.name ?? '';
}

/** The widest share of a table's width that a column takes, in percent. */
export const WIDEST = 70;

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
  const css = styleFiles[name].map((file) => publicFile(`${file}.css`).toString()).join('\n');
  return minify(name === 'inner' ? forEachSize(css) + widths() : css);
}

/** Each block under `--table` or `--cards`, once for each size of table and with its class. */
function forEachSize(css: string): string {
  return css.replace(/@media [^{]*\(--(?:table|cards)\) \{\n.*?\n\}\n/gs, (block) =>
    tableSizes
      .map(({ name, from }) =>
        block
          .replaceAll('.charter', `.charter.${name}`)
          .replace('@media (--table)', `@media print, (min-width: ${from}em)`)
          .replace('(--table)', `(min-width: ${from}em)`)
          .replace('(--cards)', `(max-width: ${from - 0.01}em)`),
      )
      .join(''),
  );
}

/** The widths of columns: a class for each percent, because the content policy allows no style attribute. */
function widths(): string {
  const percents = Array.from({ length: WIDEST }, (_, index) => index + 1);
  return percents.map((percent) => `.charter .w-${percent}{width:${percent}%}`).join('');
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
