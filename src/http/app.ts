// Requests without a published path: redirects, search and errors. Each step answers, or passes the request on to the
// next one.

import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { home, search as searchPage } from '../site/addresses.ts';
import type { ErrorStatus } from '../site/error-pages.ts';
import { type Site, sheetPaths } from '../site/site.ts';
import type { Fail } from './handler.ts';
import { limits } from './limits.ts';
import type { Send } from './send.ts';
import { ALLOWED } from './server.ts';

export function createApp(site: Site, send: Send, fail: Fail): express.Express {
  const refuse = (status: ErrorStatus): RequestHandler => {
    return (request, response) => send(request, response, site.errors[status], status);
  };

  const onlyReading: RequestHandler = (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (request.method === 'OPTIONS') send.empty(response, 204, ['Allow', ALLOWED]);
    else {
      response.setHeader('Allow', ALLOWED);
      refuse(405)(request, response, next);
    }
  };

  /** Other spellings of a path (percent-encoded, with a tail), and the sheets before they have been made. */
  const published: RequestHandler = async (request, response, next) => {
    const path = decodePath(request.path);
    if (path === undefined) return refuse(400)(request, response, next);
    if (sheetPaths.includes(path) && !site.resources.has(path)) {
      // A large poster takes longer than a client may be silent.
      request.socket.setTimeout(0);
      // Logged once, by the caller of site.finish, and not at each request.
      const areMade = await site.addSheets().then(
        () => true,
        () => false,
      );
      request.socket.setTimeout(limits.timeout);
      if (!areMade) return refuse(500)(request, response, next);
    }
    const resource = site.resources.get(path);
    if (resource) return send(request, response, resource);
    const intended = withoutTail(path);
    if (!site.resources.has(intended)) return next();
    return send.empty(response, 301, ['Location', intended, 'Cache-Control', 'no-store']);
  };

  const search: RequestHandler = async (request, response, next) => {
    if (withoutTail(decodePath(request.path) ?? '') !== searchPage.path) return next();
    // A parameter may be repeated or written with brackets; only a plain string is a query.
    const { q } = request.query;
    const { resource, status } = await site.search(typeof q === 'string' ? withoutControls(q) : '');
    send(request, response, resource, status);
  };

  // Express recognises an error handler by its four parameters.
  const lastResort: ErrorRequestHandler = (error, request, response, next) => {
    const isClientError = error?.status >= 400 && error.status < 500;
    if (isClientError) refuse(400)(request, response, next);
    else fail(request, response, error);
  };

  return express()
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', 'simple')
    .use(onlyReading)
    .use(published)
    .use(search)
    .use(refuse(404))
    .use(lastResort);
}

/**
 * A decoded path without what messengers and people add to its end: slashes, punctuation, spaces. decodeURI leaves
 * comma, colon and semicolon encoded. The lookbehind keeps the time linear.
 */
function withoutTail(path: string): string {
  const tail = /(?<=^|[\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}\p{Cc}]+$/u;
  return path.replace(/%(?:2C|3A|3B)/gi, ',').replace(tail, '') || home.path;
}

/**
 * A query without what no keyboard types and what would break the page that shows it: control characters, controls of
 * the direction of writing, lone surrogates and non-characters. Joiners stay: Bengali needs them.
 */
function withoutControls(query: string): string {
  return query
    .replace(/[\t-\r\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu, '');
}

/**
 * The path, percent-decoded, or undefined if the encoding is malformed. Encoded delimiters, such as %2F, stay encoded: they
 * do not divide a path (RFC 3986 §2.2).
 */
function decodePath(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}
