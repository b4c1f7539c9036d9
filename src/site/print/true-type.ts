// The font that a PDF carries. Each of its glyphs is a whole cluster (ক্ট্র, কি), composed of the original's glyphs. So a line
// of text is a row of glyphs from left to right, each of which stands for some letters in the order of writing, and
// every reader of PDF copies it word for word. OpenType 1.9: glyf, head, hhea, hmtx, loca, maxp.

import type { Cluster, Glyph } from './typeface.ts';

// Flags of the glyf table's composite glyphs.
const WORDS = 0x0001;
const OFFSETS = 0x0002;
const HAS_SCALE = 0x0008;
const MORE = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
// And of its simple glyphs.
const ON_CURVE = 0x01;

type Box = [xMin: number, yMin: number, xMax: number, yMax: number];

/**
 * A font with the glyph 0 of the original, then one glyph for each cluster, then their components.
 * @param original a TrueType font without hinting, a thousand units to the em
 */
export function composeFont(original: Buffer, clusters: Cluster[]): Buffer {
  const source = readFont(original);
  const outlines: Buffer[] = [source.outline(0)];
  const advances: number[] = [source.advance(0)];
  const places = new Map<number | string, number>();

  /** @param glyph the id of one of the original's glyphs, or the outline of another font's */
  const outlineOf = (glyph: number | string): Buffer =>
    typeof glyph === 'string' ? drawn(glyph) : source.outline(glyph);
  /** The place of a glyph in the new font. */
  const newIdOf = (glyph: number | string): number => {
    const known = places.get(glyph);
    if (known !== undefined) return known;
    const place = outlines.length;
    places.set(glyph, place);
    outlines.push(Buffer.alloc(0));
    advances.push(typeof glyph === 'string' ? 0 : source.advance(glyph));
    outlines[place] = renumbered(outlineOf(glyph), newIdOf);
    return place;
  };

  for (const { advance } of clusters) {
    outlines.push(Buffer.alloc(0));
    advances.push(advance);
  }
  for (const [index, { glyphs }] of clusters.entries()) {
    const seen = glyphs
      .map(({ id, x, y, outline }) => ({ glyph: outline ?? id, x, y }))
      .filter(({ glyph }) => outlineOf(glyph).length > 0);
    if (seen.length > 0)
      outlines[index + 1] = composite(
        seen.map(({ glyph, x, y }) => ({ id: newIdOf(glyph), x, y })),
        boxAround(seen.map(({ glyph, x, y }) => shifted(boxOf(outlineOf(glyph)), x, y))),
      );
  }
  return writeFont(source.table, outlines, advances);
}

function readFont(bytes: Buffer) {
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16) {
    const start = bytes.readUInt32BE(at + 8);
    const length = bytes.readUInt32BE(at + 12);
    tables.set(bytes.toString('latin1', at, at + 4), bytes.subarray(start, start + length));
  }
  const table = (name: string): Buffer => {
    const found = tables.get(name);
    if (!found) throw new Error(`The font has no table ${name}.`);
    return found;
  };
  const isLong = table('head').readInt16BE(50) === 1;
  const place = (id: number) =>
    isLong ? table('loca').readUInt32BE(id * 4) : table('loca').readUInt16BE(id * 2) * 2;
  const metrics = table('hhea').readUInt16BE(34);
  return {
    table,
    outline: (id: number) => table('glyf').subarray(place(id), place(id + 1)),
    advance: (id: number) => table('hmtx').readUInt16BE(Math.min(id, metrics - 1) * 4),
  };
}

const boxOf = (outline: Buffer): Box => [
  outline.readInt16BE(2),
  outline.readInt16BE(4),
  outline.readInt16BE(6),
  outline.readInt16BE(8),
];

const shifted = ([left, low, right, high]: Box, x: number, y: number): Box => [
  left + x,
  low + y,
  right + x,
  high + y,
];

const boxAround = (boxes: Box[]): Box => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, low]) => low)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , high]) => high)),
];

const isComposite = (outline: Buffer) => outline.length > 0 && outline.readInt16BE(0) < 0;

/** The places of a composite glyph's parts in its bytes. */
function partsOf(outline: Buffer): number[] {
  const parts: number[] = [];
  for (let at = 10, flags = MORE; flags & MORE; ) {
    parts.push(at);
    flags = outline.readUInt16BE(at);
    const scales = flags & HAS_MATRIX ? 4 : flags & HAS_TWO_SCALES ? 2 : flags & HAS_SCALE ? 1 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scales * 2;
  }
  return parts;
}

/** A glyph of the original whose parts, if it has any, have other places in the new font. */
function renumbered(outline: Buffer, newIdOf: (id: number) => number): Buffer {
  if (!isComposite(outline)) return outline;
  const copy = Buffer.from(outline);
  for (const at of partsOf(copy)) copy.writeUInt16BE(newIdOf(copy.readUInt16BE(at + 2)), at + 2);
  return copy;
}

