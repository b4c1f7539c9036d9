// Findings of npm run check within one file.

import { expect, test } from 'vitest';
import { lineOf, problemsOf, service, type Texts } from './support/problems.ts';

const office = (text: string): Texts => ({ office: `department: মৎস্য খামার\n${text}` });
const charter = (text: string): Texts => ({ charter: text });
const row = (text: string): Texts => ({ services: `citizen:\n${service('advice', text)}` });
const officer = (text: string): Texts => ({
  officers: `programmer:\n  post: প্রোগ্রামার\n${text.replace(/^/gm, '  ')}`,
});

const meant = (key: string) => `Did you mean "${key}"? Then write that.`;
const add = (key: string) => `Add the line "${key}: …" here.`;
const quote = (number: string) =>
  `If the text is this number, put it in quotation marks: "${number}". Otherwise write the whole text.`;

const cases: [texts: Texts, ...problems: string[]][] = [
  // Unknown keys, with the one that was meant.
  [office('upazilla: ক'), `office.yaml:2:1 unknown-key upazilla: ${meant('upazila')}`],
  [
    office('website: {address: a.gov.bd, confirmd: true}'),
    `office.yaml:2:30 unknown-key website › confirmd: ${meant('confirmed')}`,
  ],
  [
    officer('emial: a@b.bd\nrom: 3'),
    `officers.yaml:3:3 unknown-key programmer › emial: ${meant('email')}`,
    `officers.yaml:4:3 unknown-key programmer › rom: ${meant('room')}`,
  ],
  [
    row('documents:\n  - nam: ক\n    source: খ'),
    `services.yaml:5:9 unknown-key citizen › 1 › documents › 1 › nam: ${meant('name')}`,
  ],
  [
    row('documents:\n  - name: ক\n    sorce: খ'),
    `services.yaml:6:9 unknown-key citizen › 1 › documents › 1 › sorce: ${meant('source')}`,
  ],
  [
    row('fee:\n  - for: ক\n    fe: খ'),
    `services.yaml:6:9 unknown-key citizen › 1 › fee › 1 › fe: ${meant('fee')}`,
  ],
  [
    charter('complaints:\n  tiers:\n    - whom: ক\n      tme: খ'),
    `charter.yaml:4:7 unknown-key complaints › tiers › 1 › tme: ${meant('time')}`,
  ],
  [
    charter('sections:\n  citizen:\n    titel: ক'),
    `charter.yaml:3:5 unknown-key sections › citizen › titel: ${meant('title')}`,
  ],
  [
    charter('headings:\n  name: {text: ক, shrt: খ}'),
    `charter.yaml:2:19 unknown-key headings › name › shrt: ${meant('short')}`,
  ],
  [
    office('hours: {text: ক, days: [sunday], opens: "09:00", closes: "10:00", open: x}'),
    `office.yaml:2:67 unknown-key hours › open: ${meant('opens')}`,
  ],
  [
    { corrections: '- changes:\n    - publishd: ক\n      published: খ\n  reason: ক' },
    `corrections.yaml:2:7 unknown-key 1 › changes › 1 › publishd: ${meant('published')}`,
  ],
  [
    { services: 'subordinate:\n  - nam: ক\ncitizen:\n  - id: a\n    name: ক' },
    `services.yaml:2:5 unknown-key subordinate › 1 › nam: ${meant('name')}`,
  ],

  // Documents: a text or a list.
  [row('documents: 5'), `services.yaml:4:16 number-only citizen › 1 › documents: ${quote('5')}`],
  [
    row('documents:\n  - 5'),
    `services.yaml:5:9 number-only citizen › 1 › documents › 1: ${quote('5')}`,
  ],
  [row('documents: {ক}'), 'services.yaml:4:16 bracket citizen › 1 › documents'],
  [row('documents: true'), 'services.yaml:4:16 true-false citizen › 1 › documents'],
  [row('documents: []'), 'services.yaml:4:16 empty-list citizen › 1 › documents'],
  [row('documents: "“ক"')],
  [
    row('documents:\n  - name: ক\n    form: x y'),
    'services.yaml:6:15 website citizen › 1 › documents › 1 › form',
  ],
  [
    row('documents:\n  - - ক'),
    'services.yaml:5:9 not-text citizen › 1 › documents › 1: Write it on one line, in quotation marks: - "ক".',
  ],

  // Fees: a text, an amount, or a list.
  [row('fee: -5'), 'services.yaml:4:10 negative citizen › 1 › fee'],
  [row('fee:\n  for: ক\n  fee: 5'), 'services.yaml:5:7 fee-list citizen › 1 › fee'],
  [row('fee:\n  - for: ক\n  - fee: 5'), 'services.yaml:5:7 fee-list citizen › 1 › fee'],
  [row('fee:\n  - for: ক\n    fee: -5'), 'services.yaml:6:14 negative citizen › 1 › fee › 1 › fee'],
  [row('fee:\n  - ক: 5'), 'services.yaml:5:9 fee-list citizen › 1 › fee › 1'],
  [row('fee:\n  - ক: 5\n  - খ: 6'), 'services.yaml:5:7 fee-list citizen › 1 › fee'],
  [row('fee: {for: ক, fee: 5}'), 'services.yaml:4:10 bracket citizen › 1 › fee'],
  [
    row('fee: [{foo: ক}]'),
    `services.yaml:4:12 unknown-key citizen › 1 › fee › 1 › foo: ${meant('for')}`,
  ],
  [row('fee:\n  - for: ক'), `services.yaml:5:9 missing citizen › 1 › fee › 1 › fee: ${add('fee')}`],
  [row('fee:\n  foo: ক'), 'services.yaml:5:7 fee-list citizen › 1 › fee'],
  [row('fee:\n  - fee: 5'), `services.yaml:5:9 missing citizen › 1 › fee › 1 › for: ${add('for')}`],
  [row('fee:\n  ক{খ}: 5'), 'services.yaml:5:7 fee-list citizen › 1 › fee'],
  [row('fee:\n  - for: "-"\n  - fee: 5'), 'services.yaml:5:7 fee-list citizen › 1 › fee'],
  [row('fee: ""'), 'services.yaml:4:11 empty citizen › 1 › fee'],
  [row('fee:'), 'services.yaml:4:5 empty citizen › 1 › fee'],
  [row('fee:\n  -'), 'services.yaml:5:7 empty citizen › 1 › fee › 1'],
  [row('fee: 1000000000000')],
  [row('fee: 1000000000001'), 'services.yaml:4:10 too-large citizen › 1 › fee'],
  [row('fee: true'), 'services.yaml:4:10 true-false citizen › 1 › fee'],
  [row('fee: []'), 'services.yaml:4:10 empty-list citizen › 1 › fee'],
  [row('fee:\n  - -5'), 'services.yaml:5:9 negative citizen › 1 › fee › 1'],
  [row('fee:\n  - ক\n  - খ: 5'), 'services.yaml:6:9 fee-list citizen › 1 › fee › 2'],
  [
    row('fee:\n  - for: ক\n    fee:\n      for: ক'),
    'services.yaml:7:11 not-text citizen › 1 › fee › 1 › fee: Write it on one line, in quotation marks: fee: "for: ক".',
  ],
  [
    office('fee:\n  foo: ক'),
    'office.yaml:2:1 wrong-file fee: Cut the line, with any lines indented below it, and paste it in services.yaml below the id of that service.',
  ],

  // Lists in another form.
  [row('documents:\n  name: ক'), 'services.yaml:5:7 documents-list citizen › 1 › documents'],
  [
    row('documents:\n  - name: ক\n  - source: খ'),
    `services.yaml:6:9 missing citizen › 1 › documents › 2 › name: ${add('name')}`,
  ],
  [
    row('documents:\n  - ক: খ\n  - গ: ঘ'),
    'services.yaml:5:9 documents-list citizen › 1 › documents › 1',
  ],
  [row('documents:\n  - ক: খ'), 'services.yaml:5:9 documents-list citizen › 1 › documents › 1'],
  [
    row('documents:\n  - form: a.gov.bd'),
    `services.yaml:5:9 missing citizen › 1 › documents › 1 › name: ${add('name')}`,
  ],
  [
    row('documents:\n  - source: ক'),
    `services.yaml:5:9 missing citizen › 1 › documents › 1 › name: ${add('name')}`,
  ],
  [
    row('documents: [{ক: খ}]'),
    `services.yaml:4:17 missing citizen › 1 › documents › 1 › name: ${add('name')}`,
    'services.yaml:4:18 unknown-key citizen › 1 › documents › 1 › ক: Allowed here: name, source, form.',
  ],
  [
    row('documents:\n  - name: ক\n    source: {a: b}'),
    'services.yaml:6:17 bracket citizen › 1 › documents › 1 › source',
  ],
  [
    row('documents:\n  - ক: খ\n    name: গ'),
    'services.yaml:5:9 unknown-key citizen › 1 › documents › 1 › ক: Allowed here: name, source, form.',
  ],
  [row('documents:\n  ক: খ\n  গ: ঘ'), 'services.yaml:5:7 documents-list citizen › 1 › documents'],
  [
    row('cases:\n  - name: ক\n    documents:\n      foo: খ'),
    'services.yaml:7:11 documents-list citizen › 1 › cases › 1 › documents',
  ],
  [
    charter('headings:\n  documents:\n    shrt: ক'),
    `charter.yaml:3:5 missing headings › documents › text: ${add('text')}`,
    `charter.yaml:3:5 unknown-key headings › documents › shrt: ${meant('short')}`,
  ],

  // Files in another form.
  [
    { office: '- department: ক' },
    'office.yaml:1:1 no-top-key: Write it just above, at the start of the line, with a colon. Allowed here: government, ministry, department, office, union, upazila, district, address, hours, directions, map, helplines, website, published, reviewed, security.',
  ],
  [
    { charter: '- vision: ক' },
    'charter.yaml:1:1 no-top-key: Write it just above, at the start of the line, with a colon. Allowed here: vision, mission, headings, sections, tables, expectations, complaints.',
  ],
  [{ officers: '- post: ক' }, 'officers.yaml:1:1 not-group'],
  [
    { services: '- id: a\n  name: ক' },
    'services.yaml:1:1 no-top-key: Write it just above, at the start of the line, with a colon. Allowed here: citizen, institutional, internal, subordinate.',
  ],
  [{ corrections: 'a: b' }, 'corrections.yaml:1:1 not-list'],
  [{ synonyms: 'a: b' }, 'synonyms.yaml:1:1 not-list'],
  [{ office: 'ক' }, 'office.yaml:1:1 not-group'],
  [{ services: '5' }, 'services.yaml:1:1 not-group'],
  [{ charter: 'null' }, 'charter.yaml:1:1 empty'],
  [{ officers: 'true' }, 'officers.yaml:1:1 not-group'],

  // Keys that are ids.
  [{ officers: 'Programmer:\n  post: ক' }, 'officers.yaml:1:1 id Programmer'],
  [{ officers: '5:\n  post: ক' }],
  [{ officers: 'প্রোগ্রামার:\n  post: ক' }, 'officers.yaml:1:1 id প্রোগ্রামার'],
  [charter('headings:\n  Name: ক'), 'charter.yaml:2:3 column-key headings › Name'],
  [charter('headings:\n  "": ক'), 'charter.yaml:2:4 column-key headings › '],
  [{ officers: '"":\n  post: ক' }, 'officers.yaml:1:2 id'],
  [
    { officers: '"a\\u202eb":\n  post: ক' },
    'officers.yaml:1:2 bidi a\u202eb',
    'officers.yaml:1:2 id a\u202eb',
  ],

  // Too few, and too little.
  [
    { services: 'citizen: []\ninternal:\n  - id: a\n    name: ক' },
    'services.yaml:1:10 empty-list citizen',
  ],
  [{ synonyms: '- [ক]' }, 'synonyms.yaml:1:3 no-synonym 1'],
  [{ synonyms: '- []' }, 'synonyms.yaml:1:3 no-synonym 1'],
  [row('serial: 0'), 'services.yaml:4:13 serial-range citizen › 1 › serial'],
  [row('serial: 9999')],
  [row('serial: 10000'), 'services.yaml:4:13 serial-range citizen › 1 › serial'],
  [row('serial: -99999999999999999999'), 'services.yaml:4:13 serial-range citizen › 1 › serial'],
  [row('serial: 99999999999999999999'), 'services.yaml:4:13 serial-range citizen › 1 › serial'],
  [row('serial: 1.5'), 'services.yaml:4:13 not-number citizen › 1 › serial'],
  [
    charter('tables:\n  - {id: t, title: ক, columns: [], rows: [[]]}'),
    'charter.yaml:2:32 empty-list tables › 1 › columns',
  ],
  [charter('complaints:\n  tiers: []'), 'charter.yaml:2:10 empty-list complaints › tiers'],
  [officer('former_ids: []'), 'officers.yaml:3:15 empty-list programmer › former_ids'],
  [row('serial: "5"'), 'services.yaml:4:14 not-number citizen › 1 › serial'],

  // Values in another form.
  [officer('mobile: "0171"'), 'officers.yaml:3:12 mobile programmer › mobile'],
  [
    officer('phone: "12"'),
    'officers.yaml:3:11 no-area-code programmer › phone: Begin with the area code and its zero, such as "02-12" in Dhaka. A hotline has 3 or 4 digits, or 5 that begin with 1.',
  ],
  [officer('email: a'), 'officers.yaml:3:10 email programmer › email'],
  [office('published: 2026-13'), 'office.yaml:2:12 date-or-month published'],
  [office('published: "2026-1-1"'), 'office.yaml:2:13 date-or-month published'],
  [office('map: a b'), 'office.yaml:2:6 website map'],
  [officer('room: “২০৩”')],
  [officer('mobile: “01716420468”'), 'officers.yaml:3:11 curly-quotes programmer › mobile'],
  [officer('mobile: 01716“420468”'), 'officers.yaml:3:11 mobile programmer › mobile'],
  [
    officer('short_code: "12"'),
    'officers.yaml:3:16 no-area-code programmer › short_code: Begin with the area code and its zero, such as "02-12" in Dhaka. A hotline has 3 or 4 digits, or 5 that begin with 1.',
  ],
  [
    charter('sections: {citizen: {serials: roman}}'),
    'charter.yaml:1:31 serials sections › citizen › serials',
  ],
  [
    office('hours: {text: ক, days: [sundy], opens: "9", closes: "25:00"}'),
    'office.yaml:2:25 weekday hours › days › 1',
    'office.yaml:2:41 time-of-day hours › opens',
    'office.yaml:2:54 time-of-day hours › closes',
  ],
  [officer('room: "-"'), 'officers.yaml:3:10 empty programmer › room'],
  [
    office('security: {contact: a, expires: 2026-01}'),
    'office.yaml:2:21 email security › contact',
    'office.yaml:2:33 date security › expires',
  ],
  [
    { services: 'citizen:\n  - id: E Filing\n    name: ক' },
    'services.yaml:2:9 id citizen › 1 › id: Did you mean "e-filing"? Then write that.',
  ],
  [row('time: "a\\u202eb"'), 'services.yaml:4:12 bidi citizen › 1 › time'],
  [
    office('helplines:\n  - {name: ক, number: "12"}'),
    'office.yaml:3:24 no-area-code helplines › 1 › number: Begin with the area code and its zero, such as "02-12" in Dhaka. A hotline has 3 or 4 digits, or 5 that begin with 1.',
  ],

  // Values of another type.
  [officer('mobile: 01716420468'), 'officers.yaml:3:11 number programmer › mobile'],
  [officer('phone: 0255000000'), 'officers.yaml:3:10 number programmer › phone'],
  [
    officer('short_code: 333'),
    `officers.yaml:3:15 number-only programmer › short_code: ${quote('333')}`,
  ],
  [officer('room: 203'), `officers.yaml:3:9 number-only programmer › room: ${quote('203')}`],
  [
    officer('mobile: ["01716420468", "01716420469"]'),
    'officers.yaml:3:11 mobile programmer › mobile',
  ],
  [
    officer('phone:\n  - "02-55000000"\n  - "02-55000001"'),
    'officers.yaml:4:5 phone programmer › phone',
  ],
  [officer('email: [a@b.bd, c@d.bd]'), 'officers.yaml:3:10 email programmer › email'],
  [officer('room: [২০৩]'), 'officers.yaml:3:9 bracket programmer › room'],
  [officer('room: {ক}'), 'officers.yaml:3:9 bracket programmer › room'],
  [
    officer('room:\n  a: b'),
    'officers.yaml:4:5 not-text programmer › room: Write it on one line, in quotation marks: room: "a: b".',
  ],
  [officer('room: true'), 'officers.yaml:3:9 true-false programmer › room'],
  [officer('room:'), 'officers.yaml:3:3 empty programmer › room'],
  [
    { officers: 'programmer:\n  name: ক' },
    `officers.yaml:2:3 missing programmer › post: ${add('post')}`,
  ],
  [{ officers: 'programmer: ক' }, 'officers.yaml:1:13 not-group programmer'],
  [{ officers: 'programmer:' }, 'officers.yaml:1:1 empty programmer'],
  [{ officers: 'programmer:\n  - post: ক' }, 'officers.yaml:2:3 not-group programmer'],
  [office('published: 2026'), 'office.yaml:2:12 date-or-month published'],
  [office('reviewed: 202601'), 'office.yaml:2:11 date-or-month reviewed'],
  [
    office('security: {contact: a@b.bd, expires: 2026}'),
    'office.yaml:2:38 date security › expires',
  ],
  [
    office('hours: {text: ক, days: [sunday], opens: 900, closes: 17.30}'),
    'office.yaml:2:41 time-of-day hours › opens',
    'office.yaml:2:54 time-of-day hours › closes',
  ],
  [office('website: a.gov.bd'), 'office.yaml:2:10 not-group website'],
  [
    office('website: {address: a.gov.bd, confirmed: "true"}'),
    'office.yaml:2:42 not-true-false website › confirmed',
  ],
  [
    office('website: {address: a.gov.bd, confirmed: yes}'),
    'office.yaml:2:41 not-true-false website › confirmed',
  ],
  [
    office('website: {address: a.gov.bd}'),
    `office.yaml:2:10 missing website › confirmed: ${add('confirmed')}`,
  ],
  [
    row('time: 007'),
    'services.yaml:4:11 number-only citizen › 1 › time: Say whether these are days or hours, such as ৭ কার্যদিবস.',
  ],
  [
    { services: 'citizen:\n  - id: 5\n    name: 6' },
    'services.yaml:2:9 number-only citizen › 1 › id: Write a name in lower-case English letters, such as e-filing.',
    `services.yaml:3:11 number-only citizen › 1 › name: ${quote('6')}`,
  ],
  [
    row('officer: 5'),
    'services.yaml:4:14 number-only citizen › 1 › officer: Write the name at the left in officers.yaml, or the text of the charter in Bengali.',
  ],
  [{ services: 'citizen: ক' }, 'services.yaml:1:10 not-list citizen'],
  [{ services: 'citizen:\n  - ক' }, 'services.yaml:2:5 not-group citizen › 1'],
  [{ services: 'citizen:\n  id: a' }, 'services.yaml:2:3 not-list citizen'],
  [row('cases:\n  - ক'), 'services.yaml:5:9 not-group citizen › 1 › cases › 1'],
  [row('former_ids: a'), 'services.yaml:4:17 not-list citizen › 1 › former_ids'],
  [office('hours: 9'), `office.yaml:2:8 number-only hours: ${quote('9')}`],
  [
    office('hours: {days: [sunday]}'),
    `office.yaml:2:8 missing hours › text: ${add('text')}`,
    `office.yaml:2:8 missing hours › opens: ${add('opens')}`,
    `office.yaml:2:8 missing hours › closes: ${add('closes')}`,
  ],
  [office('hours: []'), 'office.yaml:2:8 bracket hours'],
  [charter('headings:\n  name: 5'), `charter.yaml:2:9 number-only headings › name: ${quote('5')}`],
  [
    charter('headings:\n  name: {short: ক}'),
    `charter.yaml:2:9 missing headings › name › text: ${add('text')}`,
  ],
  [
    charter('tables:\n  - {id: t, title: ক, columns: [ক], rows: [খ]}'),
    'charter.yaml:2:44 not-list tables › 1 › rows › 1',
  ],
  [
    charter('tables:\n  - {id: t, title: ক, columns: [ক], rows: [[true]]}'),
    'charter.yaml:2:45 true-false tables › 1 › rows › 1 › 1',
  ],
  [
    charter('tables:\n  - {id: t, title: ক, columns: [ক], rows: [[]]}'),
    'charter.yaml:2:44 empty-list tables › 1 › rows › 1',
  ],
  [charter('expectations: ক'), 'charter.yaml:1:15 not-list expectations'],
  [charter('expectations:\n  - 5'), `charter.yaml:2:5 number-only expectations › 1: ${quote('5')}`],
  [officer('mobile: true'), 'officers.yaml:3:11 true-false programmer › mobile'],
  [officer('email: 5'), `officers.yaml:3:10 number-only programmer › email: ${quote('5')}`],
  [{ corrections: '- reason: ক' }, `corrections.yaml:1:3 missing 1 › changes: ${add('changes')}`],
  [{ corrections: '- ক' }, 'corrections.yaml:1:3 not-group 1'],
  [
    { corrections: '- changes:\n    - published: 5\n  reason: ক' },
    `corrections.yaml:2:18 number-only 1 › changes › 1 › published: ${quote('5')}`,
  ],
  [
    office('published:\n  - 2026-01'),
    'office.yaml:3:3 not-text published: Write it on one line, in quotation marks: published: "2026-01".',
  ],
  [
    row('time:\n  - ক'),
    'services.yaml:5:7 not-text citizen › 1 › time: Write it on one line, in quotation marks: time: "ক".',
  ],
  [row('time: [ক]'), 'services.yaml:4:11 bracket citizen › 1 › time'],
  [row('officer: {a}'), 'services.yaml:4:14 bracket citizen › 1 › officer'],
  [
    row('officer: [5]'),
    'services.yaml:4:15 number-only citizen › 1 › officer › 1: Write the name at the left in officers.yaml, or the text of the charter in Bengali.',
  ],
  [officer('short_code: ["333"]'), 'officers.yaml:3:15 bracket programmer › short_code'],
  [
    office('helplines:\n  - {name: ক, number: 333}'),
    `office.yaml:3:23 number-only helplines › 1 › number: ${quote('333')}`,
  ],
  [office('helplines: "333"'), 'office.yaml:2:13 not-list helplines'],
  [charter('sections: {citizen: ক}'), 'charter.yaml:1:21 not-group sections › citizen'],
  [charter('complaints: ক'), 'charter.yaml:1:13 not-group complaints'],
  [
    row('fee:\n  - for: 5\n    fee: ক'),
    `services.yaml:5:14 number-only citizen › 1 › fee › 1 › for: ${quote('5')}`,
  ],
  // A key in brackets is in its own line.
  [charter('vision: ক\nmission: খ\n[গ]: ঘ'), 'charter.yaml:3:1 bracket'],
  [row('time: ক\n{ফি: খ}: ঘ'), 'services.yaml:5:5 bracket'],
  // A text in place of a list is one problem, and an empty block is in its own line.
  [{ synonyms: '- ক' }, 'synonyms.yaml:1:3 not-list 1'],
  [
    { services: 'citizen:\n  - id: a\n    name: |\n' },
    'services.yaml:3:11 empty citizen › 1 › name',
  ],
  [
    { services: 'citizen:\n  - id: a\n    name: >-\n\n\n' },
    'services.yaml:3:11 empty citizen › 1 › name',
  ],
  [charter('expectations:\n  - |\n'), 'charter.yaml:2:5 empty expectations › 1'],
];

