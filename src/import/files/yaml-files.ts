// Writes the values of the YAML files as text, with comments for the staff.

import { type DataValues, NO_DEPARTMENT } from '../values/data-values.ts';
import { type Yaml, yamlLines } from './yaml-text.ts';

type FileText = 'office.yaml' | 'charter.yaml' | 'officers.yaml' | 'services.yaml';

const schemaLine = (name: string) => `# yaml-language-server: $schema=schema/${name}.schema.json`;

/** Returns the texts of the YAML files by name. A file without values is left out. */
export function yamlFiles(values: DataValues): Partial<Record<FileText, string>> {
  const { office, charter, officers, services } = values;
  const isEmpty = (value: object) => Object.values(value).every((one) => one === undefined);
  return {
    'office.yaml': officeText(office),
    ...(!isEmpty(charter) && { 'charter.yaml': charterText(charter) }),
    ...(!isEmpty(officers) && { 'officers.yaml': officersText(officers) }),
    ...(!isEmpty(services) && { 'services.yaml': servicesText(services) }),
  };
}

type Values = { [key: string]: Yaml | undefined };

const join = (parts: string[]) => `${parts.join('\n')}\n`;

function officeText(office: Values): string {
  const { website, published, reviewed, ...identity } = office;
  return join([
    schemaLine('office'),
    '# কার্যালয়ের পরিচয়: প্রতিটি পাতার উপরে ও নিচে দেখা যায়।',
    ...(office.department === NO_DEPARTMENT
      ? ['# department: মূল দলিলে কার্যালয়ের নাম পাওয়া যায়নি; এখানে লিখুন।']
      : []),
    ...yamlLines(identity),
    ...(website === undefined
      ? []
      : [
          '',
          '# website: ঠিকানাটি খোলে কি না দেখে নিয়ে confirmed: true লিখুন; তখন এটি লিংক হবে।',
          ...yamlLines({ website }),
        ]),
    '',
    '# published ও reviewed: সনদ প্রকাশ ও সর্বশেষ হালনাগাদের তারিখ (বছর-মাস-দিন, অথবা বছর-মাস)।',
    ...(published === undefined ? ['# published: 2026-01-01'] : yamlLines({ published })),
    ...(reviewed === undefined ? ['# reviewed: 2026-01-01'] : yamlLines({ reviewed })),
  ]);
}

const CHARTER_COMMENTS: Record<string, string> = {
  headings: '# headings: সেবার টেবিলের শিরোনাম, সনদের ক্রমে।',
  sections: '# sections: অংশগুলোর শিরোনাম ও নম্বর, সনদে যেমন আছে।',
  tables: '# tables: সেবার তালিকা নয় এমন টেবিল।',
  expectations: '# expectations: আপনার কাছে আমাদের প্রত্যাশা।',
  complaints: '# complaints: অভিযোগ প্রতিকার ব্যবস্থাপনা।',
};

function charterText(charter: Values): string {
  const parts = Object.entries(charter).filter(([, value]) => value !== undefined);
  return join([
    schemaLine('charter'),
    '# ভিশন, মিশন ও টেবিলের শিরোনাম। লেখাগুলো সরকারি; হুবহু রাখুন।',
    ...parts.flatMap(([key, value]) => {
      const comment = CHARTER_COMMENTS[key];
      return [...(comment ? ['', comment] : []), ...yamlLines({ [key]: value })];
    }),
  ]);
}

function officersText(officers: Values): string {
  return join([
    schemaLine('officers'),
    '# কর্মকর্তা: প্রত্যেকে একবার। বাম পাশের ইংরেজি নামটি (id) দিয়ে services.yaml থেকে ডাকা হয়।',
    '# মোবাইল ও টেলিফোন নম্বর সবসময় উদ্ধৃতি চিহ্নের (" ") ভেতরে লিখুন।',
    ...Object.entries(officers).flatMap(([id, officer], at) => [
      ...(at > 0 ? [''] : []),
      ...yamlLines({ [id]: officer }),
    ]),
  ]);
}

const LIST_COMMENTS: Record<string, string> = {
  citizen: '# citizen: নাগরিক সেবা',
  institutional: '# institutional: প্রাতিষ্ঠানিক সেবা',
  internal: '# internal: অভ্যন্তরীণ সেবা',
  subordinate: '# subordinate: আওতাধীন দপ্তর',
};

function servicesText(services: Values): string {
  return join([
    schemaLine('services'),
    '# সেবা: প্রতিটি "- id:" থেকে পরের "- id:" পর্যন্ত একটি সেবা। উপর থেকে নিচে এই ক্রমেই নম্বর বসে।',
    '# id হলো সেবার পাতার ঠিকানা (/services/<id>); একবার প্রকাশ হলে আর বদলাবেন না।',
    '# officer ও superior: officers.yaml এর বাম পাশের নাম, অথবা সনদের লেখা।',
    ...Object.entries(services).flatMap(([key, list]) =>
      Array.isArray(list)
        ? [
            '',
            LIST_COMMENTS[key] ?? '',
            `${key}:`,
            ...list.flatMap((item, at) => [...(at > 0 ? [''] : []), ...yamlLines([item], '  ')]),
          ]
        : [],
    ),
  ]);
}
