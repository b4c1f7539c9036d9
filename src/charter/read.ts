// One file of data/: bytes → text → YAML → schema; each fault becomes a Problem at its place.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { explanations, type Fault, type Rule } from './explain.ts';
import { reportIssue } from './issues.ts';
import type { Position, Problem } from './problem.ts';
import { type Data, type FileName, files } from './schema.ts';
import { suggest } from './suggest.ts';
import { diagnose, scan } from './syntax.ts';
import { type Path, parseYaml } from './yaml.ts';

const MAX_FILE_BYTES = 1024 * 1024;

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
export function readDataFile<Name extends FileName>(folder: string, name: Name): DataFile<Name> {
  const file: DataFile<Name> = { content: undefined, problems: [], report: () => {} };
  const { source = '', rule, ...fault } = readText(folder, name);
  const positionAt = createLineIndex(source);

  const add = (rule: Rule, path: Path, options: ReportOptions, offset?: number) => {
    const { part: _, severity = 'problem', ...fault } = options;
    const position = offset === undefined ? undefined : positionAt(offset);
    const sourceLine = position && source.split('\n')[position.line - 1]?.trimEnd();
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
  const found = scan(source);
  if (found.length > 0) {
    for (const { rule, offset } of found) add(rule, [], {}, offset);
    return file;
  }
  const document = parseYaml(source);
  if ('reason' in document) {
    const { rule, offset } = diagnose(source, document);
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
      reportIssue(
        issue,
        [],
        document.value,
        file,
        files[name],
        source[document.locate(issue.path)],
      );
    }
  }
  return file;
}

function readText(folder: string, name: string): { source?: string; rule?: Rule } & Fault {
  try {
    const status = statSync(join(folder, name));
    if (!status.isFile() || status.size > MAX_FILE_BYTES) return { rule: 'not-a-file' };
    // fatal: a file saved in another encoding is told, not shown as �. The decoder drops a BOM.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const source = decoder.decode(readFileSync(join(folder, name)));
    return source.trim() === '' ? { rule: 'empty-file' } : { source };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { rule: 'not-utf8' };
    if (code !== 'ENOENT') return { rule: 'unreadable' };
    return { rule: 'missing-file', suggestion: suggest(name, strayFiles(folder)) };
  }
}

/** Files that are not ours, one of which may be the missing one under another name. */
function strayFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !Object.hasOwn(files, name));
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
