// The staff's command: every problem and every advice in the data, with file, line and remedy (npm run check).

import { appendFileSync } from 'node:fs';
import { sep } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { dayInDhaka } from '../bangla/date.ts';
import { toBengaliDigits } from '../bangla/digits.ts';
import { date } from '../charter/values.ts';
import { ConfigError, readConfig, readGithub } from '../config.ts';
import { reviewData } from '../data/advice.ts';
import { formatAnnotations, formatSummary } from '../data/annotations.ts';
import { type Finding, formatFindings, formatPath } from '../data/finding.ts';
import { removedIds } from '../data/published.ts';

const USAGE = 'Usage: npm run check -- [<folder>] [--json | --github] [--today 2026-01-31]';

/** @throws ConfigError of one line and the usage */
function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        github: { type: 'boolean', default: false },
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

try {
  const { json, github, today, folder } = readOptions();
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
  const counts = [
    `${toBengaliDigits(`${problems}টি ভুল, ${advice}টি পরামর্শ।`)} ${bn}`,
    `Problems: ${problems}, advice: ${advice}. ${en}\n`,
  ].join('\n');
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
  } else
    process.stdout.write(
      [formatFindings(found, paint), counts].filter((part) => part !== '').join('\n'),
    );
  process.exitCode = problems > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
