// A sheet as data, before it is a PDF or an SVG: pages with shapes and texts, and the structure that assistive technology
// reads. Lengths are in points, from the top left corner.

import type { Line } from './text.ts';

/** A millimetre in points. */
export const MM = 72 / 25.4;

export interface Page {
  width: number;
  height: number;
  /** Drawn first, below the texts. */
  shapes: Shape[];
  texts: PlacedText[];
  figures: Figure[];
}

/** A text in its place on a page. */
export interface PlacedText {
  lines: { line: Line; x: number; baseline: number }[];
  /** Undefined for what is not part of the document, such as page numbers. */
  element: Element | undefined;
  /** The keys of the wanted texts (proof.ts) that the text prints. */
  prints: string[];
}

export interface Figure {
  element: Element;
  shapes: Shape[];
}

/** A structure element. */
export interface Element {
  role: string;
  parent: Element | undefined;
  children: Element[];
  attributes: Attributes;
}

/** Properties that assistive technology reads besides the role. */
export interface Attributes {
  /** The cells that a header cell names. */
  scope?: 'Column' | 'Row';
  rowSpan?: number;
  columnSpan?: number;
  /** The text that stands for a figure. */
  alternative?: string;
}

/**
 * Adds an element behind the other children of its parent.
 * @param role a standard structure type (ISO 32000-1 §14.8.4)
 */
export function addElement(role: string, parent?: Element, attributes: Attributes = {}): Element {
  const element: Element = { role, parent, children: [], attributes };
  parent?.children.push(element);
  return element;
}

export type Step =
  | [kind: 'M' | 'L', x: number, y: number]
  | [kind: 'C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | [kind: 'Z'];

export interface Shape {
  path: Step[];
  fill?: string;
  stroke?: { colour: string; width: number; isRound?: boolean };
}

export const colours = {
  ink: '#13231c',
  green: '#05382c',
  red: '#9c1024',
  tint: '#e9f2ed',
  rule: '#4d635a',
  white: '#ffffff',
};

export function rectangle(x: number, y: number, width: number, height: number): Step[] {
  return [
    ['M', x, y],
    ['L', x + width, y],
    ['L', x + width, y + height],
    ['L', x, y + height],
    ['Z'],
  ];
}

/** The length of a Bézier curve's handle for a quarter of a circle of radius 1. */
const QUARTER = 0.5523;

export function roundedRectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): Step[] {
  const [right, bottom] = [x + width, y + height];
  const k = radius * (1 - QUARTER);
  return [
    ['M', x + radius, y],
    ['L', right - radius, y],
    ['C', right - k, y, right, y + k, right, y + radius],
    ['L', right, bottom - radius],
    ['C', right, bottom - k, right - k, bottom, right - radius, bottom],
    ['L', x + radius, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - radius],
    ['L', x, y + radius],
    ['C', x, y + k, x + k, y, x + radius, y],
    ['Z'],
  ];
}

export function circle(x: number, y: number, radius: number): Step[] {
  return roundedRectangle(x - radius, y - radius, 2 * radius, 2 * radius, radius);
}
