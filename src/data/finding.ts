// Findings as the staff see them: where, what is wrong and how to fix it; in Bengali, then in English.

import { toBengaliDigits } from '../bangla/digits.ts';

/** A place in a text, counted from 1; columns in UTF-16 units, as editors count them. */
export interface Position {
  line: number;
  column: number;
}

/** What is wrong and how to fix it, in one language. */
export interface Words {
  wrong: string;
  fix: string;
}

export interface Message {
  bn: Words;
  en: Words;
}

/** A problem or a piece of advice, at its place in a file. */
export interface Finding extends Message {
  /** A problem keeps the site from starting; advice does not. */
  severity: 'problem' | 'advice';
  rule: string;
  file: string;
  /** Where in the file; absent when the finding concerns the whole file. */
  position?: Position;
  /** The keys that lead to the value: "citizen › 2 › name". */
  path: string;
  /** The line itself, as it stands in the file; of a long line, the part around the position. */
  sourceLine?: string;
  /** The column at which the line shown begins, where it is too long to be shown whole. */
  sourceColumn?: number;
  /** Other places of the file about which the same is said. */
  also?: Position[];
}

/** How parts of the report are highlighted; plain text by default. */
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

/** Findings as text for a terminal, in the given order; ends with a newline. */
export function formatFindings(findings: readonly Finding[], paint: Paint = plain): string {
  return findings.map((finding) => formatFinding(finding, paint)).join('\n');
}

/** On which other lines the same is said, in Bengali and English; nothing if there are none. */
export function alsoLines(also: readonly Position[]): string[] {
  if (also.length === 0) return [];
  const where = also.map(({ line }) => line).join(', ');
  return [`আরও যে লাইনে: ${toBengaliDigits(where)}`, `Also on lines: ${where}`];
}

function formatFinding(finding: Finding, paint: Paint): string {
  const {
    file,
    position,
    path,
    sourceLine,
    sourceColumn = 1,
    also = [],
    bn,
    en,
    severity,
  } = finding;
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  const lines = [paint.place(path ? `${place}  ${path}` : place)];
  if (position && sourceLine !== undefined) {
    // Non-spacing marks take no column in a terminal.
    const before = sourceLine.slice(0, position.column - sourceColumn).replace(/\p{Mn}/gu, '');
    lines.push(`  | ${sourceLine}`, `  | ${before.replace(/[^\t]/gu, ' ')}${paint.mark('^')}`);
  }
  const [bnLabel, enLabel] = severity === 'problem' ? ['ভুল', 'Wrong'] : ['পরামর্শ', 'Advice'];
  lines.push(
    `  ${paint[severity](`${bnLabel}: ${bn.wrong}`)}`,
    `  করণীয়: ${bn.fix}`,
    `  ${enLabel}: ${en.wrong}`,
    `  Fix: ${en.fix}`,
  );
  lines.push(...alsoLines(also).map((line) => `  ${line}`));
  return `${lines.join('\n')}\n`;
}
