// The ids of the pages' elements: none that the check of the data does not know, and none of its list that has gone.

import { expect, test } from 'vitest';
import {
  officerAnchor,
  officerHeadingAnchor,
  pageAnchorPrefixes,
  pageAnchors,
  sectionHeadingAnchor,
  serviceAnchor,
} from '../src/charter/anchors.ts';
import { sectionsOf } from '../src/charter/sections.ts';
import { offices, type TestOffice } from './support/site.ts';

async function idsOf({ site }: TestOffice): Promise<Set<string>> {
  const answers = await Promise.all(['', 'ফি', 'zzzz'].map(site.search));
  const resources = [
    ...site.resources.values(),
    ...Object.values(site.errors),
    ...answers.map(({ resource }) => resource),
  ];
  const pages = resources.filter(({ contentType }) => contentType.startsWith('text/html'));
  return new Set(
    pages.flatMap(({ bodies }) =>
      [...bodies.identity.bytes.toString().matchAll(/ id="([^"]+)"/g)].map(
        ([, id]) => id as string,
      ),
    ),
  );
}

/** Returns the ids that are made from an office's data. */
const ownIdsOf = ({ charter }: TestOffice) =>
  new Set([
    ...sectionsOf(charter).flatMap((section) => [section.id, sectionHeadingAnchor(section)]),
    ...charter.services.flatMap(({ id, formerIds }) =>
      [id, ...formerIds].map((one) => serviceAnchor({ id: one })),
    ),
    ...charter.officers.flatMap((officer) => [
      officerHeadingAnchor(officer),
      ...[officer.id, ...officer.former_ids].map((id) => officerAnchor({ id })),
    ]),
  ]);

test("the list of the pages' own anchors is whole, and each of them is on a page", async () => {
  const found = new Set<string>();
  for (const office of offices) {
    const own = ownIdsOf(office);
    for (const id of await idsOf(office)) if (!own.has(id)) found.add(id);
  }
  const isCounted = (id: string) => pageAnchorPrefixes.some((prefix) => id.startsWith(prefix));
  const uncounted = [...found].filter((id) => !isCounted(id));
  expect(uncounted.toSorted()).toEqual([...pageAnchors].toSorted());
  for (const prefix of pageAnchorPrefixes)
    expect(
      [...found].some((id) => id.startsWith(prefix)),
      prefix,
    ).toBe(true);
});
