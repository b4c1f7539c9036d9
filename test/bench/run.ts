// npm run bench: the figures of docs/performance.md, or only the parts that are named: serving start browser search sheets
// nginx soak. The soak takes ten minutes, or as many as the number after it.

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBrowser } from './browser.ts';
import { benchNginx } from './nginx.ts';
import { benchSearch } from './search.ts';
import { benchServing } from './serving.ts';
import { benchSheets } from './sheets.ts';
import { benchSoak } from './soak.ts';
import { benchStart } from './start.ts';

const asked = process.argv.slice(2);
/** For the soak, which runs only if it is named. */
const minutes = asked.map(Number).find((number) => number > 0);

const parts = {
  serving: benchServing,
  start: benchStart,
  browser: benchBrowser,
  search: benchSearch,
  sheets: benchSheets,
  nginx: benchNginx,
  soak: () => benchSoak(minutes),
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

process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
for (const [name, part] of Object.entries(parts))
  if (asked.includes(name) || (asked.length === 0 && name !== 'soak'))
    process.stdout.write(`\n${await part()}`);
clear();
