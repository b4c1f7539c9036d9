// The site over HTTP. Everything that has an address is answered here by one look-up, at nearly the speed of bare
// Node; what is left (search, redirects, errors) goes on to Express.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Site } from '../site/site.ts';
import { hasOneHost } from './host.ts';
import { limits } from './limits.ts';
import { securityHeaders } from './security.ts';
import { createSend } from './send.ts';
import type { Handler } from './server.ts';

export interface HandlerOptions {
  /** Whether the public address is https. */
  https: boolean;
  logger: Logger;
  /** Whether the log has the clients' addresses. */
  logAddresses?: boolean;
}

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
      // Never the query: what citizens look for is theirs.
      const { statusCode: status, writableFinished: finished } = response;
      logger.debug({ method, path: pathOf(url), status, finished, address }, 'request');
    });
  };

  // Express is loaded at the first request that needs it: at the start it would take a sixth of the processor time.
  let app: RequestListener | undefined;
  const goOn = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      app ??= (await import('./app.ts')).createApp(site, send, logger);
      app(request, response);
    } catch (error) {
      logger.error(error);
      send(request, response, site.errors[500], 500);
    }
  };

  const handle: RequestListener = (request, response) => {
    if (logger.isLevelEnabled('debug')) log(request, response);
    const status = refusalOf(request);
    if (status) {
      // What follows on this connection may be a body, or another request hidden in one.
      response.shouldKeepAlive = false;
      return send(request, response, site.errors[status], status);
    }
    const resource = isRead(request) ? site.resources.get(pathOf(request.url)) : undefined;
    if (resource) send(request, response, resource);
    else void goOn(request, response);
  };
  return { handle, security };
}

const isRead = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';

/** The status for a request that is not to be answered; undefined for all others. */
function refusalOf(request: IncomingMessage): 400 | 413 | 414 | undefined {
  const { url = '', headers } = request;
  if (url.length > limits.urlLength) return 414;
  if (!hasOneHost(request)) return 400;
  // RFC 9112 §3.2: a path, a whole URL for proxies, or the asterisk of OPTIONS.
  if (!url.startsWith('/') && url !== '*' && !URL.canParse(url)) return 400;
  // RFC 9112 §6.3: only these two announce a body. Writing methods get their 405, and no more of the connection.
  if (headers['transfer-encoding'] === undefined && !Number(headers['content-length'] ?? 0))
    return undefined;
  return isRead(request) ? 413 : undefined;
}

function pathOf(url = ''): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
