// Checks of the open data of any sound charter, by programs that are not ours.

import { Ajv2020 } from 'ajv/dist/2020.js';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import VCF from 'vcf';
import { expect } from 'vitest';
import { officerNumbers, officersAmong } from '../../src/charter/officer.ts';
import { columnsWithValues } from '../../src/charter/sections.ts';
import { type Check, textOf } from './page-checks.ts';
import { publicUrl } from './site.ts';

/**
 * Returns the rows of a CSV file by the grammar of RFC 4180 §2, and nothing else: what holds a line break, a comma or a
 * quotation mark is quoted, lines end with CRLF, all have as many cells.
 */
function readStrictly(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const [, quoted, plain = '', end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error(`no CSV: ${JSON.stringify(text.slice(at, at + 40))}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',' && field.lastIndex < text.length) rows.push([]);
  }
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  return rows;
}

/** Returns the rows of a CSV file as a strict reader and a lenient one see them, which agree. */
export function readCsv(text: string): string[][] {
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const rows = readStrictly(text.slice(1));
  const { data, errors } = Papa.parse<string[]>(text.slice(1).replace(/\r\n$/, ''));
  expect(errors).toEqual([]);
  expect(data).toEqual(rows);
  return rows;
}

/** Returns a vCard as two address books read it, which agree. */
export function readVcard(text: string) {
  const card = new ICAL.Component(ICAL.parse(text));
  const other = new VCF().parse(text);
  const plain = (value: string) =>
    value.replace(/\\([\\,;n])/g, (_, sign) => (sign === 'n' ? '\n' : sign));
  const all = (name: string) => {
    const values = card.getAllProperties(name).map((one) => [one.getFirstValue()].flat().join(';'));
    const others = [other.get(name) ?? []].flat().map((one) => plain(String(one.valueOf())));
    expect(others).toEqual(values);
    return values;
  };
  return { all, one: (name: string) => all(name)[0] };
}

/** Returns the schema.org things of a page. */
export const thingsOf = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].flatMap(
    ([, json]) => JSON.parse(json as string)['@graph'],
  );

const DIALLED = /^(\+\d{11,15}|\d{3,5})$/;

export const openDataChecks: Check[] = [
  [
    'charter.json has every part of the charter but the words for the search',
    (office) => {
      const published = JSON.parse(textOf(office, '/charter.json'));
      // The titles of the sections stand at the services and tables.
      const parts = Object.entries({ ...office.charter, sections: undefined, synonyms: undefined });
      const given = parts.flatMap(([key, part]) => (part === undefined ? [] : key));
      expect(given.filter((key) => !Object.hasOwn(published, key))).toEqual([]);
    },
  ],
  [
    'charter.json is valid by its own schema and has everything',
    (office) => {
      const data = JSON.parse(textOf(office, '/charter.json'));
      const schema = JSON.parse(textOf(office, '/charter.schema.json'));
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      expect(ajv.validate(schema, data), JSON.stringify(ajv.errors)).toBe(true);
      expect(data.$schema).toBe(`${publicUrl}/charter.schema.json`);
      expect(data.version).toBe('1.3.0');
      expect(Object.keys(data.headings)).toEqual(office.charter.headings.map(({ key }) => key));
      expect(data.services).toHaveLength(office.charter.services.length);
      for (const [index, service] of office.charter.services.entries()) {
        const open = data.services[index];
        expect(open.name).toBe(service.name);
        expect(open.time).toBe(service.time);
        expect(open.officers).toEqual(officersAmong(service.officers).map(({ id }) => id));
        expect(office.site.resources.has(new URL(open.url).pathname)).toBe(true);
      }
      for (const officer of data.officers)
        for (const number of officer.telephones) expect(number).toMatch(DIALLED);
    },
  ],
  [
    'services.csv has the official columns and a row for each service',
    (office) => {
      const { services } = office.charter;
      if (services.length === 0) {
        expect(textOf(office, '/services.csv')).toBe('');
        return;
      }
      const columns = columnsWithValues(office.charter, services);
      const [heading, ...rows] = readCsv(textOf(office, '/services.csv'));
      expect(rows).toHaveLength(services.length);
      const places = columns.map((column) => heading?.indexOf(column.heading) ?? -1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places).not.toContain(-1);
      for (const [index, row] of rows.entries()) {
        expect(row).toHaveLength(heading?.length as number);
        expect(row.join('\n')).toContain(services[index]?.name);
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/m);
      }
    },
  ],
  [
    'the vCard of every officer can be read',
    (office) => {
      for (const officer of office.charter.officers) {
        const { all, one } = readVcard(textOf(office, `/contact/${officer.id}.vcf`));
        expect(one('version')).toBe('3.0');
        expect(one('n')).toContain(officer.name ?? officer.post);
        expect(one('fn')).toContain(officer.name ?? officer.post);
        expect(one('title')).toBe(officer.post);
        expect(one('org')).toEqual(officer.office ?? office.charter.office.department);
        expect(all('email')).toEqual(officer.email ? [officer.email] : []);
        expect(all('tel')).toHaveLength(officerNumbers(officer).length);
        for (const number of all('tel')) expect(number).toMatch(DIALLED);
      }
    },
  ],
  [
    'search engines are told of every service, the office and its officers',
    (office) => {
      const [webSite, governmentOffice] = thingsOf(textOf(office, '/'));
      expect(webSite['@type']).toBe('WebSite');
      expect(governmentOffice['@type']).toBe('GovernmentOffice');
      const { officers: all, office: at } = office.charter;
      const [contact] = thingsOf(textOf(office, '/contact'));
      expect(contact?.['@id']).toBe(contact && governmentOffice['@id']);
      const points = all.length + (at.helplines?.length ?? 0);
      expect(contact?.contactPoint ?? []).toHaveLength(points);
      for (const { availableLanguage } of contact?.contactPoint.slice(0, all.length) ?? [])
        expect(availableLanguage).toBe('bn');
      for (const { id, name, officers } of office.charter.services) {
        const [service] = thingsOf(textOf(office, `/services/${id}`));
        expect(service['@type']).toBe('GovernmentService');
        expect(service.name).toBe(name);
        expect(service.availableChannel).toHaveLength(officersAmong(officers).length);
        expect(service).not.toHaveProperty('processingTime');
      }
    },
  ],
];
