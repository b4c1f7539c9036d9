// Starts to listen, and explains a failure in one line.

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
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
      reject(new Error(`Cannot listen on ${host}:${port}: ${reason}.`));
    });
    server.listen(port, host, () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`);
    });
  });
}
