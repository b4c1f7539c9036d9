// A real browser for the tests: the Chromium of an npm package (or CHROME_PATH), with a phone's Bengali font.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const modules = fromHere('../../node_modules');
const packed = join(modules, '@sparticuz', 'chromium');
const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
const unpacked = join(modules, '.cache', `chromium-${version}`);

/** Unpacks the browser, unless it has been before. */
export async function unpackBrowser(): Promise<void> {
  if (process.env.CHROME_PATH || existsSync(unpacked)) return;
  mkdirSync(join(modules, '.cache'), { recursive: true });
  // Unpacked beside its place and moved there whole, so that a run cut short leaves no half browser.
  // The package unpacks into the system's temporary folder, which is asked for at each call.
  const folder = mkdtempSync(`${unpacked}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const { inflate } = await import('@sparticuz/chromium');
  const archives = ['chromium.br', 'al2023.tar.br'].map((name) => join(packed, 'bin', name));
  await Promise.all(archives.map(inflate));
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  renameSync(folder, unpacked);
}

/** Starts the browser; the caller closes it. Tests share one, see shared-browser.ts. */
export async function launchBrowser(): Promise<Browser> {
  const { options, tidy } = prepare();
  const browser = await chromium.launch(options);
  browser.on('disconnected', tidy);
  return browser;
}

/** Starts a browser that other processes can use; the caller closes it. */
export async function serveBrowser(): Promise<BrowserServer> {
  const { options, tidy } = prepare();
  const server = await chromium.launchServer(options);
  server.on('close', tidy);
  return server;
}

/** Returns the browser's launch options, and the function that tidies up after it has ended. */
function prepare(): { options: LaunchOptions; tidy: () => void } {
  // The browser leaves files in the temporary folder, so it gets a separate one.
  const temporary = mkdtempSync(join(tmpdir(), 'charter-browser-'));
  const options: LaunchOptions = {
    executablePath: process.env.CHROME_PATH ?? join(unpacked, 'chromium'),
    // The sandbox cannot start as root, in containers and on CI machines; only our own pages are opened.
    chromiumSandbox: false,
    // Threads of the JavaScript engine would only take time from the other tests.
    args: ['--disable-gpu', '--font-render-hinting=none', '--js-flags=--single-threaded'],
    env: {
      ...process.env,
      TMPDIR: temporary,
      FONTCONFIG_FILE: fromHere('fonts.conf'),
      // Libraries that bare machines lack (NSS) come with the package.
      LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
    },
  };
  const tidy = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  return { options, tidy };
}
