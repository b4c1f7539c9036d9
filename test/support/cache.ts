// A folder for compiled code that is empty at the start of a test run and removed at its end.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Vitest's global set-up; the workers inherit the environment, and what they start has it from them. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'charter-cache-'));
  process.env.NODE_COMPILE_CACHE = folder;
  return () => rmSync(folder, { recursive: true, maxRetries: 5 });
}
