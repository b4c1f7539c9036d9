// Search, judged by what citizens type, and by what must hold of any query.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load as loadYaml } from 'js-yaml';
import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { toBengaliDigits } from '../src/bangla/digits.ts';
import { foldSpelling, soundsOf, stem, textWords } from '../src/bangla/search-text.ts';
import type { Officer } from '../src/charter/officer.ts';
import type { Service } from '../src/charter/service.ts';
import { createHandler } from '../src/http/handler.ts';
import { createSearch, type Hit } from '../src/search/search.ts';
import {
  app,
  charter,
  complaintsOnly,
  feeCharts,
  headOffice,
  minimal,
  municipality,
  site,
  unionCouncil,
} from './support/site.ts';

const find = createSearch(charter);
const nameOf = ({ target }: Hit) => {
  if (target.kind === 'service') return target.service.id;
  if (target.kind === 'officer') return `@${target.officer.id}`;
  if (target.kind === 'unstated') return `no ${target.topic}`;
  return target.kind === 'section' ? target.section.id : target.kind;
};
const names = (query: string) => find(query).map(nameOf);

const judged = loadYaml(readFileSync('test/fixtures/judged-queries.yaml', 'utf8')) as Record<
  string,
  Record<string, string>
>;
const searches = {
  real: find,
  union: createSearch(unionCouncil.charter),
  head: createSearch(headOffice.charter),
  municipality: createSearch(municipality.charter),
  fees: createSearch(feeCharts.charter),
  complaints: createSearch(complaintsOnly.charter),
  minimal: createSearch(minimal.charter),
};

test('the right answer comes first for what citizens type', () => {
  const queries = Object.entries(judged).flatMap(([office, list]) =>
    Object.entries(list).map(([typed, wanted]) => {
      const query = typed.normalize('NFC');
      const got = searches[office as keyof typeof searches](query).map(nameOf);
      const right = wanted.split('|');
      const rank =
        wanted === '-'
          ? got.length === 0
            ? 0
            : 99
          : got.findIndex((name) => right.includes(name));
      return { office, query, wanted, got: got.slice(0, 3), rank: rank < 0 ? 99 : rank };
    }),
  );
  const share = (within: number) =>
    queries.filter(({ rank }) => rank < within).length / queries.length;
  const missed = queries.filter(({ rank }) => rank > 0);
  console.log(
    `${queries.length} judged queries: top 1 ${(share(1) * 100).toFixed(1)} %, top 3 ${(share(3) * 100).toFixed(1)} %`,
    ...missed.map(
      ({ office, query, wanted, got }) => `\n  ${office}: ${query} → ${got} (wanted ${wanted})`,
    ),
  );
  expect(queries.length).toBeGreaterThanOrEqual(400);
  expect(missed.map(({ query }) => query)).toEqual(
    ['ই-সার্ভিস', 'অফিসের জন্য কম্পিউটার কিনতে সাহায্য লাগবে', 'রাস্তার বাতি নষ্ট হলে কাকে জানাব'].map((query) =>
      query.normalize('NFC'),
    ),
  );
  expect(share(3)).toBe(1);
});

