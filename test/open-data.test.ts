// What programs, spreadsheets and telephones read, read by programs that are not ours.

import { Ajv2020 } from 'ajv/dist/2020.js';
import { assert, property, string } from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Charter } from '../src/charter/charter.ts';
import { categories } from '../src/charter/service.ts';
import { buildSite } from '../src/site/build.ts';
import { servicesCsv } from '../src/site/open-data/services-csv.ts';
import { officerVcard } from '../src/site/open-data/vcard.ts';
import {
  charter,
  headOffice,
  offices,
  publicUrl,
  real,
  type TestOffice,
  unionCouncil,
} from './support/site.ts';

const textOf = ({ site }: Pick<TestOffice, 'site'>, path: string) =>
  site.resources.get(path)?.bodies.identity.bytes.toString() ?? '';

const readCsv = (text: string) => {
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const { data, errors } = Papa.parse<string[]>(text.slice(1).replace(/\r\n$/, ''));
  expect(errors).toEqual([]);
  return data;
};

const readVcard = (text: string) => {
  const card = new ICAL.Component(ICAL.parse(text));
  const all = (name: string) =>
    card.getAllProperties(name).map((one) => String(one.getFirstValue()));
  return { all, one: (name: string) => card.getFirstPropertyValue(name) };
};

/** The schema.org things of a page. */
const thingsOf = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].flatMap(
    ([, json]) => JSON.parse(json as string)['@graph'],
  );

describe.each(offices)('$name', (office) => {
  const { charter, site } = office;

  test('charter.json is valid by its own schema and has everything', () => {
    const data = JSON.parse(textOf(office, '/charter.json'));
    const schema = JSON.parse(textOf(office, '/charter.schema.json'));
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    expect(ajv.validate(schema, data), JSON.stringify(ajv.errors)).toBe(true);
    expect(data.$schema).toBe(`${publicUrl}/charter.schema.json`);
    expect(data.version).toBe('1.0.0');
    expect(data.services).toHaveLength(charter.services.length);
    for (const [index, service] of charter.services.entries()) {
      const open = data.services[index];
      expect(open.name).toBe(service.name);
      expect(open.time).toBe(service.time);
      expect(open.officers).toEqual(service.officers.map(({ id }) => id));
      expect(site.resources.has(new URL(open.url).pathname)).toBe(true);
    }
    for (const officer of data.officers)
      for (const number of officer.telephones) expect(number).toMatch(/^(\+\d{11,15}|\d{3,5})$/);
  });

  test('services.csv has the official columns and a row for each service', () => {
    const [heading, ...rows] = readCsv(textOf(office, '/services.csv'));
    expect(rows).toHaveLength(charter.services.length);
    expect(heading).toEqual(expect.arrayContaining([charter.headings.name]));
    for (const [index, row] of rows.entries()) {
      expect(row).toHaveLength(heading?.length as number);
      expect(row.join('\n')).toContain(charter.services[index]?.name);
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
  });

  test.each(charter.officers)('the vCard of $id can be read', (officer) => {
    const { all, one } = readVcard(textOf(office, `/contact/${officer.id}.vcf`));
    expect(one('version')).toBe('4.0');
    expect(one('fn')).toBe(officer.name ?? `${officer.post}, ${officer.place}`);
    expect(one('title')).toBe(officer.post);
    expect(one('org')).toEqual(officer.office);
    expect(all('email')).toEqual(officer.email ? [officer.email] : []);
    expect(all('tel')).toHaveLength(
      [officer.mobile, officer.phone, officer.short_code].filter(Boolean).length,
    );
    for (const number of all('tel')) expect(number).toMatch(/^(\+\d{11,15}|\d{3,5})$/);
  });

  test('every service, the office and its officers are told to search engines', () => {
    const [webSite, governmentOffice] = thingsOf(textOf(office, '/'));
    expect(webSite['@type']).toBe('WebSite');
    expect(governmentOffice['@type']).toBe('GovernmentOffice');
    const [contact] = thingsOf(textOf(office, '/contact'));
    expect(contact['@id']).toBe(governmentOffice['@id']);
    expect(contact.contactPoint).toHaveLength(charter.officers.length);
    for (const { id, name } of charter.services) {
      const [service] = thingsOf(textOf(office, `/services/${id}`));
      expect(service['@type']).toBe('GovernmentService');
      expect(service.name).toBe(name);
      expect(service).not.toHaveProperty('processingTime');
    }
  });
});

test('a price is told only where the charter says a number or exactly that it is free', () => {
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

test('whatever a name is, a spreadsheet shows it and starts no formula', () => {
  for (const evil of ['=1+1', '+8801', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    const cell = readCsv(servicesCsv(named(evil), publicUrl))[1]?.[2];
    expect(cell).toBe(`'${evil}`);
  }
  assert(
    property(string({ minLength: 1, unit: 'grapheme' }), (name) => {
      const cell = readCsv(servicesCsv(named(name), publicUrl))[1]?.[2];
      expect(cell?.replace(/^'/, '')).toBe(name.replace(/^'/, ''));
    }),
  );
});

test('whatever a name is, the vCard says it', () => {
  const nameIn = (name: string) => {
    const [officer] = named(name).officers;
    return officer && readVcard(officerVcard(officer, publicUrl)).one('fn');
  };
  for (const name of ['ক; খ, গ', 'a\\nb', 'a\nb', 'END:VCARD\nBEGIN:VCARD'])
    expect(nameIn(name)).toBe(name);
  assert(
    property(string({ minLength: 1, unit: 'grapheme' }), (name) => {
      expect(nameIn(name)).toBe(name);
    }),
  );
});

test('no text of the data ends the data block of a page', async () => {
  const evil = 'ক</script><script>alert(1)</script><!--';
  const site = await buildSite(named(evil), publicUrl);
  const html = textOf({ site }, '/services/e-filing');
  expect(html).not.toContain('<script>alert');
  expect(thingsOf(html)[0].name).toBe(evil);
  expect(html.match(/<script/g)).toHaveLength(1);
});

test('the categories of the open format are those of the charter', () => {
  const { properties } = JSON.parse(textOf(real, '/charter.schema.json'));
  expect(properties.services.items.properties.category.enum).toEqual([...categories]);
});

test('whom to tell of a weakness is told where the data name somebody (RFC 9116)', () => {
  expect(textOf(unionCouncil, '/.well-known/security.txt')).toBe(
    [
      'Contact: mailto:security@kalpananagar.example.gov.bd',
      'Expires: 2027-06-30T00:00:00Z',
      'Preferred-Languages: bn, en',
      `Canonical: ${publicUrl}/.well-known/security.txt\n`,
    ].join('\n'),
  );
  expect(textOf(real, '/.well-known/security.txt')).toBe('');
});
