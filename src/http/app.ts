// What has no address of its own: redirects, search, and everything that is wrong. Read it from top to bottom: each
// step answers, or leaves the request to the next.

import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { ErrorStatus } from '../site/error-pages.ts';
import { type Site, sheetPaths } from '../site/site.ts';
import type { Send } from './send.ts';
import { ALLOWED } from './server.ts';

export function createApp(site: Site, send: Send, logger: Logger): express.Express {
  const fail = (status: ErrorStatus): RequestHandler => {
    return (request, response) => send(request, response, site.errors[status], status);
  };

  const onlyReading: RequestHandler = (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    // A body is neither read nor left for the next request to begin with.
    response.shouldKeepAlive = false;
    if (request.method === 'OPTIONS') send.empty(response, 204, ['Allow', ALLOWED]);
    else {
      response.setHeader('Allow', ALLOWED);
      fail(405)(request, response, next);
    }
  };

  /** Other spellings of an address: percent-encoded, with a slash at its end; and the sheets until they are made. */
  const published: RequestHandler = async (request, response, next) => {
    const path = decodePath(request.path);
    if (path === undefined) return fail(400)(request, response, next);
    if (sheetPaths.includes(path)) await site.addSheets();
    const resource = site.resources.get(path);
    if (resource) return send(request, response, resource);
    const withoutSlash = path.replace(/(?<!\/)\/+$/, '');
    if (!site.resources.has(withoutSlash)) return next();
    send.empty(response, 301, ['Location', withoutSlash, 'Cache-Control', 'no-store']);
  };

  const search: RequestHandler = async (request, response, next) => {
    if (!/^\/search\/?$/.test(request.path)) return next();
    // A parameter may come twice, or in brackets; only a plain text is a question.
    const { q } = request.query;
    const { resource, status } = await site.search(typeof q === 'string' ? q : '');
    send(request, response, resource, status);
  };

  // Express knows a handler of errors by its four parameters.
  const lastResort: ErrorRequestHandler = (error, request, response, next) => {
    const isClientError = error.status >= 400 && error.status < 500;
    if (!isClientError) logger.error(error);
    fail(isClientError ? 400 : 500)(request, response, next);
  };

  return express()
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', 'simple')
    .use(onlyReading)
    .use(published)
    .use(search)
    .use(fail(404))
    .use(lastResort);
}

/** The path with its percent-encodings read, or undefined when they are malformed. */
function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
