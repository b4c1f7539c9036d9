// The open data, read by third-party parsers.

import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Charter } from '../src/charter/charter.ts';
import { type Office, weekdays } from '../src/charter/office.ts';
import type { Officer } from '../src/charter/officer.ts';
import { categories, type Service } from '../src/charter/service.ts';
import { createSearch } from '../src/search/search.ts';
import { buildSite } from '../src/site/build.ts';
import { charterJson, charterSchema } from '../src/site/open-data/charter-json.ts';
import { openSearchXml, robotsTxt, sitemapXml } from '../src/site/open-data/feeds.ts';
import { structuredData } from '../src/site/open-data/structured-data.ts';
import { officerVcard } from '../src/site/open-data/vcard.ts';
import { pages } from '../src/site/pages.ts';
import { charterOf } from './support/data.ts';
import { openDataChecks, readVcard, thingsOf } from './support/open-data-checks.ts';
import { textOf } from './support/page-checks.ts';
import { charter, offices, publicUrl, real, unionCouncil } from './support/site.ts';

describe.each(offices)('$name', (office) => {
  test.each(openDataChecks)('%s', (_, check) => check(office));
});

/** Returns the real charter with another name for its first service and officer. */
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

const officer: Officer = { id: 'head', post: 'প্রধান', former_ids: [] };
const service: Service = {
  id: 'one',
  formerIds: [],
  name: 'সেবা',
  category: 'citizen',
  categoryTitle: 'নাগরিক সেবা',
  serial: 1,
  serialText: '০১',
  group: undefined,
  officers: [],
  superiors: [],
  cases: [],
  own: [],
};
const office: Office = { department: 'পরিষদ' };

describe('the English name of a service', () => {
  const path = '/services/birth';
  const withName = (line: string) =>
    charterOf({
      'services.yaml': `citizen:\n  - id: birth\n    name: জন্ম সনদ\n${line}  - {id: tax, name: কর}`,
    });
  const of = withName('    name_en: Registration of newborns & <others>\n');

  test('stands on its page, in English, and nowhere where the office gives none', async () => {
    const shown = textOf({ site: await buildSite(of, publicUrl) }, path);
    expect(shown).toContain(
      '<p class="small-label" lang="en">Registration of newborns &amp; &lt;others&gt;</p>\n',
    );
    const none = textOf({ site: await buildSite(withName(''), publicUrl) }, path);
    expect(shown.replace(/<p class="small-label" lang="en">.*<\/p>\n/, '')).toBe(none);
  });

  test('is found by the search', () => {
    const found = createSearch(of)('newborns').map(({ target }) => target);
    expect(found).toEqual([expect.objectContaining({ service: of.services[0] })]);
  });

  test('is in open data', () => {
    const { services } = JSON.parse(charterJson(of, publicUrl));
    expect(services.map((one: { name_en?: string }) => one.name_en)).toEqual([
      'Registration of newborns & <others>',
      undefined,
    ]);
  });
});

test("every page's structured data are of schema.org", () => {
  const all = pages(charter).map((page) => structuredData(page, charter.office, publicUrl));
  const given = all.filter((one) => one !== undefined);
  expect(given.length).toBeGreaterThan(2);
  for (const one of given) expect(one).toHaveProperty(['@context'], 'https://schema.org');
});

/** Returns the real charter with other parts. */
const charterWith = (parts: Partial<Charter>): Charter => ({ ...charter, ...parts });
const thingsOn = (parts: Partial<Charter>, path: string): Record<string, unknown>[] => {
  const all = charterWith(parts);
  const page = pages(all).find((one) => one.path === path);
  const data = page && structuredData(page, all.office, publicUrl);
  return JSON.parse(JSON.stringify(data ?? { '@graph': [] }))['@graph'];
};

