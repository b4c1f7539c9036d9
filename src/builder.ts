// The site of the data as they are now: kept by an earlier start, or built.

import module from 'node:module';
import { join } from 'node:path';
import { formatProblems } from './charter/problem.ts';
import { readSources } from './charter/sources.ts';
import type { Config } from './config.ts';
import type { Site } from './site/site.ts';
import { fingerprintProgram, readSite, slotFor, writeSite } from './site/store.ts';

export interface Ready {
  site: Site;
  /** Whether an earlier start has built it. */
  isKept: boolean;
  /**
   * Keeps the site, once it is finished, for the next start.
   * @throws Error of the file system
   */
  keep(): void;
}

export interface Builder {
  /** The whole site, or what is wrong with the data, in words for the staff. */
  build(): Promise<Ready | { report: string }>;
  /**
   * The same at a reload.
   * @throws Error when the program has changed on disk: what has not been loaded yet does not fit to what has
   */
  rebuild(): Promise<Ready | { report: string }>;
}

/** To be called when the program starts, for its files must still be those that run. */
export function createBuilder({ dataDir, publicUrl }: Config): Builder {
  const program = fingerprintProgram();
  const isUnchanged = () => program && fingerprintProgram()?.equals(program);
  // Beside Node's compile cache, for that is where the program may write.
  const cache = module.getCompileCacheDir();

  const build = async () => {
    const sources = readSources(dataDir);
    const slot =
      cache && program && slotFor(join(cache, 'sites'), dataDir, publicUrl, program, sources);
    const kept = slot && readSite(slot);
    if (kept) return { site: kept, isKept: true, keep: () => {} };
    // Loaded only now: this is most of the program.
    const [{ loadCharter }, { buildSite }] = await Promise.all([
      import('./charter/load.ts'),
      import('./site/build.ts'),
    ]);
    const loaded = loadCharter(dataDir, sources);
    if ('problems' in loaded) return { report: formatProblems(loaded.problems) };
    const site = buildSite(loaded.charter, publicUrl);
    const keep = () => {
      // Templates and code are read while the site is built.
      if (slot && isUnchanged()) writeSite(slot, site);
    };
    return { site, isKept: false, keep };
  };

  const rebuild = async () => {
    if (program && !isUnchanged())
      throw new Error('the program has changed on disk since its start: restart it');
    return build();
  };
  return { build, rebuild };
}
