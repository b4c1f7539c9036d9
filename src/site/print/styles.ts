// The type of the sheets: sizes, weights and colours.

import type { Cell, CellLine } from '../cells.ts';
import { colours } from './page.ts';
import type { Run, Style } from './text.ts';
import type { Weight } from './typeface.ts';

/** The smallest type of a sheet on A4 and A5, in points. */
export const SMALLEST = 9;

/**
 * The styles of a sheet.
 * @param size of ordinary text, in points; what is smaller than ordinary text has SMALLEST at least
 * @param frame the size of the header and the foot, relative to those of the poster
 */
export function stylesAt(size: number, frame: number) {
  const style = (ratio: number, weight: Weight, colour = colours.ink): Style => ({
    size: Math.max(SMALLEST, ratio * size),
    weight,
    colour,
  });
  return {
    plain: style(1, 'regular'),
    strong: style(1, 'bold'),
    name: style(1.1, 'bold'),
    post: style(1.1, 'bold'),
    label: style(0.9, 'regular'),
    phone: { ...style(1.15, 'bold'), isWhole: true },
    serial: style(1.2, 'bold', colours.red),
    latin: style(0.9, 'regular'),
    head: style(0.85, 'bold'),
    number: style(0.85, 'regular'),
    statement: style(1.1, 'bold', colours.red),
    section: style(1.25, 'bold', colours.green),
    item: style(1, 'bold', colours.red),
    // The header and the foot vary less with the ordinary text.
    department: { size: frame * (8 + 0.9 * size), weight: 'bold', colour: colours.green },
    title: { size: frame * (18 + 1.6 * size), weight: 'bold', colour: colours.green },
    contact: { size: frame * (10 + 0.7 * size), weight: 'bold', colour: colours.green },
    onlyContact: { size: frame * (14 + size), weight: 'bold', colour: colours.green },
  } satisfies Record<string, Style>;
}

export type Styles = ReturnType<typeof stylesAt>;

/** A label and what it labels share a line where there is room, and so do the parts of an address. */
export function paragraphsOf(cell: Cell, styles: Record<CellLine['style'], Style>): Run[][] {
  const paragraphs: Run[][] = [];
  for (const [index, { style, text }] of cell.entries()) {
    const before = cell[index - 1];
    const goesOn =
      before?.style === 'label' ||
      (before?.style === 'plain' && style === 'plain' && before.text.endsWith(','));
    const run = { text: goesOn ? ` ${text}` : text, style: styles[style] };
    if (goesOn) paragraphs.at(-1)?.push(run);
    else paragraphs.push([run]);
  }
  return paragraphs;
}