test('crawlers may read all, and learn of all pages and of the search', () => {
  expect(robotsTxt(publicUrl)).toBe(`User-agent: *\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`);
  expect(sitemapXml(publicUrl, ['/', '/about'])).toBe(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${publicUrl}/</loc></url>
<url><loc>${publicUrl}/about</loc></url>
</urlset>
`,
  );
  const description = openSearchXml(publicUrl, { ...office, department: 'ক & খ <গ>' });
  expect(description).toContain('<Description>ক &amp; খ &lt;গ></Description>');
  expect(description).toContain(`template="${publicUrl}/search?q={searchTerms}"/>`);
});

describe('the office to search engines', () => {
  const officeThing = (parts: Partial<Office>) =>
    thingsOn({ office: { ...office, ...parts } }, '/')[1];

  test.each<[Partial<Office>, object]>([
    [{}, {}],
    [{ district: 'জ' }, { addressRegion: 'জ' }],
    [
      { upazila: 'উ', district: 'জ' },
      { addressLocality: 'উ', addressRegion: 'জ' },
    ],
    // The nearest place is the locality.
    [
      { union: 'ই', upazila: 'উ', district: 'জ', address: 'ভবন' },
      { streetAddress: 'ভবন', addressLocality: 'ই', addressRegion: 'জ' },
    ],
    [{ union: 'ই' }, { addressLocality: 'ই' }],
  ])('%j has the address %j', (parts, address) => {
    expect(officeThing(parts)?.address).toEqual({
      '@type': 'PostalAddress',
      addressCountry: 'BD',
      ...address,
    });
  });

  test.each<[Office['hours'], object | undefined]>([
    [undefined, undefined],
    [{ text: 'রবি থেকে বৃহস্পতিবার', schedule: undefined }, undefined],
    [
      {
        text: 'রবিবার',
        schedule: { days: ['sunday'], opens: '09:00', closes: '17:00' },
      },
      { dayOfWeek: ['Sunday'], opens: '09:00', closes: '17:00' },
    ],
    [
      {
        text: 'সব দিন',
        schedule: { days: Object.keys(weekdays), opens: '00:00', closes: '23:59' },
      },
      { dayOfWeek: Object.values(weekdays), opens: '00:00', closes: '23:59' },
    ],
  ])('the hours %j are %j', (hours, specification) => {
    expect(officeThing({ hours })?.openingHoursSpecification).toEqual(
      specification && { '@type': 'OpeningHoursSpecification', ...specification },
    );
  });

  test.each([
    [undefined, undefined],
    ['maps.example.com/office', 'http://maps.example.com/office'],
    ['https://maps.example.com/office', 'https://maps.example.com/office'],
  ])('the map %s is %s', (map, url) => {
    expect(officeThing({ map })?.hasMap).toBe(url);
  });

  test('the site, its search and the office belong together', () => {
    expect(thingsOn({ office: { ...office, district: 'জ' } }, '/')).toEqual([
      {
        '@type': 'WebSite',
        url: `${publicUrl}/`,
        name: 'সিটিজেন চার্টার — পরিষদ, জ',
        inLanguage: 'bn',
        potentialAction: {
          '@type': 'SearchAction',
          target: {
            '@type': 'EntryPoint',
            urlTemplate: `${publicUrl}/search?q={search_term_string}`,
          },
          'query-input': 'required name=search_term_string',
        },
      },
      {
        '@type': 'GovernmentOffice',
        '@id': `${publicUrl}/#office`,
        name: 'পরিষদ, জ',
        url: `${publicUrl}/`,
        address: { '@type': 'PostalAddress', addressRegion: 'জ', addressCountry: 'BD' },
      },
    ]);
    expect(thingsOn({}, '/about')).toEqual([]);
  });

  test('whom to call: officers with the numbers and addresses that they have, then helplines', () => {
    const helplines = [{ name: 'তথ্য', number: '৩৩৩' }];
    const officers: Officer[] = [
      { ...officer, mobile: '01700000000', phone: '02-55000000', short_code: '16123' },
      { ...officer, id: 'other', post: 'অন্য', email: 'other@example.gov.bd' },
    ];
    const [contact] = thingsOn({ office: { ...office, helplines }, officers }, '/contact');
    expect(contact?.contactPoint).toEqual([
      {
        '@type': 'ContactPoint',
        contactType: 'প্রধান',
        telephone: ['+8801700000000', '+880255000000', '16123'],
        availableLanguage: 'bn',
      },
      {
        '@type': 'ContactPoint',
        contactType: 'অন্য',
        telephone: [],
        email: 'other@example.gov.bd',
        availableLanguage: 'bn',
      },
      { '@type': 'ContactPoint', contactType: 'তথ্য', telephone: '333' },
    ]);
  });
});

