// The sheets from the charter: the posters for the office wall, a sheet for each service, the labels and the preview image
// for shared links.

import { toBengaliDate } from '../../bangla/date.ts';
import { toSerial } from '../../bangla/digits.ts';
import { toSpokenGroups } from '../../bangla/phone.ts';
import type { Charter, ComplaintTier, FreeTable } from '../../charter/charter.ts';
import type { TableColumn } from '../../charter/columns.ts';
import { type Office, officePlace } from '../../charter/office.ts';
import { officerNumbers, officersAmong } from '../../charter/officer.ts';
import {
  type ComplaintColumn,
  type Section,
  type ServiceSection,
  sectionsOf,
} from '../../charter/sections.ts';
import type { Service } from '../../charter/service.ts';
import { mapValues } from '../../typed.ts';
import { isPublic, mission, serviceLink, vision } from '../addresses.ts';
import {
  type Cell,
  type CellLine,
  NOT_GIVEN,
  officerLines,
  plain,
  reachLines,
  serviceCell,
} from '../cells.ts';
import { SCAN } from './drawing.ts';
import { layLabels } from './labels.ts';
import { A5 } from './page-flow.ts';
import { type Document, writePdf } from './pdf.ts';
import { prove, type Wanted } from './proof.ts';
import { layShare } from './share.ts';
import type {
  Contact,
  Letterhead,
  SheetColumn,
  SheetContent,
  SheetRow,
  SheetSection,
  Statement,
} from './sheet-content.ts';
import { laySheet } from './sheet-layout.ts';
import { writeSvg } from './svg.ts';

type Paper = 'a4' | 'a3';

/** The scale of each paper, relative to A4. */
const scales: Record<Paper, number> = { a4: 1, a3: 420 / 297 };

/**
 * The poster for the office wall: the whole charter, with the numbers to call and the site's address.
 * @param publicUrl for the QR code (ISO/IEC 18004), which is left out if others cannot reach the URL
 * @returns a landscape PDF for each paper, with as many pages as needed
 * @throws Error if anything is missing on the pages, see proof.ts
 */
export function posterPdfs(charter: Charter, publicUrl: string): Record<Paper, Buffer> {
  const { document, wanted } = laySheet(posterContent(charter, publicUrl));
  return mapValues(scales, (scale) => provenPdf(document, wanted, scale));
}

function provenPdf(document: Document, wanted: Wanted, scale?: number): Buffer {
  const written = writePdf(document, scale);
  prove(document, written, wanted);
  return written.bytes;
}

/**
 * A sheet of A5 to hand over the counter: one service.
 * @returns a PDF
 * @throws Error as posterPdfs does
 */
export function servicePdf(charter: Charter, service: Service, publicUrl: string): Buffer {
  const { document, wanted } = laySheet(summaryContent(charter, service, publicUrl), A5);
  return provenPdf(document, wanted);
}

/**
 * A sheet of labels to stick on doors and counters.
 * @param publicUrl what their codes lead to
 * @returns a PDF of A4
 */
export function labelsPdf({ office }: Charter, publicUrl: string): Buffer {
  const { document, wanted } = layLabels(letterhead(office), publicUrl);
  return provenPdf(document, wanted);
}

function summaryContent(charter: Charter, service: Service, publicUrl: string): SheetContent {
  const { office } = charter;
  const { path, label } = serviceLink(service);
  const qr = isPublic(publicUrl) ? publicUrl + path : undefined;
  const section = sectionsOf(charter).find(
    (one) => one.kind === 'services' && one.services.includes(service),
  );
  const columns = section?.kind === 'services' ? section.columns : [];
  const factOf = (column: TableColumn): SheetRow[] => {
    const cell = serviceCell(service, column);
    // The name itself is the title; its cases are not.
    const text = column.kind === 'name' ? cell.slice(1) : cell;
    return column.kind === 'serial' || text.length === 0
      ? []
      : [{ what: [plain(column.kind === 'name' ? 'ধরন' : column.label)], text }];
  };
  const column = { heading: '', isLeft: true, isMerged: false };
  return {
    ...letterhead(office),
    title: label,
    statements: [],
    sections: [
      {
        heading: [service.name],
        columns: [
          { ...column, key: 'what', isName: true },
          { ...column, key: 'text', isName: false },
        ],
        rows: columns.flatMap(factOf),
      },
    ],
    contacts: footContacts({ ...charter, services: [service] }).slice(0, 1),
    visit: visitLines(office),
    notes: footNotes(office, qr),
    qr,
  };
}

/** Returns the content of a poster. */
export function posterContent(charter: Charter, publicUrl: string): SheetContent {
  const { office, vision: visionText, mission: missionText } = charter;
  const sections = sectionsOf(charter);
  const qr = isPublic(publicUrl) ? publicUrl : undefined;
  return {
    ...letterhead(office),
    statements: [
      { heading: vision.label, text: visionText },
      { heading: mission.label, text: missionText },
    ].filter((one): one is Statement => one.text !== undefined),
    sections: sections.map((section, index) => ({
      heading:
        section.kind === 'services' && index === 0
          ? ['প্রতিশ্রুত সেবাসমূহ', sectionTitle(section, sections)]
          : [sectionTitle(section, sections)],
      ...sectionContent(section),
    })),
    contacts: footContacts(charter),
    visit: visitLines(office),
    notes: footNotes(office, qr),
    qr,
  };
}

/** Title and office, in the order of the pages' header. */
function letterhead(office: Office): Letterhead {
  const place = officePlace(office);
  return {
    title: 'সিটিজেন চার্টার',
    above: [office.government, office.ministry].filter((line) => line !== undefined),
    department: office.department,
    below: [office.office, place || undefined].filter((line) => line !== undefined),
  };
}