const empties = Array.from({ length: 1001 }, (_, at) => `  - {id: a${at}, name: ""}\n`).join('');
const unnamed = `citizen:\n  - {id: a, name: "", fee: -1}\n`;
test.each([
  // Many problems of one kind hide none of another.
  [{ services: `citizen:\n${empties}internal:\n  - {id: a, name: ক, serial: 0}` }, 'serial-range'],
  [{ services: `citizen:\n${empties}internal:\n  - {id: Ä, name: ক}` }, 'id'],
  [{ services: `citizen:\n${empties}internal:\n  - {id: a, name: ক, fee: []}` }, 'empty-list'],
  // An empty name hides no missing one of another service in its line.
  [{ services: 'citizen: [{id: a, name: }, {id: b}]' }, 'missing'],
  [{ services: unnamed }, 'negative'],
])('a problem is not hidden by others: $1', (texts, rule) => {
  expect(problemsOf(texts).map((problem) => problem.rule)).toContain(rule);
});

test('mistakes in the same words are told apart by what mends each', () => {
  const found = problemsOf(charter('expectations:\n  - সময়: ৯টা\n  - সময়: "৯টা"\n  - স্থান: "ক\\""\n'));
  expect(found.map(({ en, also = [] }) => [en.fix, also.length])).toEqual([
    ['Write it on one line, in quotation marks: - "সময়: ৯টা".', 1],
    [`Write it on one line, in quotation marks: - 'স্থান: ক"'.`, 0],
  ]);
});

const written = (texts: Texts) => JSON.stringify(Object.values(texts).join());

test.each(cases.map(([texts, ...problems]) => ({ written: written(texts), texts, problems })))(
  '$written',
  ({ texts, problems }) => {
    expect(problemsOf(texts).map(lineOf)).toEqual(problems);
  },
);

test.each([
  [{ officers: 'Programmer:\n  post: ক' }, '"Programmer"'],
  [row('fee: -5'), '(-5)'],
  [row('fee: -0'), '(-0)'],
  [row('fee: 99999999999999999999'), '(99999999999999999999)'],
  [row('serial: 99999999999999999999'), '(99999999999999999999)'],
  [row('serial: -99999999999999999999'), '(-99999999999999999999)'],
  [row('serial: "5th"'), '"5th"'],
  [row('time: 007'), '007'],
  [officer('mobile: 01716420468'), 'number 1716420468;'],
  [officer('mobile: ["01716420468", "01716420469"]'), '"01716420468, 01716420469"'],
  [officer('email: a b'), '"a b"'],
  [officer('room: true'), 'true'],
])('what stands in the file is quoted', (texts, quoted) => {
  expect(problemsOf(texts).map(({ en }) => en.wrong)).toEqual([expect.stringContaining(quoted)]);
});