describe('a service to search engines', () => {
  const serviceThing = (parts: Partial<Service>) =>
    thingsOn({ office, services: [{ ...service, ...parts }] }, '/services/one')[0];

  test.each<[string, Partial<Service>, object[] | undefined]>([
    ['says no price', {}, undefined],
    ['costs a sum', { fee: [{ for: undefined, fee: 50 }] }, [{ price: 50 }]],
    ['costs nothing', { fee: [{ for: undefined, fee: 0 }] }, [{ price: 0 }]],
    ['costs less than a taka', { fee: [{ for: undefined, fee: 0.5 }] }, [{ price: 0.5 }]],
    ['is free in words', { fee: [{ for: undefined, fee: 'বিনামূল্যে' }] }, [{ price: 0 }]],
    ['is free, but', { fee: [{ for: undefined, fee: 'বিনামূল্যে (ডাকমাশুল বাদে)' }] }, undefined],
    ['costs a sum in words', { fee: [{ for: undefined, fee: '৫০ টাকা' }] }, undefined],
    ['has no fee to speak of', { fee: [{ for: undefined, fee: '-' }] }, undefined],
    [
      'has several prices',
      {
        fee: [
          { for: 'সাধারণ', fee: 50 },
          { for: 'জরুরি', fee: 100 },
        ],
      },
      [
        { name: 'সাধারণ', price: 50 },
        { name: 'জরুরি', price: 100 },
      ],
    ],
    // One price alone would look like all of it.
    [
      'has a price and a sentence',
      {
        fee: [
          { for: 'সাধারণ', fee: 50 },
          { for: 'জরুরি', fee: 'আলোচনা সাপেক্ষে' },
        ],
      },
      undefined,
    ],
    [
      'has prices for its cases only',
      {
        cases: [
          { name: 'ক', fee: [{ for: 'নকল', fee: 20 }], own: [] },
          { name: 'খ', own: [] },
        ],
      },
      [{ name: 'নকল', price: 20 }],
    ],
    [
      'has a price, and a case with a sentence',
      {
        fee: [{ for: undefined, fee: 50 }],
        cases: [{ name: 'ক', fee: [{ for: undefined, fee: 'সরকার নির্ধারিত' }], own: [] }],
      },
      undefined,
    ],
  ])('that %s', (_, parts, prices) => {
    expect(serviceThing(parts)?.offers).toEqual(
      prices?.map((price) => ({ '@type': 'Offer', priceCurrency: 'BDT', ...price })),
    );
  });

  test('is named, and offered by officers on record, not by texts', () => {
    const officers = [{ text: 'নিয়োজিত কর্মচারী' }, { ...officer, mobile: '০১৭০০-০০০০০০' }];
    expect(serviceThing({ officers, superiors: [{ ...officer, id: 'superior' }] })).toEqual({
      '@type': 'GovernmentService',
      '@id': `${publicUrl}/services/one`,
      url: `${publicUrl}/services/one`,
      name: 'সেবা',
      serviceOperator: thingsOn({ office }, '/')[1],
      availableChannel: [
        {
          '@type': 'ServiceChannel',
          servicePhone: {
            '@type': 'ContactPoint',
            contactType: 'প্রধান',
            telephone: ['+8801700000000'],
            availableLanguage: 'bn',
          },
        },
      ],
    });
  });
});

