// Reads a finished sheet back and compares it with the wanted texts, so that a sheet with a text missing is never
// served. It trusts nothing of the layout: the texts are those of the PDF's content streams, by the codes of its fonts.

import { keysOf } from '../../typed.ts';
import type { Document, Written } from './pdf.ts';
import { FONT_NAMES } from './pdf.ts';
import type { Cluster } from './typeface.ts';

/** The texts that a sheet has to print, by keys that its layout refers to. */
export type Wanted = Map<string, string>;

/** A row of letters in one style. */
interface ShownText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The marked content that it belongs to; undefined for page numbers. */
  owner: number | undefined;
}

const CONTENT = /^\/\w+<<\/(?:MCID (\d+)|Type\/Pagination)>>BDC\n(.*?)^EMC$/gms;
const SHOWN = /\/(\w) ([\d.]+) Tf 1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm <([\da-f]*)>Tj/g;

/**
 * @throws Error if a text is missing, incomplete or printed wrongly, if it reaches over the edge of its page, or if two
 * texts overlap, page numbers among them
 */
export function prove({ pages }: Document, { contents, codes }: Written, wanted: Wanted): void {
  const printed = new Map<string, string>();
  for (const [index, page] of pages.entries()) {
    const texts = readContent(contents[index] ?? '', codes);
    const tagged = page.texts.filter(({ element }) => element);
    for (const { text, owner } of texts)
      for (const key of tagged[owner ?? -1]?.prints ?? [])
        printed.set(key, (printed.get(key) ?? '') + text);
    refuseMisplaced(texts, page.width, page.height, index + 1);
  }
  for (const [key, text] of wanted) {
    const all = bare(printed.get(key) ?? '');
    const one = bare(text);
    // The heads of tables are printed on each page.
    if (all === '' ? one !== '' : all !== one.repeat(all.length / one.length))
      throw new Error(`The sheet lacks "${text}" (${key}); it has "${all}".`);
  }
  for (const key of printed.keys())
    if (!wanted.has(key)) throw new Error(`The sheet has ${key}, which was not to be printed.`);
}

/** Lines break at white space and, in a long word, anywhere. */
const bare = (text: string) => text.replace(/\s/g, '');

function readContent(content: string, codes: Written['codes']): ShownText[] {
  return [...content.matchAll(CONTENT)].flatMap(([, owner, body = '']) =>
    [...body.matchAll(SHOWN)].map(([, font, size, x, y, shown = '']): ShownText => {
      const weight = keysOf(FONT_NAMES).find((one) => FONT_NAMES[one] === font) ?? 'regular';
      const clusters = (shown.match(/.{4}/g) ?? []).map(
        (code): Cluster | undefined => codes[weight].clusters[Number.parseInt(code, 16) - 1],
      );
      const advance = clusters.reduce((sum, cluster) => sum + (cluster?.advance ?? 0), 0);
      return {
        text: clusters.map((cluster) => cluster?.text ?? '\ufffd').join(''),
        left: Number(x),
        right: Number(x) + (advance * Number(size)) / 1000,
        // The body of the letters, in PDF's direction.
        top: Number(y) + 0.6 * Number(size),
        bottom: Number(y),
        owner: owner === undefined ? undefined : Number(owner),
      };
    }),
  );
}

function refuseMisplaced(texts: ShownText[], width: number, height: number, page: number): void {
  for (const { text, left, right, top, bottom } of texts)
    if (left < 0 || right > width || bottom < 0 || top > height)
      throw new Error(`"${text}" reaches over the edge of page ${page}.`);
  const downwards = texts.toSorted((a, b) => b.top - a.top);
  for (const [index, upper] of downwards.entries()) {
    for (let at = index + 1; at < downwards.length; at++) {
      const lower = downwards[at];
      if (!lower || lower.top <= upper.bottom + 0.5) break;
      if (lower.left < upper.right - 0.5 && upper.left < lower.right - 0.5)
        throw new Error(`"${upper.text}" and "${lower.text}" overlap on page ${page}.`);
    }
  }
}
