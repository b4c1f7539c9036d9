// Reads a spreadsheet (ISO/IEC 29500) into a grid for each sheet, with the fonts, as `docx.ts` does.

import { format as formatted, getFormatFromId, isDateFormat } from 'numfmt';
import { looksLikeBijoy } from '../../bangla/bijoy.ts';
import {
  type Block,
  type Cell,
  type Change,
  cell,
  ImportError,
  paragraph,
  type Source,
} from '../source.ts';
import { Found } from './found.ts';
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

const MOST_CELLS = 200_000;

/**
 * Reads a spreadsheet. The names of its further sheets become headings.
 * @throws ImportError for a file that is unsafe or far too large
 */
export function readXlsx(bytes: Uint8Array): Source {
  const parts = unzip(bytes, (path) =>
    /^xl\/(?:workbook|sharedStrings|styles|_rels\/workbook\.xml|worksheets\/[^/]+)\.(?:xml|rels)$/.test(
      path,
    ),
  );
  const part = (path: string) => {
    const text = parts.get(path);
    return text === undefined ? undefined : parseXml(text);
  };
  const workbook = part('xl/workbook.xml');
  const shared = part('xl/sharedStrings.xml');
  const book: Book = {
    styles: cellStyles(find(part('xl/styles.xml'), 'styleSheet')),
    shared: childrenOf(find(shared, 'sst'), 'si'),
    changes: [],
    found: new Found(),
    mostlyBijoy: shared !== undefined && looksLikeBijoy(textContent(shared)),
    is1904: /^(?:1|true)$/.test(
      find(workbook, 'workbook', 'workbookPr')?.attributes.date1904 ?? '',
    ),
  };
  const blocks = sheets(workbook, part('xl/_rels/workbook.xml.rels'), parts).flatMap(
    ({ path, name, isHidden }, at): Block[] => {
      const sheet = find(part(path), 'worksheet');
      if (!sheet) return [];
      if (isHidden) book.found.doubtful(`লুকানো শিট “${name}”`);
      // The first sheet begins with the office's name. Excel's default names are in Latin letters.
      const isTitle = at > 0 && /\p{Script=Bengali}/u.test(name);
      return [
        ...(isTitle ? [paragraph(name, { isHeading: true })] : []),
        { kind: 'grid', rows: sheetRows(sheet, book) },
      ];
    },
  );
  return { blocks, changes: book.changes, notices: book.found.notices() };
}

interface Book {
  shared: Element[];
  styles: Style[];
  changes: Change[];
  found: Found;
  /** Whether most of the text is Bijoy by its letters, whatever its fonts are called. */
  mostlyBijoy: boolean;
  /** Whether days are counted from 1904 (ISO/IEC 29500-1 §18.17.4.1). */
  is1904: boolean;
}

/** Returns the sheets in the workbook's order. Hidden ones count, because nothing may be lost. */
function sheets(
  workbook: Element | undefined,
  relations: Element | undefined,
  parts: Map<string, string>,
): { path: string; name: string; isHidden: boolean }[] {
  const targets = new Map(
    (relations ? descendants(relations, 'Relationship') : []).map(({ attributes }) => [
      attributes.Id,
      `xl/${attributes.Target?.replace(/^\/?(?:xl\/)?/, '')}`,
    ]),
  );
  const listed = (workbook ? descendants(workbook, 'sheet') : []).flatMap(
    ({ attributes: { id, name = '', state = '' } }) => {
      const path = targets.get(id);
      return path === undefined ? [] : [{ path, name, isHidden: /hidden/i.test(state) }];
    },
  );
  const all = [...parts.keys()].filter((path) => path.startsWith('xl/worksheets/'));
  return listed.length > 0 ? listed : all.map((path) => ({ path, name: '', isHidden: false }));
}

interface Style {
  font: string | undefined;
  /** The number format. */
  format: string;
}

/** Returns the cell styles by their index. */
function cellStyles(styles: Element | undefined): Style[] {
  const formats = new Map(
    childrenOf(find(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode,
    ]),
  );
  const fonts = childrenOf(find(styles, 'fonts'), 'font').map(
    (font) => find(font, 'name')?.attributes.val,
  );
  return childrenOf(find(styles, 'cellXfs'), 'xf').map(
    ({ attributes: { fontId, numFmtId = '' } }) => ({
      font: fonts[Number(fontId ?? 0)],
      format: formats.get(numFmtId) ?? getFormatFromId(Number(numFmtId)) ?? 'General',
    }),
  );
}

function sheetRows(sheet: Element, book: Book): Cell[][] {
  const grid: Cell[][] = [];
  let count = 0;
  for (const row of childrenOf(find(sheet, 'sheetData'), 'row')) {
    const y = Number(row.attributes.r ?? grid.length + 1) - 1;
    if (row.attributes.hidden === '1') book.found.doubtful(`লুকানো সারি ${y + 1}`);
    for (const [at, element] of childrenOf(row, 'c').entries()) {
      const text = shownText(element, book);
      if (text === '') continue;
      const x = columnIndex(element.attributes.r) ?? at;
      count++;
      if (y > 20_000 || x > 200 || count > MOST_CELLS)
        throw new ImportError('টেবিলটি অনেক বেশি বড়।', 'The sheet is far too large.');
      const target = rowAt(grid, y);
      while (target.length < x) target.push(cell(''));
      target[x] = cell(text);
    }
  }
  for (const { attributes } of descendants(sheet, 'mergeCell'))
    fillMergedCell(grid, attributes.ref ?? '');
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? cell('')));
}

