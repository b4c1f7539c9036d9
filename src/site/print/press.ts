// The press: a separate process that makes the sheets and exits. Typst and its fonts take 100 MB and a second of CPU
// time; in a separate process they delay no page, and the memory is freed.

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Charter } from '../../charter/charter.ts';
import { downloads } from '../addresses.ts';

interface Order {
  charter: Charter;
  publicUrl: string;
}

export type Sheet = [path: string, contentType: string, content: Uint8Array];

/**
 * Makes the sheets in a separate process.
 * @param signal kills the process
 * @throws Error if the process cannot be started, fails, or is killed
 */
export function printSheets(order: Order, signal: AbortSignal): Promise<Sheet[]> {
  return new Promise((resolve, reject) => {
    const press = fork(fileURLToPath(import.meta.url), {
      serialization: 'advanced',
      execArgv: [],
      signal,
    });
    press.once('message', (answer: Sheet[] | { error: string }) => {
      if ('error' in answer) reject(new Error(answer.error));
      else resolve(answer);
    });
    // Not once: a process that cannot be started emits a second error, for the failed send.
    press.on('error', reject);
    press.once('exit', (code, signal) => {
      reject(new Error(`The press ended with ${signal ?? code} and no sheets.`));
    });
    press.send(order, (error) => error && reject(error));
  });
}

async function makeSheets({ charter, publicUrl }: Order): Promise<Sheet[]> {
  const { posterPdf, sharePng } = await import('./sheets.ts');
  return [
    [downloads.posterA4, 'application/pdf', await posterPdf(charter, publicUrl, 'a4')],
    [downloads.posterA3, 'application/pdf', await posterPdf(charter, publicUrl, 'a3')],
    [downloads.shareImage, 'image/png', await sharePng(charter)],
  ];
}

if (import.meta.main) {
  // The parent process has exited.
  process.once('disconnect', () => process.exit());
  process.once('message', async (order: Order) => {
    const answer = await makeSheets(order).catch(({ message }: Error) => ({ error: message }));
    process.send?.(answer, () => process.exit());
  });
}
