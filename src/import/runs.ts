// Text that comes in runs of different fonts: runs in Bijoy's fonts become Unicode, joined first, because a vowel sign
// and its consonant may stand in different runs.

import { bijoyToUnicode, convertMixed, isBijoyFont, looksLikeBijoy } from '../bangla/bijoy.ts';
import { type Change, cleanText } from './model.ts';

export class Runs {
  readonly #changes: Change[];
  readonly #isMostlyBijoy: boolean;
  #runs: { text: string; isBijoy: boolean }[] = [];

  /** @param bijoyAround whether most of the text that names no font is Bijoy */
  constructor(changes: Change[], isMostlyBijoy = false) {
    this.#changes = changes;
    this.#isMostlyBijoy = isMostlyBijoy;
  }

  add(text: string, font?: string): void {
    const isBijoy = font !== undefined && isBijoyFont(font);
    const last = this.#runs.at(-1);
    if (last?.isBijoy === isBijoy) last.text += text;
    else this.#runs.push({ text, isBijoy });
  }

  /** The text so far, in Unicode; the next run starts a new one. */
  take(): string {
    const written = this.#runs.map(({ text }) => text).join('');
    const hasBijoy = this.#runs.some(({ isBijoy, text }) => isBijoy && text.trim() !== '');
    const inUnicode = this.#runs
      .map(({ text, isBijoy }) => (isBijoy ? bijoyToUnicode(text) : text))
      .join('');
    this.#runs = [];
    return hasBijoy
      ? recordConversion(written, inUnicode, this.#changes)
      : toUnicode(written, this.#changes, this.#isMostlyBijoy);
  }
}

/** A text of unknown font in Unicode. */
export function toUnicode(text: string, changes: Change[], isMostlyBijoy: boolean): string {
  if (!isMostlyBijoy && !looksLikeBijoy(text)) return text;
  return recordConversion(text, convertMixed(text, isMostlyBijoy), changes);
}

function recordConversion(from: string, to: string, changes: Change[]): string {
  if (cleanText(from) !== cleanText(to))
    changes.push({
      from: cleanText(from),
      to: cleanText(to),
      why: 'বিজয় থেকে ইউনিকোড / Bijoy to Unicode',
    });
  return to;
}
