// Reads a Word document (ISO/IEC 29500) into paragraphs and grids. Converters to HTML do not do: a run's Bijoy encoding
// shows only in its font.

import { looksLikeBijoy } from '../../bangla/bijoy.ts';
import { columnMeaning } from '../headings.ts';
import {
  type Block,
  type Change,
  cellText,
  ImportError,
  paragraph,
  type Source,
  spannedGrid,
} from '../source.ts';
import { createFonts, type Fonts } from './docx-fonts.ts';
import { Numbering } from './docx-numbering.ts';
import { Found, superscript } from './found.ts';
import {
  childrenOf,
  descendants,
  type Element,
  find,
  isElement,
  parseXml,
  textContent,
} from './markup.ts';
import { Runs } from './runs.ts';
import { unzip } from './zip.ts';

/**
 * Reads a Word document, with its headers, footers and footnotes.
 * @throws ImportError for a document that is unsafe or has no text
 */
export function readDocx(bytes: Uint8Array): Source {
  const parts = unzip(bytes, (path) =>
    /^(?:_rels\/\.rels|word\/_rels\/[^/]+\.rels|word\/[^/]+\.xml)$/.test(path),
  );
  const path = [...relations(parts.get('_rels/.rels'))].find(([, { type }]) =>
    type.endsWith('/officeDocument'),
  )?.[1].target;
  const main = path?.replace(/^\//, '') ?? 'word/document.xml';
  const text = parts.get(main);
  if (text === undefined)
    throw new ImportError('ফাইলটিতে কোনো লেখা নেই।', 'The file contains no document.');
  const links = relations(parts.get(main.replace(/([^/]+)$/, '_rels/$1.rels')));
  const document: Document = {
    fonts: createFonts(parts.get('word/styles.xml')),
    numbering: new Numbering(parts.get('word/numbering.xml')),
    links: new Map([...links].map(([id, { target }]) => [id, target])),
    changes: [],
    found: new Found(),
  };
  const xml = parseXml(text);
  document.mostlyBijoy = looksLikeBijoy(textContent(xml));
  const blocks = new Reader(document, false).blocksIn(xml);
  const others = [...parts].filter(([name]) =>
    /(?:header|footer|footnotes|endnotes)\d*\.xml$/.test(name),
  );
  for (const [, part] of others)
    blocks.push(...new Reader(document, true).blocksIn(parseXml(part)));
  return { blocks, changes: document.changes, notices: document.found.notices() };
}

/** Returns the relationships of a part by their ids (ISO/IEC 29500-2 §9). */
function relations(xml: string | undefined): Map<string, { type: string; target: string }> {
  const all = xml === undefined ? [] : descendants(parseXml(xml), 'Relationship');
  return new Map(
    all.map(({ attributes: { Id = '', Type = '', Target = '' } }) => [
      Id,
      { type: Type, target: Target },
    ]),
  );
}

interface Document {
  fonts: Fonts;
  numbering: Numbering;
  /** The targets of hyperlinks by their ids. */
  links: Map<string, string>;
  changes: Change[];
  found: Found;
  /** Whether most of the text is Bijoy by its letters, whatever its fonts are called. */
  mostlyBijoy?: boolean;
}

/** The elements without current text: deletions, properties, fallbacks of drawings. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'pPr', 'rPr', 'sectPr']);

class Reader {
  readonly #document: Document;
  readonly #isBoilerplate: boolean;

  constructor(document: Document, isBoilerplate: boolean) {
    this.#document = document;
    this.#isBoilerplate = isBoilerplate;
  }

  blocksIn(container: Element): Block[] {
    return container.children.filter(isElement).flatMap((child): Block[] => {
      if (SKIPPED.has(child.name)) return [];
      if (child.name === 'p') return this.#paragraph(child);
      if (child.name === 'tbl') return this.#table(child);
      return this.blocksIn(child);
    });
  }

  /** Returns a paragraph and the text boxes that are anchored in it. */
  #paragraph(element: Element): Block[] {
    const { fonts, numbering, links, changes, found, mostlyBijoy } = this.#document;
    const runs = new Runs(changes, mostlyBijoy);
    const boxes: Block[] = [];
    const properties = find(element, 'pPr');
    const style = find(properties, 'pStyle')?.attributes.val;
    const number = numbering.next(properties);
    const walk = (parent: Element) => {
      for (const child of parent.children.filter(isElement)) {
        if (SKIPPED.has(child.name)) continue;
        if (child.name === 'txbxContent') boxes.push(...this.blocksIn(child));
        else if (child.name === 'r') this.#run(child, style, runs, walk);
        else if (child.name === 'instrText') {
          const address = /HYPERLINK\s+"([^"]+)"/.exec(textContent(child))?.[1];
          if (address)
            found.link(textContent(element).replace(/^.*HYPERLINK\s+"[^"]*"/s, ''), address);
        } else {
          if (child.name === 'hyperlink')
            found.link(textContent(child), links.get(child.attributes.id ?? '') ?? '');
          if (child.name === 'blip' || child.name === 'imagedata') found.pictures++;
          walk(child);
        }
      }
    };
    walk(element);
    const text = runs.take();
    const block = paragraph(text.trim() === '' ? number : number + text, {
      isHeading: fonts.isHeading(style),
      isBoilerplate: this.#isBoilerplate,
    });
    return [...(block.piece.text === '' ? [] : [block]), ...boxes];
  }

  #run(run: Element, style: string | undefined, runs: Runs, walk: (parent: Element) => void): void {
    const { fonts, found } = this.#document;
    const properties = find(run, 'rPr');
    if (HIDING.some((name) => isOn(find(properties, name)))) {
      found.leftOut(textContent(run));
      return;
    }
    const font = fonts.of(properties, style);
    const isRaised = find(properties, 'vertAlign')?.attributes.val === 'superscript';
    for (const part of run.children.filter(isElement)) {
      if (part.name === 't')
        runs.add(isRaised ? superscript(textContent(part)) : textContent(part), font);
      else if (part.name === 'tab') runs.add(' ', font);
      else if (part.name === 'br' || part.name === 'cr') runs.add('\n', font);
      else if (part.name === 'noBreakHyphen') runs.add('-', font);
      else if (part.name === 'sym') {
        const name = part.attributes.font ?? font ?? '';
        const isPictorial = /wingdings|webdings|symbol/i.test(name);
        runs.add(isPictorial ? '•' : symbol(part), isPictorial ? undefined : name);
      } else if (!SKIPPED.has(part.name)) walk({ ...part, children: [part] });
    }
  }

  #table(table: Element): Block[] {
    const rows = tableRows(table).map((row) => ({
      row,
      cells: rowCells(row).map((cell) => ({ cell, blocks: this.blocksIn(cell) })),
    }));
    const contents = rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
    const isLayout = contents.some(({ kind }) => kind === 'grid') && !hasHeadings(rows[0]?.cells);
    if (isLayout) return contents;
    return [spannedGrid(spannedCells(rows, gridLines(table)))];
  }
}

