// The stylesheets: colours are those of the design, and text contrast is AAA (WCAG 2.2, 1.4.6).

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { columns } from '../src/charter/columns.ts';
import { readStylesheets, styleFiles, tableSize } from '../src/site/html/stylesheets.ts';

/** The style of a page that is not of the site: that of the check. */
const CHECK = 'findings';

const files = [...styleFiles.common, ...styleFiles.inner];
const css = files
  .map((name) => readFileSync(`public/${name}.css`, 'utf8'))
  .join('\n')
  .replace(/\/\*.*?\*\//gs, '');
const blocks = [...css.matchAll(/:root \{(.*?)\}/gs)]
  .map(([, block]) =>
    Object.fromEntries(
      [...(block as string).matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ),
  )
  .filter((colours) => Object.keys(colours).length > 0) as Record<string, string>[];
const [light, darkChanges, paper] = blocks as [
  Record<string, string>,
  Record<string, string>,
  Record<string, string>,
];
const dark = { ...light, ...darkChanges };

/** Returns the relative luminance of an sRGB colour "#rrggbb" (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast ratio of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
}

const text = [
  ...['ink', 'muted', 'link', 'link-hover', 'red'].flatMap((ink) =>
    ['ground', 'card', 'tint'].map((on) => [ink, on]),
  ),
  ['band-ink', 'band'],
  ['band-muted', 'band'],
  ['button-ink', 'link'],
  ['button-ink', 'link-hover'],
  ['focus-ink', 'focus'],
  ['mark-ink', 'mark'],
  ['band-ink', 'cta'],
  ['band-ink', 'cta-hover'],
] as [string, string][];
/** Graphics and borders need 3 : 1 (1.4.11). */
const shapes = [
  ['control', 'ground'],
  ['control', 'card'],
  ['marker', 'band'],
  ['focus-ink', 'ground'],
  ['focus-ink', 'focus'],
  ['focus', 'band'],
] as [string, string][];

test('each file is in one of the two blocks, but for that of the check', () => {
  expect([...files, CHECK].map((name) => `public/${name}.css`).sort()).toEqual(
    globSync('public/*.css').sort(),
  );
});

const sizes = [4, 6, 9, 10].map(tableSize);

test('the stylesheets of tables differ in the class and the width, and have one width each', () => {
  const widths: string[] = [];
  const rules = sizes.map((size) => {
    const file = readFileSync(`public/table-${size}.css`, 'utf8');
    const from = /print, \(min-width: (\d+)em\)/.exec(file)?.[1];
    widths.push(from as string);
    return file
      .replace(/^\/\*.*?\*\//s, '')
      .replaceAll(`.${size}`, '.size')
      .replaceAll(`${from}em`, 'from')
      .replaceAll(`${Number(from) - 0.01}em`, 'below');
  });
  expect(widths).toEqual(['48', '64', '80', '100']);
  expect(rules[0]).toContain('@media screen and (max-width: below) {');
  expect(new Set(rules).size).toBe(1);
});

test('what is inlined has the rules of the files without comments and needless space', () => {
  const { styles } = readStylesheets();
  for (const block of Object.values(styles))
    expect(block).not.toMatch(/\/\*|\n| {2}|;\}|[{};,] | [{};,]/);
  const spaceless = (text: string) =>
    text.replace(/\/\*.*?\*\//gs, '').replace(/;\s*\}|\s/g, (part) => (part[0] === ';' ? '}' : ''));
  const file = readFileSync('public/home.css', 'utf8');
  expect(spaceless(styles.common)).toContain(spaceless(file));
  // A space that means something: without it these are other selectors and other lengths.
  for (const part of [
    '.search :focus-visible{',
    'calc(-1 * var(--gutter))',
    '@media (min-width:48em){',
    '.service-list a:focus-visible::after',
    '"Charter Bengali","Charter Latin"',
  ])
    expect(styles.common).toContain(part);
});

test('there are colours for light, dark and print', () => {
  expect(blocks).toHaveLength(3);
  expect(light).toMatchObject({ ink: '#13231c', ground: '#f7f6f1', link: '#00573f' });
  expect(dark).toMatchObject({ ink: '#e6eee9', ground: '#0d1512', band: '#072a21' });
  expect(new Set(Object.values(paper))).toEqual(new Set(['#000000', '#ffffff', '#999999']));
});

test.each(text)('%s on %s is at least 7 : 1, light and dark', (ink, on) => {
  for (const colours of [light, dark]) {
    expect(contrast(colours[ink] as string, colours[on] as string)).toBeGreaterThanOrEqual(7);
  }
});

test.each(shapes)(
  '%s on %s is at least 3 : 1 in light, and the ring of focus in dark',
  (shape, on) => {
    expect(contrast(light[shape] as string, light[on] as string)).toBeGreaterThanOrEqual(3);
    expect(contrast(dark.focus as string, dark.ground as string)).toBeGreaterThanOrEqual(3);
  },
);

test('every colour is a token', () => {
  const rest = css.replace(/:root \{.*?\}/gs, '');
  expect(rest).not.toMatch(
    /#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(|(color|background|stroke|fill): (white|black|red|green)/i,
  );
  const used = new Set([...rest.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name));
  const declared = new Set([...css.matchAll(/--([\w-]+):/g)].map(([, name]) => name));
  expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  expect(Object.keys(light).filter((name) => !used.has(name))).toEqual([]);
});

test('nothing harms Bengali text or breaks the content policy', () => {
  expect(css).not.toMatch(
    /letter-spacing|italic|text-transform|justify;|break-all|data:|@import|!important|local\(/,
  );
});

test('nothing is used that Safari 15.0, Firefox 91, Chrome 87 or Samsung Internet 14 would drop', () => {
  // Features that degrade well are allowed: text-wrap, color-scheme, forced-colors, page names.
  expect(css).not.toMatch(
    /@layer|@container|:(is|where|has)\(|&|\b[lsd]v[hw]\b|fit-content|\(width [<>=]|border-(start|end)-\w+-radius/,
  );
  // WebKit ignores the shorthand with a thickness or colour.
  expect(css).not.toMatch(/text-decoration: (?!none|underline;)/);
  expect(css).toMatch(/word-break: break-word;\s+overflow-wrap: anywhere/);
  expect(css).toMatch(/-webkit-appearance: none;\s+appearance: none/);
});

test('properties are logical, except corner radii', () => {
  expect(css).not.toMatch(
    /(?<!scroll-)(margin|padding|border)-(left|right|top|bottom)(?!-\w+-radius)|text-align: (left|right)|^\s*(left|right|top|bottom):/m,
  );
});

test('every class in a rule is in a template, and every class in a template has a rule', () => {
  const templates = globSync('views/**/*.njk')
    .map((path) => readFileSync(path, 'utf8').replace(/\{[{%#].*?[}%#]\}/gs, ' '))
    .join('\n');
  const inTemplates = [...templates.matchAll(/class="([^"]*)"/g)]
    .flatMap(([, names]) => (names as string).split(/\s+/))
    .filter((name) => /\w$/.test(name));
  const all = css + readFileSync(`public/${CHECK}.css`, 'utf8');
  const selectors = all.replace(/[;{][^{}]*(?=\})/g, '{');
  const inRules = [...selectors.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name as string);
  // Cells have the key of their column, and tables the name of their size.
  const known = new Set([...inTemplates, ...Object.keys(columns), ...sizes]);
  expect(inRules.length).toBeGreaterThan(100);
  expect(inRules.filter((name) => !known.has(name))).toEqual([]);
  expect(inTemplates.filter((name) => !inRules.includes(name))).toEqual([]);
});

test('what moves moves only for those who have not asked for less motion', () => {
  const still = css.replace(/@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}/gs, '');
  expect(css).toContain('transition');
  expect(still).not.toMatch(/transition|animation|@keyframes|scroll-behavior/);
});
