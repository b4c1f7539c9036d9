// Everything the server sends, held in memory.

import type { Charter } from '../charter/charter.ts';
import { downloads, isPublic } from './addresses.ts';
import type { ErrorStatus } from './error-pages.ts';
import type { Resource } from './resource.ts';

export interface Site {
  charter: Charter;
  /** CSP sources of the inlined stylesheets: 'sha256-…' (CSP 3 §2.3.1). */
  styleSources: string[];
  /** The resources by path, without the sheets. */
  resources: ReadonlyMap<string, Resource>;
  sheets: Sheets;
  /** The present paths, by paths under former ids. */
  redirects: Map<string, string>;
  errors: Record<ErrorStatus, Resource>;
  /** Returns the page for an unpublished path, with a link to the published page that the path resembles, if any. */
  missing(path: string): Resource;
  /** A hash of the data; /healthz reports it, to show which edit is online. */
  version: string;
  /** Returns the page of results for a query, as typed. */
  search(query: string): Promise<SearchAnswer>;
  /** Returns the page that replaces the search where the site is only files. */
  searchList(): Resource;
  /**
   * Does in advance what would otherwise happen on the first request: compresses the pages and makes the posters.
   * @param signal cancels the work
   * @throws Error as `sheets.make` does, or the signal's reason
   */
  prerender(signal: AbortSignal): Promise<void>;
}

/** The PDFs, the preview image and the workbook. Each takes seconds, and is made when it is first asked for. */
export interface Sheets {
  /** The paths of all sheets, made or not. */
  paths: ReadonlySet<string>;
  /** Returns a finished sheet. */
  get(path: string): Resource | undefined;
  /**
   * Makes the sheet of a path and those that belong to it; does nothing for a path without a sheet. It makes each only
   * once, even after a failure, because each attempt takes a process. Only a failure that may pass, such as a lack of
   * memory, is tried again after a minute.
   * @param signal ends the wait for them
   * @throws Error if they cannot be made
   */
  make(path: string, signal?: AbortSignal): Promise<void>;
  /** Cancels the sheets that no request waits for, now or later: a newer site has replaced this one. */
  cancel(): void;
}

export interface SearchAnswer {
  resource: Resource;
  /** The status: 400 for a query too long to answer. */
  status: 200 | 400;
}

/**
 * Returns the paths of the sheets but for those of the services: the posters, the preview image for shared links, and,
 * where the site has an address for them to lead to, the labels.
 */
export const sheetPaths = (publicUrl: string): string[] => [
  downloads.posterA4,
  downloads.posterA3,
  downloads.shareImage,
  ...(isPublic(publicUrl) ? [downloads.labels] : []),
];
