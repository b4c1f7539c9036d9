// Mends heading rows that are one cell short, because the column of serials has no heading.

import { columnMeaning } from '../headings.ts';
import { readSerial } from '../marks.ts';
import { type Block, type Cell, type Change, cell, textOfCell } from '../source.ts';

/** Adds the missing heading of the serials to each grid, and records it as a change. */
export function completeHeadingRows(blocks: readonly Block[], changes: Change[]): Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'grid') return block;
    const at = block.rows.findIndex((row) => headings(row).length >= 2);
    const heading = block.rows[at];
    const below = block.rows
      .slice(at + 1)
      .filter((row) => row.some((one) => textOfCell(one) !== ''));
    if (!heading || !isShort(heading, below)) return block;
    const rows = [...block.rows];
    rows[at] = [cell('ক্রমিক'), ...heading.filter((one) => textOfCell(one) !== '')];
    changes.push({
      from: heading.map(textOfCell).join(' | '),
      to: (rows[at] as Cell[]).map(textOfCell).join(' | '),
      why: 'শিরোনামের সারিতে ক্রমিকের ঘর ছিল না / the heading row had no cell for the serials',
    });
    return { ...block, rows };
  });
}

const headings = (row: readonly Cell[]) =>
  row.filter((one) => columnMeaning(textOfCell(one)) !== undefined);

/** Reports whether all rows below are one cell longer than the headings, and begin with the serials 1, 2, 3 …. */
function isShort(heading: readonly Cell[], below: readonly Cell[][]): boolean {
  const width = heading.filter((one) => textOfCell(one) !== '').length;
  return (
    below.length > 0 &&
    heading.every((one) => columnMeaning(textOfCell(one)) !== 'serial') &&
    below.every((row, at) => {
      const last = row.findLastIndex((one) => textOfCell(one) !== '');
      return (
        last <= width && row.length === width + 1 && readSerial(textOfCell(row[0]))?.at === at + 1
      );
    }) &&
    below.some((row) => textOfCell(row[width]) !== '')
  );
}
