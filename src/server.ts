// The process: configuration → charter → site → listening, and a tidy end. The only file with effects at import.

import { pino } from 'pino';
import { loadCharter } from './charter/load.ts';
import { formatProblems } from './charter/problem.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createHandler } from './handler.ts';
import { listen } from './http/listen.ts';
import { buildSite, type Site } from './site/site.ts';

// An import of node:http also loads fetch and WebSocket, which cost 25 ms and 13 MB.
const { createServer } = process.getBuiltinModule('node:http');

/** How long requests in flight may take after the signal to stop. */
const DRAIN_MS = 10_000;

/** When the work that no page waits for begins: not while the first citizens do. */
const FINISH_AFTER_MS = 500;

function start(): void {
  try {
    const config = readConfig(process.env);
    const built = build(config);
    if ('site' in built) serve(config, built.site);
    else refuse(built.report);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    refuse(`${error.message}\n`);
  }
}

/** The whole site from the data as they are now, or what is wrong with them. */
function build({ dataDir, publicUrl }: Config): { site: Site } | { report: string } {
  const loaded = loadCharter(dataDir);
  if ('problems' in loaded) return { report: formatProblems(loaded.problems) };
  return { site: buildSite(loaded.charter, publicUrl) };
}

function serve(config: Config, site: Site): void {
  const logger = pino(
    { level: config.logLevel, base: null },
    pino.destination({ fd: 2, sync: true }),
  );
  const https = config.publicUrl.startsWith('https:');
  let handle = createHandler(site, https, logger);
  // A request keeps the handler it began with, so a reload disturbs none.
  const server = createServer((request, response) => handle(request, response));

  const finish = (site: Site) => {
    site.finish().catch((error) => logger.error(error, 'the posters cannot be made'));
  };

  listen(server, config.host, config.port).then(
    (url) => {
      process.stdout.write(`সিটিজেন চার্টার চালু হয়েছে / The site is up: ${url}\n`);
      setTimeout(finish, FINISH_AFTER_MS, site);
    },
    ({ message }: Error) => refuse(`${message}\n`),
  );

  process.on('SIGHUP', () => {
    try {
      const built = build(config);
      if ('site' in built) {
        handle = createHandler(built.site, https, logger);
        finish(built.site);
        logger.info('reloaded');
      } else
        logger.error(
          { problems: built.report },
          'not reloaded: the data are bad; the last good site stays',
        );
    } catch (error) {
      logger.error(error, 'not reloaded: the site cannot be built; the last good site stays');
    }
  });

  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'stopping');
    server.close(() => process.exit(0));
    // Connections that were busy at the signal become idle once their answer is sent.
    setInterval(() => server.closeIdleConnections(), 50);
    setTimeout(() => process.exit(0), DRAIN_MS);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Says why the site does not run, and lets the process end by itself with status 1. */
function refuse(message: string): void {
  process.stderr.write(message);
  process.exitCode = 1;
}

start();