describe('a vCard', () => {
  const home: Office = { ...office, upazila: 'কচুয়া', district: 'বাগেরহাট', address: 'ভবন; ২য়, তলা' };
  const lines = (parts: Partial<Officer>, at = home) =>
    officerVcard({ ...officer, ...parts }, at, publicUrl).split('\r\n');

  test.each<[string, Partial<Officer>, Office, string, string]>([
    [
      'of this office has its street and place',
      {},
      home,
      'ORG:পরিষদ',
      'ADR;TYPE=WORK:;;ভবন\\; ২য়\\, তলা;কচুয়া\\, বাগেরহাট;;;',
    ],
    [
      'of this office, in a room',
      { room: '203' },
      home,
      'ORG:পরিষদ',
      'ADR;TYPE=WORK:;রুম ২০৩;ভবন\\; ২য়\\, তলা;কচুয়া\\, বাগেরহাট;;;',
    ],
    // The street of this office is not that of another.
    [
      'of another office',
      { office: 'জেলা কার্যালয়', place: 'বাগেরহাট' },
      home,
      'ORG:জেলা কার্যালয়',
      'ADR;TYPE=WORK:;;;বাগেরহাট;;;',
    ],
    [
      'of another office, whose place is not said',
      { office: 'জেলা কার্যালয়' },
      home,
      'ORG:জেলা কার্যালয়',
      'ADR;TYPE=WORK:;;;কচুয়া\\, বাগেরহাট;;;',
    ],
    [
      'of this department in another place',
      { place: 'ঢাকা' },
      home,
      'ORG:পরিষদ',
      'ADR;TYPE=WORK:;;;ঢাকা;;;',
    ],
    [
      'of an office that says nothing of its place',
      {},
      office,
      'ORG:পরিষদ',
      'ADR;TYPE=WORK:;;;;;;',
    ],
  ])('%s', (_, parts, at, organisation, address) => {
    expect(lines(parts, at)).toEqual(expect.arrayContaining([organisation, address]));
  });

  test.each<[Partial<Officer>, Office, string]>([
    [{ name: 'রহিমা বেগম' }, home, 'রহিমা বেগম'],
    [{}, home, 'প্রধান\\, কচুয়া\\, বাগেরহাট'],
    [{ place: 'ঢাকা' }, home, 'প্রধান\\, ঢাকা'],
    [{}, office, 'প্রধান\\, পরিষদ'],
    [{ office: 'জেলা কার্যালয়' }, office, 'প্রধান\\, জেলা কার্যালয়'],
  ])('of %j is filed under a name, else post and place', (parts, at, filedUnder) => {
    expect(lines(parts, at)).toEqual(
      expect.arrayContaining([`FN:${filedUnder}`, `N:${filedUnder};;;;`]),
    );
  });

  test('is known again by the oldest id, and leads to the present one', () => {
    const uids = (ids?: string[]) => lines(ids ? { former_ids: ids } : {}).slice(2, 3);
    expect(uids()).toEqual([`UID:${publicUrl}/contact/head.vcf`]);
    expect(uids(['oldest', 'older'])).toEqual([`UID:${publicUrl}/contact/oldest.vcf`]);
    expect(lines({ former_ids: ['oldest'] })).toContain(`URL:${publicUrl}/contact#officer-head`);
  });

  test('has each number once, mobile numbers as such', () => {
    const numbers = { mobile: '01700000000', phone: '02-55000000', short_code: '333' };
    const all = lines({ ...numbers, email: 'a@example.gov.bd' });
    expect(all.filter((line) => /^(TEL|EMAIL)/.test(line))).toEqual([
      'TEL;TYPE=CELL:+8801700000000',
      'TEL;TYPE=WORK:+880255000000',
      'TEL;TYPE=WORK:333',
      'EMAIL;TYPE=INTERNET,WORK:a@example.gov.bd',
    ]);
    expect(lines({}).some((line) => /^(TEL|EMAIL)/.test(line))).toBe(false);
    expect([all[0], ...all.slice(-2)]).toEqual(['BEGIN:VCARD', 'END:VCARD', '']);
  });
});

