// Makes the workers and the programs that they start quicker: fewer threads, and a folder for compiled code that is
// empty at first and removed at the end.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configureGlobal } from 'fast-check';

// Every run of the suite tries the same examples; fast-check prints the seed and the path of one that fails.
configureGlobal({ seed: Number(process.env.SEED ?? 1971) });

const { CHARTER_TEST_CACHE: folder } = process.env;

// In the workers, which load this before each file. Node reads the variable at its start: so what they start has the
// cache, and they themselves do not, for they end after the tear-down and would leave their own code behind.
if (folder) process.env.NODE_COMPILE_CACHE = folder;

/** Vitest calls this once before all tests; the workers inherit the environment. */
export default function shareCompileCache(): () => void {
  // V8's four threads for compiling and collecting garbage would take time from the other tests, which keep all
  // processors busy: with one thread, they take some 8 % less.
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --v8-pool-size=1`;
  const folder = mkdtempSync(join(tmpdir(), 'charter-cache-'));
  process.env.CHARTER_TEST_CACHE = folder;
  return () => rmSync(folder, { recursive: true, maxRetries: 5 });
}
