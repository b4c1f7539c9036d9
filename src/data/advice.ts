// Advice: improvements to data, valid or not. None keeps the site from starting.

import { parseAmount } from '../bangla/digits.ts';
import { isDoubtful } from '../bangla/landline.ts';
import { factKeys, officerKeys } from '../charter/columns.ts';
import { namesDuration } from '../charter/duration.ts';
import { numberKeys } from '../charter/officer.ts';
import { categories } from '../charter/service.ts';
import { isNotApplicable } from '../charter/values.ts';
import { collectFindings } from './collect-findings.ts';
import type { Fault } from './fault.ts';
import type { Finding } from './finding.ts';
import { readDataFiles } from './load.ts';
import type { Details, Rule } from './messages.ts';
import type { RemovedId } from './published.ts';
import {
  checkReferences,
  type DataFiles,
  type FileFaults,
  officerIds,
  serviceIds,
} from './references.ts';
import { repairedProvider } from './repairs.ts';
import { fileNames } from './sources.ts';
import { strayFiles } from './stray-files.ts';
import { wordingAdvice } from './wording.ts';
import { listIn, recordIn, textIn, writtenRows, writtenServices } from './written.ts';
import type { Path } from './yaml.ts';

/** The days of the longest quarter: offices have the duty to publish their charter and to review it every quarter. */
const REVIEW_DAYS = 92;

/**
 * Returns all findings on a data folder: problems and advice.
 * @param today an ISO 8601 date, for the age of the last review
 * @param removed ids that the folder had before, see published.ts
 */
export function reviewData(
  folder: string,
  today: string,
  removed: readonly RemovedId[] = [],
): Finding[] {
  const data = readDataFiles(folder);
  const problems = checkReferences(data);
  // A mistake in one file may be what makes another one look wrong.
  const isSound = collectFindings(data, problems).every(({ severity }) => severity !== 'problem');
  const between = isSound ? [...adviceBetween(data), ...removedAdvice(data, removed)] : [];
  return collectFindings(data, [
    ...problems,
    ...adviceOn(data, today),
    ...between,
    ...strayAdvice(folder),
  ]);
}

/** Advises on stray files beside the file that each resembles. Where that one is missing, it is a problem. */
function strayAdvice(folder: string): FileFaults[] {
  return strayFiles(folder).map(({ path, name }) => [
    name,
    [advice('stray-file', [], { value: path, allowed: fileNames }, 'file')],
  ]);
}

/** Returns advice on files that contradict each other. */
function adviceBetween(data: DataFiles): FileFaults[] {
  return [
    ['charter.yaml', headingAdvice(data)],
    ['corrections.yaml', correctionAdvice(data)],
    ...absentFileAdvice(data),
  ];
}

/** Advises on services and officers whose published addresses lead nowhere now. */
function removedAdvice(data: DataFiles, ids: readonly RemovedId[]): FileFaults[] {
  const present = new Set(
    [...serviceIds(data), ...officerIds(data)].flatMap(({ id, former }) => [id, ...former]),
  );
  const removed = new Map(ids.map((one) => [`${one.file} ${one.id}`, one]));
  return [...removed.values()]
    .filter(({ id }) => !present.has(id))
    .map(({ file, id }) => {
      const other = file === 'services.yaml' ? 'service' : 'officer';
      return [file, [advice('removed-id', [], { name: id, other }, 'file')]];
    });
}

/** Returns advice on each file by itself. */
function adviceOn(data: DataFiles, today: string): FileFaults[] {
  return [
    ['office.yaml', officeAdvice(data, today)],
    ['officers.yaml', [...officerAdvice(data), ...idAdvice(officerIds(data), [], 'key')]],
    [
      'services.yaml',
      [
        ...serviceAdvice(data),
        ...idAdvice(serviceIds(data), ['id'], 'value'),
        ...blankCellAdvice(data),
        ...inChargeAdvice(data),
        ...feeAdvice(data),
      ],
    ],
    ...fileNames
      // Corrections quote mistakes deliberately; synonyms are never shown.
      .filter((name) => name !== 'corrections.yaml' && name !== 'synonyms.yaml')
      .map((name): FileFaults => [name, textAdvice(data[name].written, [])]),
    [
      'corrections.yaml',
      listIn(data['corrections.yaml'].written).flatMap((item, at) =>
        // They are not on the sheets.
        textAdvice(recordIn(item).reason, [at, 'reason']).filter(
          ({ rule }) => rule !== 'unprintable',
        ),
      ),
    ],
  ];
}

