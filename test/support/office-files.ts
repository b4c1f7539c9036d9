// Writes minimal Word and Excel files for tests: the least that the readers and Office itself accept.

import { strToU8, zipSync } from 'fflate';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface WordRun {
  text: string;
  font?: string;
}

export interface WordCell {
  /** The paragraphs, each a list of runs or a text of one run. */
  paragraphs: (string | WordRun[])[];
  columns?: number;
  /** Whether the cell starts or continues a vertically merged one. */
  merge?: 'start' | 'continue';
}

const run = ({ text, font }: WordRun) =>
  `<w:r>${font ? `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export const wordParagraph = (content: string | WordRun[]) =>
  `<w:p>${(typeof content === 'string' ? [{ text: content }] : content).map(run).join('')}</w:p>`;

const wordCell = ({ paragraphs, columns = 1, merge }: WordCell) =>
  [
    '<w:tc><w:tcPr>',
    columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '',
    merge === 'start' ? '<w:vMerge w:val="restart"/>' : '',
    merge === 'continue' ? '<w:vMerge/>' : '',
    '</w:tcPr>',
    ...(paragraphs.length > 0 ? paragraphs : ['']).map(wordParagraph),
    '</w:tc>',
  ].join('');

export function wordTable(rows: (string | WordCell)[][]): string {
  const cells = (row: (string | WordCell)[]) =>
    row
      .map((one) => wordCell(typeof one === 'string' ? { paragraphs: one.split('\n') } : one))
      .join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** Returns a .docx with paragraphs and tables. @param more further parts, by path */
export function wordFile(body: string[], more: Record<string, Uint8Array> = {}): Uint8Array {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(document),
    ...more,
  });
}

const letter = (x: number) => String.fromCharCode(65 + x);

/** Returns a .xlsx with one sheet of shared strings and numbers. @param merged ranges such as A1:G1 */
export function excelFile(rows: (string | number)[][], merged: string[] = []): Uint8Array {
  const strings = [...new Set(rows.flat().filter((one) => typeof one === 'string'))];
  const cell = (value: string | number, x: number, y: number) => {
    const place = `r="${letter(x)}${y + 1}"`;
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="s"><v>${strings.indexOf(value)}</v></c>`;
  };
  const sheet = rows
    .map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((value, x) => (value === '' ? '' : cell(value, x, y))).join('')}</row>`,
    )
    .join('');
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const parts = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  );
}
