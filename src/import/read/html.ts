// Reads a saved page of the portal, or a part of one, into paragraphs and grids.

import { looksLikeBijoy } from '../../bangla/bijoy.ts';
import { columnMeaning } from '../headings.ts';
import {
  type Block,
  type Change,
  cellText,
  paragraph,
  type Source,
  spannedGrid,
} from '../source.ts';
import { Found, superscript } from './found.ts';
import { descendants, type Element, isElement, parseHtml, textContent } from './markup.ts';
import { Runs } from './runs.ts';

const NEVER_SHOWN = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'object']);
const BOILERPLATE = new Set(['nav', 'footer', 'aside', 'button', 'select', 'form']);
/** The landmarks of a page around its content (WAI-ARIA 1.2 §5.3.4), and widgets. */
const BOILERPLATE_ROLES = new Set(
  'banner complementary contentinfo navigation search menu menubar tablist toolbar dialog'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code em font i ins kbd label mark nobr o:p q s small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
/** Elements of text that no longer holds (HTML §4.5.5, §4.7.2). */
const STRUCK = new Set(['s', 'strike', 'del']);
const HEADING = /^h[1-6]$/;

interface Context {
  font: string | undefined;
  mostlyBijoy: boolean;
  isBoilerplate: boolean;
  isHeading: boolean;
}

/**
 * Reads HTML after undoing the portal's JSON escapes (\r\n, \u09b8, <\/td>).
 * @throws ImportError for a page beyond the limits
 */
export function readHtml(text: string): Source {
  const changes: Change[] = [];
  const root = parseHtml(unescapeJson(withOpeningTags(text)));
  const context: Context = {
    font: undefined,
    mostlyBijoy: looksLikeBijoy(textContent(root)),
    isBoilerplate: false,
    isHeading: false,
  };
  const attachments = descendants(root, 'a').flatMap(({ attributes: { href = '' } }) =>
    /\.(?:pdf|docx?|xlsx?|jpe?g|png)(?:[?#]|$)/i.test(href) ? [href] : [],
  );
  const found = new Found();
  const blocks = blocksIn(root, context, changes, found);
  return { blocks, changes, notices: found.notices(), attachments };
}

/**
 * Restores the opening tags of a table that was copied from a page with visible escapes. The browser hid those tags and
 * showed the escaped closing ones. The table begins at the first indented line.
 */
function withOpeningTags(text: string): string {
  const start = text.search(/\\r\\n\\t/);
  if (start < 0 || !text.includes('<\\/td>') || /<t[dr]\b/i.test(text)) return text;
  const table = text
    .slice(start)
    .replace(/<\\\/td>(?!(?:\\[rnt]|\s)*<\\\/tr>)/g, '</td><td>')
    .replace(/<\\\/tr>(?!(?:\\[rnt]|\s)*(?:<\\\/t|$))/g, '</tr><tr><td>');
  return `${text.slice(0, start)}<table><tr><td>${table}`;
}

/** Undoes JSON escapes that the page shows as text. */
function unescapeJson(text: string): string {
  if (!/<\\\/[a-z]|\\r\\n|\\t\\t|\\u0[09][0-9a-f]{2}/i.test(text)) return text;
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\[rnt]/g, (sign) => (sign === '\\n' ? '\n' : ' '))
    .replace(/\\([/"'])/g, '$1');
}

function blocksIn(container: Element, context: Context, changes: Change[], found: Found): Block[] {
  const blocks: Block[] = [];
  const runs = new Runs(changes, context.mostlyBijoy);
  const endLine = (now: Context) => {
    const block = paragraph(runs.take(), now);
    if (block.piece.text !== '') blocks.push(block);
  };
  const walk = (element: Element, outer: Context) => {
    const now = contextOf(element, outer);
    const isBlock = element.name !== '' && !INLINE.has(element.name);
    if (isBlock) endLine(outer);
    if (element.name === 'table') blocks.push(...tableBlocks(element, now, changes, found));
    else
      for (const child of element.children) {
        if (!isElement(child)) {
          const text = child.replace(/\s+/g, ' ');
          runs.add(element.name === 'sup' ? superscript(text) : text, now.font);
        } else if (STRUCK.has(child.name)) found.leftOut(textContent(child));
        else if (!isHidden(child)) {
          if (child.name === 'img' && !now.isBoilerplate) found.pictures++;
          if (child.name === 'a' && !now.isBoilerplate)
            found.link(textContent(child), child.attributes.href ?? '');
          walk(child, now);
        }
      }
    if (isBlock) endLine(now);
  };
  walk(container, context);
  endLine(context);
  return blocks;
}

function contextOf(element: Element, outer: Context): Context {
  const { name, attributes } = element;
  const { style = '', face } = attributes;
  const font = /font-family\s*:\s*([^;]+)/i.exec(style)?.[1] ?? face;
  return {
    font: font?.replaceAll(/["']|&quot;/g, '').trim() ?? outer.font,
    mostlyBijoy: outer.mostlyBijoy,
    isBoilerplate:
      outer.isBoilerplate ||
      BOILERPLATE.has(name) ||
      BOILERPLATE_ROLES.has(attributes.role ?? '') ||
      isLinkList(element),
    isHeading: outer.isHeading || HEADING.test(name),
  };
}

function isHidden({ name, attributes }: Element): boolean {
  return (
    NEVER_SHOWN.has(name) ||
    'hidden' in attributes ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
  );
}

/** Reports whether a list is a menu: nearly all its text is in links. */
function isLinkList(element: Element): boolean {
  if (!/^[uo]l$/.test(element.name)) return false;
  const links = descendants(element, 'a').map((link) => textContent(link).trim());
  const text = textContent(element).replace(/\s+/g, '');
  const linked = links.join('').replace(/\s+/g, '');
  return links.length >= 2 && linked.length >= text.length * 0.7;
}

/** Returns a table as a grid. A layout table, which has tables in its cells, gives the contents of its cells. */
function tableBlocks(table: Element, context: Context, changes: Change[], found: Found): Block[] {
  const before: Block[] = [];
  const rows = tableRows(table, (caption) => {
    before.push(...blocksIn(caption, { ...context, isHeading: true }, changes, found));
  }).map((row) =>
    rowCells(row).map((cell) => ({
      cell,
      blocks: blocksIn(cell, contextOf(cell, context), changes, found),
    })),
  );
  const contents = rows.flat().flatMap(({ blocks }) => blocks);
  const isLayout =
    contents.some(({ kind }) => kind === 'grid') &&
    (rows[0] ?? []).filter(({ blocks }) => columnMeaning(cellText(blocks)) !== undefined).length <
      2;
  if (isLayout) return [...before, ...contents];
  const grid = spannedGrid(
    rows.map((row) =>
      row.map(({ cell, blocks }) => ({
        text: cellText(blocks),
        columns: span(cell.attributes.colspan),
        rows: span(cell.attributes.rowspan),
      })),
    ),
  );
  return [...before, grid];
}

const span = (text: string | undefined) =>
  Math.min(Math.max(Number.parseInt(text ?? '', 10) || 1, 1), 200);

function tableRows(element: Element, onOther: (element: Element) => void): Element[] {
  return element.children.filter(isElement).flatMap((child): Element[] => {
    if (child.name === 'tr') return [child];
    if (/^(?:thead|tbody|tfoot)$/.test(child.name)) return tableRows(child, onOther);
    if (!/^col/.test(child.name)) onOther(child);
    return [];
  });
}

/** Returns the cells of a row. Any other element in the row counts as a cell. */
function rowCells(row: Element): Element[] {
  return row.children
    .filter(isElement)
    .filter(({ name }) => name !== 'script' && name !== 'style')
    .map((child) =>
      /^t[dh]$/.test(child.name) ? child : { name: 'td', attributes: {}, children: [child] },
    );
}
