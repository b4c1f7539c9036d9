// The HTTP server: its connections, their limits, and the responses to what Node cannot parse.

import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { limits } from './limits.ts';
import { ALLOWED, bareRefusal, parseErrorStatus } from './refusals.ts';
import type { FlatHeaders } from './security.ts';

// An import statement would load everything that node:http exports, WebSocket included. Measured with Node 24.21, that
// takes 22 of 350 ms of processor time until the first answer, and 3 MB.
const { createServer, IncomingMessage } = process.getBuiltinModule('node:http');

export interface Handler {
  handle: RequestListener;
  /** Headers of every response, including those to malformed requests. */
  security: FlatHeaders;
}

/**
 * Creates the server, which does not listen yet.
 * @param current called for each request, so that a reload applies from the next request on
 * @param keepAliveTimeout milliseconds that a connection may be idle between requests
 */
export function createHttpServer(current: () => Handler, keepAliveTimeout: number): Server {
  const queue = createQueue();
  const handle: RequestListener = (request, response) => {
    // Without a socket, the response waits for others of its connection.
    if (!response.socket && !queue.add(request.socket, response)) {
      request.socket.destroy();
      return;
    }
    current().handle(request, response);
  };
  // The handler rejects a missing host itself, with the security headers.
  const options = {
    ...limits,
    keepAliveTimeout,
    requireHostHeader: false,
    IncomingMessage: CuttableRequest,
    // Nobody reads bodies. Saves 3 % of a request; since Node 24.12.
    optimizeEmptyRequests: true,
  };
  const server = createServer(options, handle)
    .on('connection', (socket) => socket.once('close', () => queue.remove(socket)))
    // Clients are never told to continue with a body.
    .on('checkContinue', handle)
    .on('checkExpectation', handle)
    .on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      if (!socket.writable || socket.bytesWritten > 0) socket.destroy();
      else socket.end(bareRefusal(parseErrorStatus(error), current().security));
    })
    // CONNECT is not supported; without this, Node would close the connection without a response.
    .on('connect', (_request, socket) => {
      // Node has given up the socket, and an error without a listener would end the process.
      socket.on('error', () => socket.destroy());
      socket.end(bareRefusal('405 Method Not Allowed', [...current().security, 'Allow', ALLOWED]));
    });
  server.maxHeadersCount = limits.maxHeadersCount;
  server.maxConnections = limits.maxConnections;
  server.timeout = limits.timeout;
  return server;
}

/**
 * Once a connection has been destroyed, Node would still parse the rest of the packet, which may hold 2,500 requests.
 * It stops at a request to upgrade, so every request of a destroyed connection passes for one. No other upgrade is known.
 */
class CuttableRequest extends IncomingMessage {
  get upgrade(): boolean {
    return this.socket.destroyed || this.method === 'CONNECT';
  }
  set upgrade(_) {
    // Node sets what the client asks for.
  }
}

/**
 * Bounds the pipelined requests that wait. Node parses a whole packet, up to 2,500 requests, before it sends an answer, so
 * clients who ask and never read would fill the memory.
 */
function createQueue() {
  /** The number of waiting responses, by connection. */
  const waiting = new Map<Socket, number>();
  const release = (socket: Socket) => {
    const count = waiting.get(socket) ?? 0;
    if (count > 1) waiting.set(socket, count - 1);
    else waiting.delete(socket);
  };
  return {
    /** Counts a response as waiting until it has been sent; returns false if it is one too many. */
    add(socket: Socket, response: ServerResponse): boolean {
      const count = waiting.get(socket) ?? 0;
      const isTooMany =
        count === limits.waitingPerConnection ||
        (count === 0 && waiting.size === limits.connectionsWithWaiting);
      if (isTooMany) return false;
      waiting.set(socket, count + 1);
      response.once('finish', () => release(socket));
      return true;
    },
    remove: (socket: Socket) => waiting.delete(socket),
  };
}
