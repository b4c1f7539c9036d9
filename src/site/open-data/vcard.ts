// An officer for the telephone's address book: vCard 4.0 (RFC 6350).

import { toBengaliDigits } from '../../bangla/digits.ts';
import { isMobile, toDialled } from '../../bangla/phone.ts';
import { numbersOf, type Officer } from '../../charter/officer.ts';
import { officerPath, vcardPath } from '../addresses.ts';

/**
 * An officer's vCard; one whose name the charter does not tell is filed under post and place. Telephone numbers are
 * plain text, which old telephones read too. Long lines are not folded (RFC 6350 §3.2 only recommends it): a fold may
 * fall inside a Bengali letter, and some telephones put its bytes together wrongly.
 * @param publicUrl for the link to the officer's entry on the site
 */
export function officerVcard(officer: Officer, publicUrl: string): string {
  const { name, post, room, office, place, email } = officer;
  const filedUnder = name ?? `${post}, ${place}`;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${publicUrl}${vcardPath(officer)}`,
    `FN:${escapeText(filedUnder)}`,
    `N:${escapePart(filedUnder)};;;;`,
    `TITLE:${escapeText(post)}`,
    `ORG:${escapePart(office)}`,
    `ADR;TYPE=work:;${room ? escapePart(`রুম ${toBengaliDigits(room)}`) : ''};;${escapePart(place)};;;`,
    ...numbersOf(officer).map(
      ({ number }) => `TEL;TYPE=${isMobile(number) ? 'cell' : 'work'}:${toDialled(number)}`,
    ),
    ...(email ? [`EMAIL;TYPE=work:${escapeText(email)}`] : []),
    `URL:${publicUrl}${officerPath(officer)}`,
    'LANG:bn',
    'END:VCARD',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** A text as a value (RFC 6350 §3.4). */
function escapeText(text: string): string {
  return text.replace(/[\\,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** A text as a part of a value whose parts semicolons separate. */
function escapePart(text: string): string {
  return escapeText(text).replaceAll(';', '\\;');
}
