// The stylesheets and the files they refer to. Fonts are unchanged from their package; their paths include a hash.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TokenType, tokenize } from '@csstools/css-tokenizer';
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
export const styleFiles: { [Block in keyof Stylesheets]: string[] } = {
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
  inner: [
    'page',
    'facts',
    'service',
    'services',
    'table-few',
    'table-some',
    'table-many',
    'table-most',
    'table',
    'results',
    'about',
    'error',
  ],
};

/** The tables by their number of columns. Each has a stylesheet, public/table-few.css etc., for they differ in one width. */
const tableSizes = [
  { name: 'few', columns: 4 },
  { name: 'some', columns: 6 },
  { name: 'many', columns: 9 },
  { name: 'most', columns: Number.POSITIVE_INFINITY },
];

/** Returns the class of a table with so many columns. */
export function tableSize(columns: number): string {
  return tableSizes.find((size) => columns <= size.columns)?.name ?? '';
}

/** The widest share of a table's width that a column takes, in percent. */
export const WIDEST = 70;

/** Without comments and needless space, to be inlined: one for all pages, one for all but home. */
export interface Stylesheets {
  common: string;
  inner: string;
}

/** Reads the stylesheets and, by path, their fonts; each `url(name)` in them becomes the address of that font. */
export function readStylesheets(): { styles: Stylesheets; resources: Map<string, Resource> } {
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

function block(name: keyof Stylesheets): string {
  const css = styleFiles[name].map((file) => publicFile(`${file}.css`).toString()).join('\n');
  return minify(name === 'inner' ? css + widths() : css);
}

/** Returns the widths of columns: a class for each percent, because the content policy allows no style attribute. */
function widths(): string {
  const percents = Array.from({ length: WIDEST }, (_, index) => index + 1);
  return percents.map((percent) => `.charter .w-${percent}{width:${percent}%}`).join('');
}

/** Tokens next to which a space means nothing. A space before a colon does: it may stand in a selector. */
const SEPARATORS = new Set<string>([
  TokenType.OpenCurly,
  TokenType.CloseCurly,
  TokenType.Semicolon,
  TokenType.Comma,
]);

/** Returns a stylesheet without comments, needless space and last semicolons. */
function minify(css: string): string {
  let minified = '';
  let before: string = TokenType.Semicolon;
  let hasSpace = false;
  for (const [type, text] of tokenize({ css })) {
    if (type === TokenType.Comment || type === TokenType.Whitespace) {
      hasSpace = true;
      continue;
    }
    const isNeedless = SEPARATORS.has(before) || before === TokenType.Colon || SEPARATORS.has(type);
    if (before === TokenType.Semicolon && type === TokenType.CloseCurly)
      minified = minified.slice(0, -1);
    if (hasSpace && !isNeedless) minified += ' ';
    minified += text;
    before = type;
    hasSpace = false;
  }
  return minified;
}
