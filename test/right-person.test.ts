// Whom a search leads to, in every office: the first result's link, and the numbers and addresses that it shows.

import { describe, expect, test } from 'vitest';
import type { Charter } from '../src/charter/charter.ts';
import { createRenderer } from '../src/site/html/render.ts';
import { createSearchAnswers } from '../src/site/html/search-page.ts';
import { readStylesheets } from '../src/site/html/stylesheets.ts';
import {
  complaintsOnly,
  feeCharts,
  headOffice,
  minimal,
  municipality,
  publicUrl,
  real,
  unionCouncil,
} from './support/site.ts';

const charters = {
  kachua: real.charter,
  union: unionCouncil.charter,
  head: headOffice.charter,
  municipality: municipality.charter,
  fees: feeCharts.charter,
  complaints: complaintsOnly.charter,
  minimal: minimal.charter,
};
type Office = keyof typeof charters;

const { styles } = readStylesheets();

/** Returns a search whose results are read off the page. */
function searchIn(charter: Charter) {
  const answers = createSearchAnswers(charter, createRenderer({ charter, styles, publicUrl }));
  return (query: string) => {
    const html = answers(query).resource.bodies.identity.bytes.toString();
    const list = html.slice(html.indexOf('<ol class="results"'), html.lastIndexOf('</main>'));
    return html.includes('<ol class="results"')
      ? list
          .split(/^<li>$/m)
          .slice(1)
          .map(readResult)
      : [];
  };
}

/**
 * Returns the link of a result's heading, its text without tags, and whom it names to call or to write to, in order.
 */
function readResult(html: string) {
  return {
    path: /<h3><a href="([^"]*)"/.exec(html)?.[1],
    text: html
      .replace(/<\/?(?:a|mark|span|wbr)\b[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    reach: [...html.matchAll(/href="(?:tel|mailto):([^"?]*)"/g)].map(([, to]) => to),
  };
}

const searches = Object.fromEntries(
  Object.entries(charters).map(([name, charter]) => [name, searchIn(charter)]),
) as Record<Office, ReturnType<typeof searchIn>>;

