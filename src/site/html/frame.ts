// Pages that differ only in a few places: everything else is rendered and compressed once.

import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Marks for the places. No text of a charter contains them: they are bidirectional controls (charter/values.ts). */
export const places = { query: '\u2066', count: '\u2067', results: '\u2068' };
type Places = Record<keyof typeof places, string>;

/** A page with all its places filled. */
export interface Filled {
  gzip: Buffer;
  identity(): Buffer;
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
  const parts = html
    .split(LONG_PART)
    .map((text, at) => (at % 2 === 0 ? text : partOf(Buffer.from(text), 9)));
  return (contents) => {
    const byMark = new Map(
      Object.entries(places).map(([name, mark]) => [mark, contents[name as keyof Places]]),
    );
    const filled = parts.map((part) =>
      typeof part === 'string' ? part.replace(PLACE, (mark) => byMark.get(mark) ?? '') : part,
    );
    const gzip = joinGzip(
      filled.map((part) => (typeof part === 'string' ? partOf(Buffer.from(part), 6) : part)),
    );
    const own = filled.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
    return {
      gzip,
      identity: () =>
        Buffer.concat(
          filled.map((part) => (typeof part === 'string' ? Buffer.from(part) : part.bytes)),
        ),
      size: gzip.length + 2 * own,
    };
  };
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
  return Buffer.concat([head, bytes]);
}

/** RFC 1952: magic number, DEFLATE, no flags, no time, unknown system. */
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
  return Buffer.concat([GZIP_HEADER, ...parts.map(({ blocks }) => blocks), LAST_BLOCK, trailer]);
}
