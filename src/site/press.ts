// The press: a process of its own that makes the sheets and ends. Typst and its fonts take 100 MB and keep the thread
// busy for a second; here they delay no citizen's page and give the memory back.

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Charter } from '../charter/charter.ts';

interface Order {
  charter: Charter;
  publicUrl: string;
}

export interface Sheets {
  posterA4: Uint8Array;
  posterA3: Uint8Array;
  shareImage: Uint8Array;
}

/**
 * Has the sheets made in the press.
 * @throws Error when the press fails, with what it said
 */
export function printSheets(order: Order): Promise<Sheets> {
  return new Promise((resolve, reject) => {
    const press = fork(fileURLToPath(import.meta.url), { serialization: 'advanced', execArgv: [] });
    press.once('message', (answer: Sheets | { fault: string }) => {
      if ('fault' in answer) reject(new Error(answer.fault));
      else resolve(answer);
    });
    press.once('error', reject);
    press.once('exit', (code, signal) => {
      reject(new Error(`The press ended with ${signal ?? code} and no sheets.`));
    });
    press.send(order);
  });
}

/** Makes them here and now. */
async function makeSheets({ charter, publicUrl }: Order): Promise<Sheets> {
  const { posterPdf, sharePng } = await import('./sheets.ts');
  return {
    posterA4: await posterPdf(charter, publicUrl, 'a4'),
    posterA3: await posterPdf(charter, publicUrl, 'a3'),
    shareImage: await sharePng(charter),
  };
}

if (import.meta.main) {
  // Who ordered is gone.
  process.once('disconnect', () => process.exit());
  process.once('message', async (order: Order) => {
    const answer = await makeSheets(order).catch(({ message }: Error) => ({ fault: message }));
    process.send?.(answer, () => process.exit());
  });
}
