// Runs nginx with a separate configuration, in a separate folder.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Running, run } from './process.ts';

/** Whether nginx can be started with a certificate. */
export const hasNginx = ['nginx -v', 'openssl version'].every((command) => {
  const [program = '', option = ''] = command.split(' ');
  return spawnSync(program, [option]).status === 0;
});

/** The name under which the shipped configuration answers. */
export const siteName = 'charter.example';

/** Writes a certificate by nobody for the site's name, where the shipped configuration looks for it. */
export function createCertificate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const args = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=${siteName} -keyout privkey.pem -out fullchain.pem`;
  const { status, stderr } = spawnSync('openssl', args.split(' '), { cwd: folder });
  if (status !== 0) throw new Error(String(stderr));
}

export interface Shipped {
  /** With the certificate; the cache and the logs come to lie there. */
  folder: string;
  port: number;
  /** The ports of the processes. */
  upstreams: number[];
  /** Whether limits and times are as shipped; otherwise one client may hurry, and copies are fresh for a second. */
  isLimited: boolean;
}

/** Returns the shipped configuration with other ports and folders. */
export function shippedConfiguration({ folder, port, upstreams, isLimited }: Shipped): string {
  const configuration = readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/^ *server 127\.0\.0\.1:3000(.*);$/m, (_, rest) =>
      upstreams.map((upstream) => `server 127.0.0.1:${upstream}${rest};`).join('\n'),
    )
    .replace(/^ *listen \[::\].*$/gm, '')
    .replace(/listen 443/g, `listen 127.0.0.1:${port}`)
    .replaceAll(`/etc/letsencrypt/live/${siteName}`, folder)
    .replaceAll('/var/log/nginx', folder)
    .replaceAll('/srv/charter/current', process.cwd())
    // The servers on port 80 are only tested to be valid.
    .replace(/listen 80( default_server)?;/g, `listen unix:${folder}/80.sock$1;`)
    .replace('/var/cache/nginx/charter', `${folder}/cache`);
  if (isLimited) return configuration;
  return configuration
    .replace('rate=20r/s', 'rate=100000r/s')
    .replace(/proxy_cache_valid 200 \d+s/, 'proxy_cache_valid 200 1s');
}

/**
 * Starts nginx and waits until it answers; ends with its log as an error if it does not start.
 * @param servers what stands in the http block
 * @param answers whether it answers
 */
export async function startNginx(
  folder: string,
  servers: string,
  answers: () => Promise<boolean>,
  start: typeof run = run,
): Promise<Running> {
  mkdirSync(join(folder, 'temporary'), { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/temporary;`)
    .join(' ');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const [file, log] = [join(folder, 'nginx.conf'), join(folder, 'error.log')];
  writeFileSync(
    file,
    `${user} worker_processes 1; daemon off; pid ${folder}/pid; error_log ${log}; events {}
http { access_log off; sendfile on; tcp_nopush on; ${temporary}\n${servers}\n}`,
  );
  const nginx = start('nginx', ['-c', file, '-e', log]);
  for (let hasEnded = false; ; await wait(50)) {
    if (await answers().catch(() => false)) return nginx;
    if (hasEnded) throw new Error(readFileSync(log, 'utf8'));
    hasEnded = nginx.child.exitCode !== null;
  }
}
