// Single values of the data: addresses, numbers under the right key, dates; and files that are not where they should be.

import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { officeSchema } from '../src/charter/office.ts';
import { officerSchema } from '../src/charter/officer.ts';
import { toUrl, webAddress } from '../src/charter/values.ts';
import { reviewData } from '../src/data/advice.ts';
import { type FileName, fileNames } from '../src/data/sources.ts';
import { buildSite } from '../src/site/build.ts';
import { dataFolder, withDataCopy } from './support/data.ts';
import { textOf } from './support/page-checks.ts';
import { charter, publicUrl } from './support/site.ts';

const TODAY = '2026-06-01';

test.each([
  ['office.gov.bd', 'office.gov.bd'],
  ['http://office.gov.bd', 'office.gov.bd'],
  ['HTTPS://Office.Gov.BD/a?b=c#d', 'office.gov.bd'],
  ['বিটিসিএল.বাংলা', 'xn--j5b5azb0a2a4bbb.xn--54b7fta0cc'],
  ['https://বিটিসিএল.বাংলা/সেবা?ক=খ', 'xn--j5b5azb0a2a4bbb.xn--54b7fta0cc'],
  ['xn--j5b5azb0a2a4bbb.xn--54b7fta0cc', 'xn--j5b5azb0a2a4bbb.xn--54b7fta0cc'],
  ['office.বাংলা:8080/x', 'office.xn--54b7fta0cc:8080'],
  ['office.gov.bd:8080', 'office.gov.bd:8080'],
  ['http://office.gov.bd:8080/x', 'office.gov.bd:8080'],
  ['203.0.113.5', '203.0.113.5'],
  ['203.0.113.5:8080/x', '203.0.113.5:8080'],
  ['https://203.0.113.5/', '203.0.113.5'],
  ['[2001:db8::1]', '[2001:db8::1]'],
  ['http://[2001:DB8::1]:8080/x', '[2001:db8::1]:8080'],
  ['a-b.c1.org.bd/x_(y)', 'a-b.c1.org.bd'],
])('%s is a web address, at %s', (written, host) => {
  expect(webAddress.parse(written)).toBe(written.normalize('NFC'));
  expect(new URL(toUrl(written)).host).toBe(host);
});

test.each([
  'office',
  'localhost:3000',
  'নেই',
  'www.',
  'office.gov.bd.',
  'office .gov.bd',
  'office.gov.bd /x',
  'a.gov.bd,b.gov.bd',
  'a.gov.bd, b.gov.bd',
  'office..gov.bd',
  '-office.gov.bd',
  'office-.gov.bd',
  'office.gov.bd।',
  'office.gov.b',
  'office.gov.12',
  '২.৪',
  '2.4',
  '123',
  '0x7f.1',
  '203.0.113.256',
  '203.0.113',
  '2001:db8::1',
  '[2001:db8::g]',
  'office.gov.bd:99999',
  'office.gov.bd:http',
  'name@office.gov.bd',
  'http://name:word@office.gov.bd',
  'mailto:name@office.gov.bd',
  'tel:333',
  'ftp://office.gov.bd',
  'javascript:alert(1)',
  'javascript://office.gov.bd/%0aalert(1)',
  'data:text/html,x',
  'http:office.gov.bd',
  'http:/office.gov.bd',
  'https//office.gov.bd',
  'http://http://office.gov.bd',
  'http://',
  'office.gov.bd\\x',
  `${'a'.repeat(64)}.gov.bd`,
])('%s is no web address', (written) => {
  expect(rulesOf(webAddress.safeParse(written))).toEqual(['website']);
});

test('a Bengali address is shown as published, as Bengali, and leads there', async () => {
  const address = 'বিটিসিএল.বাংলা';
  const site = await buildSite(
    { ...charter, office: { ...charter.office, website: { address, confirmed: true } } },
    publicUrl,
  );
  expect(textOf({ site }, '/')).toContain(`<a href="http://${address}">${address}</a>`);
});

const rulesOf = ({ error }: { error?: { issues: unknown[] } | undefined }): unknown[] =>
  error?.issues.map((issue) => Object(issue).params?.rule) ?? [];

