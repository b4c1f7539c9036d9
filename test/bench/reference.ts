// The servers the site is measured against, each in a separate process: reference.ts <kind> <file with the answer>.

import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express from 'express';
import helmet from 'helmet';
import { createRenderer } from '../../src/site/html/render.ts';
import { readStylesheets } from '../../src/site/html/stylesheets.ts';
import { pages } from '../../src/site/pages.ts';
import type { Page } from '../../src/site/views.ts';
import { publicUrl, real } from '../support/site.ts';

/** The site's answer to one request: all references send this page, the first of them to the letter. */
export interface Answer {
  status: number;
  /** Names and values, alternating. */
  headers: string[];
  /** Base64. */
  body: string;
  /** Where the site has the page; the references have it at /. */
  path: string;
  /** The page without compression. */
  html: string;
  /** A folder with the page as index.html. */
  folder: string;
}

const kinds: Record<string, (answer: Answer) => RequestListener> = {
  raw: ({ status, headers, body }) => {
    const bytes = Buffer.from(body, 'base64');
    return (_request, response) => {
      response.writeHead(status, headers);
      response.end(bytes);
    };
  },
  'helmet + send': ({ html }) => {
    const bytes = Buffer.from(html);
    return express()
      .use(helmet())
      .get('/', (_request, response) => void response.type('html').send(bytes));
  },
  'express.static + compression': ({ folder }) =>
    express().use(compression()).use(express.static(folder)),
  'nunjucks per request': ({ path }) => {
    // The site's own page, rendered anew each time, as most Express apps do.
    const page = pages(real.charter).find((page) => page.path === path) as Page;
    const { styles } = readStylesheets();
    const render = createRenderer({ charter: real.charter, styles, publicUrl });
    return express()
      .use(helmet())
      .use(compression())
      .get('/', (_request, response) => void response.send(render(page)));
  },
};

export const kindNames = Object.keys(kinds);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind, file] = process.argv.slice(2) as [string, string];
  const listener = kinds[kind]?.(JSON.parse(readFileSync(file, 'utf8')) as Answer);
  const server = createServer(listener);
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${(server.address() as { port: number }).port}\n`);
  });
}
