// The charter as the program works with it: read, checked, and every reference looked up. Its types come from the
// schemas, but who only reads a charter need not load them.

import type { Data } from './schema.ts';

export type Office = Data['office.yaml'];
export type Headings = Data['charter.yaml']['headings'];
export type Officer = Data['officers.yaml'][string] & { id: string };
export type Correction = Data['corrections.yaml'][number];

/** What a service or a part of it may say of itself. */
export const factKeys = ['method', 'time', 'documents', 'documents_source', 'fee'] as const;
export type Fact = (typeof factKeys)[number];
/** The three kinds of service, in the order of the official format. */
export const categories = ['citizen', 'institutional', 'internal'] as const;
export type Category = (typeof categories)[number];

type ServiceRow = NonNullable<Data['services.yaml'][Category]>[number];
export type ServiceCase = NonNullable<ServiceRow['cases']>[number];

/** A service row with its official serial number within its category, and its officers looked up. */
export type Service = Omit<ServiceRow, 'officer' | 'superior'> & {
  serial: number;
  category: Category;
  officers: Officer[];
  superiors: Officer[];
};

/** A column of the service table that at least one service fills. */
export type Column = keyof Headings;

type Complaints = NonNullable<Data['charter.yaml']['complaints']>;

export interface Charter {
  office: Office;
  vision: string;
  mission: string;
  headings: Headings;
  officers: Officer[];
  /** In the order of the categories, each without gaps in its serial numbers. */
  services: Service[];
  subordinate: { name: string; website?: string | undefined }[];
  expectations: string[];
  complaints:
    | {
        introduction?: string | undefined;
        tiers: (Omit<Complaints['tiers'][number], 'officer'> & { officer: Officer | undefined })[];
      }
    | undefined;
  corrections: Correction[];
  /** Words and phrases of one meaning, a group each; only search reads them. */
  synonyms: string[][];
}

/** The URL of a web address written with or without its scheme. */
export function toUrl(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
}
