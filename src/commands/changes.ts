// Lists the changes that readers will see when other data go live, in a few lines for the staff (deploy/publish). The
// first line is the version that /healthz will report.

import { parseArgs } from 'node:util';
import { Parser } from 'htmlparser2';
import { toBengaliDigits } from '../bangla/digits.ts';
import type { Charter } from '../charter/charter.ts';
import { formatFindings } from '../data/finding.ts';
import { loadCharter } from '../data/load.ts';
import { buildSite } from '../site/build.ts';
import { HTML } from '../site/resource.ts';
import type { Site } from '../site/site.ts';

/** The maximum lines and pages listed; the rest is counted. */
const MOST_LINES = 12;
const MOST_PAGES = 8;

/** The elements that begin and end a line of text. A term and its definition share one. */
const LINE = /^(?:a|br|caption|dd|div|dl|dt|h\d|li|nav|ol|p|section|summary|table|td|th|tr|ul)$/;
/** The elements without text for readers. */
const WITHOUT_TEXT = /^(?:head|script|style|svg)$/;

interface PageText {
  title: string;
  lines: string[];
}

/** Returns the pages by path, those of single services first, because there a changed line is clearest. */
function pageTexts(site: Site): Map<string, PageText> {
  const texts = [...site.resources].flatMap(
    ([path, { contentType, bodies }]): [string, PageText][] =>
      contentType === HTML ? [[path, textOf(bodies.identity.bytes.toString())]] : [],
  );
  const depth = ([path]: [string, PageText]) => -path.split('/').length;
  return new Map(texts.sort((a, b) => depth(a) - depth(b)));
}

/** Returns the lines of text that readers see or hear, and the heading of the page. */
function textOf(html: string): PageText {
  const lines: string[] = [];
  let [title, line, skipped] = ['', '', 0];
  const endLine = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const parser = new Parser({
    onopentag(name) {
      if (WITHOUT_TEXT.test(name)) skipped++;
      if (LINE.test(name) && name !== 'dd') endLine();
    },
    ontext(text) {
      if (skipped === 0) line += text;
    },
    onclosetag(name) {
      if (WITHOUT_TEXT.test(name)) skipped--;
      if (name === 'dt') line = `${line.trimEnd().replace(/:$/, '')}: `;
      else if (LINE.test(name)) endLine();
      if (name === 'h1') title ||= lines.at(-1) ?? '';
    },
  });
  parser.end(html);
  endLine();
  return { title, lines };
}

/** Returns the lines of one page that the other does not have. */
function missing(from: PageText, other: PageText): string[] {
  const has = new Set(other.lines);
  return from.lines.filter((line) => !has.has(line));
}

/** Returns the changes, a line each, in Bengali. Every changed text is listed once, on the first page that has it. */
function describe(before: Map<string, PageText>, after: Map<string, PageText>): string[] {
  const nameOf = (path: string) => `${(after.get(path) ?? before.get(path))?.title} (${path})`;
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const fresh = [...after.keys()].filter((path) => !before.has(path));
  const listed = new Set<string>();
  const changed: string[] = [];
  const lines: string[] = [];
  for (const [path, now] of after) {
    const was = before.get(path);
    if (!was) continue;
    const marked = [
      ...missing(was, now).map((line) => `  − ${line}`),
      ...missing(now, was).map((line) => `  + ${line}`),
    ];
    if (was.lines.join('\n') !== now.lines.join('\n')) changed.push(path);
    const unlisted = new Set(marked.filter((line) => !listed.has(line)));
    if (unlisted.size > 0) lines.push(`${nameOf(path)}:`);
    for (const line of unlisted) {
      listed.add(line);
      lines.push(line);
    }
  }
  const more = (all: string[], most: number, what: string) =>
    all.length > most
      ? [...all.slice(0, most), `…আরও ${toBengaliDigits(all.length - most)}টি ${what}`]
      : all;
  const list = (label: string, paths: string[]) =>
    paths.length > 0 ? [`${label}: ${more(paths.map(nameOf), MOST_PAGES, 'পাতা').join(', ')}`] : [];
  const report = [
    ...list('নতুন পাতা', fresh),
    ...list('এই পাতা আর থাকবে না', gone),
    ...list('বদলাবে', changed),
    ...more(lines, MOST_LINES, 'লাইন'),
  ];
  return report.length > 0 ? report : ['কোনো পাতার লেখা বদলাবে না।'];
}

const build = (charter: Charter) => buildSite(charter, 'http://localhost');

const [old, next] = parseArgs({ allowPositionals: true }).positionals;
if (old === undefined || next === undefined) {
  process.stderr.write('Usage: npm run changes -- <folder of old data> <of new data>\n');
  process.exitCode = 2;
} else {
  const now = loadCharter(next);
  // These may be from before a change of the format.
  const was = loadCharter(old);
  if ('problems' in now) {
    process.stderr.write(formatFindings(now.problems));
    process.exitCode = 1;
  } else {
    const site = await build(now.charter);
    const lines =
      'charter' in was
        ? describe(pageTexts(await build(was.charter)), pageTexts(site))
        : ['আগের তথ্য পড়া যায় না, তাই কী বদলাবে তা বলা যাচ্ছে না।'];
    process.stdout.write(`${[site.version, ...lines].join('\n')}\n`);
  }
}
