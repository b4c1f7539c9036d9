// Parses HTML and XML into a small tree, within limits that no charter reaches.

import { Parser } from 'htmlparser2';
import { ImportError } from '../source.ts';

export interface Element {
  /** The name without a namespace prefix. */
  name: string;
  /** The values, by names without a namespace prefix. */
  attributes: Record<string, string>;
  children: (Element | string)[];
}

const MOST_ELEMENTS = 150_000;
const DEEPEST = 400;

/**
 * Parses HTML, however badly formed.
 * @throws ImportError for a document beyond the limits
 */
export function parseHtml(text: string): Element {
  return parse(text, false);
}

/**
 * Parses a part of an Office file.
 * @throws ImportError for a document beyond the limits, or one that declares entities, which no Office file does
 */
export function parseXml(text: string): Element {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new ImportError(
      'ফাইলটি নিরাপদ নয়: এতে নিজস্ব entity আছে।',
      'The file is not safe: it declares entities of its own.',
    );
  return parse(text, true);
}

function parse(text: string, xmlMode: boolean): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, written) {
        count++;
        if (count > MOST_ELEMENTS || open.length > DEEPEST)
          throw new ImportError(
            'ফাইলটি কোনো সনদের পক্ষে অনেক বেশি বড় বা জটিল।',
            'The file is far larger or more nested than any charter.',
          );
        const attributes = Object.fromEntries(
          Object.entries(written).map(([key, value]) => [localName(key), value]),
        );
        const element = { name: localName(name), attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(data) {
        open.at(-1)?.children.push(data);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

export function isElement(node: Element | string): node is Element {
  return typeof node !== 'string';
}

/** Returns the child elements of a name. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element?.children.filter(isElement).filter((child) => child.name === name) ?? [];
}

/** Returns the first element at the end of a path of names. */
export function find(element: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((from, name) => childrenOf(from, name)[0], element);
}

/** Returns all descendants of a name, in document order. */
export function descendants(element: Element, name: string): Element[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

/** Returns all text within an element. */
export function textContent(element: Element): string {
  return element.children.map((child) => (isElement(child) ? textContent(child) : child)).join('');
}
