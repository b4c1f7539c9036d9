// Finds `sections` of charter.yaml: the document's titles and numbers that differ from the site's own.

import type { Charter } from '../../charter/charter.ts';
import { sectionsOf } from '../../charter/sections.ts';
import { categories } from '../../charter/service.ts';
import { keysOf } from '../../typed.ts';
import type { Draft } from '../draft.ts';
import { Quoted, type Yaml } from '../files/yaml-text.ts';

/** Returns the value of `sections`; undefined if the site writes the same without it. */
export function sectionSettings(draft: Draft, charter: Charter): Yaml | undefined {
  const sections = sectionsOf(charter);
  const entries = keysOf({
    citizen: 0,
    institutional: 0,
    internal: 0,
    subordinate: 0,
    expectations: 0,
    complaints: 0,
  }).flatMap((key): [string, Yaml][] => {
    const written = sections.find(({ id }) => id === key);
    const wanted = draft.titles[key];
    const category = categories.find((one) => one === key);
    const services = category ? draft.services[category] : [];
    const usesLetters = services.length > 0 && services.every(({ isLetter }) => isLetter);
    if (!written || (!wanted && !usesLetters)) return [];
    const setting = {
      title:
        wanted && wanted.title !== '' && wanted.title !== written.title ? wanted.title : undefined,
      number:
        wanted?.number && wanted.number !== written.number ? new Quoted(wanted.number) : undefined,
      serials: usesLetters ? 'letters' : undefined,
    };
    return Object.values(setting).some((one) => one !== undefined) ? [[key, setting]] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
