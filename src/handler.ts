// The site over HTTP. Everything that has an address is answered here by one look-up, at nearly the speed of bare
// Node; what is left (search, redirects, errors) goes on to Express.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { hasOneHost } from './http/host.ts';
import { securityHeaders } from './http/security.ts';
import { createSend } from './http/send.ts';
import type { Site } from './site/site.ts';

/** @param https whether the public address is https */
export function createHandler(site: Site, https: boolean, logger: Logger): RequestListener {
  const send = createSend(securityHeaders(site.styleSources, https));

  const log = (request: IncomingMessage, response: ServerResponse) => {
    response.on('finish', () => {
      // Neither the query nor the citizen's address is kept.
      const { method, url } = request;
      logger.debug({ method, path: pathOf(url), status: response.statusCode }, 'request');
    });
  };

  // Express is loaded when the first page has been sent: it takes longer than all that a page needs.
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

  return (request, response) => {
    if (logger.isLevelEnabled('debug')) log(request, response);
    if (!hasOneHost(request.rawHeaders)) return send(request, response, site.errors[400], 400);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const resource = isRead ? site.resources.get(pathOf(request.url)) : undefined;
    if (resource) send(request, response, resource);
    else void goOn(request, response);
  };
}

function pathOf(url = ''): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
