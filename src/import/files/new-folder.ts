// Writes the smallest valid data folder, for an office that starts afresh. Comments explain everything else.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDataFolder } from './data-folder.ts';

/** The texts of the YAML files. A comment that begins with a key is an example: without its "# " it is data. */
const newFiles: Record<string, string> = {
  'office.yaml': `# yaml-language-server: $schema=schema/office.schema.json
# কার্যালয়ের পরিচয়। লাইনের শুরুর "# " মুছে লিখলে সেটি পাতায় দেখা যায়।
# government: গণপ্রজাতন্ত্রী বাংলাদেশ সরকার
# ministry: মন্ত্রণালয় বা বিভাগের নাম
department: এখানে অধিদপ্তর, সংস্থা বা পরিষদের নাম লিখুন
# office: উপজেলা কার্যালয়
# upazila: উপজেলার নাম
# district: জেলার নাম
# address: ভবন, তলা, সড়ক
# hours: রবি থেকে বৃহস্পতিবার, সকাল ৯টা থেকে বিকাল ৫টা
# helplines:
#   - name: হেল্পলাইনের নাম
#     number: "333"
# website:
#   address: office.example.gov.bd
#   confirmed: false
# published: 2026-01-01
# reviewed: 2026-01-01
`,
  'charter.yaml': `# yaml-language-server: $schema=schema/charter.schema.json
# ভিশন ও মিশন, সনদের ভাষায়।
# vision: ভিশন (রূপকল্প)
# mission: মিশন (অভিলক্ষ্য)

# সেবার টেবিলের কলাম, সনদের ক্রমে ও সনদের শিরোনামে; যেগুলো লাগে, সেগুলোর "# " মুছুন।
headings:
  serial: ক্রমিক
  name: সেবার নাম
  # method: সেবা প্রদান পদ্ধতি
  time: সেবা প্রদানে সর্বোচ্চ সময়
  # documents: প্রয়োজনীয় কাগজপত্র
  # documents_source: কাগজপত্র/আবেদন ফরম প্রাপ্তিস্থান
  fee: সেবা মূল্য এবং পরিশোধ পদ্ধতি
  # officer: দায়িত্বপ্রাপ্ত কর্মকর্তা
  # superior: ঊর্ধ্বতন কর্মকর্তা

# আপনার কাছে আমাদের প্রত্যাশা।
# expectations:
#   - স্বয়ংসম্পূর্ণ আবেদন জমা দেওয়া
`,
  'officers.yaml': `# yaml-language-server: $schema=schema/officers.schema.json
# কর্মকর্তা: প্রত্যেকে একবার; বাম পাশের ইংরেজি নামটি দিয়ে services.yaml থেকে ডাকা হয়।
# নম্বর সবসময় উদ্ধৃতি চিহ্নের (" ") ভেতরে।
# office-head:
#   name: কর্মকর্তার নাম
#   post: পদবি
#   room: "২০৩"
#   phone: "02-55000000"
#   mobile: "01700000000"
#   email: name@example.gov.bd
`,
  'services.yaml': `# yaml-language-server: $schema=schema/services.schema.json
# সেবা: প্রতিটি "- id:" থেকে একটি সেবা; ক্রমিক নিজে বসে। id হলো পাতার ঠিকানা, প্রকাশের পর বদলাবেন না।
citizen:
  - id: first-service
    name: এখানে সেবার নাম লিখুন
    # method: কীভাবে সেবা দেওয়া হয়
    time: ৭ কার্যদিবস
    # documents:
    #   - জাতীয় পরিচয়পত্রের অনুলিপি
    # documents_source: উপজেলা কার্যালয়
    fee: বিনামূল্যে
    # officer: office-head
    # superior: office-head
`,
};

/**
 * Writes the data folder, whole or not at all.
 * @throws ImportError, in one line, if the folder exists and is not empty
 */
export function createDataFolder(folder: string): void {
  writeDataFolder(folder, (partial) => {
    for (const [file, text] of Object.entries(newFiles)) writeFileSync(join(partial, file), text);
  });
}
