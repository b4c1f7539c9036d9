// The error pages.

import type { Charter } from '../charter/charter.ts';
import type { Officer } from '../charter/officer.ts';
import { home, type Link } from './addresses.ts';
import { menusOf, officerToCall } from './pages.ts';
import type { Page } from './views.ts';

export type ErrorStatus = 400 | 404 | 405 | 413 | 414 | 500 | 503;

/** Returns the page for each error status. They are rendered at start, so that showing one cannot fail. */
export function errorPages(charter: Charter): Record<ErrorStatus, Page> {
  const officer = officerToCall(charter);
  const ways = [{ ...home, label: 'প্রচ্ছদে ফিরে যান' }, ...menusOf(charter).footer];
  const page = (
    status: ErrorStatus,
    heading: string,
    message: string,
    officer?: Officer,
  ): Page => ({
    path: undefined,
    heading,
    description: message,
    breadcrumb: [],
    crumb: heading,
    view: 'error',
    props: { status, message, ways, officer, nearest: undefined },
  });
  return {
    400: page(400, 'অনুরোধটি বোঝা যায়নি', 'ঠিকানাটি ঠিকভাবে লেখা হয়নি। নিচের কোনো পাতা থেকে আবার শুরু করুন।'),
    404: page(404, 'পাতাটি পাওয়া যায়নি', 'ঠিকানাটি ভুল হতে পারে, অথবা পাতাটি সরিয়ে নেওয়া হয়েছে।'),
    405: page(405, 'এই ঠিকানায় এভাবে অনুরোধ করা যায় না', 'এই ওয়েবসাইটের পাতা শুধু পড়া যায়। নিচের কোনো পাতা খুলুন।'),
    413: page(
      413,
      'অনুরোধটি গ্রহণ করা যায়নি',
      'এই ওয়েবসাইটে কিছু পাঠানো যায় না, পাতা শুধু পড়া যায়। নিচের কোনো পাতা খুলুন।',
    ),
    414: page(
      414,
      'ঠিকানাটি অতিরিক্ত লম্বা',
      'এত লম্বা ঠিকানার কোনো পাতা নেই। নিচের কোনো পাতা থেকে আবার শুরু করুন।',
    ),
    500: page(
      500,
      'দুঃখিত, এখন পাতাটি দেখানো যাচ্ছে না',
      `কিছুক্ষণ পর আবার চেষ্টা করুন।${officer ? ' জরুরি হলে নিচের নম্বরে ফোন করুন।' : ''}`,
      officer,
    ),
    503: page(
      503,
      'ফাইলটি এখনও তৈরি হচ্ছে',
      'আধা মিনিট পর আবার চেষ্টা করুন। সনদের সব তথ্য নিচের পাতাগুলোতেও আছে।',
    ),
  };
}

/** Returns the page for an address that resembles a published one. */
export function missingPage(charter: Charter, nearest: Link): Page {
  const page = errorPages(charter)[404];
  return page.view === 'error' ? { ...page, props: { ...page.props, nearest } } : page;
}
