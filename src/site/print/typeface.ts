// The fonts of the sheets: HarfBuzz turns words into shapes.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font, shape, Buffer as Text } from 'harfbuzzjs';
import { UNPRINTABLE } from '../../bangla/printable.ts';

export type Weight = 'regular' | 'bold';

/** A glyph of the font with its offset, in thousandths of the type size, like all lengths here. */
export interface Glyph {
  id: number;
  x: number;
  y: number;
  /** The outline of a glyph of another font, as that of the typeface's own. */
  outline?: string;
}

/** Letters that are shaped together, such as a conjunct with its vowel sign. */
export interface Cluster {
  text: string;
  glyphs: Glyph[];
  advance: number;
}

export interface Typeface {
  /** The font file. */
  bytes: Buffer;
  name: string;
  /**
   * @param word without white space
   * @returns for a letter that no font has, the box that the font has for such letters
   */
  shape(word: string): Cluster[];
  /** A glyph's outline as path data of SVG, with y upwards. */
  outline(glyph: Glyph): string;
}

const require = createRequire(import.meta.url);

function load(folder: string, name: string, signs: string): Typeface {
  const bytes = readFileSync(
    require.resolve(`@expo-google-fonts/noto-sans-bengali/${folder}/NotoSansBengali_${folder}.ttf`),
  );
  const font = fontOf(bytes);
  // Few charters need it.
  let second: Font | undefined;
  const shaped = new Map<string, Cluster[]>();
  const box = (text: string): Cluster => ({
    text,
    glyphs: [{ id: 0, x: 0, y: 0 }],
    advance: font.glyphHAdvance(0),
  });
  /** Shapes clusters that are missing from the font with the second font. */
  const complete = (cluster: Cluster): Cluster[] => {
    if (!isIncomplete(cluster)) return [cluster];
    second ??= fontOf(readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${signs}.ttf`)));
    const other = second;
    return shapePart(other, cluster.text).map((one) =>
      isIncomplete(one) ? box(one.text) : withOutlines(one, other),
    );
  };
  const shapeWord = (word: string): Cluster[] =>
    word
      .split(ALONE)
      .flatMap((part, index) =>
        index % 2 === 1
          ? [box(part)]
          : part.split(SCRIPTS).flatMap((one) => shapePart(font, one).flatMap(complete)),
      );
  return {
    bytes,
    name,
    shape(word) {
      const known = shaped.get(word) ?? shapeWord(word);
      shaped.set(word, known);
      return known;
    },
    outline: (glyph) => glyph.outline ?? font.glyphToPath(glyph.id),
  };
}

function fontOf(bytes: Buffer): Font {
  const font = new Font(new Face(new Blob(bytes)));
  font.setScale(1000, 1000);
  return font;
}

/** Glyph 0 is a font's box for a missing glyph. */
const isIncomplete = ({ glyphs }: Cluster) => glyphs.some(({ id }) => id === 0);

const withOutlines = (cluster: Cluster, font: Font): Cluster => ({
  ...cluster,
  glyphs: cluster.glyphs.map((glyph) => ({ ...glyph, outline: font.glyphToPath(glyph.id) })),
});

// HarfBuzz shapes a text by the rules of one script: NIDটি are two.
const SCRIPTS =
  /(?=\p{sc=Bengali})(?<=\p{sc=Latin}\P{sc=Bengali}*)|(?=\p{sc=Latin})(?<=\p{sc=Bengali}\P{sc=Latin}*)/u;
/** Divides a text into what can be printed and, at the odd places, single letters that cannot. */
const ALONE = new RegExp(`(${UNPRINTABLE.source})`, 'u');

function shapePart(font: Font, word: string): Cluster[] {
  const buffer = new Text();
  buffer.addText(word);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const clusters: (Cluster & { start: number })[] = [];
  for (const [index, { codepoint: id, cluster: start }] of infos.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    let last = clusters.at(-1);
    if (last?.start !== start) {
      last = { start, text: '', glyphs: [], advance: 0 };
      clusters.push(last);
    }
    last.glyphs.push({ id, x: last.advance + xOffset, y: yOffset });
    last.advance += xAdvance;
  }
  return clusters.map(({ start, glyphs, advance }, index) => ({
    text: word.slice(start, clusters[index + 1]?.start),
    glyphs,
    advance,
  }));
}

export const typefaces: Record<Weight, Typeface> = {
  regular: load('400Regular', 'NotoSansBengali-Regular', 'DejaVuSans'),
  bold: load('700Bold', 'NotoSansBengali-Bold', 'DejaVuSans-Bold'),
};
