// Cells of tables as lines of plain text, for the posters and the open data.

import { toSpokenGroups } from '../bangla/phone.ts';
import type { TableColumn } from '../charter/columns.ts';
import { addressLines, type InCharge, type Officer, officerNumbers } from '../charter/officer.ts';
import { factGroups, type LineGroup, letterAt, type Service } from '../charter/service.ts';
import { isNotApplicable } from '../charter/values.ts';

export interface CellLine {
  /** The kind of line; print/styles.ts has a style for each. */
  style: 'plain' | 'name' | 'post' | 'label' | 'phone' | 'serial' | 'latin';
  text: string;
}

export type Cell = CellLine[];

/** The text of a cell where the charter has a dash or says that something does not apply. */
export const NOT_APPLICABLE = 'প্রযোজ্য নয়';
/** The text of a cell that the charter leaves empty. */
export const NOT_GIVEN = 'উল্লেখ নেই';

export function plain(text: string): CellLine {
  return { style: 'plain', text: isNotApplicable(text) ? NOT_APPLICABLE : text };
}

/** Returns the lines of a service's cell; empty where the service says nothing. */
export function serviceCell(service: Service, column: TableColumn): Cell {
  switch (column.kind) {
    case 'serial':
      return [{ style: 'serial', text: service.serialText ?? '' }];
    case 'name': {
      const cases = service.cases.map(({ name }, index) => plain(`${letterAt(index)}. ${name}`));
      return [{ style: 'name', text: service.name }, ...cases];
    }
    case 'officers':
      return column.officers(service).flatMap(inChargeLines);
    case 'fact':
      return factGroups(service, column).flatMap(groupLines);
  }
}

function groupLines({ letter, lines }: LineGroup): Cell {
  const bullet = lines.length > 1 ? '• ' : '';
  return lines.map(({ label, text, source, isNone }, index) =>
    plain(
      [
        letter && index === 0 ? `${letter}. ` : '',
        bullet,
        label ? `${label}: ` : '',
        isNone ? NOT_APPLICABLE : text,
        source ? ` (${source})` : '',
      ].join(''),
    ),
  );
}

function inChargeLines(one: InCharge): Cell {
  return one.id === undefined ? [plain(one.text)] : officerLines(one);
}

export function officerLines(officer: Officer): Cell {
  const { name, post } = officer;
  const address = addressLines(officer);
  return [
    { style: 'post', text: post },
    ...(name ? [plain(name)] : []),
    ...address.map((line, at) => plain(at < address.length - 1 ? `${line},` : line)),
    ...reachLines(officer),
  ];
}

/** Returns the numbers and the e-mail address, each under its label. */
export function reachLines(who: Partial<Officer>): Cell {
  const { email } = who;
  return [
    ...officerNumbers(who).flatMap(
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
