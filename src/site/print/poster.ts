// The sheet for the office wall: the whole charter on A4 in landscape, which A3 magnifies. And what else is set like it.

import { toBengaliDigits, toSerial } from '../../bangla/digits.ts';
import type { Cell, CellLine } from '../cells.ts';
import { mark, qrCode, stitches } from './drawing.ts';
import {
  addElement,
  colours,
  type Element,
  MM,
  type Page,
  type PlacedText,
  roundedRectangle,
} from './page.ts';
import type { Document } from './pdf.ts';
import type { Wanted } from './proof.ts';
import {
  countFitting,
  drawTable,
  headHeight,
  heightsOf,
  type LaidRow,
  layTable,
  splitRow,
  type TableRow,
} from './table.ts';
import { breakLines, LEADING, type Line, measure, type Run, type Style } from './text.ts';
import type { Weight } from './typeface.ts';

/** Whose charter it is, in the order of the pages' header. */
export interface Letterhead {
  title: string;
  above: string[];
  department: string;
  below: string[];
}

/** The office in a line: the department, and which of its offices. */
export function officeOf({ department, below }: Letterhead): string {
  return [department, ...below.slice(-1)].join(', ');
}

export interface PosterColumn {
  key: string;
  heading: string;
  isLeft: boolean;
  /** Whether equal neighbours in the column are one cell, as on the boards of offices. */
  isMerged: boolean;
  isName: boolean;
}

/** A row: the cells by column, or a heading across all columns. */
export type PosterRow = Record<string, Cell> | { group: string };

export interface PosterSection {
  /** The title, and what follows it in smaller type. */
  heading: string[];
  introduction?: string | undefined;
  columns?: PosterColumn[];
  rows?: PosterRow[];
  /** A numbered list, in place of a table. */
  items?: string[];
}

export interface Poster extends Letterhead {
  /** Vision and mission, each with its heading. */
  statements: [heading: string, text: string][];
  sections: PosterSection[];
  /** Where the office is and when it is open. */
  visit: string[];
  contacts: { label: string; number: string }[];
  notes: CellLine[];
  qr: string | undefined;
}

const SIDE = 9 * MM;
const EDGE = 7 * MM;
/** Below the pages of a poster that has several: whose it is, and which page. */
const FOOTER = 4.5 * MM;

export interface Format {
  width: number;
  height: number;
  /** The size of the header and the foot, relative to those of the poster. */
  frame: number;
}

const A4: Format = { width: 297 * MM, height: 210 * MM, frame: 1 };
export const A5: Format = { width: 148 * MM, height: 210 * MM, frame: 0.6 };

/** The sizes of ordinary text on A4, in points. None is smaller than the first. */
const SIZES = [9, 9.5, 10, 10.5, 11, 11.5, 12, 12.5, 13, 13.5, 14];
const SMALLEST = 9;
/** The place of the largest that a poster of several pages may have: larger type would leave its columns a word a line. */
const MOST_ON_SEVERAL = SIZES.indexOf(11.5);

/**
 * Lays the poster out, in the largest type that takes no more pages than the smallest does.
 * @returns also what it has to print, for proof.ts
 */
export function layPoster(poster: Poster, format = A4): { document: Document; wanted: Wanted } {
  const onOne = layAt(poster, format, SMALLEST, { isOnly: true, extra: 0 });
  const isOnly = onOne.document.pages.length === 1;
  const at = (size: number, extra = 0) => layAt(poster, format, size, { isOnly, extra });
  const most = isOnly ? 1 : at(SMALLEST).document.pages.length;
  let best = 0;
  for (let from = 1, to = isOnly ? SIZES.length - 1 : MOST_ON_SEVERAL; from <= to; ) {
    const middle = (from + to) >> 1;
    const { document, isTight } = at(SIZES[middle] ?? SMALLEST);
    const isFitting = document.pages.length <= most && !isTight;
    if (isFitting) best = middle;
    [from, to] = isFitting ? [middle + 1, to] : [from, middle - 1];
  }
  const size = SIZES[best] ?? SMALLEST;
  const laid = at(size);
  // What is still free makes the rows of a single page higher.
  const extra = isOnly && laid.rows > 0 ? Math.min(laid.free / laid.rows, 4 * size) * 0.98 : 0;
  return { document: at(size, extra).document, wanted: wantedTexts(poster) };
}

