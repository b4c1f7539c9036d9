// The HTTP server with its limits, used by the program and the tests.

import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import { limits } from './limits.ts';
import type { FlatHeaders } from './security.ts';

// An import statement would load everything that node:http exports, WebSocket included. Measured with Node 24.21, that
// takes 22 of 350 ms of processor time until the first answer, and 3 MB.
const { createServer } = process.getBuiltinModule('node:http');

export interface Handler {
  handle: RequestListener;
  /** Headers of every response, including those to malformed requests. */
  security: FlatHeaders;
}

/**
 * @param current called for each request, so that a reload applies from the next request on
 * @param keepAliveTimeout milliseconds that a connection may be idle between requests
 */
export function createHttpServer(current: () => Handler, keepAliveTimeout: number): Server {
  /** Requests received so far, by connection. */
  const counts = new WeakMap<Socket, number>();
  const handle: RequestListener = (request, response) => {
    const count = (counts.get(request.socket) ?? 0) + 1;
    counts.set(request.socket, count);
    // Instead of server.maxRequestsPerSocket, which answers further requests with a 503 without security headers and
    // keeps the connection open.
    if (count >= limits.maxRequestsPerSocket) response.shouldKeepAlive = false;
    // RFC 9112 §9.6: requests after a response with "Connection: close" are not processed.
    if (count <= limits.maxRequestsPerSocket) current().handle(request, response);
  };
  // The handler rejects a missing host itself, with the security headers.
  const server = createServer({ ...limits, keepAliveTimeout, requireHostHeader: false }, handle)
    // Clients are never told to continue with a body.
    .on('checkContinue', handle)
    .on('checkExpectation', handle)
    .on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      if (!socket.writable || socket.bytesWritten > 0) socket.destroy();
      else socket.end(refusal(statusOf(error), current().security));
    })
    // CONNECT is not supported; without this, Node would close the connection without a response.
    .on('connect', (_request, socket) => {
      // Node has given up the socket, and an error without a listener would end the process.
      socket.on('error', () => socket.destroy());
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

/** A response, without a body, to what Node could not parse. */
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
