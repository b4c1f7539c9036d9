// The path that a request asks for.

import { home } from '../site/addresses.ts';

/** Returns the path of a request target: a path with a query, or an absolute URL, as proxies send (RFC 9112 §3.2). */
export function pathOf(target: string): string {
  const path = target.startsWith('/') ? target : target.replace(/^[^/?#]*\/\/[^/?#]*/, '');
  const end = path.search(/[?#]/);
  return (end === -1 ? path : path.slice(0, end)) || home.path;
}

/**
 * Returns the path of a request target, percent-decoded. Encoded delimiters, such as %2F, stay encoded: they do not
 * divide a path (RFC 3986 §2.2).
 * @throws URIError if the encoding is malformed
 */
export function decodedPath(target: string): string {
  return decodeURI(pathOf(target));
}

/**
 * Returns the decoded path without what messengers and people add to its end: slashes, punctuation, spaces. decodeURI
 * leaves comma, colon and semicolon encoded. The lookbehind keeps the time linear.
 */
export function intendedPath(target: string): string {
  const tail = /(?<=^|[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}\p{Cc}]+$/u;
  const path = decodedPath(target).replace(/%(?:2C|3A|3B)/gi, ',');
  return path.replace(tail, '') || home.path;
}
