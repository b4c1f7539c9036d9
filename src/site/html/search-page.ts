// The pages of search results: the only ones made per request, from parts that are rendered once.

import nunjucks from 'nunjucks';
import { toBengaliDigits } from '../../bangla/digits.ts';
import type { Charter } from '../../charter/charter.ts';
import { createLruCache } from '../../lru-cache.ts';
import { createSearch, type Hit } from '../../search/search.ts';
import type { Target } from '../../search/targets.ts';
import { home, search } from '../addresses.ts';
import type { Page } from '../page.ts';
import { complaintsLink, contactLink, officerToCall, officerToTell } from '../pages.ts';
import { createPrivateResource, HTML } from '../resource.ts';
import type { SearchAnswer } from '../site.ts';
import { createFrame, type Filled, places } from './frame.ts';

/** The longest query answered, in graphemes and in UTF-16 units, because a grapheme can have any number of marks. */
const LONGEST_QUERY = 100;
const LONGEST_TEXT = 1000;
const graphemes = new Intl.Segmenter('bn', { granularity: 'grapheme' });

/** Of the answers that are remembered, in bytes: about a thousand. */
const MEMORY = 16 * 1024 * 1024;

/** The heading above the results, by what became of the query; undefined for no query. */
const verdicts = {
  found: `“${places.query}” — ${places.count}টি ফলাফল`,
  'not found': `“${places.query}” — কোনো ফলাফল পাওয়া যায়নি`,
  'too long': 'লেখাটি বেশি বড়। ছোট করে আবার লিখুন।',
  empty: undefined,
};
type Outcome = keyof typeof verdicts;

const escapeFilter = new nunjucks.Environment(null).getFilter('escape');
const escapeHtml = (text: string) => String(escapeFilter(text));

/**
 * Builds the index.
 * @param render renders a page to HTML
 * @param memory how many bytes of answers are remembered; of results a quarter of it, and of words an eighth
 * @returns a function from a query, as typed, to its page of results
 */
export function createSearchAnswers(
  charter: Charter,
  render: (page: Page) => string,
  memory = MEMORY,
): (query: string) => SearchAnswer {
  const find = createSearch(charter, memory / 8);
  const remembered = createLruCache<Filled>(memory, ({ size }) => size);

  const frames: { [Name in Outcome]?: ReturnType<typeof createFrame> } = {};
  const fill = (outcome: Outcome, query = '', hits: Hit[] = []): Filled => {
    frames[outcome] ??= createFrame(render(searchPage(charter, outcome)), memory / 4);
    return frames[outcome]({
      query: escapeHtml(query),
      count: toBengaliDigits(hits.length),
      results: hits.map(resultHtml).join(''),
    });
  };

  /** The HTML of each result, split around its words. */
  const results = new Map<Target, string[]>();
  const resultHtml = ({ target, isMatch }: Hit): string => {
    let parts = results.get(target);
    if (parts === undefined) {
      const page = {
        ...searchPage(charter, 'found'),
        view: 'result',
        props: {
          target,
          officer: officerToCall(charter) ?? officerToTell(charter),
          contact: contactLink(charter),
          complaints: complaintsLink(charter),
        },
      } as const;
      parts = render(page).split(/<\/?mark>/);
      results.set(target, parts);
    }
    return parts
      .map((part, at) => (at % 2 === 1 && isMatch(part) ? `<mark>${part}</mark>` : part))
      .join('');
  };

  const answerTo = (query: string): Filled => {
    if (query === '') return fill('empty');
    if (isTooLong(query)) return fill('too long');
    return remembered(query, () => {
      const hits = find(query);
      return fill(hits.length > 0 ? 'found' : 'not found', query, hits);
    });
  };

  return (query) => {
    const asked = query.trim();
    return {
      resource: createPrivateResource(HTML, answerTo(asked)),
      status: isTooLong(asked) ? 400 : 200,
    };
  };
}

/** Whether a query is too long to be meant as one. */
function isTooLong(query: string): boolean {
  if (query.length <= LONGEST_QUERY) return false;
  return query.length > LONGEST_TEXT || [...graphemes.segment(query)].length > LONGEST_QUERY;
}

/**
 * The page of results, with marks in the places that differ from query to query. It has no canonical path, so search
 * engines do not index it.
 */
function searchPage(charter: Charter, outcome: Outcome): Page {
  const verdict = verdicts[outcome];
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
      query: outcome === 'found' || outcome === 'not found' ? places.query : '',
      verdict,
      results: outcome === 'found' ? places.results : undefined,
      services: charter.services,
      officer: officerToCall(charter),
      complaints: complaintsLink(charter),
    },
  };
}
