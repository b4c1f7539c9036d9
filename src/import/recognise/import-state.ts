// The state of an import: the current section, and what was read so far.

import type { Category } from '../../charter/service.ts';
import { type Draft, emptyDraft, type SectionTitle } from '../draft.ts';
import { Ledger } from '../reconcile/ledger.ts';
import type { Piece } from '../source.ts';
import { Ids } from '../values/ids.ts';
import type { Column } from './service-columns.ts';

export type Section =
  | 'header'
  | 'vision'
  | 'mission'
  | 'services'
  | 'expectations'
  | 'complaints'
  | 'subordinate'
  /** The text below a heading that the data have no field for. */
  | 'aside';

/** The reason for dropping a heading that the site writes itself. */
export const OWN_HEADING = 'শিরোনাম; ওয়েবসাইট নিজে লেখে';

export class ImportState {
  readonly draft = emptyDraft();
  readonly ledger = new Ledger();
  readonly serviceIds = new Ids();
  readonly tableIds = new Ids([
    'citizen',
    'institutional',
    'internal',
    'subordinate',
    'expectations',
    'complaints',
  ]);
  section: Section = 'header';
  category: Category = 'citizen';
  /** The paragraphs that may be the title of the next table. */
  pending: Piece[] = [];
  /** Whether the document calls itself a charter. */
  isCharter = false;
  /** The paragraphs that had no outcome when they were read. */
  readonly unplacedParagraphs: Piece[] = [];
  /** The columns of the last table of services, for a table that continues it. */
  columns: Column[] | undefined;
  #lastStatement: Piece | undefined;

  startSection(section: Section): void {
    this.section = section;
    this.columns = undefined;
    this.pending = [];
  }

  /** Adds a paragraph to vision or mission. */
  addStatement(key: 'vision' | 'mission', piece: Piece, text: string): void {
    this.#lastStatement = piece;
    this.draft[key].push(text.replaceAll('\n', ' '));
    this.ledger.place(piece, `charter.yaml › ${key}`);
  }

  /** Sets the title of a section. A repeated title is dropped. */
  setTitle(key: keyof Draft['titles'], title: SectionTitle, piece: Piece): void {
    if (this.draft.titles[key]) {
      this.ledger.drop(piece, 'অংশের শিরোনাম আবার এসেছে');
      return;
    }
    this.draft.titles[key] = title;
    this.ledger.place(piece, `charter.yaml › sections › ${key}`);
  }

  /** Takes the paragraph right above a table of services, if it is short enough for a title. */
  takeTitle(): Piece | undefined {
    const { section, pending } = this;
    this.pending = [];
    if (section === 'vision' || section === 'mission') return this.#titleBelow(section);
    const title = section === 'header' || section === 'services' ? pending.at(-1) : undefined;
    return title && title.text.length <= 150 ? title : undefined;
  }

  /** Takes the last line of a statement if it is the next table's title rather than a sentence. */
  #titleBelow(key: 'vision' | 'mission'): Piece | undefined {
    const lines = this.draft[key];
    const piece = this.#lastStatement;
    const isSentence = !piece || piece.text.length > 80 || /[।.;]$/u.test(piece.text);
    if (isSentence || lines.length < 2) return undefined;
    lines.pop();
    return piece;
  }
}
