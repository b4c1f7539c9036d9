// A folder for compiled code and kept sites that a run of the tests begins empty and takes back at its end.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the tests' programs keep what they may; undefined outside of the tests. */
export const testCache = process.env.CHARTER_TEST_CACHE;

/** Vitest's global set-up; the workers inherit the environment. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'charter-cache-'));
  process.env.CHARTER_TEST_CACHE = folder;
  return () => rmSync(folder, { recursive: true, maxRetries: 5 });
}
