// When which sheets are made: those that belong together at once, each only once.

import type { Charter } from '../../charter/charter.ts';
import { openData, singleSheetPaths } from '../addresses.ts';
import { createResource, type Resource } from '../resource.ts';
import { type Sheets, sheetPaths } from '../site.ts';
import { PassingFailure, printSheets, type Sheet } from './pdf-worker.ts';

/** Milliseconds after a failure that may pass until a request tries again. */
const RETRY_AFTER = 60_000;

/** Sheets that are made together. */
interface Batch {
  made: Promise<void>;
  worker: AbortController;
  /** The number of callers that wait for it. */
  waiting: number;
  /** The time from which it is made anew. */
  retryFrom: number;
}

/** A finished sheet, as the site holds it. */
export const sheetResource = ([path, contentType, content]: Sheet): [string, Resource] => [
  path,
  createResource(contentType, 'sheet', content, openData.includes(path)),
];

/** Returns the sheets of a site, of which none is made yet. */
export function createSheets(charter: Charter, publicUrl: string): Sheets {
  const finished = new Map<string, Resource>();
  /** The key of the batch that a path belongs to: '' for the posters and what goes with them, or the path itself. */
  const keys = new Map([
    ...sheetPaths(publicUrl).map((path): [string, string] => [path, '']),
    ...singleSheetPaths(charter).map((path): [string, string] => [path, path]),
  ]);
  const batches = new Map<string, Batch>();
  let isReplaced = false;

  const print = async (path: string, signal: AbortSignal) => {
    const order = { charter, publicUrl, ...(path !== '' && { path }) };
    for (const sheet of await printSheets(order, signal)) finished.set(...sheetResource(sheet));
  };
  const batchOf = (key: string): Batch => {
    const known = batches.get(key);
    if (known && Date.now() < known.retryFrom) return known;
    const worker = new AbortController();
    const made = print(key, worker.signal);
    const batch: Batch = { made, worker, waiting: 0, retryFrom: Number.POSITIVE_INFINITY };
    made.catch((error) => {
      if (error instanceof PassingFailure) batch.retryFrom = Date.now() + RETRY_AFTER;
    });
    batches.set(key, batch);
    return batch;
  };
  const dropUnwanted = () => {
    if (!isReplaced) return;
    for (const [key, { worker, waiting }] of batches) {
      if (waiting > 0) continue;
      worker.abort();
      // A request that came before the newer site may still ask for it.
      batches.delete(key);
    }
  };

  return {
    paths: new Set(keys.keys()),
    get: (path) => finished.get(path),
    async make(path, signal) {
      const key = keys.get(path);
      if (key === undefined || signal?.aborted) return;
      const batch = batchOf(key);
      const left = new Promise<void>((resolve) => {
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
      batch.waiting += 1;
      await Promise.race([batch.made, left]).finally(() => {
        batch.waiting -= 1;
        dropUnwanted();
      });
    },
    cancel() {
      isReplaced = true;
      dropUnwanted();
    },
  };
}
