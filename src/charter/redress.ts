// The people or the section that a charter names for complaints.

import type { Charter } from './charter.ts';
import type { InCharge } from './officer.ts';
import { type Section, sectionsOf } from './sections.ts';

/** The people to complain to; none where the charter names nobody. */
export interface ComplaintsTo {
  people: InCharge[];
  /** Whether they are so only because they are above those in charge. */
  areSuperiors: boolean;
}

/** The way of a complaint: a section of the charter, or people. */
export type Redress = { section: Section } | ({ section?: undefined } & ComplaintsTo);

const MEANS_REDRESS = /অভিযোগ|প্রতিকার|অনিক(?!\p{L}|\p{M})/u;

/**
 * Returns whom the charter names for complaints: its section on complaints, else a table on redress, else the officers
 * whose post says so, else the superiors of those in charge. Never somebody who is only in charge.
 */
export function redressOf(charter: Charter): Redress {
  const sections = sectionsOf(charter);
  const section =
    sections.find(({ kind }) => kind === 'complaints') ??
    sections.find(
      (one) =>
        one.kind === 'table' &&
        [one.title, ...one.table.columns].some((text) => MEANS_REDRESS.test(text)),
    );
  if (section !== undefined) return { section };
  const officers = charter.officers.filter(({ post }) => MEANS_REDRESS.test(post));
  if (officers.length > 0) return { people: officers, areSuperiors: false };
  return { people: superiorsOf(charter), areSuperiors: true };
}

/** Returns the superiors, those of most services first; a service's own officer is not above it. */
function superiorsOf({ services }: Charter): InCharge[] {
  const keyOf = (one: InCharge) => one.id ?? `text ${one.text}`;
  const all = services.flatMap(({ officers, superiors }) => {
    const inCharge = new Set(officers.map(keyOf));
    return superiors.filter((one) => !inCharge.has(keyOf(one)));
  });
  const byKey = Map.groupBy(all, keyOf);
  return [...byKey.values()]
    .toSorted((one, other) => other.length - one.length)
    .flatMap(([first]) => first ?? []);
}
