// YAML text → value, with the offset of each part of the value in the text.

import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';

/** Keys and indexes from the root of a file to one value: ['citizen', 0, 'name']. */
export type Path = readonly PropertyKey[];

export interface YamlDocument {
  value: unknown;
  /** Returns the offset of the value at a path, or of its key; for a missing path, of its nearest parent. */
  locate(path: Path, part?: 'key' | 'value'): number;
  /** Offsets of each " #" that ends an unquoted text: the rest of the line is lost. */
  cuts: number[];
  /** Offsets of each "&", which turns the word after it into an anchor. */
  anchors: number[];
  /** Offsets of each unquoted text of several lines that looks like a list. */
  folds: number[];
  /** Offsets of numbers that differ from what they seem to say: 1e3, 0x10, 1.000. */
  oddNumbers: number[];
  /** Offsets of numbers in brackets that a comma splits: [১,২০০]. */
  splitNumbers: number[];
  /** Offsets of keys named __proto__, which JavaScript's objects cannot hold like others. */
  protoKeys: number[];
  /** Offsets of keys that YAML takes for a value with another name: 01, ~, True. */
  oddKeys: number[];
}

/** A syntax error: js-yaml's reason and the offset where it stopped. */
export interface YamlError {
  reason: string;
  offset: number;
}

interface Node {
  value: number;
  key?: number;
  children: Map<string, Node>;
}

/**
 * Parses one YAML 1.2 document (core schema, no aliases: they can expand a small file without bound).
 * Returns a syntax error with its offset, and never throws one.
 */
export function parseYaml(source: string): YamlDocument | YamlError {
  let events: Event[] = [];
  try {
    events = parseEvents(source, {});
    const documents = constructFromEvents(events, { source, maxAliases: 0 });
    if (documents.length === 0) return { reason: 'empty document', offset: 0 };
    if (documents.length > 1)
      return { reason: 'several documents', offset: source.search(/^(?:---|\.\.\.)/m) };
    const root = readNodes(source, events);
    const keys = keysIn(documents[0], root);
    const offsetsOf = (some: Key[]) => some.map(({ offset }) => offset);
    const oddKeys = offsetsOf(keys.filter(({ isFound }) => !isFound));
    return {
      value: documents[0],
      locate(path, part = 'value') {
        let node = root;
        for (const step of path) node = node.children.get(String(step)) ?? node;
        return part === 'key' ? (node.key ?? node.value) : node.value;
      },
      cuts: findCuts(source, events),
      anchors: events.flatMap((event) =>
        'anchorStart' in event && event.anchorStart >= 0 ? [event.anchorStart - 1] : [],
      ),
      folds: findFolds(source, events),
      oddNumbers: findOddNumbers(source, events).filter((offset) => !oddKeys.includes(offset)),
      splitNumbers: plainScalars(source, events)
        .filter(({ end }) => /^[0-9০-৯],[0-9০-৯]/u.test(source.slice(end - 1, end + 2)))
        .map(({ start }) => start),
      protoKeys: offsetsOf(keys.filter(({ name }) => name === '__proto__')),
      oddKeys,
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = /complex keys/.test(error.reason) ? complexKey(events) : undefined;
    return { reason: error.reason, offset: offset ?? error.mark?.position ?? 0 };
  }
}

/** Returns the offset of the first key that is a list or a group, such as "[ক]: খ". */
function complexKey(events: readonly Event[]): number | undefined {
  // For each open group, how many keys and values it has so far; for a list, nothing.
  const open: (number | undefined)[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const count = open.at(-1);
    const isPart = event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING;
    if (count !== undefined) {
      if (isPart && count % 2 === 0) return event.start;
      open[open.length - 1] = count + 1;
    }
    if (event.type === EVENT_ID.MAPPING) open.push(0);
    else if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) open.push(undefined);
  }
  return undefined;
}

