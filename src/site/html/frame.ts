// Pages that differ only in a few places: everything else is rendered and compressed once.

import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Marks for the places. No text of a charter contains them: they are bidirectional controls (charter/values.ts). */
export const places = { query: '\u2066', count: '\u2067', results: '\u2068' };
type Places = Record<keyof typeof places, string>;

/** A page with all its places filled. */
export interface Filled {
  gzip: Buffer;
  /** In pieces, of which all pages of a frame share the long ones. */
  identity: Buffer[];
  /** The memory it takes, in bytes. */
  size: number;
}

/** From this length on, text without places is compressed only once. */
const LONG_PART = /([^\u2066-\u2068]{1000,})/;
const PLACE = /[\u2066-\u2068]/g;

interface Part {
  bytes: Buffer;
  /** The bytes as DEFLATE blocks that end at a byte boundary and refer to nothing before them. */
  blocks: Buffer;
}

/**
 * Prepares a page.
 * @param html the page, with marks in its places
 * @returns a function that fills the places with HTML; the same HTML gives the same bytes
 */
export function createFrame(html: string): (contents: Places) => Filled {
  // By turns, texts with places and long parts without.
  const pieces = html.split(LONG_PART);
  const fixed = pieces.map((text, at) => (at % 2 === 1 ? partOf(Buffer.from(text), 9) : undefined));
  return (contents) => {
    const byMark = new Map(
      Object.entries(places).map(([name, mark]) => [mark, contents[name as keyof Places]]),
    );
    const fill = (text: string) => text.replace(PLACE, (mark) => byMark.get(mark) ?? '');
    return filledOf(
      pieces.map((text, at) => fixed[at] ?? partOf(Buffer.from(fill(text)), 6)),
      fixed,
    );
  };
}

function filledOf(parts: Part[], fixed: (Part | undefined)[]): Filled {
  const gzip = joinGzip(parts);
  const identity = parts.map((part, at) => (fixed[at] ? part.bytes : join([part.bytes])));
  const own = identity.filter((_, at) => fixed[at] === undefined);
  return {
    gzip,
    identity,
    size: own.reduce((sum, { length }) => sum + length, gzip.length),
  };
}

/** In memory of its own: Buffer.concat gives out slices of a larger piece of memory, which what is kept would hold. */
function join(all: Buffer[]): Buffer {
  const joined = Buffer.allocUnsafeSlow(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const bytes of all) at += bytes.copy(joined, at);
  return joined;
}

function partOf(bytes: Buffer, level: number): Part {
  // Compressing a few bytes takes longer than sending them.
  const blocks =
    bytes.length < 500
      ? storedBlock(bytes)
      : deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });
  return { bytes, blocks };
}

/** RFC 1951 §3.2.4: a block without compression. */
function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(~bytes.length & 0xffff, 3);
  return join([head, bytes]);
}

/** RFC 1952 §2.3: magic number, DEFLATE, no flags, no time, unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** RFC 1951 §3.2.6: an empty last block. */
const LAST_BLOCK = Buffer.from([3, 0]);

function joinGzip(parts: Part[]): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(parts.reduce((crc, { bytes }) => crc32(bytes, crc), 0));
  trailer.writeUInt32LE(
    parts.reduce((length, { bytes }) => length + bytes.length, 0),
    4,
  );
  return join([GZIP_HEADER, ...parts.map(({ blocks }) => blocks), LAST_BLOCK, trailer]);
}
