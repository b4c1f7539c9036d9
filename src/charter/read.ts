// One file of data/: bytes → text → YAML → schema; each fault becomes a Problem at its place.

import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { closestMatch } from 'leven';
import type { z } from 'zod';
import { explanations, type Fault, type Rule } from './explain.ts';
import type { Problem } from './problem.ts';
import { type Data, type FileName, files } from './schema.ts';
import { type Path, type Position, parseYaml } from './yaml.ts';

const MAX_FILE_BYTES = 1024 * 1024;

/** A file after reading: its content when valid, and a way to report what later checks find in it. */
export interface DataFile<Name extends FileName = FileName> {
  content: Data[Name] | undefined;
  problems: Problem[];
  /** Adds a problem at the value of a path, or at its key. */
  report(rule: Rule, path: Path, fault?: Fault, part?: 'key' | 'value'): void;
}

/** Reads one file of a data folder. Never throws for what the file holds. */
export function readDataFile<Name extends FileName>(folder: string, name: Name): DataFile<Name> {
  const file: DataFile<Name> = { content: undefined, problems: [], report: () => {} };
  const text = readText(join(folder, name));
  const source = text.source ?? '';

  const add = (rule: Rule, path: Path, fault: Fault, position?: Position) => {
    const sourceLine = position && source.split(/\r?\n/)[position.line - 1];
    file.problems.push({
      file: relative('.', join(folder, name)),
      path: path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › '),
      ...(position && { position }),
      ...(sourceLine && { sourceLine }),
      ...explanations[rule]({ name: String(path.at(-1) ?? name), ...fault }),
    });
  };

  if (text.rule) {
    add(text.rule, [], {});
    return file;
  }
  const document = parseYaml(source);
  if ('reason' in document) {
    add(syntaxRule(document.reason), [], { value: document.reason }, document.position);
    return file;
  }
  file.report = (rule, path, fault = {}, part = 'value') => {
    add(rule, path, fault, document.locate(path, part));
  };
  const result = files[name].safeParse(document.value);
  if (result.success) file.content = result.data as Data[Name];
  else
    for (const issue of result.error.issues) reportIssue(file, files[name], issue, document.value);
  return file;
}

function readText(path: string): { source: string; rule?: never } | { rule: Rule; source?: never } {
  try {
    const status = statSync(path);
    if (!status.isFile() || status.size > MAX_FILE_BYTES) return { rule: 'not-a-file' };
    // fatal: a file saved in another encoding is told, not shown as �. The decoder drops a BOM.
    const source = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return source.trim() === '' ? { rule: 'empty-file' } : { source };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { rule: 'missing-file' };
    return { rule: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not-utf8' : 'unreadable' };
  }
}

/** js-yaml's reasons, in its own wording → the rule that explains them. */
function syntaxRule(reason: string): Rule {
  if (reason === 'empty document') return 'empty-file';
  if (reason === 'several documents') return 'several-documents';
  if (/^tab characters/.test(reason)) return 'tab';
  if (/^duplicated mapping key/.test(reason)) return 'duplicate-key';
  if (/quoted scalar/.test(reason)) return 'unclosed-quote';
  if (/alias/.test(reason)) return 'alias';
  if (/tag/.test(reason)) return 'tag';
  return 'syntax';
}

/** One zod issue → one problem (an unknown-keys issue → one for each key). */
function reportIssue(
  file: DataFile,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  root: unknown,
): void {
  const { path } = issue;
  const value = path.reduce<unknown>(
    (part, step) => (part as Record<PropertyKey, unknown>)?.[step],
    root,
  );
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAt(schema, path);
      for (const key of issue.keys) {
        const suggestion = suggest(key, allowed);
        file.report('unknown-key', [...path, key], { name: key, allowed, suggestion }, 'key');
      }
      break;
    }
    case 'invalid_type':
      file.report(typeRule(issue.expected, value), path, { value });
      break;
    case 'invalid_key':
      file.report('id', path, { value: String(path.at(-1)) }, 'key');
      break;
    case 'too_small':
      file.report('empty-list', path);
      break;
    case 'custom':
      file.report(issue.params?.rule as Rule, path, { value });
      break;
    default:
      throw new Error(`The zod issue ${issue.code} has no explanation.`);
  }
}

function typeRule(expected: string, value: unknown): Rule {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (expected === 'boolean') return 'not-true-false';
  if (expected === 'array') return 'not-list';
  if (expected === 'object' || expected === 'record') return 'not-group';
  return typeof value === 'object' ? 'not-text' : 'number';
}

/** The keys that the mapping at a path may have. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  type Container = z.ZodObject | z.ZodArray<z.ZodType> | z.ZodRecord | z.ZodOptional<z.ZodType>;
  let at = schema as Container;
  const unwrap = () => {
    if (at.type === 'optional') at = at.unwrap() as Container;
  };
  for (const step of path) {
    unwrap();
    if (at.type === 'array') at = at.element as Container;
    else if (at.type === 'record') at = at.valueType as unknown as Container;
    else if (at.type === 'object') at = at.shape[String(step)] as Container;
  }
  unwrap();
  return Object.keys((at as z.ZodObject).shape);
}

/** What was probably meant: the allowed name that is at most a third of the letters away. */
export function suggest(name: string, allowed: readonly string[]): string | undefined {
  return closestMatch(name, allowed, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
}
