// Parses paragraphs that announce what follows: vision, mission, a section.

import type { Category } from '../../charter/service.ts';
import type { SectionTitle } from '../draft.ts';
import { mentions } from '../headings.ts';
import { namedCategory } from './services.ts';

export type Topic =
  | { kind: 'vision' | 'mission'; rest: string }
  | { kind: 'category'; category: Category; title: SectionTitle }
  | { kind: 'expectations' | 'complaints' | 'subordinate'; title: SectionTitle }
  /** A heading that the site writes itself, such as "প্রতিশ্রুত সেবাসমূহ". */
  | { kind: 'umbrella' }
  /** A heading of what the data have no field for, such as the office's objectives. */
  | { kind: 'aside' };

const ASIDE =
  /^(?:কৌশলগত উদ্দেশ্য|উদ্দেশ্য|কার্যাবলী|কার্যাবলি|প্রধান কার্যাবলি|objectives?|functions?)(?:সমূহ)?\s*(?:[:ঃ–—।=-]|$)/iu;

/** The maximum length of a title. A longer text is a sentence. */
const LONGEST_TITLE = 120;
const NUMBERED =
  /^\(?([০-৯0-9]+(?:[.।][০-৯0-9]+)*|[ক-ঙ])\s*[.।):ঃ]+(?![০-৯0-9])\s*(?=\S)|^([০-৯0-9]+[.।][০-৯0-9]+)\s+/u;
const STATEMENT =
  /^(ভিশন|রূপকল্প|রুপকল্প|vision|মিশন|অভিলক্ষ্য|অভিলক্ষ|mission)\s*(?:\((?:[^()]*)\))?\s*([:ঃ–—।=-]+|$|\n)\s*(.*)$/isu;

/** Splits a heading into number and title: "২.১) নাগরিক সেবা:" → ২.১, নাগরিক সেবা. */
export function splitTitle(text: string): SectionTitle {
  const line = text.replaceAll('\n', ' ').trim();
  const [all = '', first, second] = NUMBERED.exec(line) ?? [];
  const title = line.slice(all.length).replace(/\s*[:ঃ–—-]+\s*$/u, '');
  return { title, number: (first ?? second)?.replaceAll('।', '.') };
}

/** Returns what a paragraph announces; undefined for any other text. */
export function parseTopic(text: string): Topic | undefined {
  const bare = text.replace(NUMBERED, '');
  const [, label, , rest = ''] = STATEMENT.exec(bare) ?? [];
  if (label)
    return {
      kind: /^(?:ভিশন|র[ূু]পকল্প|vision)$/iu.test(label) ? 'vision' : 'mission',
      rest: rest.trim(),
    };
  if (ASIDE.test(bare)) return { kind: 'aside' };
  if (text.length > LONGEST_TITLE) return undefined;
  const title = splitTitle(text);
  if (/ভিশন|রূপকল্প|vision/iu.test(text) && /মিশন|অভিলক্ষ্য|mission/iu.test(text))
    return { kind: 'umbrella' };
  if (mentions(text, 'প্রত্যাশা')) return { kind: 'expectations', title };
  if (mentions(text, 'অভিযোগ') && mentions(text, 'প্রতিকার', 'ব্যবস্থাপনা', 'নিষ্পত্তি', 'grs'))
    return { kind: 'complaints', title };
  if (mentions(text, 'আওতাধীন')) return { kind: 'subordinate', title };
  if (/^প্রতিশ্রুত সেবা(?:সমূহ|সমুহ)?$/u.test(title.title)) return { kind: 'umbrella' };
  const category = namedCategory(text);
  return category && { kind: 'category', category, title };
}
