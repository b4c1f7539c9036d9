// Requests byte by byte, for what no client library sends.

import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * Sends bytes to a server of this machine, and returns all that comes back, as Latin-1.
 * @param patience milliseconds of silence after which the connection is closed from here
 */
export async function exchange(
  port: number,
  bytes: string | Uint8Array,
  patience = 5000,
): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.setTimeout(patience, () => socket.destroy());
  socket.write(bytes);
  let answer = '';
  socket.setEncoding('latin1').on('data', (text) => {
    answer += text;
  });
  await once(socket, 'close');
  return answer;
}

/** Returns a request that is the last on its connection. */
export const ask = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'Host: a', 'Connection: close', ...headers, '\r\n'].join('\r\n');

/** Returns the status and the headers of an answer, their names in lower case. */
export function headOf(answer: string): { status: number; headers: Record<string, string> } {
  const [first = '', ...lines] = (answer.split('\r\n\r\n', 1)[0] ?? '').split('\r\n');
  const headers = lines.map((line) => {
    const [name = '', ...value] = line.split(': ');
    return [name.toLowerCase(), value.join(': ')];
  });
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers) };
}
