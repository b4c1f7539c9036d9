// Reads the data: which forms are accepted, and how each mistake is reported.

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { toBengaliAmount } from '../src/bangla/digits.ts';
import { columns } from '../src/charter/columns.ts';
import type { Service } from '../src/charter/service.ts';
import { reviewData } from '../src/data/advice.ts';
import { formatFindings } from '../src/data/finding.ts';
import { loadCharter } from '../src/data/load.ts';
import { withDataCopy } from './support/data.ts';
import { run } from './support/process.ts';
import { charter } from './support/site.ts';
import { type Slip, slips, withSlip } from './support/slips.ts';

const checkCommand = fileURLToPath(new URL('../src/commands/check.ts', import.meta.url));
const TODAY = '2026-06-01';

/** Returns all that is found in a folder, a block for each finding, under the name that the staff's folder has. */
const blocksOf = (folder: string) =>
  reviewData(folder, TODAY).map((finding) =>
    formatFindings([{ ...finding, file: `data/${basename(finding.file)}` }]),
  );

test('each slip gets its message', async () => {
  // Advice that the sound data get too is left out; a slip may have moved it to another line.
  const words = (block: string) =>
    block
      .slice(block.search(/^ {2}(?:ভুল|পরামর্শ): /m))
      .replace(/\n {2}(আরও যে লাইনে|Also on lines): [^\n]*/g, '');
  const usual = new Set((await withDataCopy(blocksOf)).map(words));
  const reported: string[] = [];
  for (const slip of slips) {
    const blocks = await withSlip(slip, blocksOf);
    const own = blocks.filter((block) => !usual.has(words(block)));
    const isAdvice = slip.what.startsWith('advice:');
    expect(own[0], slip.what).toContain(isAdvice ? '  পরামর্শ: ' : '  ভুল: ');
    reported.push(`## ${slip.what}\n\n${own.join('\n')}`);
  }
  // One file, so that all messages can be read through, as a clerk would meet them.
  await expect(reported.join('\n')).toMatchFileSnapshot('fixtures/slips.txt');
});

test.each([
  ['the file is gone', 1],
  ['a key misspelt', 1],
  ['advice: a review long ago', 0],
])('the command tells the same of "%s", and ends with %i', async (what, expected) => {
  const slip = slips.find((slip) => slip.what === what) as Slip;
  await withSlip(slip, async (folder) => {
    const args = [checkCommand, '--today', TODAY, '--advice'];
    const program = run(process.execPath, args, { DATA_DIR: 'data' }, dirname(folder));
    const { status, stdout, stderr } = await program.ended;
    expect(stderr).toBe('');
    // Problems come last, and the last block counts them.
    const blocks = blocksOf(folder);
    const isAdvice = (block: string) => block.includes('  পরামর্শ: ');
    const sorted = [...blocks.filter(isAdvice), ...blocks.filter((block) => !isAdvice(block))];
    expect(stdout.split(/(?<=\n)\n/).slice(0, -1)).toEqual(sorted);
    expect(status).toBe(expected);
  });
});

test.each(slips.filter(({ what }) => !what.startsWith('advice:')))(
  '$what: nothing is served',
  async (slip) => {
    await withSlip(slip, (folder) => {
      const loaded = loadCharter(folder);
      const problems = 'problems' in loaded ? loaded.problems : [];
      expect(problems.length).toBeGreaterThan(0);
      for (const { bn, en } of problems) {
        for (const text of [bn.wrong, bn.fix]) expect(text).toMatch(/\p{Script=Bengali}.*।$/u);
        for (const text of [en.wrong, en.fix]) expect(text).toMatch(/\.$/);
      }
    });
  },
);

test('a folder that is not there is one problem', async () => {
  const found = await withDataCopy((folder) => reviewData(join(folder, 'not-there'), TODAY));
  expect(found.map(({ rule, file }) => [rule, basename(file)])).toEqual([
    ['missing-folder', 'office.yaml'],
  ]);
});

