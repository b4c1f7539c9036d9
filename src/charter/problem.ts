// A fault in the data, as it is told to the staff: where, what, and what to do; Bengali first, English under it.

import type { Position } from './yaml.ts';

/** What is wrong and how to mend it, in one language. */
export interface Advice {
  wrong: string;
  fix: string;
}

export interface Explanation {
  bn: Advice;
  en: Advice;
}

export interface Problem extends Explanation {
  file: string;
  /** Where in the file; absent when the file as a whole is at fault. */
  position?: Position;
  /** The names on the way to the value: "citizen › 2 › name". */
  path: string;
  /** The line at fault, as it stands in the file. */
  sourceLine?: string;
}

/** All problems as text for a terminal, in the order of files and lines they come in; ends with a newline. */
export function formatProblems(problems: readonly Problem[]): string {
  return `${problems.map(formatProblem).join('\n')}`;
}

function formatProblem(problem: Problem): string {
  const { file, position, path, sourceLine, bn, en } = problem;
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  const lines = [path ? `${place}  ${path}` : place];
  if (position && sourceLine !== undefined) {
    // Non-spacing marks take no column of a terminal, so they get none under them.
    const before = sourceLine.slice(0, position.column - 1).replace(/\p{Mn}/gu, '');
    lines.push(`  | ${sourceLine}`, `  | ${before.replace(/[^\t]/gu, ' ')}^`);
  }
  lines.push(`  ভুল: ${bn.wrong}`, `  করণীয়: ${bn.fix}`, `  Wrong: ${en.wrong}`, `  Fix: ${en.fix}`);
  return `${lines.join('\n')}\n`;
}
