// Removes values that the check refuses: the last resort, so that the folder is always valid.

import { type Finding, formatPath } from '../../data/finding.ts';
import { textsIn } from '../reconcile/destination.ts';
import type { DataValues } from '../values/data-values.ts';

/** Removes the value at a problem's path. @returns the doubt for the report */
export function removeValue(values: DataValues, { path, bn, en }: Finding, file: string): string {
  const name = Object.keys(values).find((one) => `${one}.yaml` === file);
  const steps = [...path];
  let parent: unknown = name && Reflect.get(values, name);
  const last = steps.pop();
  for (const step of steps) parent = childAt(parent, step);
  const removed = textsIn(last === undefined ? undefined : childAt(parent, last)).join(' / ');
  if (Array.isArray(parent) && last !== undefined) parent.splice(Number(last), 1);
  else if (parent && typeof parent === 'object' && last !== undefined)
    Reflect.deleteProperty(parent, last);
  return `${file} › ${formatPath(path)}: “${removed}” বাদ: ${bn.wrong} / left out: ${en.wrong}`;
}

function childAt(parent: unknown, step: PropertyKey): unknown {
  return parent && typeof parent === 'object' ? Reflect.get(parent, step) : undefined;
}