test.each([
  ['50', 50],
  ['"50"', 50],
  ['৫০', 50],
  ['1,000', 1000],
  ['"১,০০,০০০"', 100_000],
  ['৭.৫০', 7.5],
  ['১,০০', undefined],
  ['৫০/-', undefined],
])('a fee of %s is the amount %s', async (fee, amount) => {
  const slip: Slip = {
    what: fee,
    file: 'services.yaml',
    from: 'fee: বিনামূল্যে',
    to: `fee: ${fee}`,
  };
  await withSlip(slip, (folder) => {
    const loaded = loadCharter(folder);
    if (!('charter' in loaded)) throw new Error('The data should be valid.');
    const [service] = loaded.charter.services;
    const [line] = columns.fee.lines(service as Service);
    expect(line?.amount).toBe(amount);
    if (amount !== undefined) expect(line?.text).toBe(`${toBengaliAmount(amount)} টাকা`);
    const rules = reviewData(folder, TODAY).map(({ rule }) => rule);
    expect(rules.includes('fee-amount')).toBe(amount === undefined);
  });
});

test('line ends of Windows, a byte order mark and either form of য় change nothing', async () => {
  await withDataCopy((folder) => {
    for (const name of ['office', 'charter', 'officers', 'services', 'corrections']) {
      const path = join(folder, `${name}.yaml`);
      const text = readFileSync(path, 'utf8');
      const composed = text
        .replaceAll('\u09af\u09bc', '\u09df')
        .replaceAll('\u09a1\u09bc', '\u09dc')
        .replaceAll('\u09cb', '\u09c7\u09be');
      expect(composed).not.toBe(text);
      writeFileSync(path, `\ufeff${composed.replaceAll('\n', '\r\n')}`);
    }
    expect(loadCharter(folder)).toEqual({ charter });
  });
});

test('a number in Bengali digits is the same number', async () => {
  const slip: Slip = {
    what: 'Bengali digits',
    file: 'officers.yaml',
    from: '"01716420468"',
    to: '০১৭১৬-৪২০৪৬৮',
  };
  await withSlip(slip, (folder) => expect(loadCharter(folder)).toHaveProperty('charter'));
});

test('for programs the command prints JSON, with advice, and without colours', async () => {
  const slip: Slip = {
    what: 'one',
    file: 'services.yaml',
    from: 'officer: assistant',
    to: 'officer: asistant',
  };
  await withSlip(slip, async (folder) => {
    const program = run(
      process.execPath,
      [checkCommand, '--json'],
      { DATA_DIR: 'data', FORCE_COLOR: '1' },
      dirname(folder),
    );
    const { status, stdout } = await program.ended;
    expect(status).toBe(1);
    const found = JSON.parse(stdout);
    expect(
      found.filter(({ severity }: { severity: string }) => severity === 'advice').length,
    ).toBeGreaterThan(3);
    expect(found).toContainEqual({
      severity: 'problem',
      rule: 'unknown-officer',
      file: 'data/services.yaml',
      position: { line: 14, column: 14 },
      path: 'citizen › 1 › officer › 1',
      sourceLine: '    officer: asistant-programmer',
      bn: { wrong: expect.any(String), fix: expect.stringContaining('assistant-programmer') },
      en: {
        wrong: expect.any(String),
        fix: 'Did you mean "assistant-programmer"? Then write that.',
      },
    });
  });
});

test('officers keep the order of the file, also where an id is a number', async () => {
  const ids = await withDataCopy((folder) => {
    const officers = ['head', '12', '7'].map((id) => `"${id}":\n  post: পদ ${id}\n`).join('');
    writeFileSync(join(folder, 'officers.yaml'), officers);
    writeFileSync(
      join(folder, 'services.yaml'),
      'subordinate: [{name: ক}]\ncitizen: [{id: a, name: ক}]\n',
    );
    const loaded = loadCharter(folder);
    return 'charter' in loaded ? loaded.charter.officers.map(({ id }) => id) : loaded.problems;
  });
  expect(ids).toEqual(['head', '12', '7']);
});
