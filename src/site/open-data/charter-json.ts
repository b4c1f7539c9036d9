// The charter for programs: /charter.json and its JSON Schema.
// Prose stays prose: no duration or price is derived from it.

import { z } from 'zod';
import { toDialled } from '../../bangla/phone.ts';
import type { Charter } from '../../charter/charter.ts';
import { columns, type Facts, factKeys, officerKeys } from '../../charter/columns.ts';
import { officerNumbers, officersAmong } from '../../charter/officer.ts';
import { categories, type Service } from '../../charter/service.ts';
import { downloads, officerPath, sectionLink, serviceLink, vcardPath } from '../addresses.ts';

/** The version of the format (Semantic Versioning): additions raise the second number, changes the first. */
const VERSION = '1.3.0';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(1);
const factSchemas = Object.fromEntries(
  factKeys.map((key) => [columns[key].open.name, columns[key].open.schema]),
);
const officerIds = z.array(id).meta({ description: 'Ids of officers.' });
const officerTexts = z
  .array(text)
  .optional()
  .meta({ description: 'Who it is in the words of the charter, where there is no record.' });
const date = z.union([z.iso.date(), z.string().regex(/^\d{4}-\d{2}$/)]);
const own = z
  .record(z.string(), z.array(text))
  .optional()
  .meta({ description: "The office's own columns, by key." });

const openCharter = z
  .object({
    $schema: z.url(),
    version: z.literal(VERSION).meta({ description: 'Of this format (Semantic Versioning).' }),
    language: z.literal('bn').meta({ description: 'Of all prose (BCP 47).' }),
    url: z.url().meta({ description: 'The charter for people.' }),
    office: z.object({
      government: text.optional(),
      ministry: text.optional(),
      department: text,
      office: text.optional(),
      union: text.optional(),
      upazila: text.optional(),
      district: text.optional(),
      address: text.optional().meta({ description: 'Building and street.' }),
      hours: text.optional().meta({ description: 'Opening hours, in prose.' }),
      directions: text.optional(),
      map: text.optional(),
      helplines: z.array(z.object({ name: text, telephone: text })).optional(),
      website: text.optional(),
    }),
    published: date.optional(),
    reviewed: date.optional(),
    vision: text.optional(),
    mission: text.optional(),
    headings: z
      .record(z.string(), text)
      .meta({ description: 'Of the official table, by column, in the order of the columns.' }),
    services: z.array(
      z.object({
        id,
        url: z.url(),
        category: z.enum(categories),
        category_title: text,
        group: text.optional().meta({ description: 'The heading above a group of services.' }),
        serial: z.int().positive().meta({ description: 'As the charter counts.' }),
        name: text,
        name_en: text.optional().meta({ description: 'The name in English.' }),
        ...factSchemas,
        own,
        cases: z
          .array(z.object({ name: text, ...factSchemas, own }))
          .meta({ description: 'Kinds of the service that differ in some facts (ক, খ …).' }),
        ...Object.fromEntries(
          officerKeys.flatMap((key) => [
            [columns[key].open.name, officerIds],
            [columns[key].open.textName, officerTexts],
          ]),
        ),
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
        office: text.optional().meta({ description: "Only where it is not the charter's." }),
        place: text.optional(),
        telephones: z.array(text).meta({
          description:
            'In the order of the charter: E.164, with ";ext=" and an extension (RFC 3966); or a short code.',
        }),
        email: z.email().optional(),
      }),
    ),
    subordinate: z.array(z.object({ name: text, website: text.optional() })),
    tables: z
      .array(
        z.object({
          id,
          url: z.url(),
          title: text,
          number: text.optional(),
          introduction: text.optional(),
          columns: z.array(text),
          rows: z.array(z.array(text)),
        }),
      )
      .meta({ description: 'Tables that are no lists of services, such as a chart of fees.' }),
    expectations: z.array(text),
    complaints: z
      .object({
        introduction: text.optional(),
        tiers: z.array(
          z.object({
            when: text.optional(),
            whom: text,
            officer: id.optional(),
            address: text.optional(),
            telephone: text.optional(),
            email: z.email().optional(),
            website: text.optional(),
            time: text.optional(),
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

/** Returns the schema of /charter.json (JSON Schema 2020-12). */
export function charterSchema(): string {
  return json(z.toJSONSchema(openCharter));
}

/** Returns the whole charter as JSON (RFC 8259), as /charter.schema.json describes it. */
export function charterJson(charter: Charter, publicUrl: string): string {
  const { published, reviewed, website, security: _, hours, helplines, ...office } = charter.office;
  return json({
    $schema: publicUrl + downloads.jsonSchema,
    version: VERSION,
    language: 'bn',
    url: `${publicUrl}/`,
    office: {
      ...office,
      hours: hours?.text,
      helplines: helplines?.map(({ name, number }) => ({ name, telephone: toDialled(number) })),
      website: website?.address,
    },
    published,
    reviewed,
    vision: charter.vision,
    mission: charter.mission,
    headings: Object.fromEntries(charter.headings.map(({ key, text: heading }) => [key, heading])),
    services: charter.services.map((service) => ({
      id: service.id,
      url: publicUrl + serviceLink(service).path,
      category: service.category,
      category_title: service.categoryTitle,
      group: service.group,
      serial: service.serial,
      name: service.name,
      name_en: service.nameEn,
      ...openFacts(service),
      cases: service.cases.map((one) => ({ name: one.name, ...openFacts(one) })),
      ...officersOf(service),
    })),
    officers: charter.officers.map((officer) => {
      const { id, name, post, room, office, place, email } = officer;
      return {
        ...{ id, name, post, room, office, place, email },
        url: publicUrl + officerPath(officer),
        vcard: publicUrl + vcardPath(officer),
        telephones: officerNumbers(officer).map(({ number }) => toDialled(number)),
      };
    }),
    subordinate: charter.subordinate,
    tables: charter.tables.map((table) => ({ ...table, url: publicUrl + sectionLink(table).path })),
    expectations: charter.expectations,
    complaints: charter.complaints && {
      ...charter.complaints,
      tiers: charter.complaints.tiers.map(({ phone, ...tier }) => ({
        ...tier,
        officer: tier.officer?.id,
        telephone: phone && toDialled(phone),
      })),
    },
    corrections: charter.corrections.map(({ changes, reason }) => ({ changes, reason })),
  } satisfies OpenCharter);
}

function openFacts(row: Facts): object {
  const own = Object.fromEntries(row.own.map(({ key, texts }) => [key, texts]));
  const facts = factKeys.map((key) => [columns[key].open.name, columns[key].open.value(row)]);
  return { ...Object.fromEntries(facts), own: row.own.length > 0 ? own : undefined };
}

function officersOf(service: Service): object {
  return Object.fromEntries(
    officerKeys.flatMap((key) => {
      const { open, officers } = columns[key];
      const all = officers(service);
      const texts = all.flatMap(({ id, text }) => (id === undefined ? text : []));
      return [
        [open.name, officersAmong(all).map(({ id }) => id)],
        [open.textName, texts.length > 0 ? texts : undefined],
      ];
    }),
  );
}

function json(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
