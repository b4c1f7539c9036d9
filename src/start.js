// The entry, in plain JavaScript: an old Node can read it and say what is missing, and it turns on
// Node's compile cache before any of the TypeScript is loaded.

import module from 'node:module';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const found = process.versions.node;

if (Number.parseInt(found, 10) < NEEDED) {
  process.stderr.write(`This program needs Node ${NEEDED} or newer; this is Node ${found}.\n`);
  process.exitCode = 1;
} else {
  module.enableCompileCache(
    fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)),
  );
  await import('./server.ts');
  // By itself Node writes the cache when the program ends; a killed one would leave the next start as slow as the first.
  setTimeout(() => module.flushCompileCache(), 2000).unref();
}
