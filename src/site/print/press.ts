// The press: a separate process that makes the sheets and exits. HarfBuzz, the fonts and the layout take 130 MB and half a
// second of CPU time; in a separate process, of low priority, they delay no page, and the memory is freed.

import { fork } from 'node:child_process';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Charter } from '../../charter/charter.ts';
import { downloads, isPublic, serviceSheetPath } from '../addresses.ts';

interface Order {
  charter: Charter;
  publicUrl: string;
  /** The id of the service whose sheet is made; without it, the posters and what goes with them. */
  service?: string;
}

export type Sheet = [path: string, contentType: string, content: Uint8Array];

/** One press runs at a time, since each may take 350 MB. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the sheets in a separate process.
 * @param signal kills the process
 * @throws Error if the process cannot be started, fails, or is killed
 */
export function printSheets(order: Order, signal: AbortSignal): Promise<Sheet[]> {
  const sheets = last.then(() => runPress(order, signal));
  last = sheets.catch(() => {});
  return sheets;
}

function runPress(order: Order, signal: AbortSignal): Promise<Sheet[]> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const press = fork(fileURLToPath(import.meta.url), [getCompileCacheDir() ?? ''], {
      serialization: 'advanced',
      execArgv: [],
      // Whatever it writes goes into the error, so that a failure is one entry in the log.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      signal,
    });
    let said = '';
    press.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    press.on('error', reject);
    // Not before: sending to a press that could not be started would be a second error. A failure to send is not
    // one: the press has ended, and 'close' follows.
    press.once('spawn', () => press.send(order, () => {}));
    let answer: Sheet[] | { error: string } | undefined;
    // Under node --watch, Node sends messages of its own.
    press.on('message', (message: Sheet[] | { error: string } | { 'watch:import': string[] }) => {
      if (Array.isArray(message) || 'error' in message) answer = message;
    });
    // Not at 'exit', when the answer may not have been read to its end.
    press.once('close', (code, signal) => {
      const reason = `The press ended with ${signal ?? code} and no sheets. ${said}`.trim();
      if (Array.isArray(answer)) resolve(answer);
      else reject(new Error(answer?.error ?? reason));
    });
  });
}

/** Makes the sheets in this process. @throws Error if anything is missing on them, see proof.ts */
export async function makeSheets({ charter, publicUrl, service: id }: Order): Promise<Sheet[]> {
  const { labelsPdf, posterPdfs, servicePdf, sharePng } = await import('./sheets.ts');
  const PDF = 'application/pdf';
  if (id !== undefined) {
    const service = charter.services.find((one) => one.id === id);
    return service
      ? [[serviceSheetPath(service), PDF, servicePdf(charter, service, publicUrl)]]
      : [];
  }
  const { a4, a3 } = posterPdfs(charter, publicUrl);
  return [
    [downloads.posterA4, PDF, a4],
    [downloads.posterA3, PDF, a3],
    [downloads.shareImage, 'image/png', await sharePng(charter)],
    ...(isPublic(publicUrl)
      ? [[downloads.labels, PDF, labelsPdf(charter, publicUrl)] as Sheet]
      : []),
  ];
}

if (import.meta.main) {
  // Ctrl + C reaches all processes of a terminal; the parent decides when this one ends.
  process.on('SIGINT', () => {});
  setPriority(10);
  const [, , cache] = process.argv;
  if (cache) enableCompileCache(cache);
  // The parent process has exited.
  process.once('disconnect', () => process.exit());
  process.once('message', async (order: Order) => {
    const answer = await makeSheets(order).catch(({ message }: Error) => ({ error: message }));
    process.send?.(answer, () => process.exit());
  });
}
