// Reads one file of data/: bytes → text → YAML → schema. Errors become findings with positions.

import { join, relative } from 'node:path';
import type { z } from 'zod';
import { characterFaults } from './characters.ts';
import type { Fault } from './fault.ts';
import type { Finding } from './finding.ts';
import { type Details, messages, type Rule } from './messages.ts';
import { type Data, emptyContents, files } from './schema.ts';
import { faultsOf } from './schema-errors.ts';
import { type FileName, isFolder, type Source } from './sources.ts';
import { strayFor } from './stray-files.ts';
import { diagnose, scan } from './syntax-errors.ts';
import { parseYaml } from './yaml.ts';

/** A file after reading. */
export interface DataFile<Name extends FileName = FileName> {
  /** The parsed content, if the file is valid on its own. */
  content: Data[Name] | undefined;
  /** The YAML value as written, before transforms. */
  written: unknown;
  /** Whether the folder has no such file. */
  isMissing: boolean;
  findings: Finding[];
  /** Returns the first word of the value at a path, as it stands in the file. */
  wordAt(path: Fault['path']): string;
  /** Returns the offset of a key in the text. Objects forget the order of their keys where one is a number. */
  offsetOf(path: Fault['path']): number;
  /** Reports whether a comment "# ok: reason" stands at a line or right above it, which answers advice on it. */
  isAnswered(line: number): boolean;
  /** Turns a fault found by a later check of this file into a finding. */
  toFinding(fault: Fault): Finding;
}

/** The maximum problems of one kind in a report: a pasted page can break a rule in each line. */
const MOST_PROBLEMS = 1000;

/** The maximum letters of a line, a value or a name that a report shows. */
const LONGEST_SHOWN = 200;

/** A comment that answers advice for good: "# ok: the office has no telephone". */
export const ANSWER = /(?:^|\s)# ok:\s*\S/;

/** Reads one file of a data folder. Never throws, whatever the file holds. */
export function readDataFile<Name extends FileName>(
  folder: string,
  name: Name,
  source: Source,
): DataFile<Name> {
  const { text = '', rule, ...details } = decode(source, folder, name);
  const lineAt = createLineIndex(text);
  const isAnswered = answeredLines(text);
  const findingAt = (fault: Fault, offset?: number): Finding => {
    const { rule, path, severity = 'problem', details = {} } = fault;
    const { value } = details;
    return {
      severity,
      rule,
      file: relative('.', join(folder, name)),
      path,
      ...(offset !== undefined && lineAt(offset)),
      ...messages[rule]({
        ...details,
        name: shorten(details.name ?? path.at(-1) ?? name),
        value: shown(value),
      }),
    };
  };
  const file: DataFile<Name> = {
    content: undefined,
    written: undefined,
    isMissing: false,
    findings: [],
    wordAt: () => '',
    offsetOf: () => 0,
    isAnswered,
    toFinding: (fault) => findingAt(fault),
  };

  const isAbsent =
    rule === 'missing-folder' || (rule === 'missing-file' && details.suggestion === undefined);
  if (isAbsent && name !== 'office.yaml')
    return { ...file, ...emptyFile(name), isMissing: rule === 'missing-file' };
  if (rule) return { ...file, findings: [findingAt({ rule, path: [], details })] };
  const found = scan(text);
  if (found.length > 0) {
    const findings = found
      .slice(0, MOST_PROBLEMS)
      .map(({ rule, offset }) => findingAt({ rule, path: [] }, offset));
    return { ...file, findings };
  }
  const document = parseYaml(text);
  if ('reason' in document) {
    // Only comments.
    if (document.reason === 'empty document' && name !== 'office.yaml')
      return { ...file, ...emptyFile(name) };
    const { rule, offset, value = document.reason, other } = diagnose(text, document, name);
    const fault: Fault = { rule, path: [], details: { value, other } };
    return { ...file, findings: [findingAt(fault, offset)] };
  }
  const {
    value: written,
    locate,
    cuts,
    anchors,
    folds,
    oddNumbers,
    splitNumbers,
    protoKeys,
    oddKeys,
  } = document;
  const toFinding = (fault: Fault) =>
    findingAt(fault, fault.part === 'file' ? undefined : locate(fault.path, fault.part));
  const result = files[name].safeParse(written);
  const wordAt = (path: Fault['path']) =>
    /[^\s,\]}]*/y.exec(text.slice(locate(path), locate(path) + LONGEST_SHOWN))?.[0] ?? '';
  const checked = { schema: files[name], file: name, value: written, wordAt };
  const issues = firstOfEach(result.error?.issues ?? [], issueKind);
  // A # may hide the value of a key that seems empty.
  const isHidden = (path: Fault['path']) =>
    /[^\s:]*:[ \t]+#/y.test(text.slice(locate(path, 'key')));
  const faults = unique(issues.flatMap((issue) => faultsOf(issue, checked))).map((fault) =>
    fault.rule === 'empty' && isHidden(fault.path) ? { ...fault, rule: 'cut' as const } : fault,
  );
  const numbers = faults.filter(({ rule }) => rule === 'number').map(({ path }) => locate(path));
  const odd = oddNumbers.filter((offset) => !numbers.includes(offset));
  const reported = (rule: Rule, offsets: number[], severity?: Fault['severity']) =>
    offsets.slice(0, MOST_PROBLEMS).map((offset) => {
      const [value = ''] = /[^\s:"]*/y.exec(text.slice(offset, offset + LONGEST_SHOWN)) ?? [];
      return findingAt(
        { rule, path: [], details: { value }, ...(severity && { severity }) },
        offset,
      );
    });
  return {
    // A reference to such a key would seem to name nothing.
    content: protoKeys.length + oddKeys.length > 0 ? undefined : (result.data as Data[Name]),
    written,
    isMissing: false,
    findings: [
      ...reported('cut', cuts),
      ...reported('anchor', anchors),
      ...reported('proto-key', protoKeys),
      ...reported('odd-key', oddKeys),
      ...firstOfEach(characterFaults(written), ({ rule }) => rule).map(toFinding),
      ...reported('odd-number', odd),
      ...firstOfEach(
        faults.filter(({ path }) => !odd.includes(locate(path))),
        ({ rule }) => rule,
      ).map(toFinding),
      ...reported('folded-list', folds, 'advice'),
      ...reported('split-number', splitNumbers, 'advice'),
    ],
    wordAt,
    offsetOf: (path) => locate(path, 'key'),
    isAnswered,
    toFinding,
  };
}