describe('the steps of the analysis', () => {
  test.each([
    ['ই-নথি', ['ই', 'নথি', 'ইনথি']],
    ['ICT, ০৪!', ['ict', '04']],
    ['র‌্যাব', ['র্যাব']],
  ])('the words of %s', (text, words) => expect(textWords(text)).toEqual(words));
  test.each([
    ['ঊর্ধ্বতন', 'উর্দ্ধতন'],
    ['প্রশিক্ষণ', 'প্রশিক্ষন'],
    ['শিক্ষিকা', 'শিক্ষীকা'],
    ['সহযোগিতা', 'সহযোগীতা'],
    ['পদবি', 'পদবী'],
    // One pair for each rule.
    ['চাঁদ', 'চাদ'],
    ['ক্ষমা', 'খমা'],
    ['বাড়ি', 'বারি'],
    ['আষাঢ়', 'আষার'],
    ['নিয়ম', 'নিএম'],
    ['উদ্ধার', 'উধার'],
    ['স্বপ্ন', 'সপ্ন'],
    ['বিশ্ব', 'বিশ'],
    ['ঋণ', 'রিণ'],
    ['কৃষি', 'ক্রিষি'],
    ['ঈদ', 'ইদ'],
    ['ঊষা', 'উষা'],
    ['নদী', 'নদি'],
    ['ভূমি', 'ভুমি'],
    ['শহর', 'সহর'],
    ['বিষয়', 'বিসয়'],
    ['কারণ', 'কারন'],
    ['বাঙলা', 'বাংলা'],
    ['উৎস', 'উতস'],
    ['যদি', 'জদি'],
    ['সম্মান', 'সমান'],
    ['কর্ম্ম', 'কর্ম'],
  ])('%s and %s are spelt alike', (one, other) =>
    expect(foldSpelling(textWords(one)[0] as string)).toBe(
      foldSpelling(textWords(other)[0] as string),
    ),
  );
  test.each([
    ['উত্তর', 'উত্র'],
    ['পত্র', 'পতর'],
    ['স্বয়ং', 'সয়'],
    ['কবর', 'কর'],
  ])('%s and %s are not', (one, other) =>
    expect(foldSpelling(textWords(one)[0] as string)).not.toBe(
      foldSpelling(textWords(other)[0] as string),
    ),
  );
  test.each([
    // One word for each ending, in one spelling.
    ...[
      'গুলোর',
      'গুলো',
      'গুলি',
      'সমুহের',
      'সমুহ',
      'দের',
      'এর',
      'ের',
      'কে',
      'তে',
      'টির',
      'টার',
      'টি',
      'টা',
      'রা',
      'এ',
      'ে',
    ].map((ending) => [`কলমদান${ending}`, 'কলমদান']),
    ['কলর', 'কলর'],
    ['কলে', 'কলে'],
    ['কলমকে', 'কলম'],
    ['কর্মকর্তাদের', 'কর্মকর্তা'],
    ['প্রোগ্রামার', 'প্রোগ্রামার'],
    ['কে', 'কে'],
    ['শিক্ষকরা', 'শিক্ষক'],
    ['নাম্বারটা', 'নাম্বার'],
  ])('the stem of %s is %s', (word, expected) => expect(stem(word)).toBe(expected));
  test.each([
    ['প্রশিক্ষণ', 'proshikkhon', 'prskn'],
    ['প্রশিক্ষণ', 'prosikkhon', 'prskn'],
    ['পোর্টাল', 'portal', 'prtl'],
    ['ইনোভেশন', 'innovation', 'nbsn'],
    ['কর্মকর্তা', 'kormokorta', 'krmkrt'],
    ['অভিযোগ', 'oviyog', 'bjg'],
    ['অভিযোগ', 'abhijog', 'bjg'],
    ['গাড়ির', 'garir', 'grr'],
    // Words of two consonants, with their vowels.
    ['ছুটি', 'chuti', 'cuti'],
    ['ছুটি', 'chhutee', 'cuti'],
    ['কর', 'kor', 'kor'],
    ['কত', 'koto', 'kot'],
    ['নিয়োগ', 'niyog', 'niog'],
    // One pair for each sound and each way to type it.
    ['খবর', 'khobor', 'kbr'],
    ['গরম', 'ghorom', 'grm'],
    ['ঘটনা', 'ghotona', 'gtn'],
    ['চাকরি', 'chakri', 'ckr'],
    ['ছবির', 'chhobir', 'cbr'],
    ['জরিপ', 'zorip', 'jrp'],
    ['ঝড়ের', 'jhorer', 'jrr'],
    ['যোগ্যতা', 'joggota', 'jgt'],
    ['টাকার', 'takar', 'tkr'],
    ['ঠিকানা', 'thikana', 'tkn'],
    ['তথ্যের', 'tothyer', 'ttr'],
    ['উৎসব', 'utshob', 'tsb'],
    ['ডিসেম্বর', 'december', 'dsmbr'],
    ['ঢাকার', 'dhakar', 'dkr'],
    ['দরকার', 'dorkar', 'drkr'],
    ['ধর্মের', 'dhormer', 'drmr'],
    ['কারণে', 'karone', 'krn'],
    ['বাংলা', 'bangla', 'bnl'],
    ['ব্যাঙের', 'benger', 'bnr'],
    ['পরিবার', 'poribar', 'prbr'],
    ['ফরমের', 'phormer', 'prmr'],
    ['ফরমের', 'former', 'prmr'],
    ['ভবনের', 'voboner', 'bbnr'],
    ['ভবনের', 'bhoboner', 'bbnr'],
    ['ওয়ারিশান', 'warishan', 'rsn'],
    ['লাইসেন্স', 'licence', 'lsns'],
    ['শহরের', 'shohorer', 'shrr'],
    ['ষাঁড়ের', 'sharer', 'srr'],
    ['ক্ষতির', 'kkhotir', 'ktr'],
    ['ক্ষতির', 'kshotir', 'ktr'],
    ['একশনের', 'actioner', 'ksnr'],
    ['কলমের', 'colomer', 'klmr'],
    ['কমিশন', 'comission', 'kmsn'],
    ['কোরআন', 'quran', 'krn'],
    ['কৃষির', 'krishir', 'krsr'],
    ['ঋণের', 'riner', 'rnr'],
    ['বিজ্ঞান', 'bigyan', 'bgn'],
    ['মৃত্যু', 'mrittu', 'mrt'],
    ['কচুয়া', 'kochua', 'kocua'],
    ['অনিক', 'onik', 'onik'],
    ['ঐকিক', 'oikik', 'oikik'],
    ['ঔষধ', 'oushodh', 'ousod'],
    ['চৌকি', 'chouki', 'couki'],
    ['কৈশোর', 'koishor', 'ksr'],
    ['পুকুর', 'pukur', 'pkr'],
    ['চুলা', 'choola', 'cula'],
    ['মেলা', 'mela', 'mela'],
    ['এলাকা', 'elaka', 'elaka'],
    ['আইন', 'ain', 'n'],
    ['দূত', 'doot', 'dut'],
    ['ঈগল', 'igol', 'igol'],
    ['উঁকি', 'uki', 'k'],
    ['ঊষা', 'usha', 's'],
    ['বাড়ী', 'bari', 'bari'],
    ['বাড়ি', 'bary', 'bari'],
  ])('%s and %s sound alike', (bengali, latin, sound) => {
    expect(soundsOf(textWords(bengali)[0] as string)[0]).toBe(sound);
    expect(soundsOf(latin)).toContain(sound);
  });
  test('অ and the vowel that no sign expresses are typed o or a', () => {
    const sounds = (word: string) => soundsOf(word.normalize('NFC'));
    expect(sounds('কচুয়া')).toEqual(['kocua', 'kacua']);
    expect(sounds('অনিক')).toEqual(['onik', 'anik']);
    expect(sounds('ছুটি')).toEqual(['cuti']);
    // In Latin letters y is য or nothing, and w ব or ও.
    expect(soundsOf('oviyog')).toEqual(['obiog', 'bjg']);
    expect(soundsOf('kayla')).toEqual(['kala']);
    expect(soundsOf('swopno')).toEqual(['sbpn', 'spn']);
  });
});

