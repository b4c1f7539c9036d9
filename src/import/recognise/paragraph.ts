// Reads a paragraph: office, statement, section title, expectation, or the possible title of the next table.

import { mentions } from '../headings.ts';
import { isPageMark } from '../marks.ts';
import type { Piece } from '../source.ts';
import { splitStatements } from '../values/cell-values.ts';
import { type ImportState, OWN_HEADING } from './import-state.ts';
import {
  isDocumentTitle,
  isPortalText,
  readDocumentTitle,
  readOfficeLine,
} from './office-header.ts';
import { parseTopic } from './titles.ts';

const PAGE_PARTS = 'পাতার মেনু, উপরের বা নিচের অংশ';

/** Reads a paragraph around the charter, such as a menu. It may name the office, or else it is dropped. */
export function readBoilerplate({ draft, ledger }: ImportState, piece: Piece): void {
  const { office } = draft;
  const isFirst = office.department === undefined && office.website === undefined;
  if (!isFirst || !readOfficeLine(office, piece, ledger)) ledger.drop(piece, PAGE_PARTS);
}

/** Reads a paragraph of the charter. */
export function readParagraph(state: ImportState, piece: Piece): void {
  const { draft, ledger } = state;
  if (isPortalText(piece.text) || isPageMark(piece.text)) ledger.drop(piece, PAGE_PARTS);
  else if (isDocumentTitle(piece.text) && parseTopic(piece.text) === undefined) {
    state.isCharter = true;
    readDocumentTitle(draft.office, piece, ledger);
  } else if (!readTopic(state, piece)) {
    readBody(state, piece);
    if (ledger.outcome(piece) === undefined) state.unplacedParagraphs.push(piece);
  }
}

/** Reads a paragraph that announces what follows. @returns whether it does */
function readTopic(state: ImportState, piece: Piece): boolean {
  const { ledger } = state;
  const topic = parseTopic(piece.text);
  switch (topic?.kind) {
    case undefined:
      return false;
    case 'vision':
    case 'mission':
      state.startSection(topic.kind);
      if (topic.rest === '') ledger.drop(piece, OWN_HEADING);
      else state.addStatement(topic.kind, piece, topic.rest);
      break;
    case 'umbrella':
      state.startSection('services');
      ledger.drop(piece, OWN_HEADING);
      break;
    case 'aside':
      state.startSection('aside');
      break;
    case 'category':
      state.startSection('services');
      state.category = topic.category;
      state.setTitle(topic.category, topic.title, piece);
      break;
    case 'expectations':
    case 'complaints':
    case 'subordinate':
      state.startSection(topic.kind);
      state.setTitle(topic.kind, topic.title, piece);
  }
  return true;
}

function readBody(state: ImportState, piece: Piece): void {
  const { draft, ledger, section } = state;
  if (section === 'vision' || section === 'mission') state.addStatement(section, piece, piece.text);
  else if (section === 'expectations') {
    const items = splitStatements(piece.text);
    draft.expectations.push(...items);
    if (items.length > 0) ledger.place(piece, 'charter.yaml › expectations');
  } else if (section !== 'aside') {
    const isHeader = section === 'header' || mentions(piece.text, 'হালনাগাদ');
    if (!isHeader || !readOfficeLine(draft.office, piece, ledger)) state.pending.push(piece);
  }
}
