// Choices of the domain, as tables: which officer, in which order, which words for a fee or a time, which number.

import { describe, expect, test } from 'vitest';
import { toAsciiDigits } from '../src/bangla/digits.ts';
import { columns } from '../src/charter/columns.ts';
import { addressLines, officerNumbers } from '../src/charter/officer.ts';
import { columnLabel, sectionsOf } from '../src/charter/sections.ts';
import { factGroups, factSummary, letterAt, type Service } from '../src/charter/service.ts';
import { errorPages } from '../src/site/error-pages.ts';
import { menusOf, officerToCall, pages } from '../src/site/pages.ts';
import type { Page, Views } from '../src/site/views.ts';
import { charterOf } from './support/data.ts';
import {
  complaintsOnly,
  feeCharts,
  headOffice,
  minimal,
  municipality,
  real,
  unionCouncil,
} from './support/site.ts';

/** Returns the props of the first page of a view. */
function propsOf<View extends keyof Views>(all: Page[], view: View): Views[View] {
  const page = all.find((one) => one.view === view);
  if (page === undefined) throw new Error(`There is no page "${view}".`);
  return page.props as Views[View];
}

const officersFile = `
silent: {post: নীরব}
mail-only: {post: ডাক, email: mail@example.gov.bd}
mobile: {post: মোবাইল, mobile: "01700000001"}
phone: {post: ফোন, phone: "02-55000002", email: phone@example.gov.bd}
hotline: {post: হটলাইন, short_code: "333"}
`;
const servicesFile = (...rows: string[]) =>
  `citizen:\n${rows.map((row, at) => `  - {id: s${at}, name: সেবা, ${row}}\n`).join('')}`;
const officeOf = (...rows: string[]) =>
  charterOf({ 'officers.yaml': officersFile, 'services.yaml': servicesFile(...rows) });