describe('the order of what is found', () => {
  const [row] = charter.services as [Service];
  /** Returns a search among services made for one question. */
  const among = (services: Partial<Service>[], synonyms: string[][] = []) => {
    const plain = { name: 'সেবা', time: 'অবিলম্বে', officers: [], superiors: [] };
    const search = createSearch({
      ...charter,
      services: services.map((service) => ({ ...row, ...plain, ...service })),
      officers: [],
      synonyms,
      vision: '',
      mission: '',
    });
    return (query: string) => search(query).map(nameOf);
  };

  test('words as written rank above the same in another spelling, and those above a mere likeness of sound', () => {
    const search = among(
      ['কর্মচারি', 'কর্মচারী', 'পোর্টাল', 'portal', 'পোরটোল'].map((name) => ({ id: name, name })),
    );
    expect(search('কর্মচারী')).toEqual(['কর্মচারী', 'কর্মচারি']);
    expect(search('কর্মচারি')).toEqual(['কর্মচারি', 'কর্মচারী']);
    expect(search('portal')[0]).toBe('portal');
    const bySound = ['পোর্টাল', 'portals'].map((name) => ({ id: name, name }));
    expect(among(bySound)('portal')).toEqual(['portals', 'পোর্টাল']);
    expect(search('পোর্টাল')[0]).toBe('পোর্টাল');
  });

  test('a word as written ranks above a longer one, and that above one with a wrong letter', () => {
    const services = ['পোর্টাক', 'পোর্টালের', 'পোর্টাল'].map((name) => ({ id: name, name }));
    expect(among(services)('পোর্টাল')).toEqual(['পোর্টাল', 'পোর্টালের', 'পোর্টাক']);
    // Even if the wrong letter is in a shorter name, or stands there twice.
    const twice = { id: 'twice', name: 'পোর্টাক পোর্টাক' };
    const long = { id: 'long', name: 'সরকারি দপ্তরের পোর্টাল বিষয়ক সেবা' };
    expect(among([twice, long])('পোর্টাল')).toEqual(['long', 'twice']);
  });

  test('a synonym that search has no letters of is left out', () => {
    // A colon that Unicode counts among the letters.
    expect(() => createSearch({ ...charter, synonyms: [['ː', 'ফি']] })('ː')).not.toThrow();
  });

  test('words with one meaning in every office are synonyms, unless the charter has its own', () => {
    const services = ['কর', 'খাজনা'].map((name) => ({ id: name, name }));
    expect(among(services)('ট্যাক্স')).toEqual(['কর']);
    expect(among(services, [['ট্যাক্স', 'খাজনা']])('ট্যাক্স')).toEqual(['খাজনা']);
  });

  test('a word inside a longer one ranks above one with a wrong letter, and is not looked for if words begin with it', () => {
    const services = ['ভক্তি', 'রাজশক্তি'].map((name) => ({ id: name, name }));
    expect(among(services)('শক্তি')).toEqual(['রাজশক্তি', 'ভক্তি']);
    const begins = { id: 'begins', name: 'শক্তিমান' };
    expect(among([...services, begins])('শক্তি')).toEqual(['begins', 'ভক্তি']);
  });

  test('a word counts most in the name, then among the facts, then elsewhere', () => {
    const [officer] = charter.officers as [Officer];
    const search = among([
      {
        id: 'elsewhere',
        officers: [{ id: 'a', former_ids: [], post: 'নবায়ন', office: 'ক', place: 'ক' }],
      },
      { id: 'fact', time: 'নবায়ন', officers: [officer] },
      { id: 'name', name: 'নবায়ন', officers: [officer] },
    ]);
    expect(search('নবায়ন')).toEqual(['name', 'fact', 'elsewhere']);
  });

  test('a synonym counts less than the word itself, but in a name more than the word among the facts', () => {
    const services = [
      { id: 'fact', time: 'নবায়ন' },
      { id: 'synonym', name: 'রিনিউ' },
      { id: 'name', name: 'নবায়ন' },
    ];
    expect(among(services, [['নবায়ন', 'রিনিউ']])('নবায়ন')).toEqual(['name', 'synonym', 'fact']);
  });
});

