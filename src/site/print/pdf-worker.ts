// The PDF worker: a separate process that makes the sheets and exits. HarfBuzz, the fonts and the layout take 130 MB and half a
// second of CPU time; in a separate process, of low priority, they delay no page, and the memory is freed.

import { fork } from 'node:child_process';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Charter } from '../../charter/charter.ts';
import { downloads, serviceSheetPath } from '../addresses.ts';
import { sheetPaths } from '../site.ts';

interface Order {
  charter: Charter;
  publicUrl: string;
  /** The path of the one file to make; without it, the posters and what goes with them. */
  path?: string;
}

export type Sheet = [path: string, contentType: string, content: Uint8Array];

/** Milliseconds that a worker may take; the posters of a thousand services take two seconds. */
const LONGEST = 5 * 60_000;

/** A failure that may pass: the worker could not be started, or was killed, as the system does when memory is short. */
export class PassingFailure extends Error {}

/** One PDF worker runs at a time, since each may take 350 MB; the others wait for their turn. */
let isRunning = false;
const turns: { isPoster: boolean; begin(): void }[] = [];

/**
 * Makes the sheets in a separate process. Posters go before waiting sheets of services.
 * @param signal kills the process
 * @throws Error if the process fails, takes too long or is killed, PassingFailure if that may pass
 */
export async function printSheets(
  order: Order,
  signal: AbortSignal,
  longest = LONGEST,
): Promise<Sheet[]> {
  if (isRunning)
    await new Promise<void>((begin) => {
      turns.push({ isPoster: order.path === undefined, begin });
    });
  isRunning = true;
  try {
    return await runWorker(order, signal, longest);
  } finally {
    const poster = turns.findIndex(({ isPoster }) => isPoster);
    const [next] = turns.splice(Math.max(poster, 0), 1);
    isRunning = next !== undefined;
    next?.begin();
  }
}

function runWorker(order: Order, signal: AbortSignal, longest: number): Promise<Sheet[]> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = fork(fileURLToPath(import.meta.url), [getCompileCacheDir() ?? ''], {
      serialization: 'advanced',
      execArgv: [],
      // Another session: Ctrl + C in a terminal reaches only this process, which then ends the worker.
      detached: true,
      windowsHide: true,
      // Whatever it writes goes into the error, so that a failure is one entry in the log.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      signal,
      timeout: longest,
    });
    let said = '';
    worker.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    worker.on('error', (error) => {
      reject(signal.aborted ? error : new PassingFailure(error.message, { cause: error }));
    });
    // Not before: sending to a worker that could not be started would be a second error. A failure to send is not
    // one: the worker has ended, and 'close' follows.
    worker.once('spawn', () => worker.send(order, () => {}));
    let answer: Sheet[] | { error: string } | undefined;
    // Node sends internal messages too under node --watch.
    worker.on('message', (message: Sheet[] | { error: string } | { 'watch:import': string[] }) => {
      if (Array.isArray(message) || 'error' in message) answer = message;
    });
    // Not at 'exit', when the answer may not have been read to its end.
    worker.once('close', (code, signal) => {
      const reason = `The PDF worker ended with ${signal ?? code} and no sheets. ${said}`.trim();
      if (Array.isArray(answer)) resolve(answer);
      else if (answer) reject(new Error(answer.error));
      // It would take as long again.
      else if (worker.killed)
        reject(new Error(`The PDF worker took longer than ${longest / 1000} s.`));
      else reject(new PassingFailure(reason));
    });
  });
}

/** Makes the sheets in this process. @throws Error if anything is missing on them, see proof.ts */
export async function makeSheets({ charter, publicUrl, path }: Order): Promise<Sheet[]> {
  if (path === downloads.xlsx) {
    const { servicesXlsx, XLSX } = await import('../open-data/services-xlsx.ts');
    const workbook = await servicesXlsx(charter, publicUrl);
    return workbook ? [[path, XLSX, workbook]] : [];
  }
  const { labelsPdf, posterPdfs, servicePdf, sharePng } = await import('./sheets.ts');
  const PDF = 'application/pdf';
  if (path !== undefined) {
    const service = charter.services.find((one) => serviceSheetPath(one) === path);
    return service ? [[path, PDF, servicePdf(charter, service, publicUrl)]] : [];
  }
  const { a4, a3 } = posterPdfs(charter, publicUrl);
  return [
    [downloads.posterA4, PDF, a4],
    [downloads.posterA3, PDF, a3],
    [downloads.shareImage, 'image/png', await sharePng(charter)],
    ...(sheetPaths(publicUrl).includes(downloads.labels)
      ? [[downloads.labels, PDF, labelsPdf(charter, publicUrl)] as Sheet]
      : []),
  ];
}

if (import.meta.main) {
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
