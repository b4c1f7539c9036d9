// Findings of npm run check between the rows and the files of the data.

import { expect, test } from 'vitest';
import { lineOf, problemsOf, service, type Texts } from './support/problems.ts';

const headings = (text: string) => `headings:\n  name: সেবার নাম\n${text.replace(/^(?=.)/gm, '  ')}`;
const table = (id: string, rows: string) =>
  `\n  - {id: ${id}, title: ফির তালিকা, columns: [সেবা, ফি], rows: ${rows}}`;
const correction = (file: string) => `- changes:\n    - published: ক\n  reason: বানান\n${file}`;

const IN_BRACKETS = 'Write them in brackets';
const NO_SECTION = 'charter.yaml no-section';
const ALLOWED_OFFICERS =
  'Allowed here: programmer (প্রোগ্রামার), assistant-programmer (সহকারী প্রোগ্রামার).';

const cases: [what: string, texts: Texts, problems: string[]][] = [
  ['one service', {}, []],

  // The parts that a charter promises.
  ['nothing promised', { services: '' }, [NO_SECTION]],
  ['a vision alone', { services: '', charter: 'vision: ক' }, ['charter.yaml:1:1 no-section']],
  ['subordinate offices alone', { services: 'subordinate:\n  - name: ক' }, [NO_SECTION]],
  ['services of offices alone', { services: 'institutional:\n  - {id: a, name: ক}' }, []],
  ['internal services alone', { services: 'internal:\n  - {id: a, name: ক}' }, []],
  ['expectations alone', { services: '', charter: 'expectations: [ক]' }, []],
  ['complaints alone', { services: '', charter: 'complaints: {tiers: [{whom: ক}]}' }, []],
  ['tables alone', { services: '', charter: `tables:${table('fees', '[[ক, খ]]')}` }, []],
  [
    'a folder without an office',
    { services: '', office: '' },
    ['office.yaml missing-file: Put it back; its name must be exactly office.yaml.'],
  ],
  [
    'an office with a mistake',
    { services: '', office: 'departmen: ক' },
    [
      'office.yaml:1:1 unknown-key departmen: Did you mean "department"? Then write that.',
      NO_SECTION,
    ],
  ],
  [
    'a charter with a mistake',
    { services: '', charter: 'vison: ক' },
    ['charter.yaml:1:1 unknown-key vison: Did you mean "vision"? Then write that.'],
  ],
  [
    'services with a mistake',
    { services: 'citzen: []' },
    ['services.yaml:1:1 unknown-key citzen: Did you mean "citizen"? Then write that.'],
  ],

  [
    'an unknown key that looks like the path of a missing one',
    { services: 'citizen › 1 › nam: ক\ncitizen:\n  - id: advice' },
    [
      'services.yaml:1:1 unknown-key citizen › 1 › nam: Allowed here: citizen, institutional, internal, subordinate.',
      'services.yaml:3:5 missing citizen › 1 › name: Add the line "name: …" here.',
    ],
  ],

  // Tables.
  [
    'tables with one id, and with the id of a section',
    {
      charter: `tables:${table('fees', '[[ক, খ]]')}${table('fees', '[[ক, খ]]')}${table('citizen', '[[ক, খ]]')}${table('complaints', '[[ক, খ]]')}${table('citizens', '[[ক, খ]]')}`,
    },
    [
      'charter.yaml:3:10 taken-id tables › 2 › id',
      'charter.yaml:4:10 taken-id tables › 3 › id',
      'charter.yaml:5:10 taken-id tables › 4 › id',
    ],
  ],
  ...['main', 'case-1', 'icon-phone', 'citizen-title', 'seba-advice', 'seba-counsel'].map(
    (id): [string, Texts, string[]] => [
      `a table with the id of another element of a page: ${id}`,
      {
        charter: `tables:${table(id, '[[ক, খ]]')}`,
        services: `citizen:\n${service('advice', 'former_ids: [counsel]')}`,
      },
      ['charter.yaml:2:10 taken-id tables › 1 › id'],
    ],
  ),
  [
    'tables and officers with ids that are like those of other elements',
    {
      charter: `tables:${table('mains', '[[ক, খ]]')}${table('seba-x', '[[ক, খ]]')}${table('programmer', '[[ক, খ]]')}`,
      officers: 'main:\n  post: ক\nadvice:\n  post: খ',
    },
    [],
  ],
  [
    'a table with the id of the heading of another',
    { charter: `tables:${table('fees', '[[ক, খ]]')}${table('fees-title', '[[ক, খ]]')}` },
    ['charter.yaml:3:10 taken-id tables › 2 › id'],
  ],
  ...['officer-programmer', 'officer-programmer-post'].map((id): [string, Texts, string[]] => [
    `a table with the id of an officer's card: ${id}`,
    { charter: `tables:${table(id, '[[ক, খ]]')}` },
    ['officers.yaml:1:1 taken-id programmer'],
  ]),
  [
    "a table with the id of an officer's former card",
    {
      charter: `tables:${table('officer-clerk', '[[ক, খ]]')}`,
      officers: 'programmer:\n  post: ক\n  former_ids: [helper, clerk]',
    },
    ['officers.yaml:3:24 taken-id programmer › former_ids › 2'],
  ],
  [
    "an officer with the id of the heading of another's card",
    { officers: 'head:\n  post: ক\nhead-post:\n  post: খ' },
    ['officers.yaml:3:1 taken-id head-post'],
  ],
  [
    'rows that are too short or too long',
    { charter: `tables:${table('fees', '[[ক], [ক, খ], [ক, খ, গ]]')}` },
    [
      'charter.yaml:2:63 row-length tables › 1 › rows › 1',
      'charter.yaml:2:76 row-length tables › 1 › rows › 3',
    ],
  ],

  // Ids.
  [
    'services with one id',
    {
      services:
        'citizen:\n  - {id: a, name: ক}\n  - {id: b, name: ক}\n  - {id: a, name: ক}\ninternal:\n  - {id: b, name: ক}\n  - {id: c, name: ক}',
    },
    [
      'services.yaml:4:10 duplicate-id citizen › 3 › id',
      'services.yaml:6:10 duplicate-id internal › 1 › id',
    ],
  ],
  [
    'former ids of services that others have, or had',
    {
      services:
        'citizen:\n  - {id: a, name: ক, former_ids: [b, z]}\n  - {id: b, name: ক, former_ids: [z]}\ninternal:\n  - {id: c, name: ক, former_ids: [w, a]}\n  - {id: d, name: ক}',
    },
    [
      'services.yaml:2:35 former-id-taken citizen › 1 › former_ids › 1',
      'services.yaml:3:35 former-id-taken citizen › 2 › former_ids › 1',
      'services.yaml:5:38 former-id-taken internal › 1 › former_ids › 2',
    ],
  ],
  [
    'former ids of officers that others have, or had',
    {
      officers:
        'a:\n  post: ক\n  former_ids: [x, y]\nb:\n  post: ক\n  former_ids: [a, x]\nc:\n  post: ক',
    },
    [
      'officers.yaml:6:16 former-id-taken b › former_ids › 1',
      'officers.yaml:6:19 former-id-taken b › former_ids › 2',
    ],
  ],
  [
    'a former id of an officer that a service has',
    { officers: 'a:\n  post: ক\n  former_ids: [advice]' },
    [],
  ],

  // Officers of services and complaints.
  [
    'officers by their ids, in a list and alone, a text in Bengali, a dash',
    {
      services: `citizen:\n${service('a', 'officer: programmer\nsuperior: [assistant-programmer, নিয়োজিত কর্মচারী]')}\n${service('b', 'officer: "-"\nsuperior: "  programmer  "')}`,
    },
    [],
  ],
  [
    'a misspelt officer',
    { services: `citizen:\n${service('a', 'officer: programer')}` },
    [
      'services.yaml:4:14 unknown-officer citizen › 1 › officer › 1: Did you mean "programmer"? Then write that.',
    ],
  ],
  [
    'a misspelt superior, second in the list of a second service',
    {
      services: `internal:\n${service('a', '')}\n${service('b', 'superior: [programmer, assistent-programmer]')}`,
    },
    [
      'services.yaml:6:28 unknown-officer internal › 2 › superior › 2: Did you mean "assistant-programmer"? Then write that.',
    ],
  ],
  [
    'an officer that nobody is',
    { services: `citizen:\n${service('a', 'officer: the-mayor-himself')}` },
    [
      `services.yaml:4:14 unknown-officer citizen › 1 › officer › 1: ${ALLOWED_OFFICERS} If the officer was removed, write the successor in all services.`,
    ],
  ],
  ...[
    'Assistant Programmer',
    'assistant_programmer',
    'assistant  programmer',
    '" assistant programmer "',
  ].map((name): [string, Texts, string[]] => [
    `the post in English: ${name}`,
    { services: `citizen:\n${service('a', `officer: ${name}`)}` },
    [
      `services.yaml:4:${name.startsWith('"') ? 16 : 14} unknown-officer citizen › 1 › officer › 1: Did you mean "assistant-programmer"? Then write that.`,
    ],
  ]),
  ...[
    'programmer, assistant-programmer',
    'programmer  assistant-programmer',
    'programer; assistant programmer',
    'programmer/assistant-programmer',
    'programmer & assistant-programmer',
    'programmer + assistant-programmer',
    'programmer and assistant programmer',
    'programmer, , assistant-programmer',
  ].map((names): [string, Texts, string[]] => [
    `two officers in one text: ${names}`,
    { services: `citizen:\n${service('a', `officer: ${names}`)}` },
    [
      `services.yaml:4:14 officer-list citizen › 1 › officer › 1: ${IN_BRACKETS}: [programmer, assistant-programmer].`,
    ],
  ]),
  [
    'two officers in one text, with a mistake and a blank after the comma',
    {
      officers: 'clerks:\n  post: ক\nmayor:\n  post: খ',
      services: `citizen:\n${service('a', 'officer: mayor, clrk')}`,
    },
    [`services.yaml:4:14 officer-list citizen › 1 › officer › 1: ${IN_BRACKETS}: [mayor, clerks].`],
  ],
  ...['a b c d e', 'a_b__c d   e'].map((name): [string, Texts, string[]] => [
    `an id without its hyphens: ${name}`,
    {
      officers: 'a-b-c-d-e:\n  post: ক',
      services: `citizen:\n${service('a', `officer: ${name}`)}`,
    },
    [
      'services.yaml:4:14 unknown-officer citizen › 1 › officer › 1: Did you mean "a-b-c-d-e"? Then write that.',
    ],
  ]),
  [
    'a short id with many blanks',
    {
      officers: 'a-b:\n  post: ক',
      services: `citizen:\n${service('a', 'officer: a     b')}`,
    },
    [
      'services.yaml:4:14 unknown-officer citizen › 1 › officer › 1: Did you mean "a-b"? Then write that.',
    ],
  ],
  [
    'two officers in one text, of whom nobody is the second',
    { services: `citizen:\n${service('a', 'officer: programmer, the-mayor-himself')}` },
    [
      `services.yaml:4:14 officer-list citizen › 1 › officer › 1: ${IN_BRACKETS} with commas, such as [programmer, assistant-programmer]. Allowed here: programmer, assistant-programmer.`,
    ],
  ],
  ...['programmer,', '"programmer, "'].map((name): [string, Texts, string[]] => [
    `one officer with a comma: ${name}`,
    { services: `citizen:\n${service('a', `officer: ${name}`)}` },
    [
      `services.yaml:4:${name.startsWith('"') ? 15 : 14} unknown-officer citizen › 1 › officer › 1: Did you mean "programmer"? Then write that.`,
    ],
  ]),
  [
    'an officer where there are none',
    {
      officers: '# নেই',
      services: `citizen:\n${service('a', 'officer: programmer\nsuperior: মেয়র')}`,
    },
    ['services.yaml:4:14 no-officers citizen › 1 › officer › 1'],
  ],
  [
    'an officer without officers.yaml',
    { officers: '', services: `citizen:\n${service('a', 'officer: programmer\nsuperior: মেয়র')}` },
    ['officers.yaml missing-file: Put it back; its name must be exactly officers.yaml.'],
  ],
  [
    'an officer while officers.yaml has a mistake',
    {
      officers: 'programmer:\n  pots: ক',
      services: `citizen:\n${service('a', 'officer: programer')}`,
    },
    ['officers.yaml:2:3 unknown-key programmer › pots: Did you mean "post"? Then write that.'],
  ],
  [
    'a misspelt officer for complaints',
    {
      charter:
        'complaints:\n  tiers:\n    - whom: ক\n    - whom: খ\n      officer: programer\n    - whom: গ\n      officer: programmer',
    },
    [
      'charter.yaml:5:16 unknown-officer complaints › tiers › 2 › officer: Did you mean "programmer"? Then write that.',
    ],
  ],

  [
    'an officer for complaints without officers.yaml',
    { officers: '', charter: 'complaints: {tiers: [{whom: ক, officer: programmer}]}' },
    ['officers.yaml missing-file: Put it back; its name must be exactly officers.yaml.'],
  ],
  ...['01', '1e3', 'True', '__proto__'].map((id): (typeof cases)[number] => [
    `an officer under the name ${id}, which becomes another one`,
    {
      officers: `${id}: {post: ক}`,
      services: `citizen:\n${service('a', `officer: "${id}"`)}`,
    },
    [`officers.yaml:1:1 ${id === '__proto__' ? 'proto' : 'odd'}-key`],
  ]),

  // Keys of a whole service that stand in one of its cases.
  ...['id', 'former_ids', 'group', 'serial', 'officer', 'superior', 'cases'].map(
    (key): (typeof cases)[number] => [
      `${key} in a case`,
      { services: `citizen:\n${service('a', `cases:\n  - name: ক\n    ${key}: programmer`)}` },
      [`services.yaml:6:9 not-in-case citizen › 1 › cases › 1 › ${key}`],
    ],
  ),

  // Columns and headings.
  [
    'a column that has no heading',
    {
      charter: headings('time: সময়'),
      services: `citizen:\n${service('a', 'time: ১ দিন\nfee: ৫০\nofficer: programmer')}`,
    },
    [
      'services.yaml:5:5 no-heading citizen › 1 › fee: In charter.yaml add "fee: …" under headings.',
      'services.yaml:6:5 no-heading citizen › 1 › officer: In charter.yaml add "officer: …" under headings.',
    ],
  ],
  [
    'a name that has no heading',
    { charter: 'headings:\n  time: সময়' },
    [
      'services.yaml:3:5 no-heading citizen › 1 › name: In charter.yaml add "name: …" under headings.',
    ],
  ],
  [
    'a column of a case that has no heading',
    {
      charter: headings(''),
      services: `citizen:\n${service('a', 'cases:\n  - name: খ\n  - name: গ\n    fee: ৫০')}`,
    },
    [
      'services.yaml:7:9 no-heading citizen › 1 › cases › 2 › fee: In charter.yaml add "fee: …" under headings.',
    ],
  ],
  [
    'what is no column needs no heading',
    {
      charter: headings(''),
      services: `citizen:\n${service('a', 'former_ids: [x]\nserial: 2\ngroup: ক\ncases:\n  - name: খ')}`,
    },
    [],
  ],
  ['headings without any', { charter: 'headings: {}' }, ['charter.yaml:1:11 no-headings headings']],
  ['no headings at all', { services: `citizen:\n${service('a', 'time: ক\nfee: ৫০')}` }, []],
  [
    'columns while charter.yaml has a mistake',
    {
      charter: `vison: ক\n${headings('')}`,
      services: `citizen:\n${service('a', 'time: ক\nTime: ক')}`,
    },
    ['charter.yaml:1:1 unknown-key vison: Did you mean "vision"? Then write that.'],
  ],
  [
    'columns while charter.yaml is no YAML',
    { charter: 'vision: "ক', services: `citizen:\n${service('a', 'Time: ক')}` },
    ['charter.yaml:1:9 unclosed-quote'],
  ],
  [
    'a misspelt key',
    { services: `citizen:\n${service('a', 'tiem: ক')}` },
    ['services.yaml:4:5 unknown-key citizen › 1 › tiem: Did you mean "time"? Then write that.'],
  ],
  [
    'a misspelt key, like a heading of the office',
    {
      charter: headings('contractor: ঠিকাদার'),
      services: `citizen:\n${service('a', 'contracter: ক')}`,
    },
    [
      'services.yaml:4:5 unknown-key citizen › 1 › contracter: Did you mean "contractor"? Then write that.',
    ],
  ],
  [
    'a misspelt key, like one that has no column',
    { services: `citizen:\n${service('a', 'seriel: 5')}` },
    ['services.yaml:4:5 unknown-key citizen › 1 › seriel: Did you mean "serial"? Then write that.'],
  ],
  [
    'a key that can be no column',
    {
      charter: headings('contractor: ঠিকাদার'),
      services: `citizen:\n${service('a', 'Remarks!: ক')}`,
    },
    [
      'services.yaml:4:5 unknown-key citizen › 1 › Remarks!: Allowed here: id, former_ids, name_en, group, cases, serial, name, method, time, documents, documents_source, fee, officer, superior, contractor.',
    ],
  ],
  [
    'a column of the office that has no heading',
    { charter: headings('contractor: ঠিকাদার'), services: `citizen:\n${service('a', 'remarks: ক')}` },
    [
      'services.yaml:4:5 no-heading citizen › 1 › remarks: In charter.yaml add "remarks: …" under headings.',
    ],
  ],
  [
    'a column of the office, with a text and with a list',
    {
      charter: headings('contractor: ঠিকাদার\nremarks: মন্তব্য'),
      services: `citizen:\n${service('a', 'contractor: ক\nremarks: [ক, খ]')}`,
    },
    [],
  ],
  ...[
    [
      '0020',
      '4:17 number-only citizen › 1 › contractor: If the text is this number, put it in quotation marks: "0020". Otherwise write the whole text.',
    ],
    ['{ক}', '4:17 bracket citizen › 1 › contractor'],
    ['true', '4:17 true-false citizen › 1 › contractor'],
    ['[]', '4:17 empty-list citizen › 1 › contractor'],
    ['', '4:5 empty citizen › 1 › contractor'],
  ].map(([value, problem]): [string, Texts, string[]] => [
    `a column of the office that holds no text: ${value}`,
    {
      charter: headings('contractor: ঠিকাদার'),
      services: `citizen:\n${service('a', `contractor: ${value}`)}`,
    },
    [`services.yaml:${problem}`],
  ]),
  [
    'a column of the office with a number in its list, in a case',
    {
      charter: headings('contractor: ঠিকাদার'),
      services: `citizen:\n${service('a', 'cases:\n  - name: ক\n    contractor: [ক, 20]')}`,
    },
    [
      'services.yaml:6:25 number-only citizen › 1 › cases › 1 › contractor › 2: If the text is this number, put it in quotation marks: "20". Otherwise write the whole text.',
    ],
  ],
  [
    'a misspelt heading, of a column that services use',
    { charter: headings('tme: সময়'), services: `citizen:\n${service('a', 'time: ক')}` },
    ['charter.yaml:3:3 unknown-key headings › tme: Did you mean "time"? Then write that.'],
  ],
  [
    'a misspelt heading, of a column that only a case uses',
    {
      charter: headings('tme: সময়'),
      services: `citizen:\n${service('a', 'cases:\n  - name: ক\n    time: খ')}`,
    },
    ['charter.yaml:3:3 unknown-key headings › tme: Did you mean "time"? Then write that.'],
  ],
  [
    'a heading like a column, under which services write',
    { charter: headings('tme: সময়'), services: `citizen:\n${service('a', 'time: ক\ntme: খ')}` },
    [
      'services.yaml:4:5 no-heading citizen › 1 › time: In charter.yaml add "time: …" under headings.',
    ],
  ],
  [
    'a heading like a column that has its own',
    {
      charter: headings('time: সময়\ntme: সময়'),
      services: `citizen:\n${service('a', 'time: ক')}`,
    },
    [],
  ],
  [
    'a heading of the format that no service uses, like one that has none',
    {
      charter: headings('documents: কাগজ'),
      services: `citizen:\n${service('a', 'documents_source: ক')}`,
    },
    [
      'services.yaml:4:5 no-heading citizen › 1 › documents_source: In charter.yaml add "documents_source: …" under headings.',
    ],
  ],
  [
    'a heading unlike any column',
    { charter: headings('contractor: ঠিকাদার'), services: `citizen:\n${service('a', 'time: ক')}` },
    [
      'services.yaml:4:5 no-heading citizen › 1 › time: In charter.yaml add "time: …" under headings.',
    ],
  ],
  [
    'a heading under a key that can be none',
    { charter: headings('Time: সময়'), services: `citizen:\n${service('a', 'time: ক')}` },
    ['charter.yaml:3:3 column-key headings › Time'],
  ],

  // Corrections.
  [
    'a correction that names no file, and one that does',
    { corrections: correction('') + correction('  file: services.yaml') },
    [],
  ],
  [
    'a correction of a misspelt file',
    { corrections: `${correction('')}${correction('  file: service.yaml')}` },
    ['corrections.yaml:7:9 unknown-file 2 › file: Did you mean "services.yaml"? Then write that.'],
  ],
  [
    'a correction of no file of the data',
    { corrections: correction('  file: the-picture-at-the-entrance') },
    [
      'corrections.yaml:4:9 unknown-file 1 › file: Allowed here: office.yaml, charter.yaml, officers.yaml, services.yaml, corrections.yaml, synonyms.yaml.',
    ],
  ],
];

test.each(cases)('%s', (_what, texts, problems) => {
  expect(problemsOf(texts).map(lineOf)).toEqual(problems);
});
