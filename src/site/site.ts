// Everything the server sends, held in memory.

import type { Charter } from '../charter/charter.ts';
import { downloads } from './addresses.ts';
import type { ErrorStatus } from './error-pages.ts';
import type { Resource } from './resource.ts';

export interface Site {
  charter: Charter;
  /** CSP sources of the inlined stylesheets: 'sha256-…' (CSP 3 §2.3.1). */
  styleSources: string[];
  /** By path. The sheets are missing until addSheets has added them. */
  resources: Map<string, Resource>;
  errors: Record<ErrorStatus, Resource>;
  /** The page for a path that is not published, with the page that was probably meant, if any comes near. */
  missing(path: string): Resource;
  /** A hash of the data; /healthz reports it, to show which edit is online. */
  version: string;
  /** The page of results for a query, as typed. */
  search(query: string): Promise<SearchAnswer>;
  /**
   * Adds the sheets to the resources. They are made only once, even after a failure: it would fail again, and each
   * attempt takes a process.
   * @throws Error if they cannot be made
   */
  addSheets(): Promise<void>;
  /**
   * Does in advance what would otherwise happen on the first request: compresses the pages and makes the sheets.
   * @param signal aborts this, except for sheets that a request is waiting for
   * @throws Error as addSheets does, or the signal's reason
   */
  finish(signal: AbortSignal): Promise<void>;
}

export interface SearchAnswer {
  resource: Resource;
  /** 400 for a query too long to answer. */
  status: 200 | 400;
}

/** The paths of the sheets: the posters and the preview image for shared links. */
export const sheetPaths = [downloads.posterA4, downloads.posterA3, downloads.shareImage];
