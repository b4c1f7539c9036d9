// A cell of the official table as lines of plain text, for what is not HTML: the sheets and the open data.

import { toBengaliDigits, toSerial } from '../bangla/digits.ts';
import { toSpokenGroups } from '../bangla/phone.ts';
import type { Column, Officer, Service } from '../charter/charter.ts';
import { caseLetter, factGroups, type LineGroup, numbersOf, officersOf } from './facts.ts';

export interface CellLine {
  /** What the line is; views/poster.typ has a style for each. */
  style: 'plain' | 'name' | 'post' | 'label' | 'phone' | 'serial' | 'latin';
  text: string;
}

export type Cell = CellLine[];

export function plain(text: string): CellLine {
  return { style: 'plain', text };
}

/** Says that the charter says nothing, where it does. */
export function orMissing(cell: Cell): Cell {
  return cell.length > 0 ? cell : [plain('তথ্য সংযোজনের অপেক্ষায়')];
}

/** What a service says in a column of its table. */
export function serviceCell(service: Service, column: Column): Cell {
  switch (column) {
    case 'serial':
      return [{ style: 'serial', text: toSerial(service.serial) }];
    case 'name': {
      const cases = (service.cases ?? []).map(({ name }, index) =>
        plain(`${caseLetter(index)}. ${name}`),
      );
      return [{ style: 'name', text: service.name }, ...cases];
    }
    case 'officer':
    case 'superior':
      return orMissing(officersOf(service, column).flatMap(officerLines));
    default:
      return orMissing(factGroups(service, column).flatMap(groupLines));
  }
}

function groupLines({ letter, lines }: LineGroup): Cell {
  const bullet = lines.length > 1 ? '• ' : '';
  return lines.map(({ label, text, source }, index) =>
    plain(
      [
        letter && index === 0 ? `${letter}. ` : '',
        bullet,
        label ? `${label}: ` : '',
        text,
        source ? ` (${source})` : '',
      ].join(''),
    ),
  );
}

export function officerLines(officer: Officer): Cell {
  const { name, post, room, office, place, email } = officer;
  return [
    { style: 'post', text: post },
    ...(name ? [plain(name)] : []),
    plain(`${room ? `রুম ${toBengaliDigits(room)}, ` : ''}${office},`),
    plain(place),
    ...numbersOf(officer).flatMap(
      ({ label, number }): Cell => [
        { style: 'label', text: `${label}:` },
        { style: 'phone', text: toSpokenGroups(number).join(' ') },
      ],
    ),
    ...(email
      ? [{ style: 'label', text: 'ইমেইল:' } as const, { style: 'latin', text: email } as const]
      : []),
  ];
}
