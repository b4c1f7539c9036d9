// What zod finds in a file → the rules of explain.ts, at their paths.

import type { z } from 'zod';
import type { Rule } from './explain.ts';
import type { DataFile } from './read.ts';
import { suggest } from './suggest.ts';
import type { Path } from './yaml.ts';

/** One zod issue → one problem (an unknown-keys issue → one for each key). `first` is the value's first letter. */
export function reportIssue(
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
      file.report(
        issue.origin === 'number' ? 'negative' : issue.minimum === 2 ? 'no-synonym' : 'empty-list',
        path,
        { value },
      );
      break;
    case 'custom':
      // Word bends quotation marks; then they are a part of the text.
      if (typeof value === 'string' && /^[“”‘’]/.test(value)) file.report('bent-quotes', path);
      else file.report(issue.params?.rule as Rule, path, { value });
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
