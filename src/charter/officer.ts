// An officer: who is in charge of a service, or above those who are.

import { z } from 'zod';
import { toBengaliDigits } from '../bangla/digits.ts';
import { keysOf } from '../typed.ts';
import { email, formerIds, mobile, phone, shortCode, text } from './values.ts';

export const officerSchema = z.strictObject({
  name: text.optional().meta({ description: 'কর্মকর্তার নাম; না দিলে শুধু পদবি দেখা যায়।' }),
  post: text.meta({ description: 'পদবি, শাখা থাকলে শাখার নামসহ।', examples: ['সহকারী প্রোগ্রামার'] }),
  room: text.optional().meta({ description: 'রুম নম্বর।', examples: ['২০৩'] }),
  office: text.optional().meta({ description: 'কার্যালয়, যদি এই কার্যালয় না হয়।' }),
  place: text
    .optional()
    .meta({ description: 'জায়গা: উপজেলা, জেলা; যদি এই কার্যালয় না হয়।', examples: ['সদর, ঢাকা'] }),
  mobile: mobile
    .optional()
    .meta({ description: 'মোবাইল নম্বর, উদ্ধৃতি চিহ্নের মধ্যে।', examples: ['01700000000'] }),
  phone: phone.optional().meta({
    description: 'দাপ্তরিক টেলিফোন, এলাকার কোডসহ, উদ্ধৃতি চিহ্নের মধ্যে।',
    examples: ['02-55000000'],
  }),
  short_code: shortCode
    .optional()
    .meta({ description: 'হটলাইন: ৩ থেকে ৫ অঙ্ক, উদ্ধৃতি চিহ্নের মধ্যে।', examples: ['333'] }),
  email: email
    .optional()
    .meta({ description: 'ইমেইল; সরকারি কাজে .gov.bd ঠিকানা।', examples: ['name@example.gov.bd'] }),
  former_ids: formerIds,
});

/** An officer, with the id that services refer to. */
export type Officer = z.infer<typeof officerSchema> & { id: string; text?: undefined };

/** A person in charge without a record, in the charter's own words. */
export interface NamedOnly {
  text: string;
  id?: undefined;
}

/** An officer on record, or a text such as "নিয়োজিত কর্মচারী". */
export type InCharge = Officer | NamedOnly;

/** Returns the officers on record. */
export function officersAmong(all: readonly InCharge[]): Officer[] {
  return all.filter((one): one is Officer => one.id !== undefined);
}

/** Whether a citizen can reach the officer by a number or an address of the charter. */
export function isReachable(officer: Officer): boolean {
  return officerNumbers(officer).length > 0 || officer.email !== undefined;
}

/** Returns room and office on one line and the place on another, as far as given. */
export function addressLines({ room, office, place }: Officer): string[] {
  const isGiven = (text: string | undefined) => text !== undefined;
  const first = [room && `রুম ${toBengaliDigits(room)}`, office].filter(isGiven).join(', ');
  return [first || undefined, place].filter(isGiven);
}

/** The telephone numbers of an officer, in the order to call them; pages, sheets and open data show them by their labels. */
const numberLabels = { mobile: 'মোবাইল', phone: 'টেলিফোন', short_code: 'হটলাইন' } as const;
export const numberKeys = keysOf(numberLabels);

export interface ContactNumber {
  label: string;
  number: string;
}

/** Returns the numbers at which an officer can be called, as the charter gives them. */
export function officerNumbers(officer: Partial<Officer>): ContactNumber[] {
  return numberKeys.flatMap((key) => {
    const number = officer[key];
    return number === undefined ? [] : [{ label: numberLabels[key], number }];
  });
}
