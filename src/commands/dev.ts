// The site while it is being edited (npm run dev): every change shows at the next reload of the page. While the data
// are bad, the last good site stays, with the problems above it. Nothing of this is in production. A folder may be given:
// npm run dev -- my-office.

import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Charter } from '../charter/charter.ts';
import { readConfig } from '../config.ts';
import { type Finding, formatFindings } from '../data/finding.ts';
import { loadCharter } from '../data/load.ts';
import { fileNames, readSource } from '../data/sources.ts';
import { createHandler } from '../http/handler.ts';
import { listen } from '../http/listen.ts';
import { buildSite, cspSource } from '../site/build.ts';
import { findingsCss, findingsList } from '../site/html/findings-page.ts';
import { createResource, fingerprint, type Resource } from '../site/resource.ts';
import type { Site } from '../site/site.ts';

/** Runs a step that may fail by an operator's mistake: then it prints the message and exits. */
async function orExit<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

const config = await orExit(() => readConfig(process.env));
const dataDir = process.argv[2] ?? config.dataDir;
const logger = pino({ level: config.logLevel, base: null }, pino.destination(2));

let lastCharter: Charter | undefined;
let lastSite: Site | undefined;
let handle: RequestListener;

async function reload(): Promise<void> {
  let problems: Finding[] = [];
  const others: string[] = [];
  try {
    const loaded = loadCharter(dataDir);
    if ('charter' in loaded) lastCharter = loaded.charter;
    else problems = loaded.problems;
    if (lastCharter) {
      const site = await buildSite(lastCharter, config.publicUrl);
      lastSite?.sheets.cancel();
      lastSite = site;
    }
  } catch (error) {
    others.push((error as Error).message);
  }
  const isWell = problems.length === 0 && others.length === 0;
  const text = formatFindings(problems) + others.map((one) => `${one}\n`).join('');
  process.stdout.write(isWell ? 'ঠিক আছে / All is well.\n' : text);
  const report = isWell ? '' : banner(problems, others);
  handle = lastSite
    ? createHandler(preview(lastSite, report), { https: false, logger }).handle
    : onlyReport(report);
}

/** Returns the site, never kept by the browser, with a report at the top of its pages if there is one. */
function preview(site: Site, report: string): Site {
  const show = ({ contentType, bodies }: Resource) => {
    const { bytes } = bodies.identity;
    const content = contentType.startsWith('text/html')
      ? bytes.toString().replace(/<body.*?>/, (body) => body + report)
      : bytes;
    return createResource(contentType, 'never', content);
  };
  return {
    ...site,
    resources: new Map([...site.resources].map(([path, resource]) => [path, show(resource)])),
    sheets: {
      ...site.sheets,
      get(path) {
        const sheet = site.sheets.get(path);
        return sheet && show(sheet);
      },
      async make(path, signal) {
        try {
          await site.sheets.make(path, signal);
        } catch (error) {
          logger.error(error, 'the sheets cannot be made');
          throw error;
        }
      },
    },
    styleSources: [...site.styleSources, BANNER_SOURCE],
  };
}

/** The style of the banner, which the pages' policy allows by its hash. */
const BANNER_SOURCE = cspSource(findingsCss);

function banner(problems: readonly Finding[], others: readonly string[]): string {
  const list = findingsList(problems, others);
  return `<style>${findingsCss}</style><section role="alert" aria-label="ভুল">${list}</section>`;
}

function onlyReport(report: string): RequestListener {
  return (_request, response) => {
    response.writeHead(503, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(`<!doctype html><html lang="bn"><title>ভুল</title>${report}`);
  };
}

// Changes of code restart this program (node --watch).
const folders = ['../../views', '../../views/parts', '../../public'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Returns a hash of all sources of the site. */
function sourcesNow(): string {
  // Read as the check reads them: a pipe or a huge file in place of one would hold everything up.
  const data = fileNames.map((name) => {
    const source = readSource(dataDir, name);
    return 'bytes' in source ? source.bytes.toString('latin1') : source;
  });
  const paths = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return fingerprint(JSON.stringify([data, paths.map((path) => [path, fileContent(path)])]), 22);
}

/** Returns the content of a file; undefined for a folder, or a file that is just being replaced. */
function fileContent(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

let built: string | undefined;
let building: Promise<void> = Promise.resolve();
/**
 * Builds the site again if its sources have changed. Called at each request instead of watching: watchers lose sight
 * of files that are replaced, and reading these few takes less than a millisecond.
 */
function refresh(): Promise<void> {
  building = building.then(async () => {
    const sources = sourcesNow();
    if (sources === built) return;
    await reload();
    built = sources;
  });
  // A folder of templates may be missing for a moment, while git changes it.
  building = building.catch((error: Error) => {
    handle = onlyReport(banner([], [error.message]));
  });
  return building;
}

await refresh();
const server = createServer(async (request, response) => {
  await refresh();
  handle(request, response);
});
const url = await orExit(() => listen(server, config.host, config.port));
process.stdout.write(`${url}\n`);
