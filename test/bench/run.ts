// npm run bench: all figures of docs/performance.md, or only the parts that are named (serving start browser search
// nginx).

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBrowser } from './browser.ts';
import { benchNginx } from './nginx.ts';
import { benchSearch } from './search.ts';
import { benchServing } from './serving.ts';
import { benchStart } from './start.ts';

const parts = {
  serving: benchServing,
  start: benchStart,
  browser: benchBrowser,
  search: benchSearch,
  nginx: benchNginx,
};
/** All temporary files of the parts. */
const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
process.env.TMPDIR = folder;
const clear = () => rmSync(folder, { recursive: true, maxRetries: 5 });
// So that Ctrl + C also ends the servers, which are groups of their own and end at the exit (support/process.ts).
process.once('SIGINT', () => {
  process.once('exit', clear);
  process.exit(130);
});

const asked = process.argv.slice(2);

process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
for (const [name, part] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) process.stdout.write(`\n${await part()}`);
clear();
