// Reads plain text, Markdown, CSV and pasted text. `grids/text-tables.ts` later finds the tables of tabs or pipes.

import Papa from 'papaparse';
import { looksLikeBijoy } from '../../bangla/bijoy.ts';
import { withoutFormulaGuards } from '../../charter/formula-guard.ts';
import { keepRawText } from '../grids/text-tables.ts';
import { type Change, cell, paragraph, type Source } from '../source.ts';
import { parseHtml, textContent } from './markup.ts';
import { toUnicode } from './runs.ts';

/** Reads text by lines. Every line that is not blank is a paragraph. */
export function readPlainText(text: string): Source {
  const changes: Change[] = [];
  const isBijoy = looksLikeBijoy(text);
  const blocks = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, hashes, rest = ''] = /^(#{1,6})\s+(.*)$/.exec(line.trim()) ?? [];
      const words = toUnicode(withoutMarkup(hashes ? rest : line, changes), changes, isBijoy);
      const isHeading = hashes !== undefined && !/[\t|]/.test(words);
      return keepRawText(paragraph(words, { isHeading }), words);
    });
  return { blocks, changes };
}

/** Reads cells separated by commas, semicolons or tabs, as spreadsheets save them. */
export function readDelimitedText(text: string): Source {
  const changes: Change[] = [];
  const isBijoy = looksLikeBijoy(text);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = data.map((row) =>
    Array.from({ length: width }, (_, at) =>
      cell(toUnicode(withoutFormulaGuards(row[at] ?? ''), changes, isBijoy)),
    ),
  );
  return { blocks: [{ kind: 'grid', rows }], changes };
}

const TAG = /<\/?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});/i;

/** Strips HTML tags and Markdown emphasis from a line. Each distinct tag is recorded as a change. */
function withoutMarkup(line: string, changes: Change[]): string {
  let text = line;
  if (TAG.test(text)) {
    const tags = text.match(new RegExp(TAG, 'gi')) ?? [];
    text = textContent(parseHtml(text.replace(/<br\s*\/?>/gi, '\n')));
    for (const tag of new Set(tags))
      changes.push({ from: tag, to: '', why: 'লেখার মধ্যে HTML চিহ্ন / HTML within the text' });
  }
  // The pattern below is slow on long lines, and Markdown has none.
  if (text.length > 10_000) return text;
  return text.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2');
}
