// The charter for programs: /charter.json and its JSON Schema.
// Prose stays prose: no duration or price is derived from it.

import { z } from 'zod';
import { toDialled } from '../../bangla/phone.ts';
import type { Charter } from '../../charter/charter.ts';
import { columns, type Facts, factKeys, officerKeys } from '../../charter/columns.ts';
import { numbersOf } from '../../charter/officer.ts';
import { categories, type Service } from '../../charter/service.ts';
import { downloads, officerPath, serviceLink, vcardPath } from '../addresses.ts';

/** Version of the format (Semantic Versioning): additions raise the minor number, changes the major one. */
const VERSION = '1.0.0';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(1);
const factSchemas = Object.fromEntries(
  factKeys.map((key) => [columns[key].open.name, columns[key].open.schema]),
);
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
    headings: z
      .record(z.string(), text.optional())
      .meta({ description: 'Of the official table, by fact.' }),
    services: z.array(
      z.object({
        id,
        url: z.url(),
        category: z.enum(categories),
        serial: z.int().positive().meta({ description: 'Within the category, from 1.' }),
        name: text,
        ...factSchemas,
        cases: z
          .array(z.object({ name: text, ...factSchemas }))
          .meta({ description: 'Kinds of the service that differ in some facts (ক, খ …).' }),
        ...Object.fromEntries(officerKeys.map((key) => [columns[key].open.name, officerIds])),
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
  return json({
    $schema: publicUrl + downloads.jsonSchema,
    version: VERSION,
    language: 'bn',
    url: `${publicUrl}/`,
    office: { ...office, website: website?.address },
    published,
    reviewed,
    vision: charter.vision,
    mission: charter.mission,
    headings: { ...charter.headings },
    services: charter.services.map((service) => ({
      id: service.id,
      url: publicUrl + serviceLink(service).path,
      category: service.category,
      serial: service.serial,
      name: service.name,
      ...factsOf(service),
      cases: (service.cases ?? []).map((one) => ({ name: one.name, ...factsOf(one) })),
      ...officersOf(service),
    })),
    officers: charter.officers.map((officer) => {
      const { mobile, phone, short_code, ...rest } = officer;
      return {
        ...rest,
        url: publicUrl + officerPath(officer),
        vcard: publicUrl + vcardPath(officer),
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

function factsOf(row: Facts): object {
  return Object.fromEntries(
    factKeys.map((key) => [columns[key].open.name, columns[key].open.value(row)]),
  );
}

function officersOf(service: Service): object {
  return Object.fromEntries(
    officerKeys.map((key) => {
      const { open, officers } = columns[key];
      return [open.name, officers(service).map(({ id }) => id)];
    }),
  );
}

function json(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
