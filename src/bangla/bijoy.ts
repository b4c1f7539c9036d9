// Text typed for the ANSI fonts of Bijoy (SutonnyMJ and its kin), where Latin letters and signs stand for Bengali ones.

import {
  AFTER_HALF,
  ALONE,
  FIRST_HALF,
  MARK,
  SECOND_HALF,
  SIGN_AFTER,
  SIGN_BEFORE,
  WHOLE,
} from './bijoy-table.ts';

const ZERO_WIDTH_NON_JOINER = '\u200c';
const ZERO_WIDTH_JOINER = '\u200d';

/** Signs that are also punctuation. They are letters only in certain places. */
const PUNCTUATION = '‘’“”–—…•™®©§&^';

/** Returns a character class of the keys of some tables, without those named. */
function classOf(tables: Map<string, string>[], without = ''): string {
  const keys = tables.flatMap((table) => [...table.keys()]).filter((key) => !without.includes(key));
  return `[${keys.join('').replace(/[\\^\]-]/g, '\\$&')}]`;
}

const before = classOf([SIGN_BEFORE]);
const whole = classOf([WHOLE]);
const letter = classOf([WHOLE, SECOND_HALF, SIGN_BEFORE, SIGN_AFTER, MARK], '‘’“”–—…•');
// ” is চ্ only before চ ছ ঞ; • is ঙ্ only within a word and before the letters it joins.
const half = `(?:${classOf([FIRST_HALF], '”•')}|”(?=[PQT])|(?<=${letter}|…)•(?=[KLMNg¶ÿ]))`;
const halfBehind = `(?<=${classOf([FIRST_HALF])})`;
// “ is ু only after র and below ্র ্ল; – only after ড় ঢ়; … is ৃ only where no vowel sign stands.
const tail =
  `(?:${classOf([SECOND_HALF, SIGN_AFTER, MARK], '“–…')}` +
  `|(?<=[iåµ£Œª«Ö¬\u00adø])“|(?<=[op])–|(?<![A-JvxyzæŠ~ƒ‚„])…)`;

/** A sign before, consonants, and what follows them in any order. Bounded, so that no text takes quadratic time. */
const syllable =
  `${before}?u?${half}{0,3}` +
  `(?:${halfBehind}${classOf([AFTER_HALF, SECOND_HALF])}|${whole})${tail}*`;

const LETTERS = new RegExp(
  `(${syllable})|${classOf([ALONE, FIRST_HALF, SECOND_HALF, SIGN_BEFORE, SIGN_AFTER, MARK])}`,
  'gu',
);

const LETTER = new RegExp(letter, 'u');
const CONSONANTS_THEN_SIGN = /^(.*?)([ুৃ]?)$/u;

/**
 * Converts text in Bijoy, such as a run in SutonnyMJ, to Unicode Bengali in NFC: †mev → সেবা. All of it counts as Bijoy,
 * ASCII digits too; characters outside the code page stay. Typed dashes, quotation marks, ellipses and bullets share
 * codes with letters; their place decides which they are.
 */
export function bijoyToUnicode(text: string): string {
  return text
    .replace(LETTERS, (match: string, isSyllable: string | undefined, at: number) =>
      isSyllable === undefined ? standalone(match, text[at - 1]) : inReadingOrder(match),
    )
    .replace(/্\u200c(?!\p{L})/gu, '্')
    .normalize('NFC');
}

/** Converts a character outside any syllable. */
function standalone(code: string, previous = ' '): string {
  if (PUNCTUATION.includes(code)) return code;
  // A visarga after no letter was typed as a colon.
  if (code === 't' && !LETTER.test(previous)) return ':';
  for (const table of [ALONE, FIRST_HALF, SECOND_HALF, SIGN_BEFORE, SIGN_AFTER, MARK]) {
    const letters = table.get(code);
    if (letters !== undefined) return letters;
  }
  return code;
}