// The key that a number is accepted under, or the rule that says where it belongs.
test.each([
  ['01700000000', 'mobile', []],
  ['02-55000000', 'mobile', ['is-telephone']],
  ['+442012345678', 'mobile', ['is-telephone']],
  ['01700000000 Ext 1', 'mobile', ['is-telephone']],
  ['333', 'mobile', ['is-short-code']],
  ['16123', 'mobile', ['is-short-code']],
  ['55000000', 'mobile', ['no-area-code']],
  ['01700000000-1', 'mobile', ['several-numbers']],
  ['0170000000', 'mobile', ['mobile']],
  ['02-55000000', 'phone', []],
  ['02-55000000 Ext 12', 'phone', []],
  ['01700000000', 'phone', []],
  ['333', 'phone', ['is-short-code']],
  ['৫৫০০০০০০', 'phone', ['no-area-code']],
  ['02-55000000-5', 'phone', ['several-numbers']],
  ['01100000000', 'phone', ['phone']],
  ['333', 'short_code', []],
  ['01700000000', 'short_code', ['is-mobile']],
  ['02-55000000', 'short_code', ['is-telephone']],
  ['56308', 'short_code', ['no-area-code']],
  ['33', 'short_code', ['no-area-code']],
  ['হটলাইন', 'short_code', ['short-code']],
])('%s under %s: %j', (value, key, rules) => {
  expect(rulesOf(officerSchema.safeParse({ post: 'পদ', [key]: value }))).toEqual(rules);
});

test.each([
  ['333', []],
  ['02-55000000', []],
  ['01700000000', []],
  ['55000000', ['no-area-code']],
  ['56308', ['no-area-code']],
  ['02-55000000-5', ['several-numbers']],
  ['৩৩৩-২', ['any-number']],
  ['999, 333', ['several-numbers']],
  ['x', ['any-number']],
])('%s as a helpline: %j', (number, rules) => {
  const office = { department: 'অধিদপ্তর', helplines: [{ name: 'সেবা', number }] };
  expect(rulesOf(officeSchema.safeParse(office))).toEqual(rules);
});

