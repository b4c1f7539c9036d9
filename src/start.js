// The entry, in plain JavaScript: it turns on Node's compile cache before any of the TypeScript is loaded.

import './commands/node-version.js';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// Without a listener SIGHUP ends the process. One that comes before the data are read needs nothing else.
process.on('SIGHUP', () => {});

module.enableCompileCache(
  fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)),
);
await import('./server.ts');
// By itself Node writes the cache when the program ends; a killed one would leave the next start as slow as the first.
setTimeout(() => module.flushCompileCache(), 2000).unref();
