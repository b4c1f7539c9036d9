// The fonts of the sheets: HarfBuzz turns words into shapes.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font, shape, Buffer as Text } from 'harfbuzzjs';

export type Weight = 'regular' | 'bold';

/** A glyph of the font with its offset, in thousandths of the type size, like all lengths here. */
export interface Glyph {
  id: number;
  x: number;
  y: number;
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
   * @throws Error for a letter that the font lacks
   */
  shape(word: string): Cluster[];
  /** A glyph's outline as path data of SVG, with y upwards. */
  outline(glyph: number): string;
}

const require = createRequire(import.meta.url);

function load(folder: string, name: string): Typeface {
  const bytes = readFileSync(
    require.resolve(`@expo-google-fonts/noto-sans-bengali/${folder}/NotoSansBengali_${folder}.ttf`),
  );
  const font = new Font(new Face(new Blob(bytes)));
  const shaped = new Map<string, Cluster[]>();
  return {
    bytes,
    name,
    shape(word) {
      const known = shaped.get(word) ?? shapeWord(font, word);
      shaped.set(word, known);
      return known;
    },
    outline: (glyph) => font.glyphToPath(glyph),
  };
}

// HarfBuzz shapes a text by the rules of one script: NIDটি are two.
const SCRIPTS =
  /(?=\p{sc=Bengali})(?<=\p{sc=Latin}\P{sc=Bengali}*)|(?=\p{sc=Latin})(?<=\p{sc=Bengali}\P{sc=Latin}*)/u;

function shapeWord(font: Font, word: string): Cluster[] {
  return word.split(SCRIPTS).flatMap((part) => shapePart(font, part));
}

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
  return clusters.map(({ start, glyphs, advance }, index) => {
    const text = word.slice(start, clusters[index + 1]?.start);
    // Glyph 0 is the font's box for what it lacks.
    if (glyphs.some(({ id }) => id === 0))
      throw new Error(`The font of the sheets has no letter for "${text}" in "${word}".`);
    return { text, glyphs, advance };
  });
}

export const typefaces: Record<Weight, Typeface> = {
  regular: load('400Regular', 'NotoSansBengali-Regular'),
  bold: load('700Bold', 'NotoSansBengali-Bold'),
};
