// axe, which finds what keeps people with disabilities from a page.
/// <reference lib="dom" />

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Loads axe into whatever the page opens from now on. */
export const loadAxe = (page: Page): Promise<unknown> => page.addInitScript(axe);

/** The contrast of AAA (WCAG 1.4.6), asked of the rule for AA: the rule for AAA leaves to it what has less than AA. */
const contrastRatio = { normal: { expected: 7 }, large: { expected: 4.5 } };
// Options that are missing from its types.
const options: RunOptions & { checks: unknown } = {
  resultTypes: ['violations'],
  checks: { 'color-contrast': { options: { contrastRatio } } },
};

/** Returns axe's findings on the page as shown now, by all rules, and with the contrast of AAA. */
export function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (options) => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const report = await axe.run(options);
    return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
  }, options);
}
