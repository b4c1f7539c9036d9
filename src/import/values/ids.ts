// Makes readable ids from Bengali names: in English for known words, transliterated for the others.

import { isId } from '../../charter/values.ts';
import { emptyWords, englishWords } from './id-words.ts';

/** Parses pairs of a Bengali letter and its transliteration. */
function letterMap(pairs: string): Map<string, string> {
  return new Map(pairs.split(/\s+/).map((pair) => pair.split('=') as [string, string]));
}

const CONSONANTS =
  letterMap(`ক=k খ=kh গ=g ঘ=gh ঙ=ng চ=ch ছ=chh জ=j ঝ=jh ঞ=n ট=t ঠ=th ড=d ঢ=dh ণ=n ত=t থ=th দ=d ধ=dh
  ন=n প=p ফ=f ব=b ভ=bh ম=m য=j র=r ল=l শ=sh ষ=sh স=s হ=h`);
const VOWELS =
  letterMap(`অ=o আ=a ই=i ঈ=i উ=u ঊ=u ঋ=ri এ=e ঐ=oi ও=o ঔ=ou া=a ি=i ী=i ু=u ূ=u ৃ=ri ে=e ৈ=oi ো=o
  ৌ=ou ৎ=t ং=ng`);

/** Transliterates a Bengali word roughly as it sounds: নামজারি → namjari. */
function transliterate(word: string): string {
  const text = word
    .normalize('NFC')
    .replace(/ক্ষ/gu, 'খ')
    .replace(/য়/gu, 'y')
    .replace(/[ডঢ]়/gu, 'র')
    .replace(/্য/gu, 'y')
    .replace(/[০-৯]/gu, (digit) => String(digit.charCodeAt(0) - 0x9e6));
  let latin = '';
  for (const [at, letter] of [...text].entries()) {
    const next = text[at + 1];
    const consonant = CONSONANTS.get(letter);
    if (consonant !== undefined) {
      // Between consonants the inherent vowel is heard (সড়ক, sorok). After another vowel it is heard only before the last
      // consonant (আবেদন, abedon; but আমরা, amra).
      const isLastNext = at + 2 === text.length;
      const isOpen =
        next !== undefined && CONSONANTS.has(next) && (isLastNext || !/[aeiou]$/.test(latin));
      latin += consonant + (isOpen ? 'o' : '');
    } else latin += VOWELS.get(letter) ?? (/[a-z0-9]/i.test(letter) ? letter.toLowerCase() : '');
  }
  return latin;
}

const MOST_WORDS = 4;
const LONGEST = 40;

/** Makes an id from the first words of a name; it may be empty. */
function slug(name: string): string {
  const words =
    name
      .slice(0, 300)
      .normalize('NFC')
      .replace(/\([^)]*\)/gu, ' ')
      .replace(/[\u200c\u200d]/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  const parts = words.filter((word) => !emptyWords.has(word)).flatMap(latinWords);
  let id = '';
  for (const part of [...new Set(parts)].slice(0, MOST_WORDS)) {
    const longer = id === '' ? part.slice(0, LONGEST) : `${id}-${part}`;
    if (longer.length > LONGEST) break;
    id = longer;
  }
  return id.replace(/-+/g, '-').replace(/^-|-$/g, '');
}

function latinWords(word: string): string[] {
  const stem = word.replace(/(?<=.{3})(?:ের|দের|র|ে|কে|টি)$/u, '');
  const english = englishWords.get(word) ?? englishWords.get(stem);
  if (english !== undefined) return [english];
  const parts = word.split('-');
  if (parts.length > 1) return parts.flatMap(latinWords);
  return [transliterate(word)].filter((part) => part !== '');
}

/** Makes ids that are unique among those it has made. */
export class Ids {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /**
   * Returns a new id for a name. An id in use gets a number: -2, -3 ….
   * @param fallback the id for a name without letters
   * @param wanted an id from the document, preferred to the name
   */
  next(name: string, fallback: string, wanted?: string): string {
    const base = wanted && isId(wanted) ? wanted : slug(name);
    const first = isId(base) ? base : fallback;
    let id = first;
    for (let count = 2; this.#taken.has(id); count++) id = `${first}-${count}`;
    this.#taken.add(id);
    return id;
  }
}

/** Returns a new key for a custom column, from its heading. @param taken the keys in use */
export function columnKey(heading: string, taken: Iterable<string>): string {
  const key =
    slug(heading)
      .replaceAll('-', '_')
      .replace(/^[^a-z]+/, '')
      .replace(/_+$/, '') || 'column';
  return new Ids([...taken].map((one) => one.replaceAll('_', '-')))
    .next('', key.replaceAll('_', '-'))
    .replaceAll('-', '_');
}
