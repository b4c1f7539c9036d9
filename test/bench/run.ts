// npm run bench: all figures of docs/performance.md, or only the parts that are named (serving start browser search sheets).

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBrowser } from './browser.ts';
import { benchSearch } from './search.ts';
import { benchServing } from './serving.ts';
import { benchSheets } from './sheets.ts';
import { benchStart } from './start.ts';

const parts = {
  serving: benchServing,
  start: benchStart,
  browser: benchBrowser,
  search: benchSearch,
  sheets: benchSheets,
};
/** All temporary files of the parts. */
const folder = mkdtempSync(join(tmpdir(), 'charter-bench-'));
process.env.TMPDIR = folder;
const clear = () => rmSync(folder, { recursive: true, maxRetries: 5 });
// So that whatever interrupts it also ends the servers, which are groups of their own and end at the exit
// (support/process.ts).
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const)
  process.once(signal, () => {
    process.once('exit', clear);
    process.exit(128 + number);
  });

const asked = process.argv.slice(2);

process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
for (const [name, part] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) process.stdout.write(`\n${await part()}`);
clear();
