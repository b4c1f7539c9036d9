// The strip at the foot of the last page: whom to call, and where to read on. Above it: where the office is.

import { qrCode } from './drawing.ts';
import { colours, MM, roundedRectangle } from './page.ts';
import { type PageFlow, SIDE } from './page-flow.ts';
import type { Contact, SheetContent } from './sheet-content.ts';
import type { Styles } from './styles.ts';
import { inStyle, measure, type TextBlock } from './text.ts';

const GAP = 5 * MM;

/** Lengths are in points. */
export interface Foot {
  /** The height of the whole foot, with the space above. */
  height: number;
  /** The height of the strip. */
  strip: number;
  /** Between the strip's ends and what is in it. */
  pad: number;
  visit: TextBlock[];
  contacts: LaidContact[];
  contactWidth: number;
  notes: TextBlock[];
  notesWidth: number;
  qr: string | undefined;
  qrSide: number;
}

interface LaidContact {
  label: TextBlock;
  number: TextBlock;
  height: number;
}

const heightOf = (blocks: TextBlock[]) => blocks.reduce((all, { height }) => all + height, 0);

/** Lays the foot out, without drawing it: the tables leave room for it. */
export function layFoot(flow: PageFlow, content: SheetContent, styles: Styles): Foot {
  const { width } = flow;
  const { qr } = content;
  const pad = 5 * MM * flow.format.frame;
  const qrSide = qr ? 23 * MM : 0;
  const visit = content.visit.map((text) => flow.lay(inStyle(text, styles.plain)));
  const notes = content.notes.map(({ style, text }) =>
    flow.lay(inStyle(text, styles[style]), 0.36 * width),
  );
  const notesWidth = Math.max(0, ...notes.flatMap(({ lines }) => lines.map((line) => line.width)));
  const count = Math.max(1, content.contacts.length);
  const room = width - 2 * pad - qrSide - notesWidth - 2 * GAP;
  const contactWidth = (room - (count - 1) * GAP) / count;
  const contacts = content.contacts.map((contact) =>
    layContact(flow, contact, contactWidth, count === 1, styles),
  );
  const heights = contacts.map(({ height }) => height);
  const strip = Math.max(qrSide, heightOf(notes), ...heights) + 2.4 * MM;
  const above = 2.2 * MM + (visit.length > 0 ? heightOf(visit) + 1.2 * MM : 0);
  const height = above + strip;
  return { height, strip, pad, visit, contacts, contactWidth, notes, notesWidth, qr, qrSide };
}

/** A number that is too wide is set smaller. */
function layContact(
  flow: PageFlow,
  { label, number }: Contact,
  width: number,
  isOnly: boolean,
  styles: Styles,
): LaidContact {
  const style = isOnly ? styles.onlyContact : styles.contact;
  const { natural } = measure(inStyle(number, style));
  const fitting = { ...style, size: style.size * Math.min(1, width / natural) };
  const [before = '', ...rest] = label.split(/(?<=: )/);
  const labelRuns = [
    { text: before, style: rest.length > 0 ? styles.plain : styles.strong },
    { text: ` ${rest.join('')}`, style: styles.strong },
  ];
  const blocks = {
    label: flow.lay(labelRuns, width),
    number: flow.lay(inStyle(number, fitting), width + 1),
  };
  return { ...blocks, height: blocks.label.height + blocks.number.height };
}

/** Draws the foot at the bottom of the flow's page. */
export function drawFoot(flow: PageFlow, foot: Foot): void {
  const { height, strip, pad, visit, contacts, contactWidth, notes, notesWidth, qr, qrSide } = foot;
  const { page, width, bottom } = flow;
  let top = bottom - height + 2.2 * MM;
  for (const [index, block] of visit.entries()) {
    flow.put(block, 'P', `visit/${index}`, SIDE, top);
    top += block.height;
  }
  page.shapes.push({
    path: roundedRectangle(SIDE, bottom - strip, width, strip, 2 * MM),
    fill: colours.tint,
  });
  const centre = bottom - strip + strip / 2;
  let left = SIDE + pad;
  for (const [index, contact] of contacts.entries()) {
    const end = flow.put(contact.label, 'P', `contact/${index}`, left, centre - contact.height / 2);
    flow.put(contact.number, 'P', `contact/${index}`, left, end);
    left += contactWidth + GAP;
  }
  let line = centre - heightOf(notes) / 2;
  for (const block of notes) {
    const x = SIDE + width - pad - qrSide - (qrSide ? GAP : 0) - notesWidth;
    flow.put(block, 'P', 'notes', x, line, { width: notesWidth, share: 1 });
    line += block.height;
  }
  if (!qr) return;
  const x = SIDE + width - pad - qrSide;
  page.figures.push(qrCode(qr, x, centre - qrSide / 2, qrSide, flow.root));
}
