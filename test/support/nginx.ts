// nginx with a configuration of its own, in a folder of its own.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Running, run } from './process.ts';

export const hasNginx = spawnSync('nginx', ['-v']).status === 0;

export interface Shipped {
  folder: string;
  port: number;
  /** The ports of the processes. */
  upstreams: number[];
  /** Files with the certificate and its key; without them there is no TLS. */
  tls?: { certificate: string; key: string };
}

/** The shipped configuration with other ports and folders, and with room for the haste of one client. */
export function shippedConfiguration({ folder, port, upstreams, tls }: Shipped): string {
  const shipped = readFileSync('deploy/nginx.conf', 'utf8')
    .replace(/^ *server 127\.0\.0\.1:3000(.*);$/m, (_, rest) =>
      upstreams.map((upstream) => `server 127.0.0.1:${upstream}${rest};`).join('\n'),
    )
    .replace(/^ *listen \[::\].*$/gm, '')
    // Of the servers on port 80 nothing is tested.
    .replace(/listen 80( default_server)?;/g, `listen unix:${folder}/80.sock$1;`)
    .replace('/var/cache/nginx/charter', `${folder}/cache`)
    .replace('rate=10r/s', 'rate=100000r/s');
  if (!tls)
    return shipped
      .replace(/^ *ssl_.*$/gm, '')
      .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`);
  return shipped
    .replace(/(?<=ssl_certificate +)\/\S+(?=;)/, tls.certificate)
    .replace(/(?<=ssl_certificate_key +)\/\S+(?=;)/, tls.key)
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`);
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
