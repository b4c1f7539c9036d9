// zod issues → rules of messages.ts, with their paths.

import type { z } from 'zod';
import type { Fault } from './fault.ts';
import { homeOf, ownerOf } from './homes.ts';
import { type Details, messages, type Rule } from './messages.ts';
import { repairFor } from './repairs.ts';
import type { FileName } from './sources.ts';
import { suggestKey } from './suggest.ts';
import { listIn, recordIn } from './written.ts';
import type { Path } from './yaml.ts';

/** The file, as the rules need it. */
export interface Checked {
  schema: z.ZodType;
  file: FileName;
  /** The parsed YAML. */
  value: unknown;
  /** The first word of the value at a path, as it stands in the file. */
  wordAt(path: Path): string;
}

/** Returns the faults behind one zod issue: usually one; for unknown keys, one per key. */
export function faultsOf(issue: z.core.$ZodIssue, checked: Checked, parents: Path = []): Fault[] {
  const path = [...parents, ...issue.path];
  const value = valueAt(checked.value, path);
  const word = checked.wordAt(path);
  // The message quotes the number from the file: 1e3, -0, or more digits than a double keeps.
  const shown = typeof value === 'number' ? word : value;
  const owner = ownerOf(checked.value, checked.file);
  if (owner) return [{ rule: 'other-content', path: [], part: 'file', details: { other: owner } }];
  const misformed = misformedList(path, checked);
  if (misformed) return [misformed];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAt(checked.schema, path);
      return issue.keys.map((name) => unknownKey([...path, name], allowed, checked));
    }
    case 'invalid_union': {
      // The intended alternative is the one whose type matches.
      const meant = issue.errors.find(fitsType);
      return meant
        ? meant.flatMap((inner) => faultsOf(inner, checked, path))
        : [typeFault('string', path, value, word)];
    }
    case 'invalid_type':
      if (path.length === 0 && issue.expected === 'object' && Array.isArray(value))
        return [{ rule: 'no-top-key', path, details: { allowed: keysAt(checked.schema, []) } }];
      return [strayIn(path, value, checked) ?? typeFault(issue.expected, path, value, word)];
    case 'invalid_key':
      return [
        {
          rule: ruleOf(issue.issues[0]),
          path,
          part: 'key',
          details: { value: String(path.at(-1)) },
        },
      ];
    case 'too_small':
    case 'too_big':
      // A text in place of a list has its type reported.
      if (typeof value === 'string') return [];
      return [{ rule: sizeRule(issue), path, details: { value: shown } }];
    case 'custom':
      // Word inserts curly quotes, which YAML takes as part of the text.
      return typeof value === 'string' && /^[“”‘’]/.test(value)
        ? [{ rule: 'curly-quotes', path }]
        : [customFault(ruleOf(issue), path, shown, issue.params?.wanted)];
    // No schema raises these today; a vague message is better than none.
    case 'invalid_format':
    case 'invalid_value':
    case 'invalid_element':
    case 'not_multiple_of':
      return [{ rule: 'not-allowed', path, details: { value } }];
  }
}

/** Returns the fault of a key that its group does not have: it may belong elsewhere, or be no key at all. */
function unknownKey(path: Path, allowed: string[], { file, value }: Checked): Fault {
  const name = String(path.at(-1));
  const suggestion = suggestKey(name, allowed);
  const fault = (rule: Rule, details: Details = {}): Fault => ({
    rule,
    path,
    part: 'key',
    details: { name, allowed, suggestion, ...details },
  });
  if (/^[-+]/.test(name)) return fault('diff');
  const home = homeOf(name, file);
  if (home?.file === file && home.within === 'service') return fault('outside-service');
  if (home && home.file !== file)
    return fault('wrong-file', { other: home.file, value: home.within });
  // Keys are Latin: a line of other letters without a text after it is a note or a heading that was pasted.
  const isNote = suggestion === undefined && /[^\w .'"-]/.test(name);
  const own = valueAt(value, path);
  return isNote && (own === null || typeof own === 'object')
    ? fault('stray-line')
    : fault('unknown-key');
}

/** Returns the fault of a value that belongs to another file, such as a list of services among the officers. */
function strayIn(path: Path, value: unknown, { file }: Checked): Fault | undefined {
  const [name] = path;
  if (file !== 'officers.yaml' || path.length !== 1 || value === undefined) return undefined;
  const home = homeOf(String(name), file);
  return (
    home && {
      rule: 'wrong-file',
      path,
      part: 'key',
      details: { other: home.file, value: home.within },
    }
  );
}

function customFault(rule: Rule, path: Path, value: unknown, wanted: number | undefined): Fault {
  return { rule, path, details: { value, wanted, suggestion: repairFor(rule, value) } };
}

/** Reports whether a value with these issues has at least the wanted type. */
function fitsType(issues: z.core.$ZodIssue[]): boolean {
  return issues.every(
    (issue) =>
      issue.path.length > 0 ||
      (issue.code === 'invalid_union'
        ? issue.errors.some(fitsType)
        : issue.code !== 'invalid_type'),
  );
}

/** Returns the rule that a refinement names; see ValueRule in charter/values.ts. */
function ruleOf(issue: z.core.$ZodIssue | undefined): Rule {
  const name = issue?.code === 'custom' ? issue.params?.rule : undefined;
  const isRule = (one: unknown): one is Rule =>
    typeof one === 'string' && Object.hasOwn(messages, one);
  return isRule(name) ? name : 'not-allowed';
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    const parent = Object(value);
    value = Object.hasOwn(parent, step) ? parent[step] : undefined;
  }
  return value;
}

