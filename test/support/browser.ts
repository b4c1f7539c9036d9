// A real browser for the tests: the Chromium of an npm package (or CHROME_PATH), with a phone's Bengali font.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const modules = fromHere('../../node_modules');
const packed = join(modules, '@sparticuz', 'chromium');
const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
const unpacked = join(modules, '.cache', `chromium-${version}`);

/** Vitest's global set-up: unpacks the browser once, before test files race for it. */
export async function setup(): Promise<void> {
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

/** Starts the browser; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  // The browser drops files into the temporary folder and does not take them back; so it gets one of its own.
  const temporary = mkdtempSync(join(tmpdir(), 'charter-browser-'));
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? join(unpacked, 'chromium'),
    // As root, in containers and on CI machines the sandbox cannot start; only our own pages are opened.
    chromiumSandbox: false,
    args: ['--disable-gpu', '--font-render-hinting=none'],
    env: {
      ...process.env,
      TMPDIR: temporary,
      FONTCONFIG_FILE: fromHere('fonts.conf'),
      // Libraries that bare machines lack (NSS) come with the package.
      LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
    },
  });
  browser.on('disconnected', () =>
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }),
  );
  return browser;
}