/** Returns the first items of each kind, so that many of one hide none of another. */
function firstOfEach<T>(items: T[], kindOf: (item: T) => string): T[] {
  const counts = new Map<string, number>();
  return items.filter((item) => {
    const kind = kindOf(item);
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count < MOST_PROBLEMS;
  });
}

/** Returns the kind of an issue; that of a union depends on its key. */
function issueKind(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return String(issue.params?.rule);
  const key = issue.path.findLast((step) => typeof step === 'string');
  return issue.code === 'invalid_union' ? `union ${key}` : issue.code;
}

/** Drops repeated faults: several issues may come from one mistake. */
function unique(faults: Fault[]): Fault[] {
  return [
    ...new Map(faults.map((fault) => [`${fault.rule} ${fault.path.join()}`, fault])).values(),
  ];
}

function emptyFile<Name extends FileName>(name: Name) {
  const content = emptyContents[name] as Data[Name] | undefined;
  return { content, written: content };
}

/** The first bytes of the files that are saved under a name of the data by mistake. */
const FORMATS: [format: string, start: string][] = [
  ['Word/Excel (.docx, .xlsx)', 'PK\x03\x04'],
  ['Word/Excel (.doc, .xls)', '\xd0\xcf\x11\xe0'],
  ['PDF', '%PDF'],
  ['RTF (Word)', '{\\rtf'],
  ['PNG', '\x89PNG'],
  ['JPEG', '\xff\xd8\xff'],
];

/** Returns the text of a file, or the rule that the whole file breaks. */
function decode(
  source: Source,
  folder: string,
  name: FileName,
): { text?: string; rule?: Rule } & Details {
  if ('rule' in source) {
    if (!isFolder(folder)) return { rule: 'missing-folder', value: relative('.', folder) };
    if (source.rule !== 'missing-file') return source;
    return { ...source, suggestion: strayFor(folder, name) };
  }
  const [format] =
    FORMATS.find(([, start]) => source.bytes.toString('latin1', 0, 16).startsWith(start)) ?? [];
  if (format) return { rule: 'other-format', value: format };
  try {
    // fatal: a file in another encoding is reported, not shown as �. The decoder removes a byte order mark.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(source.bytes);
    if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) return { rule: 'other-format', value: 'HTML' };
    return text.trim() === '' ? { rule: 'empty-file' } : { text };
  } catch {
    return { rule: 'not-utf8' };
  }
}

/** Returns a value as messages show it: texts shortened, lists and groups as JSON. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return shorten(value);
  return value !== null && typeof value === 'object' ? shorten(JSON.stringify(value)) : value;
}

/** Returns the beginning of a text, without controls, which would break the line or move the cursor of a terminal. */
function shorten(text: PropertyKey): string {
  const whole = String(text).replace(/(?!\t)\p{Cc}/gu, '\ufffd');
  return whole.length > LONGEST_SHOWN ? `${whole.slice(0, LONGEST_SHOWN)}…` : whole;
}

/** Returns a function that reports whether a line, counted from 1, has an answer to advice. */
function answeredLines(text: string): (line: number) => boolean {
  if (!text.includes('# ok:')) return () => false;
  const lines = text.split('\n');
  return (line) =>
    ANSWER.test(lines[line - 1] ?? '') ||
    (/^\s*#/.test(lines[line - 2] ?? '') && ANSWER.test(lines[line - 2] ?? ''));
}

/** Returns a function from offsets to positions and their lines, by binary search over the line starts. */
function createLineIndex(
  source: string,
): (offset: number) => Pick<Finding, 'position' | 'sourceLine' | 'sourceColumn'> {
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
    const [start, end] = [startOf(low), startOf(low + 1) || source.length];
    // The mark stands in the middle of the shown part of a long line.
    const from = end - start > LONGEST_SHOWN ? Math.max(start, at - LONGEST_SHOWN / 2) : start;
    const sourceLine = source
      .slice(from, Math.min(end, from + LONGEST_SHOWN))
      .trimEnd()
      // These would break the line or move the cursor of a terminal.
      .replace(/(?!\t)[\p{Cc}\u2028\u2029]/gu, '\ufffd');
    return {
      position: { line: low + 1, column: at - start + 1 },
      ...(sourceLine && { sourceLine }),
      ...(from > start && { sourceColumn: from - start + 1 }),
    };
  };
}
