// Mutations of the example offices' data: what a clerk, an editor or an attacker might make of a file.

import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { fileNames } from '../../src/data/sources.ts';

const fixtures = [
  'complaints-only',
  'fee-charts',
  'head-office',
  'kachua',
  'minimal',
  'municipality',
  'union-council',
].map((name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)));

/** Names that mean something to JavaScript, to the pages or to another part of the data. */
const awkwardName = fc.constantFrom(
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'then', 'length'],
  ...[
    'main',
    'label',
    'case',
    'cases',
    'share',
    'head-post',
    'citizen-title',
    'seba-a',
    'icon-phone',
  ],
  ...['id', 'key', 'own', 'group', 'serial', 'name', 'fee', 'officer', 'former_ids', 'name2'],
  ...[
    'con',
    'nul',
    'a'.repeat(61),
    'Ab',
    'ক',
    '',
    ' ',
    ' head ',
    '01',
    '7',
    '~',
    'True',
    'null',
    'true',
    '0',
    '-',
    '<<',
    'a b',
  ],
);

const awkwardText = fc.constantFrom(
  ...[
    '-',
    '—',
    '<b>',
    '</style>',
    '{{ 7*7 }}',
    '=1+1',
    '&amp;',
    '"',
    "'",
    '\\',
    '%',
    '#',
    '|',
    '>',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u0085',
    '\u2028',
    '\u202e',
    '\ud800',
    '\udc00ক',
    '\ufffe',
    '\u{1f4de}',
    '\u200b',
  ],
  ...[
    'ক\nখ',
    'ক\r\nখ',
    'ক\tখ',
    ' ক ',
    'ক'.repeat(5000),
    'ক '.repeat(400),
    'কখ '.repeat(40).trim(),
    'ক\n'.repeat(2000),
    '\u3164',
    '\u02d0',
    'কখ গঘ',
    'প্রযোজ্য নয়',
    '১.৫',
  ],
  ...[
    '0',
    '333',
    '01700000000',
    '02-55000000',
    'a@example.gov.bd',
    'example.gov.bd',
    '2026-02-30',
    '2026-01',
  ],
);

const awkwardNumber = fc.constantFrom(
  ...[0, -0, -1, 0.1, 0.005, 1e3, 1e12, 1e12 + 1, 1e20, 1e-7, 1e308, -1e20, 0x10, 2 ** 53],
  ...[Number.NaN, Number.POSITIVE_INFINITY],
);

const awkwardValue = fc.oneof(
  { weight: 4, arbitrary: awkwardText },
  { weight: 2, arbitrary: awkwardNumber },
  { weight: 2, arbitrary: awkwardName },
  {
    weight: 2,
    arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], [{}], [{ toString: 'ক' }]),
  },
  { weight: 1, arbitrary: awkwardName.map((name) => ({ [name]: 'ক' })) },
);

/** A place in a parsed file: its parent, and the key or index there. */
interface Place {
  parent: Record<string, unknown> | unknown[];
  key: string | number;
}

function placesIn(value: unknown): Place[] {
  if (value === null || typeof value !== 'object') return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((step) => {
    const key = Array.isArray(parent) ? Number(step) : step;
    return [{ parent, key }, ...placesIn(parent[step])];
  });
}

const at = ({ parent, key }: Place): unknown => (parent as Record<string | number, unknown>)[key];
const set = ({ parent, key }: Place, value: unknown) =>
  // Not assigned: "__proto__" would change the prototype.
  Object.defineProperty(parent, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });

/** One change of a parsed file; `other` is another place of it. */
type Change = (place: Place, other: Place) => void;

function rename({ parent, key }: Place, name: string) {
  if (Array.isArray(parent)) return;
  const entries = Object.entries(parent).map(([one, value]) => [one === key ? name : one, value]);
  for (const one of Object.keys(parent)) delete parent[one];
  for (const [one, value] of entries) set({ parent, key: one as string }, value);
}

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: awkwardName.map(
      (name): Change =>
        (place) =>
          rename(place, name),
    ),
  },
  {
    weight: 4,
    arbitrary: awkwardValue.map(
      (value): Change =>
        (place) =>
          set(place, value),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(awkwardName, awkwardValue).map(
      ([key, value]): Change =>
        ({ parent }) => {
          if (Array.isArray(parent)) parent.push(value);
          else set({ parent, key }, value);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Change>(
      // Left out, wrapped, nested in itself, said twice, or moved to where something else belongs.
      ({ parent, key }) => {
        if (Array.isArray(parent)) parent.splice(Number(key), 1);
        else delete parent[key];
      },
      (place) => set(place, [at(place)]),
      (place) => set(place, { name: at(place) }),
      (place) => set(place, { [String(place.key)]: structuredClone(at(place)) }),
      ({ parent, key }) => {
        if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)]));
        else set({ parent, key: `${key}-2` }, structuredClone(parent[key]));
      },
      (place, other) => set(place, structuredClone(at(other))),
    ),
  },
);

