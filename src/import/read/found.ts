// Collects what the data cannot hold of a document. It is left out, and the report names it.

import { toAsciiDigits, toBengaliDigits } from '../../bangla/digits.ts';

const list = (texts: ReadonlySet<string>) => [...texts].join(' | ');

export class Found {
  pictures = 0;
  readonly #links = new Set<string>();
  readonly #leftOut = new Set<string>();
  readonly #doubtful = new Set<string>();

  /** Records a link to a page of the web, with the text that it stands on. */
  link(text: string, address: string): void {
    const words = text.replace(/\s+/g, ' ').trim();
    if (/^(?:https?:|www\.)/.test(address) && words !== address)
      this.#links.add(words === '' ? address : `“${words}”: ${address}`);
  }

  /** Records a text that readers do not see, or see struck out. */
  leftOut(text: string): void {
    if (text.trim() !== '') this.#leftOut.add(text.trim());
  }

  /** Records a value that may not be the one which the office means. */
  doubtful(text: string): void {
    this.#doubtful.add(text);
  }

  /** Returns a line for each kind of thing found, for the report. */
  notices(): string[] {
    const pictures = toBengaliDigits(this.pictures);
    return [
      this.pictures > 0 &&
        `${pictures}টি ছবি পড়া হয়নি; ছবিতে লেখা থাকলে হাতে লিখুন। / Pictures not read: ${this.pictures}. Type what they say.`,
      this.#leftOut.size > 0 &&
        `কাটা বা লুকানো লেখা বাদ গেছে: ${list(this.#leftOut)} / Struck or hidden text was left out.`,
      this.#links.size > 0 && `দলিলের লিংক: ${list(this.#links)} / Links in the document.`,
      this.#doubtful.size > 0 &&
        `মিলিয়ে দেখুন: ${list(this.#doubtful)} / Values to compare with the document.`,
    ].filter((line) => line !== false);
  }
}

/** Returns digits as superscripts of Unicode, so that a square or a note does not become a further digit. */
export function superscript(text: string): string {
  return toAsciiDigits(text).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '');
}