/** The properties of a run whose text readers do not see, or see struck out. */
const HIDING = ['strike', 'dstrike', 'vanish'];
const isOn = (toggle: Element | undefined) =>
  toggle !== undefined && !/^(?:0|false|off)$/.test(toggle.attributes.val ?? '');

/** Reports whether the first row of a table has headings, so that the table is none of layout. */
function hasHeadings(cells: readonly ReadCell[] = []): boolean {
  return cells.filter(({ blocks }) => columnMeaning(cellText(blocks)) !== undefined).length >= 2;
}

interface ReadCell {
  cell: Element;
  blocks: Block[];
}

/** The distance in twentieths of a point (5 mm) within which two borders are one that somebody dragged. */
const SAME_BORDER = 284;

/** Returns the column of each border of a table's grid; borders close to one another share a column. */
function gridLines(table: Element): number[] {
  const widths = childrenOf(find(table, 'tblGrid'), 'gridCol').map(({ attributes }) =>
    Number(attributes.w ?? 0),
  );
  let [edge, column, last] = [0, 0, 0];
  return [
    0,
    ...widths.map((width) => {
      edge += width;
      if (edge - last > SAME_BORDER || width === 0) {
        column++;
        last = edge;
      }
      return column;
    }),
  ];
}

/**
 * Returns the cells with their spans. Word repeats a vertically merged cell, marked as continued, in each row.
 * @param lines the column of each border of the grid
 */
function spannedCells(rows: { row: Element; cells: ReadCell[] }[], lines: readonly number[]) {
  const placed = rows.map(({ row, cells }) => {
    let at = Number(find(row, 'trPr', 'gridBefore')?.attributes.val ?? 0) || 0;
    const columnOf = (line: number) => lines[line] ?? (lines.at(-1) ?? 0) + line - lines.length + 1;
    return cells.map(({ cell, blocks }) => {
      const span = Number(find(cell, 'tcPr', 'gridSpan')?.attributes.val ?? 1) || 1;
      const merge = find(cell, 'tcPr', 'vMerge');
      const isContinued = merge !== undefined && merge.attributes.val !== 'restart';
      const start = columnOf(at);
      const columns = Math.max(1, columnOf(at + span) - start);
      at += span;
      const text = cellText(blocks);
      return { start, columns, isContinued: isContinued && text === '', text };
    });
  });
  return placed.map((row, y) =>
    row
      .filter(({ isContinued }) => !isContinued || y === 0)
      .map(({ start, columns, text }) => {
        let height = 1;
        while (placed[y + height]?.some((below) => below.start === start && below.isContinued))
          height++;
        return { text, start, columns: Math.min(columns, 100), rows: height };
      }),
  );
}

function tableRows(table: Element): Element[] {
  return within(table, 'tr', 'tbl');
}
function rowCells(row: Element): Element[] {
  return within(row, 'tc', 'tbl');
}
/** Returns the nearest descendants of a name, also inside content controls. */
function within(element: Element, name: string, barrier: string): Element[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === barrier || SKIPPED.has(child.name) ? [] : within(child, name, barrier);
  });
}

/** Returns a character of a symbol font. Word stores Bijoy's in the private use area. */
function symbol({ attributes }: Element): string {
  const code = Number.parseInt(attributes.char ?? '', 16);
  if (Number.isNaN(code)) return '';
  return String.fromCharCode(code >= 0xf000 ? code - 0xf000 : code);
}
