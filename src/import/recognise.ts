// Paragraphs and grids → the draft of a charter.

import type { Category } from '../charter/service.ts';
import { statements } from './cell-values.ts';
import { type Column, headingsOf, serviceColumns } from './columns.ts';
import { type Draft, emptyDraft, type SectionTitle } from './draft.ts';
import { areComplaintHeadings, mentions } from './headings.ts';
import { Ids } from './ids.ts';
import { Ledger } from './ledger.ts';
import { readSerial, saysSomething, splitMark } from './marks.ts';
import type { Grid, Piece, Source } from './model.ts';
import { isDocumentTitle, readDocumentTitle, readOfficeLine } from './office-header.ts';
import { addComplaints, addExpectations, addFreeTable, addSubordinates } from './other-tables.ts';
import { addServices } from './services.ts';
import { piecesIn, type Table, tablesIn } from './table.ts';
import { splitTitle, topicOf } from './titles.ts';

type Section =
  | 'header'
  | 'vision'
  | 'mission'
  | 'services'
  | 'expectations'
  | 'complaints'
  | 'subordinate';

/** Reads the source in its order; every piece that finds no place stays without an entry in the ledger. */
export function recognise(source: Source): { draft: Draft; ledger: Ledger } {
  const reader = new Reader();
  for (const { from, to, why } of source.changes) reader.ledger.changed(from, to, why);
  for (const block of source.blocks) {
    if (block.kind === 'grid') reader.grid(block);
    else if (block.isFurniture) reader.furniture(block.piece);
    else reader.paragraph(block.piece);
  }
  reader.finish();
  return reader;
}

function isEmpty({ services, expectations, complaints, tables, subordinate }: Draft): boolean {
  const lists = [...Object.values(services), expectations, tables, subordinate];
  return complaints === undefined && lists.every((list) => list.length === 0);
}

