// Validation of the Host header.

import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const HOST = new RegExp(
  `^(?:(?<name>${LABEL}(?:\\.${LABEL})*)\\.?|\\[(?<address>[0-9a-f:.]+)\\])(?::(?<port>\\d{0,5}))?$`,
  'i',
);

/** The last valid host, for almost all requests have the same. */
let lastValid = '';

/**
 * Whether a request has exactly one valid host; if not, RFC 9112 §3.2 requires a 400. This program does not use the
 * host, but caches in front of it do, and an ambiguous host is how they are poisoned. HTTP/1.0 may leave it out.
 */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    hosts += 1;
    const host = rawHeaders[at + 1] as string;
    if (host !== lastValid && !isHost(host)) return false;
    lastValid = host;
  }
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0');
}

/** Whether a text is a host name, an IPv4 address or a bracketed IPv6 address, with or without a port (RFC 3986 §3.2). */
export function isHost(text: string): boolean {
  const { name, address, port = '' } = HOST.exec(text)?.groups ?? {};
  if (Number(port) > 65_535) return false;
  if (address !== undefined) return isIPv6(address);
  if (name === undefined || name.length > 253) return false;
  // A name that ends in a number is an address (WHATWG URL §3.5).
  return !/(?:^|\.)\d+$/.test(name) || isIPv4(name);
}