describe('officers', () => {
  // Rows of services; whom to call; whom the first service's page names; whom home shows for all; whom to tell of a mistake
  // on the first service's page, and on /about.
  test.each([
    [['officer: phone'], 'phone', 'phone', 'phone', 'phone'],
    [['officer: mobile'], 'mobile', 'mobile', 'mail-only', 'mail-only'],
    [['officer: silent'], 'mobile', undefined, 'mail-only', 'mail-only'],
    [['officer: mail-only'], 'mobile', undefined, 'mail-only', 'mail-only'],
    [['officer: [mobile, phone]'], 'mobile', undefined, 'phone', 'phone'],
    [['officer: [silent, phone]'], 'phone', undefined, 'phone', 'phone'],
    [['officer: hotline', 'officer: phone'], 'hotline', undefined, 'phone', 'phone'],
    [['officer: phone', 'officer: phone'], 'phone', 'phone', 'phone', 'phone'],
    [['officer: phone', 'officer: নিয়োজিত কর্মচারী'], 'phone', undefined, 'phone', 'phone'],
    [['officer: phone', 'time: ৭ দিন'], 'phone', 'phone', 'phone', 'phone'],
    [['officer: নিয়োজিত কর্মচারী'], 'mobile', undefined, 'mail-only', 'mail-only'],
    // A superior alone is not in charge.
    [['superior: phone'], 'mobile', undefined, 'mail-only', 'mail-only'],
    [['officer: silent, superior: phone'], 'mobile', undefined, 'mail-only', 'mail-only'],
    [['officer: hotline', 'officer: mail-only'], 'hotline', undefined, 'mail-only', 'mail-only'],
  ])('%j', (rows, toCall, common, toTell, toTellOnAbout) => {
    const charter = officeOf(...rows);
    const all = pages(charter);
    expect(officerToCall(charter)?.id).toBe(toCall);
    expect(propsOf(all, 'home').officer?.id).toBe(common);
    expect(propsOf(all, 'service').officer?.id).toBe(toTell);
    expect(propsOf(all, 'about').officer?.id).toBe(toTellOnAbout);
    const errors = errorPages(charter);
    const shown = Object.entries(errors).flatMap(([status, page]) =>
      page.view === 'error' && page.props.officer ? [[status, page.props.officer.id]] : [],
    );
    expect(shown).toEqual([['500', toCall]]);
  });

  test('nobody is called or notified where nobody can be', () => {
    const charter = charterOf({
      'officers.yaml': 'silent: {post: নীরব}\n',
      'services.yaml': servicesFile('officer: silent'),
    });
    expect(officerToCall(charter)).toBeUndefined();
    expect(propsOf(pages(charter), 'about')).toMatchObject({
      officer: undefined,
      hasContact: false,
    });
    expect(propsOf(pages(charter), 'home').officer).toBeUndefined();
    const page = errorPages(charter)[500];
    expect(page.description).not.toContain('ফোন');
  });

  test('the contact page has them in the order of the file, with their roles and services', () => {
    const charter = charterOf({
      'officers.yaml': officersFile,
      'services.yaml': servicesFile('officer: phone, superior: mobile', 'officer: [mobile, phone]'),
      'charter.yaml':
        'complaints: {tiers: [{whom: ক, officer: hotline}, {whom: খ, officer: phone}]}\n',
    });
    const props = propsOf(pages(charter), 'contact');
    expect(
      props.officers.map(({ officer, role, services }) => [
        officer.id,
        role,
        services.map(({ id }) => id).join(),
      ]),
    ).toEqual([
      ['silent', undefined, ''],
      ['mail-only', undefined, ''],
      ['mobile', 'দায়িত্বপ্রাপ্ত কর্মকর্তা · ঊর্ধ্বতন কর্মকর্তা', 's0,s1'],
      ['phone', 'দায়িত্বপ্রাপ্ত কর্মকর্তা · অভিযোগ প্রতিকার', 's0,s1'],
      ['hotline', 'অভিযোগ প্রতিকার', ''],
    ]);
    expect(props.total).toBe(2);
    expect(props.complaints?.path).toBe('/services#complaints');
  });

  test('who is in charge comes before who only redresses, on the contact page', () => {
    const charter = charterOf({
      'officers.yaml': officersFile,
      'services.yaml': servicesFile('officer: hotline, superior: mobile'),
    });
    const order = propsOf(pages(charter), 'contact').officers.map(({ officer }) => officer.id);
    expect(order).toEqual(['silent', 'mail-only', 'phone', 'hotline', 'mobile']);
  });

  test.each([
    ['officer: phone', 'নাগরিক সেবার দায়িত্বপ্রাপ্ত কর্মকর্তার ফোন নম্বর ও ইমেইল।'],
    ['superior: phone', 'নাগরিক সেবার ঊর্ধ্বতন কর্মকর্তার ফোন নম্বর ও ইমেইল।'],
    ['officer: phone, superior: phone', 'নাগরিক সেবার দায়িত্বপ্রাপ্ত ও ঊর্ধ্বতন কর্মকর্তার ফোন নম্বর ও ইমেইল।'],
    ['time: ৭ দিন', 'কর্মকর্তাদের ফোন নম্বর ও ইমেইল।'],
  ])('the contact page of "%s" begins: %s', (row, lead) => {
    expect(propsOf(pages(officeOf(row)), 'contact').lead).toBe(lead);
  });

  test.each([
    [real, 'assistant-programmer', 'assistant-programmer', 2],
    [unionCouncil, 'chairman', undefined, 3],
    [minimal, undefined, undefined, 0],
  ] as const)('$0.name', ({ charter }, toCall, common, listed) => {
    expect([officerToCall(charter)?.id, propsOf(pages(charter), 'home').officer?.id]).toEqual([
      toCall,
      common,
    ]);
    expect(charter.officers).toHaveLength(listed);
  });

  test('numbers go mobile, telephone, hotline; an address names its room only where there is one', () => {
    const officer = { id: 'a', post: 'ক', former_ids: [] };
    expect(
      officerNumbers({ mobile: '01700000000', phone: '02-55000000', short_code: '333' }).map(
        ({ label }) => label,
      ),
    ).toEqual(['মোবাইল', 'টেলিফোন', 'হটলাইন']);
    expect(officerNumbers({ phone: '02-55000000' })).toEqual([
      { label: 'টেলিফোন', number: '02-55000000' },
    ]);
    expect(officerNumbers({})).toEqual([]);
    expect(addressLines({ ...officer, room: '203', office: 'খ', place: 'গ' })).toEqual([
      'রুম ২০৩, খ',
      'গ',
    ]);
    expect(addressLines({ ...officer, room: '203' })).toEqual(['রুম ২০৩']);
    expect(addressLines({ ...officer, place: 'গ' })).toEqual(['গ']);
    expect(addressLines(officer)).toEqual([]);
  });
});

