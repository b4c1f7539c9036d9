// Pages that are filled from the top down, one after the other. Lengths are in points.

import { addElement, type Element, MM, type Page, type PlacedText } from './page.ts';
import { breakLines, heightOf, type Run, type TextBlock } from './text.ts';

/** The margins: left and right, above and below. */
export const SIDE = 9 * MM;
export const EDGE = 7 * MM;
/** Below the pages of a sheet that has several: whose it is, and which page. */
export const FOOTER = 4.5 * MM;

export interface Format {
  width: number;
  height: number;
  /** The size of the header and the foot, relative to those of the poster. */
  frame: number;
}

/** A4 in landscape. */
export const A4: Format = { width: 297 * MM, height: 210 * MM, frame: 1 };
export const A5: Format = { width: 148 * MM, height: 210 * MM, frame: 0.6 };

export class PageFlow {
  readonly pages: Page[] = [];
  readonly root: Element = addElement('Document');
  readonly format: Format;
  /** The space between the lines of a text. */
  readonly leading: number;
  /** The width between the margins. */
  readonly width: number;
  /** Where the content of a page ends. */
  readonly bottom: number;
  page: Page;
  /** Where the next thing begins. */
  y = EDGE;

  /** @param footer the height kept free below the content */
  constructor(format: Format, footer: number, leading: number) {
    this.format = format;
    this.leading = leading;
    this.width = format.width - 2 * SIDE;
    this.bottom = format.height - EDGE - footer;
    this.page = this.turn();
  }

  /** Begins a page. */
  turn(): Page {
    const { width, height } = this.format;
    this.page = { width, height, shapes: [], texts: [], figures: [] };
    this.pages.push(this.page);
    this.y = EDGE;
    return this.page;
  }

  /** The height that is left on the page. */
  get free(): number {
    return this.bottom - this.y;
  }

  get isFresh(): boolean {
    return this.y === EDGE;
  }

  /** Breaks a text into lines of at most the width. */
  lay(runs: Run[], width = this.width): TextBlock {
    const lines = breakLines(runs, width);
    return { lines, height: heightOf(lines, this.leading) };
  }

  /**
   * Puts a text on the page, wherever the flow is.
   * @param role its structure element, see addElement
   * @param key what it prints, by the keys of proof.ts
   * @param align the width in which the lines are aligned, and the share of the free width on their left
   * @returns where it ends
   */
  put(
    { lines }: TextBlock,
    role: string,
    key: string,
    x: number,
    y: number,
    align: { width: number; share: number } = { width: 0, share: 0 },
  ): number {
    const text: PlacedText = { lines: [], element: addElement(role, this.root), prints: [key] };
    let top = y;
    for (const line of lines) {
      const left = x + (align.width - line.width) * align.share;
      text.lines.push({ line, x: left, baseline: top + line.ascent });
      top += line.ascent + line.descent + this.leading;
    }
    this.page.texts.push(text);
    return top - this.leading;
  }

  /**
   * Puts a text where the flow is; its lines may go on to the next page.
   * @throws Error if a line is higher than a page
   */
  add(runs: Run[], role: string, key: string): void {
    const { lines } = this.lay(runs);
    for (let from = 0; from < lines.length; ) {
      let to = from;
      let height = 0;
      for (; to < lines.length; to++) {
        const line = lines[to];
        const own = (line?.ascent ?? 0) + (line?.descent ?? 0) + this.leading;
        if (height + own - this.leading > this.free) break;
        height += own;
      }
      if (to > from) this.put({ lines: lines.slice(from, to), height }, role, key, SIDE, this.y);
      else if (this.isFresh) throw new Error(`A line is higher than the page (${key}).`);
      this.y += height;
      if (to < lines.length) this.turn();
      from = to;
    }
  }
}
