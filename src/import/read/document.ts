// Reads a document of any known format. The content decides which format it is, not the file name.

import { completeHeadingRows } from '../grids/heading-rows.ts';
import { findTextTables } from '../grids/text-tables.ts';
import { type Change, ImportError, type Source, sourcePieces } from '../source.ts';
import { convertToOffice, type OldFormat } from './convert.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { htmlOfMhtml, isMhtml } from './mhtml.ts';
import { readDelimitedText, readPlainText } from './plain-text.ts';
import { readXlsx } from './xlsx.ts';
import { zipPaths } from './zip.ts';

export const LARGEST_FILE = 20 * 1024 * 1024;
/** The maximum length of a text with its markup, in UTF-16 code units. */
const LARGEST_TEXT = 6_000_000;
/** The maximum length without markup: twice a charter of a thousand services. */
const LONGEST_CHARTER = 1_500_000;

/**
 * Reads a document into paragraphs and grids.
 * @param bytes the document, at most 20 MB
 * @param name the file name, of which only the extension .csv matters
 * @throws ImportError, in one line, if the document is unreadable, unsafe or too large
 */
export function readDocument(bytes: Uint8Array, name: string): Source {
  if (bytes.length > LARGEST_FILE)
    throw new ImportError('ফাইলটি ২০ মেগাবাইটের বেশি বড়।', 'The file is larger than 20 MB.');
  const source = readBytes(bytes, name);
  const length = sourcePieces(source.blocks).reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_CHARTER) throw tooLong();
  const changes = [...source.changes];
  const blocks = completeHeadingRows(findTextTables(source.blocks), changes);
  numberPieces(blocks);
  return { ...source, blocks, changes: [...changes, ...withoutLostLetters(blocks)] };
}

const tooLong = () =>
  new ImportError(
    'লেখাটি কোনো সনদের পক্ষে অনেক বেশি বড়।',
    'The text is far longer than any charter.',
  );

/** The remains of letters that an encoding could not hold. The check refuses them, so two question marks replace them. */
const LOST_LETTERS = /\?{3,}|\ufffd+|(?:à[¦§].?)+/g;

function withoutLostLetters(blocks: Source['blocks']): Change[] {
  return sourcePieces(blocks).flatMap((piece) => {
    const from = piece.text;
    piece.text = from.replace(LOST_LETTERS, '??');
    const why = `${piece.at}: হারানো অক্ষর; হাতে লিখুন / letters are lost; write them by hand`;
    return piece.text === from ? [] : [{ from, to: piece.text, why }];
  });
}

function readBytes(bytes: Uint8Array, name: string): Source {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (start.startsWith('d0cf11e0') && Buffer.from(bytes).includes('EncryptedPackage', 0, 'utf16le'))
    throw new ImportError(
      'ফাইলটি পাসওয়ার্ড দিয়ে বন্ধ। Word বা Excel এ খুলে পাসওয়ার্ড তুলে আবার সংরক্ষণ করুন।',
      'The file is locked with a password. Open it in Word or Excel, remove the password, and save it again.',
    );
  const format = oldFormat(bytes, start);
  if (format) return readBytes(convertToOffice(bytes, format), name);
  if (start.startsWith('504b')) return readOffice(bytes);
  const [, bn, en] = UNREADABLE.find(([sign]) => sign.test(start)) ?? [];
  if (bn && en) throw new ImportError(bn, en);
  const archive = Buffer.from(bytes).toString('latin1');
  const text = (isMhtml(archive) ? htmlOfMhtml(archive) : undefined) ?? decode(bytes);
  if (text.length > LARGEST_TEXT) throw tooLong();
  if (/\.csv$/i.test(name)) return readDelimitedText(text);
  if (/<(?:table|html|body|div|td|p)\b|<\\?\/(?:td|tr|p|span)>/i.test(text)) return readHtml(text);
  return isQuotedTable(text) ? readDelimitedText(text) : readPlainText(text);
}

/** Returns the format of a document that only LibreOffice reads. @param start its first bytes in hexadecimal */
function oldFormat(bytes: Uint8Array, start: string): OldFormat | undefined {
  const has = (text: string, encoding?: BufferEncoding) =>
    Buffer.from(bytes).includes(text, 0, encoding);
  if (start.startsWith('7b5c727466')) return 'rtf';
  if (start.startsWith('d0cf11e0')) return has('WordDocument', 'utf16le') ? 'doc' : 'xls';
  if (!start.startsWith('504b')) return undefined;
  if (has('application/vnd.oasis.opendocument.text')) return 'odt';
  return has('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : undefined;
}

function readOffice(bytes: Uint8Array): Source {
  const paths = zipPaths(bytes);
  if (paths.some((path) => /^word\/document\d*\.xml$/.test(path))) return readDocx(bytes);
  if (paths.some((path) => path.startsWith('xl/'))) return readXlsx(bytes);
  throw new ImportError(
    'এটি Word বা Excel এর ফাইল নয়; .docx বা .xlsx হিসেবে সংরক্ষণ করুন।',
    'This is neither a Word nor an Excel file; save it as .docx or .xlsx.',
  );
}

const TYPE_BN =
  'যে Word ফাইল থেকে PDF বানানো হয়েছিল সেটি দিন; না থাকলে Word দিয়ে PDF টি খুলে .docx হিসেবে সংরক্ষণ করুন, তারপর প্রতিটি ঘর মিলিয়ে দেখুন।';
const TYPE_EN =
  'Import the Word file that it was made from. If there is none, open the PDF in Word, save it as .docx, and compare each cell.';
/** The formats that the import refuses, by their first bytes in hexadecimal. */
const UNREADABLE: [sign: RegExp, bn: string, en: string][] = [
  [/^25504446/, `PDF ফাইল পড়া যায় না। ${TYPE_BN}`, `PDF files cannot be read. ${TYPE_EN}`],
  [
    /^(?:89504e47|ffd8ff|47494638|49492a00|4d4d002a|52494646)/,
    'ছবি পড়া যায় না। সনদের লেখা আছে এমন ফাইল দিন।',
    'Pictures cannot be read. Give a file that has the charter as text.',
  ],
];

/** Decodes UTF-8 or UTF-16, or else Windows-1252, the encoding of old Bijoy text. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, 400);
  const zeros = [0, 1].map(
    (side) => sample.filter((byte, at) => at % 2 === side && byte === 0).length,
  );
  if ((zeros[1] ?? 0) > sample.length / 8 && zeros[0] === 0)
    return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reports whether a pasted table has cells of several lines. Spreadsheets quote those between tabs. */
function isQuotedTable(text: string): boolean {
  return /(?:^|\t)"[^"\t]*\n[^"]*"(?:\t|\r?$)/m.test(text);
}

/** Sets the position of each piece. */
function numberPieces(blocks: Source['blocks']): void {
  let [paragraphs, tables] = [0, 0];
  for (const block of blocks) {
    if (block.kind === 'paragraph') block.piece.at = `অনুচ্ছেদ ${++paragraphs}`;
    else {
      tables++;
      for (const [y, row] of block.rows.entries())
        for (const [x, { piece, isCopy }] of row.entries())
          if (!isCopy) piece.at = `টেবিল ${tables}, সারি ${y + 1}, কলাম ${x + 1}`;
    }
  }
}