/** The names that Windows reserves for devices: no file of an export can have them. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/;

/** Advises on present and former ids that are names of devices: an export has a file for each. */
function idAdvice(
  records: { path: Path; id: string; former: string[] }[],
  own: Path,
  part: 'key' | 'value',
): Fault[] {
  return records.flatMap(({ path, id, former }) =>
    [
      { id, place: [...path, ...own], part },
      ...former.map((id, at) => ({
        id,
        place: [...path, 'former_ids', at],
        part: 'value' as const,
      })),
    ].flatMap(({ id, place, part }) =>
      DEVICE.test(id) ? [advice('device-name', place, { name: id }, part)] : [],
    ),
  );
}

function advice(rule: Rule, path: Path, details: Details, part?: Fault['part']): Fault {
  return { rule, path, severity: 'advice', details, ...(part && { part }) };
}

function officeAdvice(data: DataFiles, today: string): Fault[] {
  const { content, written } = data['office.yaml'];
  // One of the dates may be the mistake.
  if (!content) return [];
  const { reviewed, published, security } = recordIn(written);
  const dates = { published: textIn(published), reviewed: textIn(reviewed) };
  const faults = Object.entries(dates).flatMap(([key, value]): Fault[] =>
    // Also "2026-07" is after "2026-06-30", as texts and as times.
    value !== undefined && value > today ? [advice('future-date', [key], { value })] : [],
  );
  const isBefore =
    dates.reviewed && dates.published && lastDayOf(dates.reviewed) < firstDayOf(dates.published);
  if (faults.length === 0 && isBefore)
    faults.push(
      advice('reviewed-first', ['reviewed'], { value: dates.reviewed, other: dates.published }),
    );
  if (faults.length === 0) faults.push(...reviewAdvice(dates, today));
  const expires = textIn(recordIn(security).expires);
  if (expires !== undefined) {
    // RFC 9116 §2.5.5 recommends less than a year.
    const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
    const rule =
      expires < today ? 'security-expired' : expires >= inAYear ? 'security-far' : undefined;
    if (rule) faults.push(advice(rule, ['security', 'expires'], { value: expires }));
  }
  const { hours } = content;
  // Both times are "hh:mm".
  const { opens, closes } = hours?.schedule ?? {};
  if (opens !== undefined && closes !== undefined && closes <= opens)
    faults.push(advice('hours-reversed', ['hours', 'closes'], { value: closes, other: opens }));
  return faults;
}

function reviewAdvice(
  { reviewed, published }: { reviewed: string | undefined; published: string | undefined },
  today: string,
): Fault[] {
  const latest = reviewed ?? published;
  if (latest === undefined) return [];
  const age = Date.parse(today) - lastDayOf(latest);
  if (Number.isNaN(age) || age <= REVIEW_DAYS * 86_400_000) return [];
  return [advice('old-review', [reviewed ? 'reviewed' : 'published'], { value: latest })];
}

/** Returns the time stamp of a date, or of the first day of a month; NaN for anything else. */
function firstDayOf(dateOrMonth: string): number {
  return Date.parse(dateOrMonth);
}

/** Returns the time stamp of a date, or of the last day of a month; NaN for anything else. */
function lastDayOf(dateOrMonth: string): number {
  const [year = '', month = '', day] = dateOrMonth.split('-');
  return day === undefined ? Date.UTC(Number(year), Number(month), 0) : Date.parse(dateOrMonth);
}

/** Advises on headings of columns that no service uses. The program itself fills in serials. */
function headingAdvice(data: DataFiles): Fault[] {
  const rows = writtenRows(data['services.yaml'].written);
  const used = new Set(rows.flatMap(({ row }) => Object.keys(row)).concat('serial', 'name'));
  if (rows.length === 0) return [];
  return Object.keys(recordIn(recordIn(data['charter.yaml'].written).headings))
    .filter((name) => !used.has(name))
    .map((name) => advice('unused-heading', ['headings', name], { name }, 'key'));
}

