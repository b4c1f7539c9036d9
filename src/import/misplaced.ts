// Signs and letters that copying from PDF or Word has probably moved: told as doubts, never changed.

/** A hyphen that has moved to the end of its word (ইসরকার-,) or behind "and" (ও-টেকসই); a bracket without a space. */
const MISPLACED = /-[,;।]$|^ও-.|[\p{L}\p{M}]\(\p{L}/u;

/** The words of a text that may be misplaced. */
export function misplacedWords(text: string): string[] {
  const words = text.split(/\s+/u);
  return words.flatMap((word, at) => {
    const next = words[at + 1] ?? '';
    // A genitive that has lost its word (শিক্ষকাদে র), a space on one side of a stroke only.
    const isParted = /^র[,।]?$/u.test(next) || /.\/$/u.test(word) || /^\/./u.test(next);
    if (isParted && next !== '') return [`${word} ${next}`];
    return MISPLACED.test(word) ? [word] : [];
  });
}
