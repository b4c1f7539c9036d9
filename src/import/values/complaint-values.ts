// Converts a complaint tier to its value in charter.yaml, with the address split into its contacts.

import { EXTENSION } from '../../bangla/phone.ts';
import {
  anyNumber,
  email as emailSchema,
  text as textSchema,
  webAddress,
} from '../../charter/values.ts';
import type { DraftTier } from '../draft.ts';
import { Quoted, type Yaml } from '../files/yaml-text.ts';
import type { Ledger } from '../reconcile/ledger.ts';
import { readOfficers } from './officer-cell.ts';
import type { Officers } from './officers.ts';

/** Returns the value of a tier. An address with one known officer becomes a reference. */
export function complaintTier(
  { when, whom, where, time }: DraftTier,
  officers: Officers,
  ledger: Ledger,
): Yaml {
  const flat = (text: string | undefined) => text?.replaceAll('\n', ' ');
  const base = { when: flat(when), whom: flat(whom) ?? '' };
  if (where === undefined) return { ...base, time };
  const [id, ...others] = readOfficers(where) ? officers.references(where, ledger) : [];
  if (id !== undefined && others.length === 0) return { ...base, officer: id, time };
  return { ...base, ...contactParts(where), time };
}

const SITE =
  /(?:(?:ওয়েব(?:সাইট)?|web(?:site)?)\s*[:ঃ-]*\s*)?((?:https?:\/\/|www\.)[^\s,]+|[\w-]+(?:\.[\w-]+)*\.gov\.bd(?:\/\S*)?)/giu;
const EMAIL = /(?:(?:ই-?\s?মেইল|ইমেইল|e-?mail)\s*[:ঃ-]*\s*)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/giu;
const PHONE = new RegExp(
  `(?:টেলিফোন|ফোন|মোবাইল|মোবাঃ?|phone|mobile)(?: নম্বর| নং)?\\s*[:ঃ.-]*\\s*([+০0][০-৯0-9 -]{5,}[০-৯0-9](?:${EXTENSION})?)`,
  'giu',
);

/** Splits the contacts from an address. An address with two of a kind, or an invalid one, stays whole. */
function contactParts(where: string): { [key: string]: Yaml | undefined } {
  const whole = { address: textSchema.safeParse(where).success ? where : undefined };
  const [emails, sites, phones] = [
    [...where.matchAll(EMAIL)],
    [...where.replace(EMAIL, '').matchAll(SITE)],
    [...where.matchAll(PHONE)],
  ];
  if (emails.length > 1 || sites.length > 1 || phones.length > 1) return whole;
  const [email, website, phone] = [emails[0]?.[1], sites[0]?.[1], phones[0]?.[1]];
  const isSound =
    (email === undefined || emailSchema.safeParse(email).success) &&
    (website === undefined || webAddress.safeParse(website).success) &&
    (phone === undefined || anyNumber.safeParse(phone).success);
  const rest = where
    .replace(EMAIL, '')
    .replace(SITE, '')
    .replace(PHONE, '')
    .replace(/[ ,;|]+(?=\n|$)/gu, '')
    .trim();
  if (!isSound) return whole;
  return {
    address: textSchema.safeParse(rest).success ? rest : undefined,
    phone: phone === undefined ? undefined : new Quoted(phone),
    email,
    website,
  };
}