function officerAdvice(data: DataFiles): Fault[] {
  const officers = Object.entries(recordIn(data['officers.yaml'].written));
  return officers.flatMap(([id, written]) => {
    const officer = recordIn(written);
    const email = textIn(officer.email);
    const phone = textIn(officer.phone);
    const faults: Fault[] = [];
    const meant = email && repairedProvider(email);
    if (meant)
      faults.push(advice('email-typo', [id, 'email'], { value: email, suggestion: meant }));
    else if (email && !/[@.]gov\.bd$/i.test(email))
      faults.push(advice('personal-email', [id, 'email'], { value: email }));
    if (!phone && !officer.short_code)
      faults.push(advice(officer.mobile ? 'no-office-phone' : 'no-number', [id], {}, 'key'));
    if (phone && isDoubtful(phone))
      faults.push(advice('doubtful-phone', [id, 'phone'], { value: phone }));
    return faults;
  });
}

function serviceAdvice(data: DataFiles): Fault[] {
  const { written } = data['services.yaml'];
  const faults: Fault[] = [];
  const names = new Set<string>();
  for (const { path, row } of categories.flatMap((one) => writtenServices(written, one))) {
    const name = textIn(row.name);
    if (name === undefined) continue;
    if (names.has(name)) faults.push(advice('same-name', [...path, 'name'], { value: name }));
    names.add(name);
  }
  for (const { path, row } of writtenRows(written)) {
    const mark = /^(?:[0-9০-৯]{1,3}|[ক-ঙ])[.।)]\s*(?=\S)/u.exec(textIn(row.name) ?? '');
    if (mark) faults.push(advice('serial-in-name', [...path, 'name'], { value: mark[0].trim() }));
    const time = textIn(row.time);
    if (time && !namesDuration(time) && !isNotApplicable(time))
      faults.push(advice('no-time', [...path, 'time'], { value: time }));
  }
  return faults;
}

/** Advises on columns that a service omits although an earlier one of its section has them: often merged cells. */
function blankCellAdvice(data: DataFiles): Fault[] {
  const headings = Object.keys(recordIn(recordIn(data['charter.yaml'].written).headings));
  // Without headings every column that a service fills is shown.
  const columns = headings.length > 0 ? headings : [...factKeys, ...officerKeys];
  const keys = columns.filter((key) => key !== 'serial' && key !== 'name');
  return categories.flatMap((category) => {
    const seen = new Set<string>();
    return writtenServices(data['services.yaml'].written, category).flatMap(({ path, row }) => {
      const rows = [row, ...listIn(row.cases).map(recordIn)];
      const blank = keys.filter((key) => rows.every((one) => one[key] === undefined));
      const missing = blank.filter((name) => seen.has(name));
      for (const key of keys) if (!blank.includes(key)) seen.add(key);
      return missing.length === 0 ? [] : [advice('blank-cell', path, { name: missing.join(', ') })];
    });
  });
}

/** Advises on officers named twice, or in a text although they have a record with numbers. */
function inChargeAdvice(data: DataFiles): Fault[] {
  const known = new Map<string, string>();
  for (const [id, officer] of Object.entries(recordIn(data['officers.yaml'].written)))
    for (const text of [id, recordIn(officer).post, recordIn(officer).name].map(textIn))
      if (text && !known.has(text)) known.set(text, id.trim());
  return writtenRows(data['services.yaml'].written).flatMap(({ path, row }) =>
    officerKeys.flatMap((key) => {
      const isList = Array.isArray(row[key]);
      const references = (isList ? listIn(row[key]) : [row[key]]).map((one) => textIn(one) ?? '');
      return references.flatMap((value, at): Fault[] => {
        const place = [...path, key, ...(isList ? [at] : [])];
        const ids = value.split(/[^a-z0-9-]+/).filter((word) => known.get(word) === word);
        if (ids.length === 1 && ids[0] !== value && /\p{Script=Bengali}/u.test(value))
          return [advice('id-with-text', place, { value, name: String(ids[0]) })];
        if (value !== '' && references.indexOf(value) < at)
          return [advice('officer-twice', place, { name: value })];
        const named = value.split(/[,;/]| ও | এবং /u).map((part) => known.get(part.trim()));
        if (known.get(value) === value || named.some((one) => one === undefined)) return [];
        const name = named.length > 1 ? `[${named.join(', ')}]` : String(named[0]);
        return [advice('officer-as-text', place, { value, name })];
      });
    }),
  );
}

