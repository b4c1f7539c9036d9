// The code page of SutonnyMJ and the other ANSI fonts of Bijoy, as Windows-1252 characters. Source: the public
// descriptions of the Bijoy 2000 font map, compared with those in OmicronLab's Avro Keyboard (Unicode to Bijoy) and
// in the converters bahar/BijoyToUnicode and Mad-FOX/bijoy2unicode, and with texts typed in SutonnyMJ. Nothing of their
// code is used. Where they differ, the font of today decides: ø is ্ল (not স্ন), æ is ু (not ম্ন), ÿ is ক্ষ (not ড়্গ),
// è is ্ণ (not ্ন), ¹ is গ্গ and Á জ্ঞ, ² is ক্ষ্ম (j²xcyi, লক্ষ্মীপুর).

/** Returns a table from its rows, in which codes and their letters in Unicode alternate. */
function table(...rows: string[]): Map<string, string> {
  const cells = rows.join(' ').split(' ');
  return new Map(
    cells.flatMap((cell, at) => (at % 2 === 0 ? [[cell, cells[at + 1] ?? ''] as const] : [])),
  );
}

/** Whole letters: independent vowels, consonants, and conjuncts, some of them with their vowel sign. */
export const WHOLE = table(
  'A অ B ই C ঈ D উ E ঊ F ঋ G এ H ঐ I ও J ঔ',
  'K ক L খ M গ N ঘ O ঙ P চ Q ছ R জ S ঝ T ঞ U ট V ঠ W ড X ঢ Y ণ Z ত _ থ ` দ a ধ b ন',
  'c প d ফ e ব f ভ g ম h য i র j ল k শ l ষ m স n হ o ড় p ঢ় q য় r ৎ',
  '° ক্ক ± ক্ট ² ক্ষ্ম ³ ক্ত ´ ক্ম µ ক্র ¶ ক্ষ ÿ ক্ষ · ক্স ¸ গু ¹ গ্গ º গ্দ » গ্ধ ¼ ঙ্ক ½ ঙ্গ',
  '¾ জ্জ À জ্ঝ Á জ্ঞ Â ঞ্চ Ã ঞ্ছ Ä ঞ্জ Å ঞ্ঝ Æ ট্ট Ç ড্ড È ণ্ট É ণ্ঠ Ê ণ্ড Ë ত্ত Ì ত্থ Í ত্ম Î ত্র',
  'Ï দ্দ × দ্ধ Ø দ্ব Ù দ্ম Ú ন্ঠ Û ন্ড Ü ন্ধ Ý ন্স Þ প্ট ß প্ত à প্প á প্স â ব্জ ã ব্দ ä ব্ধ å ভ্র',
  'ç ম্ফ é ল্ক ê ল্গ ë ল্ট ì ল্ড í ল্প î ল্ফ ï শু ð শ্চ ñ শ্ছ ò ষ্ণ ó ষ্ট ô ষ্ঠ õ ষ্ফ ö স্খ ÷ স্ট',
  'ù স্ফ û হু ü হৃ ý হ্ন þ হ্ম',
);

/** First halves of conjuncts, which a letter or a second half follows. */
export const FIRST_HALF = table('• ঙ্ ” চ্ ˜ দ্ ™ দ্ š ন্ › ন্ ¤ ম্ ® ষ্ ¯ স্');

/** Second halves of conjuncts. Those of AFTER_HALF mean something else elsewhere: quotation marks, a dash, ত্ম. */
export const SECOND_HALF = table(
  '‹ ্ক Œ ্ক্র ¿ ্ত্র œ ্ন è ্ণ ú ্প ^ ্ব ¡ ্ব ¦ ্ব Ÿ ্ব ¢ ্ভ £ ্ভ্র ¥ ্ম § ্ম',
  '¨ ্য ª ্র « ্র Ö ্র ¬ ্ল \u00ad ্ল ø ্ল',
);
export const AFTER_HALF = table('‘ ্তু ’ ্থ — ্ত Í ্ত');

/** Vowel signs typed before their consonants, and those typed after. */
export const SIGN_BEFORE = table('w ি † ে ‡ ে ˆ ৈ ‰ ৈ');
export const SIGN_AFTER = table('v া x ী y ু z ু æ ু “ ু – ু ~ ূ ƒ ূ ‚ ূ „ ৃ … ৃ Š ৗ');

/** The other parts of a syllable: the reph, typed after its consonants, the candrabindu and the hasanta. */
export const MARK = table('© র্ u ঁ & ্');

/** Characters that belong to no syllable. */
export const ALONE = table(
  's ং t ঃ 0 ০ 1 ১ 2 ২ 3 ৩ 4 ৪ 5 ৫ 6 ৬ 7 ৭ 8 ৮ 9 ৯ | । \\ ॥ $ ৳ Ð – Ñ — Ò “ Ó ” Ô ‘ Õ ’',
);
