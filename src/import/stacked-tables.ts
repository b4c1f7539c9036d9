// Tables that were copied without their lines: first the headings, each a paragraph, then the cells, each a paragraph
// or several. Rows are told by their serials, cells by their number or, where that differs, by what they look like.

import { type Meaning, meaningOf } from './headings.ts';
import { readSerial, splitMark } from './marks.ts';
import { type Block, type Cell, cell, type Grid, type Paragraph } from './model.ts';
import { isPost } from './officer-words.ts';

const MOST_COLUMNS = 14;

export interface StackedTable {
  grid: Grid;
  /** How many paragraphs it took. */
  length: number;
}

/** The table whose headings begin at a block; undefined where none does. */
export function stackedTable(blocks: readonly Block[], start: number): StackedTable | undefined {
  const lines = linesFrom(blocks, start);
  const headings = headingsIn(lines);
  if (headings === undefined) return undefined;
  const width = headings.length;
  const rows: Cell[][] = [lines.slice(0, width)];
  let at = width;
  if (isNumberRow(lines.slice(at, at + width))) {
    rows.push(lines.slice(at, at + width));
    at += width;
  }
  let longest = width - 1;
  for (let expected = 1; serialAt(lines, at) === expected; expected++) {
    const next = lines.findIndex((_, y) => y > at && serialAt(lines, y) === expected + 1);
    const end = next < 0 ? Math.min(lines.length, at + 1 + longest) : next;
    const stop = lines.findIndex((_, y) => y > at && y <= end && startsTable(lines, y));
    const parts = lines.slice(at + 1, stop < 0 ? end : stop);
    // The title of the table that follows is no cell of this one.
    const isTitle = /[:ঃ]$|(?:বিভাগ|শাখা)$/u.test(parts.at(-1)?.piece.text ?? '');
    if (stop >= 0 && (isTitle || parts.length >= width)) parts.pop();
    rows.push([lines[at] as Cell, ...align(parts, headings.slice(1))]);
    if (next >= 0) longest = Math.max(longest, parts.length);
    at += 1 + parts.length;
  }
  return rows.length < 2 || at === width ? undefined : { grid: { kind: 'grid', rows }, length: at };
}

/** The paragraphs from one on, up to a grid or a heading. */
function linesFrom(blocks: readonly Block[], start: number): Cell[] {
  const lines: Cell[] = [];
  for (const block of blocks.slice(start, start + 5000)) {
    if (block.kind !== 'paragraph' || !isLine(block)) break;
    lines.push({ piece: block.piece, isCopy: false });
  }
  return lines;
}

const isLine = ({ isHeading, isFurniture }: Paragraph) => !isHeading && !isFurniture;
const textAt = (lines: readonly Cell[], at: number) => lines[at]?.piece.text ?? '';

function serialAt(lines: readonly Cell[], at: number): number | undefined {
  const serial = readSerial(textAt(lines, at));
  return serial?.isLetter ? undefined : serial?.at;
}

/** What the headings mean, if at least three stand one below another before the first serial. */
function headingsIn(lines: readonly Cell[]): (Meaning | undefined)[] | undefined {
  if (!startsTable(lines, 0)) return undefined;
  const width = lines.findIndex((_, y) => serialAt(lines, y) === 1);
  if (width < 3 || width > MOST_COLUMNS) return undefined;
  const meanings = lines.slice(0, width).map(({ piece }) => meaningOf(piece.text));
  const known = meanings.filter((meaning) => meaning !== undefined).length;
  return meanings.includes('name') && known * 3 >= width * 2 ? meanings : undefined;
}

function startsTable(lines: readonly Cell[], at: number): boolean {
  return (
    meaningOf(textAt(lines, at)) === 'serial' && meaningOf(textAt(lines, at + 1)) !== undefined
  );
}

function isNumberRow(cells: readonly Cell[]): boolean {
  return cells.length > 2 && cells.every(({ piece }, at) => readSerial(piece.text)?.at === at + 1);
}

/** Deals the paragraphs of a row out to its columns, in order, by what suits each column best. */
function align(parts: readonly Cell[], columns: readonly (Meaning | undefined)[]): Cell[] {
  if (parts.length === columns.length) return [...parts];
  // best[j][i]: the best score of the first j columns with the first i parts, and where column j begins.
  const best: { score: number; from: number }[][] = [[{ score: 0, from: 0 }]];
  for (const [j, meaning] of columns.entries()) {
    best.push(
      Array.from({ length: parts.length + 1 }, (_, i) => {
        let top = { score: Number.NEGATIVE_INFINITY, from: 0 };
        let suits = 0;
        for (let from = i; from >= 0; from--) {
          if (from < i) suits += suitability(meaning, textAt(parts, from));
          const before = best[j]?.[from]?.score ?? Number.NEGATIVE_INFINITY;
          const score = before + suits - (from === i ? 1 : (i - from - 1) * 0.1);
          if (score > top.score) top = { score, from };
        }
        return top;
      }),
    );
  }
  const cells: Cell[] = [];
  let end = parts.length;
  for (let j = columns.length; j > 0; j--) {
    const from = best[j]?.[end]?.from ?? 0;
    cells.unshift(joined(parts.slice(from, end)));
    end = from;
  }
  return cells;
}

function joined(parts: readonly Cell[]): Cell {
  const [first, ...others] = parts;
  if (first === undefined || others.length > 0)
    return cell(parts.map(({ piece }) => piece.text).join('\n'));
  return first;
}

const LOOKS: Partial<Record<Meaning, RegExp>> = {
  fee: /টাকা|বিনা ?মূ?মু?ল্য|মূল্যে|ফি(?![\p{L}\p{M}])|\/[-=]/u,
  time: /দিন|দিবস|মাস|ঘন্টা|ঘণ্টা|মিনিট|তাৎক্ষ|সপ্তাহ|বছর|চাহিবা|সাথে সাথে/u,
  documents: /ফটোকপি|অনুলিপি|ছবি|সনদ|পরিচয়পত্র|ফরম|কপি|কাগজ|তথ্য/u,
  documents_source: /ওয়েবসাইট|কার্যালয়|অফিস|দপ্তর|শাখা|সেন্টার/u,
};

function suitability(meaning: Meaning | undefined, text: string): number {
  const isContact = /[০-৯0-9]{5,}|\S@\S|মোবাইল|ফোন/u.test(text);
  if (meaning === 'officer' || meaning === 'superior') return isContact || isPost(text) ? 2 : 0;
  if (isContact) return -1;
  const looks = meaning && LOOKS[meaning]?.test(text) ? 2 : 0;
  return looks + (meaning === 'documents' && splitMark(text).mark !== '' ? 1 : 0);
}
