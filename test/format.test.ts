// The whole official format, as the two made-up offices use it.

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sectionsOf } from '../src/charter/sections.ts';
import { textOf as html } from './support/page-checks.ts';
import { headOffice, real, type TestOffice, unionCouncil } from './support/site.ts';

const outline = ({ charter }: TestOffice) =>
  sectionsOf(charter).map((section) => [
    section.number,
    section.id,
    'columns' in section ? section.columns.map(({ key }) => key).join(' ') : '',
  ]);

test('sections are numbered as the data fill them, and columns nobody fills are left out', () => {
  expect(outline(real)).toEqual([
    ['২.১', 'citizen', 'serial name time documents documents_source fee officer superior'],
  ]);
  expect(outline(unionCouncil)).toEqual([
    ['২.১', 'citizen', 'serial name time documents documents_source fee officer'],
    ['৩', 'expectations', ''],
  ]);
  expect(outline(headOffice)).toEqual([
    ['২.১', 'citizen', 'serial name method documents fee time officer'],
    ['২.২', 'institutional', 'serial name method documents fee time officer'],
    ['২.৩', 'internal', 'serial name method documents fee time officer'],
    ['৩', 'subordinate', ''],
    ['৪', 'expectations', ''],
    ['৫', 'complaints', 'serial name whom where time'],
  ]);
});

test('parts of a service, fees of each kind, forms and several officers are shown', () => {
  const birth = html(unionCouncil, '/services/birth-registration');
  for (const text of ['ক. ', 'খ. ', 'গ. ', '১ কার্যদিবস', '২৫ টাকা', '৫০ টাকা', 'টিকার কার্ড']) {
    expect(birth).toContain(text);
  }
  const licence = html(unionCouncil, '/services/trade-licence');
  for (const text of ['মাঝারি ব্যবসা: ১,৫০০ টাকা', 'শিল্প প্রতিষ্ঠান: চুক্তি অনুযায়ী'])
    expect(licence).toContain(text);
  const citizenship = html(unionCouncil, '/services/citizenship-certificate');
  expect(citizenship).toContain('href="https://forms.example.gov.bd/citizenship-certificate.pdf"');
  for (const tel of ['tel:+8801700000001', 'tel:333', 'tel:+8801700000002', 'tel:+880255000001']) {
    expect(citizenship).toContain(`href="${tel}"`);
  }
  expect(citizenship).toContain('রুম ১, ');
});

test('dates and the confirmed website are shown where the data have them', () => {
  expect(html(unionCouncil, '/')).toContain('সর্বশেষ হালনাগাদ: ১ অক্টোবর ২০২৬');
  expect(html(unionCouncil, '/')).toContain('<a href="https://kalpananagar.example.gov.bd"');
  expect(html(unionCouncil, '/about')).toContain('সনদ প্রকাশের তারিখ: ১৫ জানুয়ারি ২০২৬'.normalize('NFC'));
  expect(html(headOffice, '/')).not.toContain('<a href="http://dreams');
});

test('nothing but the data knows the office', () => {
  const { office, officers } = real.charter;
  const names = [
    office.upazila,
    office.district,
    'kachua',
    'bagerhat',
    ...officers.map(({ mobile }) => mobile),
  ];
  for (const path of globSync(['src/**/*', 'views/**/*', 'public/**/*'])) {
    if (!/\.\w+$/.test(path)) continue;
    const text = readFileSync(path, 'utf8').normalize('NFC').toLowerCase();
    for (const name of names)
      expect(text.includes(name as string), `${path} names ${name}`).toBe(false);
  }
});
