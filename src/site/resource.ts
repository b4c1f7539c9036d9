// What is sent: bytes in each encoding, made once, with the headers that describe them.

import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'identity' | 'gzip' | 'br';

export interface Resource {
  contentType: string;
  cacheControl: string;
  /** The body in each encoding it is worth sending in; identity is always there. */
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
 * @param contentType the full header value; a type that is compressed already (fonts, PDF, PNG) is sent as it is
 * @returns a resource with all its encodings; the same input gives the same bytes and tags
 */
export function createResource(
  contentType: string,
  caching: keyof typeof cacheControl,
  content: Uint8Array | string,
): Resource {
  const identity = Buffer.from(content as Uint8Array);
  const bodies: Resource['bodies'] = { identity: body(identity) };
  if (!/^(font|image\/png|application\/pdf)/.test(contentType)) {
    bodies.gzip = body(gzipSync(identity, { level: 9 }));
    bodies.br = body(
      brotliCompressSync(identity, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
        },
      }),
    );
  }
  return { contentType, cacheControl: cacheControl[caching], bodies };
}

function body(bytes: Buffer): Body {
  return { bytes, etag: `"${fingerprint(bytes, 22)}"` };
}
