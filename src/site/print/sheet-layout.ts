// The sheet for the office wall: the whole charter on A4 in landscape, which A3 magnifies. And what else is set like it.

import { toBengaliDigits } from '../../bangla/digits.ts';
import { drawFoot, layFoot } from './foot.ts';
import { addHeader, addStatements } from './header.ts';
import { MM } from './page.ts';
import { A4, EDGE, FOOTER, type Format, PageFlow, SIDE } from './page-flow.ts';
import type { Document } from './pdf.ts';
import type { Wanted } from './proof.ts';
import { addSection } from './section.ts';
import { officeOf, type SheetContent, wantedTexts } from './sheet-content.ts';
import { SMALLEST, stylesAt } from './styles.ts';
import { inStyle, LEADING, measure } from './text.ts';

/** The sizes of ordinary text, in points. */
const SIZES = [SMALLEST, 9.5, 10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5, 14];
/** The place of the largest that a sheet of several pages may have: larger type would leave its columns a word a line. */
const MOST_ON_SEVERAL = SIZES.indexOf(11.5);

/**
 * Lays a sheet out, in the largest type that takes no more pages than the smallest does.
 * @returns also what it has to print, for proof.ts
 * @throws Error if a line or a row has no room on a page
 */
export function laySheet(
  content: SheetContent,
  format = A4,
): { document: Document; wanted: Wanted } {
  const isOnly = layAt(content, format, SMALLEST, 0).flow.pages.length === 1;
  const footer = isOnly ? 0 : FOOTER;
  const most = isOnly ? 1 : layAt(content, format, SMALLEST, footer).flow.pages.length;
  let best = 0;
  for (let from = 1, to = isOnly ? SIZES.length - 1 : MOST_ON_SEVERAL; from <= to; ) {
    const middle = (from + to) >> 1;
    const { flow, isTight } = layAt(content, format, SIZES[middle] ?? SMALLEST, footer);
    const isFitting = flow.pages.length <= most && !isTight;
    if (isFitting) best = middle;
    [from, to] = isFitting ? [middle + 1, to] : [from, middle - 1];
  }
  const size = SIZES[best] ?? SMALLEST;
  const { pages, root } = isOnly
    ? layOnePage(content, format, size)
    : numberPages(layAt(content, format, size, footer).flow, content);
  const title = `${content.title} — ${officeOf(content)}`;
  return { document: { title, pages, root }, wanted: wantedTexts(content) };
}

/** Spreads the free space of a single page over its rows, unless that took another page, which has no number. */
function layOnePage(content: SheetContent, format: Format, size: number): PageFlow {
  const { flow, free, rows } = layAt(content, format, size, 0);
  const extra = rows > 0 ? Math.min(free / rows, 4 * size) * 0.98 : 0;
  const filled = layAt(content, format, size, 0, extra).flow;
  return filled.pages.length === 1 ? filled : flow;
}

/**
 * Lays a sheet out in type of a size, in points, like all lengths here.
 * @param footer the height kept free for the page numbers
 * @param extra height that the rows of each table's last page get on top of what they need
 * @returns also the height that is free on the last page, and whether words had to be broken to fit their columns
 */
function layAt(
  content: SheetContent,
  format: Format,
  size: number,
  footer: number,
  extra = 0,
): { flow: PageFlow; free: number; rows: number; isTight: boolean } {
  const styles = stylesAt(size, format.frame);
  const flow = new PageFlow(format, footer, LEADING * size);
  addHeader(flow, content, styles);
  addStatements(flow, content.statements, styles);
  const foot = layFoot(flow, content, styles);
  const last = content.sections.length - 1;
  const tables = content.sections.flatMap((section, index) => {
    const after = index === last ? foot.height : 0;
    return addSection(flow, section, index, styles, { extra, after }) ?? [];
  });
  if (foot.height > flow.free) flow.turn();
  const free = flow.free - foot.height;
  drawFoot(flow, foot);
  return {
    flow,
    free,
    rows: tables.reduce((all, { rows }) => all + rows.length, 0),
    isTight: tables.some(({ isTight }) => isTight),
  };
}

/** Prints below each page whose it is, and which page. */
function numberPages(flow: PageFlow, content: SheetContent): PageFlow {
  const { pages, width, format } = flow;
  const total = toBengaliDigits(String(pages.length));
  const whose = `${content.title}, ${officeOf(content)}`;
  const style = stylesAt(SMALLEST, 1).plain;
  for (const [index, page] of pages.entries()) {
    const number = inStyle(`পৃষ্ঠা ${toBengaliDigits(String(index + 1))}/${total}`, style);
    const { natural } = measure(number);
    const lines = [
      { line: flow.lay(inStyle(whose, style), width - natural - 5 * MM).lines[0], x: SIDE },
      { line: flow.lay(number).lines[0], x: SIDE + width - natural },
    ].flatMap(({ line, x }) => (line ? [{ line, x, baseline: format.height - EDGE - 2 }] : []));
    page.texts.push({ lines, element: undefined, prints: [] });
  }
  return flow;
}
