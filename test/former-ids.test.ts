// Ids may change; published addresses still lead to the same service and officer.

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { expect, test } from 'vitest';
import { reviewData } from '../src/data/advice.ts';
import { removedIds } from '../src/data/published.ts';
import { createHandler } from '../src/http/handler.ts';
import { withDataCopy } from './support/data.ts';
import { openDataChecks } from './support/open-data-checks.ts';
import { pageChecks } from './support/page-checks.ts';
import { run } from './support/process.ts';
import { openOffice, silent } from './support/site.ts';

const renamed = await withDataCopy((folder) => {
  const change = (name: string, from: RegExp, to: string) => {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
  change('services.yaml', /id: portal\n/, 'id: web-portal\n    former_ids: [portal, old-portal]\n');
  change('services.yaml', /superior: programmer/g, 'superior: head');
  change('officers.yaml', /^programmer:/m, 'head:\n  former_ids: [programmer]');
  return openOffice('an office with new ids', folder);
});
const app = createHandler(renamed.site, { https: false, logger: silent }).handle;
const bodyOf = (path: string) => renamed.site.resources.get(path)?.bodies.identity.bytes.toString();

test.each([
  ['/services/portal', '/services/web-portal'],
  ['/services/portal/', '/services/web-portal'],
  ['/services/old-portal', '/services/web-portal'],
  ['/contact/programmer.vcf', '/contact/head.vcf'],
])('%s leads permanently to %s', async (former, present) => {
  for (const method of ['get', 'head'] as const) {
    const answer = await request(app)[method](former).redirects(0);
    expect([answer.status, answer.headers.location]).toEqual([301, present]);
  }
  await request(app).get(present).expect(200);
});

test('the anchors under former ids stand where the present ones do', () => {
  const services = bodyOf('/services') ?? '';
  const row = /<tr role="row" id="seba-web-portal".*?<\/tr>/s.exec(services)?.[0];
  for (const id of ['seba-portal', 'seba-old-portal']) expect(row).toContain(`id="${id}"`);
  const card = /<article class="card" id="officer-head".*?<\/article>/s.exec(
    bodyOf('/contact') ?? '',
  )?.[0];
  expect(card).toContain('id="officer-programmer"');
});

test.each([...pageChecks, ...openDataChecks])('%s', async (_what, check) => check(renamed));

test('open data and the sitemap have only the present ids', () => {
  for (const path of ['/charter.json', '/services.csv', '/sitemap.xml'])
    expect(bodyOf(path)).not.toMatch(/former|"programmer"|services\/portal/);
});

test('the vCard keeps its UID, by which address books know it again', () => {
  expect(bodyOf('/contact/head.vcf')).toMatch(
    /^UID:https?:\/\/[^/]+\/contact\/programmer\.vcf\r$/m,
  );
});

const TODAY = '2026-06-01';
const hasGit = spawnSync('git', ['--version']).status === 0;
test.skipIf(!hasGit)('a published id that is gone is advice for a month', async () => {
  await withDataCopy(async (folder) => {
    const commit = (day: string) => {
      const date = `${day}T12:00:00Z`;
      const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
      for (const order of [
        ['add', '.'],
        [...who, 'commit', '-qm', 'Edit'],
      ])
        execFileSync('git', ['-C', folder, ...order], { env });
    };
    const change = (name: string, from: RegExp, to: string) => {
      const path = join(folder, name);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    const removed = (today = TODAY) =>
      reviewData(folder, today, removedIds(folder, today))
        .filter(({ rule }) => rule === 'removed-id')
        .map(({ file, position, en }) => [file.split('/').at(-1), position, en.wrong]);

    execFileSync('git', ['init', '-q', folder]);
    expect(removed()).toEqual([]);
    commit('2026-01-01');
    expect(removed()).toEqual([]);
    change('services.yaml', /id: portal\n/, 'id: web-portal\n');
    change('services.yaml', /superior: programmer/g, 'superior: head');
    change('officers.yaml', /^programmer:/m, 'head:');
    const both = [
      ['officers.yaml', undefined, expect.stringContaining('officer "programmer"')],
      ['services.yaml', undefined, expect.stringContaining('service "portal"')],
    ];
    expect(removed()).toEqual(both);
    commit('2026-05-20');
    expect(removed()).toEqual(both);
    expect(removed('2026-07-01')).toEqual([]);
    change('services.yaml', /id: web-portal\n/, 'id: web-portal\n    former_ids: [portal]\n');
    change('officers.yaml', /^head:/m, 'head:\n  former_ids: [programmer]');
    expect(removed()).toEqual([]);
    change('services.yaml', / {2}- id: e-filing\n(.*\n)*?\n/, '');
    expect(removed()).toEqual([
      ['services.yaml', undefined, expect.stringContaining('service "e-filing"')],
    ]);
    const check = ['src/commands/check.ts', folder, '--today', TODAY, '--advice'];
    expect((await run(process.execPath, check).ended).stdout).toContain('service "e-filing"');
  });
});
