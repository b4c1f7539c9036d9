// The sheets, typeset by Typst: the poster for the office wall and the preview image for shared links.

import { renderSVG } from 'uqr';
import { toBengaliDate } from '../../bangla/date.ts';
import { toSerial } from '../../bangla/digits.ts';
import { toSpokenGroups } from '../../bangla/phone.ts';
import type { Charter, ComplaintTier, FreeTable } from '../../charter/charter.ts';
import type { Facts, TableColumn } from '../../charter/columns.ts';
import { hoursText, type Office, placeOf } from '../../charter/office.ts';
import { numbersOf, officersAmong } from '../../charter/officer.ts';
import {
  type ComplaintColumn,
  type Section,
  type ServiceSection,
  sectionsOf,
} from '../../charter/sections.ts';
import type { Service } from '../../charter/service.ts';
import { isPublic, mission, vision } from '../addresses.ts';
import {
  type Cell,
  type CellLine,
  DASH,
  officerLines,
  plain,
  reachLines,
  serviceCell,
} from '../cells.ts';
import { typesetPdf, typesetSvg } from './typst.ts';

export type Paper = 'a4' | 'a3';

/** A column as views/poster.typ sets it. */
interface PosterColumn {
  key: string;
  heading: string;
  /** Its width relative to the other columns. */
  share: number;
  isLeft: boolean;
  /** Whether equal neighbours in the column are one cell, as on the boards of offices. */
  isMerged: boolean;
}

/** A row: the cells by column, or a heading across all columns. */
type PosterRow = Record<string, Cell> | { group: string };

/**
 * The poster for the office wall: the whole charter, with the numbers to call and the site's address.
 * @param publicUrl for the QR code (ISO/IEC 18004), which is left out if others cannot reach the URL
 * @returns a landscape PDF with as many pages as needed
 */
export function posterPdf(charter: Charter, publicUrl: string, paper: Paper): Promise<Buffer> {
  const { office } = charter;
  const sections = sectionsOf(charter);
  const qr = isPublic(publicUrl) ? publicUrl : undefined;
  const statements = [
    [vision.label, charter.vision],
    [mission.label, charter.mission],
  ].filter(([, text]) => text !== undefined);
  return typesetPdf('poster.typ', {
    paper,
    ...identity(office),
    statements,
    sections: sections.map((section, index) => ({
      heading:
        section.kind === 'services' && index === 0
          ? ['প্রতিশ্রুত সেবাসমূহ', sectionTitle(section, sections)]
          : [sectionTitle(section, sections)],
      ...sectionContent(section),
    })),
    contacts: contactsOf(charter),
    visit: visitLines(office),
    notes: notesOf(office, qr),
    qr: qr && renderSVG(qr, { ecc: 'M', border: 4 }),
  });
}

/** Title and office, in the order of the pages' header. */
function identity(office: Office) {
  const place = placeOf(office);
  return {
    title: 'সিটিজেন চার্টার',
    above: [office.government, office.ministry].filter((line) => line !== undefined),
    department: office.department,
    below: [office.office, place || undefined].filter((line) => line !== undefined),
  };
}

/** The preview image for shared links (Open Graph's og:image): a PNG of 1200 × 630 pixels. */
export async function sharePng({ office }: Charter): Promise<Buffer> {
  const svg = await typesetSvg('share.typ', identity(office));
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, { fitTo: { mode: 'width', value: 1200 } }).render().asPng();
}

