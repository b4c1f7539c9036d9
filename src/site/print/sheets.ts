// The sheets, typeset by Typst: the poster for the office wall and the preview image for shared links.

import { renderSVG } from 'uqr';
import { toBengaliDate } from '../../bangla/date.ts';
import { toSerial } from '../../bangla/digits.ts';
import { toSpokenGroups } from '../../bangla/phone.ts';
import type { Charter } from '../../charter/charter.ts';
import { type ColumnKey, columns, type Facts } from '../../charter/columns.ts';
import { type Office, placeOf } from '../../charter/office.ts';
import { numbersOf } from '../../charter/officer.ts';
import {
  type ComplaintColumnKey,
  type Section,
  type ServiceSection,
  sectionsOf,
} from '../../charter/sections.ts';
import type { Service } from '../../charter/service.ts';
import { isPublic } from '../addresses.ts';
import { type Cell, type CellLine, officerLines, orMissing, plain, serviceCell } from '../cells.ts';
import { typesetPdf, typesetSvg } from './typst.ts';

export type Paper = 'a4' | 'a3';

/**
 * The poster for the office wall: the whole charter, with the numbers to call and the site's address.
 * @param publicUrl for the QR code (ISO/IEC 18004), which is left out if others cannot reach the URL
 * @returns a landscape PDF with as many pages as needed
 */
export function posterPdf(charter: Charter, publicUrl: string, paper: Paper): Promise<Buffer> {
  const { office, vision, mission } = charter;
  const sections = sectionsOf(charter);
  const updated = office.reviewed ?? office.published;
  const qr = isPublic(publicUrl) ? publicUrl : undefined;
  const address = qr ? qr.replace(/^https?:\/\//, '') : office.website?.address;
  const notes: (CellLine | undefined)[] = [
    qr ? { style: 'post', text: 'মোবাইলে দেখতে কোডটি স্ক্যান করুন' } : undefined,
    address ? { style: 'latin', text: address } : undefined,
    updated ? plain(`সর্বশেষ হালনাগাদ: ${toBengaliDate(updated)}`) : undefined,
  ];
  return typesetPdf('poster.typ', {
    paper,
    ...identity(office),
    statements: [
      ['ভিশন', vision],
      ['মিশন', mission],
    ],
    sections: sections.map((section, index) => ({
      heading:
        section.kind === 'services' && index === 0
          ? ['প্রতিশ্রুত সেবাসমূহ', sectionTitle(section, sections)]
          : [sectionTitle(section, sections)],
      ...sectionContent(section),
    })),
    contacts: contactsOf(charter.services),
    notes: notes.filter((note) => note !== undefined),
    qr: qr && renderSVG(qr, { ecc: 'M', border: 4 }),
  });
}

/** Title and office, in the order of the pages' header. */
function identity(office: Office) {
  return {
    title: 'সিটিজেন চার্টার',
    above: [office.government, office.ministry].filter((line) => line !== undefined),
    department: office.department,
    below: [office.office, placeOf(office)].filter((line) => line !== undefined),
  };
}

/** The preview image for shared links (Open Graph's og:image): a PNG of 1200 × 630 pixels. */
export async function sharePng({ office }: Charter): Promise<Buffer> {
  const svg = await typesetSvg('share.typ', identity(office));
  const { Resvg } = await import('@resvg/resvg-js');
  return new Resvg(svg, { fitTo: { mode: 'width', value: 1200 } }).render().asPng();
}

function sectionTitle({ number, title }: Section, all: Section[]): string {
  return all.length > 1 ? `${number} ${title}` : title;
}

function sectionContent(section: Section) {
  switch (section.kind) {
    case 'services':
      return {
        columns: section.columns.map(({ key, heading }) => ({
          key,
          heading,
          share: shareOf(key, section),
          isLeft: columns[key].kind === 'name' || columns[key].kind === 'officers',
        })),
        rows: section.services.map((service) =>
          Object.fromEntries(section.columns.map(({ key }) => [key, serviceCell(service, key)])),
        ),
      };
    case 'complaints':
      return {
        introduction: section.complaints.introduction,
        columns: section.columns.map((column) => ({
          ...column,
          isLeft: column.key === 'name' || column.key === 'where',
        })),
        rows: section.complaints.tiers.map(
          (tier, index): Record<ComplaintColumnKey, Cell> => ({
            serial: [{ style: 'serial', text: toSerial(index + 1) }],
            name: [{ style: 'name', text: tier.when }],
            whom: [plain(tier.whom)],
            where: orMissing([
              ...(tier.officer ? officerLines(tier.officer) : []),
              ...(tier.address ? [plain(tier.address)] : []),
              ...(tier.website ? [{ style: 'latin' as const, text: tier.website }] : []),
            ]),
            time: [plain(tier.time)],
          }),
        ),
      };
    case 'expectations':
      return { items: section.expectations };
    case 'subordinate':
      return {
        items: section.offices.map(({ name, website }) => (website ? `${name}: ${website}` : name)),
      };
  }
}

/** A column's relative width: wider for lists of documents, and for officers if there is no column of superiors. */
function shareOf(key: ColumnKey, { columns: all, services }: ServiceSection): number {
  const hasList = ({ documents = [] }: Facts) => documents.length > 1;
  const listsDocuments = services.some((one) => [one, ...(one.cases ?? [])].some(hasList));
  if (key === 'documents' && listsDocuments) return 18;
  if (key === 'officer' && !all.some((column) => column.key === 'superior')) return 24;
  return columns[key].share;
}

/** How many officers fit in the poster's footer. */
const CONTACTS = 3;

/** The officers in charge of the services, each with their first number, for the poster's footer. */
function contactsOf(services: Service[]): { post: string; number: string }[] {
  const officers = new Set(services.flatMap((service) => service.officers));
  return [...officers]
    .flatMap((officer) => {
      const [first] = numbersOf(officer);
      return first ? [{ post: officer.post, number: toSpokenGroups(first.number).join(' ') }] : [];
    })
    .slice(0, CONTACTS);
}
