// The site of the data as they are now: kept by an earlier start, or built.

import module from 'node:module';
import { join } from 'node:path';
import { formatProblems } from './charter/problem.ts';
import type { Config } from './config.ts';
import type { Site } from './site/site.ts';
import { openStore } from './site/store.ts';

export interface Built {
  site: Site;
  /** Whether an earlier start has built it. */
  isKept: boolean;
  /**
   * Keeps the finished site for the next start.
   * @throws Error of the file system
   */
  keep(): void;
}

/** @returns a function that gives the whole site, or what is wrong with the data, in words for the staff */
export function createBuilder({
  dataDir,
  publicUrl,
}: Config): () => Promise<Built | { report: string }> {
  // Beside Node's compile cache, for that is where the program may write.
  const cache = module.getCompileCacheDir();
  const look = openStore(cache && join(cache, 'sites'), dataDir, publicUrl);
  return async () => {
    const { kept, keep } = look();
    if (kept) return { site: kept, isKept: true, keep: () => {} };
    // Loaded only now: this is most of the program.
    const [{ loadCharter }, { buildSite }] = await Promise.all([
      import('./charter/load.ts'),
      import('./site/build.ts'),
    ]);
    const loaded = loadCharter(dataDir);
    if ('problems' in loaded) return { report: formatProblems(loaded.problems) };
    const site = buildSite(loaded.charter, publicUrl);
    return { site, isKept: false, keep: () => keep(site) };
  };
}
