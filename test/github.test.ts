// The check on GitHub: annotations, the log and a summary, and the edits that start it.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { load as yaml } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { formatSummary } from '../src/data/annotations.ts';

const folder = mkdtempSync(join(tmpdir(), 'github-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('npm run check -- --github shows each finding at its line, in the log and in the summary', () => {
  const target = join(folder, 'slips');
  const summary = join(folder, 'summary.md');
  mkdirSync(target);
  writeFileSync(join(target, 'office.yaml'), 'department: "১০০%: ক, খ"\nupazilla: ক\n');
  writeFileSync(join(target, 'charter.yaml'), 'expectations:\n  - মোবাইলঃ নম্বর\n  - মোবাইলঃ ২\n');
  writeFileSync(summary, 'of another command\n');
  const { stdout, status } = spawnSync(process.execPath, ['src/commands/check.ts', '--github'], {
    env: {
      ...process.env,
      DATA_DIR: target,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_REPOSITORY: 'office/charter',
      GITHUB_SHA: 'abc',
    },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(
    /^::error file=[^,:]*office\.yaml,line=2,col=1,title=upazilla::[^%:]*office\.yaml:2:1%0A.+%0A.+$/,
  );
  expect(lines[1]).toMatch(
    /^::warning file=[^,:]*charter\.yaml,line=2,col=5,title=expectations › 1::[^%:]*charter\.yaml:2:5%0A.+%0Aআরও যে লাইনে: ৩%0A.+%0AAlso on lines: 3$/,
  );
  const text = readFileSync(summary, 'utf8');
  expect(text).toMatch(
    /^of another command\n### ১টি ভুল\\, ১টি পরামর্শ.+\n\nProblems\\: 1\\, advice\\: 1/,
  );
  expect(text).toMatch(
    /\n- ❌ \*\*\[\S+office\\.yaml\\:2\\:1\]\(https:\/\/github\.example\/office\/charter\/blob\/abc\/\S+office\.yaml#L2\)\*\* upazilla\n\n {2}“upazilla”/,
  );
  expect(text).toMatch(
    /\n- 💡 .+\n\n {2}“মোবাইলঃ” .+\\\n {2}আরও যে লাইনে\\: ৩\\\n.+\\\n {2}Also on lines\\: 3\n$/,
  );
});

test('a summary stays below the megabyte that GitHub takes, and shows no markup of the data', () => {
  const words = { wrong: '<b>`*_[x](y)`&amp;\n# ক', fix: 'খ'.repeat(900) };
  const finding = { severity: 'problem' as const, rule: 'x', file: 'a.yaml', path: [] };
  const one = formatSummary([{ ...finding, bn: words, en: words }], '১\n1\n', () => undefined);
  expect(one).toContain('- ❌ **a\\.yaml** \n\n  \\<b\\>\\`\\*\\_\\[x\\]\\(y\\)\\`\\&amp\\; \\# ক');
  const many = Array.from({ length: 1000 }, () => ({ ...finding, bn: words, en: words }));
  const text = formatSummary(many, '১\n1\n', () => undefined);
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  const shown = text.split('- ❌').length - 1;
  expect(shown).toBeGreaterThan(100);
  expect(text).toContain(` / ${1000 - shown} more.`);
});

test.each([
  ['data/services.yaml', true],
  ['data/services.yml', true],
  ['data/services.yaml.txt', true],
  ['data/services (1).yaml', true],
  ['data/SERVICES.YAML', true],
  ['data/data/services.yaml', true],
  ['Data/services.yaml', true],
  ['data/README.md', false],
  ['data/schema/office.schema.json', false],
  ['data/pictures/1.png', false],
  ['src/process.ts', false],
])('an edit of %s starts the check of the data: %s', (path, expected) => {
  const workflow = Object(yaml(readFileSync('.github/workflows/data.yml', 'utf8')));
  for (const event of ['push', 'pull_request']) {
    // The last pattern that matches decides.
    const last = workflow.on[event].paths.findLast((pattern: string) =>
      matchesGlob(path, pattern.replace('!', '')),
    );
    expect(last !== undefined && !last.startsWith('!'), event).toBe(expected);
  }
});
