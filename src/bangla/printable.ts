// Which letters the sheets can print: those of Noto Sans Bengali and, of DejaVu Sans, the signs and the letters that are
// written from left to right, one after the other. Tested against the fonts.

/** The letters that neither of the sheets' fonts has: emoji, other scripts, the private letters of old fonts. */
export const UNPRINTABLE = new RegExp(
  `[^\\s${[
    // Latin with accents, Greek, Cyrillic; Bengali and the danda.
    ' -~\u00a0-\u024f\u0300-\u034f\u0391-\u03a1\u03a3-\u03c9\u0400-\u045f\u1e00-\u1ef9\ufb00-\ufb06',
    '\\p{Script=Bengali}\u0964\u0965',
    // Punctuation, superscripts, currencies, №, ½, arrows, operators, ①, boxes, bullets, ☎, ✓.
    '\u2010-\u205e\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20b5\u20b9\u20bd\u2100-\u2109\u210b-\u2149',
    '\u2150-\u2185\u2189\u2190-\u2311\u2460-\u2469\u2500-\u269c\u269e-\u26b8',
    '\u2701-\u2704\u2706-\u2709\u270c-\u2727\u2729-\u274b\u2761-\u2794\u2798-\u27af\u27b1-\u27be',
    // Invisible characters, such as joiners.
    '\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff',
  ].join('')}]`,
  'gu',
);
