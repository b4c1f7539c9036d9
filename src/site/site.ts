// Everything the server sends, in memory.

import type { Charter } from '../charter/charter.ts';
import { downloads } from './addresses.ts';
import type { ErrorStatus } from './error-pages.ts';
import type { Resource } from './resource.ts';

export interface Site {
  charter: Charter;
  /** CSP sources of the inlined stylesheets: 'sha256-…' (CSP 3 §2.3.1). */
  styleSources: string[];
  /** By path. The sheets are missing until addSheets has made them. */
  resources: Map<string, Resource>;
  errors: Record<ErrorStatus, Resource>;
  /** A hash of the data, which tells whoever asks /healthz which edit is online. */
  version: string;
  /** The page of results for a query as it was typed. */
  search(query: string): Promise<SearchAnswer>;
  /**
   * Adds the sheets to the resources. They are made once, however often this is called: what failed would fail again,
   * and each try takes a process.
   * @throws Error when they cannot be made
   */
  addSheets(): Promise<void>;
  /**
   * Does in advance what would otherwise be done at the first request for it: compresses the pages, makes the sheets.
   * @param signal ends this work, unless a request is waiting for the sheets
   * @throws Error as addSheets does, or the reason of the signal
   */
  finish(signal: AbortSignal): Promise<void>;
}

export interface SearchAnswer {
  resource: Resource;
  /** 400 for a query too long to answer. */
  status: 200 | 400;
}

/** The paths of the sheets: the posters and the picture of shared links. */
export const sheetPaths = [downloads.posterA4, downloads.posterA3, downloads.shareImage];