describe('a complaint', () => {
  const NOBODY = 'কার কাছে অভিযোগ করা যায়, তা সনদে উল্লেখ নেই।'.normalize('NFC');
  /** The target of the first result in each office, the first person or number it names, and its text. */
  const led: Record<Office, [path: string | undefined, reach: string | undefined, says: string]> = {
    // No section on complaints: the superior of those in charge.
    kachua: ['/contact#officer-programmer', '+8801716420468', 'ঊর্ধ্বতন কর্মকর্তা'],
    municipality: ['/contact#officer-mayor', '+880255000011', 'না পেলে যাঁর কাছে প্রতিকার'],
    // The tiers, with the officer or the number that the first names.
    head: ['/services#complaints', '+880255000012', 'আপিল কর্মকর্তা'],
    complaints: ['/services#complaints', '+880255000021', 'অভিযোগ নিষ্পত্তি কর্মকর্তা'],
    // A table on redress.
    fees: ['/services#if-refused', undefined, 'জেলা রেজিস্ট্রারের কাছে আবেদন করুন'],
    // Nobody: no number of somebody who may be complained about.
    union: ['/contact', undefined, NOBODY],
    minimal: [undefined, undefined, NOBODY],
  };
  const queries = [
    ...['অভিযোগ', 'নালিশ', 'অভিযোগের', 'অভিযোগ করব কোথায়', 'কার কাছে অভিযোগ করব', 'প্রতিকার চাই'],
    ...[
      'complaint',
      'Complaints',
      'complain',
      'grievance',
      'how to complain',
      'where do I complain',
    ],
    ...['obhijog', 'ovijog', 'abhijog', 'oviyog', 'nalish', 'obhijog korbo kothay'],
    ...['ওভিযোগ', 'অবিযোগ', 'অভিযগ', 'অভিজোগ', 'নালিস', 'complant'],
    ...['ঘুষ', 'ঘুষ চায়', 'ghush', 'bribe', 'দুর্নীতি', 'দূর্নীতি', 'হয়রানি', 'দুর্ব্যবহার', 'খারাপ ব্যবহার'],
    ...['অফিসে অভিযোগ', 'মোবাইল নম্বর অভিযোগ', 'আমার একটা অভিযোগ আছে সবার আগে শুনবেন কি'],
  ];
  test.each(Object.keys(charters) as Office[])('in %s', (office) => {
    const [path, reach, says] = led[office];
    for (const query of queries) {
      const [first] = searches[office](query);
      expect({ query, path: first?.path, reach: first?.reach[0] }).toEqual({ query, path, reach });
      expect(first?.text, query).toContain(says.normalize('NFC'));
    }
  });

  test('leads not to whom it names, but still finds what else is asked for', () => {
    const paths = (query: string) => searches.kachua(query).map(({ path }) => path);
    for (const query of [
      'সহকারী প্রোগ্রামারের বিরুদ্ধে অভিযোগ',
      'assistant programmer obhijog',
      'nalish AP',
    ])
      expect(paths(query).slice(0, 2), query).toEqual([
        '/contact#officer-programmer',
        '/contact#officer-assistant-programmer',
      ]);
    expect(paths('পোর্টাল নিয়ে অভিযোগ').slice(0, 2)).toEqual([
      '/contact#officer-programmer',
      '/services/portal',
    ]);
    // "Lost" (harano) only sounds like harassment (হয়রানি).
    expect(paths('harano')).toEqual([]);
    expect(paths('হারানো')).toEqual([]);
  });

  const [service] = real.charter.services;
  const [assistant, programmer] = real.charter.officers;
  if (!service || !assistant || !programmer) throw new Error('no officers');
  const office = (change: Partial<Charter>) =>
    searchIn({ ...real.charter, corrections: [], ...change });
  const led1 = (change: Partial<Charter>) => office(change)('অভিযোগ')[0];

  test('leads to whom a post names for it, before any superior', () => {
    for (const post of ['অভিযোগ নিষ্পত্তি কর্মকর্তা', 'প্রতিকার কর্মকর্তা', 'সহকারী পরিচালক ও অনিক']) {
      const grievance = { id: 'gro', post, mobile: '01700000009', former_ids: [] };
      const found = led1({ officers: [assistant, programmer, grievance] });
      expect([found?.path, found?.reach]).toEqual(['/contact#officer-gro', ['+8801700000009']]);
      expect(found?.text).not.toContain('ঊর্ধ্বতন');
    }
    const other = { id: 'other', post: 'অনিকেত শাখার কর্মকর্তা', mobile: '01700000009', former_ids: [] };
    expect(led1({ officers: [assistant, programmer, other] })?.path).toBe(
      '/contact#officer-programmer',
    );
  });

  test('leads to no superior of a service who is also in charge of it', () => {
    const both = { ...service, officers: [programmer], superiors: [programmer] };
    expect(led1({ services: [both] })?.text).toContain('সনদে উল্লেখ নেই');
    const text = { text: 'কার্যালয় প্রধান' };
    const named = { ...service, officers: [text, assistant], superiors: [{ ...text }, programmer] };
    const found = led1({ services: [named] });
    expect(found?.reach[0]).toBe('+8801716420468');
    expect(found?.text).not.toContain('কার্যালয় প্রধান'.normalize('NFC'));
  });

  test('leads first to the superior of most services, each named once and three at most', () => {
    const boss = { text: 'কার্যালয় প্রধান' };
    const heads = ['ক', 'খ', 'গ'].map((post) => ({
      id: post,
      post,
      mobile: '01700000009',
      former_ids: [],
    }));
    const superiors = [[heads[0]], [{ ...boss }], [{ ...boss }], [heads[1]], [heads[2]]];
    const services = superiors.map((all, at) => ({
      ...service,
      id: `s${at}`,
      superiors: all.filter((one) => one !== undefined),
    }));
    const found = led1({ services, officers: [assistant, ...heads] });
    expect(found?.text).toMatch(/^অভিযোগ কার্যালয় প্রধান ক .* খ /u);
    expect(found?.reach).toEqual(['+8801700000009', '+8801700000009']);
    expect(found?.text.split('কার্যালয় প্রধান')).toHaveLength(2);
  });

  test('says that a superior has no number, and gives a helpline where nobody is named', () => {
    const { mobile: _, email: __, ...unreachable } = programmer;
    const services = [{ ...service, superiors: [unreachable] }];
    const found = led1({ services, officers: [assistant, unreachable] });
    expect(found?.text).toContain('ফোন ও ইমেইল সনদে উল্লেখ নেই।');
    const helplines = [{ name: 'জাতীয় সেবা', number: '333' }];
    const alone = [{ ...service, superiors: [] }];
    expect(led1({ services: alone, office: { ...real.charter.office, helplines } })).toEqual({
      path: '/contact',
      reach: ['333'],
      text: `অভিযোগ ${NOBODY} জাতীয় সেবা: ৩৩৩`.normalize('NFC'),
    });
  });
});

