// A sheet of labels to stick on doors and counters: the site's QR code and address, twelve times on A4.

import { qrCode, SCAN } from './drawing.ts';
import { addElement, colours, MM, type Page, type PlacedText, rectangle } from './page.ts';
import type { Document } from './pdf.ts';
import type { Wanted } from './proof.ts';
import { type Letterhead, officeOf } from './sheet-content.ts';
import { breakLines, LEADING, type Style } from './text.ts';

const COLUMNS = 2;
const ROWS = 6;
const WIDTH = 210 * MM;
const HEIGHT = 297 * MM;
const PAD = 5 * MM;
const GAP = 2 * MM;
const SIZES = [10, 9, 8, 7, 6, 5, 4, 3];

/**
 * @param url what the code leads to
 * @returns also what the sheet has to print, for proof.ts
 */
export function layLabels(
  letterhead: Letterhead,
  url: string,
): { document: Document; wanted: Wanted } {
  const { title, department } = letterhead;
  const root = addElement('Document');
  const page: Page = { width: WIDTH, height: HEIGHT, shapes: [], texts: [], figures: [] };
  const wanted: Wanted = new Map();
  const style = (size: number, weight: Style['weight'], colour: string): Style => ({
    size,
    weight,
    colour,
  });
  const width = WIDTH / COLUMNS;
  const height = HEIGHT / ROWS;
  const side = height - 2 * PAD;
  const textsAt = (size: number): [string, Style][] => [
    [title, style(1.5 * size, 'bold', colours.green)],
    [officeOf(letterhead), style(size, 'regular', colours.ink)],
    [SCAN, style(size, 'bold', colours.ink)],
    [url.replace(/^https?:\/\//, ''), style(size, 'regular', colours.ink)],
  ];
  const texts = textsAt(1).map(([text]) => text);
  const room = width - 2 * PAD - side - GAP;
  const layAt = (size: number) => {
    const gap = LEADING * size;
    const laid = textsAt(size).map(([text, own]) => breakLines([{ text, style: own }], room));
    const lines = laid.flat().reduce((all, { ascent, descent }) => all + ascent + descent, 0);
    return { laid, gap, height: lines + (laid.length - 1) * gap };
  };
  // The largest size in which the texts fit their label; a long name has it smaller.
  const label =
    SIZES.map(layAt).find((one) => one.height <= height - PAD) ?? layAt(SIZES.at(-1) ?? 1);

  for (let place = 0; place < COLUMNS * ROWS; place++) {
    const x = (place % COLUMNS) * width;
    const y = Math.floor(place / COLUMNS) * height;
    page.shapes.push({
      path: rectangle(x, y, width, height),
      stroke: { colour: colours.rule, width: 0.25 },
    });
    page.figures.push(qrCode(url, x + PAD, y + PAD, side, root));
    const left = x + PAD + side + GAP;
    let top = y + (height - label.height) / 2;
    for (const [index, lines] of label.laid.entries()) {
      const key = `label${place}/${index}`;
      wanted.set(key, texts[index] ?? '');
      const text: PlacedText = { lines: [], element: addElement('P', root), prints: [key] };
      for (const line of lines) {
        text.lines.push({ line, x: left, baseline: top + line.ascent });
        top += line.ascent + line.descent;
      }
      page.texts.push(text);
      top += label.gap;
    }
  }
  return { document: { title: `${title} — ${department}`, pages: [page], root }, wanted };
}