function wantedTexts(poster: Poster): Wanted {
  const wanted: Wanted = new Map();
  for (const [index, line] of [...poster.above, poster.department, ...poster.below].entries())
    wanted.set(`letterhead/${index}`, line);
  wanted.set('title', poster.title);
  for (const [index, [heading, text]] of poster.statements.entries()) {
    wanted.set(`statement/${index}/heading`, heading);
    wanted.set(`statement/${index}/text`, text);
  }
  for (const [index, section] of poster.sections.entries()) {
    wanted.set(`${index}/heading`, section.heading.join(' '));
    if (section.introduction) wanted.set(`${index}/introduction`, section.introduction);
    for (const [item, text] of (section.items ?? []).entries())
      wanted.set(`${index}/item${item}`, toSerial(item + 1) + text);
    const { columns = [], rows = [] } = section;
    for (const [column, { heading }] of columns.entries()) {
      if (rows.length === 0 || !hasHead(columns)) continue;
      wanted.set(`${index}/head0/${column}`, heading);
      wanted.set(`${index}/head1/${column}`, toSerial(column + 1));
    }
    for (const [row, cells] of rows.entries()) {
      if (isGroup(cells)) wanted.set(`${index}/${row}/group`, cells.group);
      else
        for (const [column, { key }] of columns.entries())
          wanted.set(`${index}/${row}/${column}`, textOf(cells[key]));
    }
  }
  for (const [index, line] of poster.visit.entries()) wanted.set(`visit/${index}`, line);
  for (const [index, { label, number }] of poster.contacts.entries())
    wanted.set(`contact/${index}`, label + number);
  if (poster.notes.length > 0) wanted.set('notes', textOf(poster.notes));
  return wanted;
}

const textOf = (cell: Cell = []) => cell.map(({ text }) => text).join(' ');
/** Whether a table has a head: a list of facts has none. */
const hasHead = (columns: PosterColumn[]) => columns.some(({ heading }) => heading !== '');

const isGroup = (row: PosterRow): row is { group: string } => typeof row.group === 'string';

