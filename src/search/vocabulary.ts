// Words that mean the same in any office's charter; where a charter's own synonyms have one of them, theirs hold.

export const commonSynonyms = [
  ['জন্ম নিবন্ধন', 'জন্ম সনদ', 'birth registration', 'birth certificate'],
  ['মৃত্যু নিবন্ধন', 'মৃত্যু সনদ', 'death registration', 'death certificate'],
  ['জন্ম', 'birth'],
  ['মৃত্যু', 'death'],
  ['নতুন', 'new'],
  ['সংশোধন', 'correction'],
  ['নবায়ন', 'রিনিউ', 'renewal', 'renew'],
  ['কর', 'ট্যাক্স', 'tax'],
  ['সনদ', 'সার্টিফিকেট', 'certificate'],
  ['নিবন্ধন', 'রেজিস্ট্রেশন', 'registration'],
  ['লাইসেন্স', 'licence', 'license'],
  ['প্রশিক্ষণ', 'ট্রেনিং', 'training'],
  ['ভাতা', 'allowance'],
  ['ছুটি', 'leave'],
  ['আবেদন', 'দরখাস্ত', 'application'],
  ['অভিযোগ', 'নালিশ', 'complaint', 'complain', 'grievance'],
].map((group) => group.map((word) => word.normalize('NFC')));
