// Firefox and WebKit, as far as the machine has them: Debian's firefox-esr over WebDriver BiDi, and WebKitGTK's browser
// over WebDriver, on a virtual screen (xvfb).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { freePort } from './port.ts';

const fonts = fileURLToPath(new URL('fonts.conf', import.meta.url));

/** A page in one of the engines. */
export interface EnginePage extends AsyncDisposable {
  /** @param width of the page, in CSS pixels */
  open(url: string, width: number): Promise<void>;
  /** The value of an expression, which must be JSON; `window` and `document` are the page's. */
  evaluate<T>(expression: string): Promise<T>;
  /** Returns the number of sheets that the page prints on; undefined where the engine's driver cannot tell. */
  sheets?(): Promise<number>;
}

/** Returns the path of a program of the system; undefined where it is not installed. */
export function programOf(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

interface Answer {
  id: number;
  type: 'success' | 'error';
  message?: string;
  result: Record<string, never>;
}

/** Starts Firefox. @throws Error when it does not start or a command fails */
export async function openFirefox(program: string): Promise<EnginePage> {
  const profile = mkdtempSync(join(tmpdir(), 'charter-firefox-'));
  const options = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
  const browser = spawn(program, options, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      HOME: profile,
      FONTCONFIG_FILE: fonts,
      // Sandboxed, pages see no fonts but the system's; only our own pages are opened.
      MOZ_DISABLE_CONTENT_SANDBOX: '1',
    },
  });
  const ended = once(browser, 'exit');
  let address: string | undefined;
  for await (const line of createInterface(browser.stderr)) {
    address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) break;
  }
  if (address === undefined) throw new Error('Firefox did not start');
  browser.stderr.resume();

  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  let last = 0;
  const send = async (method: string, params: object) => {
    const id = ++last;
    const answer = new Promise<Answer>((resolve) => {
      const listen = ({ data }: MessageEvent) => {
        const message: Answer = JSON.parse(data);
        if (message.id !== id) return;
        socket.removeEventListener('message', listen);
        resolve(message);
      };
      socket.addEventListener('message', listen);
    });
    socket.send(JSON.stringify({ id, method, params }));
    const { type, message, result } = await answer;
    if (type === 'error') throw new Error(`${method}: ${message}`);
    return result as Record<string, unknown>;
  };

  await send('session.new', { capabilities: {} });
  const { context } = await send('browsingContext.create', { type: 'tab' });
  return {
    async open(url, width) {
      await send('browsingContext.setViewport', { context, viewport: { width, height: 740 } });
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async evaluate<T>(expression: string) {
      const { result } = await send('script.evaluate', {
        expression: `JSON.stringify(${expression})`,
        target: { context },
        awaitPromise: true,
      });
      return JSON.parse((result as { value: string }).value) as T;
    },
    async sheets() {
      // A4 in centimetres, and the margins of public/base.css.
      const { data } = await send('browsingContext.print', {
        context,
        page: { width: 21, height: 29.7 },
        margin: { top: 1.4, bottom: 1.4, left: 1.2, right: 1.2 },
      });
      const library = await PDFiumLibrary.init();
      const pdf = await library.loadDocument(Buffer.from(data as string, 'base64'));
      const count = pdf.getPageCount();
      pdf.destroy();
      library.destroy();
      return count;
    },
    async [Symbol.asyncDispose]() {
      socket.close();
      browser.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** WebKitGTK's small browser; undefined where it is not installed. */
export function miniBrowser(): string | undefined {
  return globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0];
}

/** Starts WebKit. Its window cannot be as narrow as a phone, so pages are framed: their site must allow that. */
export async function openWebKit(driver: string, binary: string): Promise<EnginePage> {
  const home = mkdtempSync(join(tmpdir(), 'charter-webkit-'));
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '2000x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const screenEnded = once(screen, 'exit');
  const [display] = await once(createInterface(screen.stdout), 'line');
  const port = await freePort();
  const server = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      HOME: home,
      FONTCONFIG_FILE: fonts,
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // In a container the sandbox cannot start; only our own pages are opened.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  });
  const serverEnded = once(server, 'exit');
  const send = async (method: string, path: string, body?: object) => {
    const url = `http://127.0.0.1:${port}${path}`;
    const response = await fetch(url, { method, body: body ? JSON.stringify(body) : null });
    const { value } = (await response.json()) as { value: Record<string, unknown> };
    if (!response.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };

  while (!(await send('GET', '/status').catch(() => undefined))) await setTimeout(50);
  const options = { binary, args: ['--automation'] };
  const { sessionId } = await send('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const session = `/session/${sessionId}`;
  const run = (script: string) =>
    send('POST', `${session}/execute/async`, { script, args: [] }) as Promise<unknown>;
  await send('POST', `${session}/window/rect`, { width: 1500, height: 900 });
  return {
    async open(url, width) {
      await send('POST', `${session}/url`, { url: new URL('/frame', url).href });
      await run(`const [done] = arguments;
        const frame = document.createElement('iframe');
        Object.assign(frame, { src: ${JSON.stringify(url)}, width: ${width}, height: 740, onload: () => done() });
        frame.style.border = 0;
        document.body.replaceChildren(frame);`);
    },
    async evaluate<T>(expression: string) {
      const json = await run(`const [done] = arguments;
        done(JSON.stringify(frames[0].eval(${JSON.stringify(expression)})));`);
      return JSON.parse(json as string) as T;
    },
    async [Symbol.asyncDispose]() {
      await send('DELETE', session);
      server.kill();
      await serverEnded;
      screen.kill();
      await screenEnded;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
