// YAML text → value, and the place in the text where each part of the value stands.

import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml';

/** Keys and indexes from the root of a file to one value: ['citizen', 0, 'name']. */
export type Path = readonly PropertyKey[];

/** A place in a text, counted from 1; columns in UTF-16 units, as editors count them. */
export interface Position {
  line: number;
  column: number;
}

export interface YamlDocument {
  value: unknown;
  /** Where the value at a path stands, or its key; for a path that is not there, its nearest parent. */
  locate(path: Path, part?: 'key' | 'value'): Position;
}

export interface YamlError {
  reason: string;
  position: Position;
}

interface Node {
  value: number;
  key?: number;
  children: Map<string, Node>;
}

/**
 * Reads one YAML 1.2 document (core schema, no aliases: they can grow a small file without bound).
 * A syntax error is returned with its place, not thrown.
 */
export function parseYaml(source: string): YamlDocument | YamlError {
  try {
    const events = parseEvents(source, {});
    const documents = constructFromEvents(events, { source, maxAliases: 0 });
    if (documents.length === 0)
      return { reason: 'empty document', position: { line: 1, column: 1 } };
    if (documents.length > 1)
      return { reason: 'several documents', position: { line: 1, column: 1 } };
    const root = readNodes(source, events);
    return {
      value: documents[0],
      locate(path, part = 'value') {
        let node = root;
        for (const step of path) node = node.children.get(String(step)) ?? node;
        return positionAt(source, part === 'key' ? (node.key ?? node.value) : node.value);
      },
    };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { reason: error.reason, position: positionAt(source, error.mark?.position ?? 0) };
  }
}

/** The tree of offsets behind a document's events. An empty value stands where its key does. */
function readNodes(source: string, events: readonly Event[]): Node {
  let index = 1; // events[0] opens the document
  const children = (node: Node, readChild: (node: Node, count: number) => void): Node => {
    for (let count = 0; events[index]?.type !== EVENT_ID.POP; count++) readChild(node, count);
    index++;
    return node;
  };
  const read = (): Node => {
    const event = events[index++] as Event;
    switch (event.type) {
      case EVENT_ID.SEQUENCE:
        return children({ value: event.start, children: new Map() }, (node, count) => {
          node.children.set(String(count), read());
        });
      case EVENT_ID.MAPPING:
        return children({ value: event.start, children: new Map() }, (node) => {
          const key = events[index] as Event;
          const name = key.type === EVENT_ID.SCALAR ? getScalarValue(source, key) : '';
          const start = read().value;
          const child = read();
          child.key = start;
          if (child.value < 0) child.value = start;
          node.children.set(name, child);
        });
      default:
        return {
          value: event.type === EVENT_ID.SCALAR ? event.valueStart : -1,
          children: new Map(),
        };
    }
  };
  return read();
}

function positionAt(source: string, offset: number): Position {
  const before = source.slice(0, Math.max(offset, 0));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}