/** Where to read on, and how old the charter is. */
function notesOf(office: Office, qr: string | undefined): CellLine[] {
  const address = qr ? qr.replace(/^https?:\/\//, '') : office.website?.address;
  const updated = office.reviewed ?? office.published;
  const notes: (CellLine | undefined)[] = [
    qr ? { style: 'post', text: 'মোবাইলে দেখতে কোডটি স্ক্যান করুন' } : undefined,
    address ? { style: 'latin', text: address } : undefined,
    updated ? plain(`সর্বশেষ হালনাগাদ: ${toBengaliDate(updated)}`) : undefined,
  ];
  return notes.filter((note) => note !== undefined);
}

/** Where the office is and when it is open. */
function visitLines(office: Office): string[] {
  const hours = hoursText(office);
  return [
    office.address && `ঠিকানা: ${office.address}`,
    hours && `অফিসের সময়: ${hours}`,
    office.directions && `কীভাবে আসবেন: ${office.directions}`,
  ].filter((line) => line !== undefined);
}

function sectionTitle({ number, ownNumber, title }: Section, all: Section[]): string {
  return all.length > 1 || ownNumber !== undefined ? `${number} ${title}` : title;
}

function sectionContent(section: Section) {
  switch (section.kind) {
    case 'services':
      return serviceBoard(section);
    case 'complaints':
      return {
        introduction: section.complaints.introduction,
        columns: section.columns.map(
          ({ key, heading, share }): PosterColumn => ({
            key,
            heading,
            share,
            isLeft: key === 'when' || key === 'where',
            isMerged: key !== 'serial' && key !== 'when',
          }),
        ),
        rows: section.complaints.tiers.map((tier, index) =>
          Object.fromEntries(
            section.columns.map(({ key }) => [key, orDash(tierCell(tier, key, index))]),
          ),
        ),
      };
    case 'table':
      return freeBoard(section.table);
    case 'expectations':
      return { items: section.expectations };
    case 'subordinate':
      return {
        items: section.offices.map(({ name, website }) => (website ? `${name}: ${website}` : name)),
      };
  }
}

function serviceBoard(section: ServiceSection): { columns: PosterColumn[]; rows: PosterRow[] } {
  const rowOf = (service: Service) =>
    Object.fromEntries(
      section.columns.map((column) => [column.key, orDash(serviceCell(service, column))]),
    );
  return {
    columns: section.columns.map((column) => ({
      key: column.key,
      heading: column.heading,
      share: shareOf(column, section),
      isLeft: column.kind === 'name' || column.kind === 'officers',
      isMerged: column.kind !== 'name' && column.kind !== 'serial',
    })),
    rows: section.groups.flatMap(({ title, services }): PosterRow[] => [
      ...(title === undefined ? [] : [{ group: title }]),
      ...services.map(rowOf),
    ]),
  };
}

/** A column's share of the width: lists of documents get more, and so do officers without superiors beside them. */
function shareOf({ key, share }: TableColumn, { columns, services }: ServiceSection): number {
  const hasList = ({ documents = [] }: Facts) => documents.length > 1;
  if (key === 'documents' && services.some((one) => [one, ...one.cases].some(hasList))) return 18;
  if (key === 'officer' && !columns.some((column) => column.key === 'superior')) return 24;
  return share;
}

function freeBoard({ introduction, columns, rows }: FreeTable) {
  const keyOf = (index: number) => `column-${index}`;
  return {
    introduction,
    columns: columns.map(
      (heading, index): PosterColumn => ({
        key: keyOf(index),
        heading,
        share: 1,
        isLeft: index === 0,
        isMerged: false,
      }),
    ),
    rows: rows.map((row) =>
      Object.fromEntries(row.map((text, index) => [keyOf(index), [plain(text)]])),
    ),
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

function orDash(cell: Cell): Cell {
  return cell.length > 0 ? cell : [plain(DASH)];
}

/** How many numbers the foot of the sheet has room for. */
const CONTACTS = 3;

/** The officers in charge of the services, each with the first number, and the helplines, for the foot of the sheet. */
function contactsOf({ services, office }: Charter): { label: string; number: string }[] {
  const inCharge = officersAmong([...new Set(services.flatMap((service) => service.officers))]);
  const officers = inCharge.flatMap((officer) => {
    const [first] = numbersOf(officer);
    return first ? [{ label: `সেবার জন্য যোগাযোগ: ${officer.post}`, number: first.number }] : [];
  });
  const helplines = (office.helplines ?? []).map(({ name, number }) => ({ label: name, number }));
  return [...officers, ...helplines]
    .slice(0, CONTACTS)
    .map(({ label, number }) => ({ label, number: toSpokenGroups(number).join(' ') }));
}
