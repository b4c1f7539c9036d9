// The site while it is being edited (npm run dev): every change shows at the next reload of the page. While the data
// are bad, the last good site stays, with the problems above it. Nothing of this is in production.

import { watch } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Charter } from '../charter/charter.ts';
import { readConfig } from '../config.ts';
import { formatFindings } from '../data/finding.ts';
import { loadCharter } from '../data/load.ts';
import { createHandler } from '../http/handler.ts';
import { listen } from '../http/listen.ts';
import { buildSite } from '../site/build.ts';
import { createResource, type Resource } from '../site/resource.ts';
import { type Site, sheetPaths } from '../site/site.ts';

const config = readConfig(process.env);
const logger = pino({ level: config.logLevel, base: null }, pino.destination(2));

let lastCharter: Charter | undefined;
let lastSite: Site | undefined;
let handle: RequestListener;

async function reload(): Promise<void> {
  let report = '';
  const loaded = loadCharter(config.dataDir);
  if ('charter' in loaded) lastCharter = loaded.charter;
  else report = formatFindings(loaded.problems);
  try {
    if (lastCharter) lastSite = await buildSite(lastCharter, config.publicUrl);
  } catch (error) {
    report += `${(error as Error).message}\n`;
  }
  process.stdout.write(report || 'ঠিক আছে / All is well.\n');
  handle = lastSite
    ? createHandler(preview(lastSite, report), { https: false, logger }).handle
    : onlyReport(report);
}

/** The site, never kept by the browser, with a report at the top of its pages if there is one. */
function preview(site: Site, report: string): Site {
  const resources: Site['resources'] = new Map();
  const show = (path: string, { contentType, bodies }: Resource) => {
    const { bytes } = bodies.identity;
    const content = contentType.startsWith('text/html')
      ? bytes.toString().replace(/<body.*?>/, (body) => body + banner(report))
      : bytes;
    resources.set(path, createResource(contentType, 'never', content));
  };
  for (const [path, resource] of site.resources) show(path, resource);
  const addSheets = async () => {
    await site.addSheets();
    for (const path of sheetPaths) {
      const sheet = site.resources.get(path);
      if (sheet) show(path, sheet);
    }
  };
  return { ...site, resources, addSheets };
}

function banner(report: string): string {
  const escaped = report.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return report && `<pre role="alert">${escaped}</pre>`;
}

function onlyReport(report: string): RequestListener {
  return (_request, response) => {
    response.writeHead(503, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(`<!doctype html><html lang="bn"><title>ভুল</title>${banner(report)}`);
  };
}

// Editors write a file in several steps; the last one counts. Changes of code restart this program (node --watch).
let timer: NodeJS.Timeout | undefined;
const folders = [
  config.dataDir,
  ...['../../views', '../../public'].map((path) => fileURLToPath(new URL(path, import.meta.url))),
];
for (const folder of folders) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(reload, 100);
  });
}

await reload();
const server = createServer((request, response) => handle(request, response));
try {
  process.stdout.write(`${await listen(server, config.host, config.port)}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
