// Questions that citizens ask of the office itself, and whether its charter answers them.

import type { Charter } from '../charter/charter.ts';
import { officerNumbers } from '../charter/officer.ts';

interface Question {
  /** The words by which its answer is found, also misspelt and in the other script. */
  words: string;
  /** Words and phrases that mean the same, parted by commas, found only as they are spelt: by sound they would be others, too. */
  phrases: string;
  /** Whether the charter answers it. */
  isAnswered(charter: Charter): boolean;
}

/** The questions whose answers are single facts. */
export const questions = {
  hours: {
    words: 'খোলা খোলে খুলবে বন্ধ কখন কয়টায় কয়টা open opening closed closing hours when kokhon',
    phrases: [
      'সময়সূচি, কর্মঘণ্টা, অফিস সময়, কার্যালয়ের সময়, অফিস টাইম, অফিস আওয়ার',
      'সাপ্তাহিক ছুটি, খোলার সময়, office time, office hour, office hours, office schedule',
      'office somoy, ofis somoy, schedule, timing, timings, working hours, business hours',
      'opening time',
    ].join(', '),
    isAnswered: ({ office }) => office.hours !== undefined,
  },
  address: {
    words: 'ঠিকানা কোথায় অবস্থান লোকেশন address location where kothay',
    phrases: 'কিভাবে যাব, কিভাবে আসব, যাওয়ার পথ, directions',
    isAnswered: ({ office }) => (office.address ?? office.directions) !== undefined,
  },
  map: {
    words: 'মানচিত্র ম্যাপ map',
    phrases: 'গুগল ম্যাপ, google map, google maps',
    isAnswered: ({ office }) => office.map !== undefined,
  },
  helpline: {
    words: 'হেল্পলাইন হটলাইন helpline hotline ৩৩৩',
    phrases: 'হেল্পলাইন নম্বর, হটলাইন নম্বর, হেল্প লাইন, হট লাইন, helpline number, hotline number',
    isAnswered: ({ office, officers }) =>
      office.helplines !== undefined || officers.some(({ short_code }) => short_code !== undefined),
  },
  website: {
    words: 'ওয়েবসাইট website',
    phrases: 'ওয়েব সাইট, ওয়েবসাইটের ঠিকানা, website address',
    isAnswered: ({ office }) => office.website !== undefined,
  },
  email: {
    words: 'ইমেইল মেইল email mail',
    phrases: 'ই-মেইল, ইমেইল ঠিকানা, ই-মেইল ঠিকানা, মেইল ঠিকানা, email address, mail address',
    isAnswered: ({ officers, complaints }) =>
      [...officers, ...(complaints?.tiers ?? [])].some(({ email }) => email !== undefined),
  },
  phone: {
    words: 'ফোন মোবাইল টেলিফোন নম্বর নাম্বার phone mobile telephone number',
    phrases: '',
    isAnswered: ({ officers, complaints, office }) =>
      officers.some((officer) => officerNumbers(officer).length > 0) ||
      (complaints?.tiers ?? []).some(({ phone }) => phone !== undefined) ||
      office.helplines !== undefined,
  },
} satisfies Record<string, Question>;

export type QuestionTopic = keyof typeof questions;

/** The question who hears complaints. It leads to no officer who may be complained about. */
export const complaint = {
  words: 'অভিযোগ নালিশ complaint complain grievance',
  phrases: [
    'প্রতিকার, ঘুষ, ঘুস, দুর্নীতি, হয়রানি, খারাপ ব্যবহার, দুর্ব্যবহার, অনিয়ম, ghush, ghus',
    'bribe, bribery, corruption, durniti, harassment, complaints, complaining, misconduct',
    'redress',
  ].join(', '),
};

/** Words for the office itself. */
export const OFFICE_WORDS = 'অফিস কার্যালয় দপ্তর office ofis';
