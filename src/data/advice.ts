// Advice: what could be better in valid data. It never keeps the site from starting.

import { isDoubtful } from '../bangla/landline.ts';
import { categories } from '../charter/service.ts';
import { keysOf } from '../typed.ts';
import type { Fault } from './fault.ts';
import type { Finding } from './finding.ts';
import { findingsOf, readDataFiles } from './load.ts';
import type { Rule } from './messages.ts';
import { checkReferences, type DataFiles, type FileFaults } from './references.ts';
import { fileNames } from './sources.ts';
import type { Path } from './yaml.ts';

/** A charter is reviewed every quarter (Annual Performance Agreement). */
const REVIEW_DAYS = 92;

// A promise states a duration, or "immediately".
const TIME = /সেকেন্ড|মিনিট|ঘণ্টা|ঘন্টা|দিন|দিবস|সপ্তাহ|মাস|বছর|তাৎক্ষণিক|তাৎক্ষনিক|সাথে সাথে|সঙ্গে সঙ্গে/u;

/**
 * All findings on a data folder: problems and advice.
 * @param today an ISO 8601 date, for the age of the last review
 */
export function reviewData(folder: string, today: string): Finding[] {
  const data = readDataFiles(folder);
  return findingsOf(data, [...checkReferences(data), ...adviceOn(data, today)]);
}

function adviceOn(data: DataFiles, today: string): FileFaults[] {
  return [
    ['office.yaml', officeAdvice(data, today)],
    ['officers.yaml', officerAdvice(data)],
    ['services.yaml', serviceAdvice(data)],
    ['corrections.yaml', correctionAdvice(data)],
    ...fileNames
      // Corrections quote mistakes deliberately; synonyms are never shown.
      .filter((name) => name !== 'corrections.yaml' && name !== 'synonyms.yaml')
      .map((name): FileFaults => [name, textAdvice(data[name].content, [])]),
  ];
}

function advice(rule: Rule, path: Path, value: string): Fault {
  return { rule, path, severity: 'advice', details: { value } };
}

function officeAdvice(data: DataFiles, today: string): Fault[] {
  const { reviewed, published } = data['office.yaml'].content ?? {};
  const latest = reviewed ?? published;
  if (!latest || Date.parse(today) - Date.parse(latest) <= REVIEW_DAYS * 86_400_000) return [];
  return [advice('old-review', [reviewed ? 'reviewed' : 'published'], latest)];
}

function officerAdvice(data: DataFiles): Fault[] {
  const officers = Object.entries(data['officers.yaml'].content ?? {});
  return officers.flatMap(([id, { email, phone, short_code }]) => {
    const faults: Fault[] = [];
    if (email && !/[@.]gov\.bd$/i.test(email))
      faults.push(advice('personal-email', [id, 'email'], email));
    if (!phone && !short_code)
      faults.push({ rule: 'no-office-phone', path: [id], part: 'key', severity: 'advice' });
    if (phone && isDoubtful(phone)) faults.push(advice('doubtful-phone', [id, 'phone'], phone));
    return faults;
  });
}

function serviceAdvice(data: DataFiles): Fault[] {
  const faults: Fault[] = [];
  const names = new Set<string>();
  for (const category of categories) {
    data['services.yaml'].content?.[category]?.forEach(({ name, time, cases = [] }, index) => {
      const path = [category, index];
      if (names.has(name)) faults.push(advice('same-name', [...path, 'name'], name));
      names.add(name);
      if (time && !TIME.test(time)) faults.push(advice('no-time', [...path, 'time'], time));
      cases.forEach((one, at) => {
        if (!one.time || TIME.test(one.time)) return;
        faults.push(advice('no-time', [...path, 'cases', at, 'time'], one.time));
      });
    });
  }
  return faults;
}

/** The site lists the corrections, so one that names a file should still match that file. */
function correctionAdvice(data: DataFiles): Fault[] {
  const corrections = data['corrections.yaml'].content ?? [];
  return corrections.flatMap(({ file, changes }, index) => {
    const name = fileNames.find((one) => one === file);
    const content = name && data[name].content;
    if (!content) return [];
    const text = textsOf(content).join(', ');
    return changes.flatMap(({ shown }, at): Fault[] => {
      if (shown === undefined || text.includes(shown)) return [];
      const path = [index, 'changes', at, 'shown'];
      const details = { name, value: shown };
      return [{ rule: 'stale-correction', path, severity: 'advice', details }];
    });
  });
}

/** All texts of a file in order; joined with ", " they read like an address on the page. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** Characters that Bijoy's SutonnyMJ font uses for Bengali; two of them in one text are no coincidence. */
const BIJOY = /[†‡‰©¯¨Ö«»¤¦§¶·ÿ].*[†‡‰©¯¨Ö«»¤¦§¶·ÿ]|[†‡‰¯¨][a-zA-Z]/u;
/** Joints that converters from Bijoy get wrong: মত্ম for ন্ত, স্ন for স্ল, রম্ন for রু, ÿ for ক্ষ. */
const RESIDUE = /মত্ম|রম্ন|সিস্ন|ÿ/u;
/** A word of three letters or more before ঃ; older spellings in -তঃ and -শঃ, and abbreviations (মোঃ), are words. */
const VISARGA = /(?<![\p{L}\p{M}])(?=(?:\p{L}\p{M}*){3})[\p{L}\p{M}]*[^তশ]ঃ(?![\p{L}\p{M}])/u;
/** Digits standing by themselves among Bengali words; not A4, an address or a code. */
const LATIN_DIGITS = /(?<![\w./@-])[0-9]+(?![\w./@-])/;

/** Keys whose values are for machines. */
const MACHINE_KEYS = new Set([
  'id',
  'officer',
  'superior',
  'mobile',
  'phone',
  'short_code',
  'email',
  'website',
  'form',
]);

/** Advice on the wording of all texts in a file. */
function textAdvice(value: unknown, path: Path): Fault[] {
  if (typeof value === 'string') return wordingAdvice(value, path);
  if (Array.isArray(value)) return value.flatMap((item, at) => textAdvice(item, [...path, at]));
  if (!value || typeof value !== 'object') return [];
  return keysOf(value)
    .filter((key) => !MACHINE_KEYS.has(key))
    .flatMap((key) => textAdvice(value[key], [...path, key]));
}

/** Advice on the wording of one text. */
export function wordingAdvice(text: string, path: Path): Fault[] {
  const faults: Fault[] = [];
  const residue = text.match(/[\p{L}\p{M}]+/gu)?.find((word) => RESIDUE.test(word));
  const visarga = VISARGA.exec(text)?.[0];
  const digits = /\p{Script=Bengali}/u.test(text) && LATIN_DIGITS.exec(text)?.[0];
  if (residue) faults.push(advice('converter-residue', path, residue));
  else if (BIJOY.test(text)) faults.push(advice('bijoy', path, text));
  if (visarga) faults.push(advice('visarga', path, visarga));
  if (digits) faults.push(advice('latin-digits', path, digits));
  return faults;
}