/** The preview image for shared links (Open Graph's og:image): a PNG of 1200 × 630 pixels. */
export async function sharePng({ office }: Charter): Promise<Buffer> {
  const svg = writeSvg(layShare(letterhead(office)));
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, { fitTo: { mode: 'width', value: 1200 } }).render().asPng();
}

/** Where to read on, and how old the charter is. */
function footNotes(office: Office, qr: string | undefined): CellLine[] {
  const address = qr ? qr.replace(/^https?:\/\//, '') : office.website?.address;
  const updated = office.reviewed ?? office.published;
  const notes: (CellLine | undefined)[] = [
    qr ? { style: 'post', text: SCAN } : undefined,
    address ? { style: 'latin', text: address } : undefined,
    updated ? plain(`সর্বশেষ হালনাগাদ: ${toBengaliDate(updated)}`) : undefined,
  ];
  return notes.filter((note) => note !== undefined);
}

/** Where the office is and when it is open. */
function visitLines(office: Office): string[] {
  return [
    office.address && `ঠিকানা: ${office.address}`,
    office.hours && `অফিসের সময়: ${office.hours.text}`,
    office.directions && `কীভাবে আসবেন: ${office.directions}`,
  ].filter((line) => line !== undefined);
}

function sectionTitle({ number, ownNumber, title }: Section, all: Section[]): string {
  return all.length > 1 || ownNumber !== undefined ? `${number} ${title}` : title;
}

function sectionContent(section: Section): Omit<SheetSection, 'heading'> {
  switch (section.kind) {
    case 'services':
      return serviceTable(section);
    case 'complaints':
      return {
        introduction: section.complaints.introduction,
        columns: section.columns.map(({ key, heading }): SheetColumn => {
          const isName = key === 'when';
          const isMerged = !isName && key !== 'serial';
          return { key, heading, isLeft: isName || key === 'where', isMerged, isName };
        }),
        rows: section.complaints.tiers.map((tier, index) =>
          Object.fromEntries(
            section.columns.map(({ key }) => [key, orNotGiven(tierCell(tier, key, index))]),
          ),
        ),
      };
    case 'table':
      return freeTable(section.table);
    case 'expectations':
      return { items: section.expectations };
    case 'subordinate':
      return {
        items: section.offices.map(({ name, website }) => (website ? `${name}: ${website}` : name)),
      };
  }
}

function serviceTable(section: ServiceSection): { columns: SheetColumn[]; rows: SheetRow[] } {
  const rowOf = (service: Service) =>
    Object.fromEntries(
      section.columns.map((column) => [column.key, orNotGiven(serviceCell(service, column))]),
    );
  return {
    columns: section.columns.map(({ key, heading, kind }) => {
      const isName = kind === 'name';
      const isMerged = !isName && kind !== 'serial';
      return { key, heading, isLeft: isName || kind === 'officers', isMerged, isName };
    }),
    rows: section.groups.flatMap(({ title, services }): SheetRow[] => [
      ...(title === undefined ? [] : [{ group: title }]),
      ...services.map(rowOf),
    ]),
  };
}

function freeTable({ introduction, columns, rows }: FreeTable): Omit<SheetSection, 'heading'> {
  const keyOf = (index: number) => `column-${index}`;
  return {
    introduction,
    columns: columns.map((heading, at): SheetColumn => {
      const isName = at === 0;
      return { key: keyOf(at), heading, isLeft: isName, isMerged: false, isName };
    }),
    rows: rows.map((row) => Object.fromEntries(row.map((text, at) => [keyOf(at), [plain(text)]]))),
  };
}

function tierCell(tier: ComplaintTier, key: ComplaintColumn['key'], index: number): Cell {
  switch (key) {
    case 'serial':
      return [{ style: 'serial', text: toSerial(index + 1) }];
    case 'when':
      return tier.when === undefined ? [] : [{ style: 'name', text: tier.when }];
    case 'where':
      return [
        ...(tier.officer ? officerLines(tier.officer) : []),
        ...(tier.address ? [plain(tier.address)] : []),
        ...reachLines({ phone: tier.phone, email: tier.email }),
        ...(tier.website ? [{ style: 'latin' as const, text: tier.website }] : []),
      ];
    case 'whom':
    case 'time':
      return tier[key] === undefined ? [] : [plain(tier[key])];
  }
}

function orNotGiven(cell: Cell): Cell {
  return cell.length > 0 ? cell : [plain(NOT_GIVEN)];
}

/** The most numbers that the foot of the sheet has room for. */
const CONTACTS = 3;
/** The most letters of a label there; a longer label, with its number, stands only in the table. */
const LABEL = 100;

/** The officers in charge of the services, each with the first number, and the helplines, for the foot of the sheet. */
function footContacts({ services, office }: Charter): Contact[] {
  const inCharge = officersAmong([...new Set(services.flatMap((service) => service.officers))]);
  const officers = inCharge.flatMap((officer) => {
    const [first] = officerNumbers(officer);
    return first ? [{ label: `সেবার জন্য যোগাযোগ: ${officer.post}`, number: first.number }] : [];
  });
  const helplines = (office.helplines ?? []).map(({ name, number }) => ({ label: name, number }));
  return [...officers, ...helplines]
    .filter(({ label }) => label.length <= LABEL)
    .slice(0, CONTACTS)
    .map(({ label, number }) => ({ label, number: toSpokenGroups(number).join(' ') }));
}
