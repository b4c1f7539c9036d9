// When which sheets are made: those that belong together at once, each only once.

import type { Charter } from '../../charter/charter.ts';
import { serviceSheetPath } from '../addresses.ts';
import { sheetPaths } from '../site.ts';
import { printSheets, type Sheet } from './press.ts';

export interface Printing {
  /** The paths of all sheets. */
  paths: ReadonlySet<string>;
  /**
   * Makes the sheet of a path and those that belong to it, for a request; nothing for a path without a sheet.
   * @throws Error if they cannot be made
   */
  make(path: string): Promise<void>;
  /**
   * Makes the posters and what goes with them, in advance.
   * @param signal ends the work that no request waits for
   * @throws Error if they cannot be made
   */
  prepare(signal: AbortSignal): Promise<void>;
}

/** @param add takes each finished sheet, those that are made together one after the other */
export function createPrinting(
  charter: Charter,
  publicUrl: string,
  add: (sheet: Sheet) => void,
): Printing {
  /** By path what is made together: the service's id, or '' for the posters and what goes with them. */
  const batches = new Map([
    ...sheetPaths.map((path): [string, string] => [path, '']),
    ...charter.services.map((one): [string, string] => [serviceSheetPath(one), one.id]),
  ]);
  let press = new AbortController();
  let made = new Map<string, Promise<void>>();
  /** How many requests wait for sheets. */
  let waiting = 0;

  const print = async (service: string) => {
    const order = { charter, publicUrl, ...(service !== '' && { service }) };
    for (const sheet of await printSheets(order, press.signal)) add(sheet);
  };
  const start = (batch: string): Promise<void> => {
    const making = made.get(batch) ?? print(batch);
    made.set(batch, making);
    return making;
  };

  return {
    paths: new Set(batches.keys()),
    async make(path) {
      const batch = batches.get(path);
      if (batch === undefined) return;
      waiting += 1;
      await start(batch).finally(() => {
        waiting -= 1;
      });
    },
    async prepare(signal) {
      signal.addEventListener('abort', () => {
        if (waiting > 0) return;
        press.abort(signal.reason);
        // A request that came before the newer site may still ask for sheets.
        press = new AbortController();
        made = new Map();
      });
      await start('');
    },
  };
}
