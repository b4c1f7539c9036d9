// CSV cells that a spreadsheet must not run (OWASP CSV injection). The open data add the guard, the import removes it.

// The start of a formula: = + - @, their full-width forms, a tab or a carriage return. Apostrophes before it count, so
// that reading back distinguishes a guard from an apostrophe of the text.
const START = /(?:[=+\-@＝＋－＠\t]|\r(?!\n))/.source;
/** Matches some text before a start: in each line, also after spaces, and where readers split at other signs than commas. */
const before = (text: string) =>
  new RegExp(`^${text}(?='*[^\\S\\r\\n\\t]*${START})|(?<=[;\\t])${text}(?='*${START})`, 'gm');

const UNGUARDED = before('');
const GUARDED = before("'");

/** Puts an apostrophe before each place of a cell where a spreadsheet could read a formula. */
export function guardFormulas(cell: string): string {
  return cell.replace(UNGUARDED, "'");
}

/** Returns the cell as it was before `guardFormulas`. */
export function withoutFormulaGuards(cell: string): string {
  return cell.replace(GUARDED, '');
}