/** Converts a syllable to the order of Unicode: reph, consonants, vowel signs, candrabindu, hasanta. */
function inReadingOrder(syllable: string): string {
  let [reph, consonants, sign, candrabindu, rest] = ['', '', '', '', ''];
  for (const code of syllable) {
    const afterHalf = consonants.endsWith('্') ? AFTER_HALF.get(code) : undefined;
    const letters = afterHalf ?? WHOLE.get(code) ?? FIRST_HALF.get(code) ?? SECOND_HALF.get(code);
    if (letters !== undefined) {
      const [, joined = '', ownSign = ''] = CONSONANTS_THEN_SIGN.exec(letters) ?? [];
      // র with ya-phala and no reph (র‍্যাব): Unicode writes it with a joiner (core specification, 12.2).
      if (consonants === 'র' && joined === '্য') consonants += ZERO_WIDTH_JOINER;
      consonants = consonants.endsWith('্')
        ? consonants + joined.replace(/^্/, '')
        : consonants + joined;
      sign += ownSign;
    } else if (code === '©') reph = 'র্';
    else if (code === 'u') candrabindu = 'ঁ';
    else if (code === '&') rest = `্${ZERO_WIDTH_NON_JOINER}`;
    else if (code === '…' && sign !== '') rest += code;
    else sign += SIGN_BEFORE.get(code) ?? SIGN_AFTER.get(code) ?? '';
  }
  return (reph + consonants + sign + candrabindu + rest).replace(/^অা/, 'আ');
}

/**
 * Whether a font's name, as Word or CSS gives it, is one of Bijoy's ANSI fonts: Sutonny and its kin, which end in MJ.
 * Those in OMJ are Unicode fonts.
 */
