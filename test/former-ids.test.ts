// Ids may change; published addresses still lead to the same service and officer.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { expect, test } from 'vitest';
import { createHandler } from '../src/http/handler.ts';
import { withDataCopy } from './support/data.ts';
import { openDataChecks } from './support/open-data-checks.ts';
import { pageChecks } from './support/page-checks.ts';
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