// Advice on the dates of the office, with each bound at, below and above.
test.each<[today: string, dates: Record<string, string>, rules: string[]]>([
  ['2026-06-01', {}, []],
  ['2026-06-01', { published: '2026-06-01' }, []],
  ['2026-06-01', { published: '2026-06-02' }, ['future-date']],
  ['2026-06-30', { published: '2026-06' }, []],
  ['2026-06-01', { published: '2026-06' }, []],
  ['2026-05-31', { published: '2026-06' }, ['future-date']],
  ['2026-06-01', { reviewed: '2026-06-02' }, ['future-date']],
  [
    '2026-06-01',
    { published: '2026-06-02', reviewed: '2026-06-03' },
    ['future-date', 'future-date'],
  ],
  // 92 days are not too many.
  ['2026-06-01', { published: '2026-03-01' }, []],
  ['2026-06-01', { published: '2026-02-28' }, ['old-review']],
  ['2026-10-01', { reviewed: '2026-07-01' }, []],
  ['2026-10-02', { reviewed: '2026-07-01' }, ['old-review']],
  ['2026-10-01', { published: '2020-01-01', reviewed: '2026-07-01' }, []],
  ['2026-10-02', { published: '2020-01-01', reviewed: '2026-07-01' }, ['old-review']],
  // A month is over on its last day.
  ['2026-10-01', { reviewed: '2026-06' }, ['old-review']],
  ['2026-09-30', { reviewed: '2026-06' }, []],
  ['2028-05-31', { reviewed: '2028-02' }, []],
  ['2028-06-01', { reviewed: '2028-02' }, ['old-review']],
  ['2027-04-02', { reviewed: '2026-12' }, []],
  ['2027-04-03', { reviewed: '2026-12' }, ['old-review']],
  // The review is after the publication.
  ['2026-06-01', { published: '2026-05-02', reviewed: '2026-05-01' }, ['reviewed-first']],
  ['2026-06-01', { published: '2026-05-01', reviewed: '2026-05-01' }, []],
  ['2026-06-01', { published: '2026-05-31', reviewed: '2026-05' }, []],
  ['2026-06-01', { published: '2026-05', reviewed: '2026-05-01' }, []],
  ['2026-06-01', { published: '2026-05', reviewed: '2026-04-30' }, ['reviewed-first']],
  ['2026-06-01', { published: '2026-05-01', reviewed: '2026-04' }, ['reviewed-first']],
  ['2026-06-01', { published: '2026-06-02', reviewed: '2026-04-30' }, ['future-date']],
  ['2026-06-01', { published: '2020-01-02', reviewed: '2020-01-01' }, ['reviewed-first']],
  // The last day counts, and RFC 9116 recommends less than a year.
  ['2026-06-01', { expires: '2026-05-31' }, ['security-expired']],
  ['2026-06-01', { expires: '2026-06-01' }, []],
  ['2026-06-01', { expires: '2026-06-02' }, []],
  ['2026-06-01', { expires: '2027-05-31' }, []],
  ['2026-06-01', { expires: '2027-06-01' }, ['security-far']],
  ['2026-06-01', { expires: '2027-06-02' }, ['security-far']],
  ['2028-02-29', { expires: '2029-02-28' }, []],
  ['2028-02-29', { expires: '2029-03-01' }, ['security-far']],
])('on %s, %j is advised on: %j', (today, { expires, ...dates }, rules) => {
  const lines = Object.entries(dates).map(([key, value]) => `${key}: ${value}`);
  if (expires) lines.push('security:', '  contact: a@example.gov.bd', `  expires: ${expires}`);
  const text = ['department: অধিদপ্তর', ...lines, ''].join('\n');
  const found = inFolder((folder) => {
    writeFileSync(join(folder, 'office.yaml'), text);
    writeFileSync(join(folder, 'charter.yaml'), 'expectations: [একটি কথা]\n');
    return reviewData(folder, today);
  });
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

test('security.txt and the advice end on the same moment', async () => {
  const office = { ...charter.office, security: { contact: 'a@b.bd', expires: '2026-06-01' } };
  const site = await buildSite({ ...charter, office }, publicUrl);
  const [, end = ''] = /^Expires: (.+)$/m.exec(textOf({ site }, '/.well-known/security.txt')) ?? [];
  // The last second of the day in Dhaka; on the next day the advice says that it has passed.
  expect(new Date(Date.parse(end) + 1000).toISOString()).toBe('2026-06-01T18:00:00.000Z');
});

function inFolder<T>(use: (folder: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'values-'));
  try {
    const folder = join(root, 'data');
    mkdirSync(folder);
    return use(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each(fileNames)('a link to nothing in the place of %s is a problem', async (name) => {
  await withDataCopy((folder) => {
    rmSync(join(folder, name), { force: true });
    symlinkSync(join(folder, 'gone'), join(folder, name));
    const problems = reviewData(folder, TODAY).filter(({ severity }) => severity === 'problem');
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'unreadable', file: expect.stringMatching(`${name}$`) }),
    );
  });
});

test('a link that leads round in a circle is a problem, and one to a file is that file', async () => {
  await withDataCopy((folder) => {
    const path = join(folder, 'synonyms.yaml');
    rmSync(path, { force: true });
    symlinkSync(path, path);
    expect(reviewData(folder, TODAY).map(({ rule }) => rule)).toContain('unreadable');
    rmSync(path);
    renameSync(join(folder, 'office.yaml'), join(folder, '..', 'kept.yaml'));
    symlinkSync('../kept.yaml', join(folder, 'office.yaml'));
    const found = reviewData(folder, TODAY);
    expect(found.filter(({ severity }) => severity === 'problem')).toEqual([]);
  });
});

test('a link to nothing in the place of the folder is a problem', () => {
  const found = inFolder((folder) => {
    symlinkSync(join(folder, 'gone'), join(folder, 'link'));
    return reviewData(join(folder, 'link'), TODAY);
  });
  expect(found.map(({ rule }) => rule)).toEqual(['missing-folder']);
});

test.each([
  ['a link to itself', (root: string) => symlinkSync(join(root, 'link'), join(root, 'link'))],
  ['a name that is too long', () => 'a'.repeat(300)],
])('%s in the place of the folder is a problem', (_what, make) => {
  const found = inFolder((folder) => reviewData(join(folder, make(folder) ?? 'link'), TODAY));
  expect(found.map(({ rule }) => rule)).toEqual(['missing-folder']);
});

/** Names under which a services.yaml may arrive that nobody reads. */
const ODD_NAMES = [
  'services.yml',
  'services.yaml.txt',
  'services.txt',
  'services.yml.txt',
  'services (1).yaml',
  'services(12).yaml',
  'services-1.yaml',
  'services - Copy.yaml',
  'services - Copy (2).yaml',
  'services (copy).yaml',
  'Copy of services.yaml',
  'services - কপি.yaml',
  'services.yaml (1)',
  'services.yaml.yaml',
  'Services.yaml',
  'SERVICES.YAML',
  'services',
  'data/services.yaml',
  'data/Services (1).yml',
  'Data/services.yaml',
  '../Data/services.yaml',
];

test.each(ODD_NAMES)(
  '%s is not read: alone a problem, beside the right one advice',
  async (name) => {
    await withDataCopy((folder) => {
      const path = join(folder, 'services.yaml');
      mkdirSync(join(folder, name, '..'), { recursive: true });
      cpSync(path, join(folder, name));
      const shown = basename(name);
      const advice = reviewData(folder, TODAY).filter(({ rule }) => rule === 'stray-file');
      expect(advice).toHaveLength(1);
      expect(advice[0]?.bn.wrong).toContain(shown);
      expect(advice[0]?.file).toMatch(/data.services\.yaml$/);
      rmSync(path);
      const problems = reviewData(folder, TODAY).filter(({ severity }) => severity === 'problem');
      expect(problems.map(({ rule }) => rule)).toContain('missing-file');
      const missing = problems.find(({ rule }) => rule === 'missing-file');
      expect(missing?.en.fix).toContain(shown);
      expect(missing?.en.fix).toContain(name.includes('/') ? 'move it into' : 'rename that to');
    });
  },
);

test.each([
  'README.md',
  'services.yaml~',
  'services.yaml.bak',
  'services.yaml.swp',
  'services.docx',
  'servicesold',
  'old/services.yaml',
  '../services.yaml',
])('%s is nobody’s mistake', async (name) => {
  await withDataCopy((folder) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), 'x');
    expect(reviewData(folder, TODAY).map(({ rule }) => rule)).not.toContain('stray-file');
  });
});

