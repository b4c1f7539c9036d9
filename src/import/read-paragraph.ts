// A paragraph → the office, a statement, a section's title, an expectation; or it waits for the table below it.

import { statements } from './cell-values.ts';
import { mentions } from './headings.ts';
import type { Piece } from './model.ts';
import {
  isDocumentTitle,
  isPortalText,
  readDocumentTitle,
  readOfficeLine,
} from './office-header.ts';
import { OWN_HEADING, type Reading } from './reading.ts';
import { topicOf } from './titles.ts';

const AROUND = 'পাতার মেনু, উপরের বা নিচের অংশ';

/** Reads a paragraph of what is around the charter: it may name the office; all else of it is listed. */
export function readFurniture({ draft, ledger }: Reading, piece: Piece): void {
  const { office } = draft;
  const isFirst = office.department === undefined && office.website === undefined;
  if (!isFirst || !readOfficeLine(office, piece, ledger)) ledger.listed(piece, AROUND);
}

/** Reads a paragraph of the charter. */
export function readParagraph(reading: Reading, piece: Piece): void {
  const { draft, ledger } = reading;
  if (isPortalText(piece.text)) ledger.listed(piece, AROUND);
  else if (isDocumentTitle(piece.text) && topicOf(piece.text) === undefined) {
    reading.isCharter = true;
    readDocumentTitle(draft.office, piece, ledger);
  } else if (!readTopic(reading, piece)) {
    readText(reading, piece);
    if (!ledger.isSettled(piece)) reading.unplaced.push(piece);
  }
}

/** Reads a paragraph that announces what follows it. @returns whether it does */
function readTopic(reading: Reading, piece: Piece): boolean {
  const { ledger } = reading;
  const topic = topicOf(piece.text);
  switch (topic?.kind) {
    case undefined:
      return false;
    case 'vision':
    case 'mission':
      reading.start(topic.kind);
      if (topic.rest === '') ledger.dropped(piece, OWN_HEADING);
      else reading.state(topic.kind, piece, topic.rest);
      break;
    case 'umbrella':
      reading.start('services');
      ledger.dropped(piece, OWN_HEADING);
      break;
    case 'aside':
      reading.start('aside');
      break;
    case 'category':
      reading.start('services');
      reading.category = topic.category;
      reading.entitle(topic.category, topic.title, piece);
      break;
    case 'expectations':
    case 'complaints':
    case 'subordinate':
      reading.start(topic.kind);
      reading.entitle(topic.kind, topic.title, piece);
  }
  return true;
}

function readText(reading: Reading, piece: Piece): void {
  const { draft, ledger, section } = reading;
  if (section === 'vision' || section === 'mission') reading.state(section, piece, piece.text);
  else if (section === 'expectations') {
    const items = statements(piece.text);
    draft.expectations.push(...items);
    if (items.length > 0) ledger.placed(piece, 'charter.yaml › expectations');
  } else if (section !== 'aside') {
    const isHeader = section === 'header' || mentions(piece.text, 'হালনাগাদ');
    if (!isHeader || !readOfficeLine(draft.office, piece, ledger)) reading.pending.push(piece);
  }
}
