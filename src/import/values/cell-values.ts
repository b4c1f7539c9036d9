// Parses the values of cells: documents, fees and plain text.

import { toAsciiDigits } from '../../bangla/digits.ts';
import { isNotApplicable } from '../../charter/values.ts';
import type { DraftValue } from '../draft.ts';
import { hasLetterOrDigit, isDitto, listItems, splitMark } from '../marks.ts';

/** Reports whether a cell's text is a value: it has letters or digits, or is a sign for "does not apply". */
export function isPlaceable(text: string): boolean {
  return hasLetterOrDigit(text) || isNotApplicable(text);
}

/** Parses documents: the items of a list, or one text. */
function documentsValue(text: string): DraftValue {
  const lines = text.split('\n');
  // Labels between the papers ("ব্যক্তির জন্যঃ") are no papers, so the cell stays one text.
  if (lines.length > 1 && lines.some((line) => /[:ঃ]$/u.test(line))) return text;
  const items = (listItems(text) ?? lines).map((item) => item.trim()).filter(isPlaceable);
  return items.length > 1 ? items : (items[0] ?? text);
}

/** The maximum length of a fee. A longer line is prose. */
const LONGEST_FEE = 300;

const AMOUNT =
  /^(?:টাকা|৳|tk\.?|bdt)?\s*([০-৯0-9][০-৯0-9,]*(?:\.[০-৯0-9]{1,2})?)\s*(?:\/-|\/=|\/–)?\s*(?:টাকা(?: মাত্র)?|৳|tk\.?)?\s*(?:মাত্র)?[।.]?$/iu;

/** Parses an amount in taka; undefined if the text says more than an amount. */
function takaAmount(text: string): number | undefined {
  if (text.length > LONGEST_FEE) return undefined;
  const digits = AMOUNT.exec(text.trim())?.[1];
  if (digits === undefined || !isGrouped(toAsciiDigits(digits))) return undefined;
  const amount = Number(toAsciiDigits(digits).replaceAll(',', ''));
  // A number such as 050 stays text, because the site would show it as 50.
  return Number.isSafeInteger(Math.round(amount * 100)) && !/^[০0][০-৯0-9]/.test(digits)
    ? amount
    : undefined;
}

/** Reports whether the commas of a number are those of thousands or of lakhs, if it has any. */
const isGrouped = (digits: string) =>
  /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?:\.\d+)?$/.test(digits);

const LABELLED = /^(.{2,}?)\s*(?::|ঃ|=|[–—-])\s*(\S.*)$/u;

/** Parses a fee: an amount, a text, or a list of either, each with its purpose. */
function feeValue(text: string): DraftValue {
  const lines = (listItems(text) ?? text.split('\n'))
    .map((line) => line.trim())
    .filter(isPlaceable);
  if (lines.length < 2) return takaAmount(text) ?? text;
  const items = lines.map((line) => {
    const [, label, price] = (line.length <= LONGEST_FEE && LABELLED.exec(line)) || [];
    const amount = takaAmount(price ?? '');
    return label && price && amount !== undefined && hasLetterOrDigit(label)
      ? { for: label, fee: amount }
      : (takaAmount(line) ?? line);
  });
  // Lines that break one sentence are no list.
  const isList = listItems(text) !== undefined || items.some((item) => typeof item !== 'string');
  return isList ? items : text;
}

/** Parses the value of a cell in the column of a key. */
export function cellValue(key: string, text: string): DraftValue {
  if (key === 'documents') return documentsValue(text);
  if (key === 'fee') return feeValue(text);
  return text;
}

/** Splits what an office expects into items, without list markers. */
export function splitStatements(text: string): string[] {
  return (listItems(text) ?? text.split('\n'))
    .map((line) => splitMark(line).rest.trim())
    .filter((line) => hasLetterOrDigit(line) && !isDitto(line));
}
