// Requests without a published path: other spellings of one, redirects and errors. Each step answers, or passes the
// request on to the next one.

import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { downloads, home, search as searchPage } from '../site/addresses.ts';
import type { ErrorStatus } from '../site/error-pages.ts';
import type { Site } from '../site/site.ts';
import type { Fail } from './handler.ts';
import { limits } from './limits.ts';
import type { Send } from './send.ts';
import { ALLOWED } from './server.ts';

/** @param answerSearch answers a request for the page of results */
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

  /** Sheets whose failure has been logged: that of the posters by the caller of site.finish. */
  const { posterA4, posterA3, shareImage, labels } = downloads;
  const told = new Set<string>([posterA4, posterA3, shareImage, labels]);

  /** Waits until a sheet has been made, as long as a request can wait and its client does. */
  const waitForSheet = async (path: string, response: express.Response) => {
    const waiting = new AbortController();
    const leave = () => waiting.abort();
    const timer = setTimeout(leave, limits.sheetWait);
    response.once('close', leave);
    await site.addSheets(path, waiting.signal).finally(() => clearTimeout(timer));
  };

  /** Other spellings of a path (percent-encoded, with a tail), former paths, and the sheets before they have been made. */
  const published: RequestHandler = async (request, response, next) => {
    const path = decodePath(request.path);
    if (path === undefined) return refuse(400)(request, response, next);
    if (site.sheets.has(path) && !site.resources.has(path)) {
      try {
        await waitForSheet(path, response);
      } catch (error) {
        if (told.has(path)) return refuse(500)(request, response, next);
        told.add(path);
        return fail(request, response, error);
      }
      if (!site.resources.has(path)) {
        response.setHeader('Retry-After', limits.sheetRetry);
        return refuse(503)(request, response, next);
      }
    }
    const resource = site.resources.get(path);
    if (resource) return send(request, response, resource);
    const intended = withoutTail(path);
    const isPublished = site.sheets.has(intended) || site.resources.has(intended);
    const location = site.redirects.get(intended) ?? (isPublished ? intended : undefined);
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