describe('what the charter does not say', () => {
  const CALL = 'সনদে উল্লেখ নেই; ফোনে জেনে নিন।'.normalize('NFC');
  const topics = {
    hours: {
      label: 'অফিসের সময়',
      queries: [
        ...[
          'কখন খোলা',
          'কখন',
          'অফিস সময়',
          'অফিসের সময়',
          'অফিস সময় কখন',
          'অফিস কখন খোলা থাকে',
          'খোলার সময়',
        ],
        ...[
          'সময়সূচি',
          'সময়সূচী',
          'অফিস টাইম',
          'কয়টায় খোলে',
          'অফিস বন্ধ কবে',
          'শুক্রবার কি খোলা',
          'সাপ্তাহিক ছুটি',
        ],
        ...[
          'opening hours',
          'office hours',
          'Office time',
          'when are you open',
          'when is the office open',
        ],
        ...[
          'kokhon khola',
          'office kokhon khole',
          'kokhon bondho',
          'ofis somoy',
          'working hours',
          'schedule',
        ],
      ],
      missing: ['kachua', 'union', 'head', 'complaints', 'minimal'],
    },
    address: {
      label: 'ঠিকানা',
      queries: [
        ...['ঠিকানা', 'কোথায়', 'অফিস কোথায়', 'অফিসটা কোথায়', 'আপনাদের কার্যালয় কোথায়', 'অফিসের ঠিকানা কী'],
        ...[
          'address',
          'office address',
          'where is the office',
          'location',
          'thikana',
          'office kothay',
        ],
        ...['কীভাবে যাব', 'ঠিকনা'],
      ],
      missing: ['kachua', 'union', 'head', 'fees', 'complaints', 'minimal'],
    },
    map: {
      label: 'মানচিত্র',
      queries: ['মানচিত্র', 'ম্যাপ', 'গুগল ম্যাপ', 'map', 'google map', 'office map', 'manchitro'],
      missing: ['kachua', 'union', 'head', 'fees', 'complaints', 'minimal'],
    },
    helpline: {
      label: 'হেল্পলাইন',
      queries: ['হেল্পলাইন', 'হেল্পলাইন নম্বর', 'হেল্প লাইন', 'হটলাইন', 'helpline', 'hotline number'],
      missing: ['kachua', 'head', 'fees', 'complaints', 'minimal'],
    },
    website: {
      label: 'ওয়েবসাইট',
      queries: [
        'ওয়েবসাইট',
        'ওয়েব সাইট',
        'website',
        'website address',
        'ওয়েবসাইটের ঠিকানা',
        'অফিসের ওয়েবসাইট',
      ],
      missing: ['municipality', 'fees', 'complaints', 'minimal'],
    },
    email: {
      label: 'ইমেইল',
      queries: ['ইমেইল', 'ই-মেইল', 'ইমেইল ঠিকানা', 'email', 'e-mail address', 'mail', 'imeil'],
      missing: ['fees', 'minimal'],
    },
    phone: {
      label: 'ফোন নম্বর',
      queries: ['ফোন', 'ফোন নম্বর', 'মোবাইল নাম্বার', 'টেলিফোন', 'phone number', 'mobile', 'অফিসের ফোন'],
      missing: ['fees', 'minimal'],
    },
  };
  /** Whom each office names to ask. */
  const toAsk: Record<Office, string[]> = {
    kachua: ['+8801721587011'],
    union: ['+8801700000001'],
    head: ['+8801700000011'],
    municipality: ['+8801700000011'],
    fees: [],
    complaints: [],
    minimal: [],
  };
  test.each(Object.entries(topics))('%s', (_, { label, queries, missing }) => {
    for (const office of Object.keys(charters) as Office[]) {
      for (const query of queries) {
        const [first] = searches[office](query);
        const says = `${label} ${toAsk[office].length > 0 ? CALL : 'সনদে উল্লেখ নেই।'}`;
        const isMissing = first?.text.startsWith(says.normalize('NFC'));
        expect({ office, query, isMissing }).toEqual({
          office,
          query,
          isMissing: missing.includes(office),
        });
        if (isMissing) expect(first?.reach, `${office}: ${query}`).toEqual(toAsk[office]);
        else expect(first?.text, `${office}: ${query}`).not.toContain('সনদে উল্লেখ নেই;');
      }
    }
  });

  test('what it says stands in the result', () => {
    const says = (office: Office, query: string) => searches[office](query)[0]?.text;
    expect(says('municipality', 'কখন খোলা')).toContain('সকাল ৯টা থেকে বিকাল ৫টা');
    expect(says('fees', 'opening hours')).toContain('সকাল ৯টা–বিকাল ৫টা');
    expect(says('municipality', 'ঠিকানা')).toContain('স্টেশন রোড');
    expect(says('municipality', 'হেল্পলাইন')).toContain('৩৩৩');
    expect(says('union', 'ওয়েবসাইট')).toContain('kalpananagar.example.gov.bd');
    expect(says('head', 'website')).toContain('dreams.example.gov.bd');
    expect(says('complaints', 'ফোন')).toContain('০২-৫৫০০০০২১');
    expect(says('complaints', 'ইমেইল')).toContain('gro@kalpalok.example.gov.bd');
    // Whoever has what is asked for comes first; who has it not says so.
    expect(searches.municipality('ইমেইল')[0]?.reach).toEqual([
      'health@nischintapur.example.gov.bd',
    ]);
    expect(says('municipality', 'কর নির্ধারকের ফোন নম্বর')).toBe(
      'কর্মকর্তা কর নির্ধারক ফোন নম্বর সনদে উল্লেখ নেই। ইমেইল সনদে উল্লেখ নেই।'.normalize('NFC'),
    );
    expect(says('union', 'উদ্যোক্তার মোবাইল নম্বর')).toContain(
      'ফোন নম্বর সনদে উল্লেখ নেই।'.normalize('NFC'),
    );
  });

  test('is asked by mail where nobody has a number, and at a helpline where nobody is named', () => {
    const [officer] = real.charter.officers;
    const { office } = real.charter;
    const mailOnly = { id: 'mail', post: 'কর্মকর্তা', email: 'a@example.gov.bd', former_ids: [] };
    const ask = (change: Partial<Charter>) =>
      searchIn({ ...real.charter, services: [], ...change })('কখন খোলা')[0];
    expect(ask({ officers: [mailOnly] })).toEqual({
      path: '/contact',
      text: 'অফিসের সময় সনদে উল্লেখ নেই; ইমেইলে জেনে নিন। কর্মকর্তা ইমেইল: a@example.gov.bd'.normalize(
        'NFC',
      ),
      reach: ['a@example.gov.bd'],
    });
    const helplines = [{ name: 'সেবা', number: '333' }];
    expect(ask({ officers: [], office: { ...office, helplines } })?.reach).toEqual(['333']);
    expect(ask({ officers: [mailOnly], office: { ...office, helplines } })?.reach).toEqual(['333']);
    expect(ask({ officers: officer ? [officer] : [] })?.reach).toEqual(['+8801721587011']);
  });
});

