// Writes YAML as a careful clerk would: quotes only where needed, several lines below a "|".

/** A value and its style. */
export type Yaml =
  | string
  | number
  | boolean
  | Quoted
  | Flow
  | Yaml[]
  | { [key: string]: Yaml | undefined };

/** A text that is always quoted, such as a telephone number. */
export class Quoted {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A list on one line: [a, b]. */
export class Flow {
  readonly items: (string | number)[];
  constructor(items: (string | number)[]) {
    this.items = items;
  }
}

/** The texts that YAML would parse as something else without quotes. */
const UNSAFE =
  /^[\s\-?:,[\]{}#&*!|>'"%@`=<~]|^[+.0-9][\w.:+-]*$|: |:$|#|[\s]$|^(?:true|false|null|yes|no|on|off|nan|inf)$|[\\\u0085\u2028\u2029]|[^\P{C}\u200c\u200d]/iu;

/** Returns a scalar on one line. @param isInFlow whether it is within a flow sequence */
export function scalar(value: string | number | boolean | Quoted, isInFlow = false): string {
  if (value instanceof Quoted) return JSON.stringify(value.text);
  if (typeof value !== 'string') return String(value);
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(value)) return value;
  const isSafe = !UNSAFE.test(value) && value !== '' && !value.includes('\n');
  return isSafe && !(isInFlow && /[,[\]{}]/.test(value)) ? value : JSON.stringify(value);
}

/** Returns the lines of a value below a key, each indented. */
export function yamlLines(value: Yaml, indent = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => itemLines(item, indent));
  if (typeof value !== 'object' || value instanceof Quoted || value instanceof Flow)
    return [indent + inline(value)];
  return Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : entryLines(key, one, indent),
  );
}

function inline(value: string | number | boolean | Quoted | Flow): string {
  if (value instanceof Flow) return `[${value.items.map((item) => scalar(item, true)).join(', ')}]`;
  return scalar(value);
}

function entryLines(key: string, value: Yaml, indent: string): string[] {
  if (typeof value === 'string' && value.includes('\n') && canBeBlock(value))
    return [`${indent}${key}: |`, ...value.split('\n').map((line) => `${indent}  ${line}`)];
  const isNested =
    typeof value === 'object' && !(value instanceof Quoted) && !(value instanceof Flow);
  return isNested
    ? [`${indent}${key}:`, ...yamlLines(value, `${indent}  `)]
    : [`${indent}${key}: ${inline(value)}`];
}

/** Reports whether a text survives below a "|" and has no line that looks like a // comment. */
function canBeBlock(text: string): boolean {
  return text
    .split('\n')
    .every(
      (line) => line.trim() === line && line !== '' && !/^\/\/|[^\P{C}\u200c\u200d]/u.test(line),
    );
}

function itemLines(item: Yaml, indent: string): string[] {
  const [first = '', ...others] = yamlLines(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...others];
}
