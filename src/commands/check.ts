// The staff's command: every problem and every advice in the data, with file, line and remedy (npm run check).

import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { dayInDhaka } from '../bangla/date.ts';
import { toBengaliDigits } from '../bangla/digits.ts';
import { date } from '../charter/values.ts';
import { ConfigError, readConfig, readGithub } from '../config.ts';
import { reviewData } from '../data/advice.ts';
import { formatAnnotations, formatSummary } from '../data/annotations.ts';
import { type Finding, formatFindings, formatPath } from '../data/finding.ts';
import { removedIds } from '../data/published.ts';
import { findingsPage } from '../site/html/findings-page.ts';

const USAGE =
  'Usage: npm run check -- [<folder>] [--advice | --html [--no-open] | --json | --github] [--today 2026-01-31]';

/** The page that --html writes into the current folder. */
const PAGE = 'check.html';

/** @throws ConfigError of one line and the usage */
function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        github: { type: 'boolean', default: false },
        advice: { type: 'boolean', default: false },
        // The terminal of Windows cannot draw Bengali (microsoft/terminal#18571).
        html: { type: 'boolean', default: process.platform === 'win32' && process.stdout.isTTY },
        'no-open': { type: 'boolean', default: false },
        // The only place that asks the clock: how old a review is depends on the day.
        today: { type: 'string', default: dayInDhaka(new Date()) },
      },
      allowPositionals: true,
    });
    const [folder, ...others] = positionals;
    if (others.length > 0) throw new Error('Name one folder');
    if (!date.safeParse(values.today).success)
      throw new Error(`--today ${values.today} should be a day, as year-month-day`);
    return { ...values, folder };
  } catch (error) {
    // parseArgs adds hints, in further sentences and lines.
    const [reason] = (error as Error).message.split(/\.?\s*\n|\. /);
    throw new ConfigError(`${reason}.\n${USAGE}`);
  }
}

/** Colours, which styleText leaves out by itself where the output is not a terminal. */
const paint = {
  place: (text: string) => styleText('bold', text),
  mark: (text: string) => styleText('red', text),
  problem: (text: string) => styleText('red', text),
  advice: (text: string) => styleText('yellow', text),
};

/** Adds the findings to the summary of the step, where GitHub has one. */
function writeSummary(found: readonly Finding[], counts: string): void {
  const { summaryFile, filesUrl } = readGithub(process.env);
  const linkTo = (file: string) =>
    filesUrl && [filesUrl, ...file.split(sep).map(encodeURIComponent)].join('/');
  if (summaryFile) appendFileSync(summaryFile, formatSummary(found, counts, linkTo));
}

/** Returns the report for a terminal. Problems come last, so that they are on the screen. */
function terminalReport(found: readonly Finding[], counts: string, showsAdvice: boolean): string {
  const of = (severity: Finding['severity']) => found.filter((one) => one.severity === severity);
  const [problems, advice] = [of('problem'), of('advice')];
  const hint =
    showsAdvice || advice.length === 0
      ? ''
      : 'পরামর্শ দেখতে / To see the advice: npm run check -- --advice\n';
  // A name that is still to be written is never passed over.
  const shown = advice.filter(({ rule }) => showsAdvice || rule === 'placeholder');
  const parts = [...shown, ...problems];
  return [formatFindings(parts, paint), counts + hint].filter((part) => part !== '').join('\n');
}

/** Writes the findings as a page into the current folder, and opens it in the browser. */
function writePage(
  found: readonly Finding[],
  counts: { bn: string; en: string },
  opens: boolean,
): void {
  const linesOf = (file: string) => readFileSync(file, 'utf8').split(/\r?\n/);
  writeFileSync(PAGE, findingsPage(found, counts, linesOf));
  const page = resolve(PAGE);
  process.stdout.write(`${opens ? 'Opened in the browser' : 'Written'}: ${page}\n`);
  if (!opens) return;
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  // Without a desktop there is nothing to open it with; the path is on the screen.
  spawn(program as string, [...args, page], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
}

/** The program that opens a file as a double click does. */
const OPENERS: Partial<Record<NodeJS.Platform, string[]>> = {
  win32: ['explorer.exe'],
  darwin: ['open'],
};

try {
  const options = readOptions();
  const { json, github, today, folder } = options;
  const data = folder ?? readConfig(process.env).dataDir;
  const found = reviewData(data, today, removedIds(data, today));
  const problems = found.filter(({ severity }) => severity === 'problem').length;
  const advice = found.length - problems;
  const [bn, en] = problems
    ? [
        'ভুল ঠিক না করা পর্যন্ত ওয়েবসাইট চালু হবে না।',
        'The site does not start until the problems are mended.',
      ]
    : ['ওয়েবসাইট চালু করা যায়।', 'The site can start.'];
  const said = {
    bn: `${toBengaliDigits(`${problems}টি ভুল, ${advice}টি পরামর্শ।`)} ${bn}`,
    en: `Problems: ${problems}, advice: ${advice}. ${en}`,
  };
  const counts = `${said.bn}\n${said.en}\n`;
  if (json)
    process.stdout.write(
      `${JSON.stringify(
        found.map((one) => ({ ...one, path: formatPath(one.path) })),
        undefined,
        2,
      )}\n`,
    );
  else if (github) {
    process.stdout.write(formatAnnotations(found));
    writeSummary(found, counts);
  } else if (options.html) {
    writePage(found, said, !options['no-open']);
    process.stdout.write(counts);
  } else process.stdout.write(terminalReport(found, counts, options.advice));
  process.exitCode = problems > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