function sizeRule(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Rule {
  // Only serials have to be whole numbers, which zod keeps within those that a double holds exactly.
  if (issue.code === 'too_big' || issue.origin === 'int') return 'serial-range';
  return issue.minimum === 2 ? 'no-synonym' : 'empty-list';
}

/** The rules that explain a malformed list, with the keys of its items. */
const listRules = new Map<PropertyKey, { rule: Rule; keys: string[] }>([
  ['fee', { rule: 'fee-list', keys: ['for', 'fee'] }],
  ['documents', { rule: 'documents-list', keys: ['name', 'source', 'form'] }],
]);

/** Returns the fault of a group of keys, in or instead of a list of fees or documents, that has none of its keys. */
function misformedList(path: Path, { value, wordAt }: Checked): Fault | undefined {
  if (path[0] === 'headings') return undefined;
  const at = path.findIndex((step) => listRules.has(step));
  const list = listRules.get(path[at] ?? '');
  if (!list) return undefined;
  const place = path.slice(0, at + 2);
  const item = valueAt(value, place);
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return undefined;
  if (/^[{[]/.test(wordAt(place))) return undefined;
  // A hyphen before each key splits one item into several.
  const items = listIn(valueAt(value, path.slice(0, at + 1))).map(recordIn);
  const isParted = items.length > 1 && items.every((one) => Object.keys(one).length === 1);
  if (isParted && list.rule === 'fee-list') return { rule: list.rule, path: path.slice(0, at + 1) };
  const isItem = place.length === at + 2 && list.keys.some((key) => Object.hasOwn(item, key));
  return isItem ? undefined : { rule: list.rule, path: place };
}

/** The rules for keys whose values look like numbers. */
const numberRules = new Map<string, Rule>([
  ['mobile', 'number'],
  ['phone', 'number'],
  ['published', 'date-or-month'],
  ['reviewed', 'date-or-month'],
  ['expires', 'date'],
  ['opens', 'time-of-day'],
  ['closes', 'time-of-day'],
]);

/** The rules for keys that hold one telephone number or address. */
const singleRules = new Map<string, Rule>([
  ['mobile', 'mobile'],
  ['phone', 'phone'],
  ['email', 'email'],
]);

function typeFault(expected: string, path: Path, value: unknown, word: string): Fault {
  const rule = typeRule(expected, value, word[0]);
  const key = String(path.findLast((step) => typeof step === 'string'));
  const single = singleRules.get(key);
  if (single && Array.isArray(value))
    return { rule: single, path, details: { value: value.map(plainly).join(', ') } };
  // [[id]] where [id] or id is meant.
  if (rule === 'bracket' && Array.isArray(value) && typeof path.at(-1) === 'number')
    return { rule: 'nested-list', path, details: { value: value.map(plainly).join(', ') } };
  if (rule === 'not-text')
    return {
      rule,
      path,
      details: {
        name: typeof path.at(-1) === 'number' ? '-' : `${key}:`,
        value,
        suggestion: asText(value),
      },
    };
  if (rule !== 'number') return { rule, path, details: { value } };
  // A correction quotes: its value is no date.
  const own = (path.includes('changes') ? undefined : numberRules.get(key)) ?? 'number-only';
  // The message quotes the file: 0203 becomes the number 203.
  return { rule: own, path, details: { name: key, value: own === 'number' ? value : word } };
}

/** Returns a value in words. A group is JSON: a key "toString" of it would be asked instead. */
function plainly(value: unknown): string {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Returns a list or group as the text that a clerk meant by it: "রবি: ৯-৫, সোম: ৯-৫"; undefined for nested ones. */
function asText(value: unknown): string | undefined {
  const parts = Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? item : asText(item)))
    : Object.entries(recordIn(value)).map(([key, item]) =>
        typeof item === 'string' ? `${key}: ${item}` : undefined,
      );
  return parts.includes(undefined) ? undefined : parts.join(', ');
}

function typeRule(expected: string, value: unknown, first: string | undefined): Rule {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (expected === 'boolean') return 'not-true-false';
  if (expected === 'number' || expected === 'int') return 'not-number';
  if (expected === 'array') return 'not-list';
  if (expected === 'object' || expected === 'record') return 'not-group';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'true-false';
  return first === '{' || first === '[' ? 'bracket' : 'not-text';
}

/** Returns the allowed keys of the mapping at a path. */
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

/** Returns the schema inside optional, transform and union: the option that has the next step or, without one, keys. */
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