/** Builds the tree of offsets from a document's events. An empty value has the offset of its key. */
function readNodes(source: string, events: readonly Event[]): Node {
  let index = 1; // events[0] opens the document
  const readChildren = (node: Node, readChild: (node: Node, count: number) => void): Node => {
    for (let count = 0; events[index]?.type !== EVENT_ID.POP; count++) readChild(node, count);
    index++;
    return node;
  };
  const read = (): Node => {
    const event = events[index++] as Event;
    switch (event.type) {
      case EVENT_ID.SEQUENCE:
        return readChildren({ value: event.start, children: new Map() }, (node, count) => {
          const child = read();
          // An empty item has no offset; the next lone hyphen stands for it.
          if (child.value < 0) {
            const before = node.children.get(String(count - 1))?.value;
            const from = before === undefined ? node.value : before + 1;
            child.value = from + source.slice(from).search(/-[ \t]*(?:#.*)?$/m);
          }
          node.children.set(String(count), child);
        });
      case EVENT_ID.MAPPING:
        return readChildren({ value: event.start, children: new Map() }, (node) => {
          const key = events[index] as Event;
          const name = key.type === EVENT_ID.SCALAR ? getScalarValue(source, key) : '';
          const start = read().value;
          const child = read();
          child.key = start;
          if (child.value < 0) child.value = start;
          node.children.set(name, child);
        });
      default:
        return { value: offsetOf(source, event), children: new Map() };
    }
  };
  return read();
}

interface Key {
  name: string;
  offset: number;
  /** Whether the value has the key under the name that is written. */
  isFound: boolean;
}

/** Returns the keys of a value and of all that it holds. */
function keysIn(value: unknown, { children }: Node): Key[] {
  const own = Object(value);
  return [...children].flatMap(([name, child]) => {
    const isFound = Object.hasOwn(own, name);
    const { key: offset } = child;
    return [
      ...(offset === undefined ? [] : [{ name, offset, isFound }]),
      ...(isFound ? keysIn(own[name], child) : []),
    ];
  });
}

function offsetOf(source: string, event: Event): number {
  if (event.type !== EVENT_ID.SCALAR) return -1;
  // An empty block (| or >) has no text to point at.
  const isBlock =
    event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  if (isBlock && source.slice(event.valueStart, event.valueEnd).trim() === '')
    return Math.max(...['|', '>'].map((sign) => source.lastIndexOf(sign, event.valueStart - 1)));
  // The text of a block begins with its indentation.
  if (source[event.valueStart] === ' ')
    return event.valueStart + (/ */y.exec(source.slice(event.valueStart))?.[0].length ?? 0);
  // "&এবং" is an anchor on an empty value, and has the offset of the anchor.
  return event.valueStart >= 0 ? event.valueStart : event.anchorStart - 1;
}

/** Returns the unquoted texts of a document, with their offsets. */
function plainScalars(source: string, events: readonly Event[]) {
  return events.flatMap((event) => {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return [];
    const { valueStart: start, valueEnd: end } = event;
    return [{ start, end, value: source.slice(start, end) }];
  });
}

const ITEM = /^[ \t]*(?:[-–—•●○▪■◦‣·*][ \t]|[•●○▪■◦‣·]|[0-9০-৯]+[।.)][ \t])/u;

function findFolds(source: string, events: readonly Event[]): number[] {
  return plainScalars(source, events).flatMap(({ start, value }) => {
    if (!value.includes('\n')) return [];
    const isList = value.split('\n').some((line) => ITEM.test(line));
    // A text that begins below its key.
    const lineStart = source.lastIndexOf('\n', start - 1) + 1;
    return isList || source.slice(lineStart, start).trim() === '' ? [start] : [];
  });
}

/** The numbers of YAML's core schema. */
const ODD_NUMBER =
  /^(?:0x[0-9a-f]+|0o[0-7]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.inf)$/i;

function findOddNumbers(source: string, events: readonly Event[]): number[] {
  return plainScalars(source, events)
    .filter(({ value }) => ODD_NUMBER.test(value) && !/^-?\d+(?:\.\d{1,2})?$/.test(value))
    .map(({ start }) => start);
}

function findCuts(source: string, events: readonly Event[]): number[] {
  return plainScalars(source, events).flatMap(({ end, value }) => {
    // After an id, a number or true, a comment does no harm.
    if (!/\p{L}/u.test(value) || /^[a-z0-9-]+$/.test(value)) return [];
    // "# ok: reason" answers advice.
    const spaces = /^[ \t]+(?=#(?! ok:))/.exec(source.slice(end, end + 200));
    return spaces ? [end + spaces[0].length] : [];
  });
}
