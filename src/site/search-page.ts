// The page of results: the one page that is made for a request.

import { toBengaliDigits } from '../bangla/digits.ts';
import type { Charter } from '../charter/charter.ts';
import { createSearch, type Hit } from '../charter/search.ts';
import { footerMenu, home, menu, search } from './pages.ts';
import { createResource, HTML, type Resource } from './resource.ts';
import type { SiteValue } from './site.ts';
import { createRenderer, type Page } from './views.ts';

/** The longest query that is answered, in graphemes, and in UTF-16 units: a grapheme can hold any number of marks. */
const LONGEST_QUERY = 100;
const LONGEST_TEXT = 1000;
const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' });

export interface SearchAnswer {
  resource: Resource;
  /** 400 for a query too long to answer. */
  status: 200 | 400;
}

/** Makes the index. @returns the page of results for each query, as it was typed */
export function createSearchAnswers(site: SiteValue): (query: string) => SearchAnswer {
  const { charter, styles, publicUrl } = site;
  const find = createSearch(charter);
  const render = createRenderer({ office: charter.office, menu, footerMenu, styles, publicUrl });
  return (query) => ({
    resource: createResource(HTML, 'private', render(searchPage(charter, query, find))),
    status: isTooLong(query.trim()) ? 400 : 200,
  });
}

/** Whether a query is too long to be a question: a paste, or an attack. */
export function isTooLong(query: string): boolean {
  if (query.length <= LONGEST_QUERY) return false;
  return query.length > LONGEST_TEXT || [...graphemes.segment(query)].length > LONGEST_QUERY;
}

/**
 * The page of results; it has no address that search engines should keep.
 * @param query what was typed, as it was typed
 */
export function searchPage(charter: Charter, query: string, find: (query: string) => Hit[]): Page {
  const asked = query.trim();
  const tooLong = isTooLong(asked);
  const hits = asked === '' || tooLong ? [] : find(asked);
  let verdict: string | undefined;
  if (tooLong) verdict = 'লেখাটি বেশি বড়। ছোট করে আবার লিখুন।';
  else if (asked !== '' && hits.length > 0)
    verdict = `“${asked}” — ${toBengaliDigits(hits.length)}টি ফলাফল`;
  else if (asked !== '') verdict = `“${asked}” — কোনো ফলাফল পাওয়া যায়নি`;
  return {
    path: undefined,
    // The page's reload is the only announcement of the count, so the title has it too.
    heading: verdict ?? search.label,
    description: 'সেবা, কর্মকর্তা ও তথ্য খুঁজুন।',
    section: search.path,
    breadcrumb: [home],
    crumb: search.label,
    view: 'search',
    props: { query: tooLong ? '' : asked, verdict, hits, services: charter.services },
  };
}