describe('summaries', () => {
  const serviceOf = (row: string) => officeOf(row).services[0] as Service;

  test.each([
    ['fee: বিনামূল্যে', 'বিনামূল্যে'],
    ['fee: 50', '৫০ টাকা'],
    ['fee: "৫০"', '৫০ টাকা'],
    ['fee: 7.5', '৭.৫০ টাকা'],
    ['fee: 0', '০ টাকা'],
    ['fee: চুক্তি অনুযায়ী', 'চুক্তি অনুযায়ী'],
    ['fee: "-"', undefined],
    ['fee: প্রযোজ্য নয়', undefined],
    ['time: ৭ দিন', undefined],
    // One price with a label is not the price of the whole service.
    ['fee: [{for: ক, fee: 50}]', 'ক: ৫০ টাকা'],
    ['fee: [{for: ক, fee: 50}, {for: খ, fee: 60}]', 'ধরনভেদে ভিন্ন'],
    ['fee: [{for: ক, fee: 50}, {for: খ, fee: 50}]', 'ধরনভেদে ভিন্ন'],
    ['fee: [50, 60]', 'ধরনভেদে ভিন্ন'],
    ['fee: [50, 50]', '৫০ টাকা'],
    ['fee: [50, "-"]', '৫০ টাকা'],
    ['cases: [{name: ক, fee: 50}, {name: খ, fee: 60}]', 'ধরনভেদে ভিন্ন'],
    ['cases: [{name: ক, fee: 50}, {name: খ, fee: 50}]', '৫০ টাকা'],
    ['fee: 50, cases: [{name: ক, fee: 60}]', 'ধরনভেদে ভিন্ন'],
  ])('{%s}: %s', (row, summary) => {
    expect(factSummary(serviceOf(row), columns.fee)).toBe(summary);
  });

  // The home page's summary of all fees, of all times, and the fee they share.
  test.each([
    [['fee: 50', 'fee: 50'], '৫০ টাকা', '৫০ টাকা', undefined],
    [['fee: 50'], '৫০ টাকা', undefined, undefined],
    [['fee: 50', 'fee: 60'], undefined, undefined, undefined],
    [['fee: বিনামূল্যে', 'fee: 60'], '১টি বিনামূল্যে', undefined, undefined],
    [['fee: বিনামূল্যে', 'fee: free', 'fee: 60'], '২টি বিনামূল্যে', undefined, undefined],
    [['fee: বিনামূল্যে', 'time: ১ দিন'], '১টি বিনামূল্যে', undefined, undefined],
    [['time: ১ দিন', 'time: ১ দিন'], undefined, undefined, '১ দিন'],
    [['time: ১ দিন', 'time: ২ দিন'], undefined, undefined, undefined],
    [['time: ১ দিন', 'fee: 50'], undefined, undefined, undefined],
  ])('%j: %s, %s, %s', (rows, fee, commonFee, commonTime) => {
    const props = propsOf(pages(officeOf(...rows)), 'home');
    expect([props.fee, props.common.fee, props.common.time]).toEqual([fee, commonFee, commonTime]);
  });

  test.each([
    ['time: ৭ দিন, fee: 50', 'সেবা। সময়: ৭ দিন; মূল্য: ৫০ টাকা; অধিদপ্তর।'],
    ['time: ৭ দিন', 'সেবা। সময়: ৭ দিন; অধিদপ্তর।'],
    ['fee: 50', 'সেবা। মূল্য: ৫০ টাকা; অধিদপ্তর।'],
    ['method: ডাকে', 'সেবা। অধিদপ্তর।'],
  ])('the description of {%s} is "%s"', (row, description) => {
    expect(pages(officeOf(row)).find(({ view }) => view === 'service')?.description).toBe(
      description,
    );
  });

  test('the groups of a fact: the service itself, then its cases by letter; empty ones are left out', () => {
    const service = serviceOf('time: ১ দিন, cases: [{name: ক}, {name: খ, time: ২ দিন}]');
    expect(
      factGroups(service, columns.time).map(({ letter, lines }) => [
        letter,
        lines.map(({ text }) => text),
      ]),
    ).toEqual([
      [undefined, ['১ দিন']],
      ['খ', ['২ দিন']],
    ]);
  });

  test('letters count as Bengali charters do, then numbers', () => {
    expect([0, 1, 4, 31].map(letterAt)).toEqual(['ক', 'খ', 'ঙ', 'হ']);
    expect(letterAt(32)).toBe('৩৩');
  });
});

