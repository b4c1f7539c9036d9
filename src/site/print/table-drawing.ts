// Draws a table that table.ts has laid out.

import { addElement, colours, type Element, type Page, rectangle, type Step } from './page.ts';
import { type PageFlow, SIDE } from './page-flow.ts';
import {
  heightsOf,
  type LaidCell,
  type LaidRow,
  type LaidTable,
  type Spacing,
  spansOf,
} from './table.ts';
import { total } from './widths.ts';

/**
 * Draws rows under the table's head where the flow is.
 * @param extra height that each cell gets on top of what it needs, in points
 */
export function drawTable(flow: PageFlow, laid: LaidTable, rows: LaidRow[], extra = 0): void {
  const table = addElement('Table', flow.root);
  const grid: Step[] = [];
  if (laid.table.hasHead) drawRows(flow, laid, laid.head, 0, addElement('THead', table), grid);
  drawRows(flow, laid, rows, extra, addElement('TBody', table), grid);
  flow.page.shapes.push({ path: grid, stroke: { colour: colours.rule, width: 0.7 } });
}

/** Draws the rows of the head or the body, and adds the lines between them to the grid. */
function drawRows(
  flow: PageFlow,
  laid: LaidTable,
  rows: LaidRow[],
  extra: number,
  parent: Element,
  grid: Step[],
): void {
  const isHead = rows === laid.head;
  const heights = heightsOf(laid, rows, extra);
  const spans = isHead ? rows.map(({ cells }) => cells.map(() => 1)) : spansOf(laid, rows);
  for (const [row, { cells, isGroup }] of rows.entries()) {
    const line = addElement('TR', parent);
    let x = SIDE;
    for (const [column, cell] of cells.entries()) {
      const span = spans[row]?.[column] ?? 1;
      const width = isGroup ? total(laid.widths) : (laid.widths[column] ?? 0);
      const { isLeft, isName } = laid.table.columns[column] ?? { isLeft: true, isName: false };
      const height = total(heights.slice(row, row + span));
      if (span > 0) {
        const outline = rectangle(x, flow.y, width, height);
        grid.push(...outline);
        if (isHead || isGroup) flow.page.shapes.push({ path: outline, fill: colours.tint });
        const across = isGroup ? laid.widths.length : 1;
        const kind = { isHead, isName: isName && !isGroup, span, across };
        const keys = rows
          .slice(row, row + span)
          .map(({ key }) => `${key}/${isGroup ? 'group' : column}`);
        const isCentred = isHead || !(isLeft || isGroup || cell.isLeft);
        const place = { x, y: flow.y, width, height, isCentred };
        drawCell(flow.page, addCell(line, kind), cell, keys, laid.spacing, place);
      }
      x += width;
    }
    flow.y += heights[row] ?? 0;
  }
}

function addCell(
  row: Element,
  kind: { isHead: boolean; isName: boolean; span: number; across: number },
): Element {
  const { isHead, isName, span, across } = kind;
  return addElement(isHead || isName ? 'TH' : 'TD', row, {
    ...(isHead ? { scope: 'Column' } : isName && { scope: 'Row' }),
    rowSpan: span,
    columnSpan: across,
  });
}

/** @param keys what it prints, by the keys of proof.ts: a merged cell stands for several */
function drawCell(
  page: Page,
  element: Element,
  cell: LaidCell,
  keys: string[],
  spacing: Spacing,
  place: { x: number; y: number; width: number; height: number; isCentred: boolean },
): void {
  let y = place.y + (place.height - cell.height) / 2;
  let last: number | undefined;
  for (const line of cell.lines) {
    const indent = place.isCentred ? (place.width - line.width) / 2 : spacing.x + line.indent;
    if (line.paragraph !== last) {
      const prints = line.paragraph < 0 ? [] : keys;
      page.texts.push({ lines: [], element: addElement('P', element), prints });
    }
    last = line.paragraph;
    page.texts.at(-1)?.lines.push({ line, x: place.x + indent, baseline: y + line.ascent });
    y += line.ascent + line.descent + spacing.leading;
  }
}
