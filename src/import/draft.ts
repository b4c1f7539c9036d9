// The draft of a charter, shaped like the YAML files. Officers stay texts until all cells are known.

import type { Category } from '../charter/service.ts';

/** The value of a cell as in services.yaml. */
export type DraftValue =
  | string
  | number
  | (string | number | { for: string; fee: string | number })[];

export interface DraftRow {
  /** The values by the keys of the headings. */
  facts: Record<string, DraftValue>;
}

export interface DraftService extends DraftRow {
  id: string;
  name: string;
  serial: number | undefined;
  isLetter: boolean;
  group: string | undefined;
  /** The cells about the officers in charge. */
  officerCells: Record<'officer' | 'superior', string | undefined>;
  cases: (DraftRow & { name: string })[];
}

export interface DraftTier {
  when?: string;
  whom: string;
  /** The whole cell of the address. */
  where?: string;
  time?: string;
}

export interface DraftTable {
  id: string;
  title: string;
  number: string | undefined;
  columns: string[];
  rows: string[][];
}

export interface SectionTitle {
  title: string;
  number: string | undefined;
}

export interface DraftOffice {
  government?: string;
  ministry?: string;
  department?: string;
  office?: string;
  union?: string;
  upazila?: string;
  district?: string;
  address?: string;
  hours?: string;
  website?: string;
  published?: string;
  reviewed?: string;
}

export interface Draft {
  office: DraftOffice;
  vision: string[];
  mission: string[];
  headings: Record<string, string>;
  titles: Partial<Record<Category | 'expectations' | 'complaints' | 'subordinate', SectionTitle>>;
  services: Record<Category, DraftService[]>;
  subordinate: { name: string; website?: string }[];
  expectations: string[];
  complaints: { introduction: string | undefined; tiers: DraftTier[] } | undefined;
  tables: DraftTable[];
}

/** Returns a draft without any content. */
export function emptyDraft(): Draft {
  return {
    office: {},
    vision: [],
    mission: [],
    headings: {},
    titles: {},
    services: { citizen: [], institutional: [], internal: [] },
    subordinate: [],
    expectations: [],
    complaints: undefined,
    tables: [],
  };
}
