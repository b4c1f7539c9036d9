// Pages that differ only in a few places: everything else is rendered and compressed once.

import { constants, crc32, deflateRawSync } from 'node:zlib';
import { createLruCache } from '../../lru-cache.ts';

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

/** What is a part of its own: text without places, from a length on from which it is worth it, and the results. */
const OWN_PART = /([^\u2066-\u2068]{1000,}|\u2068)/;
const PLACE = /[\u2066-\u2068]/g;

interface Part {
  bytes: Buffer;
  /** The bytes as DEFLATE blocks that end at a byte boundary and refer to nothing before them. */
  blocks: Buffer;
  /** The CRC-32 of all bytes up to the end of this part, from that of the bytes before it. */
  crcAfter(before: number): number;
}

/**
 * Prepares a page.
 * @param html the page, with marks in its places
 * @param memory how many bytes of results are remembered: many queries have the same
 * @returns a function that fills the places with HTML; the same HTML gives the same bytes
 */
export function createFrame(html: string, memory: number): (contents: Places) => Filled {
  // By turns, what is filled for each page and what is not.
  const pieces = html.split(OWN_PART);
  const shared = pieces.map((text, at) =>
    at % 2 === 1 && text !== places.results ? sharedPart(text) : undefined,
  );
  const remembered = createLruCache<Part>(
    memory,
    ({ bytes, blocks }) => bytes.length + blocks.length,
  );
  return (contents) => {
    const byMark = new Map(
      Object.entries(places).map(([name, mark]) => [mark, contents[name as keyof Places]]),
    );
    const fill = (text: string) => text.replace(PLACE, (mark) => byMark.get(mark) ?? '');
    const { results } = contents;
    const parts = pieces.map((text, at) => {
      if (text === places.results) return remembered(results, () => ownPart(results));
      return shared[at] ?? ownPart(fill(text));
    });
    const gzip = joinGzip(parts);
    const own = parts.filter((_, at) => shared[at] === undefined);
    return {
      gzip,
      identity: parts.map(({ bytes }) => bytes),
      size: own.reduce((sum, { bytes }) => sum + bytes.length, gzip.length),
    };
  };
}

/** A part that all pages of a frame share, made once. */
function sharedPart(text: string): Part {
  const bytes = bytesOf(text);
  const alone = crc32(bytes);
  // A CRC is linear in the one it starts from, so what each bit of that changes is enough to know.
  const changes = Array.from({ length: 32 }, (_, bit) => crc32(bytes, 2 ** bit) ^ alone);
  return {
    bytes,
    blocks: deflate(bytes, 9),
    crcAfter: (before) =>
      changes.reduce((crc, change, bit) => ((before >>> bit) & 1 ? crc ^ change : crc), alone) >>>
      0,
  };
}

/** A part that is not in all pages; compressing a few bytes takes longer than sending them. */
function ownPart(text: string): Part {
  const bytes = bytesOf(text);
  return {
    bytes,
    blocks: bytes.length < 500 ? storedBlock(bytes) : deflate(bytes, 6),
    crcAfter: (before) => crc32(bytes, before),
  };
}

const deflate = (bytes: Buffer, level: number) =>
  deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });

/** In memory of its own: Buffer.from gives out slices of a larger piece of memory, which what is kept would hold. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** As bytesOf, because Buffer.concat does as Buffer.from. */
function join(all: Buffer[]): Buffer {
  const joined = Buffer.allocUnsafeSlow(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const bytes of all) at += bytes.copy(joined, at);
  return joined;
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
  trailer.writeUInt32LE(parts.reduce((crc, { crcAfter }) => crcAfter(crc), 0));
  trailer.writeUInt32LE(
    parts.reduce((length, { bytes }) => length + bytes.length, 0),
    4,
  );
  return join([GZIP_HEADER, ...parts.map(({ blocks }) => blocks), LAST_BLOCK, trailer]);
}
