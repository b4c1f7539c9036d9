// The only reader of the environment.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const portMessage = 'a whole number from 0 to 65535';

const schema = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, portMessage)
      .transform(Number)
      .refine((port) => port <= 65_535, portMessage)
      .default(3000),
    HOST: z.string().min(1, 'a host name or address').default('127.0.0.1'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'an http or https URL', abort: true })
      .refine(
        (url) => new URL(url).pathname === '/' && !/[?#@]/.test(url),
        'only scheme, host and port',
      )
      .transform((url) => new URL(url).origin)
      .optional(),
    DATA_DIR: z.string().min(1, 'a folder').default(resolve(projectFolder, 'data')),
    LOG_LEVEL: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'one of trace, debug, info, warn, error, fatal, silent',
      )
      .default('info'),
    LOG_FORMAT: z.enum(['json', 'pretty'], 'json or pretty').default('json'),
    LOG_ADDRESSES: z.enum(['true', 'false'], 'true or false').default('false'),
    KEEP_ALIVE_SECONDS: z
      .string()
      .regex(/^\d{1,3}$/, 'a whole number of seconds from 0 to 999')
      .transform(Number)
      .default(5),
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    dataDir: resolve(env.DATA_DIR),
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT,
    logAddresses: env.LOG_ADDRESSES === 'true',
    keepAliveTimeout: env.KEEP_ALIVE_SECONDS * 1000,
  }));

export type Config = z.infer<typeof schema>;

/** A wrong setting; the message is one line that names each, its value and what it should be. */
export class ConfigError extends Error {}

/**
 * Reads the settings; those not set have defaults that work on a developer's machine.
 * @throws ConfigError
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name}=${JSON.stringify(env[name])} should be ${message}`;
  });
  throw new ConfigError(`Bad configuration: ${faults.join('; ')}.`);
}
