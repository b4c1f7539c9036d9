// Repairs values that are mistyped in a known way, so that a message can suggest what was probably meant.

import { closestMatch } from 'leven';
import { type NumberKind, numberKind } from '../bangla/phone.ts';
import { email, isId, webAddress } from '../charter/values.ts';

/** Signs that end a sentence or were copied with a value. */
const AT_END = /[।.,;:"'“”‘’\s]+$/u;
const AT_START = /^["'“”‘’\s]+/u;

/** The digits of other scripts that look like Bengali or Latin ones, by the code point of their zero. */
const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/gu;

/** Returns a text with the digits of Devanagari, Arabic and full-width type as Bengali digits. */
export function withBengaliDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = [0x0660, 0x06f0, 0x0966, 0xff10].findLast((one) => one <= code) ?? code;
    return String.fromCharCode(0x09e6 + code - zero);
  });
}

/** Returns a number without letters that look like digits, and without the signs around it. */
function repairedNumber(text: string): string {
  return withBengaliDigits(text)
    .replace(AT_START, '')
    .replace(AT_END, '')
    .replace(/[OoΟоQ]/gu, '0')
    .replace(/(?<=[\d০-৯])[lI|]|^[lI|](?=[\d০-৯])/gu, '1');
}

function repairedAddress(text: string): string {
  return (
    text
      .replace(AT_START, '')
      .replace(AT_END, '')
      // Within a path a space may stand for anything.
      .replace(/^[^/]*$/, (host) => host.replace(/\s+/g, ''))
      .replace(/^(?:h{0,2}t{1,3}p(s?)(?:[:;][\\/]*|[\\/]+))+/i, (_, s: string) =>
        `http${s}://`.toLowerCase(),
      )
      .replace(/(?<=\p{L})[,।](?=\p{L})/gu, '.')
  );
}

function repairedEmail(text: string): string {
  return text
    .replace(/^mailto:/i, '')
    .replace(AT_START, '')
    .replace(AT_END, '')
    .replace(/\s*[([{]\s*(?:at|@)\s*[)\]}]\s*|\s+at\s+|\s*@+\s*/gi, '@')
    .replace(/\s*[,।]\s*|\.{2,}/gu, '.');
}

function repairedId(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/(?<=[a-z])[০](?=[a-z])/gu, 'o')
    .replace(/[০-৯]/gu, (digit) => String(digit.charCodeAt(0) - 0x09e6))
    .replace(/[\s_.–—-]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const numberOf =
  (...kinds: NumberKind[]) =>
  (text: string) =>
    kinds.includes(numberKind(text));

/** Repairs of a value by the rule it breaks, each with the check of its result. */
const repairs = new Map<
  string,
  [repair: (text: string) => string, test: (text: string) => boolean]
>([
  ['mobile', [repairedNumber, numberOf('mobile')]],
  ['phone', [repairedNumber, numberOf('telephone', 'mobile')]],
  ['short-code', [repairedNumber, numberOf('short-code')]],
  ['any-number', [repairedNumber, numberOf('telephone', 'mobile', 'short-code')]],
  ['website', [repairedAddress, (text) => webAddress.safeParse(text).success]],
  ['email', [repairedEmail, (text) => email.safeParse(text).success]],
  ['id', [repairedId, isId]],
]);

/** Returns the valid value that a text was probably meant to be by a rule; undefined if no repair gives one. */
export function repairFor(rule: string, value: unknown): string | undefined {
  const [repair, test] = repairs.get(rule) ?? [];
  if (typeof value !== 'string' || value.length > 300) return undefined;
  const repaired = repair?.(value);
  return repaired !== undefined && repaired !== value && test?.(repaired) ? repaired : undefined;
}

/** The domains of the large e-mail providers. Each one is right; a domain one or two letters away is a mistake. */
const PROVIDERS = 'gmail.com yahoo.com hotmail.com outlook.com'.split(' ');
const REAL = new Set([
  ...PROVIDERS,
  ...'ymail.com mail.com live.com msn.com aol.com icloud.com gmx.com hotmail.co.uk yahoo.co.uk yahoo.co.in'.split(
    ' ',
  ),
]);

/** Second-level domains of .bd that are near to gov.bd. */
const OTHER_BD = /^(?:com?)\.bd$/;

/** Returns an e-mail address with the domain of the provider that it nearly names: ap@gmial.com; undefined otherwise. */
export function repairedProvider(address: string): string | undefined {
  const [, local, domain = ''] = /^(.+@)([^@]+)$/.exec(address.toLowerCase()) ?? [];
  if (local === undefined || REAL.has(domain)) return undefined;
  const [end = ''] = /[a-z]{2,4}\.[a-z]{2,3}$/.exec(domain) ?? [];
  const isGovernment =
    !OTHER_BD.test(end) &&
    closestMatch(end, ['gov.bd'], { maxDistance: end.endsWith('.bd') ? 2 : 1 });
  if (isGovernment)
    return end === 'gov.bd' ? undefined : `${local}${domain.slice(0, -end.length)}gov.bd`;
  const meant = closestMatch(domain, PROVIDERS, { maxDistance: 2 });
  return meant === undefined ? undefined : local + meant;
}