test.each<[missing: FileName, stray: string, isMeant: boolean]>([
  ['officers.yaml', 'officer.yaml', true],
  ['officers.yaml', 'office (1).yaml', false],
  ['synonyms.yaml', 'synonym.yml', true],
])('without %s, %s is meant: %s', async (missing, stray, isMeant) => {
  await withDataCopy((folder) => {
    rmSync(join(folder, missing), { force: true });
    writeFileSync(join(folder, stray), 'x');
    const found = reviewData(folder, TODAY).filter(({ rule }) => rule === 'missing-file');
    expect(found.some(({ en }) => en.fix.includes(stray))).toBe(isMeant);
  });
});

test('a misspelt name beside all right ones is advised on', async () => {
  await withDataCopy((folder) => {
    for (const name of fileNames) appendFileSync(join(folder, name), '\n');
    writeFileSync(join(folder, 'servises.yaml'), 'x');
    writeFileSync(join(folder, 'servises.docx'), 'x');
    const found = reviewData(folder, TODAY).filter(({ rule }) => rule === 'stray-file');
    expect(found.map(({ file }) => basename(file))).toEqual(['services.yaml']);
    expect(found[0]?.bn.wrong).toContain('“servises.yaml”');
  });
});

test('no advice speaks of the performance agreement, which ended in October 2025', () => {
  const texts = ['src/data/messages.ts', 'src/data/advice.ts', 'data/README.md'];
  for (const path of texts)
    expect(readFileSync(path, 'utf8')).not.toMatch(/\bAPA\b|Performance Agreement|কর্মসম্পাদন চুক্তি/i);
  const [old] = inFolder((folder) => {
    cpSync(dataFolder, folder, { recursive: true });
    appendFileSync(join(folder, 'office.yaml'), '\nreviewed: 2026-01-01\n');
    return reviewData(folder, TODAY).filter(({ rule }) => rule === 'old-review');
  });
  expect(old?.bn.wrong).toContain('সনদ প্রকাশ করা এবং');
  expect(old?.en.wrong).toContain('duty to publish its charter and to review it');
});
