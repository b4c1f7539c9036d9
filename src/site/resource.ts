// Resources: bytes in each encoding, with the headers that describe them.

import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

export const HTML = 'text/html; charset=utf-8';

export type Encoding = 'identity' | 'gzip' | 'br';
const ALL: Encoding[] = ['br', 'gzip', 'identity'];
const COMPRESSED = /^(font|image\/png|application\/(pdf|vnd\.openxml))/;

export interface Resource {
  contentType: string;
  cacheControl: string;
  /** The encodings that it may be sent in, smallest first. Fonts, PDF, PNG and workbooks are compressed already. */
  encodings: Encoding[];
  /** Whether pages of other sites may read it. */
  isOpen: boolean;
  /** The bodies so far; `bodyIn` adds the others. */
  bodies: { identity: Body } & { [Name in Encoding]?: Body };
}

export interface Body {
  bytes: Buffer;
  /** Strong entity tag of exactly these bytes (RFC 9110 §8.8.3), including the quotes; empty for what is never stored. */
  etag: string;
}

export const cacheControl = {
  /**
   * Pages: readers see a change within five minutes. Four are for browsers and CDNs, which count them together (the Age
   * of RFC 9111 §4.2.3); nginx, which sends no Age, keeps its copy for ten seconds more (deploy/nginx.conf). A stale
   * copy is better than none while the server is down (RFC 5861 §4), and else never sent: no stale-while-revalidate.
   */
  page: 'public, max-age=240, stale-if-error=604800',
  /** Sheets: as pages, but an old one does not hide that the new one could not be made. */
  sheet: 'public, max-age=240',
  /** Paths that include a hash of the content. */
  immutable: 'public, max-age=31536000, immutable',
  /** Search results: queries are private. */
  private: 'private, no-store',
  never: 'no-store',
};

/** Returns the first characters of the SHA-256 of some bytes (base64url), for file names and tags. */
export function fingerprint(bytes: Buffer | string, length: number): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, length);
}

/**
 * Creates a resource. The same input gives the same bytes and tags.
 * @param contentType the full header value
 * @param isOpen whether pages of other sites may read it
 */
export function createResource(
  contentType: string,
  caching: keyof typeof cacheControl,
  content: Uint8Array | string,
  isOpen = false,
): Resource {
  return {
    contentType,
    cacheControl: cacheControl[caching],
    isOpen,
    encodings: COMPRESSED.test(contentType) ? ['identity'] : ALL,
    bodies: { identity: body(Buffer.from(content as Uint8Array)) },
  };
}

/** Returns the body in one of the resource's encodings, compressed on first use and then kept. */
export function bodyIn(encoding: Encoding, resource: Resource): Body {
  const { bodies } = resource;
  const known = bodies[encoding];
  if (known) return known;
  const { bytes } = bodies.identity;
  const made = body(
    encoding === 'br'
      ? brotliCompressSync(bytes, brotliOptions(resource))
      : gzipSync(bytes, { level: 9 }),
  );
  bodies[encoding] = made;
  return made;
}

function brotliOptions({ cacheControl: caching, bodies }: Resource) {
  const isForOne = caching === cacheControl.private;
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // Quality 10 takes less than half the time of 11 for 2 % more bytes. 5 takes a tenth of the time of 10 for 6 %
      // more, and is for responses that are compressed while a reader waits. Measured: docs/performance.md.
      [constants.BROTLI_PARAM_QUALITY]: isForOne ? 5 : 10,
      [constants.BROTLI_PARAM_SIZE_HINT]: bodies.identity.bytes.length,
      // A window of 256 KB holds a page; the default of 4 MB would only waste memory.
      [constants.BROTLI_PARAM_LGWIN]: 18,
    },
  };
}

function body(bytes: Buffer): Body {
  return { bytes, etag: `"${fingerprint(bytes, 22)}"` };
}

/**
 * Creates a resource for one reader, which is never stored and so has no tags. It is compressed at once and kept in no
 * other form. Level 3 of gzip takes 0.3 ms, half as long as level 6, for 10 % more bytes.
 */
export function createPrivateResource(contentType: string, content: Buffer): Resource {
  // A copy, because zlib gives out slices of a larger piece of memory, which a cache would hold.
  const gzip = Buffer.from(new Uint8Array(gzipSync(content, { level: 3 })).buffer);
  return {
    contentType,
    cacheControl: cacheControl.private,
    encodings: ['gzip', 'identity'],
    isOpen: false,
    bodies: {
      gzip: { bytes: gzip, etag: '' },
      get identity() {
        return { bytes: gunzipSync(gzip), etag: '' };
      },
    },
  };
}
