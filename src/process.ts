// The process: configuration → charter → site → listening → reload → shutdown. Run by start.js.

import { type Logger, pino } from 'pino';
import { type Config, ConfigError, readConfig } from './config.ts';
import { formatFindings } from './data/finding.ts';
import { loadCharter } from './data/load.ts';
import { createHttpServer } from './http/connections.ts';
import { handToRequest } from './http/faults.ts';
import { createHandler } from './http/handler.ts';
import { listen } from './http/listen.ts';
import { newestOnly } from './newest.ts';
import { buildSite } from './site/build.ts';
import type { Site } from './site/site.ts';

/** Milliseconds that requests in flight may take after the signal to stop. */
const DRAIN_MS = 10_000;

/** Milliseconds that they may take after an uncaught error. */
const CRASH_DRAIN_MS = 2_000;

/** Delay before prerendering PDFs, in milliseconds, so that queued requests go first. */
const PRERENDER_DELAY_MS = 5000;

/** Milliseconds to wait for another SIGHUP before reloading: scripts and impatient people send several. */
const RELOAD_DELAY_MS = 100;

type Act = (signal: NodeJS.Signals) => void;

/**
 * Runs the site, or reports why it cannot and sets the exit status.
 * @param takeSignals called once the site is up, with the handler of signals, which also gets those that have waited
 */
export async function start(takeSignals: (act: Act) => void): Promise<void> {
  try {
    const config = readConfig(process.env);
    const loaded = loadCharter(config.dataDir);
    if ('problems' in loaded) return failToStart(formatFindings(loaded.problems));
    await serve(config, await buildSite(loaded.charter, config.publicUrl), takeSignals);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    failToStart(`${error.message}\n`);
  }
}

async function serve(
  config: Config,
  firstSite: Site,
  takeSignals: (act: Act) => void,
): Promise<void> {
  const logger = await createLogger(config);
  const options = { https: config.publicUrl.startsWith('https:'), logger, ...config };
  let site = firstSite;
  let handler = createHandler(site, options);
  const server = createHttpServer(() => handler, config.keepAliveTimeout);

  const prerendering = newestOnly(
    PRERENDER_DELAY_MS,
    (signal, unfinished: Site) => unfinished.prerender(signal),
    (error) => logger.error(error, 'the posters cannot be made'),
  );

  const reloading = newestOnly(
    RELOAD_DELAY_MS,
    async (signal) => {
      const loaded = loadCharter(config.dataDir);
      if ('problems' in loaded) {
        const problems = formatFindings(loaded.problems);
        logger.error({ problems }, 'not reloaded: the data are bad; the last good site stays');
        return;
      }
      const newer = await buildSite(loaded.charter, config.publicUrl, signal);
      site.sheets.cancel();
      site = newer;
      handler = createHandler(site, options);
      logger.info({ version: site.version }, 'reloaded');
      prerendering.start(site);
    },
    (error) =>
      logger.error(error, 'not reloaded: the site cannot be built; the last good site stays'),
  );

  /** Accepts no more connections, lets requests in flight finish, and exits. */
  const drain = (status: number, longest: number) => {
    prerendering.abort();
    reloading.abort();
    site.sheets.cancel();
    server.close(() => process.exit(status));
    // Connections that were busy become idle once their answer is sent.
    setInterval(() => server.closeIdleConnections(), 50);
    setTimeout(() => process.exit(status), longest);
  };

  let stopping = false;
  const act: Act = (signal) => {
    // A second signal to stop changes nothing: terminals and supervisors may send several.
    if (stopping) return;
    if (signal === 'SIGHUP') return reloading.start();
    stopping = true;
    logger.info({ signal }, 'stopping');
    drain(0, DRAIN_MS);
  };
  // After an error that belongs to no request the state is unknown: finish what is in flight and let the supervisor
  // restart the process.
  process.on('uncaughtException', (error) => {
    if (handToRequest(error)) return;
    logger.fatal(error, 'stopping after an uncaught error');
    if (!stopping) drain(1, CRASH_DRAIN_MS);
    stopping = true;
  });

  listen(server, config.host, config.port).then(
    (url) => {
      process.stdout.write(`সিটিজেন চার্টার চালু হয়েছে / The site is up: ${url}\n`);
      logger.debug({ version: site.version }, 'up');
      prerendering.start(site);
      takeSignals(act);
    },
    ({ message }: Error) => failToStart(`${message}\n`),
  );
}

/** Creates a logger of JSON lines on standard error, or of a form for people. Both escape control characters. */
async function createLogger({ logLevel, logFormat }: Config): Promise<Logger> {
  if (logFormat === 'json')
    return pino({ level: logLevel, base: null }, pino.destination({ fd: 2, sync: true }));
  const { default: pretty } = await import('pino-pretty').catch(() => {
    throw new ConfigError('LOG_FORMAT=pretty needs the development packages: npm ci.');
  });
  return pino({ level: logLevel, base: null }, pretty({ destination: 2, sync: true }));
}

/** Reports why the site does not run, and lets the process end by itself with status 1. */
function failToStart(message: string): void {
  process.stderr.write(message);
  process.exitCode = 1;
}
