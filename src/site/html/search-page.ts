// The pages of search results, the only ones rendered for each request: the results are put into a page shell that is
// rendered once.

import { LRUCache } from 'lru-cache';
import { toBengaliDigits } from '../../bangla/digits.ts';
import type { Charter } from '../../charter/charter.ts';
import { createSearch, type Hit } from '../../search/search.ts';
import { home, search } from '../addresses.ts';
import { complaintsLink, contactLink, officerToCall, officerToEmail } from '../pages.ts';
import { bodyIn, createPrivateResource, HTML } from '../resource.ts';
import type { SearchAnswer } from '../site.ts';
import type { Page, SearchOutcome } from '../views.ts';
import { escapeHtml } from './filters.ts';

/** The longest query answered, in graphemes and in UTF-16 units, because a grapheme can have any number of marks. */
const LONGEST_QUERY = 100;
const LONGEST_TEXT = 1000;
const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' });

/** The size of the response cache in bytes: about a thousand responses. */
const CACHE_SIZE = 16 * 1024 * 1024;

/** The bytes that a cached response takes besides its body and its query: the objects that hold them. */
const ENTRY_OVERHEAD = 1000;

/** All pages of results. They have no canonical path, so search engines do not index them. */
const page = {
  path: undefined,
  heading: search.label,
  description: 'সেবা, কর্মকর্তা ও তথ্য খুঁজুন।',
  section: search.path,
  breadcrumb: [home],
  crumb: search.label,
};

/**
 * Builds the index, and returns a function that answers a query, as typed. It throws on a template error.
 * @param render renders a page as HTML
 * @param cacheSize bytes of responses to cache; words of queries and their hits get an eighth of it each
 */
export function createSearchAnswers(
  charter: Charter,
  render: (page: Page) => string,
  cacheSize = CACHE_SIZE,
): (query: string) => SearchAnswer {
  const find = createSearch(charter, Math.ceil(cacheSize / 8));
  const toCall = officerToCall(charter);
  const ways = {
    officer: toCall ?? officerToEmail(charter),
    contact: contactLink(charter),
    complaints: complaintsLink(charter),
  };

  const shells = new Map<SearchOutcome, Buffer[]>();
  /** Returns the page shell, split at the comments that mark its two slots. No text of a charter contains one. */
  const shellFor = (outcome: SearchOutcome): Buffer[] => {
    const props = { outcome, services: charter.services, officer: toCall };
    const shell =
      shells.get(outcome) ??
      render({ ...page, view: 'search', props })
        .split(/<!-- (?:heading|results) -->/)
        .map((part) => Buffer.from(part));
    shells.set(outcome, shell);
    return shell;
  };

  const answer = (query: string): SearchAnswer => {
    const isAnswered = !isTooLong(query);
    const hits = isAnswered ? find(query) : [];
    const outcome = isAnswered ? outcomeOf(query, hits) : 'too long';
    const heading = headingOf(outcome, query, hits.length);
    const props = { query: isAnswered ? query : '', heading, hits, ways };
    const results = render({ ...page, view: 'results', props });
    const [head, middle, foot] = shellFor(outcome) as [Buffer, Buffer, Buffer];
    // Screen readers announce the result count only through the title of the newly loaded page.
    const title = Buffer.from(escapeHtml(heading ?? page.heading));
    const html = Buffer.concat([head, title, middle, Buffer.from(results), foot]);
    return { resource: createPrivateResource(HTML, html), status: isAnswered ? 200 : 400 };
  };

  const cache = new LRUCache<string, SearchAnswer>({
    maxSize: cacheSize,
    sizeCalculation: ({ resource }, query) =>
      bodyIn('gzip', resource).bytes.length + 2 * query.length + ENTRY_OVERHEAD,
    memoMethod: answer,
  });
  return (query) => cache.memo(query.trim());
}

/** Whether a query is too long to be meant as one. */
function isTooLong(query: string): boolean {
  if (query.length <= LONGEST_QUERY) return false;
  return query.length > LONGEST_TEXT || [...graphemes.segment(query)].length > LONGEST_QUERY;
}

function outcomeOf(query: string, hits: Hit[]): SearchOutcome {
  if (query === '') return 'empty';
  return hits.length > 0 ? 'found' : 'not found';
}

/** Returns the heading above the results; undefined for no query. */
function headingOf(outcome: SearchOutcome, query: string, count: number): string | undefined {
  switch (outcome) {
    case 'found':
      return `“${query}” — ${toBengaliDigits(count)}টি ফলাফল`;
    case 'not found':
      return `“${query}” — কোনো ফলাফল পাওয়া যায়নি`;
    case 'too long':
      return 'লেখাটি বেশি বড়। ছোট করে আবার লিখুন।';
    case 'empty':
      return undefined;
  }
}
