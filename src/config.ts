// The only reader of the environment.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const LOG_FORMATS = ['json', 'pretty'] as const;

/** The settings, as the table in README.md describes them. */
export interface Config {
  port: number;
  host: string;
  /** Origin of all absolute URLs, without a slash at its end. */
  publicUrl: string;
  /** An absolute path. */
  dataDir: string;
  logLevel: (typeof LOG_LEVELS)[number];
  logFormat: (typeof LOG_FORMATS)[number];
  logAddresses: boolean;
  /** Milliseconds. */
  keepAliveTimeout: number;
}

/** A wrong setting; the message is one line that names each, its value and what it should be. */
export class ConfigError extends Error {}

/**
 * Reads the settings; those not set have defaults that work on a developer's machine.
 * @throws ConfigError
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  /** Reads a setting. @param parse returns undefined for an invalid text */
  const read = <T>(
    name: string,
    fallback: T,
    expected: string,
    parse: (text: string) => T | undefined,
  ): T => {
    const text = env[name];
    if (text === undefined) return fallback;
    const value = parse(text);
    if (value === undefined) faults.push(`${name}=${JSON.stringify(text)} should be ${expected}`);
    return value ?? fallback;
  };
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T =>
    read(name, fallback, `one of ${allowed.join(', ')}`, (text) =>
      allowed.find((value) => value === text),
    );
  const wholeNumber = (name: string, most: number, fallback: number): number =>
    read(name, fallback, `a whole number from 0 to ${most}`, (text) =>
      /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : undefined,
    );
  const notEmpty = (name: string, fallback: string, expected: string): string =>
    read(name, fallback, expected, (text) => text || undefined);

  const port = wholeNumber('PORT', 65_535, 3000);
  const config: Config = {
    port,
    // An IPv6 address may be in brackets, as in a URL.
    host: notEmpty('HOST', '127.0.0.1', 'a host name or address').replace(/^\[(.+)\]$/, '$1'),
    publicUrl: read(
      'PUBLIC_URL',
      `http://localhost:${port}`,
      'an http or https URL of only scheme, host and port',
      originOf,
    ),
    dataDir: resolve(notEmpty('DATA_DIR', resolve(projectFolder, 'data'), 'a folder')),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    logFormat: oneOf('LOG_FORMAT', LOG_FORMATS, 'json'),
    logAddresses: oneOf('LOG_ADDRESSES', ['true', 'false'], 'false') === 'true',
    keepAliveTimeout: wholeNumber('KEEP_ALIVE_SECONDS', 999, 5) * 1000,
  };
  if (faults.length > 0) throw new ConfigError(`Bad configuration: ${faults.join('; ')}.`);
  return config;
}

/** Reads the step's settings from GitHub's runner (its default environment variables); empty elsewhere. */
export function readGithub(env: Readonly<Record<string, string | undefined>>): {
  /** The file to which Markdown for the summary of the step is appended. */
  summaryFile: string | undefined;
  /** The address of the repository's files at the commit. */
  filesUrl: string | undefined;
} {
  const { GITHUB_STEP_SUMMARY, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA } = env;
  return {
    summaryFile: GITHUB_STEP_SUMMARY || undefined,
    filesUrl:
      GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA
        ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`
        : undefined,
  };
}

/** Returns the origin of a URL that has no other part but a slash; undefined for anything else. */
function originOf(text: string): string | undefined {
  const url = URL.parse(text);
  const isOrigin = url?.pathname === '/' && /^https?:\/\/[^?#@]+$/i.test(text.trim());
  return isOrigin ? url.origin : undefined;
}
