// A section of a sheet: its heading, its introduction, and a table or a list.

import { toSerial } from '../../bangla/digits.ts';
import { MM } from './page.ts';
import { type PageFlow, SIDE } from './page-flow.ts';
import {
  hasHead,
  isGroup,
  type SheetColumn,
  type SheetRow,
  type SheetSection,
} from './sheet-content.ts';
import { paragraphsOf, type Styles } from './styles.ts';
import { type LaidTable, layTable, type TableRow } from './table.ts';
import { addTable, openingHeight, type TableOptions } from './table-pages.ts';
import { inStyle } from './text.ts';

/**
 * Adds a section.
 * @param index of the section, the start of its keys for proof.ts
 * @param options for its table
 * @returns its table, if it has one
 * @throws Error if a line or a row has no room on a page
 */
export function addSection(
  flow: PageFlow,
  section: SheetSection,
  index: number,
  styles: Styles,
  options: TableOptions,
): LaidTable | undefined {
  const { columns, rows = [], items = [], introduction } = section;
  const { size } = styles.plain;
  if (!flow.isFresh && index > 0) flow.y += 3 * MM;
  if (columns && rows.length > 0) {
    const table = laySectionTable(flow, columns, rows, index, styles);
    const next = openingHeight(table, flow.format) + (introduction ? 2 * size : 0);
    addHeading(flow, section, index, styles, next);
    addTable(flow, table, styles, options);
    return table;
  }
  addHeading(flow, section, index, styles, 3 * size);
  for (const [item, text] of items.entries()) {
    const serial = { text: toSerial(item + 1), style: styles.item };
    const runs = [serial, { text: ` ${text}`, style: styles.plain }];
    flow.add(runs, 'P', `${index}/item${item}`);
  }
  return undefined;
}

/** @param next the height of what has to follow on the same page */
function addHeading(
  flow: PageFlow,
  { heading: [title = '', ...rest], introduction }: SheetSection,
  index: number,
  styles: Styles,
  next: number,
): void {
  const heading = flow.lay([
    { text: title, style: styles.section },
    ...rest.map((text) => ({ text: ` ${text}`, style: styles.plain })),
  ]);
  if (heading.height + MM + next > flow.free && !flow.isFresh) flow.turn();
  flow.y = flow.put(heading, 'H2', `${index}/heading`, SIDE, flow.y) + 0.8 * MM;
  if (!introduction) return;
  flow.add(inStyle(introduction, styles.plain), 'P', `${index}/introduction`);
  flow.y += flow.leading;
}

function laySectionTable(
  flow: PageFlow,
  columns: SheetColumn[],
  rows: SheetRow[],
  index: number,
  styles: Styles,
): LaidTable {
  const { size } = styles.plain;
  const table = {
    key: `${index}`,
    columns: columns.map((column) => ({
      ...column,
      heading: inStyle(column.heading, styles.head),
    })),
    hasHead: hasHead(columns),
    numbers: columns.map((_, at) => inStyle(toSerial(at + 1), styles.number)),
    rows: rows.map((row, at): TableRow => {
      const key = `${index}/${at}`;
      if (isGroup(row)) return { key, group: inStyle(row.group, styles.strong) };
      return { key, cells: columns.map((column) => paragraphsOf(row[column.key] ?? [], styles)) };
    }),
  };
  const spacing = { x: 0.6 * size, y: 0.3 * size, leading: 0.1 * size };
  return layTable(table, flow.width, spacing, flow.format.height / 2);
}
