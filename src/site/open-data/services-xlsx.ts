// The charter for offices: /services.xlsx, which Excel opens as a table in every locale.

import { unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Charter } from '../../charter/charter.ts';
import { servicesTable } from './services-table.ts';

/** The content type of a workbook (ISO/IEC 29500-1 §15.2). */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The maximum length of a cell in UTF-16 units; Excel rejects a file with a longer one. */
const LONGEST_CELL = 32_767;
const CUT = ' … (পুরোটা শেষ কলামের ঠিকানায়)';

/** Column widths in characters. */
const [NARROWEST, WIDEST] = [8, 40];

/**
 * Returns the official table as a workbook of one sheet (ISO/IEC 29500). All cells are of the type and the format
 * "text": numbers keep their zeros, and nothing becomes a formula, also when somebody edits the cell.
 * @returns undefined for a charter without services
 */
export async function servicesXlsx(
  charter: Charter,
  publicUrl: string,
): Promise<Uint8Array | undefined> {
  const rows = servicesTable(charter, publicUrl);
  if (!rows) return undefined;
  const style = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const;
  const workbook = await writeExcelFile(
    rows.map((row, y) =>
      row.map((text) => ({
        ...style,
        value: cellValue(text),
        ...(y === 0 && { fontWeight: 'bold' as const }),
      })),
    ),
    { sheet: 'সেবাসমূহ', columns: widths(rows), stickyRowsCount: 1 },
  ).toBuffer();
  // The writer stamps the parts of the zip with the clock. The local time 1 January 1980 is the same bytes in any zone.
  return zipSync(unzipSync(workbook), { mtime: new Date(1980, 0, 1) });
}

/** Returns a text as a cell holds it: an underscore that would begin an escape is one itself (§22.9.2.19). */
function cellValue(text: string): string {
  const value = text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  return value.length > LONGEST_CELL
    ? value.slice(0, LONGEST_CELL - CUT.length).toWellFormed() + CUT
    : value;
}

/** Returns widths in which the longest line of each column fits, within limits. */
function widths(rows: string[][]): { width: number }[] {
  const [heading = []] = rows;
  return heading.map((_, x) => {
    const lines = rows.flatMap((row) => (row[x] ?? '').split('\n'));
    const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
    return { width: Math.min(Math.max(longest, NARROWEST), WIDEST) };
  });
}
