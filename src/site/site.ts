// The site: a value, and what is done with it later. Nothing that only the building needs is loaded here, for a start
// with a kept site (store.ts) does without it.

import { setImmediate } from 'node:timers/promises';
import type { Charter } from '../charter/charter.ts';
import type { Assets } from './assets.ts';
import type { ErrorStatus } from './error-pages.ts';
import { bodyIn, createResource, type Resource } from './resource.ts';
import type { SearchAnswer } from './search-page.ts';

/** Everything the server sends, in memory; plain data, which can be kept and read again. */
export interface SiteValue {
  charter: Charter;
  /** Origin of all absolute URLs, without a slash at its end. */
  publicUrl: string;
  styles: Assets['styles'];
  /** CSP sources of the inlined stylesheets: 'sha256-…' (CSP 3 §2.3.1). */
  styleSources: string[];
  /** Everything with an address, by path, but for the sheets at first. */
  resources: Map<string, Resource>;
  errors: Record<ErrorStatus, Resource>;
  /** A fingerprint of the data. */
  version: string;
}

export interface Site extends SiteValue {
  /** The page of results for a query. */
  search(query: string): Promise<SearchAnswer>;
  /**
   * Adds the sheets to the resources; to be called when the site is being served, for no page waits for them.
   * Done once, however often it is called: what failed would fail again, and each try takes a process.
   * @throws Error when they cannot be made
   */
  addSheets(): Promise<void>;
  /** All that would otherwise be done at the first request for it: compressing, and the sheets. Throws as addSheets. */
  finish(): Promise<void>;
}

/** The paths of the sheets: the posters and the picture of shared links. */
export const sheetPaths = ['/charter.pdf', '/charter-a3.pdf', '/share.png'];

export function openSite(value: SiteValue): Site {
  const { charter, publicUrl, resources, errors } = value;

  // The index is made at the first search: many citizens only read.
  let answers: Promise<(query: string) => SearchAnswer> | undefined;
  const search = async (query: string) => {
    answers ??= import('./search-page.ts').then(({ createSearchAnswers }) =>
      createSearchAnswers(value),
    );
    return (await answers)(query);
  };

  const print = async () => {
    // A kept site has them.
    if (sheetPaths.every((path) => resources.has(path))) return;
    const { printSheets } = await import('./press.ts');
    const { posterA4, posterA3, shareImage } = await printSheets({ charter, publicUrl });
    resources.set('/charter.pdf', createResource('application/pdf', 'page', posterA4));
    resources.set('/charter-a3.pdf', createResource('application/pdf', 'page', posterA3));
    resources.set('/share.png', createResource('image/png', 'page', shareImage));
  };
  let printing: Promise<void> | undefined;
  const addSheets = () => {
    printing ??= print();
    return printing;
  };

  const finish = async () => {
    for (const resource of [...resources.values(), ...Object.values(errors)]) {
      if (!resource.isCompressible) continue;
      bodyIn('br', resource);
      bodyIn('gzip', resource);
      // One at a time, so that requests get their turn. Other threads would not hold them up, but keep 8 MB each.
      await setImmediate();
    }
    await addSheets();
  };

  return { ...value, search, addSheets, finish };
}
