// One file of data/: bytes → text → YAML → schema; each fault becomes a Problem at its place.

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { explanations, type Fault, type Rule } from './explain.ts';
import { reportIssue } from './issues.ts';
import type { Position, Problem } from './problem.ts';
import { type Data, files } from './schema.ts';
import { type FileName, fileNames, type Source } from './sources.ts';
import { suggest } from './suggest.ts';
import { diagnose, scan } from './syntax.ts';
import { type Path, parseYaml } from './yaml.ts';

export interface ReportOptions extends Fault {
  /** Point at the key instead of the value. */
  part?: 'key' | 'value';
  severity?: Problem['severity'];
}

/** A file after reading: its content when valid, and a way to report what later checks find in it. */
export interface DataFile<Name extends FileName = FileName> {
  content: Data[Name] | undefined;
  problems: Problem[];
  report(rule: Rule, path: Path, options?: ReportOptions): void;
}

/** Reads one file of a data folder. Never throws for what the file holds. */
export function readDataFile<Name extends FileName>(
  folder: string,
  name: Name,
  source: Source,
): DataFile<Name> {
  const file: DataFile<Name> = { content: undefined, problems: [], report: () => {} };
  const { text = '', rule, ...fault } = decode(source, folder, name);
  const positionAt = createLineIndex(text);

  const add = (rule: Rule, path: Path, options: ReportOptions, offset?: number) => {
    const { part: _, severity = 'problem', ...fault } = options;
    const position = offset === undefined ? undefined : positionAt(offset);
    const sourceLine = position && text.split('\n')[position.line - 1]?.trimEnd();
    file.problems.push({
      severity,
      rule,
      file: relative('.', join(folder, name)),
      path: path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › '),
      ...(position && { position }),
      ...(sourceLine && { sourceLine }),
      ...explanations[rule]({ name: String(path.at(-1) ?? name), ...fault }),
    });
  };

  if (rule) {
    add(rule, [], fault);
    return file;
  }
  const found = scan(text);
  if (found.length > 0) {
    for (const { rule, offset } of found) add(rule, [], {}, offset);
    return file;
  }
  const document = parseYaml(text);
  if ('reason' in document) {
    const { rule, offset } = diagnose(text, document);
    add(rule, [], { value: document.reason }, offset);
    return file;
  }
  file.report = (rule, path, options = {}) => {
    add(rule, path, options, document.locate(path, options.part));
  };
  for (const offset of document.cuts) add('cut', [], {}, offset);
  const result = files[name].safeParse(document.value);
  if (result.success) file.content = result.data as Data[Name];
  else {
    for (const issue of result.error.issues) {
      reportIssue(issue, [], document.value, file, files[name], text[document.locate(issue.path)]);
    }
  }
  return file;
}

/** The text of a file, or what is wrong with it as a whole. */
function decode(
  source: Source,
  folder: string,
  name: string,
): { text?: string; rule?: Rule } & Fault {
  if ('rule' in source) {
    if (source.rule !== 'missing-file') return source;
    return { ...source, suggestion: suggest(name, strayFiles(folder)) };
  }
  try {
    // fatal: a file saved in another encoding is told, not shown as �. The decoder drops a BOM.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(source.bytes);
    return text.trim() === '' ? { rule: 'empty-file' } : { text };
  } catch {
    return { rule: 'not-utf8' };
  }
}

/** Files that are not ours, one of which may be the missing one under another name. */
function strayFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !(fileNames as readonly string[]).includes(name));
  } catch {
    return [];
  }
}

/** A function from offsets to positions, fast enough to be asked a thousand times. */
function createLineIndex(source: string): (offset: number) => Position {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    const at = Math.max(offset, 0);
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: at - (starts[low] as number) + 1 };
  };
}