describe('a number finds whose it is, however it is typed', () => {
  const numbers: [Office, path: string, queries: string[]][] = [
    [
      'kachua',
      '/contact#officer-assistant-programmer',
      [
        ...[
          '01721587011',
          '1721587011',
          '+8801721587011',
          '8801721587011',
          '+88 01721587011',
          '881721587011',
        ],
        ...[
          '01721-587011',
          '01721 587 011',
          '(+880) 1721-587-011',
          '008801721587011',
          '+88-01721-587011',
        ],
        ...[
          '০১৭২১৫৮৭০১১',
          '০১৭২১ ৫৮৭০১১',
          '১৭২১৫৮৭০১১',
          '+৮৮ ০১৭২১-৫৮৭০১১',
          '587011',
          '৫৮৭০১১',
          '1587011',
        ],
        ...['587 011', 'ফোন 1721587011', '01721.587.011', 'tel:+8801721587011', '015 87011'],
      ],
    ],
    ['kachua', '/contact#officer-programmer', ['1716420468', '420468', '+88 01716 420468']],
    // Written in the data in Bengali digits, with a hyphen, and as a landline.
    [
      'union',
      '/contact#officer-secretary',
      ['1700000002', '০১৭০০০০০০০২', '+8801700 000002', '02 55000001'],
    ],
    ['union', '/contact#officer-chairman', ['1700000001', '333', '৩৩৩']],
    [
      'head',
      '/contact#officer-programmer',
      ['0255000011', '55000011', '+880 2 55000011', '02-55000011'],
    ],
    ['municipality', '/contact#officer-registrar', ['1700000012', '000012']],
    ['municipality', '/contact', ['0255000010', '55000010', '+880255000010', '333']],
    [
      'complaints',
      '/services#complaints',
      ['02-55000021', '55000021', '+880255000021', '০২ ৫৫০০০০২১'],
    ],
  ];
  test.each(numbers)('in %s: %s', (office, path, queries) => {
    for (const query of queries)
      expect({ query, path: searches[office](query)[0]?.path }).toEqual({ query, path });
  });

  test('one that the charter does not give finds nobody', () => {
    for (const query of [
      '01721 999999',
      '02 55000012',
      '01721587012',
      '1721587',
      '721587',
      '999999',
      '20468',
    ])
      expect({ query, found: searches.union(query) }).toEqual({ query, found: [] });
    for (const query of ['01721 999999', '1721587012', '20468', '587 012'])
      expect({ query, found: searches.kachua(query).length }).toEqual({ query, found: 0 });
    // Few digits are no part of a number, but may be a fact.
    expect(searches.union('৪৫ দিন ৫ বছর')[0]?.path).toBe('/services/birth-registration');
  });
});

