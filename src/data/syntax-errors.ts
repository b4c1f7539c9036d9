// Finds the mistake behind a YAML syntax error. The parser says where it stopped; the mistake is often before that.

import type { Rule } from './messages.ts';
import type { YamlError } from './yaml.ts';

// Invisible characters and unusual spaces where YAML takes them for letters: at the start of a line, after a colon, and
// next to Latin letters. Inside Bengali text, joiners are part of the spelling and are allowed.
const INVISIBLE =
  /^[ \t]*[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000]|(?<=:)[\u00a0\u200b\u2060\u3000]|(?<=[A-Za-z0-9_])[\u00ad\u200b\u2060\ufeff]/gm;
const CONFLICT = /^(?:<{7}|={7}|>{7})/gm;

/** Mistakes found without parsing: invisible characters and merge conflict markers. */
export function scan(source: string): { rule: Rule; offset: number }[] {
  const invisible = Array.from(source.matchAll(INVISIBLE), ({ index, 0: { length } }) => ({
    rule: 'invisible' as const,
    offset: index + length - 1,
  }));
  const conflicts = Array.from(source.matchAll(CONFLICT), ({ index: offset }) => ({
    rule: 'conflict' as const,
    offset,
  }));
  return [...invisible, ...conflicts];
}

/** The rule that explains a syntax error, and the offset to show it at. */
// In its patterns each class differs from the next, or they would take the square of the length of a line of hyphens.
export function diagnose(
  source: string,
  { reason, offset }: YamlError,
): { rule: Rule; offset: number } {
  if (reason === 'empty document') return { rule: 'empty-file', offset };
  if (reason === 'several documents') return { rule: 'several-documents', offset };
  if (/^tab characters/.test(reason)) return { rule: 'tab', offset };
  if (/^duplicated mapping key/.test(reason)) return { rule: 'duplicate-key', offset };
  if (/alias/.test(reason)) return { rule: 'alias', offset };
  if (/^nesting/.test(reason) && /[[{]/.test(source[offset] ?? ''))
    return { rule: 'bracket', offset };
  if (/\btag\b/.test(reason)) return { rule: 'tag', offset: source.lastIndexOf('!', offset) };

  const quote = findOpenQuote(source, offset);
  if (/quoted scalar|deficient indentation/.test(reason) && quote !== undefined) {
    return { rule: 'unclosed-quote', offset: quote };
  }
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  const before = source.slice(lineStart, offset);
  const [line = ''] = source.slice(lineStart).split('\n', 1);
  if (/^[\s-]*\w[\w-]*:\s*["'].*["']\s+$/.test(before)) return { rule: 'text-after-quote', offset };
  if (/:\s+$/.test(before) && /[@`%|>]/.test(source[offset] ?? ''))
    return { rule: 'special-start', offset };
  if (/^[\s-]*\w[\w-]*:\s+\S/.test(before) && source[offset] === ':')
    return { rule: 'colon-in-text', offset };

  // The parser often stops one line late: the mistake is in the line before, ignoring comments and empty lines.
  for (const at of [lineStart, previousLine(source, lineStart)]) {
    const [text = ''] = source.slice(at).split('\n', 1);
    const glued = /^[\s-]*[\p{L}\p{M}\w][\p{L}\p{M}\w-]*(?=:[^\s:/])/u.exec(text);
    if (glued) return { rule: 'no-space-after-colon', offset: at + glued[0].length };
    const dash = /^\s*(?=[–—−]\s|-[^\s-])/u.exec(text);
    if (dash) return { rule: 'dash', offset: at + dash[0].length };
    const colon = /^[\s-]*\w+\s*(?=[：ঃ])/u.exec(text);
    if (colon) return { rule: 'wrong-colon', offset: at + colon[0].length };
    if (/^[\s-]*[\p{L}\p{M}][^:#]*$/u.test(text)) {
      return { rule: 'no-colon', offset: at + text.search(/\S/) };
    }
  }
  if (/^\s+id:/.test(line)) return { rule: 'no-dash', offset: lineStart + line.search(/\S/) };
  return { rule: 'indentation', offset: lineStart + Math.max(line.search(/\S/), 0) };
}

/** The start of the last line before lineStart that is neither empty nor a comment. */
function previousLine(source: string, lineStart: number): number {
  const lines = [...source.slice(0, lineStart).matchAll(/^[ \t]*[^\s#].*$/gm)];
  return lines.at(-1)?.index ?? 0;
}

/** The offset of the last opening quotation mark before an offset that is not closed on its line. */
function findOpenQuote(source: string, offset: number): number | undefined {
  const values = [...source.slice(0, offset).matchAll(/^[ \t-]*\w[\w-]*:[ \t]+(["'])([^\n]*)$/gm)];
  const open = values.findLast(([, quote, rest]) => !rest?.includes(quote as string));
  return open && open.index + open[0].length - (open[2]?.length ?? 0) - 1;
}
