// The page of search results: the only page rendered per request.

import { toBengaliDigits } from '../../bangla/digits.ts';
import type { Charter } from '../../charter/charter.ts';
import { createSearch, type Hit } from '../../search/search.ts';
import { home, search } from '../addresses.ts';
import type { Page } from '../page.ts';
import { complaintsLink, officerToCall } from '../pages.ts';
import { createResource, HTML } from '../resource.ts';
import type { SearchAnswer } from '../site.ts';

/** The longest query answered, in graphemes and in UTF-16 units, because a grapheme can have any number of marks. */
const LONGEST_QUERY = 100;
const LONGEST_TEXT = 1000;
const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' });

/** Builds the index. @returns a function from a query, as typed, to its page of results */
export function createSearchAnswers(
  charter: Charter,
  render: (page: Page) => string,
): (query: string) => SearchAnswer {
  const find = createSearch(charter);
  return (query) => {
    const asked = query.trim();
    const tooLong = isTooLong(asked);
    const hits = asked === '' || tooLong ? [] : find(asked);
    const page = searchPage(charter, asked, tooLong ? 'too long' : hits);
    return {
      resource: createResource(HTML, 'private', render(page)),
      status: tooLong ? 400 : 200,
    };
  };
}

/** Whether a query is too long to be meant as one. */
function isTooLong(query: string): boolean {
  if (query.length <= LONGEST_QUERY) return false;
  return query.length > LONGEST_TEXT || [...graphemes.segment(query)].length > LONGEST_QUERY;
}

/** The page of results; it has no canonical path, so search engines do not index it. */
function searchPage(charter: Charter, query: string, found: Hit[] | 'too long'): Page {
  const hits = found === 'too long' ? [] : found;
  let verdict: string | undefined;
  if (found === 'too long') verdict = 'লেখাটি বেশি বড়। ছোট করে আবার লিখুন।';
  else if (hits.length > 0) verdict = `“${query}” — ${toBengaliDigits(hits.length)}টি ফলাফল`;
  else if (query !== '') verdict = `“${query}” — কোনো ফলাফল পাওয়া যায়নি`;
  return {
    path: undefined,
    // Screen readers announce the result count only through the title of the newly loaded page.
    heading: verdict ?? search.label,
    description: 'সেবা, কর্মকর্তা ও তথ্য খুঁজুন।',
    section: search.path,
    breadcrumb: [home],
    crumb: search.label,
    view: 'search',
    props: {
      query: found === 'too long' ? '' : query,
      verdict,
      hits,
      services: charter.services,
      officer: officerToCall(charter),
      complaints: complaintsLink(charter),
    },
  };
}
