// Plain text, Markdown, CSV and what is pasted → paragraphs and grids; tables of tabs or pipes are found later.

import Papa from 'papaparse';
import { looksLikeBijoy } from '../bangla/bijoy.ts';
import { withoutFormulaGuards } from '../charter/formula-guard.ts';
import { parseHtml, textContent } from './markup.ts';
import { type Change, cell, paragraph, type Source } from './model.ts';
import { toUnicode } from './runs.ts';
import { keepRawText } from './text-tables.ts';

/** Reads lines; every line that says something is a paragraph. */
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

/** Reads comma- or semicolon-separated cells as a spreadsheet saves them. */
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

/** A line without HTML's and Markdown's signs, which are told as changes. */
function withoutMarkup(line: string, changes: Change[]): string {
  let text = line;
  if (TAG.test(text)) {
    const tags = text.match(new RegExp(TAG, 'gi')) ?? [];
    text = textContent(parseHtml(text.replace(/<br\s*\/?>/gi, '\n')));
    for (const tag of new Set(tags))
      changes.push({ from: tag, to: '', why: 'লেখার মধ্যে HTML চিহ্ন / HTML within the text' });
  }
  // So long a line is no line of Markdown.
  if (text.length > 10_000) return text;
  return text.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2');
}
