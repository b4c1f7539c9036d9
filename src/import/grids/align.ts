// Assigns the paragraphs of a row to its columns, if there are more or fewer paragraphs than columns.

import type { Meaning } from '../headings.ts';
import { splitMark } from '../marks.ts';
import { type Cell, cell, textOfCell } from '../source.ts';
import { isPost } from '../values/officer-words.ts';

/** Assigns paragraphs to columns, in order, by dynamic programming on how well they suit. */
export function alignToColumns(
  parts: readonly Cell[],
  columns: readonly (Meaning | undefined)[],
): Cell[] {
  if (parts.length === columns.length) return [...parts];
  // best[j][i]: the best score of the first j columns with the first i parts, and the start of column j.
  const best: { score: number; from: number }[][] = [[{ score: 0, from: 0 }]];
  for (const [j, meaning] of columns.entries()) {
    // Every service has a name.
    const blank = meaning === 'name' ? 10 : 1;
    best.push(
      Array.from({ length: parts.length + 1 }, (_, i) => {
        let top = { score: Number.NEGATIVE_INFINITY, from: 0 };
        let suits = 0;
        for (let from = i; from >= 0; from--) {
          if (from < i) suits += suitability(meaning, textOfCell(parts[from]));
          const before = best[j]?.[from]?.score ?? Number.NEGATIVE_INFINITY;
          const score = before + suits - (from === i ? blank : (i - from - 1) * 0.1);
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
    cells.unshift(joinCells(parts.slice(from, end)));
    end = from;
  }
  return cells;
}

/** Joins cells into one. A single cell keeps its piece. */
export function joinCells(parts: readonly Cell[]): Cell {
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

/** Returns how well a text suits a column: from -1 for a contact elsewhere to 3. */
export function suitability(meaning: Meaning | undefined, text: string): number {
  const isContact = /[০-৯0-9]{5,}|\S@\S|মোবাইল|ফোন/u.test(text);
  if (meaning === 'officer' || meaning === 'superior') return isContact || isPost(text) ? 2 : 0;
  if (isContact) return -1;
  const looks = meaning && LOOKS[meaning]?.test(text) ? 2 : 0;
  return looks + (meaning === 'documents' && splitMark(text).mark !== '' ? 1 : 0);
}
