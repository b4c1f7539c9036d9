// "Did you mean …?"

import { closestMatch } from 'leven';

/** The maximum letters of a name to compare: that takes the product of two lengths. */
const LONGEST_NAME = 100;

/** Returns the allowed name that is at most a third of the letters away, in capitals or not; undefined without one. */
export function suggest(name: string, allowed: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  // At least one letter has to agree.
  const maxDistance = Math.min(name.length - 1, Math.max(2, Math.floor(name.length / 3)));
  return closestMatch(name.toLowerCase(), allowed, { maxDistance });
}

/** Keys as a clerk would call them in Bengali. */
const bengaliNames = new Map(
  Object.entries({
    আইডি: 'id',
    নাম: 'name',
    শিরোনাম: 'title',
    পদ: 'post',
    পদবি: 'post',
    পদবী: 'post',
    রুম: 'room',
    কক্ষ: 'room',
    কার্যালয়: 'office',
    অফিস: 'office',
    জায়গা: 'place',
    মোবাইল: 'mobile',
    ফোন: 'phone',
    টেলিফোন: 'phone',
    ইমেইল: 'email',
    'ই-মেইল': 'email',
    নম্বর: 'number',
    সময়: 'time',
    কাগজপত্র: 'documents',
    মূল্য: 'fee',
    ফি: 'fee',
    কর্মকর্তা: 'officer',
    ঠিকানা: 'address',
    ওয়েবসাইট: 'website',
    উপজেলা: 'upazila',
    জেলা: 'district',
    ইউনিয়ন: 'union',
    মন্ত্রণালয়: 'ministry',
    অধিদপ্তর: 'department',
    ভিশন: 'vision',
    মিশন: 'mission',
    কারণ: 'reason',
  }).map(([word, key]) => [word.normalize('NFC'), key]),
);

/** Returns the allowed key that a Bengali word stands for, or else the closest one. */
export function suggestKey(name: string, allowed: readonly string[]): string | undefined {
  const key = bengaliNames.get(name.normalize('NFC').trim());
  return key !== undefined && allowed.includes(key) ? key : suggest(name, allowed);
}
