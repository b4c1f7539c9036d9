// One file of data/: bytes → text → YAML → schema; each fault becomes a Problem at its place.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { closestMatch } from 'leven';
import type { z } from 'zod';
import { explanations, type Fault, type Rule } from './explain.ts';
import type { Position, Problem } from './problem.ts';
import { type Data, type FileName, files } from './schema.ts';
import { diagnose } from './syntax.ts';
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

/** One zod issue → one problem (an unknown-keys issue → one for each key). `first` is the value's first letter. */
function reportIssue(
  issue: z.core.$ZodIssue,
  parents: Path,
  root: unknown,
  file: DataFile,
  schema: z.ZodType,
  first: string | undefined,
): void {
  const path = [...parents, ...issue.path];
  const value = path.reduce<unknown>(
    (part, step) => (part as Record<PropertyKey, unknown> | undefined)?.[step],
    root,
  );
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAt(schema, path);
      for (const key of issue.keys) {
        const suggestion = suggest(key, allowed);
        file.report('unknown-key', [...path, key], { name: key, allowed, suggestion, part: 'key' });
      }
      break;
    }
    case 'invalid_union': {
      // The alternative that was meant is the one whose own shape fits; if none does, say what may stand here.
      const meant = issue.errors.find((issues) =>
        issues.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
      );
      if (meant) for (const inner of meant) reportIssue(inner, path, root, file, schema, first);
      else file.report(typeRule('string', value, first), path, { value });
      break;
    }
    case 'invalid_type':
      file.report(typeRule(issue.expected, value, first), path, { value });
      break;
    case 'invalid_key':
      file.report('id', path, { value: String(path.at(-1)), part: 'key' });
      break;
    case 'too_small':
      file.report(issue.origin === 'number' ? 'negative' : 'empty-list', path, { value });
      break;
    case 'custom':
      file.report(issue.params?.rule as Rule, path, { value });
      break;
    default:
      throw new Error(`The zod issue ${issue.code} has no explanation.`);
  }
}

function typeRule(expected: string, value: unknown, first: string | undefined): Rule {
  if (value === undefined) return 'missing';
  if (value === null) return first === '&' ? 'anchor' : 'empty';
  if (expected === 'boolean') return 'not-true-false';
  if (expected === 'array') return 'not-list';
  if (expected === 'object' || expected === 'record') return 'not-group';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'true-false';
  return first === '{' || first === '[' ? 'bracket' : 'not-text';
}

/** The keys that the mapping at a path may have. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let at = unwrap(schema, path[0]);
  path.forEach((step, index) => {
    if (at.type === 'array') at = (at as z.ZodArray<z.ZodType>).element;
    else if (at.type === 'record') at = (at as z.ZodRecord).valueType as z.ZodType;
    else at = (at as z.ZodObject).shape[String(step)] as z.ZodType;
    at = unwrap(at, path[index + 1]);
  });
  return Object.keys((at as z.ZodObject).shape);
}

/** The schema behind optional, transform and union that has the next step, or keys where there is none. */
function unwrap(schema: z.ZodType, step: PropertyKey | undefined): z.ZodType {
  if (schema.type === 'optional')
    return unwrap((schema as z.ZodOptional<z.ZodType>).unwrap(), step);
  if (schema.type === 'pipe') return unwrap((schema as z.ZodPipe<z.ZodType>).in, step);
  if (schema.type !== 'union') return schema;
  const wanted = typeof step === 'number' ? 'array' : 'object';
  const options = (schema as z.ZodUnion<z.ZodType[]>).options;
  return (
    options.map((option) => unwrap(option, step)).find(({ type }) => type === wanted) ?? schema
  );
}

/** What was probably meant: the allowed name that is at most a third of the letters away. */
export function suggest(name: string, allowed: readonly string[]): string | undefined {
  return closestMatch(name, allowed, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
}