function stylesAt(size: number, frame: number) {
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

/** A label and what it labels share a line where there is room, and so do the parts of an address. */
function paragraphsOf(cell: Cell, styles: Record<CellLine['style'], Style>): Run[][] {
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

/** A text in lines, and how high it is. */
interface Lines {
  lines: Line[];
  height: number;
}

class Sheet {
  readonly pages: Page[] = [];
  readonly root: Element = addElement('Document');
  readonly format: Format;
  readonly bottom: number;
  page: Page;
  /** Where the next thing begins. */
  y = EDGE;

  constructor(format: Format, footer: number) {
    this.format = format;
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

  get free(): number {
    return this.bottom - this.y;
  }

  get isFresh(): boolean {
    return this.y === EDGE;
  }
}

function layAt(
  poster: Poster,
  format: Format,
  size: number,
  { isOnly, extra }: { isOnly: boolean; extra: number },
): { document: Document; free: number; rows: number; isTight: boolean } {
  const styles = stylesAt(size, format.frame);
  const inner = format.width - 2 * SIDE;
  const leading = LEADING * size;
  const sheet = new Sheet(format, isOnly ? 0 : FOOTER);
  const { root } = sheet;

  const lay = (runs: Run[], width: number): Lines => {
    const lines = breakLines(runs, width);
    const own = lines.reduce((all, { ascent, descent }) => all + ascent + descent, 0);
    return { lines, height: own + Math.max(0, lines.length - 1) * leading };
  };
  const one = (text: string, style: Style): Run[] => [{ text, style }];

  /** Puts lines on the page, and returns where they end. */
  const put = (
    { lines }: Lines,
    role: string,
    key: string | undefined,
    x: number,
    y: number,
    align: { width: number; share: number } = { width: 0, share: 0 },
  ): number => {
    const text: PlacedText = {
      lines: [],
      element: key === undefined ? undefined : addElement(role, root),
      prints: key === undefined ? [] : [key],
    };
    let top = y;
    for (const line of lines) {
      const left = x + (align.width - line.width) * align.share;
      text.lines.push({ line, x: left, baseline: top + line.ascent });
      top += line.ascent + line.descent + leading;
    }
    sheet.page.texts.push(text);
    return top - leading;
  };

  /** Lines that may go on to the next page. */
  const flow = (runs: Run[], role: string, key: string): void => {
    const { lines } = lay(runs, inner);
    for (let from = 0; from < lines.length; ) {
      let to = from;
      let height = 0;
      for (; to < lines.length; to++) {
        const line = lines[to];
        const own = (line?.ascent ?? 0) + (line?.descent ?? 0) + leading;
        if (height + own - leading > sheet.free) break;
        height += own;
      }
      if (to > from) put({ lines: lines.slice(from, to), height }, role, key, SIDE, sheet.y);
      else if (sheet.isFresh) throw new Error(`A line is higher than the page (${key}).`);
      sheet.y += height;
      if (to < lines.length) sheet.turn();
      from = to;
    }
  };

  layHeader();
  layStatements();
  const foot = layFoot();
  let rows = 0;
  let isTight = false;
  for (const [index, section] of poster.sections.entries())
    laySection(section, index, index === poster.sections.length - 1);
  if (foot.height > sheet.free) sheet.turn();
  const free = sheet.free - foot.height;
  foot.draw();
  if (!isOnly || sheet.pages.length > 1) numberPages();

  const title = `${poster.title} — ${officeOf(poster)}`;
  return { document: { title, pages: sheet.pages, root }, free, rows, isTight };

  /** The mark, whose office it is, and the title. */
  function layHeader(): void {
    const side = 18 * MM * format.frame;
    const gap = 4 * MM;
    const title = lay(one(poster.title, styles.title), inner / 2);
    const titleWidth = Math.max(...title.lines.map(({ width }) => width));
    const left = SIDE + side + gap;
    const room = inner - side - 2 * gap - titleWidth;
    // A name that takes more than two lines is set smaller.
    let department = styles.department;
    while (
      lay(one(poster.department, department), room).lines.length > 2 &&
      department.size > SMALLEST
    )
      department = { ...department, size: Math.max(SMALLEST, department.size * 0.9) };
    const letterhead = [
      ...poster.above.map((text) => one(text, styles.plain)),
      one(poster.department, department),
      ...poster.below.map((text) => one(text, styles.plain)),
    ].map((runs) => lay(runs, room));
    const own =
      letterhead.reduce((all, { height }) => all + height, 0) + (letterhead.length - 1) * leading;
    const height = Math.max(side, own, title.height);
    const { y } = sheet;
    sheet.page.shapes.push(...mark(SIDE, y + (height - side) / 2, side));
    put(title, 'H1', 'title', SIDE + inner - titleWidth, y + (height - title.height) / 2);
    let top = y + (height - own) / 2;
    for (const [index, lines] of letterhead.entries())
      top = put(lines, 'P', `letterhead/${index}`, left, top) + leading;
    sheet.y = y + height + 1.6 * MM;
    sheet.page.shapes.push(...stitches(SIDE, sheet.y, inner, MM));
    sheet.y += 0.7 * MM + 2 * MM;
  }

  /** Vision and mission side by side, as wide as makes them equally high; one after the other if they are long. */
  function layStatements(): void {
    const [first, second] = poster.statements;
    if (!first) return;
    const gap = 10 * MM;
    const candidates = second
      ? Array.from({ length: 21 }, (_, step) => (0.25 + step * 0.025) * (inner - gap)).map(
          (width) => {
            const columns = [
              { statement: first, x: SIDE, text: lay(one(first[1], styles.plain), width) },
              {
                statement: second,
                x: SIDE + width + gap,
                text: lay(one(second[1], styles.plain), inner - gap - width),
              },
            ];
            return { columns, height: Math.max(...columns.map(({ text }) => text.height)) };
          },
        )
      : [
          {
            columns: [{ statement: first, x: SIDE, text: lay(one(first[1], styles.plain), inner) }],
            height: 0,
          },
        ];
    const best = candidates.reduce((low, next) => (next.height < low.height ? next : low));
    const heading = lay(one(first[0], styles.statement), inner);
    const height = heading.height + Math.max(...best.columns.map(({ text }) => text.height));
    if (height > sheet.free / 2) {
      for (const [index, [title, text]] of poster.statements.entries()) {
        sheet.y = put(
          lay(one(title, styles.statement), inner),
          'H2',
          `statement/${index}/heading`,
          SIDE,
          sheet.y,
        );
        flow(one(text, styles.plain), 'P', `statement/${index}/text`);
        sheet.y += 1 * MM;
      }
      return;
    }
    for (const [index, { statement, x, text }] of best.columns.entries()) {
      const below = put(
        lay(one(statement[0], styles.statement), inner),
        'H2',
        `statement/${index}/heading`,
        x,
        sheet.y,
      );
      put(text, 'P', `statement/${index}/text`, x, below);
    }
    sheet.y += height + 1.6 * MM;
  }

  function laySection(section: PosterSection, index: number, isLast: boolean): void {
    if (!sheet.isFresh && index > 0) sheet.y += 3 * MM;
    const [title = '', ...rest] = section.heading;
    const heading = lay(
      [
        { text: title, style: styles.section },
        ...rest.map((text) => ({ text: ` ${text}`, style: styles.plain })),
      ],
      inner,
    );
    const headed = (next: number) => {
      if (heading.height + MM + next > sheet.free && !sheet.isFresh) sheet.turn();
      sheet.y = put(heading, 'H2', `${index}/heading`, SIDE, sheet.y) + 0.8 * MM;
    };
    const introduce = () => {
      if (!section.introduction) return;
      flow(one(section.introduction, styles.plain), 'P', `${index}/introduction`);
      sheet.y += leading;
    };
    if (section.columns && section.rows && section.rows.length > 0) {
      laySectionTable(section.columns, section.rows, index, isLast, (next) => {
        headed(next + (section.introduction ? 2 * size : 0));
        introduce();
      });
      return;
    }
    headed(3 * size);
    introduce();
    for (const [item, text] of (section.items ?? []).entries())
      flow(
        [
          { text: toSerial(item + 1), style: styles.item },
          { text: ` ${text}`, style: styles.plain },
        ],
        'P',
        `${index}/item${item}`,
      );
  }

  function laySectionTable(
    columns: PosterColumn[],
    posterRows: PosterRow[],
    index: number,
    isLast: boolean,
    begin: (next: number) => void,
  ): void {
    const tableRows = posterRows.map(
      (row, at): TableRow =>
        isGroup(row)
          ? { key: `${index}/${at}`, group: one(row.group, styles.strong) }
          : {
              key: `${index}/${at}`,
              cells: columns.map(({ key }) => paragraphsOf(row[key] ?? [], styles)),
            },
    );
    const laid = layTable(
      {
        key: `${index}`,
        columns: columns.map((column) => ({
          ...column,
          heading: one(column.heading, styles.head),
        })),
        hasHead: hasHead(columns),
        numbers: columns.map((_, at) => one(toSerial(at + 1), styles.number)),
        rows: tableRows,
      },
      inner,
      { x: 0.6 * size, y: 0.3 * size, leading: 0.1 * size },
    );
    rows += tableRows.length;
    isTight ||= laid.isTight;
    const head = headHeight(laid);
    const whole = format.height - 2 * EDGE - FOOTER - head;
    const notes = {
      ended: { text: '(আগের পাতায়)', style: styles.label },
      continued: { text: '(চলমান)', style: styles.name },
    };
    const height = (some: LaidRow[]) => heightsOf(laid, some).reduce((all, row) => all + row, 0);
    const opening = (queue: LaidRow[]) => queue.slice(0, queue[0]?.isGroup ? 2 : 1);
    /** Whether a row may be broken: if no page has room for it, or if a page would stay half empty for it. */
    const isBreakable = (row: LaidRow) => height([row]) > whole / 2;

    let queue = laid.rows;
    begin(head + Math.min(height(opening(queue)), whole / 4));
    while (queue.length > 0) {
      const room = sheet.free - head;
      let count = countFitting(laid, queue, room);
      // The last row keeps the foot company.
      if (isLast && count === queue.length && count > 1 && height(queue) + foot.height > room)
        count = Math.min(countFitting(laid, queue, room - foot.height) || count, count - 1);
      let part = queue.slice(0, count);
      queue = queue.slice(count);
      let left = room - height(part);

      const start = opening(queue);
      const row = start.at(-1);
      if (row && isBreakable(row) && left > whole / 4) {
        const above = start.slice(0, -1);
        const pieces = splitRow(laid, row, left - height(above), notes);
        if (pieces) {
          part = [...part, ...above, pieces[0]];
          queue = [pieces[1], ...queue.slice(start.length)];
          left = 0;
        }
      }
      if (part.length === 0 && sheet.isFresh)
        throw new Error(`A row has no room on a page (${row?.key}).`);
      // A page that another one follows is filled.
      const filling = Math.min(left / part.length, 0.7 * size) * 0.98;
      const more = queue.length > 0 ? filling : extra;
      if (part.length > 0) sheet.y += drawTable(laid, part, sheet.page, root, SIDE, sheet.y, more);
      if (queue.length > 0) sheet.turn();
    }
  }

  /** The strip at the foot of the last page: whom to call, and where to read on. */
  function layFoot(): { height: number; draw(): void } {
    const pad = 5 * MM * format.frame;
    const gap = 5 * MM;
    const qrSide = poster.qr ? 23 * MM : 0;
    const visit = poster.visit.map((text) => lay(one(text, styles.plain), inner));
    const notes = poster.notes.map(({ style, text }) =>
      lay(one(text, styles[style]), 0.36 * inner),
    );
    const notesWidth = Math.max(
      0,
      ...notes.flatMap(({ lines }) => lines.map(({ width }) => width)),
    );
    const notesHeight = notes.reduce((all, { height }) => all + height, 0);
    const count = Math.max(1, poster.contacts.length);
    const room = inner - 2 * pad - qrSide - notesWidth - 2 * gap;
    const share = (room - (count - 1) * gap) / count;
    const contacts = poster.contacts.map(({ label, number }) => {
      const style = count === 1 ? styles.onlyContact : styles.contact;
      const { natural } = measure(one(number, style));
      const fitting = { ...style, size: style.size * Math.min(1, share / natural) };
      const [before = '', ...rest] = label.split(/(?<=: )/);
      return {
        label: lay(
          [
            { text: before, style: rest.length > 0 ? styles.plain : styles.strong },
            { text: ` ${rest.join('')}`, style: styles.strong },
          ],
          share,
        ),
        number: lay(one(number, fitting), share + 1),
      };
    });
    const heights = contacts.map(({ label, number }) => label.height + number.height);
    const strip = Math.max(qrSide, notesHeight, ...heights) + 2.4 * MM;
    const visitHeight = visit.reduce((all, { height }) => all + height, 0);
    const above = 2.2 * MM + (visit.length > 0 ? visitHeight + 1.2 * MM : 0);
    return {
      height: above + strip,
      draw() {
        let top = sheet.bottom - strip - above + 2.2 * MM;
        for (const [index, lines] of visit.entries()) {
          put(lines, 'P', `visit/${index}`, SIDE, top);
          top += lines.height;
        }
        const y = sheet.bottom - strip;
        const { page } = sheet;
        page.shapes.push({
          path: roundedRectangle(SIDE, y, inner, strip, 2 * MM),
          fill: colours.tint,
        });
        const centre = y + strip / 2;
        let left = SIDE + pad;
        for (const [index, { label, number }] of contacts.entries()) {
          const end = put(label, 'P', `contact/${index}`, left, centre - (heights[index] ?? 0) / 2);
          put(number, 'P', `contact/${index}`, left, end);
          left += share + gap;
        }
        let line = centre - notesHeight / 2;
        for (const lines of notes) {
          const x = SIDE + inner - pad - qrSide - (qrSide ? gap : 0) - notesWidth;
          put(lines, 'P', 'notes', x, line, { width: notesWidth, share: 1 });
          line += lines.height;
        }
        if (!poster.qr) return;
        const x = SIDE + inner - pad - qrSide;
        page.figures.push(qrCode(poster.qr, x, centre - qrSide / 2, qrSide, root));
      },
    };
  }

  function numberPages(): void {
    const total = toBengaliDigits(String(sheet.pages.length));
    const whose = `${poster.title}, ${officeOf(poster)}`;
    for (const [index, page] of sheet.pages.entries()) {
      const style = stylesAt(SMALLEST, 1).plain;
      const number = `পৃষ্ঠা ${toBengaliDigits(String(index + 1))}/${total}`;
      const { natural } = measure(one(number, style));
      const lines = [
        { line: lay(one(whose, style), inner - natural - 5 * MM).lines[0], x: SIDE },
        { line: lay(one(number, style), inner).lines[0], x: SIDE + inner - natural },
      ].flatMap(({ line, x }) => (line ? [{ line, x, baseline: format.height - EDGE - 2 }] : []));
      page.texts.push({ lines, element: undefined, prints: [] });
    }
  }
}
