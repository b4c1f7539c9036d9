// Advice of npm run check, by single edits of a small charter.

import { expect, test } from 'vitest';
import { adviceOn, type Texts } from './support/problems.ts';

const service = (facts: string) => `citizen:\n  - {id: a, name: ক, ${facts}}`;
const two = (first: string, second: string) =>
  `citizen:\n  - {id: a, name: ক, ${first}}\n  - {id: b, name: খ, ${second}}`;
const officers = (facts: string) => `boss: {post: প্রধান, short_code: "16122", ${facts}}`;
const office = (more: string) => `department: অধিদপ্তর\n${more}`;
const correction = (shown: string, file = 'services.yaml') =>
  `- {changes: [{published: গ, shown: ${shown}}], reason: বানান, file: ${file}}`;

const cases: [what: string, texts: Texts, advice: string[]][] = [
  ['nothing to advise', {}, []],
  // Dates of the office, today being 15 June 2026.
  [
    'a review in the future',
    { office: office('reviewed: 2026-06-16') },
    ['office.yaml future-date reviewed'],
  ],
  ['a review of today', { office: office('reviewed: 2026-06-15') }, []],
  ['a month, whose last day counts', { office: office('reviewed: 2026-03') }, []],
  ['a month before', { office: office('reviewed: 2026-02') }, ['office.yaml old-review reviewed']],
  [
    'published long ago',
    { office: office('published: 2026-01-01') },
    ['office.yaml old-review published'],
  ],
  [
    'hours that end where they begin',
    { office: office('hours: {text: ক, opens: "09:00", closes: "09:00", days: [sunday]}') },
    ['office.yaml hours-reversed hours › closes'],
  ],
  [
    'hours in order',
    { office: office('hours: {text: ক, opens: "09:00", closes: "17:00", days: [sunday]}') },
    [],
  ],
  // Officers.
  [
    'a private address',
    { officers: officers('email: a@gov.bd.example') },
    ['officers.yaml personal-email boss › email'],
  ],
  ['an official address', { officers: officers('email: a@kachua.gov.bd') }, []],
  ['an address at the domain itself', { officers: officers('email: a@gov.bd') }, []],
  [
    'an address that only ends alike',
    { officers: officers('email: a@gov.bd.org') },
    ['officers.yaml personal-email boss › email'],
  ],
  [
    'an id that is a device of Windows',
    { officers: 'con: {post: প্রধান, short_code: "16122"}' },
    ['officers.yaml device-name con'],
  ],
  [
    'another',
    { services: 'citizen:\n  - {id: lpt9, name: ক}' },
    ['services.yaml device-name citizen › 1 › id'],
  ],
  [
    'former ones',
    {
      officers: officers('former_ids: [ok, nul]'),
      services: service('former_ids: [aux]'),
    },
    [
      'officers.yaml device-name boss › former_ids › 2',
      'services.yaml device-name citizen › 1 › former_ids › 1',
    ],
  ],
  ...['acon', 'cons', 'com0', 'lpt0', 'com12'].map((id): [string, Texts, string[]] => [
    `${id} is no device`,
    { services: `citizen:\n  - {id: ${id}, name: ক}` },
    [],
  ]),
  // Names.
  [
    'a serial in a name',
    { services: 'citizen:\n  - {id: a, name: "12. ক"}' },
    ['services.yaml serial-in-name citizen › 1 › name'],
  ],
  [
    'a letter in a name',
    { services: 'citizen:\n  - {id: a, name: "ক) সনদ"}' },
    ['services.yaml serial-in-name citizen › 1 › name'],
  ],
  ['a number within a name', { services: 'citizen:\n  - {id: a, name: "ধাপ ২. সনদ"}' }, []],
  [
    'two services of one name',
    { services: 'citizen:\n  - {id: a, name: ক}\n  - {id: b, name: ক}' },
    ['services.yaml same-name citizen › 2 › name'],
  ],
  // Cells that others of the section have.
  [
    'a cell that only the first has',
    { services: two('time: ৫ দিন', 'fee: 5') },
    ['services.yaml blank-cell citizen › 2'],
  ],
  [
    'a cell of a case',
    { services: two('time: ৫ দিন', 'cases: [{name: গ, time: ৫ দিন}, {name: ঘ}]') },
    [],
  ],
  [
    'headings that no service uses',
    { charter: 'headings: {serial: ক্রম, name: নাম, fee: মূল্য}' },
    ['charter.yaml unused-heading headings › fee'],
  ],
  [
    'headings without services',
    { charter: 'vision: ক\nheadings: {fee: মূল্য}\nexpectations: [ক]', services: '' },
    [],
  ],
  // Officers in charge.
  [
    'a post for an id',
    { officers: officers('name: খ'), services: service('officer: প্রধান') },
    ['services.yaml officer-as-text citizen › 1 › officer'],
  ],
  [
    'two names for ids',
    {
      officers: `${officers('')}\nclerk: {post: কেরানি, short_code: "16123"}`,
      services: service('officer: প্রধান ও কেরানি'),
    },
    ['services.yaml officer-as-text citizen › 1 › officer'],
  ],
  [
    'one name that nobody has',
    { officers: officers(''), services: service('officer: প্রধান ও কেউ') },
    [],
  ],
  [
    'an officer named twice',
    { officers: officers(''), services: service('officer: [boss, boss]') },
    ['services.yaml officer-twice citizen › 1 › officer › 2'],
  ],
  [
    'an id among words',
    { officers: officers(''), services: service('officer: boss (সদর)') },
    ['services.yaml id-with-text citizen › 1 › officer'],
  ],
  // Fees.
  [
    'a fee of nothing',
    { services: service('fee: "০০"') },
    ['services.yaml zero-fee citizen › 1 › fee'],
  ],
  ['a fee that begins with a zero', { services: service('fee: "০৫ টাকা"') }, []],
  [
    'an amount that no program reads',
    { services: service('fee: "50/-"') },
    ['services.yaml fee-amount citizen › 1 › fee'],
  ],
  ['a phrase with an amount', { services: service('fee: "প্রতি পাতা ৫০/-"') }, []],
  [
    'a list of fees',
    { services: service('fee: [{for: খ, fee: "50/-"}, {for: গ, fee: 5}]') },
    ['services.yaml fee-amount citizen › 1 › fee › 1 › fee'],
  ],
  // Corrections.
  [
    'a correction that is no longer shown',
    { corrections: correction('ঘ') },
    ['corrections.yaml stale-correction 1 › changes › 1 › shown'],
  ],
  ['a correction that is shown', { corrections: correction('ক') }, []],
  [
    'a correction that left something out',
    { corrections: '- {changes: [{published: গ}], reason: বানান, file: services.yaml}' },
    [],
  ],
  [
    'a correction of a missing file',
    { corrections: correction('ক', 'officers.yaml') },
    ['officers.yaml absent-file'],
  ],
  // Wording.
  [
    'a reason with digits of the keyboard',
    { corrections: '- {changes: [{published: গ}], reason: বানান 5}' },
    ['corrections.yaml latin-digits 1 › reason'],
  ],
  ['synonyms, which no page shows', { synonyms: '- [ক 5, খ]' }, []],
  [
    'digits in an address of the web',
    { services: service('documents: [{name: গ, form: "https://a.example/5"}]') },
    [],
  ],
  [
    'a comma that split a bracket',
    { services: service('documents: ["সনদ (মূল", "নকল)"]') },
    ['services.yaml split-bracket citizen › 1 › documents › 1'],
  ],
  ['brackets that are whole', { services: service('documents: ["সনদ (মূল)", "নকল)"]') }, []],
];

test.each(cases)('%s', (_, texts, advice) => {
  expect(adviceOn(texts, '2026-06-15')).toEqual(advice);
});

test('ids that were published and lead nowhere now are named once, if the data are sound', () => {
  const removed = ['gone', 'a', 'gone'].map((id) => ({ file: 'services.yaml' as const, id }));
  const boss = { file: 'officers.yaml' as const, id: 'former' };
  const named = ['services.yaml removed-id'];
  expect(adviceOn({}, '2026-06-15', removed)).toEqual(named);
  expect(adviceOn({}, '2026-06-15', [boss])).toEqual(['officers.yaml removed-id']);
  expect(
    adviceOn(
      { services: 'citizen:\n  - {id: b, former_ids: [gone, a], name: ক}' },
      '2026-06-15',
      removed,
    ),
  ).toEqual([]);
  expect(adviceOn({ officers: officers('former_ids: [former]') }, '2026-06-15', [boss])).toEqual(
    [],
  );
  expect(adviceOn({ services: 'citizen:\n  - {id: A, name: ক}' }, '2026-06-15', removed)).toEqual(
    [],
  );
});
