// The findings of npm run check as a page, in the terminal, and answered for good.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { adviceOn } from './support/problems.ts';
import { run } from './support/process.ts';
import { sharedBrowser } from './support/shared-browser.ts';

const check = fileURLToPath(new URL('../src/commands/check.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'charter-'));
afterAll(() => rmSync(folder, { recursive: true }));

const office = 'department: অধিদপ্তর\n';
const services =
  'citizen:\n  - {id: a, name: "<b>ক", time: যখন হয়}\n  - {id: b, name: খ, time: যখন পারি}\n';
const mistaken = 'boss:\n  post: প্রধান\n  mobile: 01700000000\n  short_code: "16122"\n';
const checkWith = (officers: string, ...options: string[]) => {
  for (const [name, text] of Object.entries({ office, services, officers }))
    writeFileSync(join(folder, `${name}.yaml`), text);
  const args = [check, '.', '--today', '2026-01-01', ...options];
  return run(process.execPath, args, {}, folder).ended;
};

test('the terminal shows problems last, and advice as a number until it is asked for', async () => {
  const { stdout } = await checkWith(mistaken);
  expect(stdout).toContain('Problems: 1, advice: 3.');
  expect(stdout).not.toContain('promises no time');
  expect(stdout).toContain('npm run check -- --advice');
  const all = (await checkWith(mistaken, '--advice')).stdout;
  expect(all.indexOf('promises no time')).toBeGreaterThan(0);
  expect(all.indexOf('promises no time')).toBeLessThan(all.indexOf('a leading zero is lost'));
  expect(all).not.toContain('-- --advice');
});

test('the page has the problems first, with the lines around, and the advice folded, once a kind', async () => {
  const { stdout, status } = await checkWith(mistaken, '--html', '--no-open');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^Written: .*check\.html\n/);
  const path = join(folder, 'check.html');
  expect(readFileSync(path, 'utf8')).toContain('&lt;b&gt;ক');
  const page = await (await sharedBrowser()).newPage();
  try {
    await page.setContent(readFileSync(path, 'utf8'));
    expect(await page.locator('h2').allTextContents()).toEqual(['ভুল', 'পরামর্শ']);
    const problem = page.locator('.problem');
    expect(await problem.locator('.place').innerText()).toBe('officers.yaml, লাইন ৩: boss › mobile');
    expect(await problem.locator('pre').innerText()).toContain('২ post: প্রধান'.replace(' ', '   '));
    expect(await problem.locator('mark').innerText()).toContain('01700000000');
    const kinds = page.locator('details');
    expect(await kinds.count()).toBe(2);
    const times = kinds.filter({ hasText: '(২টি)' });
    expect(await times.locator('.advice').first().isVisible()).toBe(false);
    await times.locator('summary').click();
    expect(await times.locator('.advice').first().isVisible()).toBe(true);
    await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
    expect(await violations(page)).toEqual([]);
  } finally {
    await page.close();
  }
});

test.each([
  ['right above the line', '  # ok: এভাবেই\n  - {id: a, name: ক, time: যখন হয়}', 0],
  ['at the end of the line', '  - id: a\n    name: ক\n    time: যখন হয় # ok: এভাবেই', 0],
  ['without a reason', '  # ok:\n  - {id: a, name: ক, time: যখন হয়}', 1],
  ['two lines above', '  # ok: এভাবেই\n  # আরেকটি\n  - {id: a, name: ক, time: যখন হয়}', 1],
  [
    'after the line above',
    '  - {id: b, name: খ} # ok: এভাবেই\n  - {id: a, name: ক, time: যখন হয়}',
    1,
  ],
])('advice that is answered %s', (_, lines, count) => {
  expect(adviceOn({ services: `citizen:\n${lines}` }, '2026-01-01')).toHaveLength(count);
});

test('a placeholder that was left is shown without being asked for', async () => {
  const { stdout } = await checkWith('boss: {post: এখানে পদবি লিখুন, short_code: "16122"}\n');
  expect(stdout).toContain('এখানে পদবি লিখুন');
  expect(stdout).toContain('Problems: 0, advice: 4.');
  expect(stdout).not.toContain('promises no time');
});

test('a problem cannot be answered', async () => {
  const { stdout } = await checkWith(mistaken.replace('  mobile', '  # ok: এভাবেই\n  mobile'));
  expect(stdout).toContain('Problems: 1');
});