describe('sections and serials', () => {
  const outline = (charterFile: string, servicesText = '') =>
    sectionsOf(
      charterOf({
        'charter.yaml': charterFile,
        ...(servicesText && { 'services.yaml': servicesText }),
      }),
    ).map(({ number, id, title, ownNumber }) => [number, id, title, ownNumber]);
  const one = (category: string, id: string) => `${category}:\n  - {id: ${id}, name: সেবা}\n`;

  test.each([
    ['vision: ক', one('citizen', 'a'), [['২.১', 'citizen', 'নাগরিক সেবা', undefined]]],
    ['mission: ক', one('internal', 'a'), [['২.১', 'internal', 'অভ্যন্তরীণ সেবা', undefined]]],
    // Without vision and mission, which are ১, the services are.
    [
      'expectations: [ক]',
      one('citizen', 'a'),
      [
        ['১.১', 'citizen', 'নাগরিক সেবা', undefined],
        ['২', 'expectations', 'আপনার কাছে আমাদের প্রত্যাশা', undefined],
      ],
    ],
    [
      '{vision: ক, expectations: [ক]}',
      '',
      [['২', 'expectations', 'আপনার কাছে আমাদের প্রত্যাশা', undefined]],
    ],
    ['expectations: [ক]', '', [['১', 'expectations', 'আপনার কাছে আমাদের প্রত্যাশা', undefined]]],
    [
      '{vision: ক, sections: {citizen: {title: সেবা, number: ১.১}}}',
      one('citizen', 'a') + one('institutional', 'b'),
      [
        ['১.১', 'citizen', 'সেবা', '১.১'],
        ['২.২', 'institutional', 'প্রাতিষ্ঠানিক সেবা', undefined],
      ],
    ],
    [
      '{vision: ক, complaints: {tiers: [{whom: ক}]}, tables: [{id: t, title: টেবিল, number: ৯, columns: [ক], rows: [[ক]]}]}',
      one('citizen', 'a'),
      [
        ['২.১', 'citizen', 'নাগরিক সেবা', undefined],
        ['৯', 't', 'টেবিল', '৯'],
        ['৪', 'complaints', 'অভিযোগ প্রতিকার ব্যবস্থাপনা', undefined],
      ],
    ],
  ])('%s', (charterFile, servicesText, expected) => {
    expect(outline(charterFile, servicesText)).toEqual(expected);
  });

  test.each([
    ['serials: numbers', ['id: a, name: ক', 'id: b, name: খ'], ['০১', '০২']],
    ['serials: letters', ['id: a, name: ক', 'id: b, name: খ'], ['ক', 'খ']],
    ['title: সেবা', ['id: a, name: ক, serial: 5', 'id: b, name: খ'], ['০৫', '০৬']],
    [
      'title: সেবা',
      ['id: a, name: ক', 'id: b, name: খ, serial: 9', 'id: c, name: গ'],
      ['০১', '০৯', '১০'],
    ],
  ])('%s, %j: %j', (settings, rows, serials) => {
    const charter = charterOf({
      'charter.yaml': `sections: {citizen: {${settings}}}\n`,
      'services.yaml': `citizen:\n${rows.map((row) => `  - {${row}}\n`).join('')}`,
    });
    expect(charter.services.map(({ serialText }) => serialText)).toEqual(serials);
  });

  test('serials count anew in each category, and none is printed where the table has no column for them', () => {
    const services = one('citizen', 'a') + one('internal', 'b');
    expect(
      charterOf({ 'services.yaml': services }).services.map(({ serialText }) => serialText),
    ).toEqual(['০১', '০১']);
    const without = charterOf({
      'services.yaml': services,
      'charter.yaml': 'headings: {name: সেবা}\n',
    });
    expect(without.services.map(({ serialText, serial }) => [serialText, serial])).toEqual([
      [undefined, 1],
      [undefined, 1],
    ]);
  });

  test('a group heads the services until the next one, and ends with its category', () => {
    const charter = charterOf({
      'services.yaml': `citizen:
  - {id: a, name: ক}
  - {id: b, name: খ, group: শাখা}
  - {id: c, name: গ}
  - {id: d, name: ঘ, group: অন্য শাখা}
internal:
  - {id: e, name: ঙ}
`,
    });
    const groups = sectionsOf(charter).flatMap((section) =>
      section.kind === 'services'
        ? section.groups.map(({ title, services }) => [
            title,
            services.map(({ id }) => id).join(''),
          ])
        : [],
    );
    expect(groups).toEqual([
      [undefined, 'a'],
      ['শাখা', 'bc'],
      ['অন্য শাখা', 'd'],
      [undefined, 'e'],
    ]);
  });

  test.each([
    ['officer: phone', 'serial name officer'],
    ['superior: phone', 'serial name superior'],
    ['time: ৭ দিন', 'serial name time'],
    ['documents: [{name: ক, source: খ}]', 'serial name documents'],
    ['documents_source: খ', 'serial name documents_source'],
    ['cases: [{name: ক, fee: 5}]', 'serial name fee'],
  ])('without headings, {%s} has the columns %s', (row, keys) => {
    const [section] = sectionsOf(officeOf(row));
    expect(section?.kind === 'services' && section.columns.map(({ key }) => key).join(' ')).toBe(
      keys,
    );
  });

  test.each([
    ['fee: মূল্য', 'মূল্য', 'সেবা মূল্য'],
    ['fee: ফি', 'ফি', 'ফি'],
    ['fee: {text: সেবার মূল্য ও পদ্ধতি, short: খরচ}', 'সেবার মূল্য ও পদ্ধতি', 'খরচ'],
    ['constructor: ঠিকাদার', 'ঠিকাদার', 'ঠিকাদার'],
  ])('the heading {%s} is "%s", and "%s" in cards', (heading, text, label) => {
    const key = heading.split(':')[0] as string;
    const charter = charterOf({
      'charter.yaml': `headings: {name: সেবা, ${heading}}\n`,
      'services.yaml': servicesFile(`${key}: ক`),
    });
    const [section] = sectionsOf(charter);
    const column = section?.kind === 'services' ? section.columns.at(-1) : undefined;
    expect([column?.heading, column?.label]).toEqual([text, label]);
  });

  test('a column that the office has not goes by the label of the format', () => {
    const charter = charterOf({
      'charter.yaml': 'headings: {name: সেবা, fee: ফি}\n',
      'services.yaml': servicesFile('fee: 5'),
    });
    expect([columnLabel(charter, 'fee'), columnLabel(charter, 'time')]).toEqual([
      'ফি',
      'সর্বোচ্চ সময়',
    ]);
  });
});

