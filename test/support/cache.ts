// A folder for compiled code and kept sites that a run of the tests begins empty and takes back at its end.

import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the programs that the tests start keep compiled code and sites; undefined outside of the tests. */
export const testCache = process.env.CHARTER_TEST_CACHE;

/** The files of the sites that are kept in a cache, those being written aside. */
export function keptSites(cache: string): string[] {
  return globSync(`${cache}/*/sites/${'?'.repeat(16)}`);
}

/** Vitest's global set-up; the workers inherit the environment. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'charter-cache-'));
  process.env.CHARTER_TEST_CACHE = folder;
  return () => rmSync(folder, { recursive: true, maxRetries: 5 });
}
