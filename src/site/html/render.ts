// Renders pages as HTML.

import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { Charter } from '../../charter/charter.ts';
import { columns } from '../../charter/columns.ts';
import { columnLabel } from '../../charter/sections.ts';
import { mapValues } from '../../typed.ts';
import { downloads, isPublic, mission, vision } from '../addresses.ts';
import { structuredData } from '../open-data/structured-data.ts';
import { menusOf } from '../pages.ts';
import type { Page } from '../views.ts';
import { filters } from './filters.ts';
import type { Stylesheets } from './stylesheets.ts';

export interface SiteContext {
  charter: Charter;
  /** The stylesheets, to be inlined; trusted because they are our own files. */
  styles: Stylesheets;
  /** Origin of all absolute URLs, without a trailing slash. */
  publicUrl: string;
}

/** Views with their own search form, so that the header needs none. */
const VIEWS_WITH_FORM: Page['view'][] = ['home', 'search', 'search-list', 'error'];

const viewsFolder = fileURLToPath(new URL('../../../views', import.meta.url));

/** Returns the templates with their filters. All values are escaped. */
export function createEnvironment(): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(viewsFolder), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  return environment;
}

/**
 * Prepares the templates, and returns a function that renders a page as an HTML document. It throws on a template error.
 */
export function createRenderer(context: SiteContext): (page: Page) => string {
  const environment = createEnvironment();
  const { charter, publicUrl } = context;
  const { office } = charter;
  // Globals: they are the same for all pages, and macros see no other variables.
  const globals = {
    office,
    publicUrl,
    menus: menusOf(charter),
    hasServices: charter.services.length > 0,
    labels: mapValues(columns, (_, key) => columnLabel(charter, key)),
    downloads,
    statements: { vision, mission },
  };
  for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value);

  const safe = (css: string) => new nunjucks.runtime.SafeString(css);
  const [common, inner] = [safe(context.styles.common), safe(context.styles.inner)];
  return (page) => {
    const data = structuredData(page, office, publicUrl);
    return environment.render(`${page.view}.njk`, {
      ...page.props,
      styles: page.view === 'home' ? [common] : [common, inner],
      page,
      canonical: page.path && publicUrl + page.path,
      structuredData: data && new nunjucks.runtime.SafeString(escapeScript(data)),
      share: shareLinks(page.path, publicUrl),
      headerSearch: !VIEWS_WITH_FORM.includes(page.view),
    });
  };
}

/** Returns JSON for a script block, with < escaped so that no text can end the block. */
function escapeScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** Returns a page's URL to copy and to send by WhatsApp; undefined if others cannot reach it. */
function shareLinks(path: string | undefined, publicUrl: string) {
  if (path === undefined || !isPublic(publicUrl)) return undefined;
  const address = publicUrl + path;
  return { address, whatsapp: `https://wa.me/?text=${encodeURIComponent(address)}` };
}