describe('the names of the office and its place', () => {
  test.each<[Office, string, string]>([
    ['kachua', 'kachua', '/contact'],
    ['kachua', 'Kachua', '/contact'],
    ['kachua', 'kochua', '/contact'],
    ['kachua', 'bagerhat', '/contact'],
    ['kachua', 'doict', '/contact'],
    ['kachua', 'doict.kachua.bagerhat.gov.bd', '/contact'],
    ['kachua', 'https://doict.kachua.bagerhat.gov.bd', '/contact'],
    ['kachua', 'kachua office', '/contact'],
    ['union', 'kalpananagar', '/contact'],
    ['union', 'swapnapur', '/contact#officer-entrepreneur'],
    ['union', 'রূপকথা', '/contact#officer-entrepreneur'],
    ['head', 'dreams', '/contact'],
    ['head', 'dreams.example.gov.bd', '/contact'],
    ['municipality', 'nischintapur', '/contact#officer-health-officer'],
    ['municipality', 'kalpapur', '/contact#officer-registrar'],
    ['municipality', 'station road', '/contact'],
    ['fees', 'mayapur', '/contact'],
    ['complaints', 'kalpalok', '/services#complaints'],
  ])('in %s, %s finds whom to contact', (office, query, path) => {
    const [first] = searches[office](query);
    expect(first?.path).toBe(path);
  });
});

