// The name of a service and those of its cases.

import { letteredNames } from './lettered.ts';
import { splitLetter } from './marks.ts';
import type { Row } from './service-rows.ts';

/** The name of a service and those of its cases, where each of several rows has one. */
export function namesOf(rows: readonly Row[]): { name: string; caseNames: string[] | undefined } {
  const [first, ...others] = rows;
  const named = others.length === 0 ? letteredNames(first?.name ?? '') : undefined;
  if (named) return named;
  const name = first?.name.replaceAll('\n', ' ') ?? '';
  if (rows.every(({ caseName }) => caseName !== undefined) && rows.length > 1)
    return { name, caseNames: rows.map(({ caseName }) => withoutLetter(caseName ?? '')) };
  const own = others.map((row) => row.caseName ?? (row.name === first?.name ? '' : row.name));
  if (others.length === 0 || own.some((one) => one === ''))
    return { name: joined(rows), caseNames: undefined };
  // "আয়ের সনদ (ক) সাধারণ" is the service and its first case.
  const [, base = '', rest] = /^(.*?)[\s:ঃ-]*(?=[(\s][কa][).।])(.+)$/su.exec(name) ?? [];
  const firstCase = rest && splitLetter(rest.trim());
  if (base !== '' && firstCase)
    return { name: base, caseNames: [firstCase.rest, ...own.map(withoutLetter)] };
  if (first && first.cells.size === 0) return { name, caseNames: own.map(withoutLetter) };
  return { name: joined(rows), caseNames: undefined };
}

const withoutLetter = (text: string) => (splitLetter(text)?.rest ?? text).replaceAll('\n', ' ');
const joined = (rows: readonly Row[]) =>
  [...new Set(rows.flatMap(({ name, caseName }) => [name, caseName ?? '']))]
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll('\n', ' ');