test('marked is by what a result is found: not the words of a phrase that it has not whole', () => {
  const [row] = charter.services as [Service];
  const synonyms = [['সবুজ গাছ', 'বৃক্ষ']];
  const services = [
    { ...row, name: 'বৃক্ষ সবুজ' },
    { ...row, id: 'b', name: 'গাছ সবুজ রং' },
  ];
  const search = createSearch({ ...charter, services, synonyms });
  const marks = (query: string) =>
    search(query)
      .slice(0, 2)
      .map(({ isMatch }) => ['সবুজ', 'গাছ', 'গাছের', 'বৃক্ষ', 'রং'].filter(isMatch))
      .toSorted();
  expect(marks('সবুজ গাছ')).toEqual([['বৃক্ষ'], ['সবুজ', 'গাছ']]);
  expect(marks('সবুজ')).toEqual([['সবুজ'], ['সবুজ']]);
});

test('a wrong letter in a long word is forgiven', () => {
  // It sounds like another word.
  expect(names('পোর্টাক')).toEqual(['portal']);
});

test('a word is found inside a longer one, but not in the middle of a conjunct', () => {
  expect(names('মিডিয়া')).toEqual(['multimedia-classroom-training']);
  expect(names('শক্তি')[0]).toBe('ict-skills-training');
  // The letters stand inside কর্মকর্তা.
  expect(names('মকর')).toEqual([]);
  // One letter is in too many words.
  expect(names('ট')).toEqual([]);
});

test('two words run together are found as two', () => {
  expect(names('ক্লাসরুমপ্রশিক্ষণ')).toEqual(['multimedia-classroom-training']);
  // One of the two is known by a synonym only.
  expect(names('কম্পিউটারপ্রশিক্ষণ').toSorted()).toEqual(names('কম্পিউটার প্রশিক্ষণ').toSorted());
});

test('half of what is looked for is enough, less is not', () => {
  expect(names('পোর্টাল গজমোতি')).toContain('portal');
  expect(names('পোর্টাল গজমোতি হাতিঘোড়া')).toEqual([]);
});

const composed = (text: string) =>
  text
    .replaceAll('\u09af\u09bc', '\u09df')
    .replaceAll('\u09a1\u09bc', '\u09dc')
    .replaceAll('\u09a2\u09bc', '\u09dd');
const serviceWords = charter.services.flatMap((service) =>
  [...new Set(textWords([service.name, service.time, service.documents_source].join(' ')))].map(
    (word) => [word, service.id] as const,
  ),
);

test.each(serviceWords)('%s finds %s', (word, id) => {
  expect(names(word)).toContain(id);
});

const queries = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...serviceWords.map(([word]) => word)), { maxLength: 6 })
    .map((words) => words.join(' ')),
);

