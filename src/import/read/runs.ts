// Joins text runs of different fonts and converts those in Bijoy fonts to Unicode. Joining comes first, because a vowel
// sign and its consonant may be in different runs.

import { bijoyToUnicode, convertMixed, isBijoyFont, looksLikeBijoy } from '../../bangla/bijoy.ts';
import { type Change, cleanText } from '../source.ts';

export class Runs {
  readonly #changes: Change[];
  readonly #mostlyBijoy: boolean;
  #runs: { text: string; isBijoy: boolean }[] = [];

  /** @param mostlyBijoy whether most of the document's text without a font is Bijoy */
  constructor(changes: Change[], mostlyBijoy = false) {
    this.#changes = changes;
    this.#mostlyBijoy = mostlyBijoy;
  }

  add(text: string, font?: string): void {
    const isBijoy = font !== undefined && isBijoyFont(font);
    const last = this.#runs.at(-1);
    if (last?.isBijoy === isBijoy) last.text += text;
    else this.#runs.push({ text, isBijoy });
  }

  /** Returns the text so far, in Unicode, and starts a new one. */
  take(): string {
    const written = this.#runs.map(({ text }) => text).join('');
    const hasBijoy = this.#runs.some(({ isBijoy, text }) => isBijoy && text.trim() !== '');
    const inUnicode = this.#runs
      .map(({ text, isBijoy }) => (isBijoy ? bijoyToUnicode(text) : text))
      .join('');
    this.#runs = [];
    return hasBijoy
      ? converted(written, inUnicode, this.#changes)
      : toUnicode(written, this.#changes, this.#mostlyBijoy);
  }
}

/** Converts a text of unknown font to Unicode. */
export function toUnicode(text: string, changes: Change[], mostlyBijoy: boolean): string {
  if (!mostlyBijoy && !looksLikeBijoy(text)) return text;
  return converted(text, convertMixed(text, mostlyBijoy), changes);
}

function converted(from: string, to: string, changes: Change[]): string {
  if (cleanText(from) !== cleanText(to))
    changes.push({
      from: cleanText(from),
      to: cleanText(to),
      why: 'বিজয় থেকে ইউনিকোড / Bijoy to Unicode',
    });
  return to;
}
