// The process: configuration → charter → site → listening, and a tidy end. The only file with effects at import.

import { type Logger, pino } from 'pino';
import { type Builder, createBuilder, type Ready } from './builder.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createHandler } from './handler.ts';
import { listen } from './http/listen.ts';
import { createHttpServer } from './http/server.ts';

/** How long requests in flight may take after the signal to stop. */
const DRAIN_MS = 10_000;

/** And after an error that nobody caught. */
const CRASH_DRAIN_MS = 2_000;

/** When the work that no page waits for begins: not while the first citizens do. */
const FINISH_AFTER_MS = 500;

async function start(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const builder = createBuilder(config);
    const ready = await builder.build();
    if ('site' in ready) await serve(config, ready, builder);
    else refuse(ready.report);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    refuse(`${error.message}\n`);
  }
}

async function serve(config: Config, ready: Ready, builder: Builder): Promise<void> {
  const logger = await createLogger(config);
  const options = { https: config.publicUrl.startsWith('https:'), logger, ...config };
  let handler = createHandler(ready.site, options);
  const server = createHttpServer(() => handler, config.keepAliveTimeout);

  const finish = async ({ site, keep }: Ready) => {
    try {
      await site.finish();
    } catch (error) {
      logger.error(error, 'the posters cannot be made');
    }
    try {
      keep();
    } catch (error) {
      logger.warn(error, 'the site cannot be kept: the next start builds it again');
    }
  };

  listen(server, config.host, config.port).then(
    (url) => {
      process.stdout.write(`সিটিজেন চার্টার চালু হয়েছে / The site is up: ${url}\n`);
      logger.debug({ version: ready.site.version, isKept: ready.isKept }, 'up');
      setTimeout(finish, FINISH_AFTER_MS, ready);
    },
    ({ message }: Error) => refuse(`${message}\n`),
  );

  const reload = async () => {
    try {
      const next = await builder.rebuild();
      if ('site' in next) {
        handler = createHandler(next.site, options);
        void finish(next);
        logger.info({ version: next.site.version }, 'reloaded');
      } else
        logger.error(
          { problems: next.report },
          'not reloaded: the data are bad; the last good site stays',
        );
    } catch (error) {
      logger.error(error, 'not reloaded: the site cannot be built; the last good site stays');
    }
  };
  process.on('SIGHUP', reload);

  /** Takes no more connections, lets requests in flight finish, and ends. */
  const drain = (status: number, longest: number) => {
    server.close(() => process.exit(status));
    // Connections that were busy become idle once their answer is sent.
    setInterval(() => server.closeIdleConnections(), 50);
    setTimeout(() => process.exit(status), longest);
  };

  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // A second signal changes nothing: impatient terminals and supervisors send several.
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, 'stopping');
      drain(0, DRAIN_MS);
    });
  }
  // After an error that nobody caught, nothing is certain: finish what is in flight, and let the supervisor start anew.
  process.on('uncaughtException', (error) => {
    logger.fatal(error, 'stopping after an error that nobody caught');
    if (!stopping) drain(1, CRASH_DRAIN_MS);
    stopping = true;
  });
}

/** JSON lines on standard error, or the same for people's eyes. Control characters are escaped either way. */
async function createLogger({ logLevel, logFormat }: Config): Promise<Logger> {
  if (logFormat === 'json')
    return pino({ level: logLevel, base: null }, pino.destination({ fd: 2, sync: true }));
  const { default: pretty } = await import('pino-pretty').catch(() => {
    throw new ConfigError('LOG_FORMAT=pretty needs the packages for development: npm ci.');
  });
  return pino({ level: logLevel, base: null }, pretty({ destination: 2, sync: true }));
}

/** Says why the site does not run, and lets the process end by itself with status 1. */
function refuse(message: string): void {
  process.stderr.write(message);
  process.exitCode = 1;
}

await start();
