// Finds the font of a run in a Word document: from the run, its style, its paragraph's style, or the defaults.

import { childrenOf, descendants, type Element, find, parseXml } from './markup.ts';

export interface Fonts {
  /** Returns the font of a run with these properties, in a paragraph of this style. */
  of(properties: Element | undefined, paragraphStyle: string | undefined): string | undefined;
  /** Reports whether a paragraph style is that of a heading. */
  isHeading(paragraphStyle: string | undefined): boolean;
}

interface Style {
  font: string | undefined;
  basedOn: string | undefined;
  name: string;
}

/** Reads the fonts of the styles. @param stylesXml the text of word/styles.xml */
export function createFonts(stylesXml: string | undefined): Fonts {
  const root = stylesXml === undefined ? undefined : find(parseXml(stylesXml), 'styles');
  const styles = new Map(
    childrenOf(root, 'style').map((style): [string, Style] => [
      style.attributes.styleId ?? '',
      {
        font: latinFont(find(style, 'rPr')),
        basedOn: find(style, 'basedOn')?.attributes.val,
        name: find(style, 'name')?.attributes.val ?? '',
      },
    ]),
  );
  const defaults = root && descendants(root, 'rPrDefault')[0];
  const base = latinFont(find(defaults, 'rPr'));
  const normal = childrenOf(root, 'style').find(
    ({ attributes }) => attributes.default === '1' && attributes.type === 'paragraph',
  )?.attributes.styleId;

  const fontOfStyle = (id: string | undefined, depth = 0): string | undefined => {
    const style = id === undefined || depth > 10 ? undefined : styles.get(id);
    return style && (style.font ?? fontOfStyle(style.basedOn, depth + 1));
  };
  return {
    of: (properties, paragraphStyle) =>
      latinFont(properties) ??
      fontOfStyle(find(properties, 'rStyle')?.attributes.val) ??
      fontOfStyle(paragraphStyle ?? normal) ??
      base,
    isHeading: (id) => /^(?:heading|title|subtitle)/i.test(styles.get(id ?? '')?.name ?? id ?? ''),
  };
}

/** Returns the font for Latin letters, as which Bijoy text is stored. */
function latinFont(properties: Element | undefined): string | undefined {
  const { ascii, hAnsi } = find(properties, 'rFonts')?.attributes ?? {};
  return ascii ?? hAnsi;
}
