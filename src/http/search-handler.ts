// Answers searches, one after the other.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { setImmediate } from 'node:timers/promises';
import type { Site } from '../site/site.ts';
import type { Send } from './send.ts';

/** Milliseconds of searches before other requests have their turn. */
const TURN_MS = 1;

/** Returns a function that answers a request for the page of results. It rejects if the search fails. */
export function createSearchHandler(site: Site, send: Send) {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Clients that leave while they wait would otherwise keep the others waiting.
    if (request.socket.destroyed) return;
    const { url = '' } = request;
    const mark = url.indexOf('?');
    // A parameter may be repeated or written with brackets; only a plain string is a query.
    const { q } = parse(mark === -1 ? '' : url.slice(mark + 1));
    const { resource, status } = await site.search(typeof q === 'string' ? withoutControls(q) : '');
    send(request, response, resource, status);
  };

  // Searches wait for each other, so that a page waits for a millisecond of them and not for all that have arrived.
  let last: Promise<void> = Promise.resolve();
  let turnBegan = 0;
  return (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answered = last.then(async () => {
      if (performance.now() - turnBegan > TURN_MS) {
        await setImmediate();
        turnBegan = performance.now();
      }
      await answer(request, response);
    });
    last = answered.catch(() => {});
    return answered;
  };
}

/**
 * Removes from a query what no keyboard types and what would break the page that shows it: control characters, controls
 * of the direction of writing, lone surrogates and non-characters. Joiners stay: Bengali needs them.
 */
function withoutControls(query: string): string {
  return query
    .replace(/[\t-\r\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu, '');
}
