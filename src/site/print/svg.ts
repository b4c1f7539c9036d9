// A page as an SVG with its texts as outlines.

import type { Page, Shape } from './page.ts';
import { typefaces } from './typeface.ts';

/** Returns the SVG, a user unit to the point, without the page's figures. */
export function writeSvg({ width, height, shapes, texts }: Page): string {
  const drawn = [
    ...shapes.map(drawShape),
    ...texts.flatMap(({ lines }) =>
      lines.flatMap(({ line, x, baseline }) =>
        line.pieces.flatMap(({ x: from, style: { size, weight, colour }, clusters }) => {
          const scale = size / 1000;
          let advance = 0;
          return clusters.flatMap((cluster) => {
            const start = advance;
            advance += cluster.advance;
            return cluster.glyphs.map((glyph) => {
              const place = `${x + from + (start + glyph.x) * scale} ${baseline - glyph.y * scale}`;
              return `<path transform="translate(${place}) scale(${scale} ${-scale})" fill="${colour}" d="${typefaces[weight].outline(glyph)}"/>`;
            });
          });
        }),
      ),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`;
}

function drawShape({ path, fill, stroke }: Shape): string {
  const d = path.map((step) => step.join(' ')).join('');
  if (!stroke) return `<path fill="${fill}" d="${d}"/>`;
  const cap = stroke.isRound ? 'round' : 'butt';
  return `<path fill="none" stroke="${stroke.colour}" stroke-width="${stroke.width}" stroke-linecap="${cap}" d="${d}"/>`;
}
