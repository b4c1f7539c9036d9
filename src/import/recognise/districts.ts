// The districts of Bangladesh, in the spellings of the offices.

import { foldSpelling } from '../../bangla/search-text.ts';

/** The 64 districts, with former spellings that signs still have (Bangladesh National Portal, list of districts). */
const DISTRICTS = new Set(
  `বরগুনা বরিশাল ভোলা ঝালকাঠি ঝালকাঠী পটুয়াখালী পিরোজপুর বান্দরবান ব্রাহ্মণবাড়িয়া চাঁদপুর চট্টগ্রাম কুমিল্লা কক্সবাজার ফেনী খাগড়াছড়ি
  লক্ষ্মীপুর নোয়াখালী রাঙ্গামাটি রাঙামাটি ঢাকা ফরিদপুর গাজীপুর গোপালগঞ্জ কিশোরগঞ্জ মাদারীপুর মানিকগঞ্জ মুন্সীগঞ্জ মুন্সিগঞ্জ নারায়ণগঞ্জ
  নরসিংদী রাজবাড়ী রাজবাড়ি শরীয়তপুর টাঙ্গাইল টাংগাইল বাগেরহাট চুয়াডাঙ্গা যশোর ঝিনাইদহ খুলনা কুষ্টিয়া মাগুরা মেহেরপুর নড়াইল সাতক্ষীরা জামালপুর
  ময়মনসিংহ নেত্রকোণা নেত্রকোনা শেরপুর বগুড়া চাঁপাইনবাবগঞ্জ জয়পুরহাট নওগাঁ নাটোর পাবনা রাজশাহী সিরাজগঞ্জ দিনাজপুর গাইবান্ধা কুড়িগ্রাম লালমনিরহাট
  নীলফামারী পঞ্চগড় রংপুর ঠাকুরগাঁও হবিগঞ্জ মৌলভীবাজার সুনামগঞ্জ সিলেট`
    .split(/\s+/)
    .map((name) => foldSpelling(name.normalize('NFC'))),
);

/** Reports whether a text is the name of a district. */
export function isDistrict(text: string): boolean {
  return DISTRICTS.has(foldSpelling(text.trim().normalize('NFC')));
}
