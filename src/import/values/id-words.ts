// Translates the words in names of services, officers and columns, so that an id is readable.

/** The dictionary. A line has the English word, then its Bengali words. */
const LINES = `
e-filing ই-ফাইলিং ইফাইলিং
e-nothi ই-নথি ইনথি
d-nothi ডি-নথি
e-service ই-সেবা ই-সার্ভিস
file নথি ফাইল
ict আইসিটি
up ইউপি
it আইটি
information তথ্য তথ্যাদি
technology প্রযুক্তি
communication যোগাযোগ
portal পোর্টাল
website ওয়েবসাইট
web ওয়েব
digital ডিজিটাল
online অনলাইন অনলাইনে
innovation ইনোভেশন উদ্ভাবন উদ্ভাবনী
training প্রশিক্ষণ প্রশিক্ষণের ট্রেনিং
teacher শিক্ষক শিক্ষিকা শিক্ষকদের শিক্ষিকাদের
student শিক্ষার্থী ছাত্র ছাত্রী শিক্ষার্থীদের
staff কর্মকর্তা-কর্মচারী কর্মচারী কর্মচারীদের স্টাফ
officer কর্মকর্তা অফিসার কর্মকর্তার কর্মকর্তাদের
multimedia মাল্টিমিডিয়া
classroom ক্লাসরুম শ্রেণিকক্ষ
procurement ক্রয় ক্রয়ে
purchase কেনাকাটা
advice পরামর্শ
help সহযোগিতা সহায়তা সাহায্য
certificate সনদ সনদপত্র সার্টিফিকেট সনদের প্রত্যয়ন প্রত্যয়নপত্র
birth জন্ম
death মৃত্যু
registration নিবন্ধন রেজিস্ট্রেশন রেজিষ্ট্রেশন নিবন্ধনের
marriage বিবাহ বিয়ে
unmarried অবিবাহিত
citizenship নাগরিকত্ব জাতীয়তা
citizen নাগরিক
character চারিত্রিক চরিত্র
succession ওয়ারিশ ওয়ারিশান উত্তরাধিকার উত্তরাধিকারী
income আয় আয়ের
trade ট্রেড
licence লাইসেন্স
permit অনুমতি পারমিট অনুমতিপত্র
approval অনুমোদন
holding হোল্ডিং
tax কর ট্যাক্স
fee ফি মূল্য
land ভূমি জমি জমির
landless ভূমিহীন
mutation নামজারি
deed দলিল দলিলের
copy নকল অনুলিপি কপি
registry রেজিস্ট্রি
passport পাসপোর্ট
visa ভিসা
voter ভোটার
identity পরিচয় পরিচয়পত্র
national জাতীয়
card কার্ড
correction সংশোধন সংশোধনী
application আবেদন আবেদনপত্র
complaint অভিযোগ
hearing শুনানি
relief ত্রাণ
grant অনুদান মঞ্জুরি
allowance ভাতা
old-age বয়স্ক
widow বিধবা
disability প্রতিবন্ধী
freedom-fighter মুক্তিযোদ্ধা
scholarship বৃত্তি উপবৃত্তি
school বিদ্যালয় স্কুল
college কলেজ
madrasa মাদ্রাসা
education শিক্ষা
exam পরীক্ষা পরীক্ষার
result ফলাফল
book বই পুস্তক পাঠ্যপুস্তক
library গ্রন্থাগার লাইব্রেরি পাঠাগার
health স্বাস্থ্য
vaccination টিকা টিকাদান
treatment চিকিৎসা
medicine ঔষধ ওষুধ
ambulance অ্যাম্বুলেন্স এ্যাম্বুলেন্স
agriculture কৃষি
seed বীজ
fertiliser সার
fish মাছ মৎস্য
fry পোনা
livestock প্রাণিসম্পদ
poultry পোল্ট্রি মুরগি
cattle গবাদিপশু গরু
loan ঋণ লোন
bank ব্যাংক
insurance বীমা
pension পেনশন
leave ছুটি
salary বেতন
transfer বদলি হস্তান্তর
recruitment নিয়োগ
promotion পদোন্নতি
provident-fund ভবিষ্যৎ-তহবিল
fund তহবিল
budget বাজেট
bill বিল
audit অডিট
meeting সভা
report প্রতিবেদন রিপোর্ট
inspection পরিদর্শন
inquiry তদন্ত
survey জরিপ
map নকশা ম্যাপ
plan পরিকল্পনা প্ল্যান
building ভবন ইমারত
house বাড়ি ঘর গৃহ
road রাস্তা সড়ক
street-light সড়কবাতি
bridge সেতু ব্রিজ
water পানি
drain ড্রেন নর্দমা
sanitation স্যানিটেশন
waste বর্জ্য
market বাজার হাট
lease ইজারা
electricity বিদ্যুৎ
connection সংযোগ
gas গ্যাস
mobile মোবাইল
internet ইন্টারনেট
wifi ওয়াইফাই
computer কম্পিউটার
lab ল্যাব
software সফটওয়্যার
data ডাটা ডেটা উপাত্ত
email ইমেইল ই-মেইল
app অ্যাপ
video-conference ভিডিও-কনফারেন্স
event অনুষ্ঠান দিবস
women নারী মহিলা
child শিশু শিশুদের
youth যুব
cooperative সমবায়
society সমিতি
ngo এনজিও
election নির্বাচন নির্বাচনী
vote ভোট
area এলাকা
list তালিকা
distribution বিতরণ
supply সরবরাহ
service সেবা সার্ভিস
arbitration সালিশ
village গ্রাম
court আদালত
law আইন
security নিরাপত্তা
police পুলিশ
clearance ছাড়পত্র
import আমদানি
export রপ্তানি
vehicle যানবাহন গাড়ি
driving ড্রাইভিং
assistant সহকারী
programmer প্রোগ্রামার
director পরিচালক
deputy-director উপপরিচালক উপ-পরিচালক
engineer প্রকৌশলী ইঞ্জিনিয়ার
secretary সচিব
joint-secretary যুগ্মসচিব
deputy-secretary উপসচিব
chairman চেয়ারম্যান
mayor মেয়র
councillor কাউন্সিলর
member সদস্য
commissioner কমিশনার
registrar রেজিস্ট্রার নিবন্ধক রেজিষ্ট্রার
accountant হিসাবরক্ষক
executive নির্বাহী
administrative প্রশাসনিক
administration প্রশাসন
upazila উপজেলা
district জেলা
union ইউনিয়ন
deputy ডেপুটি উপ
senior সিনিয়র জ্যেষ্ঠ
additional অতিরিক্ত
chief প্রধান
sub সাব
entrepreneur উদ্যোক্তা
operator অপারেটর
inspector পরিদর্শক
superintendent সুপারিনটেনডেন্ট তত্ত্বাবধায়ক
remarks মন্তব্য
duty দায়িত্ব
recipient গ্রহীতা
time সময়
office কার্যালয় অফিস
fee-chart ফি-তালিকা
table টেবিল
stamp স্ট্যাম্প
kind ধরন ধরণ
description বিবরণ
`;

/** The words that an id leaves out. */
const EMPTY =
  `ও এবং বা অথবা এর র করা করণ করন প্রদান প্রদানের প্রদানে দেওয়া দেয়া সংক্রান্ত বিষয়ক বিষয়ে জন্য জন্যে মাধ্যমে হতে থেকে নতুন
  কার্যক্রম বাস্তবায়ন বাস্তবায়নে গ্রহণ গ্রহন সম্পর্কিত নিমিত্ত অন্যান্য সকল বিভিন্ন এ তে কে দের মোতাবেক অনুযায়ী প্রস্তুত তৈরি সম্পর্কে the of and for a`.split(
    /\s+/,
  );

export const englishWords = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const [english = '', ...words] = line.split(' ');
      return words.map((word): [string, string] => [word.normalize('NFC'), english]);
    }),
);
export const emptyWords = new Set(EMPTY.map((word) => word.normalize('NFC')));
