// Everything the server sends, held in memory.

import type { Charter } from '../charter/charter.ts';
import { downloads, isPublic } from './addresses.ts';
import type { ErrorStatus } from './error-pages.ts';
import type { Resource } from './resource.ts';

export interface Site {
  charter: Charter;
  /** CSP sources of the inlined stylesheets: 'sha256-…' (CSP 3 §2.3.1). */
  styleSources: string[];
  /** The resources by path. The sheets are missing until addSheets has added them. */
  resources: Map<string, Resource>;
  /** The paths of all sheets, made or not. */
  sheets: ReadonlySet<string>;
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
   * Adds the sheet of a path to the resources, with those that belong to it; without a path, those of sheetPaths. Does
   * nothing for a path that has no sheet. Sheets are made only once, even after a failure: it would fail again, and each
   * attempt takes a process. Only what may pass, such as a lack of memory, is tried again after a minute.
   * @param signal ends the wait for them
   * @throws Error if they cannot be made
   */
  addSheets(path?: string, signal?: AbortSignal): Promise<void>;
  /**
   * Does in advance what would otherwise happen on the first request: compresses the pages and makes the sheets.
   * @param signal cancels this
   * @throws Error as addSheets does, or the signal's reason
   */
  prerender(signal: AbortSignal): Promise<void>;
  /** Cancels the sheets that no request waits for, now or later: a newer site has replaced this one. */
  cancelSheets(): void;
}

export interface SearchAnswer {
  resource: Resource;
  /** The status: 400 for a query too long to answer. */
  status: 200 | 400;
}

/**
 * The paths of the sheets but for those of the services: the posters, the preview image for shared links, and, where the
 * site has an address for them to lead to, the labels.
 */
export const sheetPaths = (publicUrl: string): string[] => [
  downloads.posterA4,
  downloads.posterA3,
  downloads.shareImage,
  ...(isPublic(publicUrl) ? [downloads.labels] : []),
];
