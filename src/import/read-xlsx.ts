// A spreadsheet (ISO/IEC 29500) → one grid for each sheet. Read directly for the same reason as Word: the fonts.

import { childrenOf, descendants, type Element, find, parseXml, textWithin } from './markup.ts';
import { type Block, type Cell, type Change, cell, ImportError, type Source } from './model.ts';
import { Runs } from './runs.ts';
import { unzip } from './zip.ts';

const MOST_CELLS = 200_000;

/**
 * @throws ImportError for a file that is unsafe or far too large
 */
export function readXlsx(bytes: Uint8Array): Source {
  const parts = unzip(bytes, (path) =>
    /^xl\/(?:workbook|sharedStrings|styles|_rels\/workbook\.xml|worksheets\/[^/]+)\.(?:xml|rels)$/.test(
      path,
    ),
  );
  const changes: Change[] = [];
  const part = (path: string) => {
    const text = parts.get(path);
    return text === undefined ? undefined : parseXml(text);
  };
  const fonts = cellFonts(find(part('xl/styles.xml'), 'styleSheet'));
  const shared = childrenOf(find(part('xl/sharedStrings.xml'), 'sst'), 'si');
  const blocks = sheetPaths(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'), parts)
    .map(part)
    .flatMap((root): Block[] => {
      const sheet = find(root, 'worksheet');
      return sheet ? [{ kind: 'grid', rows: rowsOf(sheet, shared, fonts, changes) }] : [];
    });
  return { blocks, changes };
}

/** The sheets in the order of the workbook; hidden ones too, because nothing may be lost. */
function sheetPaths(
  workbook: Element | undefined,
  relations: Element | undefined,
  parts: Map<string, string>,
): string[] {
  const targets = new Map(
    (relations ? descendants(relations, 'Relationship') : []).map(({ attributes }) => [
      attributes.Id,
      `xl/${attributes.Target?.replace(/^\/?(?:xl\/)?/, '')}`,
    ]),
  );
  const listed = (workbook ? descendants(workbook, 'sheet') : []).flatMap(
    ({ attributes }) => targets.get(attributes.id) ?? [],
  );
  const all = [...parts.keys()].filter((path) => path.startsWith('xl/worksheets/'));
  return listed.length > 0 ? listed : all;
}

/** The font of each cell style, by its index. */
function cellFonts(styles: Element | undefined): (string | undefined)[] {
  const fonts = childrenOf(find(styles, 'fonts'), 'font').map(
    (font) => find(font, 'name')?.attributes.val,
  );
  return childrenOf(find(styles, 'cellXfs'), 'xf').map(
    ({ attributes }) => fonts[Number(attributes.fontId ?? 0)],
  );
}

function rowsOf(
  sheet: Element,
  shared: Element[],
  fonts: (string | undefined)[],
  changes: Change[],
): Cell[][] {
  const grid: Cell[][] = [];
  let count = 0;
  for (const row of childrenOf(find(sheet, 'sheetData'), 'row')) {
    const y = Number(row.attributes.r ?? grid.length + 1) - 1;
    for (const [at, element] of childrenOf(row, 'c').entries()) {
      const text = cellText(element, shared, fonts, changes);
      if (text === '') continue;
      const x = columnOf(element.attributes.r) ?? at;
      count++;
      if (y > 20_000 || x > 200 || count > MOST_CELLS)
        throw new ImportError('টেবিলটি অনেক বেশি বড়।', 'The sheet is far too large.');
      const target = rowAt(grid, y);
      while (target.length < x) target.push(cell(''));
      target[x] = cell(text);
    }
  }
  for (const { attributes } of descendants(sheet, 'mergeCell')) fill(grid, attributes.ref ?? '');
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? cell('')));
}

function rowAt(grid: Cell[][], y: number): Cell[] {
  while (grid.length <= y) grid.push([]);
  return grid[y] as Cell[];
}

function cellText(
  { attributes, children, name }: Element,
  shared: Element[],
  fonts: (string | undefined)[],
  changes: Change[],
): string {
  const element = { name, attributes, children };
  const value = textWithin(find(element, 'v') ?? { name: '', attributes: {}, children: [] });
  const runs = new Runs(changes);
  const font = fonts[Number(attributes.s ?? 0)];
  const rich = attributes.t === 's' ? shared[Number(value)] : find(element, 'is');
  if (rich) {
    for (const part of rich.children) {
      if (typeof part === 'string') continue;
      if (part.name === 't') runs.add(textWithin(part), font);
      const text = find(part, 't');
      if (part.name === 'r' && text)
        runs.add(textWithin(text), find(part, 'rPr', 'rFont')?.attributes.val ?? font);
    }
    return runs.take();
  }
  if (attributes.t === 'str') {
    runs.add(value, font);
    return runs.take();
  }
  // A mobile number that the spreadsheet took for a number has lost its zero.
  const mobile = /^1[3-9]\d{8}$/.test(value) ? `0${value}` : value;
  if (mobile !== value)
    changes.push({ from: value, to: mobile, why: 'সামনের শূন্য হারিয়ে গিয়েছিল / leading zero lost' });
  return mobile;
}

const REF = /^([A-Z]{1,3})(\d+)$/;

function columnOf(ref: string | undefined): number | undefined {
  const letters = REF.exec(ref ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Puts a merged cell in every place that it covers. */
function fill(grid: Cell[][], ref: string): void {
  const [from, to] = ref.split(':');
  const [x, toX] = [columnOf(from), columnOf(to)];
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
