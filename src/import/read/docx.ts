// Reads a Word document (ISO/IEC 29500) into paragraphs and grids. Converters to HTML do not do: a run's Bijoy encoding
// shows only in its font.

import {
  type Block,
  type Change,
  ImportError,
  paragraph,
  type Source,
  spannedGrid,
} from '../source.ts';
import { createFonts, type Fonts } from './docx-fonts.ts';
import { type Element, find, isElement, parseXml, textContent } from './markup.ts';
import { Runs } from './runs.ts';
import { unzip } from './zip.ts';

/**
 * Reads a Word document, with its headers, footers and footnotes.
 * @throws ImportError for a document that is unsafe or has no text
 */
export function readDocx(bytes: Uint8Array): Source {
  const parts = unzip(bytes, (path) =>
    /^word\/(?:document|styles|header\d*|footer\d*|footnotes)\.xml$/.test(path),
  );
  const text = parts.get('word/document.xml');
  if (text === undefined)
    throw new ImportError('ফাইলটিতে কোনো লেখা নেই।', 'The file contains no document.');
  const changes: Change[] = [];
  const fonts = createFonts(parts.get('word/styles.xml'));
  const read = (xml: string, isBoilerplate: boolean) =>
    new Reader(fonts, changes, isBoilerplate).blocksIn(parseXml(xml));
  const others = [...parts].filter(([path]) => /header|footer|footnotes/.test(path));
  return {
    blocks: [...read(text, false), ...others.flatMap(([, xml]) => read(xml, true))],
    changes,
  };
}

/** The elements without current text: deletions, field codes, properties, fallbacks of drawings. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'pPr', 'rPr', 'sectPr']);

class Reader {
  readonly #fonts: Fonts;
  readonly #changes: Change[];
  readonly #isBoilerplate: boolean;

  constructor(fonts: Fonts, changes: Change[], isBoilerplate: boolean) {
    this.#fonts = fonts;
    this.#changes = changes;
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
    const runs = new Runs(this.#changes);
    const boxes: Block[] = [];
    const style = find(element, 'pPr', 'pStyle')?.attributes.val;
    const walk = (parent: Element) => {
      for (const child of parent.children.filter(isElement)) {
        if (SKIPPED.has(child.name)) continue;
        if (child.name === 'txbxContent') boxes.push(...this.blocksIn(child));
        else if (child.name === 'r') this.#run(child, style, runs, walk);
        else walk(child);
      }
    };
    walk(element);
    const block = paragraph(runs.take(), {
      isHeading: this.#fonts.isHeading(style),
      isBoilerplate: this.#isBoilerplate,
    });
    return [...(block.piece.text === '' ? [] : [block]), ...boxes];
  }

  #run(run: Element, style: string | undefined, runs: Runs, walk: (parent: Element) => void): void {
    const font = this.#fonts.of(find(run, 'rPr'), style);
    for (const part of run.children.filter(isElement)) {
      if (part.name === 't') runs.add(textContent(part), font);
      else if (part.name === 'tab') runs.add(' ', font);
      else if (part.name === 'br' || part.name === 'cr') runs.add('\n', font);
      else if (part.name === 'noBreakHyphen') runs.add('-', font);
      else if (part.name === 'sym') runs.add(symbol(part), part.attributes.font ?? font);
      else if (!SKIPPED.has(part.name)) walk({ ...part, children: [part] });
    }
  }

  #table(table: Element): Block[] {
    const rows = tableRows(table).map((row) =>
      rowCells(row).map((cell) => ({ cell, blocks: this.blocksIn(cell) })),
    );
    const contents = rows.flat().flatMap(({ blocks }) => blocks);
    if (contents.some(({ kind }) => kind === 'grid')) return contents;
    return [spannedGrid(spannedCells(rows))];
  }
}

interface ReadCell {
  cell: Element;
  blocks: Block[];
}

/** Returns the cells with their spans. Word repeats a vertically merged cell, marked as continued, in each row. */
function spannedCells(rows: ReadCell[][]) {
  const placed = rows.map((row) => {
    let x = 0;
    return row.map(({ cell, blocks }) => {
      const columns = Number(find(cell, 'tcPr', 'gridSpan')?.attributes.val ?? 1) || 1;
      const merge = find(cell, 'tcPr', 'vMerge');
      const isContinued = merge !== undefined && merge.attributes.val !== 'restart';
      const start = x;
      x += columns;
      const text = blocks
        .map((block) => (block.kind === 'paragraph' ? block.piece.text : ''))
        .join('\n');
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
        return { text, columns: Math.min(columns, 100), rows: height };
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
