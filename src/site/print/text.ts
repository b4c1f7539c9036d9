// Breaks texts into lines.

import { type Cluster, typefaces, type Weight } from './typeface.ts';

export interface Style {
  size: number;
  weight: Weight;
  colour: string;
  /** Whether the text stays on one line, such as a telephone number. */
  isWhole?: boolean;
}

/** A stretch of text in one style. */
export interface Run {
  text: string;
  style: Style;
}

/** A text that is all in one style. */
export function inStyle(text: string, style: Style): Run[] {
  return [{ text, style }];
}

export interface Piece {
  /** From the start of the line. */
  x: number;
  style: Style;
  clusters: Cluster[];
}

export interface Line {
  pieces: Piece[];
  width: number;
  /** From the left edge: the lines of an item stand to the right of its bullet. */
  indent: number;
  /** From the baseline to the top, and to the bottom. */
  ascent: number;
  descent: number;
}

// The extent of a line, in type sizes: Bengali reaches further down than Latin. And the gap to the next line.
const ASCENT = 0.92;
const DESCENT = 0.36;
export const LEADING = 0.2;

/** An unbreakable piece: a word, or a part of one. */
interface Atom {
  style: Style;
  clusters: Cluster[];
  width: number;
  /** Whether white space stands before it. */
  isSpaced: boolean;
}

const widthOf = (clusters: Cluster[], { size }: Style) =>
  (clusters.reduce((sum, { advance }) => sum + advance, 0) * size) / 1000;

// A word may also break after a slash between letters, after a dash between words, and before the @ of an address.
const PARTS = /(?<=[\p{L}\p{M}][/—–])(?=\p{L})|(?=@)/u;
// The mark or letter of an item stays with its first word.
const SPACES = /(?<!(?:^|\s)•|^\S\.)\s+/u;

function atomsOf(runs: Run[]): Atom[] {
  const atoms: Atom[] = [];
  let isSpaced = false;
  for (const { text, style } of runs) {
    if (/^\s/.test(text)) isSpaced = true;
    const trimmed = text.trim();
    for (const [index, word] of (style.isWhole ? [trimmed] : trimmed.split(SPACES)).entries()) {
      if (index > 0) isSpaced = true;
      for (const part of word === '' ? [] : style.isWhole ? [word] : word.split(PARTS)) {
        const clusters = typefaces[style.weight].shape(part);
        atoms.push({ style, clusters, width: widthOf(clusters, style), isSpaced });
        isSpaced = false;
      }
    }
    isSpaced ||= /\s$/.test(text);
  }
  return atoms;
}

const spaceOf = (style: Style) => typefaces[style.weight].shape(' ');

export interface Measures {
  /** On one line. */
  natural: number;
  /** The longest word. */
  word: number;
  /** The longest part that is never broken. */
  least: number;
}

/** Measures the width of a text. */
export function measure(runs: Run[]): Measures {
  const measures = { natural: 0, word: 0, least: 0 };
  let word = 0;
  for (const { width, style, isSpaced } of atomsOf(runs)) {
    measures.natural += width + (isSpaced ? widthOf(spaceOf(style), style) : 0);
    word = isSpaced ? width : word + width;
    measures.word = Math.max(measures.word, word);
    measures.least = Math.max(measures.least, width);
  }
  return measures;
}

export const BULLET = '• ';

/** Breaks a text into lines of at most the width. A word that is wider is broken between its clusters. */
export function breakLines(runs: Run[], width: number): Line[] {
  const lines: Line[] = [];
  const hanging = runs[0]?.text.startsWith(BULLET)
    ? widthOf(typefaces[runs[0].style.weight].shape(BULLET), runs[0].style)
    : 0;
  const start = () => {
    const indent = lines.length > 0 ? hanging : 0;
    const line = { pieces: [], width: 0, indent, ascent: 0, descent: 0 };
    lines.push(line);
    return line;
  };
  let line: Line | undefined;
  for (const atom of atomsOf(runs)) {
    const space = line && atom.isSpaced ? spaceOf(atom.style) : [];
    const room = width + SLACK - (line?.indent ?? 0) - widthOf(space, atom.style);
    if (line && line.width + atom.width <= room) {
      append(line, atom.style, [...space, ...atom.clusters]);
      continue;
    }
    for (const part of fitting(atom, width - (lines.length > 0 ? hanging : 0))) {
      line = start();
      append(line, atom.style, part);
    }
  }
  return lines;
}

/** A text in lines, and how high it is in points. */
export interface TextBlock {
  lines: Line[];
  height: number;
}

/** The height of lines with the space between them, in points. */
export function heightOf(lines: Line[], leading: number): number {
  const own = lines.reduce((all, { ascent, descent }) => all + ascent + descent, 0);
  return own + Math.max(0, lines.length - 1) * leading;
}

/** Against rounding. */
const SLACK = 0.01;

/** The parts of an atom that each fit the width, broken after punctuation where there is any. */
function fitting({ clusters, style, width: whole }: Atom, width: number): Cluster[][] {
  if (whole <= width + SLACK) return [clusters];
  const parts: Cluster[][] = [];
  for (let from = 0; from < clusters.length; ) {
    let to = from + 1;
    while (to < clusters.length && widthOf(clusters.slice(from, to + 1), style) <= width) to++;
    if (to < clusters.length) {
      const last = clusters.slice(from, to).findLastIndex(({ text }) => /[-./_?&=:]/.test(text));
      if (last > 0) to = from + last + 1;
    }
    parts.push(clusters.slice(from, to));
    from = to;
  }
  return parts;
}

function append(line: Line, style: Style, clusters: Cluster[]): void {
  const last = line.pieces.at(-1);
  if (last?.style === style) last.clusters.push(...clusters);
  else line.pieces.push({ x: line.width, style, clusters: [...clusters] });
  line.width += widthOf(clusters, style);
  line.ascent = Math.max(line.ascent, ASCENT * style.size);
  line.descent = Math.max(line.descent, DESCENT * style.size);
}
