// Writes the automatic numbers of a Word document's lists, which its text does not contain (ISO/IEC 29500-1 §17.9).

import { toBengaliDigits } from '../../bangla/digits.ts';
import { letterAt } from '../../charter/service.ts';
import { childrenOf, type Element, find, parseXml } from './markup.ts';

interface Level {
  start: number;
  format: string;
  /** The text with a placeholder for each level's number: "%1.%2." */
  text: string;
}

/** Counts the paragraphs of each list, in the order of the document. */
export class Numbering {
  /** The levels of a list by its id. */
  readonly #lists = new Map<string, Level[]>();
  readonly #counts = new Map<string, number[]>();

  /** @param xml the text of word/numbering.xml */
  constructor(xml: string | undefined) {
    const root = xml === undefined ? undefined : find(parseXml(xml), 'numbering');
    const kinds = new Map(
      childrenOf(root, 'abstractNum').map((one) => [
        one.attributes.abstractNumId,
        childrenOf(one, 'lvl').map(readLevel),
      ]),
    );
    for (const list of childrenOf(root, 'num')) {
      const levels = kinds.get(find(list, 'abstractNumId')?.attributes.val) ?? [];
      const starts = new Map(
        childrenOf(list, 'lvlOverride').map((one) => [
          Number(one.attributes.ilvl),
          find(one, 'startOverride')?.attributes.val,
        ]),
      );
      this.#lists.set(
        list.attributes.numId ?? '',
        levels.map((level, at) => ({ ...level, start: Number(starts.get(at) ?? level.start) })),
      );
    }
  }

  /** Returns the number before a paragraph, with a space, or an empty text. @param properties its `w:pPr` */
  next(properties: Element | undefined): string {
    const list = find(properties, 'numPr');
    const id = find(list, 'numId')?.attributes.val ?? '';
    const at = Number(find(list, 'ilvl')?.attributes.val ?? 0);
    const levels = this.#lists.get(id);
    const level = levels?.[at];
    if (!levels || !level) return '';
    const counts = this.#counts.get(id) ?? [];
    const now = levels.slice(0, at + 1).map(({ start }, one) => {
      const known = counts[one];
      return one < at ? (known ?? start) : (known ?? start - 1) + 1;
    });
    this.#counts.set(id, now);
    if (level.format === 'bullet') return '• ';
    const text = level.text.replace(/%(\d)/g, (_, one) =>
      numeral(now[Number(one) - 1] ?? 1, levels[Number(one) - 1]?.format ?? ''),
    );
    return text === '' ? '' : `${text} `;
  }
}

function readLevel(level: Element): Level {
  return {
    start: Number(find(level, 'start')?.attributes.val ?? 1),
    format: find(level, 'numFmt')?.attributes.val ?? 'decimal',
    text: find(level, 'lvlText')?.attributes.val ?? '',
  };
}

/** Returns a number in a format (ISO/IEC 29500-1 §17.18.59). Word shows decimal ones in the digits of the language. */
function numeral(count: number, format: string): string {
  if (format === 'none') return '';
  if (format === 'decimalZero') return toBengaliDigits(String(count).padStart(2, '0'));
  if (/letter$/i.test(format)) return String.fromCharCode(96 + ((count - 1) % 26) + 1);
  if (/^(?:bengali|hindi)(?:consonants|letters)/i.test(format)) return letterAt(count - 1);
  return toBengaliDigits(String(count));
}