/** A simple glyph from path data of SVG with the steps M, L, Q and Z; empty for one without contours. */
function drawn(path: string): Buffer {
  const points: { x: number; y: number; isOn: boolean }[] = [];
  const ends: number[] = [];
  for (const [, step, operands = ''] of path.matchAll(/([MLQZ])([^MLQZ]*)/g)) {
    const numbers = (operands.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map((one) => Math.round(+one));
    for (let at = 0; at < numbers.length; at += 2)
      // The first of the two points of a Q is off the curve.
      points.push({
        x: numbers[at] ?? 0,
        y: numbers[at + 1] ?? 0,
        isOn: step !== 'Q' || at > 0,
      });
    if (step === 'Z') ends.push(points.length - 1);
  }
  if (ends.length === 0) return Buffer.alloc(0);
  const outline = Buffer.alloc(12 + ends.length * 2 + points.length * 5);
  outline.writeInt16BE(ends.length, 0);
  const box = boxAround(points.map(({ x, y }): Box => [x, y, x, y]));
  for (const [index, edge] of box.entries()) outline.writeInt16BE(edge, 2 + index * 2);
  for (const [index, end] of ends.entries()) outline.writeUInt16BE(end, 10 + index * 2);
  // No instructions; then the flags, the steps in x, and the steps in y.
  const flags = 12 + ends.length * 2;
  for (const [index, { x, y, isOn }] of points.entries()) {
    const before = points[index - 1] ?? { x: 0, y: 0 };
    outline.writeUInt8(isOn ? ON_CURVE : 0, flags + index);
    outline.writeInt16BE(x - before.x, flags + points.length + index * 2);
    outline.writeInt16BE(y - before.y, flags + points.length * 3 + index * 2);
  }
  return outline;
}

function composite(glyphs: Glyph[], box: Box): Buffer {
  const outline = Buffer.alloc(10 + glyphs.length * 8);
  outline.writeInt16BE(-1, 0);
  for (const [index, edge] of box.entries()) outline.writeInt16BE(edge, 2 + index * 2);
  for (const [index, { id, x, y }] of glyphs.entries()) {
    const at = 10 + index * 8;
    const more = index < glyphs.length - 1 ? MORE : 0;
    outline.writeUInt16BE(WORDS | OFFSETS | more, at);
    outline.writeUInt16BE(id, at + 2);
    outline.writeInt16BE(x, at + 4);
    outline.writeInt16BE(y, at + 6);
  }
  return outline;
}

function writeFont(
  original: (name: string) => Buffer,
  outlines: Buffer[],
  advances: number[],
): Buffer {
  const padded = outlines.map((outline) =>
    Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]),
  );
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  let length = 0;
  for (const [index, outline] of padded.entries()) {
    length += outline.length;
    loca.writeUInt32BE(length, (index + 1) * 4);
  }

  const hmtx = Buffer.alloc(outlines.length * 4);
  for (const [index, outline] of outlines.entries()) {
    hmtx.writeUInt16BE(advances[index] ?? 0, index * 4);
    // The bearing is the outline's own left edge, so that nothing is shifted.
    hmtx.writeInt16BE(outline.length > 0 ? boxOf(outline)[0] : 0, index * 4 + 2);
  }

  const head = Buffer.from(original('head'));
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(original('hhea'));
  hhea.writeUInt16BE(Math.max(...advances), 10);
  hhea.writeUInt16BE(outlines.length, 34);

  return assemble({
    glyf: Buffer.concat(padded),
    head,
    hhea,
    hmtx,
    loca,
    maxp: maximums(original('maxp'), outlines),
  });
}

/** The table maxp: what a rasteriser has to have room for. */
function maximums(original: Buffer, outlines: Buffer[]): Buffer {
  const sizeOf = (outline: Buffer): { points: number; contours: number; depth: number } => {
    if (outline.length === 0) return { points: 0, contours: 0, depth: 0 };
    const contours = outline.readInt16BE(0);
    if (contours >= 0)
      return { points: outline.readUInt16BE(8 + contours * 2) + 1, contours, depth: 0 };
    const parts = partsOf(outline).map((at) =>
      sizeOf(outlines[outline.readUInt16BE(at + 2)] ?? Buffer.alloc(0)),
    );
    const sum = (key: 'points' | 'contours') => parts.reduce((all, part) => all + part[key], 0);
    return {
      points: sum('points'),
      contours: sum('contours'),
      depth: 1 + Math.max(...parts.map(({ depth }) => depth)),
    };
  };
  const composites = outlines.filter(isComposite);
  const sizes = composites.map(sizeOf);
  const most = (values: number[]) => Math.max(0, ...values);
  const maxp = Buffer.from(original);
  maxp.writeUInt16BE(outlines.length, 4);
  maxp.writeUInt16BE(most(sizes.map(({ points }) => points)), 10);
  maxp.writeUInt16BE(most(sizes.map(({ contours }) => contours)), 12);
  maxp.writeUInt16BE(most(composites.map((outline) => partsOf(outline).length)), 28);
  maxp.writeUInt16BE(most(sizes.map(({ depth }) => depth)), 30);
  return maxp;
}

function assemble(tables: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tables);
  const power = Math.floor(Math.log2(entries.length));
  const header = Buffer.alloc(12 + entries.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(entries.length, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (entries.length - 2 ** power), 10);
  const body: Buffer[] = [];
  let start = header.length;
  for (const [index, [name, table]] of entries.entries()) {
    const whole = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    const at = 12 + index * 16;
    header.write(name, at, 'latin1');
    header.writeUInt32BE(checksum(whole), at + 4);
    header.writeUInt32BE(start, at + 8);
    header.writeUInt32BE(table.length, at + 12);
    body.push(whole);
    start += whole.length;
  }
  const font = Buffer.concat([header, ...body]);
  const head = entries.findIndex(([name]) => name === 'head');
  const headStart = header.readUInt32BE(12 + head * 16 + 8);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headStart + 8);
  return font;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