export function isBijoyFont(name: string): boolean {
  const plain = name.replace(/["'\s_-]/g, '').toLowerCase();
  if (/omj|unicode/.test(plain)) return false;
  return /^(sutonny|bijoy)|mj(bold|italic|regular)*$/.test(plain);
}

/** E-mail and web addresses; their dots make them no words of Bijoy. */
const ADDRESS =
  /(?<![!#-'*+\--9=?A-Z^-~])[!#-'*+\--9=?A-Z^-~]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)(?:https?:\/\/|www\.|WWW\.)[!-{}~]+|(?<![\w.-])(?:[A-Za-z0-9-]+\.)+(?:com|net|org|info|gov|edu|bd)\b(?:\/[!-{}~]*)?/u;

/** Signs of Bijoy in a word, with their weight. English has none of them but by accident. */
const SIGNS: [RegExp, number][] = [
  // At a word's start, † may also mark a note.
  [/[‡ˆ‰]|(?<=.)†/g, 2],
  [/^†/g, 1],
  // Signs in the middle or at the end of a word, where the syllable has shown that they can stand.
  [/[¨¯¤¦¬¡¢£¥¿¸±ÿƒ‚„]|©(?=.)/g, 2],
  [/[«ª°²³´µ·¹º»¼½¾×÷§¶®›˜™]|(?<=.)[`~]|©$|[KZf]…/g, 1],
  // A capital with an accent after a small letter, and combinations that are no letters of any language.
  [/[a-z][ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÖØÙÚÛÜÝÞ]|[iªÖ]æ|š[‘’—Í¿^]|”[PQT]/g, 2],
  // One for all accented letters: other languages have them too.
  [/^.*?[À-ÖØ-öø-þŠšŒœŸ]/g, 1],
  [/[ðøþåæ][à-öø-ý]/g, 1],
  // In English a vowel follows v, and a vowel, l, n, r or d goes before it.
  [/v(?![aeiouyv\dà-åè-ïò-öù-ý])/g, 1],
  [/[bcfghjkmz_K-Z]v/g, 1],
  [/[bcfghjkmpK-Z][xz~]/g, 1],
  [/(?:^|[bcfgjmpK-Z\d])w(?=[b-dfgj-np-tvxzK-Z_`])|[bcfgjmpKLMNPQRUVXZ]w/g, 1],
];

/** A word as Bengali is spelt: no vowel sign without its consonant, and no letter first that never begins a word. */
const SPELLING =
  /^(?![ঙঞণৎ]|[ডঢয]\u09bc)(?:[০-৯]|(?:[অ-ঔ](?:্যা)?|[ক-হৎ]\u09bc?(?:\u200d?্\u200c?[ক-হ]\u09bc?){0,3}(?:্(?!\u200c?[ক-হ]))?[া-ৌ]?)ঁ?[ংঃ]?)+।?$/u;

/** Measures (km², 25°C, ±5), code between backticks, and vowel signs without their consonant, such as note marks. */
const NOT_BIJOY = /^\d*(?:[kcm]?m|ft)[²³]|\d°|^±|^`.*`$|``|[w†‡ˆ‰](?:$|[vxyz~|])/u;

/** Frequent words that look like English or like abbreviations: ও, এ, এই, এক, এবং, আর, পর … */
const COMMON = new Set('I G GB GK GKB GKRb Ges Avi ci Dci Rb MZ KZ hZ ev gZ mKj Kivi'.split(' '));

/** An address, or a word with what may follow it as a danda. Punctuation belongs to a word only as a sign of Bijoy. */
const TOKEN = new RegExp(
  `${ADDRESS.source}|(?:${syllable}|[\\p{L}\\p{M}\\d]|` +
    `${classOf([WHOLE, FIRST_HALF, SECOND_HALF, SIGN_BEFORE, SIGN_AFTER, MARK], '‘’“”–—…•&^')})+\\|?`,
  'gu',
);

interface Word {
  text: string;
  at: number;
  /** 2 and more: Bijoy by its own letters; 1: perhaps; 0: could be spelt so, but looks like English; -1: not Bijoy. */
  score: number;
}

/** Returns the words and addresses of a line, without its numbers. */
function wordsOfLine(line: string): Word[] {
  return [...line.matchAll(TOKEN)].flatMap((match) => {
    const [text] = match;
    if (/^\d+\|?$/.test(text)) return [];
    return [{ text, at: match.index, score: scoreOf(text) }];
  });
}

function scoreOf(word: string): number {
  if (NOT_BIJOY.test(word) || /\p{Script=Bengali}/u.test(word)) return -1;
  if (!SPELLING.test(bijoyToUnicode(word))) return -1;
  const score = SIGNS.reduce(
    (sum, [sign, weight]) => sum + weight * (word.match(sign)?.length ?? 0),
    0,
  );
  return /^[a-z]{1,3}$/i.test(word) ? Math.min(score, 1) : score;
}

/**
 * Converts the Bijoy words of a plain text to Unicode Bengali in NFC, and keeps the rest. A word is converted if its
 * own letters show that it is Bijoy (†mev, Avgvi), or if they may (miKvi) and the next word is Bijoy. E-mail and web
 * addresses, numbers, English and Unicode Bengali are left alone, and so is what could be English: kni for শহর.
 * @param bijoyAround whether the text around it is Bijoy, as in a table for which looksLikeBijoy is true. Then doubtful
 * words, numbers and a lone t (a colon) are converted too, except abbreviations in capitals and words like Link
 */
export function convertMixed(text: string, bijoyAround = false): string {
  return text.replace(/[^\n]+/g, (line) => {
    const words = wordsOfLine(line);
    const bijoy = bijoyAmong(words, bijoyAround);
    let converted = '';
    let end = 0;
    const isBijoy = bijoyAround && bijoy.some(Boolean);
    const between = (part: string) => (isBijoy ? numbersToUnicode(part) : part);
    words.forEach(({ text, at }, index) => {
      const isColon = isBijoy && text === 't';
      converted += between(line.slice(end, at));
      converted += bijoy[index] || isColon ? bijoyToUnicode(text) : text;
      end = at + text.length;
    });
    return converted + between(line.slice(end));
  });
}

/** Converts the numbers between the words of Bijoy, and the danda after a number: 1| → ১। */
const numbersToUnicode = (text: string) =>
  text
    .replace(/(?<=\d)\|(?=\s|$)/g, '।')
    .replace(/\d/g, (digit) => '০১২৩৪৫৬৭৮৯'[Number(digit)] ?? '');

/** Reports for each word of a line whether it is parsed as Bijoy. */
function bijoyAmong(words: Word[], bijoyAround: boolean): boolean[] {
  const bijoy = words.map(
    ({ text, score }) =>
      score >= 2 || (bijoyAround && (score === 1 || (score === 0 && !isEnglishShaped(text)))),
  );
  // A doubtful word joins a Bijoy word on either side.
  for (const [at, { score }] of words.entries()) {
    if (score === 1 && bijoy[at - 1]) bijoy[at] = true;
  }
  for (let at = words.length - 1; at >= 0; at--) {
    if (words[at]?.score === 1 && bijoy[at + 1]) bijoy[at] = true;
  }
  // Frequent words join if Bijoy words are on both sides of them, or on one side and the line's end on the other.
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    if (word && !bijoy[at] && COMMON.has(word.text)) continue;
    const isBetween = (from === 0 || bijoy[from - 1]) && (at === words.length || bijoy[at]);
    if (isBetween && at - from < words.length) bijoy.fill(true, from, at);
    from = at + 1;
  }
  return bijoy;
}

const isEnglishShaped = (word: string) =>
  !COMMON.has(word) && /^(?:[A-Z\d]{2,}|[A-Z][a-z]{3,})$/.test(word);

/** Whether a text, such as a whole table, is for the most part Bijoy by its letters. */
export function looksLikeBijoy(text: string): boolean {
  let [sure, possible, other] = [0, 0, 0];
  for (const { text: word, score } of wordsOfLine(text)) {
    if (score >= 2) sure++;
    else if (score === 1 || COMMON.has(word)) possible++;
    else other++;
  }
  return sure > 0 && sure + possible >= other;
}
