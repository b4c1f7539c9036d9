// What is sent: bytes in each encoding, with the headers that describe them.

import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'identity' | 'gzip' | 'br';

export interface Resource {
  contentType: string;
  cacheControl: string;
  /** The body in each encoding it is worth sending in; identity is always there. */
  bodies: { readonly identity: Body } & { readonly [Name in Encoding]?: Body | undefined };
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
 * @param contentType the full header value; a type that is compressed already (fonts, PDF, PNG) is sent as it is
 * @returns a resource; the same input gives the same bytes and tags
 */
export function createResource(
  contentType: string,
  caching: keyof typeof cacheControl,
  content: Uint8Array | string,
): Resource {
  const isCompressed = /^(font|image\/png|application\/pdf)/.test(contentType);
  const bytes = Buffer.from(content as Uint8Array);
  return {
    contentType,
    cacheControl: cacheControl[caching],
    bodies: isCompressed ? { identity: body(bytes) } : new CompressedBodies(bytes),
  };
}

/** Bodies that are compressed once, when they are first asked for; the server asks for all soon after its start. */
class CompressedBodies {
  readonly identity: Body;
  #gzip: Body | undefined;
  #br: Body | undefined;

  constructor(bytes: Buffer) {
    this.identity = body(bytes);
  }

  get gzip(): Body {
    this.#gzip ??= body(gzipSync(this.identity.bytes, { level: 9 }));
    return this.#gzip;
  }

  get br(): Body {
    this.#br ??= body(
      brotliCompressSync(this.identity.bytes, { params: brotliParams(this.identity.bytes.length) }),
    );
    return this.#br;
  }
}

/** Up to which size the best quality is worth its time: 12 ms a page, but seconds for a table of a thousand services. */
const BEST_QUALITY_BYTES = 128 * 1024;

function brotliParams(size: number) {
  return {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: size <= BEST_QUALITY_BYTES ? 11 : 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
    // A window of 256 KB holds a page; the default of 4 MB only takes memory.
    [constants.BROTLI_PARAM_LGWIN]: 18,
  };
}

function body(bytes: Buffer): Body {
  return { bytes, etag: `"${fingerprint(bytes, 22)}"` };
}
