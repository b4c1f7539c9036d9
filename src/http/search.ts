// Answers searches, in front of Express and, for other spellings of the path, inside it.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { Site } from '../site/site.ts';
import type { Send } from './send.ts';

/** @returns a function that answers a request for the page of results; it rejects if the search fails */
export function createSearchHandler(site: Site, send: Send) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '' } = request;
    const mark = url.indexOf('?');
    // A parameter may be repeated or written with brackets; only a plain string is a query.
    const { q } = parse(mark === -1 ? '' : url.slice(mark + 1));
    const { resource, status } = await site.search(typeof q === 'string' ? q : '');
    send(request, response, resource, status);
  };
}
