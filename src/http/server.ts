// The HTTP server with its limits, for the program and for the tests alike.

import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { limits } from './limits.ts';
import type { FlatHeaders } from './security.ts';

// An import statement would load everything that node:http exports, WebSocket included. Measured with Node 24.21, that
// takes 22 of 350 ms of processor time until the first answer, and 3 MB.
const { createServer } = process.getBuiltinModule('node:http');

export interface Handler {
  handle: RequestListener;
  /** What every answer carries, also those to what is no request. */
  security: FlatHeaders;
}

/**
 * @param current asked at each request, so that a reload changes the next one and none before
 * @param keepAliveTimeout milliseconds that a connection may rest between requests
 */
export function createHttpServer(current: () => Handler, keepAliveTimeout: number): Server {
  /** How many requests each connection has brought. */
  const counts = new WeakMap<Socket, number>();
  const handle: RequestListener = (request, response) => {
    const count = (counts.get(request.socket) ?? 0) + 1;
    counts.set(request.socket, count);
    // Node's own maxRequestsPerSocket refuses what follows with a bare 503, and does not close the connection.
    if (count >= limits.maxRequestsPerSocket) response.shouldKeepAlive = false;
    // RFC 9112 §9.6: what follows an answer with "Connection: close" is not processed.
    if (count <= limits.maxRequestsPerSocket) current().handle(request, response);
  };
  // A missing host is told by the handler, with all headers.
  const server = createServer({ ...limits, keepAliveTimeout, requireHostHeader: false }, handle)
    // Nobody is told to go on and send a body.
    .on('checkContinue', handle)
    .on('checkExpectation', handle)
    .on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      if (!socket.writable || socket.bytesWritten > 0) socket.destroy();
      else socket.end(refusal(statusOf(error), current().security));
    })
    // There is no tunnel here; without this, Node closes the connection and says nothing.
    .on('connect', (_request, socket) => {
      socket.end(refusal('405 Method Not Allowed', [...current().security, 'Allow', ALLOWED]));
    });
  server.maxHeadersCount = limits.maxHeadersCount;
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.timeout;
  return server;
}

export const ALLOWED = 'GET, HEAD, OPTIONS';

function statusOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return '400 Bad Request';
}

/** An answer to what Node could not read, without a body. */
function refusal(status: string, headers: FlatHeaders): string {
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? `${name}: ${headers[at + 1]}` : []));
  return [
    `HTTP/1.1 ${status}`,
    ...lines,
    'Cache-Control: no-store',
    'Content-Length: 0',
    'Connection: close',
    '\r\n',
  ].join('\r\n');
}
