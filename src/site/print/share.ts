// The picture that messengers show beside a shared address: 1200 × 630 pixels.

import { mark, stitches } from './drawing.ts';
import { colours, type Page, rectangle } from './page.ts';
import type { Letterhead } from './sheet-content.ts';
import { breakLines, LEADING, type Style } from './text.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 72;
const MARK = 110;
const GAP = 28;
/** The department's name has the largest size in which it keeps to two lines. */
const SIZES = [72, 64, 56, 48, 40, 36];

const style = (size: number, weight: Style['weight']): Style => ({
  size,
  weight,
  colour: colours.white,
});

/** Lays the picture out: whose charter it is, a pixel to the point. */
export function layShare({ title, above, department, below }: Letterhead): Page {
  const page: Page = { width: WIDTH, height: HEIGHT, shapes: [], texts: [], figures: [] };
  page.shapes.push(
    { path: rectangle(0, 0, WIDTH, HEIGHT), fill: colours.green },
    ...mark(EDGE, EDGE, MARK, colours.white, '#f4485a'),
  );
  /** Sets a text with its top or its bottom at y, and returns the other edge. */
  const put = (text: string, own: Style, x: number, y: number, isAbove = false): number => {
    const lines = breakLines([{ text, style: own }], WIDTH - x - EDGE);
    const pitch = (line: (typeof lines)[number]) =>
      line.ascent + line.descent + (LEADING / 2) * own.size;
    const height = lines.reduce((all, line) => all + pitch(line), 0);
    let top = isAbove ? y - height : y;
    const edge = isAbove ? top : y + height;
    for (const line of lines) {
      page.texts.push({
        lines: [{ line, x, baseline: top + line.ascent }],
        element: undefined,
        prints: [],
      });
      top += pitch(line);
    }
    return edge;
  };

  let top = EDGE;
  for (const line of above) top = put(line, style(38, 'regular'), EDGE + MARK + GAP, top);
  const titleTop = put(title, style(60, 'bold'), EDGE, HEIGHT - EDGE + 10, true);
  page.shapes.push(...stitches(EDGE, titleTop - 30, WIDTH - 2 * EDGE, 9, '#3b8f74', '#e23b4e'));
  const size =
    SIZES.find(
      (one) =>
        breakLines([{ text: department, style: style(one, 'bold') }], WIDTH - 2 * EDGE).length <= 2,
    ) ?? 36;
  const lines = [
    { text: department, style: style(size, 'bold') },
    ...below.map((text) => ({ text, style: style(38, 'regular') })),
  ];
  const heights = lines.map(
    (one) => breakLines([one], WIDTH - 2 * EDGE).length * one.style.size * (1.28 + LEADING / 2),
  );
  const height = heights.reduce((all, one) => all + one, 0);
  const upper = Math.max(top, EDGE + MARK);
  let y = upper + Math.max(0, (titleTop - 30 - upper - height) / 2);
  for (const one of lines) y = put(one.text, one.style, EDGE, y);
  return page;
}