describe('menus and home', () => {
  test.each([
    [
      real,
      ['সেবাসমূহ', 'ভিশন ও মিশন', 'যোগাযোগ', 'খুঁজুন'],
      ['সেবাসমূহ', 'ভিশন ও মিশন', 'যোগাযোগ', 'সনদ সম্পর্কে'],
    ],
    [minimal, ['সেবাসমূহ', 'খুঁজুন'], ['সেবাসমূহ', 'সনদ সম্পর্কে']],
  ] as const)('the menus of $0.name', ({ charter }, header, footer) => {
    const menus = menusOf(charter);
    expect(menus.header.map(({ label }) => label)).toEqual(header);
    expect(menus.footer.map(({ label }) => label)).toEqual(footer);
  });

  test.each([
    ['vision: ক', 'ভিশন'],
    ['mission: ক', 'মিশন'],
    ['{vision: ক, mission: খ}', 'ভিশন ও মিশন'],
  ])(
    '{%s}: the page of statements is called %s, and home leads to the mission only where there is one',
    (file, label) => {
      const charter = charterOf({ 'charter.yaml': file, 'services.yaml': servicesFile('fee: 5') });
      expect(menusOf(charter).header[1]).toEqual({ path: '/vision-mission', label });
      expect(propsOf(pages(charter), 'home').mission?.path).toBe(
        file.includes('mission') ? '/vision-mission#mission' : undefined,
      );
    },
  );

  test.each([
    [
      ['time: ৭ দিন, fee: 5, documents: ক, officer: phone'],
      'কোন সেবা, কত সময়ে, কী কাগজপত্রে, কত মূল্যে এবং কার কাছে পাবেন',
    ],
    [['fee: 5'], 'কোন সেবা এবং কত মূল্যে পাবেন'],
    [['method: ডাকে'], 'কোন সেবা পাবেন'],
  ])('%j promises: %s', (rows, promise) => {
    const { lead } = propsOf(pages(officeOf(...rows)), 'home');
    expect(lead).toBe(`${promise} — এক জায়গায়।`);
  });

  test('home lists the first twelve services and three officers, and counts all', () => {
    const rows = Array.from({ length: 13 }, () => 'fee: 5');
    const props = propsOf(pages(officeOf(...rows)), 'home');
    expect([props.list?.count, props.total, props.officers.length]).toEqual([12, 13, 3]);
  });

  test('a service leads to the one before and the one after, across categories', () => {
    const charter = charterOf({
      'services.yaml':
        'citizen:\n  - {id: a, name: ক}\n  - {id: b, name: খ}\ninternal:\n  - {id: c, name: গ}\n',
    });
    const neighbours = pages(charter).flatMap((page) =>
      page.view === 'service' ? [[page.props.previous?.id, page.props.next?.id]] : [],
    );
    expect(neighbours).toEqual([
      [undefined, 'b'],
      ['a', 'c'],
      ['b', undefined],
    ]);
  });

  test('a service asks what citizens ask first: time, fee, documents; then the other columns in their order', () => {
    const charter = charterOf({
      'charter.yaml': 'headings: {name: ক, method: খ, documents: গ, fee: ঘ, remarks: ঙ, time: চ}\n',
      'services.yaml': servicesFile('method: ক, documents: ক, fee: 5, remarks: ক, time: ১ দিন'),
    });
    expect(
      propsOf(pages(charter), 'service').rows.map(({ className, question }) => [
        className,
        question,
      ]),
    ).toEqual([
      ['time', 'কত সময় লাগে'],
      ['fee', 'কত টাকা লাগে'],
      ['documents', 'কী আনতে হবে'],
      ['method', undefined],
      ['own-remarks', undefined],
    ]);
  });

  test.each([
    [complaintsOnly, []],
    [feeCharts, undefined],
    [headOffice, undefined],
    [municipality, undefined],
  ] as const)(
    '$0.name: home lists services, or the sections where there are none',
    ({ charter }, services) => {
      const { list, contents } = propsOf(pages(charter), 'home');
      if (services) expect(list).toBeUndefined();
      expect(contents.length > 0).toBe(list === undefined);
      expect(charter.services.length > 0).toBe(list !== undefined);
    },
  );
});

