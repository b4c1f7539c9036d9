// Reading the data: what is accepted in any form, and what each slip is told.

import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { loadCharter } from '../src/charter/load.ts';
import { formatProblems } from '../src/charter/problem.ts';
import { charter } from './support/site.ts';
import { slips, withSlip } from './support/slips.ts';

// One file, so that all messages can be read through, as a clerk would meet them.
test('every slip gets its message', async () => {
  const told: string[] = [];
  for (const slip of slips) {
    const message = await withSlip(slip, (folder) => {
      const loaded = loadCharter(folder);
      const text = 'problems' in loaded ? formatProblems(loaded.problems) : 'accepted\n';
      return text.replaceAll(relative('.', folder), 'data');
    });
    told.push(`## ${slip.what}\n\n${message}`);
  }
  await expect(told.join('\n')).toMatchFileSnapshot('fixtures/slips.txt');
});

test.each(slips)('$what: is refused, with place and remedy', async (slip) => {
  await withSlip(slip, (folder) => {
    const loaded = loadCharter(folder);
    const problems = 'problems' in loaded ? loaded.problems : [];
    expect(problems.length).toBeGreaterThan(0);
    for (const { bn, en } of problems) {
      expect(`${bn.wrong} ${bn.fix}`).toMatch(/\p{Script=Bengali}.*।$/u);
      expect(`${en.wrong} ${en.fix}`).toMatch(/\.$/);
    }
  });
});

const same = { what: 'nothing', file: 'office.yaml', from: 'upazila', to: 'upazila' } as const;

test('line ends of Windows, a byte order mark and either form of য় change nothing', async () => {
  await withSlip(same, (folder) => {
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
  const slip = {
    ...same,
    file: 'officers.yaml',
    from: '"01716420468"',
    to: '০১৭১৬-৪২০৪৬৮',
  } as const;
  await withSlip(slip, (folder) => expect(loadCharter(folder)).toHaveProperty('charter'));
});
