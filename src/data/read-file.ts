// Reads one file of data/: bytes → text → YAML → schema. Errors become findings with positions.

import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Fault } from './fault.ts';
import type { Finding, Position } from './finding.ts';
import { type Details, messages, type Rule } from './messages.ts';
import { type Data, files } from './schema.ts';
import { faultsOf } from './schema-errors.ts';
import { type FileName, fileNames, type Source } from './sources.ts';
import { suggest } from './suggest.ts';
import { diagnose, scan } from './syntax-errors.ts';
import { parseYaml } from './yaml.ts';

/** A file after reading. */
export interface DataFile<Name extends FileName = FileName> {
  /** The parsed content, if the file is valid on its own. */
  content: Data[Name] | undefined;
  /** The YAML value as written, before transforms. */
  written: unknown;
  findings: Finding[];
  /** Turns a fault found by a later check of this file into a finding. */
  toFinding(fault: Fault): Finding;
}

/** Reads one file of a data folder. Never throws for invalid content. */
export function readDataFile<Name extends FileName>(
  folder: string,
  name: Name,
  source: Source,
): DataFile<Name> {
  const { text = '', rule, ...details } = decode(source, folder, name);
  const positionAt = createLineIndex(text);
  const findingAt = (fault: Fault, offset?: number): Finding => {
    const { rule, path, severity = 'problem', details } = fault;
    const position = offset === undefined ? undefined : positionAt(offset);
    const sourceLine = position && text.split('\n')[position.line - 1]?.trimEnd();
    return {
      severity,
      rule,
      file: relative('.', join(folder, name)),
      path: path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › '),
      ...(position && { position }),
      ...(sourceLine && { sourceLine }),
      ...messages[rule]({ name: String(path.at(-1) ?? name), ...details }),
    };
  };
  const file: DataFile<Name> = {
    content: undefined,
    written: undefined,
    findings: [],
    toFinding: findingAt,
  };

  if (rule) return { ...file, findings: [findingAt({ rule, path: [], details })] };
  const found = scan(text);
  if (found.length > 0) {
    const findings = found.map(({ rule, offset }) => findingAt({ rule, path: [] }, offset));
    return { ...file, findings };
  }
  const document = parseYaml(text);
  if ('reason' in document) {
    const { rule, offset } = diagnose(text, document);
    const fault: Fault = { rule, path: [], details: { value: document.reason } };
    return { ...file, findings: [findingAt(fault, offset)] };
  }
  const { value: written, locate, cuts } = document;
  const toFinding = (fault: Fault) => findingAt(fault, locate(fault.path, fault.part));
  const result = files[name].safeParse(written);
  const checked = {
    schema: files[name],
    value: written,
    firstCharacter: (path: Fault['path']) => text[locate(path)],
  };
  const faults = result.error?.issues.flatMap((issue) => faultsOf(issue, checked)) ?? [];
  return {
    content: result.data as Data[Name] | undefined,
    written,
    findings: [
      ...cuts.map((offset) => findingAt({ rule: 'cut', path: [] }, offset)),
      ...faults.map(toFinding),
    ],
    toFinding,
  };
}

/** The text of a file, or what is wrong with the file as a whole. */
function decode(
  source: Source,
  folder: string,
  name: string,
): { text?: string; rule?: Rule } & Details {
  if ('rule' in source) {
    if (source.rule !== 'missing-file') return source;
    return { ...source, suggestion: suggest(name, strayFiles(folder)) };
  }
  try {
    // fatal: a file in another encoding is reported, not shown as �. The decoder removes a byte order mark.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(source.bytes);
    return text.trim() === '' ? { rule: 'empty-file' } : { text };
  } catch {
    return { rule: 'not-utf8' };
  }
}

/** Files with unknown names; one of them may be the missing file. */
function strayFiles(folder: string): string[] {
  try {
    const known: readonly string[] = fileNames;
    return readdirSync(folder).filter((name) => !known.includes(name));
  } catch {
    return [];
  }
}

/** A function from offsets to positions, by binary search over the line starts. */
function createLineIndex(source: string): (offset: number) => Position {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    const at = Math.max(offset, 0);
    let [low, high] = [0, starts.length];
    const startOf = (line: number) => starts[line] ?? 0;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (startOf(middle) <= at) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: at - startOf(low) + 1 };
  };
}
