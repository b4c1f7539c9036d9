// Finds signs and letters that copying from PDF or Word has probably moved. They become doubts and stay.

/** A hyphen at the end of a word (ইসরকার-,) or after "and" (ও-টেকসই); a bracket without a space before it. */
const MISPLACED = /-[,;।]$|^ও-.|[\p{L}\p{M}]\(\p{L}/u;

/** Returns the words of a text around signs that copying may have moved. */
export function misplacedWords(text: string): string[] {
  const words = text.split(/\s+/u);
  return words.flatMap((word, at) => {
    const next = words[at + 1] ?? '';
    // A genitive split from its word (শিক্ষকাদে র), or a slash with a space on one side only.
    const isParted = /^র[,।]?$/u.test(next) || /.\/$/u.test(word) || /^\/./u.test(next);
    if (isParted && next !== '') return [`${word} ${next}`];
    return MISPLACED.test(word) ? [word] : [];
  });
}
