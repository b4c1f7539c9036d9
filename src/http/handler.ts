// Dispatches every request: a refusal, a published path, a search, or Express, in this order. A single map lookup serves
// published paths, at nearly the speed of bare Node.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { search } from '../site/addresses.ts';
import type { Site } from '../site/site.ts';
import type { App } from './app.ts';
import type { Handler } from './connections.ts';
import { runForRequest } from './faults.ts';
import { intendedPath, pathOf } from './path.ts';
import { ALLOWED, hasBody, refusalOf } from './refusals.ts';
import { createSearchHandler } from './search-handler.ts';
import { securityHeaders } from './security.ts';
import { createSend } from './send.ts';

export interface HandlerOptions {
  /** Whether the public address is https. */
  https: boolean;
  logger: Logger;
  /** Whether client addresses are logged. */
  logAddresses?: boolean;
}

/** Creates the handler of all requests, which never throws. */
export function createHandler(
  site: Site,
  { https, logger, logAddresses = false }: HandlerOptions,
): Handler {
  const security = securityHeaders(site.styleSources, https);
  const send = createSend(security);
  const answerSearch = createSearchHandler(site, send);

  // Express is loaded on first use: loading it at the start would take a sixth of the start's processor time. The promise
  // is kept, so that requests which come meanwhile get the same app.
  let app: Promise<App> | undefined;
  const loadApp = () => {
    app ??= import('./app.ts').then(({ createApp }) => createApp(site, send));
    return app;
  };

  const log = (request: IncomingMessage, response: ServerResponse) => {
    const { method, url = '', socket } = request;
    const address = logAddresses ? socket.remoteAddress : undefined;
    response.on('close', () => {
      // Without the query string: searches are private.
      const { statusCode: status, writableFinished: finished } = response;
      logger.debug({ method, path: url.split('?', 1)[0], status, finished, address }, 'request');
    });
  };

  /** Logs an error and answers 500, or closes the connection if the head is already out. Never throws. */
  const answerError = (request: IncomingMessage, response: ServerResponse, error: unknown) => {
    logger.error(error);
    try {
      if (response.headersSent) hangUp(response);
      else send(request, response, site.errors[500], 500);
    } catch {
      hangUp(response);
    }
  };

  const answerUnpublished: RequestListener = async (request, response) => {
    const onError = (error: unknown) => answerError(request, response, error);
    try {
      if (intendedPath(request.url ?? '') === search.path) await answerSearch(request, response);
      else (await loadApp())(request, response, onError);
    } catch (error) {
      onError(error);
    }
  };

  const answer: RequestListener = (request, response) => {
    if (logger.isLevelEnabled('debug')) log(request, response);
    const refusal = refusalOf(request);
    if (refusal?.closesConnection || hasBody(request)) response.shouldKeepAlive = false;
    if (refusal) {
      if (refusal.status === 405) response.setHeader('Allow', ALLOWED);
      return send(request, response, site.errors[refusal.status], refusal.status);
    }
    if (request.method === 'OPTIONS') return send.empty(response, 204, ['Allow', ALLOWED]);
    const path = pathOf(request.url ?? '');
    const resource = site.resources.get(path) ?? site.sheets.get(path);
    if (resource) return send(request, response, resource);
    runForRequest(
      (error) => answerError(request, response, error),
      () => answerUnpublished(request, response),
    );
  };

  const handle: RequestListener = (request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      answerError(request, response, error);
    }
  };
  return { handle, security };
}

/** Closes the connection in place of an answer, after the answers to what was asked before on it. */
function hangUp(response: ServerResponse): void {
  if (response.socket) response.socket.destroySoon();
  else response.once('socket', (socket: Socket) => socket.destroySoon());
}
