// The open data, read by third-party parsers.

import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Charter } from '../src/charter/charter.ts';
import { categories } from '../src/charter/service.ts';
import { buildSite } from '../src/site/build.ts';
import { servicesCsv } from '../src/site/open-data/services-csv.ts';
import { officerVcard } from '../src/site/open-data/vcard.ts';
import { openDataChecks, readCsv, readVcard, thingsOf } from './support/open-data-checks.ts';
import { textOf } from './support/page-checks.ts';
import {
  charter,
  headOffice,
  offices,
  publicUrl,
  real,
  type TestOffice,
  unionCouncil,
} from './support/site.ts';

describe.each(offices)('$name', (office) => {
  test.each(openDataChecks)('%s', (_, check) => check(office));
});

test('a price is only given where the charter has a number or says exactly that it is free', () => {
  const offersOf = (office: TestOffice, id: string) =>
    thingsOf(textOf(office, `/services/${id}`))[0].offers?.map(
      ({ price }: { price: number }) => price,
    );
  expect(offersOf(real, 'portal')).toEqual([0]);
  expect(offersOf(headOffice, 'dream-advice')).toEqual([0]);
  // "অনলাইনে পরিশোধ: ১০০ টাকা" is prose.
  expect(offersOf(headOffice, 'dream-registration')).toBeUndefined();
  const fees = JSON.parse(textOf(headOffice, '/charter.json')).services[0].fees;
  expect(fees).toEqual([{ fee: 'অনলাইনে পরিশোধ: ১০০ টাকা' }]);
});

/** The real charter with another name for its first service and officer. */
function named(name: string): Charter {
  const [officer, ...officers] = charter.officers;
  const [service, ...services] = charter.services;
  if (!officer || !service) throw new Error('a charter has both');
  return {
    ...charter,
    officers: [{ ...officer, name }, ...officers],
    services: [{ ...service, name }, ...services],
  };
}

test('any name is shown in a spreadsheet and never becomes a formula', () => {
  for (const evil of ['=1+1', '+8801', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    const cell = readCsv(servicesCsv(named(evil), publicUrl) ?? '')[1]?.[2];
    expect(cell).toBe(`'${evil}`);
  }
  assert(
    property(string({ minLength: 1, unit: 'grapheme' }), (name) => {
      const cell = readCsv(servicesCsv(named(name), publicUrl) ?? '')[1]?.[2];
      expect(cell?.replace(/^'/, '')).toBe(name.replace(/^'/, ''));
    }),
  );
});

test('any name survives in a vCard', () => {
  const nameIn = (name: string) => {
    const [officer] = named(name).officers;
    return officer && readVcard(officerVcard(officer, charter.office, publicUrl)).one('fn');
  };
  for (const name of ['ক; খ, গ', 'a\\nb', 'a\nb', 'END:VCARD\nBEGIN:VCARD'])
    expect(nameIn(name)).toBe(name);
  assert(
    property(string({ minLength: 1, unit: 'grapheme' }), (name) => {
      expect(nameIn(name)).toBe(name);
    }),
  );
});

test('an extension of a telephone is in every file, for a program to dial', async () => {
  const [officer, ...officers] = charter.officers;
  if (!officer) throw new Error('the charter has officers');
  const extended = { ...officer, mobile: undefined, phone: '০২-৫৫০০০০০০ (বর্ধিত ১২)' };
  const of = {
    ...charter,
    officers: [extended, ...officers],
    services: charter.services.map((one) => ({ ...one, officers: [extended] })),
  } as Charter;
  const office = { site: await buildSite(of, publicUrl) };
  const contact = textOf(office, '/contact');
  expect(contact).toContain('href="tel:+880255000000;ext=12"');
  expect(contact).toContain('০২-৫৫০০০০০০ (বর্ধিত ১২)');
  const [telephone] = JSON.parse(textOf(office, '/charter.json')).officers[0].telephones;
  expect(telephone).toBe('+880255000000;ext=12');
  expect(textOf(office, '/services.csv')).toContain('০২-৫৫০০০০০০ (বর্ধিত ১২)');
  // Android drops all but digits, + and the pause.
  expect(textOf(office, `/contact/${officer.id}.vcf`)).toContain(
    'TEL;TYPE=WORK:+880255000000p12\r\n',
  );
});

test('no text in the data can close the JSON-LD block', async () => {
  const evil = 'ক</script><script>alert(1)</script><!--';
  const site = await buildSite(named(evil), publicUrl);
  const html = textOf({ site }, '/services/e-filing');
  expect(html).not.toContain('<script>alert');
  expect(thingsOf(html)[0].name).toBe(evil);
  expect(html.match(/<script/g)).toHaveLength(1);
});

test('the JSON categories are those of the charter', () => {
  const { properties } = JSON.parse(textOf(real, '/charter.schema.json'));
  expect(properties.services.items.properties.category.enum).toEqual([...categories]);
});

test('security.txt exists if the data name a contact (RFC 9116)', () => {
  expect(textOf(unionCouncil, '/.well-known/security.txt')).toBe(
    [
      'Contact: mailto:security@kalpananagar.example.gov.bd',
      'Expires: 2027-06-30T23:59:59+06:00',
      'Preferred-Languages: bn, en',
      `Canonical: ${publicUrl}/.well-known/security.txt\n`,
    ].join('\n'),
  );
  expect(textOf(real, '/.well-known/security.txt')).toBe('');
});