describe('a service as a text message', () => {
  const sms = (facts: string, officers = 'boss: {post: প্রধান, mobile: "01700000011"}') => {
    const charter = charterOf({
      'officers.yaml': officers,
      'services.yaml': `citizen:\n  - {id: a, name: সনদ, ${facts}}`,
    });
    return propsOf(pages(charter), 'service').sms;
  };
  const long = Array.from({ length: 40 }, (_, at) => `"কাগজ নম্বর ${at}"`).join(', ');

  test.each([
    [
      'all facts',
      'officer: boss, fee: 50, time: ৫ দিন, documents: [আবেদন, ছবি]',
      'সনদ|মোবাইল: 01700000011|সেবা মূল্য: ৫০ টাকা|সময়: ৫ দিন|কাগজপত্র: আবেদন, ছবি',
    ],
    ['nothing said', 'officer: "-"', 'সনদ'],
    ['what does not apply', 'fee: "-", documents: "-"', 'সনদ'],
  ])('%s', (_, facts, text) => {
    expect(sms(facts)).toBe(text.normalize('NFC').replaceAll('|', '\n'));
  });

  test('a long name leaves the number whole, and cases that differ are said to', () => {
    const charter = charterOf({
      'officers.yaml': 'boss: {post: প্রধান, mobile: "01700000011"}',
      'services.yaml': `citizen:\n  - {id: a, name: "${'ক'.repeat(290)}", officer: boss, cases: [{name: খ, documents: গ}, {name: ঘ, documents: ঙ}]}`,
    });
    const long = propsOf(pages(charter), 'service').sms;
    expect(long.length).toBeLessThanOrEqual(300);
    expect(long.split('\n').slice(1)).toEqual(
      ['মোবাইল: 01700000011', 'কাগজপত্র: ধরনভেদে ভিন্ন'].map((line) => line.normalize('NFC')),
    );
  });

  test('papers that have no room are counted', () => {
    const text = sms(`documents: [${long}]`);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/কাগজ নম্বর ০?.*, আরও [০-৯]+টি$/su);
    const shown = text.match(/কাগজ নম্বর/gu)?.length ?? 0;
    const rest = Number(toAsciiDigits(/আরও ([০-৯]+)/u.exec(text)?.[1] ?? ''));
    expect(shown + rest).toBe(40);
  });
});
