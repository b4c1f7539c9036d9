// Classifies the segments of an officer's cell by their words.

const POSTS =
  `কর্মকর্তা কর্মকর্তাগণ অফিসার প্রোগ্রামার কমিশনার চেয়ারম্যান সচিব মেয়র প্রকৌশলী পরিচালক উপপরিচালক সহকারী রেজিস্ট্রার
  রেজিষ্ট্রার ইঞ্জিনিয়ার অধ্যক্ষ উপাধ্যক্ষ শিক্ষক তত্ত্বাবধায়ক পরিদর্শক ইন্সপেক্টর সুপার অপারেটর মুদ্রাক্ষরিক হিসাবরক্ষক হিসাবরক্ষণ উদ্যোক্তা
  সদস্য সদস্যা কাউন্সিলর ম্যানেজার ব্যবস্থাপক সার্জন নার্স ক্যাশিয়ার নাজির কানুনগো সার্ভেয়ার তহসিলদার নিবন্ধক যুগ্ম প্রশাসক প্রশিক্ষক
  মহাপরিচালক নির্বাহী চিকিৎসক টেকনিশিয়ান টেকনোলজিস্ট সুপারভাইজার সুপারিনটেনডেন্ট অডিটর হেড পেশকার সেরেস্তাদার মহাপরিদর্শক আহ্বায়ক
  সভাপতি বিশেষজ্ঞ ডিলার সার্জেন্ট ওভারসিয়ার উপসচিব সিনিয়র অফিসারগণ programmer officer engineer director secretary manager commissioner assistant`.split(
    /\s+/,
  );
const OFFICES =
  `অধিদপ্তর অধিদফতর কার্যালয় অফিস পরিষদ মন্ত্রণালয় পৌরসভা দপ্তর দফতর বোর্ড ব্যুরো কেন্দ্র হাসপাতাল কমপ্লেক্স সেন্টার
  ইনস্টিটিউট একাডেমি কমিশন ব্যাংক কর্পোরেশন করপোরেশন কর্তৃপক্ষ সচিবালয় গ্রন্থাগার গণগ্রন্থাগার কারাগার থানা ফাঁড়ি আদালত ডাকঘর
  কলেজ বিদ্যালয় বিশ্ববিদ্যালয় মাদ্রাসা ক্লিনিক লাইব্রেরি জাদুঘর সমিতি কমিশনারেট সার্কেল স্টেশন সংস্থা department office`.split(
    /\s+/,
  );

/** Words that no person's name has: they describe an office or a place. */
const NO_NAME = new Set(
  `বিভাগীয় জেলা উপজেলা থানা ইউনিয়ন সদর সরকারি সরকারী বেসরকারি আঞ্চলিক কেন্দ্রীয় জাতীয় বাংলাদেশ প্রধান শাখা ভবন তলা রোড সড়ক
  এলাকা নগর মহানগর অঞ্চল জোন`.split(/\s+/),
);

const NAME_MARK =
  /^(?:জনাব|বেগম|মোঃ|মো:|মো\.|মোহাম্মদ|মুহাম্মদ|মুহম্মদ|মোহাঃ|মোছাঃ|মোছা:|মোসাঃ|মোসা:|মিসেস|মিস|ডাঃ|ডা:|ডা\.|ড\.|ইঞ্জিঃ|প্রকৌঃ|শ্রী|শ্রীমতি|সৈয়দ|শেখ|md\.?)\s/iu;

/** Reports whether a word is a post, also at the end of a compound: যুগ্মসচিব, উপপরিচালক. */
function isPostWord(word: string): boolean {
  const bare = word.replace(/[.।]$/u, '');
  return POSTS.some((post) => bare === post || (post.length > 3 && bare.endsWith(post)));
}

const core = (text: string) => text.replace(/\([^)]*\)?/gu, ' ').trim();
const wordsIn = (text: string) => core(text).split(/[\s/-]+/u);

/** The words that begin a post and are no part of a name. */
const POST_STARTS = new Set(
  `উপজেলা জেলা সহকারী উপ অতিরিক্ত সিনিয়র প্রধান নির্বাহী যুগ্ম উচ্চমান নিম্নমান অফিস ইউপি ইউনিয়ন মেডিকেল ভারপ্রাপ্ত সাব সাঁট কম্পিউটার`.split(
    ' ',
  ),
);

/** Splits name and post that nothing separates: "জনাব মোঃ … সহকারী প্রোগ্রামার". */
export function splitName(segment: string): string[] {
  if (!NAME_MARK.test(segment)) return [segment];
  const words = segment.split(' ');
  const at = words.findIndex(
    (word, index) => index >= 2 && (POST_STARTS.has(word) || isPostWord(word)),
  );
  return at < 0 ? [segment] : [words.slice(0, at).join(' '), words.slice(at).join(' ')];
}

/** Reports whether a line without a mark of a name, such as জনাব, may still be one. */
export function mayBeName(line: string): boolean {
  return !wordsIn(line).some((word) => NO_NAME.has(word));
}

/** Reports whether a segment names a post. */
export function isPost(segment: string): boolean {
  return classifySegment(segment).kind === 'post';
}

export type SegmentKind = 'name' | 'post' | 'office' | 'branch' | 'other';

/** Returns the kind of a segment, and its text without a label such as "নামঃ". */
export function classifySegment(segment: string): { kind: SegmentKind; text: string } {
  const [, label, rest = ''] =
    /^(নাম|পদবী|পদবি|name|designation)\s*[:ঃ-]+\s*(.+)$/isu.exec(segment) ?? [];
  if (label) return { kind: /^(?:নাম|name)$/iu.test(label) ? 'name' : 'post', text: rest };
  const words = wordsIn(segment);
  const last = words.at(-1) ?? '';
  const hasPost = words.some(isPostWord);
  const hasMark = NAME_MARK.test(segment);
  // A post and its unit: উদ্যোক্তা, ইউনিয়ন ডিজিটাল সেন্টার.
  const [before, unit] = segment.split(', ');
  if (unit && before && isPostWord(before)) return { kind: 'post', text: segment };
  if (hasMark && !hasPost) return { kind: 'name', text: segment };
  if (isOfficeWord(last)) return { kind: 'office', text: segment };
  if (isPostWord(last) && !hasMark) return { kind: 'post', text: segment };
  if (words.some(isOfficeWord)) return { kind: 'office', text: segment };
  if (hasPost && !hasMark) return { kind: 'post', text: segment };
  if (/^(?:শাখা|ইউনিট|উইং|সেল|অনুবিভাগ|অধিশাখা|বিভাগ)$/u.test(last))
    return { kind: 'branch', text: segment };
  return { kind: 'other', text: segment };
}

function isOfficeWord(word: string): boolean {
  return OFFICES.includes(word.replace(/(?<=.)ের$/u, '')) || OFFICES.includes(word);
}

/** Splits an office and the place that follows it without a comma. */
export function splitOffice(segment: string): [office: string, place: string | undefined] {
  const words = segment.split(' ');
  const at = words.findLastIndex((word) => OFFICES.includes(core(word)));
  if (at < 0 || at === words.length - 1) return [segment, undefined];
  return [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')];
}