class Reader {
  readonly draft = emptyDraft();
  readonly ledger = new Ledger();
  readonly #serviceIds = new Ids();
  readonly #tableIds = new Ids([
    'citizen',
    'institutional',
    'internal',
    'subordinate',
    'expectations',
    'complaints',
  ]);
  #section: Section = 'header';
  #category: Category = 'citizen';
  /** Paragraphs that may be the title of the table that follows. */
  #pending: Piece[] = [];
  /** Paragraphs that were given no place when they were read. */
  readonly #unplaced: Piece[] = [];
  /** The columns of the last table of services, for a table that goes on from it. */
  #columns: Column[] | undefined;

  furniture(piece: Piece): void {
    if (
      !readOfficeLine({ ...this.draft.office, website: '' }, piece, new Ledger()) ||
      this.draft.office.department
    )
      this.ledger.listed(piece, 'পাতার মেনু, উপরের বা নিচের অংশ');
    else if (!readOfficeLine(this.draft.office, piece, this.ledger))
      this.ledger.listed(piece, 'পাতার মেনু, উপরের বা নিচের অংশ');
  }

  paragraph(piece: Piece): void {
    const { draft, ledger } = this;
    const topic = topicOf(piece.text);
    switch (topic?.kind) {
      case 'vision':
      case 'mission':
        this.#start(topic.kind);
        if (topic.rest === '') ledger.dropped(piece, 'শিরোনাম; ওয়েবসাইট নিজে লেখে');
        else this.#statement(topic.kind, piece, topic.rest);
        return;
      case 'umbrella':
        this.#start('services');
        ledger.dropped(piece, 'শিরোনাম; ওয়েবসাইট নিজে লেখে');
        return;
      case 'category':
        this.#start('services');
        this.#category = topic.category;
        this.#title(topic.category, topic.title, piece);
        return;
      case 'expectations':
      case 'complaints':
      case 'subordinate':
        this.#start(topic.kind);
        this.#title(topic.kind, topic.title, piece);
        return;
    }
    if (isDocumentTitle(piece.text)) {
      readDocumentTitle(draft.office, piece, ledger);
      return;
    }
    if (this.#section === 'vision' || this.#section === 'mission') {
      this.#statement(this.#section, piece, piece.text);
    } else if (this.#section === 'expectations') {
      draft.expectations.push(...statements(piece.text));
      if (statements(piece.text).length > 0) ledger.placed(piece, 'charter.yaml › expectations');
    } else if (this.#section === 'header' || mentions(piece.text, 'হালনাগাদ')) {
      if (!readOfficeLine(draft.office, piece, ledger)) this.#pending.push(piece);
    } else this.#pending.push(piece);
    if (!ledger.isSettled(piece)) this.#unplaced.push(piece);
  }

  grid(grid: Grid): void {
    for (const table of tablesIn(grid)) {
      for (const title of table.titles) this.paragraph(title);
      if (table.header.length > 0) this.#table(table);
      else this.#headless(table);
    }
  }

  finish(): void {
    if (isEmpty(this.draft)) this.#listedServices();
    for (const category of ['citizen', 'institutional', 'internal'] as const) {
      const services = this.draft.services[category];
      const [first, ...others] = services;
      // One title above all services is that of the section.
      if (!first?.group || this.draft.titles[category] || others.some(({ group }) => group))
        continue;
      this.draft.titles[category] = splitTitle(first.group);
      first.group = undefined;
    }
  }

  /** A charter without tables: its numbered sentences are its services. */
  #listedServices(): void {
    const marked = this.#unplaced.filter(({ text }) => readSerial(splitMark(text).mark));
    for (const piece of marked) {
      const name = splitMark(piece.text).rest.replaceAll('\n', ' ');
      if (!saysSomething(name)) continue;
      this.draft.services.citizen.push({
        id: this.#serviceIds.next(name, 'service'),
        name,
        serial: undefined,
        isLetter: false,
        group: undefined,
        facts: {},
        inCharge: { officer: undefined, superior: undefined },
        cases: [],
      });
      this.ledger.placed(piece, 'services.yaml › citizen');
    }
    if (marked.length > 0)
      this.ledger.doubt(
        'ফাইলে কোনো টেবিল নেই; নম্বর দেওয়া বাক্যগুলোকে সেবা ধরা হয়েছে। / No table: numbered sentences were taken for services.',
      );
  }

  #start(section: Section): void {
    this.#section = section;
    this.#columns = undefined;
  }

  #statement(key: 'vision' | 'mission', piece: Piece, text: string): void {
    this.draft[key].push(text.replaceAll('\n', ' '));
    this.ledger.placed(piece, `charter.yaml › ${key}`);
  }

  #title(key: keyof Draft['titles'], title: SectionTitle, piece: Piece): void {
    if (this.draft.titles[key]) {
      // A second table under the same heading goes on in the section.
      this.ledger.dropped(piece, 'অংশের শিরোনাম আবার এসেছে');
      return;
    }
    this.draft.titles[key] = title;
    this.ledger.placed(piece, `charter.yaml › sections › ${key}`);
  }

  /** Rows without headings: lines of text, or the rest of a table. */
  #headless(table: Table): void {
    const columns = this.#columns;
    const width = Math.max(0, ...table.rows.map((row) => row.length));
    const isRest = columns !== undefined && columns.length === width && this.#pending.length === 0;
    if (isRest) {
      this.#services(table, columns);
      return;
    }
    const rest: Table['rows'] = [];
    for (const row of table.rows) {
      const pieces = piecesIn(row);
      const [first, second] = pieces;
      const topic = first && topicOf(first.text);
      if (first && pieces.length === 1 && rest.length === 0) this.paragraph(first);
      else if (
        first &&
        second &&
        pieces.length === 2 &&
        (topic?.kind === 'vision' || topic?.kind === 'mission')
      ) {
        this.ledger.dropped(first, 'শিরোনাম; ওয়েবসাইট নিজে লেখে');
        this.#statement(topic.kind, second, second.text);
      } else rest.push(row);
    }
    if (rest.some((row) => piecesIn(row).length > 0))
      this.#table({ titles: [], header: [], rows: rest });
  }

  #table(table: Table): void {
    const { draft, ledger } = this;
    const headings = headingsOf(table.header);
    const columns = serviceColumns(table.header);
    const asksForSteps =
      headings.length <= 3 && headings.some((heading) => mentions(heading, 'করণীয়', 'প্রত্যাশা'));
    const isComplaints =
      areComplaintHeadings(headings) || (this.#section === 'complaints' && table.header.length > 0);
    if (isComplaints && addComplaints(draft, table, this.#introduction(), ledger)) return;
    if (
      (this.#section === 'expectations' || asksForSteps) &&
      !columns &&
      addExpectations(draft, table, ledger)
    )
      return;
    if (this.#section === 'subordinate' && addSubordinates(draft, table, ledger)) return;
    if (columns) {
      this.#headings(table, columns);
      this.#services(table, columns);
      return;
    }
    const title = this.#pending.pop();
    const { number, title: text } = splitTitle(title?.text ?? '');
    if (title) ledger.placed(title, 'charter.yaml › tables');
    this.#pending = [];
    addFreeTable(draft, table, { text: text || 'টেবিল', number }, { ids: this.#tableIds, ledger });
    this.#columns = undefined;
  }

  /** The paragraph between the heading of complaints and their table. */
  #introduction(): Piece | undefined {
    return this.draft.complaints ? undefined : this.#pending.pop();
  }

  #headings(table: Table, columns: Column[]): void {
    const { draft, ledger } = this;
    for (const { key, role, heading } of columns) {
      if (role !== 'serial' && role !== 'name' && role !== 'fact') continue;
      const known = draft.headings[key];
      draft.headings[key] ??= heading;
      if (known !== undefined && known !== heading)
        ledger.changed(
          heading,
          known,
          'একই কলাম, অন্য টেবিলের শিরোনামে / the same column under the first heading',
        );
    }
    for (const row of table.header)
      for (const [x, { piece }] of row.entries()) {
        const isShown = ['serial', 'name', 'fact'].includes(columns[x]?.role ?? '');
        if (isShown) ledger.placed(piece, 'charter.yaml › headings');
        else ledger.dropped(piece, 'কলামটি অন্য কলামের সঙ্গে মিলেছে');
      }
  }

  #services(table: Table, columns: Column[]): void {
    const title =
      this.#section === 'header' || this.#section === 'services' ? this.#pending.pop() : undefined;
    const isGroup = title !== undefined && title.text.length <= 150;
    if (title && !isGroup) this.#pending.push(title);
    this.#pending = [];
    this.#section = 'services';
    this.#category = addServices(
      this.draft,
      table,
      columns,
      { category: this.#category, group: isGroup ? title : undefined },
      { ids: this.#serviceIds, ledger: this.ledger },
    );
    this.#columns = columns;
  }
}
