// The site over HTTP. Read it from top to bottom: each step answers, or leaves the request to the next.

import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { securityHeaders } from './http/security.ts';
import { send } from './http/send.ts';
import type { ErrorStatus } from './site/error-pages.ts';
import type { Site } from './site/site.ts';

const ALLOWED = 'GET, HEAD, OPTIONS';

/** @param https whether the public address is https */
export function createApp(site: Site, https: boolean, logger: Logger): express.Express {
  const fail = (status: ErrorStatus): RequestHandler => {
    return (request, response) => send(request, response, site.errors[status], status);
  };

  const logRequest: RequestHandler = (request, response, next) => {
    response.on('finish', () => {
      // Neither the query nor the citizen's address is kept.
      const { method, path } = request;
      logger.debug({ method, path, status: response.statusCode }, 'request');
    });
    next();
  };

  const onlyReading: RequestHandler = (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    response.set('Allow', ALLOWED);
    if (request.method === 'OPTIONS') response.status(204).end();
    else fail(405)(request, response, next);
  };

  const published: RequestHandler = async (request, response, next) => {
    const path = decodePath(request.path);
    if (path === undefined) return fail(400)(request, response, next);
    if (site.sheetPaths.includes(path)) await site.addSheets();
    const resource = site.resources.get(path);
    if (resource) return send(request, response, resource);
    const withoutSlash = path.replace(/\/+$/, '');
    if (!site.resources.has(withoutSlash)) return next();
    response.set('Cache-Control', 'no-store').location(withoutSlash).status(301).end();
  };

  const search: RequestHandler = (request, response, next) => {
    if (!/^\/search\/?$/.test(request.path)) return next();
    // A parameter may come twice, or in brackets; only a plain text is a question.
    const { q } = request.query;
    const { resource, status } = site.search(typeof q === 'string' ? q : '');
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
    .use(logRequest)
    .use(securityHeaders(site.styleSource, https))
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
