// The entry, in plain JavaScript: an old Node can run it, and it turns on Node's compile cache before any of the
// TypeScript is loaded.

import module from 'node:module';
import { fileURLToPath } from 'node:url';

// First of all, because a signal without a listener ends the process. Signals wait until the program can act on them.
const waiting = [];
let act = (signal) => waiting.push(signal);
for (const name of ['SIGHUP', 'SIGTERM', 'SIGINT']) process.on(name, (signal) => act(signal));

await import('./commands/node-version.js');
module.enableCompileCache(
  fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)),
);
const { start } = await import('./process.ts');
await start((handler) => {
  act = handler;
  for (const signal of waiting) act(signal);
});
// Node writes the cache only when the program ends. After a kill, the next start would be as slow as the first.
setTimeout(() => module.flushCompileCache(), 2000).unref();
