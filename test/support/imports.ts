// Imports a document into a temporary folder and examines the result.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Charter } from '../../src/charter/charter.ts';
import { sectionsOf } from '../../src/charter/sections.ts';
import { loadCharter } from '../../src/data/load.ts';
import { fileNames } from '../../src/data/sources.ts';
import { parseYaml } from '../../src/data/yaml.ts';
import { type Imported, importCharter } from '../../src/import/import-charter.ts';
import { readDocument } from '../../src/import/read/document.ts';
import { textsIn } from '../../src/import/reconcile/destination.ts';
import { plainWords } from '../../src/import/reconcile/ledger.ts';
import { sourcePieces } from '../../src/import/source.ts';
import { NO_DEPARTMENT } from '../../src/import/values/data-values.ts';
import { buildSite } from '../../src/site/build.ts';

export interface Result extends Imported {
  charter: Charter;
  /** The texts of the YAML files, by name. */
  files: Record<string, string>;
}

/** Imports a document. @throws ImportError if the import refuses it */
export function runImport(source: string | Uint8Array, name = 'charter.txt'): Result {
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

/** Returns the lost words: those of the document that are neither in the YAML nor in the report. */
export function lostWords(
  source: string | Uint8Array,
  name: string,
  { files, report, charter }: Result,
): string[] {
  const [body = ''] = report.split('## কোথা থেকে কোথায়');
  // The site writes the official titles of sections itself.
  const titles = sectionsOf(charter).map(({ title, number }) => `${title} ${number}`);
  const kept = new Set(plainWords([...yamlTexts(files), ...titles, body].join('\n')));
  return sourceWords(source, name).filter((word) => !kept.has(word));
}

/** Returns the invented words: the Bengali ones of the YAML that are not in the document. */
export function inventedWords(
  source: string | Uint8Array,
  name: string,
  { files }: Result,
): string[] {
  // The placeholder for the office's name is no invention: the report doubts it.
  const known = new Set([...allSourceWords(source, name), ...plainWords(NO_DEPARTMENT)]);
  const isBengali = (word: string) => /\p{Script=Bengali}/u.test(word);
  return plainWords(yamlTexts(files).join('\n')).filter(
    (word) => isBengali(word) && !known.has(word),
  );
}

/** Returns the words of a document without serials and the labels that the site writes itself. */
export function sourceWords(source: string | Uint8Array, name: string): string[] {
  const serial = /^(?:[0-9]{1,3}|\p{L})$/u;
  return allSourceWords(source, name).filter(
    (word) => !serial.test(word) && !SITE_LABELS.has(word),
  );
}

function allSourceWords(source: string | Uint8Array, name: string): string[] {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  return sourcePieces(readDocument(bytes, name).blocks).flatMap(({ text }) => plainWords(text));
}

function yamlTexts(files: Record<string, string>): string[] {
  return Object.values(files).flatMap((text) => {
    const document = parseYaml(text);
    return 'value' in document ? textsIn(document.value) : [];
  });
}

/** The labels that the site writes itself before a number or an address. */
const SITE_LABELS = new Set(
  plainWords(
    'ভিশন মিশন মোবাইলঃ মোবাইল মোবাঃ ফোন টেলিফোন ই মেইলঃ ইমেইল মেইল নং নম্বর কক্ষ রুম টাকা Web ওয়েব নাম পদবি পদবী ঠিকানা mail E',
  ),
);

/** Returns all text of the site's pages. */
export async function siteText(charter: Charter): Promise<string> {
  const { resources } = await buildSite(charter, 'https://charter.example');
  return [...resources.values()]
    .filter(({ contentType }) => contentType.startsWith('text/html'))
    .map(({ bodies }) => htmlText(bodies.identity.bytes.toString()))
    .join('\n');
}

/** Returns the text of a page as people read it. Tags separate words only if they separate lines. */
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
