// A folder for compiled code that is empty at the start of a test run and removed at its end.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The compile cache of the programs that the tests start; undefined outside of the tests. */
export const testCache = process.env.CHARTER_TEST_CACHE;

/** Vitest's global set-up; the workers inherit the environment. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'charter-cache-'));
  process.env.CHARTER_TEST_CACHE = folder;
  return () => rmSync(folder, { recursive: true, maxRetries: 5 });
}
