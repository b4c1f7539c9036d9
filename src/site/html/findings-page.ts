// Renders the findings of the check as a page, and as a list above the pages of `npm run dev`.

import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { toBengaliDigits } from '../../bangla/digits.ts';
import { type Finding, formatPath, type Words } from '../../data/finding.ts';
import { createEnvironment } from './render.ts';

/** The style of the list and of the page around it. */
export const findingsCss = readFileSync(
  new URL('../../../public/findings.css', import.meta.url),
  'utf8',
);

/** The number of lines shown before and after the line of a finding. */
const AROUND = 2;
/** The maximum letters of a line that are shown. */
const LONGEST_LINE = 300;

/** Returns a finding as the template shows it, with the lines around it, or else only its own. */
function itemOf(finding: Finding, linesOf?: (file: string) => string[]) {
  const { position, path, also = [], file, sourceLine = '' } = finding;
  const at = (position?.line ?? 1) - 1;
  const from = linesOf ? Math.max(0, at - AROUND) : at;
  const texts = linesOf?.(file).slice(from, at + AROUND + 1) ?? [sourceLine];
  const lines = (position ? texts : []).map((text, index) => ({
    number: toBengaliDigits(from + index + 1),
    text: text.slice(0, LONGEST_LINE),
    isHit: from + index === at,
  }));
  return {
    ...finding,
    path: formatPath(path),
    line: position && toBengaliDigits(position.line),
    lines,
    also: toBengaliDigits(also.map(({ line }) => line).join(', ')),
  };
}

/**
 * Returns the findings as an HTML page: problems first, then advice, folded, once a kind.
 * @param counts how many findings there are, and whether the site can start
 * @param linesOf the lines of a file, which the page shows around each finding
 */
export function findingsPage(
  findings: readonly Finding[],
  counts: { bn: string; en: string },
  linesOf: (file: string) => string[],
): string {
  const of = (severity: Finding['severity']) =>
    findings.filter((one) => one.severity === severity).map((one) => itemOf(one, linesOf));
  const kinds = [...Map.groupBy(of('advice'), ({ rule }) => rule).values()].map((all) => ({
    findings: all,
    count: all.reduce((sum, { also }) => sum + 1 + also.split(', ').filter(Boolean).length, 0),
  }));
  return staffPage('findings.njk', { problems: of('problem'), kinds, counts });
}

/** Returns a page for the staff, which no site serves and which opens from any folder. */
export function staffPage(template: string, props: object): string {
  const css = new nunjucks.runtime.SafeString(findingsCss);
  return createEnvironment()
    .render(template, { ...props, css })
    .trimStart();
}

/** Returns problems as an HTML list. @param more messages of no line, such as that of a failed build */
export function findingsList(findings: readonly Finding[], more: readonly string[] = []): string {
  const items = findings.map((one) => itemOf(one));
  const words = (text: string): Words => ({ wrong: text, fix: '' });
  const others = more.map((text) => ({
    severity: 'problem',
    file: '',
    lines: [],
    bn: words(text),
    en: words(''),
  }));
  return createEnvironment().renderString(
    '{% from "parts/findings.njk" import findingsList %}{{ findingsList(findings) }}',
    { findings: [...items, ...others] },
  );
}