describe('/charter.json', () => {
  const dataOf = (parts: Partial<Charter>) =>
    JSON.parse(charterJson(charterWith(parts), publicUrl));

  test('has what the charter says of the office, numbers as they are dialled', () => {
    const data = dataOf({
      vision: undefined,
      mission: 'মিশন',
      office: {
        ...office,
        published: '2026-01',
        reviewed: '2026-02-03',
        hours: {
          text: 'রবিবার',
          schedule: { days: ['sunday'], opens: '09:00', closes: '17:00' },
        },
        helplines: [{ name: 'তথ্য', number: '৩৩৩' }],
        website: { address: 'www.example.gov.bd', confirmed: false },
        security: { contact: 'a@example.gov.bd', expires: '2027-01-01' },
      },
    });
    expect(data).toMatchObject({
      $schema: `${publicUrl}/charter.schema.json`,
      version: '1.3.0',
      language: 'bn',
      url: `${publicUrl}/`,
      published: '2026-01',
      reviewed: '2026-02-03',
      mission: 'মিশন',
    });
    expect(data).not.toHaveProperty('vision');
    expect(data.office).toEqual({
      department: 'পরিষদ',
      hours: 'রবিবার',
      helplines: [{ name: 'তথ্য', telephone: '333' }],
      website: 'www.example.gov.bd',
    });
  });

  test('has of an officer what others may need, not the former ids', () => {
    const all = { ...officer, former_ids: ['old'], mobile: '01700000000', phone: '02-55000000' };
    expect(dataOf({ officers: [all] }).officers).toEqual([
      {
        id: 'head',
        post: 'প্রধান',
        url: `${publicUrl}/contact#officer-head`,
        vcard: `${publicUrl}/contact/head.vcf`,
        telephones: ['+8801700000000', '+880255000000'],
      },
    ]);
  });

  test('has the facts of a service and of its cases, prices only where they are numbers', () => {
    const facts = {
      time: '৭ দিন',
      documents: [{ name: 'আবেদন', source: 'ওয়েবসাইট' }],
      fee: [
        { for: 'সাধারণ', fee: 50 },
        { for: undefined, fee: 'বিনামূল্যে' },
        { for: 'জরুরি', fee: 'আলোচনা সাপেক্ষে' },
      ],
    };
    const [data] = dataOf({
      services: [
        {
          ...service,
          ...facts,
          group: 'শাখা',
          own: [{ key: 'remarks', texts: ['মন্তব্য'] }],
          officers: [officer, { text: 'কর্মচারী' }],
          superiors: [{ ...officer, id: 'superior' }],
          cases: [{ name: 'ক', time: '১ দিন', own: [] }],
        },
      ],
    }).services;
    expect(data).toEqual({
      id: 'one',
      url: `${publicUrl}/services/one`,
      category: 'citizen',
      category_title: 'নাগরিক সেবা',
      group: 'শাখা',
      serial: 1,
      name: 'সেবা',
      time: '৭ দিন',
      documents: [{ name: 'আবেদন', source: 'ওয়েবসাইট' }],
      fees: [
        { for: 'সাধারণ', amount_bdt: 50 },
        { fee: 'বিনামূল্যে', amount_bdt: 0 },
        { for: 'জরুরি', fee: 'আলোচনা সাপেক্ষে' },
      ],
      own: { remarks: ['মন্তব্য'] },
      officers: ['head'],
      officers_text: ['কর্মচারী'],
      superiors: ['superior'],
      cases: [{ name: 'ক', time: '১ দিন', documents: [], fees: [] }],
    });
  });

  test('has the rest of the charter', () => {
    const tier = { when: 'প্রথমে', whom: 'প্রধান', phone: '02-55000000', time: '৩০ দিন' };
    const table = { id: 'fees', title: 'ফি', columns: ['ক'], rows: [['৫০']] };
    const data = dataOf({
      complaints: {
        introduction: 'জানান',
        tiers: [
          { ...tier, officer },
          { whom: 'কেউ', officer: undefined },
        ],
      },
      tables: [table],
      expectations: ['আসুন'],
      subordinate: [{ name: 'দপ্তর', website: 'www.example.gov.bd' }],
      corrections: [
        { changes: [{ published: 'ক', shown: 'খ' }], reason: 'ভুল', file: 'office.yaml' },
      ],
    });
    expect(data.complaints).toEqual({
      introduction: 'জানান',
      tiers: [
        {
          when: 'প্রথমে',
          whom: 'প্রধান',
          time: '৩০ দিন',
          officer: 'head',
          telephone: '+880255000000',
        },
        { whom: 'কেউ' },
      ],
    });
    expect(data.tables).toEqual([{ ...table, url: `${publicUrl}/services#fees` }]);
    expect(data.expectations).toEqual(['আসুন']);
    expect(data.subordinate).toEqual([{ name: 'দপ্তর', website: 'www.example.gov.bd' }]);
    expect(data.corrections).toEqual([{ changes: [{ published: 'ক', shown: 'খ' }], reason: 'ভুল' }]);
    expect(dataOf({ complaints: undefined })).not.toHaveProperty('complaints');
  });

  test('has a schema that others rely on', async () => {
    // After an intended change, raise VERSION in charter-json.ts, run `npx vitest run test/open-data.test.ts -u` and
    // read the difference.
    await expect(charterSchema()).toMatchFileSnapshot('fixtures/charter-schema.txt');
  });
});