test('where there is no page of contacts, the office itself is found', () => {
  expect(searches.complaints('swapnadanga')[0]?.text).toContain('কল্পলোক অভিযোগ প্রতিকার কার্যালয়');
  expect(searches.minimal('অফিস')).toEqual([
    { path: undefined, text: 'স্বপ্নপুর মৎস্য খামার', reach: [] },
  ]);
});

describe('of two services that share a word, the one that is meant', () => {
  const births = [
    ...[
      'jonmonibondhon',
      'janmonibandhan',
      'jonmonibondon',
      'janmanibandhan',
      'jonmo nibondhon',
      'zonmo nibondhon',
    ],
    ...[
      'jonmosonod',
      'jonmo sonod',
      'birth registration',
      'birth certificate',
      'birthregistration',
      'Birth',
    ],
    ...[
      'birthcertificate',
      'জন্মনিবন্ধন',
      'জন্মনিবন্দন',
      'জন্ম সনদ',
      'জন্মসনদ',
      'birth registretion',
      'janma nibandhan',
    ],
  ];
  const deaths = [
    ...[
      'mrittunibondhon',
      'mrityunibandhan',
      'mrittu nibondhon',
      'mrityu sonod',
      'death registration',
      'death',
    ],
    ...['death certificate', 'deathcertificate', 'মৃত্যুনিবন্ধন', 'মৃত্যু সনদ', 'মৃত্যুর সনদ', 'মৃত্যুনিবন্দন'],
  ];
  test.each<[Office, string, string[]]>([
    ['union', 'birth-registration', births],
    ['municipality', 'birth-certificate', births],
    ['union', 'death-registration', deaths],
    [
      'union',
      'trade-licence',
      ['tradelicence', 'tredlaisens', 'trade lisence', 'tredlicense', 'ট্রেডলাইসেন্স'],
    ],
    ['union', 'widow-allowance', ['bidhobabhata', 'bidhoba vata', 'বিধবাভাতা']],
    ['union', 'old-age-allowance', ['boyoskobhata', 'boyosko vata', 'bayaskabhata']],
    ['union', 'inheritance-certificate', ['warish sonod', 'oarish sonod']],
    ['union', 'village-court', ['gramadalot', 'gram adalat', 'graamadalat']],
    ['municipality', 'holding-tax', ['holdingtax', 'holding tax', 'holdingkor', 'হোল্ডিংট্যাক্স']],
    ['municipality', 'street-light', ['sorokbati', 'সড়কবাতি']],
  ])('in %s: %s', (office, id, queries) => {
    for (const query of queries)
      expect({ query, path: searches[office](query)[0]?.path }).toEqual({
        query,
        path: `/services/${id}`,
      });
  });

  test('new or renewed, registered or corrected', () => {
    const [row] = real.charter.services;
    if (!row) throw new Error('no services');
    const named = (names: Record<string, string>) =>
      Object.entries(names).map(([id, name]) => ({ ...row, id, name }));
    const services = named({
      new: 'নতুন ট্রেড লাইসেন্স প্রদান',
      renewal: 'ট্রেড লাইসেন্স নবায়ন',
      birth: 'জন্ম নিবন্ধন',
      correction: 'জন্ম নিবন্ধন সংশোধন',
      death: 'মৃত্যু নিবন্ধন',
    });
    const search = searchIn({ ...real.charter, services, synonyms: [] });
    const wanted = {
      new: ['new trade licence', 'notun trade license', 'নতুন লাইসেন্স'],
      renewal: ['trade licence renewal', 'tradelicence renew', 'নবায়ন', 'nobayon', 'লাইসেন্স রিনিউ'],
      birth: ['জন্ম নিবন্ধন', 'jonmonibondhon', 'birth certificate'],
      correction: [
        'জন্ম নিবন্ধন সংশোধন',
        'jonmonibondhon songshodhon',
        'birth certificate correction',
      ],
      death: ['death registration', 'mrittu nibondhon'],
    };
    for (const [id, queries] of Object.entries(wanted))
      for (const query of queries)
        expect({ query, path: search(query)[0]?.path }).toEqual({ query, path: `/services/${id}` });
  });
});
