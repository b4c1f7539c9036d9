// Express answers the requests that are neither for a published path nor for a search. Each step answers, or passes the
// request on.

import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { downloads } from '../site/addresses.ts';
import type { Site } from '../site/site.ts';
import { limits } from './limits.ts';
import { decodedPath, intendedPath } from './path.ts';
import type { Send } from './send.ts';

export type App = (
  request: IncomingMessage,
  response: ServerResponse,
  onError: (error: unknown) => void,
) => void;

/** Creates the handler of GET and HEAD requests with well-formed paths. It passes errors to `onError`. */
export function createApp(site: Site, send: Send): App {
  /** Paths of sheets whose failure is already logged. Who prerenders the posters logs theirs. */
  const { posterA4, posterA3, shareImage, labels } = downloads;
  const loggedFailures = new Set<string>([posterA4, posterA3, shareImage, labels]);

  /** Sends a sheet, and makes it first if it is not made yet. */
  const sheet: RequestHandler = async (request, response, next) => {
    const path = decodedPath(request.url);
    if (!site.sheets.paths.has(path)) return next();
    try {
      if (!site.sheets.get(path)) await waitForSheet(site, path, response);
    } catch (error) {
      if (loggedFailures.has(path)) return send(request, response, site.errors[500], 500);
      loggedFailures.add(path);
      throw error;
    }
    const made = site.sheets.get(path);
    if (made) return send(request, response, made);
    response.setHeader('Retry-After', limits.sheetRetry);
    return send(request, response, site.errors[503], 503);
  };

  /** Sends a published resource whose path came with percent-encoded letters. */
  const encoded: RequestHandler = (request, response, next) => {
    const resource = site.resources.get(decodedPath(request.url));
    if (resource) send(request, response, resource);
    else next();
  };

  /** Redirects former paths, and paths with a tail, to the present ones. */
  const redirect: RequestHandler = (request, response, next) => {
    const path = intendedPath(request.url);
    const isPublished = site.sheets.paths.has(path) || site.resources.has(path);
    const location = site.redirects.get(path) ?? (isPublished ? path : undefined);
    if (location === undefined) return next();
    return send.empty(response, 301, ['Location', location, 'Cache-Control', 'no-store']);
  };

  const missing: RequestHandler = (request, response) => {
    send(request, response, site.missing(decodedPath(request.url)), 404);
  };

  const app = express()
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', false)
    .use(sheet)
    .use(encoded)
    .use(redirect)
    .use(missing);
  // Express itself makes its own kinds of request and response of Node's.
  return (request, response, onError) => app(request as Request, response as Response, onError);
}

/** Waits until a sheet is made, as long as a request can wait and its client does. */
async function waitForSheet(site: Site, path: string, response: Response): Promise<void> {
  const waiting = new AbortController();
  const leave = () => waiting.abort();
  const timer = setTimeout(leave, limits.sheetWait);
  response.once('close', leave);
  await site.sheets.make(path, waiting.signal).finally(() => clearTimeout(timer));
}
