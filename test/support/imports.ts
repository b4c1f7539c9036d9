// Imports into a folder of its own that goes away, and looks at what came of it.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Charter } from '../../src/charter/charter.ts';
import { loadCharter } from '../../src/data/load.ts';
import { fileNames } from '../../src/data/sources.ts';
import { type Imported, importCharter } from '../../src/import/import-charter.ts';
import { factWords } from '../../src/import/ledger.ts';
import { piecesOf } from '../../src/import/model.ts';
import { readSource } from '../../src/import/read.ts';
import { buildSite } from '../../src/site/build.ts';

export interface Result extends Imported {
  charter: Charter;
  /** The texts of the files, by name. */
  files: Record<string, string>;
}

/** Imports a source; throws what the import throws. */
export function imported(source: string | Uint8Array, name = 'charter.txt'): Result {
  const parent = mkdtempSync(join(tmpdir(), 'import-'));
  const folder = join(parent, 'data');
  try {
    const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
    const result = importCharter(bytes, name, folder, { today: '2026-11-01' });
    const loaded = loadCharter(folder);
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
    const files = fileNames
      .filter((file) => existsSync(join(folder, file)))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
    return { ...result, charter: loaded.charter, files: Object.fromEntries(files) };
  } finally {
    rmSync(parent, { recursive: true });
  }
}

/** The words of the source that are neither in the files nor in the report: what was lost. */
export function lostWords(
  source: string | Uint8Array,
  name: string,
  { files, report }: Result,
): string[] {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const [body = ''] = report.split('## কোথা থেকে কোথায়');
  // In JSON's quotation marks, a line break is \n.
  const texts = Object.values(files).map((text) => text.replace(/(?<!\\)\\[n"]/g, ' '));
  const kept = new Set(factWords([...texts, body].join('\n')));
  const serial = /^(?:[0-9]{1,3}|\p{L})$/u;
  return piecesOf(readSource(bytes, name).blocks)
    .flatMap(({ text }) => factWords(text))
    .filter((word) => !kept.has(word) && !serial.test(word) && !OWN_LABELS.has(word));
}

/** What the site writes itself before a number or an address. */
const OWN_LABELS = new Set(
  factWords(
    'মোবাইলঃ মোবাইল ফোন টেলিফোন ই মেইলঃ ইমেইল মেইল নং নম্বর কক্ষ রুম টাকা Web ওয়েব নাম পদবি পদবী ঠিকানা mail E',
  ),
);

/** All text of the site's pages. */
export async function pagesOf(charter: Charter): Promise<string> {
  const { resources } = await buildSite(charter, 'https://charter.example');
  return [...resources.values()]
    .filter(({ contentType }) => contentType.startsWith('text/html'))
    .map(({ bodies }) => htmlText(bodies.identity.bytes.toString()))
    .join('\n');
}

/** The text of a page as it is read: without tags, which separate words only where they separate lines. */
export function htmlText(html: string): string {
  return html
    .replace(/<(style|script|svg).*?<\/\1>/gs, '')
    .replace(/<\/?(span|a|wbr)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
