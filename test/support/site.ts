// The real app on the real data, listening on a free port of this machine.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { loadCharter } from '../../src/charter/load.ts';
import { formatProblems } from '../../src/charter/problem.ts';
import type { Charter } from '../../src/charter/schema.ts';
import { buildSite } from '../../src/site/site.ts';

export const dataFolder = fileURLToPath(new URL('../../data', import.meta.url));
export const publicUrl = 'https://charter.example';

export function realCharter(): Charter {
  const loaded = loadCharter(dataFolder);
  if ('problems' in loaded) throw new Error(formatProblems(loaded.problems));
  return loaded.charter;
}

export const charter = realCharter();
export const site = buildSite(charter, publicUrl);
export const app = createApp(site, true, pino({ level: 'silent' }));

/** The addresses of all HTML pages. */
export const pagePaths = [...site.resources]
  .filter(([, resource]) => resource.contentType.startsWith('text/html'))
  .map(([path]) => path);

/** Starts the app; `await using` closes it. Pages are plain http here, so nothing is upgraded to https. */
export async function listen(): Promise<AsyncDisposable & { url: string }> {
  const plain = createApp(
    buildSite(charter, 'http://charter.example'),
    false,
    pino({ level: 'silent' }),
  );
  const server = createServer(plain);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
