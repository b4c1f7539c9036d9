// What is told to the staff: where, what, and what to do; Bengali first, English under it.

/** A place in a text, counted from 1; columns in UTF-16 units, as editors count them. */
export interface Position {
  line: number;
  column: number;
}

/** What is wrong and how to mend it, in one language. */
export interface Words {
  wrong: string;
  fix: string;
}

export interface Explanation {
  bn: Words;
  en: Words;
}

export interface Problem extends Explanation {
  /** A problem keeps the site from starting; advice does not. */
  severity: 'problem' | 'advice';
  rule: string;
  file: string;
  /** Where in the file; absent when the file as a whole is at fault. */
  position?: Position;
  /** The names on the way to the value: "citizen › 2 › name". */
  path: string;
  /** The line at fault, as it stands in the file. */
  sourceLine?: string;
}

/** How parts of the report are set apart; plain text by default. */
export interface Paint {
  place(text: string): string;
  mark(text: string): string;
  problem(text: string): string;
  advice(text: string): string;
}

const plain: Paint = {
  place: (text) => text,
  mark: (text) => text,
  problem: (text) => text,
  advice: (text) => text,
};

/** All problems as text for a terminal, in the order they come in; ends with a newline. */
export function formatProblems(problems: readonly Problem[], paint: Paint = plain): string {
  return problems.map((problem) => formatProblem(problem, paint)).join('\n');
}

function formatProblem(problem: Problem, paint: Paint): string {
  const { file, position, path, sourceLine, bn, en, severity } = problem;
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  const lines = [paint.place(path ? `${place}  ${path}` : place)];
  if (position && sourceLine !== undefined) {
    // Non-spacing marks take no column of a terminal, so they get none under them.
    const before = sourceLine.slice(0, position.column - 1).replace(/\p{Mn}/gu, '');
    lines.push(`  | ${sourceLine}`, `  | ${before.replace(/[^\t]/gu, ' ')}${paint.mark('^')}`);
  }
  const [bnLabel, enLabel] = severity === 'problem' ? ['ভুল', 'Wrong'] : ['পরামর্শ', 'Advice'];
  lines.push(
    `  ${paint[severity](`${bnLabel}: ${bn.wrong}`)}`,
    `  করণীয়: ${bn.fix}`,
    `  ${enLabel}: ${en.wrong}`,
    `  Fix: ${en.fix}`,
  );
  return `${lines.join('\n')}\n`;
}