test('any query is answered, and alike in every form of the same letters', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const expected = names(query);
      for (const form of [
        query.normalize('NFC'),
        query.normalize('NFD'),
        composed(query.normalize('NFC')),
        toBengaliDigits(query),
      ]) {
        expect(names(form)).toEqual(expected);
      }
      expect(names([...query].join('\u200d'))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('marks cover whole words, and nothing of a query is left unescaped', async () => {
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const html = (await site.search(query)).resource.bodies.identity.bytes.toString();
      expect(html).not.toMatch(/<(?:img|svg onload|b)>|<script(?! type="application)/);
      for (const [, before, , after] of html.matchAll(
        /([\p{L}\p{M}]?)<mark>([^<]*)<\/mark>([\p{L}\p{M}]?)/gu,
      )) {
        expect([before, after]).toEqual(['', '']);
      }
    }),
    { numRuns: 100 },
  );
});

describe('over HTTP', () => {
  const ask = (query: string) => request(app).get(`/search${query}`);
  const q = (text: string) => `?q=${encodeURIComponent(text)}`;

  test('results have the name, marked by whole words, time, fee and number, and the count in Bengali', async () => {
    const { text } = await ask(q('প্রশিক্ষণ')).expect(200);
    expect(text).toContain('<title>“প্রশিক্ষণ” — ৩টি ফলাফল');
    expect(text).toContain('আইসিটি <mark>প্রশিক্ষণের</mark> মাধ্যমে');
    expect(text).toContain('href="tel:+8801721587011"');
    expect(text).toContain('value="প্রশিক্ষণ"');
    expect(text).toContain('বিনামূল্যে');
  });

  test('they are for the asker alone, and for no index', async () => {
    const { headers, text } = await ask(q('portal')).expect(200);
    expect(headers['cache-control']).toBe('private, no-store');
    expect(headers).not.toHaveProperty('etag');
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(text).not.toContain('rel="canonical"');
  });

  test.each(['', '/', '?q=', '?q=%20%20', '?q=a&q=b', '?q[]=a', '?q[x]=a', '?__proto__=1', '?x=1'])(
    '%s shows the whole list',
    async (query) => {
      const { text } = await ask(query).expect(200);
      for (const { id } of charter.services) expect(text).toContain(`href="/services/${id}"`);
      expect(text).toContain('খোঁজার জন্য একটি শব্দ লিখুন।');
    },
  );

  test('nothing found: help, and the whole list', async () => {
    const { text } = await ask(q('পাসপোর্ট')).expect(200);
    expect(text).toContain('“পাসপোর্ট” — কোনো ফলাফল পাওয়া যায়নি'.normalize('NFC'));
    for (const { id } of charter.services) expect(text).toContain(`href="/services/${id}"`);
  });

  test('a hundred letters are answered, more are not', async () => {
    await ask(q('ক্ষ'.repeat(100))).expect(200);
    await ask(q(`ক${'\u0981'.repeat(1000)}`)).expect(400);
    const { text } = await ask(q('ক্ষ'.repeat(101))).expect(400);
    expect(text).toContain('লেখাটি বেশি বড়।'.normalize('NFC'));
    expect(text).not.toContain('ক্ষক্ষ');
  });

  test('what is typed is shown as text, never as markup', async () => {
    for (const evil of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      '{{ 7 * 7 }}{% raw %}',
      '#{7*7}',
    ]) {
      const { text } = await ask(q(evil)).expect(200);
      expect(text.includes(evil)).toBe(!/[<"]/.test(evil));
    }
  });

  test('malformed queries are no fault of ours', async () => {
    for (const query of ['?q=%', '?q=%ff%fe', '?q=%00', `?q=${'a'.repeat(8000)}`]) {
      expect((await ask(query)).status, query).toBeLessThan(500);
    }
  });

  test('what was asked is never logged', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
    await request(createHandler(site, { https: true, logger }).handle)
      .get(`/search${q('গোপন')}&x=secret`)
      .expect(200);
    expect(lines.join()).toContain('/search');
    expect(lines.join()).not.toMatch(/গোপন|secret|%E0/);
  });

  test('browsers and search engines learn of it', async () => {
    const { text, headers } = await request(app)
      .get('/opensearch.xml')
      .buffer()
      .parse((response, done) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk;
        });
        response.on('end', () => done(null, body));
      })
      .then(({ body, headers }) => ({ text: body as string, headers }));
    expect(headers['content-type']).toBe('application/opensearchdescription+xml; charset=utf-8');
    expect(text).toContain('template="https://charter.example/search?q={searchTerms}"');
    const home = (await request(app).get('/')).text;
    const data = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(home)?.[1] ?? '',
    );
    expect(data['@graph'][0].potentialAction.target.urlTemplate).toBe(
      'https://charter.example/search?q={search_term_string}',
    );
  });
});
