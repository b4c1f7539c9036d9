// The site shows what the office published, word for word, except for the listed corrections.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toBengaliDigits } from '../src/bangla/digits.ts';
import { charter, pagePaths, site } from './support/site.ts';

const published = readFileSync(
  new URL('fixtures/citizen-charter-original.txt', import.meta.url),
  'utf8',
).normalize('NFC');

const changes = charter.corrections.flatMap((correction) => correction.changes);
const corrected = changes.reduce(
  (text, change) => text.replaceAll(change.published, change.shown ?? ''),
  published,
);

/** Words without trailing commas, colons and dandas, which the layout replaces. */
const words = (text: string) =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/[,:।]+$/, ''))
    .filter((word) => word !== '');

/** Returns the text of an HTML fragment as it is read: tags part words only where they part lines. */
const read = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<span class="label">.*?<\/span>/gs, '')
    .replace(/<span class="(hidden|column-number)".*?<\/span>/gs, '')
    .replace(/<\/?(span|a|wbr)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ');

const html = (path: string) => site.resources.get(path)?.bodies.identity.bytes.toString() ?? '';
const section = (heading: string) => corrected.split(heading)[1]?.split('\n#')[0] ?? '';
const table = corrected.split('\n').filter((line) => line.includes('\t'));
const rows = table.slice(1).map((line) => line.split('\t'));

test('there are fifteen corrections, each of something the office published', () => {
  expect(charter.corrections).toHaveLength(15);
  let text = published;
  for (const change of changes) {
    expect(text).toContain(change.published);
    text = text.replaceAll(change.published, change.shown ?? '');
  }
});

test('the corrected original has the expected shape', () => {
  expect(table[0]?.split('\t')).toHaveLength(8);
  expect(rows).toHaveLength(7);
  expect(words(section('#### ভিশন'))).toHaveLength(11);
  expect(words(section('#### মিশন'))).toHaveLength(40);
});

test('vision and mission are as published', () => {
  const page = read(html('/vision-mission'));
  expect(words(charter.vision ?? '')).toEqual(words(section('#### ভিশন')));
  expect(words(charter.mission ?? '')).toEqual(words(section('#### মিশন')));
  expect(words(page).join(' ')).toContain(words(section('#### ভিশন')).join(' '));
  expect(words(page).join(' ')).toContain(words(section('#### মিশন')).join(' '));
});

test('the header and the table headings are as published', () => {
  const [government, department, place, website] = corrected.trim().split('\n') as string[];
  const header = read(html('/')).trim();
  for (const line of [government, department, place]) {
    expect(words(header).join(' ')).toContain(words(line as string).join(' '));
  }
  expect(header).toContain(website?.replace('Web: ', '').trim());
  const headings = html('/services').match(/<th role="columnheader".*?<\/th>/g) ?? [];
  expect(headings.map(read).map(words)).toEqual(table[0]?.split('\t').map(words));
});

test('the seven rows of the table are as published, cell by cell', () => {
  const shown = html('/services').match(/<tr role="row" id=.*?<\/tr>/gs) ?? [];
  const cells = shown.map((row) => row.match(/<t[dh] role.*?<\/t[dh]>/gs) ?? []);
  expect(cells.map((row) => row.map(read).map(words))).toEqual(rows.map((row) => row.map(words)));
});

test.each(rows)('the page of service %s has every word of its row', (...row) => {
  const service = charter.services.find(
    ({ serial }) => toBengaliDigits(serial).padStart(2, '০') === row[0],
  );
  const page = words(read(html(`/services/${service?.id}`)));
  const contacts = words('মোবাইল: ইমেইল:');
  for (const cell of row) {
    for (const word of words(cell)) if (!contacts.includes(word)) expect(page).toContain(word);
  }
});

test('each number is linked as E.164 and shown in Bengali digits everywhere', () => {
  const numbers = { 'tel:+8801721587011': '০১৭২১৫৮৭০১১', 'tel:+8801716420468': '০১৭১৬৪২০৪৬৮' };
  for (const path of pagePaths) {
    for (const [, href, label] of html(path).matchAll(
      /<a [^>]*href="(tel:[^"]+)"[^>]*>(.*?)<\/a>/gs,
    )) {
      const number = read(label as string).replace(/^\s*মোবাইল: /, '');
      expect(number.trim(), path).toBe(numbers[href as keyof typeof numbers]);
    }
  }
});

test('nothing is invented: no date, no link to the unconfirmed website, no room', () => {
  for (const path of pagePaths) {
    expect(html(path)).not.toMatch(/সর্বশেষ হালনাগাদ|href="https?:\/\/doict|কক্ষ/);
  }
});

test('each correction is shown on the page about the charter', () => {
  const page = html('/about')
    .replaceAll('<wbr>', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');
  for (const { changes, reason } of charter.corrections) {
    for (const change of changes) {
      expect(page).toContain(change.published);
      if (change.shown !== undefined) expect(page).toContain(change.shown);
    }
    expect(page).toContain(reason);
  }
});
