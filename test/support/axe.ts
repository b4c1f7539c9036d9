// axe, which finds what keeps people with disabilities from a page.
/// <reference lib="dom" />

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Loads axe into whatever the page opens from now on. */
export const loadAxe = (page: Page): Promise<unknown> => page.addInitScript(axe);

/** What axe finds on the page as it is shown now, by all rules, AAA contrast among them. */
export function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    // Besides the rule for AA, not in its place: the one for AAA leaves to it what has less contrast than AA.
    const rules = { 'color-contrast-enhanced': { enabled: true } };
    const report = await axe.run({ resultTypes: ['violations'], rules });
    return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
  });
}
