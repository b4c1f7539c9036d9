// The site over HTTP. Published paths are served by a single map lookup, at nearly the speed of bare Node, and searches
// directly; everything else (redirects, errors) goes to Express.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { search } from '../site/addresses.ts';
import type { Site } from '../site/site.ts';
import { runFor } from './faults.ts';
import { hasOneHost, isHost } from './host.ts';
import { limits } from './limits.ts';
import { createSearchHandler } from './search.ts';
import { securityHeaders } from './security.ts';
import { createSend } from './send.ts';
import type { Handler } from './server.ts';

export interface HandlerOptions {
  /** Whether the public address is https. */
  https: boolean;
  logger: Logger;
  /** Whether client addresses are logged. */
  logAddresses?: boolean;
}

/** Ends a request whose answer could not be made. */
export type Fail = (request: IncomingMessage, response: ServerResponse, error: unknown) => void;

/** @returns what answers requests; it never throws */
export function createHandler(
  site: Site,
  { https, logger, logAddresses = false }: HandlerOptions,
): Handler {
  const security = securityHeaders(site.styleSources, https);
  const send = createSend(security);

  const log = (request: IncomingMessage, response: ServerResponse) => {
    const { method, url, socket } = request;
    const address = logAddresses ? socket.remoteAddress : undefined;
    response.on('close', () => {
      // Without the query string: searches are private.
      const { statusCode: status, writableFinished: finished } = response;
      logger.debug({ method, path: pathOf(url), status, finished, address }, 'request');
    });
  };

  /** Answers 500, or closes the connection if the head is already out. Never throws. */
  const fail: Fail = (request, response, error) => {
    logger.error(error);
    try {
      if (response.headersSent) hangUp(response);
      else send(request, response, site.errors[500], 500);
    } catch {
      hangUp(response);
    }
  };

  // Express is loaded on first use: loading it at the start would take a sixth of the start's processor time.
  let app: RequestListener | undefined;
  const answerSearch = createSearchHandler(site, send);
  const goOn: RequestListener = async (request, response) => {
    try {
      if (isRead(request) && pathOf(request.url) === search.path)
        return await answerSearch(request, response);
      app ??= (await import('./app.ts')).createApp(site, send, answerSearch, fail);
      app(request, response);
    } catch (error) {
      fail(request, response, error);
    }
  };

  const answer: RequestListener = (request, response) => {
    if (logger.isLevelEnabled('debug')) log(request, response);
    const status = refusalOf(request);
    // What follows on this connection may be a body, or a request smuggled in one.
    if (status || hasBody(request)) response.shouldKeepAlive = false;
    if (status) return send(request, response, site.errors[status], status);
    const resource = isRead(request) ? site.resources.get(pathOf(request.url)) : undefined;
    if (resource) return send(request, response, resource);
    runFor(
      (error) => fail(request, response, error),
      () => goOn(request, response),
    );
  };

  const handle: RequestListener = (request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      fail(request, response, error);
    }
  };
  return { handle, security };
}

/** Closes the connection in place of an answer, after the answers to what was asked before on it. */
function hangUp(response: ServerResponse): void {
  if (response.socket) response.socket.destroySoon();
  else response.once('socket', (socket: Socket) => socket.destroySoon());
}

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';

/** The status for a request that is rejected; undefined for all others. */
function refusalOf(request: IncomingMessage): 400 | 413 | 414 | undefined {
  const { url = '' } = request;
  if (url.length > limits.urlLength) return 414;
  if (!hasOneHost(request)) return 400;
  // RFC 9112 §3.2: a path, an absolute URL (proxies), or the asterisk of OPTIONS.
  if (!url.startsWith('/') && url !== '*' && !isHost(URL.parse(url)?.host ?? '')) return 400;
  // Methods other than GET and HEAD get a 405 later.
  return isRead(request) && hasBody(request) ? 413 : undefined;
}

/** RFC 9112 §6.3: only these two headers announce a body. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}

function pathOf(url = ''): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
