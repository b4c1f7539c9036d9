// The findings of all checks as one report: in order, without those that follow from others.

import type { Finding } from './finding.ts';
import type { Rule } from './messages.ts';
import type { DataFiles, FileFaults } from './references.ts';
import { fileNames } from './sources.ts';
import { suggestKey } from './suggest.ts';
import type { Path } from './yaml.ts';

/**
 * Returns the findings of reading and of the given checks, in the order of files and lines. Findings of one file in the
 * same words become one, with all their positions.
 */
export function collectFindings(data: DataFiles, checks: FileFaults[]): Finding[] {
  return fileNames.flatMap((name) => {
    const { findings, toFinding, isAnswered } = data[name];
    const faults = checks.filter(([file]) => file === name).flatMap(([, faults]) => faults);
    const all = [...findings, ...faults.map(toFinding)].toSorted(byPosition);
    const problems = withoutFollowOns(all.filter(({ severity }) => severity === 'problem'));
    const advice = all.filter(
      ({ severity, position }) =>
        severity === 'advice' && !(position !== undefined && isAnswered(position.line)),
    );
    return mergeAlike([...problems, ...withoutNeedless(advice, problems)].toSorted(byPosition));
  });
}

/** Advice that another rule on the same line makes needless. */
const betterAdvice = new Map<string, Rule>([
  ['list-in-text', 'folded-list'],
  ['latin-amount', 'fee-amount'],
]);

/** Drops advice on a value, line or whole file that has a problem, or that another rule advises on better. */
function withoutNeedless(advice: Finding[], problems: Finding[]): Finding[] {
  const isWholeFileWrong = problems.some(({ position }) => position === undefined);
  const lines = new Set(problems.flatMap(({ position }) => position?.line ?? []));
  const paths = new Set(
    problems.flatMap(({ path }) => path.map((_, length) => keyOf(path.slice(0, length + 1)))),
  );
  const given = new Set(advice.map(({ rule, position }) => `${rule} ${position?.line}`));
  return advice.filter(
    ({ rule, position, path }) =>
      !(path.length === 0 && isWholeFileWrong) &&
      !paths.has(keyOf(path)) &&
      (position === undefined || !lines.has(position.line)) &&
      !given.has(`${betterAdvice.get(rule)} ${position?.line}`),
  );
}

/** Drops follow-on errors: missing keys of a barely started item, and keys already reported as misspelt. */
function withoutFollowOns(problems: Finding[]): Finding[] {
  const unknown = problems.filter(({ rule }) => rule === 'unknown-key');
  const byRule = Map.groupBy(problems, ({ rule }) => rule);
  const on = (rule: Rule, line: number | undefined) =>
    (byRule.get(rule) ?? []).filter(({ position }) => position?.line === line);
  return problems.filter(({ rule, path, position }) => {
    if (rule === 'empty') return on('anchor', position?.line).length === 0;
    if (rule !== 'missing') return true;
    const key = String(path.at(-1));
    const isBeside = (one: Finding) => keyOf(one.path.slice(0, -1)) === keyOf(path.slice(0, -1));
    const isMisspelt = unknown.some(
      (one) => isBeside(one) && suggestKey(String(one.path.at(-1)), [key]) === key,
    );
    return !on('empty', position?.line).some(isBeside) && !isMisspelt;
  });
}

/** Returns a path as a key of sets. */
function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function byPosition(a: Finding, b: Finding): number {
  const [from, to] = [a.position, b.position];
  return (from?.line ?? 0) - (to?.line ?? 0) || (from?.column ?? 0) - (to?.column ?? 0);
}

function mergeAlike(findings: Finding[]): Finding[] {
  const byWords = Map.groupBy(findings, ({ rule, bn }) => `${rule} ${bn.wrong} ${bn.fix}`);
  return [...byWords.values()].flatMap(([first, ...others]) => {
    const also = others.flatMap(({ position }) => position ?? []);
    return first ? [also.length > 0 ? { ...first, also } : first] : [];
  });
}
