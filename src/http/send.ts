// Sends all of the site's responses.

import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';
import { bodyIn, type Encoding, type Resource } from '../site/resource.ts';
import { type FlatHeaders, forAnySite } from './security.ts';

export interface Send {
  /** Sends a resource in the best accepted encoding, or 304 if the client's copy is current (RFC 9110 §12.5.3, §13.1). */
  (request: IncomingMessage, response: ServerResponse, resource: Resource, status?: number): void;
  /** Sends a response without a body. */
  empty(response: ServerResponse, status: number, headers: FlatHeaders): void;
}

/** The prepared response for one encoding of a resource. */
interface Answer {
  bytes: Buffer;
  etag: string;
  ok: FlatHeaders;
  notModified: FlatHeaders;
}

/** Creates the function that sends resources. @param security headers of every response */
export function createSend(security: FlatHeaders): Send {
  const answers = new WeakMap<Resource, { [Name in Encoding]?: Answer }>();

  const answerFor = (resource: Resource, encoding: Encoding): Answer => {
    const known = answers.get(resource);
    if (known?.[encoding]) return known[encoding];
    const answer = createAnswer(resource, encoding, security);
    // The response cache of the search holds pages compressed, and does not count what is unpacked.
    if (encoding !== 'identity' || answer.notModified.length > 0)
      answers.set(resource, { ...known, [encoding]: answer });
    return answer;
  };

  const send: Send = (request, response, resource, status = 200) => {
    const accepted = acceptedEncodings(request.headers['accept-encoding'] ?? '');
    const encoding = resource.encodings.find((one) => accepted.includes(one)) ?? 'identity';
    const answer = answerFor(resource, encoding);
    if (status === 200 && answer.notModified.length > 0) {
      const { 'if-none-match': held, 'if-match': wanted } = request.headers;
      if (wanted !== undefined && !isListed(answer.etag, wanted))
        return send.empty(response, 412, ['Cache-Control', 'no-store']);
      if (held !== undefined && isListed(answer.etag, held.replaceAll('W/', ''))) {
        response.writeHead(304, answer.notModified);
        response.end();
        return;
      }
    }
    response.writeHead(status, answer.ok);
    response.end(request.method === 'HEAD' ? undefined : answer.bytes);
  };

  send.empty = (response, status, headers) => {
    // RFC 9110 §8.6: a 204 has no Content-Length.
    const length = status === 204 ? [] : ['Content-Length', '0'];
    response.writeHead(status, [...security, ...headers, ...length]);
    response.end();
  };
  return send;
}

function createAnswer(resource: Resource, encoding: Encoding, security: FlatHeaders): Answer {
  const { contentType, cacheControl, encodings, isOpen } = resource;
  const { bytes, etag } = bodyIn(encoding, resource);
  const policy = isOpen ? forAnySite(security) : security;
  const caching = [...policy, 'Cache-Control', cacheControl];
  if (encodings.length > 1) caching.push('Vary', 'Accept-Encoding');
  // A response that must not be stored is never revalidated.
  const mayBeKept = !cacheControl.includes('no-store');
  if (mayBeKept) caching.push('ETag', etag);
  const ok = [...caching, 'Content-Type', contentType, 'Content-Length', String(bytes.length)];
  if (encoding !== 'identity') ok.push('Content-Encoding', encoding);
  return { bytes, etag, ok, notModified: mayBeKept ? caching : [] };
}

/** The number of spellings of Accept-Encoding that are cached; clients send only a few. */
const REMEMBERED = 100;
const known = new Map<string, Encoding[]>();

function acceptedEncodings(header: string): Encoding[] {
  let accepted = known.get(header);
  if (accepted === undefined) {
    const negotiator = new Negotiator({ headers: { 'accept-encoding': header } });
    // Each is negotiated separately: browsers list gzip first, and their order would win.
    accepted = (['br', 'gzip', 'identity'] as const).filter(
      (one) => negotiator.encodings([one]).length > 0,
    );
    if (known.size === REMEMBERED) known.clear();
    known.set(header, accepted);
  }
  return accepted;
}

/** Whether a list of entity tags, or `*`, includes this one (RFC 9110 §13.1.1). */
function isListed(etag: string, list: string): boolean {
  return list === etag || list.trim() === '*' || list.split(',').some((tag) => tag.trim() === etag);
}
