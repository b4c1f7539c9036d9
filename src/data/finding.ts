// Findings as the staff see them: the place, the mistake and its remedy, in Bengali, then in English.

import { toBengaliDigits } from '../bangla/digits.ts';
import type { Path } from './yaml.ts';

/** A place in a text, counted from 1; columns in UTF-16 units, as editors count them. */
export interface Position {
  line: number;
  column: number;
}

/** A mistake and its remedy, in one language. */
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
  /** The position in the file; absent when the finding concerns the whole file. */
  position?: Position;
  /** The keys and indexes, from 0, that lead to the value; empty where it concerns the whole file. */
  path: Path;
  /** The line of the file; of a long line, the part around the position. */
  sourceLine?: string;
  /** The column at which the shown part of a long line begins. */
  sourceColumn?: number;
  /** Other positions in the file with the same finding. */
  also?: Position[];
}

/** Highlights parts of a report. */
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

/** Formats findings as text for a terminal, in the given order, with a newline at the end. */
export function formatFindings(findings: readonly Finding[], paint: Paint = plain): string {
  return findings.map((finding) => formatFinding(finding, paint)).join('\n');
}

/** Returns the other lines with the same finding, in Bengali and English; empty if there are none. */
export function alsoLines(also: readonly Position[]): string[] {
  if (also.length === 0) return [];
  const where = also.map(({ line }) => line).join(', ');
  return [`আরও যে লাইনে: ${toBengaliDigits(where)}`, `Also on lines: ${where}`];
}

/** The maximum letters of a key that a report shows. */
const LONGEST_KEY = 200;

/** Returns a path as reports show it, with items counted from 1: "citizen › 2 › name". */
export function formatPath(path: Path): string {
  const steps = path.map((step) =>
    typeof step === 'number' ? String(step + 1) : String(step).slice(0, LONGEST_KEY),
  );
  return steps.join(' › ');
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
  const lines = [paint.place(path.length > 0 ? `${place}  ${formatPath(path)}` : place)];
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
