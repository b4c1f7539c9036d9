// The weight of a word in search, by where and how it is found. All texts have the same length, so only the weights differ.

import { describe, expect, test } from 'vitest';
import { foldSpelling, soundsOf, stem } from '../src/bangla/search-text.ts';
import type { Charter } from '../src/charter/charter.ts';
import type { Officer } from '../src/charter/officer.ts';
import type { Service } from '../src/charter/service.ts';
import { createSearch } from '../src/search/search.ts';
import type { Texts } from '../src/search/targets.ts';
import { createWordIndex } from '../src/search/word-index.ts';
import { charter } from './support/site.ts';

/** Returns the scores of each text for a word, looked up in the given forms; the other texts fill the fields. */
function scoresOf(texts: Partial<Texts>[], text: string, forms: { spelt?: string } = {}): number[] {
  const find = createWordIndex(
    texts.map((one) => ({ name: 'ড', facts: 'ড', rest: 'ড', ...one })),
    // Bytes of the cache: nothing fits.
    1,
  );
  const { scores } = find({
    text,
    spelt: stem(foldSpelling(text)),
    sounds: soundsOf(text),
    ...forms,
  });
  return texts.map((_, id) => scores.get(id) ?? 0);
}
const ratio = ([one = 0, other = 0]: number[]) => one / other;

describe('what a word counts', () => {
  test('in the name four times as much as among the facts, and eight times as much as elsewhere', () => {
    const scores = scoresOf([{ name: 'নবায়ন' }, { facts: 'নবায়ন' }, { rest: 'নবায়ন' }], 'নবায়ন');
    expect(ratio([scores[0] ?? 0, scores[1] ?? 0])).toBeCloseTo(4);
    expect(ratio([scores[0] ?? 0, scores[2] ?? 0])).toBeCloseTo(8);
  });

  test('as written twice as much as in another spelling, and six times as much as by its sound', () => {
    // Looked up in one layer alone.
    const exact = scoresOf([{ name: 'কর্মচারি' }, {}], 'কর্মচারি', { spelt: 'ঞ' })[0] ?? 0;
    const folded = scoresOf([{ name: 'কর্মচারি' }, {}], 'ঞ', { spelt: 'কর্মচারি' })[0] ?? 0;
    const sound = scoresOf([{ name: 'কর্মচারি' }, {}], 'kormochari')[0] ?? 0;
    expect(exact / folded).toBeCloseTo(2);
    expect(exact / sound).toBeCloseTo(6);
  });

  test('less at the beginning of a longer word, inside one, and with a wrong letter', () => {
    const as = (name: string, spelt = 'পোর্টাল') => scoresOf([{ name }, {}], 'ঞ', { spelt })[0] ?? 0;
    const whole = as('পোর্টাল');
    // After MiniSearch: the weight, less for each letter that is missing or wrong.
    expect(as('পোর্টালক') / whole).toBeCloseTo((0.6 * 8) / (8 + 0.3 * 1), 2);
    expect(as('পোর্টালকখগঘ') / whole).toBeCloseTo((0.6 * 11) / (11 + 0.3 * 4), 2);
    expect(as('পোর্টাক') / whole).toBeCloseTo((0.25 * 7) / (7 + 1), 2);
    expect(as('কখপোর্টাল') / whole).toBeCloseTo(0.5, 2);
  });
});

describe('which words are looked for', () => {
  const finds = (name: string, query: string) => (scoresOf([{ name }, {}], query)[0] ?? 0) > 0;
  test.each<[string, string, boolean]>([
    // At the beginning of a longer word from three letters and signs on.
    ['কলম', 'কলমদানি', true],
    ['কল', 'কলম', false],
    ['kal', 'kalomdani', true],
    ['ka', 'kalomdani', false],
    // With a wrong letter from five on, never in numbers.
    ['কলমদা', 'কলমনা', true],
    ['কলমদ', 'কলমন', false],
    ['12345', '12346', false],
    // Inside a longer word from two letters on; not across a conjunct.
    ['কূপ', 'নলকূপ', true],
    ['কল', 'নকল', false],
    ['কাল', 'আজকাল', true],
    ['কি', 'বাকি', false],
    ['মকা', 'কর্মকার', false],
    // Matches by sound, in Latin letters from three sounds on, at the beginning from four.
    ['chuti', 'ছুটি', true],
    ['kor', 'কর', true],
    ['ko', 'কো', false],
    ['kolom', 'কলম', true],
    ['kolom', 'কলমদানি', false],
    ['kolomda', 'কলমদানি', true],
    // In Bengali only from four consonants on.
    ['কলমদান', 'কোলামুদুন', true],
    ['কলম', 'কোলামু', false],
    // A part of a telephone number from six digits on.
    ['587011', '01721587011', true],
    ['58701', '01721587011', false],
    ['172158', '01721587011', true],
  ])('%s in %s: %s', (query, name, isFound) => expect(finds(name, query)).toBe(isFound));

  test('inside only if no word begins with it, by sound in Bengali only if nothing else is found', () => {
    const names = ['নলকূপ', 'কূপন'].map((name) => ({ name }));
    expect(scoresOf(names, 'কূপ').map((score) => score > 0)).toEqual([false, true]);
    const spellings = ['কলমদান', 'কোলামুদুন'].map((name) => ({ name }));
    expect(scoresOf(spellings, 'কলমদান').map((score) => score > 0)).toEqual([true, false]);
    expect(scoresOf(spellings, 'kolomdan').map((score) => score > 0)).toEqual([true, true]);
  });
});

