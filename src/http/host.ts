// Validation of the Host header.

import type { IncomingMessage } from 'node:http';

/** A host name, IPv4 address or bracketed IPv6 address, with or without a port (RFC 9110 §7.2, RFC 3986 §3.2.2). */
const HOST = /^(?:[a-z0-9._~-]+|\[[0-9a-f:.]+\])(?::\d{0,5})?$/i;

/**
 * Whether a request has exactly one well-formed host; if not, RFC 9112 §3.2 requires a 400. This program does not use
 * the host, but caches in front of it do, and an ambiguous host is how they are poisoned. HTTP/1.0 may leave it out.
 */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    hosts += 1;
    if (!HOST.test(rawHeaders[at + 1] as string)) return false;
  }
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}
