// What is sent: bytes in each encoding, with the headers that describe them.

import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const HTML = 'text/html; charset=utf-8';

export type Encoding = 'identity' | 'gzip' | 'br';

export interface Resource {
  contentType: string;
  cacheControl: string;
  /** Whether it comes in every encoding; what is compressed already (fonts, PDF, PNG) is sent as it is. */
  isCompressible: boolean;
  /** The bodies made so far; `bodyIn` makes the others. */
  bodies: { identity: Body } & { [Name in Encoding]?: Body };
}

export interface Body {
  bytes: Buffer;
  /** Strong entity tag of exactly these bytes (RFC 9110 §8.8.3), quotes included. */
  etag: string;
}

export const cacheControl = {
  /** Pages: fresh for five minutes; an old copy is better than none while the server is away. */
  page: 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800',
  /** Addresses that carry the hash of their content. */
  immutable: 'public, max-age=31536000, immutable',
  /** What was asked is nobody's business but the asker's. */
  private: 'private, no-store',
  never: 'no-store',
};

/** First letters of the SHA-256 of some bytes, fit for names and tags. */
export function fingerprint(bytes: Buffer | string, length: number): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, length);
}

/**
 * @param contentType the full header value
 * @returns a resource; the same input gives the same bytes and tags
 */
export function createResource(
  contentType: string,
  caching: keyof typeof cacheControl,
  content: Uint8Array | string,
): Resource {
  return {
    contentType,
    cacheControl: cacheControl[caching],
    isCompressible: !/^(font|image\/png|application\/pdf)/.test(contentType),
    bodies: { identity: body(Buffer.from(content as Uint8Array)) },
  };
}

/** The body in an encoding; for a compressible resource, compressed when it is first asked for, and kept. */
export function bodyIn(encoding: Encoding, resource: Resource): Body {
  const { bodies } = resource;
  const { bytes } = bodies.identity;
  bodies[encoding] ??= body(
    encoding === 'br'
      ? brotliCompressSync(bytes, brotliOptions(resource))
      : gzipSync(bytes, { level: 9 }),
  );
  return bodies[encoding];
}

function brotliOptions(resource: Resource) {
  const isForOne = resource.cacheControl === cacheControl.private;
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // Against 11, 10 takes half the time for 2 % more bytes. 5 weighs 6 % more, but takes a twentieth of the time, and
      // what is made for one request is compressed while that waits. Measured: docs/performance.md.
      [constants.BROTLI_PARAM_QUALITY]: isForOne ? 5 : 10,
      [constants.BROTLI_PARAM_SIZE_HINT]: resource.bodies.identity.bytes.length,
      // A window of 256 KB holds a page; the default of 4 MB only takes memory.
      [constants.BROTLI_PARAM_LGWIN]: 18,
    },
  };
}

function body(bytes: Buffer): Body {
  return { bytes, etag: `"${fingerprint(bytes, 22)}"` };
}
