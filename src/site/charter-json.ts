// The charter for programs: /charter.json and its JSON Schema.
// What is prose in the charter stays prose: no duration or price is made of it.

import { z } from 'zod';
import { toDialled } from '../bangla/phone.ts';
import { type Charter, categories, type Officer, type ServiceCase } from '../charter/charter.ts';
import { isFree, numbersOf } from './facts.ts';

/** Of the format, by Semantic Versioning: what is added raises the second number, what is changed the first. */
const VERSION = '1.0.0';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(1);
const facts = {
  method: text.optional().meta({ description: 'How the service is given, in prose.' }),
  time: text
    .optional()
    .meta({ description: 'The longest time it takes, in prose; not always a duration.' }),
  documents: z
    .array(z.object({ name: text, source: text.optional(), form: text.optional() }))
    .meta({
      description: 'What to bring, where to get it and where its form is; empty: not said.',
    }),
  documents_source: text.optional().meta({ description: 'Where to get the documents.' }),
  fees: z
    .array(
      z.object({
        for: text.optional().meta({ description: 'What the fee is for, where there are several.' }),
        fee: text.optional().meta({ description: 'The fee as the charter words it.' }),
        amount_bdt: z.number().optional().meta({
          description: 'In taka, only where the charter says a number, or that it is free (0).',
        }),
      }),
    )
    .meta({ description: 'Empty: not said.' }),
};
const officerIds = z.array(id).meta({ description: 'Ids of officers.' });

const openCharter = z
  .object({
    $schema: z.url(),
    version: z.literal(VERSION).meta({ description: 'Of this format (Semantic Versioning).' }),
    language: z.literal('bn').meta({ description: 'Of all prose (BCP 47).' }),
    url: z.url().meta({ description: 'The charter for people.' }),
    office: z.object({
      government: text,
      ministry: text.optional(),
      department: text,
      office: text.optional(),
      union: text.optional(),
      upazila: text.optional(),
      district: text,
      website: text.optional(),
    }),
    published: z.iso.date().optional(),
    reviewed: z.iso.date().optional(),
    vision: text,
    mission: text,
    headings: z.record(z.string(), text).meta({ description: 'Of the official table, by fact.' }),
    services: z.array(
      z.object({
        id,
        url: z.url(),
        category: z.enum(categories),
        serial: z.int().positive().meta({ description: 'Within the category, from 1.' }),
        name: text,
        ...facts,
        cases: z
          .array(z.object({ name: text, ...facts }))
          .meta({ description: 'Kinds of the service that differ in some facts (ক, খ …).' }),
        officers: officerIds,
        superiors: officerIds,
      }),
    ),
    officers: z.array(
      z.object({
        id,
        url: z.url(),
        vcard: z.url(),
        name: text.optional(),
        post: text,
        room: text.optional(),
        office: text,
        place: text,
        telephones: z.array(text).meta({
          description: 'In the order of the charter: E.164, or a short code as it is dialled.',
        }),
        email: z.email().optional(),
      }),
    ),
    subordinate: z.array(z.object({ name: text, website: text.optional() })),
    expectations: z.array(text),
    complaints: z
      .object({
        introduction: text.optional(),
        tiers: z.array(
          z.object({
            when: text,
            whom: text,
            officer: id.optional(),
            address: text.optional(),
            website: text.optional(),
            time: text,
          }),
        ),
      })
      .optional(),
    corrections: z
      .array(
        z.object({
          changes: z.array(z.object({ published: text, shown: text.optional() })),
          reason: text,
        }),
      )
      .meta({ description: 'Where this differs from the charter as it was first published.' }),
  })
  .meta({ title: "A public office's citizen's charter" });

type OpenCharter = z.infer<typeof openCharter>;

/** The schema of /charter.json (JSON Schema 2020-12). */
export function charterSchema(): string {
  return json(z.toJSONSchema(openCharter));
}

/** The whole charter (RFC 8259), as /charter.schema.json describes it. */
export function charterJson(charter: Charter, publicUrl: string): string {
  const { published, reviewed, website, security: _, ...office } = charter.office;
  const ids = (officers: Officer[]) => officers.map((officer) => officer.id);
  return json({
    $schema: `${publicUrl}/charter.schema.json`,
    version: VERSION,
    language: 'bn',
    url: `${publicUrl}/`,
    office: { ...office, website: website?.address },
    published,
    reviewed,
    vision: charter.vision,
    mission: charter.mission,
    headings: charter.headings as Record<string, string>,
    services: charter.services.map((service) => ({
      id: service.id,
      url: `${publicUrl}/services/${service.id}`,
      category: service.category,
      serial: service.serial,
      name: service.name,
      ...factsOf(service),
      cases: (service.cases ?? []).map((one) => ({ name: one.name, ...factsOf(one) })),
      officers: ids(service.officers),
      superiors: ids(service.superiors),
    })),
    officers: charter.officers.map((officer) => {
      const { mobile, phone, short_code, ...rest } = officer;
      return {
        ...rest,
        url: `${publicUrl}/contact#officer-${officer.id}`,
        vcard: `${publicUrl}/contact/${officer.id}.vcf`,
        telephones: numbersOf(officer).map(({ number }) => toDialled(number)),
      };
    }),
    subordinate: charter.subordinate,
    expectations: charter.expectations,
    complaints: charter.complaints && {
      ...charter.complaints,
      tiers: charter.complaints.tiers.map((tier) => ({ ...tier, officer: tier.officer?.id })),
    },
    corrections: charter.corrections.map(({ changes, reason }) => ({ changes, reason })),
  } satisfies OpenCharter);
}

function factsOf({ method, time, documents, documents_source, fee }: Partial<ServiceCase>) {
  return {
    method,
    time,
    documents: documents ?? [],
    documents_source,
    fees: (fee ?? []).map((item) => {
      if (typeof item.fee === 'number') return { for: item.for, amount_bdt: item.fee };
      return { for: item.for, fee: item.fee, amount_bdt: isFree(item.fee) ? 0 : undefined };
    }),
  };
}

function json(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