describe('the order of what is found', () => {
  const [row] = charter.services as [Service];
  const [officer] = charter.officers as [Officer];
  /** The ids of the services that a query finds, among services of the given names. */
  const among =
    (names: string[], change: Partial<Charter> = {}) =>
    (query: string) =>
      createSearch({
        ...charter,
        services: names.map((name) => ({ ...row, id: name, name, officers: [], superiors: [] })),
        officers: [],
        synonyms: [],
        ...change,
      })(query).flatMap(({ target }) => {
        if (target.kind === 'officer') return 'officer';
        return target.kind === 'service' ? target.service.id : [];
      });

  test('a synonym counts less than the word, and more than the beginning of a longer word', () => {
    const find = among(['নবায়নযোগ্য', 'পুনরায়ন', 'নবায়ন'], { synonyms: [['নবায়ন', 'পুনরায়ন']] });
    expect(find('নবায়ন')).toEqual(['নবায়ন', 'পুনরায়ন', 'নবায়নযোগ্য']);
  });

  test('several synonyms count as the best of them', () => {
    const synonyms = [['গরু', 'গাভী', 'বলদ', 'ষাঁড়']];
    const find = among(['গাভী বলদ ষাঁড়', 'গরু ছাগল ভেড়া'], { synonyms });
    expect(find('গরু')).toEqual(['গরু ছাগল ভেড়া', 'গাভী বলদ ষাঁড়']);
  });

  test('a phrase is found with all its words, and its synonyms for all of it', () => {
    const synonyms = [['সবুজ গাছ', 'বৃক্ষ']];
    const find = among(['সবুজ রং', 'গাছ সবুজ', 'বৃক্ষ', 'গাছ'], { synonyms });
    expect(find('সবুজ গাছ').toSorted()).toEqual(['গাছ সবুজ', 'বৃক্ষ']);
    expect(find('বৃক্ষ')).toEqual(['বৃক্ষ', 'গাছ সবুজ']);
    expect(find('গাছ').toSorted()).toEqual(['গাছ', 'গাছ সবুজ']);
  });

  test('whoever matches more of the query is found alone; of equals the first in the charter comes first', () => {
    const find = among(['সবুজ গাছ', 'সবুজ রং', 'লাল রং']);
    expect(find('সবুজ রং')).toEqual(['সবুজ রং']);
    expect(find('সবুজ')).toEqual(['সবুজ গাছ', 'সবুজ রং']);
    expect(find('লাল গাছ')).toHaveLength(2);
    expect(among(['ক খ', 'ক খ গ'])('ক খ গ')).toEqual(['ক খ গ']);
  });

  test('officers by their roles, and by what they have', () => {
    const [assistant, programmer] = charter.officers as [Officer, Officer];
    const other = { id: 'other', post: 'হিসাবরক্ষক', former_ids: [] };
    const both = { ...row, officers: [assistant], superiors: [programmer] };
    const search = createSearch({
      ...charter,
      services: [both, { ...both, id: 'none', officers: [], superiors: [] }],
      officers: [other, assistant, programmer],
    });
    const found = (query: string) =>
      search(query).flatMap(({ target }) => (target.kind === 'officer' ? target.officer.id : []));
    expect(found('দায়িত্বপ্রাপ্ত কর্মকর্তা')[0]).toBe(assistant.id);
    expect(found('দায়িত্বপ্রাপ্ত কর্মকর্তা')).not.toContain('other');
    expect(found('ঊর্ধ্বতন কর্মকর্তা')).toEqual([programmer.id]);
    expect(found('কর্মকর্তা').toSorted()).toEqual([assistant.id, 'other', programmer.id]);
    expect(found('যোগাযোগ')).toContain('other');
    // Who has what is asked for first; who has it not last.
    expect(found('মোবাইল').at(-1)).toBe('other');
    expect(found('ইমেইল').at(-1)).toBe('other');
    expect(found('হিসাবরক্ষকের মোবাইল')).toEqual(['other']);
  });

  test('an officer by name before a service in whose cell the name stands', () => {
    const services = [{ ...row, id: 'service', officers: [officer] }];
    const find = among([], { services, officers: [officer] });
    expect(find(officer.post)).toEqual(['officer', 'service']);
  });

  test('two words run together are found as two, where both are known', () => {
    const find = among(['কলম দান', 'বাতাস ঘর', 'লাল নীল', 'তালপাতা', 'তাল', 'পাতা ঘর', 'ক'], {
      synonyms: [['শিলাবৃষ্টি', 'hail']],
    });
    for (const [query, found] of Object.entries({
      // The spelling matches neighbours and others.
      কলমদান: ['কলম দান'],
      বাতাসঘর: ['বাতাস ঘর'],
      কলমঘর: ['কলম দান', 'বাতাস ঘর', 'পাতা ঘর'],
      // The sound matches only neighbours, for it is weak evidence.
      kolomdan: ['কলম দান'],
      batashghor: ['বাতাস ঘর'],
      lalnil: ['লাল নীল'],
      kolombatas: [],
      // With the ending of the second left out, but no more of it.
      lalni: [],
      // Words of their own.
      তালপাতা: ['তালপাতা'],
      talpata: ['তালপাতা'],
      ককলম: [],
    }))
      expect({ query, found: find(query).toSorted() }).toEqual({ query, found: found.toSorted() });
    expect(among(['বিধবা ভাতার আবেদন'])('bidhobabhata')).toHaveLength(1);
    const both = among(['শিলাবৃষ্টি', 'প্রশিক্ষণ ঘর'], { synonyms: [['শিলাবৃষ্টি', 'hail']] });
    expect(both('hailproshikkhon')).toHaveLength(2);
  });

  test('synonyms are phrases of up to five words, found in the other script by their sound', () => {
    const synonyms = [
      ['লাল নীল সবুজ সাদা কালো', 'রংধনু'],
      ['কর', 'রাজস্ব'],
      ['লাল গাই', 'গোরু'],
      ['কলমি', 'শাক'],
      ['তালপাতা', 'পাখা'],
    ];
    const find = among(['রংধনু', 'রাজস্ব', 'গোরু', 'শাক', 'পাখা'], { synonyms });
    expect(find('লাল নীল সবুজ সাদা কালো')).toEqual(['রংধনু']);
    expect(find('lal nil sobuj sada kalo')).toEqual(['রংধনু']);
    expect(find('kor')).toEqual(['রাজস্ব']);
    expect(find('kolmi')).toEqual(['শাক']);
    // In Bengali of three sounds only as it is spelt.
    expect(find('কুলিমি')).toEqual([]);
    expect(find('তোলপাতা')).toEqual(['পাখা']);
    // A phrase of few sounds sounds like too many others.
    expect(find('লাল গাই')).toEqual(['গোরু']);
    expect(find('lal gai')).toEqual([]);
  });

  test('synonyms of the charter stand in place of those of any office that they touch', () => {
    expect(among(['কর', 'খাজনা'])('ট্যাক্স')).toEqual(['কর']);
    expect(among(['কর', 'খাজনা'], { synonyms: [['ট্যাক্স', 'খাজনা']] })('ট্যাক্স')).toEqual(['খাজনা']);
    const twice = [
      ['গাছ', 'বৃক্ষ'],
      ['গাছ', 'তরু'],
    ];
    expect(among(['বৃক্ষ', 'তরু'], { synonyms: twice })('গাছ')).toEqual(['বৃক্ষ', 'তরু']);
  });

  test('digits that begin like the code of the country are none in a part of a number', () => {
    const officers = [{ ...officer, mobile: '01700881234' }];
    const find = among([], { officers });
    expect(find('881234')).toEqual(['officer']);
    expect(find('88 1234')).toEqual(['officer']);
    expect(find('০০৮৮১২৩৪')).toEqual(['officer']);
    expect(find('8801700881234')).toEqual(['officer']);
    // An area code with other digits than the number's is half of what is asked for.
    expect(find('01700 9999')).toEqual(['officer']);
    expect(find('01700 99999')).toEqual([]);
  });
});
