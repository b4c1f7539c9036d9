// Decides which requests are refused, and words the responses to those that Node cannot parse.

import type { IncomingMessage } from 'node:http';
import { hasOneHost, isHost } from './host.ts';
import { limits } from './limits.ts';
import { decodedPath } from './path.ts';
import type { FlatHeaders } from './security.ts';

/** The value of the Allow header. */
export const ALLOWED = 'GET, HEAD, OPTIONS';

export interface Refusal {
  status: 400 | 405 | 413 | 414;
  /** Whether what follows on the connection may be a body, or a request smuggled in one. */
  closesConnection: boolean;
}

/** Returns why a request is refused; undefined for all others. */
export function refusalOf(request: IncomingMessage): Refusal | undefined {
  const { method = '', url = '' } = request;
  if (url.length > limits.urlLength) return { status: 414, closesConnection: true };
  if (!hasOneHost(request) || !isTarget(url)) return { status: 400, closesConnection: true };
  const closesConnection = hasBody(request);
  if (method === 'OPTIONS') return undefined;
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, closesConnection };
  if (closesConnection) return { status: 413, closesConnection };
  return isDecodable(url) ? undefined : { status: 400, closesConnection };
}

/** Reports whether a request announces a body. RFC 9112 §6.3: only these two headers do. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

/** Reports whether a text is a path, an absolute URL (proxies), or the asterisk of OPTIONS (RFC 9112 §3.2). */
function isTarget(url: string): boolean {
  return url.startsWith('/') || url === '*' || isHost(URL.parse(url)?.host ?? '');
}

/** Reports whether the percent-encoding of a path is well-formed. */
function isDecodable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodedPath(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns a whole response without a body, for a request that Node has not parsed.
 * @param status code and reason, such as '405 Method Not Allowed'
 * @param headers of the response, besides those of every refusal
 */
export function bareRefusal(status: string, headers: FlatHeaders): string {
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? `${name}: ${headers[at + 1]}` : []));
  return [
    `HTTP/1.1 ${status}`,
    ...lines,
    'Cache-Control: no-store',
    'Content-Length: 0',
    'Connection: close',
    '\r\n',
  ].join('\r\n');
}

/** Returns the status for a request that Node could not parse, or that took too long. */
export function parseErrorStatus({ code }: NodeJS.ErrnoException): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return '400 Bad Request';
}