/** One change of the text of a file, at a line. */
const textChanges = fc.oneof(
  fc
    .constantFrom(
      ...[
        '  x: ক',
        '- ক',
        '\t',
        '__proto__: ক',
        '? ক',
        ': ক',
        '---',
        '...',
        '%YAML 1.2',
        '<<: *a',
        '&a ক',
      ],
      ...[
        '!!js/function ক',
        '"ক',
        "'",
        '{',
        ']',
        '|',
        '- - ক',
        '# ক',
        '<<<<<<< HEAD',
        'constructor: {}',
      ],
    )
    .map((line) => (lines: string[], index: number) => lines.splice(index, 0, line)),
  fc.constantFrom(
    (lines: string[], index: number) => lines.splice(index, 1),
    (lines: string[], index: number) => lines.splice(index, 0, lines[index] ?? ''),
    (lines: string[], index: number) => lines.splice(index, 1, `  ${lines[index]}`),
    (lines: string[], index: number) => lines.splice(index, 1, (lines[index] ?? '').trimStart()),
    (lines: string[], index: number) =>
      lines.splice(index, 1, (lines[index] ?? '').replace(/['"]/g, '')),
    (lines: string[], index: number) => lines.splice(index),
  ),
);

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const edits = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.tuple(changes, fraction, fraction), { minLength: 1, maxLength: 3 })
      .map((all) => (path: string) => {
        const root = { value: load(readFileSync(path, 'utf8')) };
        for (const [change, where, elsewhere] of all) {
          const places = placesIn(root);
          const pick = (part: number) => places[Math.floor(part * places.length)];
          const [place, other] = [pick(where), pick(elsewhere)];
          if (place && other) change(place, other);
        }
        writeFileSync(path, dump(root.value, { noRefs: true }));
      }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(textChanges, fraction).map(([change, where]) => (path: string) => {
      const lines = readFileSync(path, 'utf8').split('\n');
      change(lines, Math.floor(where * lines.length));
      writeFileSync(path, lines.join('\n'));
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<(path: string) => void>(
      (path) => rmSync(path),
      (path) => writeFileSync(path, ''),
      (path) => {
        rmSync(path);
        symlinkSync('not-there', path);
      },
    ),
  },
);

/** Values as a clerk or an editor may write them, escapes included. */
const written = fc.constantFrom(
  ...[
    '"ক \\uD800"',
    '"\\uDC00ক"',
    '"ক\\x07"',
    '"ক\\u202Eখ"',
    '"ক\\r\\nখ"',
    '"\\0"',
    '"ক\\tখ"',
    '"ক\\L"',
  ],
  ...[
    '99999999999999999999',
    '1e20',
    '-0',
    '-5',
    '0x1F',
    '.inf',
    '.nan',
    '1.005',
    '12345.67',
    '0',
    '9999999',
  ],
  ...[
    '{}',
    '[]',
    '[[]]',
    '[{}]',
    '{constructor: ক}',
    '{__proto__: ক}',
    '{constructor: 1e20}',
    '[{toString: ক, valueOf: ক}]',
    '!!int "0x10"',
    '~',
    'true',
    '""',
  ],
  ...[
    '{name: ক}',
    '{for: ক, fee: 5}',
    '[ক, খ]',
    '[ক, ক]',
    '-',
    '"-"',
    '>',
    '|',
    'ক',
    '<b>&amp;</b>',
    'programmer',
  ],
);

/** Puts another value, or another key, on a line of a file. */
const lineChanges = fc.oneof(
  {
    weight: 4,
    arbitrary: written.map(
      (value) => (line: string) => line.replace(/(?<=^[^:]*:[ \t]|^\s*- )(?!.*:).*$/, value),
    ),
  },
  {
    weight: 1,
    arbitrary: awkwardName.map(
      (name) => (line: string) => line.replace(/^(\s*(?:- )?)[^:\s]+(?=:)/, `$1${name}`),
    ),
  },
);

/** The names that an office may choose: ids of officers, services and tables, and keys of custom columns. */
const NAMED =
  /^[a-z][a-z0-9-]*(?=:\n {2}post)|(?<=\bid: )\S+|(?<=^ {2})[a-z_]+(?=: \p{Script=Bengali})/gmu;

/** Gives something another name in all files, as a careful clerk would. */
const renaming = fc.tuple(fraction, awkwardName).map(([where, name]) => (folder: string) => {
  const texts = fileNames.map((file) => [join(folder, file), textOf(join(folder, file))] as const);
  const words = [...new Set(texts.flatMap(([, text]) => text.match(NAMED) ?? []))];
  const word = words[Math.floor(where * words.length)];
  const whole = new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'g');
  for (const [path, text] of texts)
    if (word && text)
      writeFileSync(
        path,
        text.replace(whole, () => name),
      );
});

/** Adds a column, a table, an officer or a serial that is right but for its name or number. */
const additions = fc
  .tuple(awkwardName, written, fc.nat(3))
  .map(([name, value, kind]) => (folder: string) => {
    const replace = (file: string, from: RegExp | string, to: string) => {
      const text = textOf(join(folder, file));
      if (text !== '')
        writeFileSync(
          join(folder, file),
          text.replace(from, () => to),
        );
    };
    const add = (file: string, text: string) => appendFileSync(join(folder, file), text);
    if (kind === 0) {
      replace('charter.yaml', /^headings:\n/m, `headings:\n  ${name}: নিজের কলাম\n`);
      replace('services.yaml', /\n {4}name: /, `\n    ${name}: ${value}\n    name: `);
    } else if (kind === 1) {
      const table = `  - id: ${name}\n    title: টেবিল\n    columns: [ক, খ]\n    rows:\n      - [ক, ${value}]\n`;
      if (textOf(join(folder, 'charter.yaml')).includes('\ntables:\n'))
        replace('charter.yaml', '\ntables:\n', `\ntables:\n${table}`);
      else add('charter.yaml', `\ntables:\n${table}`);
    } else if (kind === 2) {
      add('officers.yaml', `\n${name}:\n  post: পদ\n  name: ${value}\n`);
      replace('services.yaml', /\n {4}name: /, `\n    officer: [${name}]\n    name: `);
    } else replace('services.yaml', /\n {4}name: /, `\n    serial: ${value}\n    name: `);
  });

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Texts of lengths around what a place may hold, in one word, in many and in lines. */
const longText = fc
  .tuple(fc.constantFrom('ক', 'কথা ', 'ক\n'), fc.constantFrom(75, 150, 151, 300, 500, 2500, 9000))
  .map(([unit, length]) => unit.repeat(length / unit.length).trim());

/** Makes some of a file's texts long, or one of its lists: a table of too many columns, a service of many cases. */
const stretching = fc
  .tuple(longText, fc.nat(3), fraction, fc.constantFrom(12, 25, 200))
  .map(([text, stride, where, times]) => (path: string) => {
    const root = { value: load(readFileSync(path, 'utf8')) };
    const places = placesIn(root);
    if (stride === 0) {
      const lists = places.map(at).filter((value): value is unknown[] => Array.isArray(value));
      const list = lists[Math.floor(where * lists.length)];
      if (list) list.push(...Array.from({ length: times }, () => structuredClone(list[0])));
    } else {
      const texts = places.filter((place) => /\p{Script=Bengali}/u.test(String(at(place))));
      const from = Math.floor(where * texts.length);
      for (let index = from; index < texts.length; index += stride ** 3)
        if (typeof at(texts[index] as Place) === 'string') set(texts[index] as Place, text);
    }
    writeFileSync(path, dump(root.value, { noRefs: true }));
  });

const inFile = <Edit>(edit: fc.Arbitrary<Edit>) => fc.tuple(fc.constantFrom(...fileNames), edit);

const folderEdits = fc.oneof(
  { weight: 3, arbitrary: renaming },
  { weight: 3, arbitrary: additions },
  {
    weight: 2,
    arbitrary: inFile(stretching).map(
      ([name, edit]) =>
        (folder: string) =>
          edit(join(folder, name)),
    ),
  },
  {
    weight: 3,
    arbitrary: inFile(fc.tuple(lineChanges, fraction)).map(
      ([name, [change, where]]) =>
        (folder: string) => {
          const lines = readFileSync(join(folder, name), 'utf8').split('\n');
          const changeable = [...lines.keys()].filter((index) =>
            /^[^#]*(?:: |- )/.test(lines[index] ?? ''),
          );
          const index = changeable[Math.floor(where * changeable.length)];
          if (index !== undefined) lines[index] = change(lines[index] ?? '');
          writeFileSync(join(folder, name), lines.join('\n'));
        },
    ),
  },
  {
    weight: 3,
    arbitrary: inFile(edits).map(
      ([name, edit]) =>
        (folder: string) =>
          edit(join(folder, name)),
    ),
  },
);

/** A copy of an example office's data, with one or two edits. */
export interface Mutation {
  fixture: string;
  edits: ((folder: string) => void)[];
}

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  fixture: fc.constantFrom(...fixtures),
  edits: fc.array(folderEdits, { minLength: 1, maxLength: 2 }),
});

/** Gives a changed copy to `use`, and removes it. */
export async function withMutation<T>(
  { fixture, edits: all }: Mutation,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'charter-'));
  const folder = join(root, basename(fixture));
  try {
    cpSync(fixture, folder, { recursive: true });
    for (const edit of all) {
      // A file that another edit has taken away, or has made no YAML of.
      try {
        edit(folder);
      } catch {}
    }
    return await use(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}