/** Advises on fees whose digits no program can read as an amount: 50/-, 1.000. */
function feeAdvice(data: DataFiles): Fault[] {
  const check = (path: Path, value: unknown): Fault[] => {
    if (Array.isArray(value)) return value.flatMap((one, at) => check([...path, at], one));
    const text = textIn(value);
    if (text === undefined)
      return recordIn(value).fee === undefined ? [] : check([...path, 'fee'], recordIn(value).fee);
    const isAmount = /^[0-9০-৯][0-9০-৯,. ]*(?:\/[-=]?)?$/u.test(text);
    if (/^[0০]+$/u.test(text)) return [advice('zero-fee', path, { value: text })];
    return isAmount && parseAmount(text) === undefined
      ? [advice('fee-amount', path, { value: text })]
      : [];
  };
  return writtenRows(data['services.yaml'].written).flatMap(({ path, row }) =>
    check([...path, 'fee'], row.fee),
  );
}

/** Advises on corrections that their file no longer bears out. The site lists all corrections. */
function correctionAdvice(data: DataFiles): Fault[] {
  const corrections = data['corrections.yaml'].content ?? [];
  return corrections.flatMap(({ file, changes }, index) => {
    const name = fileNames.find((one) => one === file);
    const content = name && !data[name].isMissing && data[name].content;
    // Mistyped text gets its own advice.
    if (!content || textAdvice(content, []).length > 0) return [];
    const text = textsIn(content).join(', ');
    return changes.flatMap(({ shown }, at): Fault[] => {
      if (shown === undefined || text.includes(shown)) return [];
      const path = [index, 'changes', at, 'shown'];
      return [advice('stale-correction', path, { name, value: shown })];
    });
  });
}

/** Advises on files that are missing although a correction says what they show. */
function absentFileAdvice(data: DataFiles): FileFaults[] {
  const named = new Set((data['corrections.yaml'].content ?? []).map(({ file }) => file));
  return fileNames
    .filter((name) => named.has(name) && data[name].isMissing)
    .map((name): FileFaults => [name, [advice('absent-file', [], { name }, 'file')]]);
}

/** Returns all texts of a file in order. Joined with ", " they read like an address on the page. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** Returns the indexes of items that open a bracket which the next one closes: a comma within it split the text. */
function splitBrackets(items: unknown[]): number[] {
  const [opens, closes] = [/\([^)]*$/, /^[^(]*\)/];
  return items.flatMap((item, at) =>
    opens.test(textIn(item) ?? '') && closes.test(textIn(items[at + 1]) ?? '') ? [at] : [],
  );
}

/** The keys whose values only machines read. */
const MACHINE_KEYS = new Set(['id', ...numberKeys, 'email', 'website', 'form', 'map']);

/** Returns advice on the wording of all texts in a value. */
function textAdvice(value: unknown, path: Path): Fault[] {
  if (typeof value === 'string') {
    const findings = wordingAdvice(value.normalize('NFC'));
    return findings.map(({ rule, hit, suggestion }) =>
      advice(rule, path, { value: hit, suggestion }),
    );
  }
  if (Array.isArray(value))
    return [
      ...splitBrackets(value).map((at) =>
        advice('split-bracket', [...path, at], { value: value.slice(at, at + 2).join(', ') }),
      ),
      ...value.flatMap((item, at) => textAdvice(item, [...path, at])),
    ];
  return Object.entries(recordIn(value))
    .filter(([key]) => !MACHINE_KEYS.has(key))
    .flatMap(([key, item]) => textAdvice(item, [...path, key]));
}
