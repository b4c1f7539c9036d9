// One browser for all tests: started before them, ended after them.

import { type Browser, chromium } from 'playwright-core';
import { serveBrowser, unpackBrowser } from './browser.ts';

/** Vitest calls this once before all tests; the workers inherit the environment. */
export default async function startSharedBrowser(): Promise<() => Promise<void>> {
  await unpackBrowser();
  const server = await serveBrowser();
  process.env.CHARTER_TEST_BROWSER = server.wsEndpoint();
  return () => server.close();
}

let connected: Promise<Browser> | undefined;

/** Returns the browser, which nobody closes but its own set-up. */
export function sharedBrowser(): Promise<Browser> {
  connected ??= chromium.connect(process.env.CHARTER_TEST_BROWSER as string);
  return connected;
}
