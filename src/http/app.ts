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

export function createApp(
  site: Site,
  send: Send,
  answerSearch: RequestHandler,
  fail: Fail,
): express.Express {
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

  /** Other spellings of a path (percent-encoded, with a tail), paths under former ids, and the sheets before they have been made. */
  const published: RequestHandler = async (request, response, next) => {
    const path = decodePath(request.path);
    if (path === undefined) return refuse(400)(request, response, next);
    if (!site.resources.has(path)) {
      try {
        if (!(await isInTime(site.addSheets(path)))) {
          response.setHeader('Retry-After', limits.sheetRetry);
          return refuse(503)(request, response, next);
        }
      } catch (error) {
        // That the posters cannot be made is logged once, by the caller of site.finish, and not at each request.
        if (sheetPaths.includes(path)) return refuse(500)(request, response, next);
        return fail(request, response, error);
      }
    }
    const resource = site.resources.get(path);
    if (resource) return send(request, response, resource);
    const intended = withoutTail(path);
    const location =
      site.redirects.get(intended) ?? (site.resources.has(intended) ? intended : undefined);
    if (location === undefined) return next();
    return send.empty(response, 301, ['Location', location, 'Cache-Control', 'no-store']);
  };

  const search: RequestHandler = (request, response, next) => {
    if (withoutTail(decodePath(request.path) ?? '') !== searchPage.path) return next();
    return answerSearch(request, response, next);
  };

  const missing: RequestHandler = (request, response) => {
    send(request, response, site.missing(decodePath(request.path) ?? ''), 404);
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
    .set('query parser', false)
    .use(onlyReading)
    .use(published)
    .use(search)
    .use(missing)
    .use(lastResort);
}

/** Whether a sheet is made while a request can wait. */
async function isInTime(making: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, limits.sheetWait, false);
  });
  return Promise.race([making.then(() => true), late]).finally(() => clearTimeout(timer));
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
