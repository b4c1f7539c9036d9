// Finds the names of a service and of its cases.

import { letterAt } from '../../charter/service.ts';
import { splitLetter } from '../marks.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import { letteredNames } from '../values/lettered-cell.ts';
import type { Row } from './service-rows.ts';

/** The columns in which letters list what stands there, and name no cases. */
const LISTS: ReadonlySet<string> = new Set(['documents', 'documents_source', 'fee', 'time']);

/**
 * Takes the names of cases from a column in which each row begins with the next letter:
 * প্রশিক্ষণ | ক) অনলাইন, below it খ) সরাসরি.
 */
export function takeCaseNames(rows: readonly Row[], ledger: Ledger): void {
  if (rows.length < 2 || rows.some(({ caseName }) => caseName !== undefined)) return;
  for (const key of [...(rows[0]?.cells.keys() ?? [])].filter((one) => !LISTS.has(one))) {
    const texts = rows.map(({ cells }) => cells.get(key)?.text ?? '');
    const isLettered = texts.every((text, at) => splitLetter(text)?.letter === letterAt(at));
    if (!isLettered) continue;
    for (const [at, row] of rows.entries()) {
      row.caseName = texts[at];
      row.cells.delete(key);
    }
    const names = texts.map(withoutLetter).join(', ');
    ledger.addChange(texts.join(' / '), names, 'একটি সেবার কয়েকটি ধরন / the cases of one service');
    return;
  }
}

/** Returns the name of a service, and those of its cases if each of several rows has one. */
export function serviceNames(rows: readonly Row[]): {
  name: string;
  caseNames: string[] | undefined;
} {
  const [first, ...others] = rows;
  const named = others.length === 0 ? letteredNames(first?.name ?? '') : undefined;
  if (named) return named;
  const name = first?.name.replaceAll('\n', ' ') ?? '';
  if (rows.every(({ caseName }) => caseName !== undefined) && rows.length > 1)
    return { name, caseNames: rows.map(({ caseName }) => withoutLetter(caseName ?? '')) };
  const own = others.map((row) => row.caseName ?? (row.name === first?.name ? '' : row.name));
  if (others.length === 0 || own.some((one) => one === ''))
    return { name: joinNames(rows), caseNames: undefined };
  // "আয়ের সনদ (ক) সাধারণ" names the service and its first case.
  const [, base = '', rest] = /^(.*?)[\s:ঃ-]*(?=[(\s][কa][).।])(.+)$/su.exec(name) ?? [];
  const firstCase = rest && splitLetter(rest.trim());
  if (base !== '' && firstCase)
    return { name: base, caseNames: [firstCase.rest, ...own.map(withoutLetter)] };
  if (first && first.cells.size === 0) return { name, caseNames: own.map(withoutLetter) };
  return { name: joinNames(rows), caseNames: undefined };
}

const withoutLetter = (text: string) => (splitLetter(text)?.rest ?? text).replaceAll('\n', ' ');
const joinNames = (rows: readonly Row[]) =>
  [...new Set(rows.flatMap(({ name, caseName }) => [name, caseName ?? '']))]
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll('\n', ' ');
