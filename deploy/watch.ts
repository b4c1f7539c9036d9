// deploy/watch: asks whether the site answers and how long its certificate lasts, and says so in one line; with a
// problem, it fails. charter-watch.timer runs it every five minutes.

import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** certbot renews thirty days before the end; with less than this, it has failed for days. */
const LEAST_DAYS = 14;

const TIMEOUT_MS = 5000;

/** Asks about the site and its certificate, and returns a line on them and the exit status. */
export async function watch(env: NodeJS.ProcessEnv): Promise<{ line: string; status: number }> {
  const health = env.CHARTER_HEALTH ?? 'http://127.0.0.1:3000/healthz';
  const folder = env.CHARTER_CERTIFICATES ?? '/etc/letsencrypt/live';
  const problems: string[] = [];

  const answer = await ask(health);
  if (!answer.startsWith('ok '))
    problems.push(`সাইট সাড়া দিচ্ছে না / the site does not answer: ${answer.slice(0, 200)}`);

  const { hostname } = URL.parse(env.PUBLIC_URL ?? '') ?? { hostname: '' };
  const certificate = join(folder, hostname, 'fullchain.pem');
  const end = endOf(certificate);
  const days = end && Math.floor((end.getTime() - Date.now()) / 86_400_000);
  if (days === undefined)
    problems.push(`সনদপত্র পড়া যায়নি / the certificate cannot be read: ${certificate}`);
  else if (days < LEAST_DAYS)
    problems.push(`সনদপত্রের মেয়াদ আর ${days} দিন / the certificate ends in ${days} days`);

  const line =
    problems.length > 0
      ? `সমস্যা / PROBLEM: ${problems.join(';')}`
      : `ঠিক আছে / ok: ${answer}, certificate: ${days} days`;
  return { line: line.replaceAll('\n', ' '), status: problems.length > 0 ? 1 : 0 };
}

/** Returns the answer of the health check, or why there is none. */
async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = (await response.text()).trim();
    return response.ok ? text : `${response.status} ${text}`;
  } catch (error) {
    const { message, cause } = error as Error;
    return cause instanceof Error ? cause.message : message;
  }
}

/** Returns the end of a certificate; undefined if it cannot be read. */
function endOf(file: string): Date | undefined {
  try {
    return new X509Certificate(readFileSync(file)).validToDate;
  } catch {
    return undefined;
  }
}