function rowAt(grid: Cell[][], y: number): Cell[] {
  while (grid.length <= y) grid.push([]);
  return grid[y] as Cell[];
}

function shownText(element: Element, book: Book): string {
  const { shared, styles, changes, found, mostlyBijoy } = book;
  const { attributes } = element;
  const at = `ঘর ${attributes.r ?? ''}`;
  const stored = find(element, 'v');
  const value = stored ? textContent(stored) : '';
  const runs = new Runs(changes, mostlyBijoy);
  const { font, format = 'General' } = styles[Number(attributes.s ?? 0)] ?? {};
  const rich = attributes.t === 's' ? shared[Number(value)] : find(element, 'is');
  if (rich) {
    for (const part of rich.children.filter(isElement)) {
      if (part.name === 't') runs.add(unescapedText(part), font);
      const text = find(part, 't');
      if (part.name === 'r' && text)
        runs.add(unescapedText(text), find(part, 'rPr', 'rFont')?.attributes.val ?? font);
    }
    return runs.take();
  }
  if (attributes.t === 'str') {
    runs.add(value, font);
    return runs.take();
  }
  if (find(element, 'f') && value === '') found.doubtful(`${at}: সূত্রের ফল ফাইলে নেই`);
  if (attributes.t === 'e' || attributes.t === 'b') {
    found.doubtful(`${at}: ${value}`);
    return attributes.t === 'b' ? (value === '1' ? 'TRUE' : 'FALSE') : value;
  }
  const changed = (to: string, why: string) => {
    changes.push({ from: value, to, why });
    return to;
  };
  // A spreadsheet that parsed a mobile number as a number has dropped its zero.
  if (/^1[3-9]\d{8}$/.test(value))
    return changed(`0${value}`, 'সামনের শূন্য হারিয়ে গিয়েছিল / leading zero lost');
  // So may one that parsed a landline.
  if (/^[2-9]\d{7,9}$/.test(value) && format === 'General') found.doubtful(`${at}: ${value}`);
  if (!/^\d+(?:\.\d+)?(?:E-?\d+)?$/.test(value)) return value;
  const number = Number(value);
  // A day that names its year is a date of ours; any other format is shown as Excel does.
  const isDay = isDateFormat(format) && /y/i.test(format) && /d/i.test(format);
  const shown =
    isDay && number < LATEST_DAY
      ? isoDate(number + (book.is1904 ? DAYS_TO_1904 : 0))
      : formatNumber(format, number);
  // Fractions are stored with more digits than are shown.
  const plain = String(Number(number.toPrecision(15)));
  return shown === plain ? shown : changed(shown, 'যেমন Excel এ দেখা যায় / as Excel shows it');
}

/** Returns a number as its format shows it, or as it is where the format cannot be read. */
function formatNumber(format: string, number: number): string {
  try {
    return formatted(format, number, { grouping: [3, 2] }).trim();
  } catch {
    return String(number);
  }
}

/** Returns a text without its escapes, such as `_x000D_` for a carriage return (ISO/IEC 29500-1 §22.9.2.19). */
function unescapedText(element: Element): string {
  return textContent(element)
    .replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}

/** The days from the first day of a spreadsheet to 1 January 1904, the first of old ones from a Mac. */
const DAYS_TO_1904 = 1462;
/** The day after 31 December 9999, the last date of a spreadsheet. */
const LATEST_DAY = 2_958_466;

/** Converts a serial date. Day 1 is 1 January 1900, and 29 February 1900 counts (ISO/IEC 29500-1 §18.17.4.1). */
function isoDate(count: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(count) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

const REF = /^([A-Z]{1,3})(\d+)$/;

function columnIndex(ref: string | undefined): number | undefined {
  const letters = REF.exec(ref ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Copies a merged cell into every position that it covers. */
function fillMergedCell(grid: Cell[][], ref: string): void {
  const [from, to] = ref.split(':');
  const [x, toX] = [columnIndex(from), columnIndex(to)];
  const [y, toY] = [from, to].map((one) => Number(REF.exec(one ?? '')?.[2]) - 1);
  const first = grid[y ?? -1]?.[x ?? -1];
  if (!first || x === undefined || toX === undefined || y === undefined || toY === undefined)
    return;
  for (let row = y; row <= Math.min(toY, grid.length - 1); row++)
    for (let column: number = x; column <= Math.min(toX, 200); column++) {
      if (row === y && column === x) continue;
      const target: Cell[] = rowAt(grid, row);
      while (target.length < column) target.push(cell(''));
      if (!target[column]?.piece.text) target[column] = { piece: first.piece, isCopy: true };
    }
}
