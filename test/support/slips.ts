// Slips a member of staff can make: each is one edit of the frozen data.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileName } from '../../src/data/sources.ts';
import { withDataCopy } from './data.ts';

export interface Slip {
  what: string;
  file: FileName;
  /** The first place of `from` becomes `to`; without `from`, the whole file does; without both, the file is deleted. */
  from?: string;
  to?: string | Uint8Array;
  /** The file gets this name instead. */
  rename?: string;
  /** A folder stands in the file's place. */
  folder?: true;
}

const officers = 'officers.yaml';
const services = 'services.yaml';
const office = 'office.yaml';
const charter = 'charter.yaml';
const corrections = 'corrections.yaml';

export const slips: Slip[] = [
  { what: 'the file is gone', file: office },
  { what: 'the file is empty', file: charter, to: '' },
  { what: 'only comments are left', file: office, to: '# সরকার\n' },
  {
    what: 'saved in another encoding',
    file: charter,
    to: new Uint8Array([0x76, 0x3a, 0x20, 0xe0, 0xa6]),
  },
  { what: 'larger than any charter', file: charter, to: `# ${'ক'.repeat(400_000)}` },
  { what: 'a stray ---', file: office, from: 'upazila:', to: '---\nupazila:' },
  {
    what: 'a tab at the start of a line',
    file: services,
    from: '    name: পোর্টাল',
    to: '\tname: পোর্টাল',
  },
  { what: 'one space too many', file: services, from: '    fee:', to: '     fee:' },
  { what: 'one space too few', file: services, from: '    fee:', to: '   fee:' },
  { what: 'no space after the colon', file: office, from: 'upazila: ', to: 'upazila:' },
  {
    what: 'a colon within the text',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: সময়: চাহিদা মোতাবেক',
  },
  {
    what: 'a quotation mark not closed',
    file: officers,
    from: '"01721587011"',
    to: '"01721587011',
  },
  {
    what: 'a quoted word, then more text',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: "পোর্টাল" সংক্রান্ত',
  },
  {
    what: 'the same key twice',
    file: officers,
    from: '  post: প্রোগ্রামার',
    to: '  post: প্রোগ্রামার\n  post: প্রোগ্রামার',
  },
  { what: 'text that begins with *', file: services, from: 'fee: বিনামূল্যে', to: 'fee: *বিনামূল্যে' },
  { what: 'text that begins with !', file: services, from: 'fee: বিনামূল্যে', to: 'fee: !বিনামূল্যে' },
  { what: 'text that begins with &', file: services, from: 'fee: বিনামূল্যে', to: 'fee: &বিনামূল্যে' },
  { what: 'text that begins with @', file: services, from: 'fee: বিনামূল্যে', to: 'fee: @বিনামূল্যে' },
  { what: 'text in braces', file: services, from: 'fee: বিনামূল্যে', to: 'fee: {বিনামূল্যে}' },
  {
    what: 'text in brackets',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: [চাহিদা মোতাবেক]',
  },
  { what: 'a key left empty', file: services, from: 'fee: বিনামূল্যে', to: 'fee:' },
  { what: 'an empty text', file: services, from: 'fee: বিনামূল্যে', to: 'fee: ""' },
  {
    what: 'a name that is nothing but a dash',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: "-"',
  },
  {
    what: 'a number where text belongs',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: 200',
  },
  { what: 'yes or no where text belongs', file: services, from: 'fee: বিনামূল্যে', to: 'fee: true' },
  { what: 'a key deleted', file: services, from: '    name: পোর্টাল সংক্রান্ত\n', to: '' },
  { what: 'a key misspelt', file: officers, from: 'email:', to: 'emial:' },
  { what: 'a key in Bengali', file: officers, from: 'email:', to: 'ইমেইল:' },
  {
    what: 'a key that does not exist',
    file: office,
    from: 'upazila:',
    to: 'phone: "333"\nupazila:',
  },
  {
    what: 'the list made a group',
    file: services,
    from: 'citizen:\n  - id: e-filing',
    to: 'citizen:\n    id: e-filing',
  },
  { what: 'the list emptied', file: services, to: 'citizen: []\n' },
  {
    what: 'a group made a text',
    file: office,
    from: 'website:\n',
    to: 'website: doict.kachua.bagerhat.gov.bd\nx:\n',
  },
  {
    what: 'true in quotation marks',
    file: office,
    from: 'confirmed: false',
    to: 'confirmed: "true"',
  },
  {
    what: 'a mobile number without its quotation marks',
    file: officers,
    from: '"01716420468"',
    to: '01716420468',
  },
  {
    what: 'a mobile number a digit short',
    file: officers,
    from: '"01716420468"',
    to: '"0171642046"',
  },
  {
    what: 'a mobile number that cannot exist',
    file: officers,
    from: '"01716420468"',
    to: '"01216420468"',
  },
  {
    what: 'two numbers in one place',
    file: officers,
    from: '"01716420468"',
    to: '"01716420468, 01721587011"',
  },
  {
    what: 'an e-mail with a space',
    file: officers,
    from: 'sisumon.cse@gmail.com',
    to: 'sisumon.cse @gmail.com',
  },
  {
    what: 'an e-mail with the wrong dot',
    file: officers,
    from: 'sisumon.cse@gmail.com',
    to: 'sisumon.cse@gmail,com',
  },
  {
    what: 'a web address with a comma',
    file: office,
    from: 'doict.kachua.bagerhat',
    to: 'doict.kachua,bagerhat',
  },
  {
    what: 'a web address that is a script',
    file: office,
    from: 'doict.kachua.bagerhat.gov.bd',
    to: 'javascript:alert(1)',
  },
  {
    what: 'a date in Bengali digits',
    file: office,
    from: '# published: 2026-01-01',
    to: 'published: ২০২৬-০১-০১',
  },
  {
    what: 'a day that does not exist',
    file: office,
    from: '# published: 2026-01-01',
    to: 'published: 2026-02-30',
  },
  { what: 'a service id with a space', file: services, from: 'id: e-filing', to: 'id: e filing' },
  { what: 'a service id in Bengali', file: services, from: 'id: e-filing', to: 'id: ই-ফাইলিং' },
  { what: 'two services with one id', file: services, from: 'id: portal', to: 'id: e-filing' },
  { what: 'an officer id in capitals', file: officers, from: '\nprogrammer:', to: '\nProgrammer:' },
  {
    what: 'an officer misspelt',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: asistant-programmer',
  },
  {
    what: 'an officer nobody knows',
    file: services,
    from: 'superior: programmer',
    to: 'superior: director',
  },
  { what: 'hidden direction controls', file: services, from: 'বিনামূল্যে', to: 'বিনা\u202Eমূল্যে' },
  {
    what: 'advice: a correction undone, but still listed',
    file: charter,
    from: 'নিত্য-নতুন',
    to: 'নিত্য নতুন',
  },
  {
    what: 'a correction of a file that does not exist',
    file: corrections,
    from: 'file: charter.yaml',
    to: 'file: charter.yml',
  },
  {
    what: 'a # within the text',
    file: officers,
    from: 'place: কচুয়া, বাগেরহাট',
    to: 'place: কচুয়া #২, বাগেরহাট',
  },
  {
    what: 'a note behind the text',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee: বিনামূল্যে # নতুন নিয়মে',
  },
  {
    what: 'a text far too long',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: `name: ${'ক'.repeat(50_000)}`,
  },
  { what: 'text that begins with %', file: services, from: 'fee: বিনামূল্যে', to: 'fee: %১০' },
  {
    what: 'text that begins with a backtick',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee: `বিনামূল্যে`',
  },
  { what: 'a line that is only text', file: services, from: '    fee: বিনামূল্যে', to: '    বিনামূল্যে' },
  {
    what: 'a long text broken at the start of a line',
    file: charter,
    from: 'vision: জনগণের ',
    to: 'vision: জনগণের\n',
  },
  { what: 'a key with visarga for its colon', file: office, from: 'district:', to: 'districtঃ' },
  { what: 'an amount below zero', file: services, from: 'fee: বিনামূল্যে', to: 'fee: -50' },
  {
    what: 'a document without its name',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents:\n      - source: দাপ্তরিক ওয়েবসাইট',
  },
  {
    what: 'a document with a misspelt key',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents:\n      - name: আবেদন\n        sorce: দাপ্তরিক ওয়েবসাইট',
  },
  {
    what: 'an empty list of documents',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents: []',
  },
  {
    what: 'a form at an address that cannot be',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents:\n      - name: আবেদন\n        form: C:\\forms\\1.pdf',
  },
  {
    what: 'one of two officers misspelt',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: [assistant-programmer, programer]',
  },
  {
    what: 'a fact without a heading',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'method: সরাসরি\n    time: চাহিদা মোতাবেক',
  },
  {
    what: 'a part of a service without its name',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'cases:\n      - fee: বিনামূল্যে',
  },
  {
    what: 'a telephone without its area code',
    file: officers,
    from: 'mobile: "01716420468"',
    to: 'mobile: "01716420468"\n  phone: "56"',
  },
  {
    what: 'a mobile number among the hotlines',
    file: officers,
    from: 'mobile: "01716420468"',
    to: 'short_code: "01716420468"',
  },
  { what: 'a file under another name', file: officers, rename: 'officer.yaml' },
  { what: 'a folder in the place of a file', file: office, folder: true },
  { what: 'no service left', file: services, to: 'subordinate:\n  - name: জেলা কার্যালয়\n' },
  {
    what: 'advice: a review long ago',
    file: office,
    from: '# reviewed: 2026-01-01',
    to: 'reviewed: 2026-01-01',
  },
  {
    what: 'advice: text from Bijoy',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: †cvU©vj msµvšÍ',
  },
  {
    what: 'advice: text damaged by a converter',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: পোর্টাল সংক্রামত্ম',
  },
  {
    what: 'advice: visarga for a colon',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: সময়ঃ ৭ দিন',
  },
  {
    what: 'advice: English digits in Bengali',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: 7 কার্যদিবস',
  },
  {
    what: 'advice: two services of one name',
    file: services,
    from: 'name: ইনোভেশন সংক্রান্ত পরামর্শ',
    to: 'name: পোর্টাল সংক্রান্ত',
  },
  {
    what: 'advice: a telephone that may be dead',
    file: officers,
    from: 'mobile: "01716420468"',
    to: 'mobile: "01716420468"\n  phone: "02-9514141"',
  },
  { what: 'quotation marks from Word', file: officers, from: '"01716420468"', to: '“01716420468”' },
  {
    what: 'an invisible sign after an id',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: assistant-programmer\u200b',
  },
  { what: 'an invisible sign in a key', file: office, from: 'upazila:', to: 'upazila\u200b:' },
  {
    what: 'spaces copied from a web page',
    file: services,
    from: '    name: পোর্টাল',
    to: '\u00a0\u00a0\u00a0\u00a0name: পোর্টাল',
  },
  { what: 'a hard space after the colon', file: office, from: 'upazila: ', to: 'upazila:\u00a0' },
  { what: 'a colon from another keyboard', file: office, from: 'upazila: ', to: 'upazila：' },
  { what: 'a dash for a hyphen', file: services, from: '  - id: portal', to: '  – id: portal' },
  {
    what: 'a hyphen without its space',
    file: services,
    from: '  - id: portal',
    to: '  -id: portal',
  },
  {
    what: 'a service without its hyphen',
    file: services,
    from: '  - id: portal',
    to: '  id: portal',
  },
  { what: 'a key in capitals', file: office, from: 'upazila:', to: 'Upazila:' },
  {
    what: 'the marks of two edits at once',
    file: services,
    from: '\ncitizen:',
    to: '\n<<<<<<< HEAD\ncitizen:',
  },
  {
    what: 'aliases that would explode',
    file: services,
    from: 'citizen:',
    to: 'a: &a [x, x]\nb: &b [*a, *a]\ncitizen:',
  },
  {
    what: 'a synonym of nothing',
    file: 'synonyms.yaml',
    from: '- [শিক্ষক, শিক্ষিকা, মাস্টার, teacher]',
    to: '- [শিক্ষক]',
  },
  {
    what: 'synonyms without their brackets',
    file: 'synonyms.yaml',
    from: '- [শিক্ষক, শিক্ষিকা, মাস্টার, teacher]',
    to: '- শিক্ষক, শিক্ষিকা, মাস্টার, teacher',
  },
  {
    what: 'a column whose heading is misspelt',
    file: charter,
    from: '  time: সেবা',
    to: '  tiem: সেবা',
  },
  {
    what: 'an own column without a heading',
    file: services,
    from: '    fee: বিনামূল্যে',
    to: '    remarks: জরুরি\n    fee: বিনামূল্যে',
  },
  {
    what: 'a heading under a Bengali key',
    file: charter,
    from: '  time: সেবা',
    to: '  মন্তব্য: মন্তব্য\n  time: সেবা',
  },
  {
    what: 'advice: a column that no service fills',
    file: charter,
    from: '  time: সেবা',
    to: '  remarks: মন্তব্য\n  time: সেবা',
  },
  {
    what: 'a serial that is no number',
    file: services,
    from: '    name: পোর্টাল সংক্রান্ত',
    to: '    name: পোর্টাল সংক্রান্ত\n    serial: ক',
  },
  {
    what: 'letters written another way',
    file: charter,
    from: '\nheadings:',
    to: '\nsections:\n  citizen:\n    serials: ক\nheadings:',
  },
  {
    what: 'a row with a cell too few',
    file: charter,
    from: '\nheadings:',
    to: '\ntables:\n  - id: fees\n    title: ফি\n    columns: [সেবা, ফি]\n    rows:\n      - [আবেদন]\nheadings:',
  },
  {
    what: 'a table at the address of a section',
    file: charter,
    from: '\nheadings:',
    to: '\ntables:\n  - id: citizen\n    title: ফি\n    columns: [সেবা]\n    rows:\n      - [আবেদন]\nheadings:',
  },
  {
    what: 'a day of the week in Bengali',
    file: office,
    from: '# address: ভবন, তলা, সড়ক',
    to: 'hours:\n  text: রবিবার\n  days: [রবি]\n  opens: "09:00"\n  closes: "17:00"',
  },
  {
    what: 'a time of day without its colon',
    file: office,
    from: '# address: ভবন, তলা, সড়ক',
    to: 'hours:\n  text: রবিবার\n  days: [sunday]\n  opens: "9"\n  closes: "17:00"',
  },
  {
    what: 'a helpline without its name',
    file: office,
    from: '# address: ভবন, তলা, সড়ক',
    to: 'helplines:\n  - number: "333"',
  },
  {
    what: 'a month in words',
    file: office,
    from: '# published: 2026-01-01',
    to: 'published: জুলাই, ২০২৬',
  },
  {
    what: 'a complaint tier without a person',
    file: charter,
    from: '\nheadings:',
    to: '\ncomplaints:\n  tiers:\n    - time: ৩০ দিন\nheadings:',
  },
  {
    what: 'advice: the officer left blank below',
    file: services,
    from: '    superior: programmer\n\n  - id: staff-ict-training',
    to: '\n  - id: staff-ict-training',
  },
  {
    what: 'advice: the same as above',
    file: services,
    from: 'documents_source: দাপ্তরিক ওয়েবসাইট',
    to: 'documents_source: ঐ',
  },
  {
    what: 'advice: an amount in English digits',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee: 20/- টাকা',
  },
  {
    what: 'advice: words without spaces',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: উন্নয়নপ্রকল্পবাস্তবায়নসংক্রান্ত',
  },
  {
    what: 'advice: two words damaged by a converter',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: শিস্নপ ও রম্নটিন সংক্রামত্ম',
  },
  {
    what: 'advice: an officer by the name of the post',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: সহকারী প্রোগ্রামার',
  },
  {
    what: 'advice: an officer without any number',
    file: officers,
    from: '  mobile: "01716420468"\n',
    to: '',
  },
  {
    what: 'saved as ANSI',
    file: officers,
    to: '# ??????? ?????????\nprogrammer:\n  post: ??????????\n  office: ???? ? ??????? ????????\n  mobile: "01716420468"\n',
  },
  {
    what: 'read as ANSI and saved as UTF-8',
    file: charter,
    from: 'ক্রমিক',
    to: 'à¦•à§à¦°à¦®à¦¿à¦•',
  },
  {
    what: 'quotation marks inside quotation marks',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: "৭ দিন "জরুরি হলে" ১ দিন"',
  },
  {
    what: 'a backslash in quotation marks',
    file: services,
    from: 'documents_source: দাপ্তরিক ওয়েবসাইট',
    to: 'documents_source: "C:\\ফরম"',
  },
  {
    what: 'a list on the line of its key',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents: - আবেদন',
  },
  { what: 'a lone dash', file: services, from: 'fee: বিনামূল্যে', to: 'fee: -' },
  {
    what: 'a bracket not closed',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: [assistant-programmer, programmer',
  },
  {
    what: 'a note after //',
    file: services,
    from: '    fee: বিনামূল্যে',
    to: '    // নতুন নিয়মে\n    fee: বিনামূল্যে',
  },
  {
    what: 'a line with a bullet',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য\n',
    to: 'documents:\n      - আবেদন\n      • ছবি\n',
  },
  {
    what: 'a line with a Bengali number',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য\n',
    to: 'documents:\n      - আবেদন\n      ২। ছবি\n',
  },
  {
    what: 'a row pasted from Excel',
    file: services,
    from: '\n  - id: portal',
    to: '৮\tইন্টারনেট সংযোগ\t৭ দিন\tবিনামূল্যে\n\n  - id: portal',
  },
  {
    what: 'advice: cells pasted from Excel',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: ৭ দিন\tবিনামূল্যে',
  },
  {
    what: 'a soft break of Word',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: ৭ দিন\u000bজরুরি হলে ১ দিন',
  },
  {
    what: 'a line separator of Word',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: ৭ দিন\u2028জরুরি হলে ১ দিন',
  },
  {
    what: 'a hard space after the hyphen',
    file: services,
    from: '  - id: portal',
    to: '  -\u00a0id: portal',
  },
  {
    what: 'a byte order mark in the middle',
    file: office,
    from: 'upazila:',
    to: '\ufeffupazila:',
  },
  { what: 'a direction mark before a key', file: office, from: 'upazila:', to: '\u200eupazila:' },
  {
    what: 'a direction mark after a colon',
    file: office,
    from: 'upazila: ',
    to: 'upazila:\u200f ',
  },
  { what: 'a joiner in a key', file: office, from: 'upazila:', to: 'upa\u200dzila:' },
  { what: 'a control character', file: office, from: 'upazila: ', to: 'upazila: \u0007' },
  {
    what: 'text after >- on its line',
    file: charter,
    from: 'mission: >-\n  ',
    to: 'mission: >- ',
  },
  {
    what: 'a tab after the hyphen',
    file: services,
    from: '  - id: portal',
    to: '  -\tid: portal',
  },
  {
    what: 'a list item without its hyphen',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য\n',
    to: 'documents:\n      - আবেদন\n      ছবি\n',
  },
  {
    what: 'a line too far to the left',
    file: services,
    from: '    time: চাহিদা মোতাবেক',
    to: 'time: চাহিদা মোতাবেক',
  },
  {
    what: 'a semicolon for the colon',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time; চাহিদা মোতাবেক',
  },
  {
    what: 'a year for a date',
    file: office,
    from: '# published: 2026-01-01',
    to: 'published: 2026',
  },
  {
    what: 'a room without its quotation marks',
    file: officers,
    from: '  post: প্রোগ্রামার',
    to: '  post: প্রোগ্রামার\n  room: 0203',
  },
  {
    what: 'an hour for a time of day',
    file: office,
    from: '# address: ভবন, তলা, সড়ক',
    to: 'hours:\n  text: রবিবার\n  days: [sunday]\n  opens: 9\n  closes: "17:00"',
  },
  { what: 'a number for an id', file: services, from: 'id: portal', to: 'id: 2' },
  {
    what: 'two officers with a comma',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: assistant-programmer, programmer',
  },
  {
    what: 'two officers, one of them unknown',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: assistant-programmer & director',
  },
  {
    what: 'an officer in capitals',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: Assistant Programmer',
  },
  {
    what: 'advice: two officers by their posts',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: সহকারী প্রোগ্রামার ও প্রোগ্রামার',
  },
  {
    what: 'advice: the same officer twice',
    file: services,
    from: 'officer: assistant-programmer',
    to: 'officer: [assistant-programmer, assistant-programmer]',
  },
  {
    what: 'an officer removed who is in charge',
    file: officers,
    from: 'programmer:\n  post: প্রোগ্রামার\n',
    to: 'head:\n  post: প্রোগ্রামার\n',
  },
  { what: 'all officers removed', file: officers, to: '# কেউ নেই\n' },
  {
    what: 'fees without their list',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee:\n      সাধারণ: 50\n      জরুরি: 100',
  },
  {
    what: 'fees without their keys',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee:\n      - সাধারণ: 50\n      - জরুরি: 100',
  },
  {
    what: 'a fee without its hyphen',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee:\n      for: সাধারণ\n      fee: 50',
  },
  {
    what: 'a fee with a misspelt key',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee:\n      - fro: সাধারণ\n        fee: 50',
  },
  {
    what: 'documents without their list',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents:\n      name: আবেদন\n      source: দাপ্তরিক ওয়েবসাইট',
  },
  {
    what: 'an address with a space',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents:\n      - name: আবেদন\n        form: forms.example.gov.bd/new form.pdf',
  },
  { what: 'a fee that is another number', file: services, from: 'fee: বিনামূল্যে', to: 'fee: 1e3' },
  {
    what: 'a fee with a dot for the thousands',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee: 1.000',
  },
  { what: 'advice: a fee with 50/-', file: services, from: 'fee: বিনামূল্যে', to: 'fee: ৫০/-' },
  {
    what: 'advice: a fee with a wrong comma',
    file: services,
    from: 'fee: বিনামূল্যে',
    to: 'fee: 1,00',
  },
  {
    what: 'a key that is wanted, in capitals',
    file: services,
    from: 'name: পোর্টাল',
    to: 'NAME: পোর্টাল',
  },
  {
    what: 'a key that is wanted, in Bengali',
    file: services,
    from: 'name: পোর্টাল',
    to: 'নাম: পোর্টাল',
  },
  { what: 'a post in Bengali', file: officers, from: 'post:', to: 'পদবি:' },
  { what: 'two colons', file: office, from: 'upazila:', to: 'upazila::' },
  {
    what: 'advice: a date that has not come',
    file: office,
    from: '# published: 2026-01-01',
    to: 'published: 2062-01-01',
  },
  {
    what: 'advice: reviewed before it was published',
    file: office,
    from: '# published: 2026-01-01\n# reviewed: 2026-01-01',
    to: 'published: 2026-05-01\nreviewed: 2026-04-01',
  },
  {
    what: 'advice: a security contact that has expired',
    file: office,
    from: '# security:\n#   contact: security@example.gov.bd\n#   expires: 2027-01-31',
    to: 'security:\n  contact: security@example.gov.bd\n  expires: 2026-01-31',
  },
  {
    what: 'advice: bullets without hyphens',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents:\n      • আবেদন\n      • ছবি',
  },
  {
    what: 'advice: lines without hyphens',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents:\n      আবেদন\n      ছবি',
  },
  {
    what: 'advice: a text and then hyphens',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents: যা যা লাগবে\n      - আবেদন\n      - ছবি',
  },
  {
    what: 'advice: numbers in one line',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents: ১। আবেদন ২। ছবি',
  },
  {
    what: 'advice: bullets in a folded text',
    file: services,
    from: 'documents: প্রয়োজনীয় তথ্য',
    to: 'documents: >-\n      • আবেদন\n      • ছবি',
  },
  {
    what: 'advice: a quotation mark that is left over',
    file: services,
    from: 'documents_source: দাপ্তরিক ওয়েবসাইট',
    to: 'documents_source: দাপ্তরিক ওয়েবসাইট"',
  },
  {
    what: 'advice: markup',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: <b>পোর্টাল</b> সংক্রান্ত',
  },
  {
    what: 'advice: অ and া for আ',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: অাইসিটি পোর্টাল সংক্রান্ত',
  },
  {
    what: 'advice: the Assamese র',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: পোৰ্টাল সংক্রান্ত',
  },
  {
    what: 'advice: hasanta twice',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: 'name: পোর্টাল সংক্্রান্ত',
  },
  {
    what: 'advice: an emoji',
    file: services,
    from: 'time: চাহিদা মোতাবেক',
    to: 'time: ২½ দিন ☎ 📞👍🏽 → ⏰ \uf0b7',
  },
  {
    what: 'advice: the name of a service that has a whole paragraph',
    file: services,
    from: 'name: পোর্টাল সংক্রান্ত',
    to: `name: ${'পোর্টাল সংক্রান্ত '.repeat(20)}`,
  },
  {
    what: 'advice: the name of an office that has a whole paragraph',
    file: office,
    from: 'department: ',
    to: `department: ${'তথ্য ও যোগাযোগ '.repeat(20)}`,
  },
  {
    what: 'a former id that is in use',
    file: services,
    from: '  - id: portal\n',
    to: '  - id: portal\n    former_ids: [e-filing]\n',
  },
];

/** Makes the slip in a copy of the frozen data, gives the copy to `use`, and removes it. */
export function withSlip<T>(slip: Slip, use: (folder: string) => T | Promise<T>): Promise<T> {
  return withDataCopy((folder) => {
    const path = join(folder, slip.file);
    if (slip.rename) renameSync(path, join(folder, slip.rename));
    else if (slip.to === undefined) rmSync(path);
    else if (slip.from === undefined) writeFileSync(path, slip.to);
    else {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(slip.from)) throw new Error(`${slip.file} has no "${slip.from}"`);
      writeFileSync(path, text.replace(slip.from, slip.to as string));
    }
    if (slip.folder) mkdirSync(path);
    return use(folder);
  });
}
