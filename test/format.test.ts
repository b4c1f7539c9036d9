// The whole format, as the made-up offices use it.

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sectionsOf } from '../src/charter/sections.ts';
import { thingsOf } from './support/open-data-checks.ts';
import { textOf as html } from './support/page-checks.ts';
import {
  complaintsOnly,
  feeCharts,
  headOffice,
  minimal,
  municipality,
  real,
  type TestOffice,
  unionCouncil,
} from './support/site.ts';

const outline = ({ charter }: TestOffice) =>
  sectionsOf(charter).map((section) => [
    section.number,
    section.id,
    'columns' in section ? section.columns.map(({ key }) => key).join(' ') : '',
  ]);

test('sections are numbered by the data, and empty columns are left out', () => {
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
    ['৫', 'complaints', 'serial when whom where time'],
  ]);
});

test('cases, every kind of fee, forms and several officers are shown', () => {
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

test('an office can have its own titles, numbers, columns, groups and letters', () => {
  expect(outline(municipality)).toEqual([
    ['ক', 'citizen', 'serial name recipient fee time duty officer superior remarks'],
  ]);
  const [section] = sectionsOf(municipality.charter);
  expect(section?.kind === 'services' && section.columns.map(({ label }) => label)).toEqual([
    'ক্র. নং',
    'সেবার নাম',
    'সেবা গ্রহীতা',
    'ফি',
    'সেবা প্রদানের প্রতিশ্রুত সময়'.normalize('NFC'),
    'নাগরিকের দায়িত্ব'.normalize('NFC'),
    'দায়িত্বপ্রাপ্ত কর্মকর্তা'.normalize('NFC'),
    'না পেলে যাঁর কাছে প্রতিকার',
    'মন্তব্য',
  ]);
  expect(municipality.charter.services.map(({ serialText, group }) => [serialText, group])).toEqual(
    [
      ['ক', 'প্রকৌশল শাখা'],
      ['খ', 'প্রকৌশল শাখা'],
      ['ক', 'স্বাস্থ্য শাখা'],
      ['খ', 'স্বাস্থ্য শাখা'],
      ['ক', 'কর শাখা'],
    ],
  );
  const page = html(municipality, '/services');
  expect(page.match(/scope="rowgroup"/g)).toHaveLength(3);
  const road = html(municipality, '/services/road-cutting');
  for (const text of ['১,২৫০.৫০ টাকা', '৭ কার্যদিবস<br>(জরুরি', 'নিয়োজিত কার্য-সহকারী'])
    expect(road).toContain(text.normalize('NFC'));
});

test('words say what does not apply, and what the charter leaves empty', () => {
  const page = html(municipality, '/services');
  const missing = (meaning: string) => `<span class="missing">${meaning}</span>`.normalize('NFC');
  expect(page.split(missing('প্রযোজ্য নয়'))).toHaveLength(4);
  expect(page.split(missing('উল্লেখ নেই'))).toHaveLength(4);
});

test('cases are rows of their own in the table, and blocks on the page of the service', () => {
  const page = html(feeCharts, '/services/deed-registration');
  expect(page.match(/<h2 id="case-\d">/g)).toHaveLength(2);
  expect(page).toContain('২৫০.৭৫ টাকা');
  expect(html(feeCharts, '/services').match(/<tr role="row" class="case-row/g)).toHaveLength(2);
});

test('free tables are sections with their own titles', () => {
  expect(outline(feeCharts).map(([number, id]) => [number, id])).toEqual([
    ['২.১', 'institutional'],
    ['২.৪', 'registration-fees'],
    ['৪', 'if-refused'],
  ]);
  const page = html(feeCharts, '/services');
  expect(page).toContain('<h2 id="registration-fees-title">২.৪ নিবন্ধন ফি</h2>');
  expect(page).toContain('৭.৫০');
});

test('what the charter does not have leaves no trace', () => {
  const everything = (office: TestOffice) =>
    [...office.site.resources]
      .filter(([path]) => !path.endsWith('.schema.json'))
      .map(
        ([path, { bodies }]) =>
          path + bodies.identity.bytes.toString().replace(/<style.*?<\/style>/gs, ''),
      )
      .join('\n');
  const least = everything(minimal);
  expect(least).not.toMatch(
    /ভিশন|মিশন|কর্মকর্তা|\/contact|\/vision-mission|উল্লেখ নেই|কাগজপত্র|telephone|addressRegion/,
  );
  const complaints = everything(complaintsOnly);
  expect(complaints).not.toMatch(/ভিশন|services\.csv|সেবাসমূহ|"\/contact|কোন সেবা/);
  expect(complaints).toContain('href="tel:+880255000021"');
  expect(complaints).toContain('href="mailto:gro@kalpalok.example.gov.bd"');
});

test('address, hours and helplines are on home, contact, in the footer and in the open data', () => {
  for (const path of ['/', '/contact', '/about'])
    for (const text of ['পৌর ভবন, ২য় তলা<br>স্টেশন রোড', 'রবি থেকে বৃহস্পতিবার', 'href="tel:333"'])
      expect(html(municipality, path)).toContain(text.normalize('NFC'));
  expect(html(municipality, '/')).toContain('href="http://maps.example.com/nischintapur"');
  const [, office] = thingsOf(html(municipality, '/'));
  expect(office.openingHoursSpecification).toMatchObject({ opens: '09:00', closes: '17:00' });
  expect(html(municipality, '/contact/mayor.vcf')).toContain('ADR;TYPE=WORK:;;');
  expect(html(municipality, '/')).toContain('সর্বশেষ হালনাগাদ: জুলাই ২০২৬');
});

test('dates and a confirmed website are shown if the data have them', () => {
  expect(html(unionCouncil, '/')).toContain('সর্বশেষ হালনাগাদ: ১ অক্টোবর ২০২৬');
  expect(html(unionCouncil, '/')).toContain('<a href="https://kalpananagar.example.gov.bd"');
  expect(html(unionCouncil, '/about')).toContain('সনদ প্রকাশের তারিখ: ১৫ জানুয়ারি ২০২৬'.normalize('NFC'));
  expect(html(headOffice, '/')).not.toContain('<a href="http://dreams');
});

test('the code does not mention the office', () => {
  const { office, officers } = real.charter;
  const names = [
    office.upazila,
    office.district,
    'kachua',
    'bagerhat',
    ...officers.map(({ mobile }) => mobile),
  ];
  for (const path of globSync(['src/**/*', 'views/**/*', 'public/**/*'])) {
    // The list of all districts has this one too.
    if (!/\.\w+$/.test(path) || path.endsWith('/districts.ts')) continue;
    const text = readFileSync(path, 'utf8').normalize('NFC').toLowerCase();
    for (const name of names)
      expect(text.includes(name as string), `${path} names ${name}`).toBe(false);
  }
});
