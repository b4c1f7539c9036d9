// One strict schema for each file of data/, composed of the schemas of charter/.
// Descriptions are shown to the staff in their editor (npm run schemas).

import { z } from 'zod';
import {
  complaintsSchema,
  correctionSchema,
  sectionsSchema,
  subordinateSchema,
  tableSchema,
} from '../charter/charter.ts';
import { headingsSchema } from '../charter/columns.ts';
import { officeSchema } from '../charter/office.ts';
import { officerSchema } from '../charter/officer.ts';
import { serviceSchema } from '../charter/service.ts';
import { idKey, text } from '../charter/values.ts';
import type { FileName } from './sources.ts';

const charterFile = z.strictObject({
  vision: text.optional().meta({ description: 'ভিশন (রূপকল্প): একটি বাক্য, হুবহু সনদের।' }),
  mission: text.optional().meta({ description: 'মিশন (অভিলক্ষ্য), হুবহু সনদের।' }),
  headings: headingsSchema.optional().meta({
    description: 'সেবার টেবিলের শিরোনাম, সনদের ক্রমে; যে কলাম লাগে, শুধু সেগুলো। নিজের কলামও যোগ করা যায়।',
  }),
  sections: sectionsSchema.optional().meta({
    description: 'অংশগুলোর শিরোনাম ও নম্বর, যদি প্রমিত ছকের মতো না হয়।',
  }),
  tables: z.array(tableSchema).min(1).optional().meta({
    description: 'সেবার তালিকা নয় এমন টেবিল, যেমন ফির তালিকা।',
  }),
  expectations: z
    .array(text)
    .min(1)
    .optional()
    .meta({ description: 'আপনার কাছে আমাদের প্রত্যাশা: সেবা পেতে সেবাগ্রহীতার করণীয়।' }),
  complaints: complaintsSchema.optional().meta({ description: 'অভিযোগ প্রতিকার ব্যবস্থাপনা (GRS)।' }),
});

const serviceList = z.array(serviceSchema).min(1).optional();

const servicesFile = z.strictObject({
  citizen: serviceList.meta({ description: 'নাগরিক সেবা।' }),
  institutional: serviceList.meta({ description: 'প্রাতিষ্ঠানিক (দাপ্তরিক) সেবা।' }),
  internal: serviceList.meta({ description: 'অভ্যন্তরীণ সেবা।' }),
  subordinate: z
    .array(subordinateSchema)
    .min(1)
    .optional()
    .meta({ description: 'আওতাধীন দপ্তর বা সংস্থা, এবং তাদের সনদের ঠিকানা।' }),
});

/** The files of data/ and their schemas. */
export const files = {
  'office.yaml': officeSchema,
  'charter.yaml': charterFile,
  'officers.yaml': z.record(idKey, officerSchema),
  'services.yaml': servicesFile,
  'corrections.yaml': z.array(correctionSchema),
  'synonyms.yaml': z.array(z.array(text).min(2)),
} satisfies Record<FileName, z.ZodType>;

/** The content of a missing file; only office.yaml is required. */
export const emptyContents = {
  'office.yaml': undefined,
  'charter.yaml': {},
  'officers.yaml': {},
  'services.yaml': {},
  'corrections.yaml': [],
  'synonyms.yaml': [],
} satisfies Record<FileName, object | undefined>;

/** The content of every file, read and valid by itself; references between files are not yet checked. */
export type Data = { [Name in FileName]: z.infer<(typeof files)[Name]> };
