// One function sends everything the site has.

import type { Request, Response } from 'express';
import type { Resource } from '../site/resource.ts';

/**
 * Sends a resource in the best encoding the client takes, or 304 when it has it already (RFC 9110 §12.5.3, §13.1.2).
 * Brotli is asked for by itself: browsers list gzip first, and the client's order would win.
 */
export function send(
  request: Request,
  response: Response,
  { contentType, cacheControl, bodies }: Resource,
  status = 200,
): void {
  const encoding =
    bodies.br && request.acceptsEncodings('br')
      ? 'br'
      : bodies.gzip && request.acceptsEncodings('gzip')
        ? 'gzip'
        : 'identity';
  const { bytes, etag } = bodies[encoding] ?? bodies.identity;
  response.status(status).set({ 'Content-Type': contentType, 'Cache-Control': cacheControl });
  if (bodies.br) response.vary('Accept-Encoding');
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  // An error is not a version of the page at its address, and what must not be stored is never asked for again.
  if (status === 200 && !cacheControl.includes('no-store')) response.set('ETag', etag);
  response.send(bytes);
}
