// The ids of the pages' elements, which addresses with a "#" lead to. A published one never changes.

/** Ids of the pages' own elements, which no part of the data may take. test/anchors.test.ts finds one that is missing. */
export const pageAnchors: readonly string[] = [
  'accessibility',
  'all',
  'contents',
  'corrections',
  'domes',
  'error-search',
  'facts',
  'font',
  'header-search',
  'home-search',
  'main',
  'mission',
  'officers',
  'privacy',
  'report',
  'results',
  'search',
  'services',
  'share',
  'source',
  'vision',
  'visit',
];

/** The beginnings of the ids of icons, cases and corrections. */
export const pageAnchorPrefixes: readonly string[] = ['case-', 'correction-', 'icon-'];

/** Returns the id of a service's row on the page of services. */
export const serviceAnchor = ({ id }: { id: string }): string => `seba-${id}`;

/** Returns the id of an officer's card on the pages that have one. */
export const officerAnchor = ({ id }: { id: string }): string => `officer-${id}`;

/** Returns the id of the heading of an officer's card. */
export const officerHeadingAnchor = (officer: { id: string }): string =>
  `${officerAnchor(officer)}-post`;

/** Returns the id of the heading of a section, whose own id is its anchor. */
export const sectionHeadingAnchor = ({ id }: { id: string }): string => `${id}-title`;
