// What could be better in data that is valid. Nothing here keeps the site from starting.

import { isDoubtful } from '../bangla/landline.ts';
import { categories } from './charter.ts';
import type { Rule } from './explain.ts';
import { problemsOf, readDataFiles } from './load.ts';
import type { Problem } from './problem.ts';
import type { DataFile } from './read.ts';
import type { DataFiles } from './references.ts';
import type { FileName } from './sources.ts';
import type { Path } from './yaml.ts';

/** A charter is reviewed every quarter (Annual Performance Agreement). */
const REVIEW_DAYS = 92;

// A promise names a span of time, or "at once".
const TIME = /সেকেন্ড|মিনিট|ঘণ্টা|ঘন্টা|দিন|দিবস|সপ্তাহ|মাস|বছর|তাৎক্ষণিক|তাৎক্ষনিক|সাথে সাথে|সঙ্গে সঙ্গে/u;

/**
 * Everything that can be said of a data folder: its problems and, beside them, advice.
 * @param today an ISO 8601 date, against which the age of the last review is judged
 */
export function reviewData(folder: string, today: string): Problem[] {
  const data = readDataFiles(folder);
  adviseOnOffice(data['office.yaml'], today);
  adviseOnOfficers(data['officers.yaml']);
  adviseOnServices(data['services.yaml']);
  adviseOnCorrections(data);
  for (const [name, file] of Object.entries(data)) {
    // Corrections quote faults on purpose; synonyms are never shown.
    if (!['corrections.yaml', 'synonyms.yaml'].includes(name))
      adviseOnTexts(file, file.content, []);
  }
  return problemsOf(data);
}

function adviseOnOffice(file: DataFiles['office.yaml'], today: string): void {
  const { reviewed, published } = file.content ?? {};
  const latest = reviewed ?? published;
  if (!latest || Date.parse(today) - Date.parse(latest) <= REVIEW_DAYS * 86_400_000) return;
  give(file, 'old-review', [reviewed ? 'reviewed' : 'published'], latest);
}

function adviseOnOfficers(file: DataFiles['officers.yaml']): void {
  for (const [id, { email, phone, short_code }] of Object.entries(file.content ?? {})) {
    if (email && !/[@.]gov\.bd$/i.test(email)) give(file, 'personal-email', [id, 'email'], email);
    if (!phone && !short_code)
      file.report('no-office-phone', [id], { part: 'key', severity: 'advice' });
    if (phone && isDoubtful(phone)) give(file, 'doubtful-phone', [id, 'phone'], phone);
  }
}

function adviseOnServices(file: DataFiles['services.yaml']): void {
  const names = new Set<string>();
  for (const category of categories) {
    file.content?.[category]?.forEach(({ name, time, cases = [] }, index) => {
      const path = [category, index];
      if (names.has(name)) give(file, 'same-name', [...path, 'name'], name);
      names.add(name);
      if (time && !TIME.test(time)) give(file, 'no-time', [...path, 'time'], time);
      cases.forEach((one, at) => {
        if (!one.time || TIME.test(one.time)) return;
        give(file, 'no-time', [...path, 'cases', at, 'time'], one.time);
      });
    });
  }
}

/** The site lists the corrections; one that names a file should still be true of that file. */
function adviseOnCorrections(data: DataFiles): void {
  const corrections = data['corrections.yaml'];
  for (const [index, { file: name, changes }] of corrections.content?.entries() ?? []) {
    const content = name && data[name as FileName]?.content;
    if (!content) continue;
    const text = textsOf(content).join(', ');
    for (const [at, { shown }] of changes.entries()) {
      if (shown === undefined || text.includes(shown)) continue;
      const path = [index, 'changes', at, 'shown'];
      corrections.report('stale-correction', path, { name, value: shown, severity: 'advice' });
    }
  }
}

/** All texts of a file in their order; joined by ", " they read as an address does on the page. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** Letters that Bijoy's SutonnyMJ borrows from Windows-1252; two of them in one text are no accident. */
const BIJOY = /[†‡‰©¯¨Ö«»¤¦§¶·ÿ].*[†‡‰©¯¨Ö«»¤¦§¶·ÿ]|[†‡‰¯¨][a-zA-Z]/u;
/** Joints that converters from Bijoy get wrong: মত্ম for ন্ত, স্ন for স্ল, রম্ন for রু, ÿ for ক্ষ. */
const RESIDUE = /[\p{L}\p{M}]*(?:মত্ম|রম্ন|সিস্ন|ÿ)[\p{L}\p{M}]*/u;
/** A word of three letters or more before ঃ; older spellings in -তঃ and -শঃ, and abbreviations (মোঃ), are words. */
const VISARGA = /(?<![\p{L}\p{M}])(?=(?:\p{L}\p{M}*){3})[\p{L}\p{M}-]*[^তশ]ঃ(?![\p{L}\p{M}])/u;
/** Digits standing by themselves among Bengali words; not A4, an address or a code. */
const LATIN_DIGITS = /(?<![\w./@-])[0-9]+(?![\w./@-])/;

/** The files' own keys whose values are for machines. */
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

function adviseOnTexts(file: DataFile, value: unknown, path: Path): void {
  if (typeof value === 'string') {
    const residue = RESIDUE.exec(value)?.[0];
    const visarga = VISARGA.exec(value)?.[0];
    const digits = /\p{Script=Bengali}/u.test(value) && LATIN_DIGITS.exec(value)?.[0];
    if (residue) give(file, 'converter-residue', path, residue);
    else if (BIJOY.test(value)) give(file, 'bijoy', path, value);
    if (visarga) give(file, 'visarga', path, visarga);
    if (digits) give(file, 'latin-digits', path, digits);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      adviseOnTexts(file, item, [...path, index]);
    });
  } else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (!MACHINE_KEYS.has(key)) adviseOnTexts(file, item, [...path, key]);
    }
  }
}

function give(file: Pick<DataFile, 'report'>, rule: Rule, path: Path, value: string): void {
  file.report(rule, path, { value, severity: 'advice' });
}
