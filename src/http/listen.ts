// Starts to listen, and explains a failure in one line.

import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';

/** The hosts that a browser on this machine reaches as localhost; the last two stand for all addresses. */
const LOCAL = ['127.0.0.1', '0.0.0.0', '::'];

const inUrl = (host: string) => (isIPv6(host) ? `[${host}]` : host);

/**
 * Makes a server listen.
 * @param port 0 for any free port
 * @returns the address to open in a browser
 * @throws Error whose message is one line for the operator
 */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: 'the port is taken; stop the other program or set PORT',
        EACCES: 'this user may not; set PORT to 1024 or more',
        EADDRNOTAVAIL: 'this machine has no such address; set HOST',
      };
      const reason = reasons[code ?? ''] ?? message;
      reject(new Error(`Cannot listen on ${inUrl(host)}:${port}: ${reason}.`));
    });
    server.listen(port, host, () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://${LOCAL.includes(host) ? 'localhost' : inUrl(host)}:${port}`);
    });
  });
}
