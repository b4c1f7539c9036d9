// Chooses the widths of a table's columns: wide enough for their words, and such that the table is low.

import { BULLET, type Measures, measure, type Run } from './text.ts';

export interface Column {
  heading: Run[];
  /** The paragraphs of each cell, by rows, the head included. */
  cells: Run[][][];
  /** The number of rows that each cell spans. */
  spans: number[];
  isName: boolean;
}

/** The most rows that are measured for the height of the table. */
const SAMPLE = 400;
/** In so many steps the width that words leave is handed out. */
const STEPS = 60;
/** A longer word, such as a web address, may be broken rather than widen its column: the share of the table's width. */
const LONGEST = 0.15;
/** The share by which a name may widen its column to stay on one line. */
const NAME = 0.2;
/** The factor by which a table may grow in height to keep names and addresses on one line. */
const WORTH = 1.15;

/** A column as it is measured. */
interface Measured {
  least: number;
  words: number;
  names: number;
  /** The lengths of a cell's paragraphs, by rows, of a sample. */
  lengths: number[][];
  spans: number[];
}

/**
 * @param inset the distance of texts from the columns' edges
 * @returns also whether words have to be broken for want of room
 */
export function chooseWidths(
  columns: Column[],
  width: number,
  inset: number,
): { widths: number[]; isTight: boolean } {
  const measured = columns.map((column) => measureColumn(column, width, inset));
  const least = measured.map((column) => column.least);
  if (total(least) > width) return { widths: capped(least, width), isTight: true };
  const [best, ...others] = [
    least,
    measured.map(({ words }) => words),
    measured.map(({ names }) => names),
  ]
    .filter((start) => total(start) <= width)
    .map((start) => handOut(measured, start, width, inset));
  const chosen = others.reduce(
    (all, next) => (next.height <= (best?.height ?? 0) * WORTH ? next : all),
    best,
  );
  return { widths: chosen?.widths ?? least, isTight: false };
}

function measureColumn(
  { heading, cells, spans, isName }: Column,
  width: number,
  inset: number,
): Measured {
  const known = new Map<string, Measures>();
  const measureOnce = (runs: Run[]) => {
    const key = runs.map(({ text }) => text).join('|');
    const found = known.get(key) ?? measureItem(runs);
    known.set(key, found);
    return found;
  };
  const texts = cells.map((cell) => cell.map(measureOnce));
  const longest = (key: keyof Measures, most: number) =>
    texts.flat().reduce((all, text) => Math.max(all, Math.min(text[key], most)), 0);
  const least = Math.max(measure(heading).least, longest('least', width * LONGEST));
  const words = Math.max(least, longest('word', width * LONGEST));
  const names = Math.max(words, isName ? longest('natural', width * NAME) : 0);
  return {
    least: least + 2 * inset,
    words: words + 2 * inset,
    names: names + 2 * inset,
    lengths: sample(texts).map((cell) => cell.map(({ natural }) => natural)),
    spans: sample(spans),
  };
}

function sample<T>(rows: T[]): T[] {
  const stride = Math.ceil(rows.length / SAMPLE);
  return rows.filter((_, index) => index % stride === 0);
}

/** The words of an item stand to the right of its bullet. */
function measureItem(runs: Run[]): Measures {
  const measures = measure(runs);
  const [first] = runs;
  if (!first?.text.startsWith(BULLET)) return measures;
  const hanging = measure([{ ...first, text: '•' }]).natural * 1.5;
  return { ...measures, word: measures.word + hanging, least: measures.least + hanging };
}

/** Step by step the column gets more whose wrapped cells make rows high. */
function handOut(
  columns: Measured[],
  start: number[],
  width: number,
  inset: number,
): { widths: number[]; height: number } {
  const widths = [...start];
  /** About how high the cells are in lines, to the fourth power: the root of a row's sum stands for the highest. */
  const heightsOf = ({ lengths, spans }: Measured, columnWidth: number): number[] => {
    const room = columnWidth - 2 * inset + 0.01;
    return lengths.map((cell, row) => {
      const lines = cell.reduce((all, one) => all + (one <= room ? 1 : one / room + 0.6), 0);
      return (lines / (spans[row] ?? 1)) ** 4;
    });
  };
  const root = (sum: number) => Math.sqrt(Math.sqrt(Math.max(0, sum)));
  const heights = columns.map((column, at) => heightsOf(column, widths[at] ?? 0));
  const rowSums = () =>
    (heights[0] ?? []).map((_, row) => total(heights.map((column) => column[row] ?? 0)));

  const step = (width - total(widths)) / STEPS;
  for (let count = 0; count < STEPS; count++) {
    const sums = rowSums();
    let best = { gain: 1e-9, at: -1 };
    for (const [at, column] of columns.entries()) {
      const own = heights[at] ?? [];
      // Two steps ahead, for one is often too little to save a line.
      const wider = heightsOf(column, (widths[at] ?? 0) + step * 2);
      let gain = 0;
      for (const [row, sum] of sums.entries()) {
        const change = (own[row] ?? 0) - (wider[row] ?? 0);
        if (change > 0) gain += root(sum) - root(sum - change);
      }
      if (gain > best.gain) best = { gain, at };
    }
    const column = columns[best.at];
    // No cell wraps: what is left is shared.
    if (!column) {
      const factor = width / total(widths);
      return { widths: widths.map((one) => one * factor), height: total(rowSums().map(root)) };
    }
    widths[best.at] = (widths[best.at] ?? 0) + step;
    heights[best.at] = heightsOf(column, widths[best.at] ?? 0);
  }
  return { widths, height: total(rowSums().map(root)) };
}

/** Makes the widest columns narrower, all to the same width, until the sum fits. */
function capped(widths: number[], width: number): number[] {
  let room = width;
  let count = widths.length;
  for (const one of widths.toSorted((a, b) => a - b)) {
    if (one * count > room) return widths.map((own) => Math.min(own, room / count));
    room -= one;
    count -= 1;
  }
  return widths;
}

export const total = (all: number[]) => all.reduce((sum, one) => sum + one, 0);
