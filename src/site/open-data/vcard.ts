// An officer for a phone's address book: vCard 3.0 (RFC 2426), because Android does not read 4.0.

import { toBengaliDigits } from '../../bangla/digits.ts';
import { isMobile, toDialled } from '../../bangla/phone.ts';
import { type Office, officePlace } from '../../charter/office.ts';
import { type Officer, officerNumbers } from '../../charter/officer.ts';
import { officerPath, vcardPath } from '../addresses.ts';

/**
 * Returns an officer's vCard, filed under post and place where the charter gives no name. Telephone numbers are plain text,
 * which old telephones read too. Long lines are not folded (RFC 2426 §2.6 only recommends it): some telephones join the
 * bytes of a folded Bengali letter wrongly.
 * @param home the office that publishes the charter
 * @param publicUrl for the link to the officer's entry on the site
 */
export function officerVcard(officer: Officer, home: Office, publicUrl: string): string {
  const { name, post, room, email } = officer;
  // An officer without an office belongs to the charter's.
  const isHere = officer.office === undefined && officer.place === undefined;
  const office = officer.office ?? home.department;
  const place = officer.place ?? officePlace(home);
  const street = isHere ? (home.address ?? '') : '';
  // The oldest id lets an address book recognise the card after the officer's id has changed.
  const uid = vcardPath({ id: officer.former_ids[0] ?? officer.id });
  const filedUnder = name ?? [post, place || office].join(', ');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${publicUrl}${uid}`,
    `FN:${escapeText(filedUnder)}`,
    `N:${escapePart(filedUnder)};;;;`,
    `TITLE:${escapeText(post)}`,
    `ORG:${escapePart(office)}`,
    `ADR;TYPE=WORK:;${room ? escapePart(`রুম ${toBengaliDigits(room)}`) : ''};${escapePart(street)};${escapePart(place)};;;`,
    ...officerNumbers(officer).map(
      ({ number }) => `TEL;TYPE=${isMobile(number) ? 'CELL' : 'WORK'}:${dialString(number)}`,
    ),
    ...(email ? [`EMAIL;TYPE=INTERNET,WORK:${escapeText(email)}`] : []),
    `URL:${publicUrl}${officerPath(officer)}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/**
 * Returns a number with a pause before its extension (RFC 3601): "+880255000000p12". Android's reader keeps only digits and this
 * sign, so of ";ext=12" it would make a longer number.
 */
function dialString(number: string): string {
  return toDialled(number).replace(';ext=', 'p');
}

/** Escapes a text value (RFC 2426 §4); readers keep a semicolon as it is. */
function escapeText(text: string): string {
  return text.replace(/[\\,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Escapes one component of a semicolon-separated value. */
function escapePart(text: string): string {
  return escapeText(text).replaceAll(';', '\\;');
}
