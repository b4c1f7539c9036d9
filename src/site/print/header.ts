// The upper part of the first page: whose charter it is, vision and mission.

import { mark, stitches } from './drawing.ts';
import { MM } from './page.ts';
import { type PageFlow, SIDE } from './page-flow.ts';
import type { Letterhead, Statement } from './sheet-content.ts';
import { SMALLEST, type Styles } from './styles.ts';
import { inStyle, type Style, type TextBlock } from './text.ts';

/** Adds the mark, whose office it is, and the title. */
export function addHeader(flow: PageFlow, letterhead: Letterhead, styles: Styles): void {
  const { width, leading, y } = flow;
  const side = 18 * MM * flow.format.frame;
  const gap = 4 * MM;
  const title = flow.lay(inStyle(letterhead.title, styles.title), width / 2);
  const titleWidth = Math.max(...title.lines.map((line) => line.width));
  const room = width - side - 2 * gap - titleWidth;
  const office = [
    ...letterhead.above.map((text) => flow.lay(inStyle(text, styles.plain), room)),
    layDepartment(flow, letterhead.department, styles.department, room),
    ...letterhead.below.map((text) => flow.lay(inStyle(text, styles.plain), room)),
  ];
  const own = office.reduce((all, { height }) => all + height, 0) + (office.length - 1) * leading;
  const height = Math.max(side, own, title.height);
  flow.page.shapes.push(...mark(SIDE, y + (height - side) / 2, side));
  flow.put(title, 'H1', 'title', SIDE + width - titleWidth, y + (height - title.height) / 2);
  let top = y + (height - own) / 2;
  for (const [index, block] of office.entries())
    top = flow.put(block, 'P', `letterhead/${index}`, SIDE + side + gap, top) + leading;
  flow.y = y + height + 1.6 * MM;
  flow.page.shapes.push(...stitches(SIDE, flow.y, width, MM));
  flow.y += 0.7 * MM + 2 * MM;
}

/** A name that takes more than two lines is set smaller. */
function layDepartment(flow: PageFlow, name: string, style: Style, width: number): TextBlock {
  const block = flow.lay(inStyle(name, style), width);
  if (block.lines.length <= 2 || style.size <= SMALLEST) return block;
  const smaller = { ...style, size: Math.max(SMALLEST, style.size * 0.9) };
  return layDepartment(flow, name, smaller, width);
}

/** Adds vision and mission side by side, or one after the other if they are long. */
export function addStatements(flow: PageFlow, statements: Statement[], styles: Styles): void {
  const columns = layColumns(flow, statements, styles);
  if (columns.length === 0) return;
  const height = Math.max(...columns.map(({ heading, text }) => heading.height + text.height));
  if (height > flow.free / 2) {
    for (const [index, { heading, said }] of columns.entries()) {
      flow.y = flow.put(heading, 'H2', `statement/${index}/heading`, SIDE, flow.y);
      flow.add(inStyle(said, styles.plain), 'P', `statement/${index}/text`);
      flow.y += 1 * MM;
    }
    return;
  }
  for (const [index, { heading, text, x }] of columns.entries()) {
    const below = flow.put(heading, 'H2', `statement/${index}/heading`, x, flow.y);
    flow.put(text, 'P', `statement/${index}/text`, x, below);
  }
  flow.y += height + 1.6 * MM;
}

/** Statements in columns as wide as makes them equally high. */
function layColumns(flow: PageFlow, [first, second]: Statement[], styles: Styles) {
  const gap = 10 * MM;
  const room = flow.width - gap;
  const column = (statement: Statement, x: number, width: number) => ({
    heading: flow.lay(inStyle(statement.heading, styles.statement)),
    text: flow.lay(inStyle(statement.text, styles.plain), width),
    said: statement.text,
    x,
  });
  if (!first) return [];
  if (!second) return [column(first, SIDE, flow.width)];
  const candidates = Array.from({ length: 21 }, (_, step) => {
    const width = (0.25 + step * 0.025) * room;
    return [column(first, SIDE, width), column(second, SIDE + width + gap, room - width)];
  });
  const heightOf = (columns: { text: TextBlock }[]) =>
    Math.max(...columns.map(({ text }) => text.height));
  return candidates.reduce((low, next) => (heightOf(next) < heightOf(low) ? next : low));
}
