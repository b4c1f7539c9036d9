// The ids that recent commits removed from the data.

import { execFileSync } from 'node:child_process';

export interface RemovedId {
  id: string;
  file: 'services.yaml' | 'officers.yaml';
}

/** The days for which a removal is reported; after that it is taken as intended. */
const REMEMBERED_DAYS = 31;

/**
 * Reads the changes of the data folder that are not committed, and those committed lately.
 * @param today an ISO 8601 date, in Bangladesh
 * @returns each id on a removed line, though it may stand elsewhere now; none without git or its history
 */
export function removedIds(folder: string, today: string): RemovedId[] {
  const midnight = Date.parse(`${today}T00:00:00+06:00`);
  const since = new Date(midnight - REMEMBERED_DAYS * 86_400_000).toISOString();
  const git = (...order: string[]) => {
    const options = ['--no-color', '--no-ext-diff', '--no-textconv', '--unified=0'];
    const files = ['--', 'services.yaml', 'officers.yaml'];
    try {
      return execFileSync('git', ['-C', folder, ...order, ...options, ...files], {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 10_000,
      });
    } catch {
      return undefined;
    }
  };
  const committed = git('log', '-p', '--format=', `--since=${since}`);
  // Without git or a history there is nothing to compare with.
  if (committed === undefined) return [];
  const changes = committed + (git('diff', 'HEAD') ?? '');
  let file: RemovedId['file'] | undefined;
  return changes.split('\n').flatMap((line) => {
    const header = /^--- .*\b(services\.yaml|officers\.yaml)"?\s*$/.exec(line);
    if (header) file = header[1] as RemovedId['file'];
    const pattern =
      file === 'services.yaml'
        ? /^-[ \t]*(?:-[ \t]+)?id:[ \t]*["']?([a-z0-9-]+)/
        : /^-([a-z0-9][a-z0-9-]*):/;
    const id = pattern.exec(line)?.[1];
    return id === undefined || file === undefined ? [] : [{ id, file }];
  });
}
