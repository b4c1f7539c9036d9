// Finds the mistake behind a YAML syntax error. The parser reports where it stopped; the mistake is often before that.

import { BIDI_CONTROL } from './characters.ts';
import { parentOf } from './homes.ts';
import type { Rule } from './messages.ts';
import type { FileName } from './sources.ts';
import type { YamlError } from './yaml.ts';

/** A mistake at an offset, in a line or in the file. */
export interface Mistake {
  rule: Rule;
  offset: number;
  /** The text that the message quotes, if any. */
  value?: string;
  /** The other file that the message names, if any. */
  other?: FileName;
}

// Unicode's invisible characters: control (Cc), format (Cf) and spaces other than U+0020. Inside a text, joiners are
// part of Bengali spelling; where YAML has syntax, none of these is meant.
const SPACE = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const BREAK = '\\v\\f\\u001c-\\u001e\\u0085\\u2028\\u2029';
const HIDDEN = `(?![\\t\\n\\r])[\\p{Cc}\\p{Cf}${SPACE}]`;
/** A line up to where its value begins: spaces, hyphens of a list, a key in Latin letters with its colon. */
const SYNTAX = new RegExp(
  `^(?:${HIDDEN}|[ \\t-])*(?:["'A-Za-z](?:${HIDDEN}|[\\w \\t"'-])*:(?:${HIDDEN}|[ \\t])*)?`,
  'u',
);
const FIRST_HIDDEN = new RegExp(HIDDEN, 'u');
/** Signs between Latin letters, as in an id or an address. */
const IN_LATIN = /(?<=\w)(?:[\u00ad\u200b\u2060\ufeff]|[\u200c\u200d](?=\w))/;
const SOFT_BREAK = new RegExp(`[${BREAK}]`);
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const CONFLICT = /^[ \t]*(?:<{7}|={7}|>{7}|\|{7})(?![<=>|])/;

/** Bengali letters that were saved in Windows' ANSI encoding, or UTF-8 that was read in it. */
const LOST_LETTERS = /\?{3}|\ufffd|à[¦§]/;

/** Finds mistakes without parsing: invisible characters, lost letters and merge conflict markers. */
export function scan(source: string): Mistake[] {
  const found: Mistake[] = [];
  let start = 0;
  for (const line of source.split('\n')) {
    const mistake = /^[ \t]*#/.test(line) ? undefined : scanLine(line.replace(/\r$/, ''));
    // Letters are lost in the whole file at once.
    if (mistake?.rule === 'lost-letters') return [{ ...mistake, offset: start + mistake.offset }];
    if (mistake) found.push({ ...mistake, offset: start + mistake.offset });
    start += line.length + 1;
  }
  return found;
}

function scanLine(line: string): Mistake | undefined {
  const at = (rule: Rule, match: RegExpExecArray | null) => match && { rule, offset: match.index };
  const [syntax = ''] = SYNTAX.exec(line) ?? [];
  return (
    at('conflict', CONFLICT.exec(line)) ??
    at('lost-letters', LOST_LETTERS.exec(line)) ??
    at('note-mark', /(?<=^[ \t]*)(?:\/\/|\/\*|<!--)/.exec(line)) ??
    at('soft-break', SOFT_BREAK.exec(line)) ??
    at('invisible', FIRST_HIDDEN.exec(syntax)) ??
    at('invisible', CONTROL.exec(line)) ??
    at('bidi', BIDI_CONTROL.exec(line)) ??
    at('invisible', IN_LATIN.exec(line)) ??
    undefined
  );
}

/** Returns the rule that explains a syntax error, and the offset to show it at. */
// In its patterns each class differs from the next, or they would take the square of the length of a line of hyphens.
export function diagnose(source: string, { reason, offset }: YamlError, file: FileName): Mistake {
  if (reason === 'empty document') return { rule: 'empty-file', offset };
  if (reason === 'several documents') return { rule: 'several-documents', offset };
  if (/^duplicated mapping key/.test(reason)) return duplicateMistake(source, offset);
  if (/complex keys/.test(reason)) return { rule: 'bracket', offset };
  if (/^nesting/.test(reason) && /[[{]/.test(source[offset] ?? ''))
    return { rule: 'bracket', offset };

  const added = /^\+/m.exec(source);
  if (added) return { rule: 'diff', offset: source.search(/^[-+](?= {2}|[ \t]*[a-z_]+:)/m) };
  const note = NOTE.exec(lineAt(source, offset).text) ?? undefined;
  if (note) return { rule: 'note-mark', offset: lineAt(source, offset).start + note.index };
  if (/node content/.test(reason) && /,[ \t]*$/.test(source.slice(0, offset)))
    return { rule: 'empty-item', offset };
  if (
    /alias/.test(reason) &&
    (/<<:[ \t]*\*?$/.test(source.slice(0, offset)) || isAnchored(source, offset))
  )
    return { rule: 'repeated-part', offset };

  if (/escape (?:sequence|character)/.test(reason))
    return { rule: 'backslash', offset: source.lastIndexOf('\\', offset) };

  // The parser often stops one line late: the mistake is in the line before, ignoring comments and empty lines.
  const stopped = lineAt(source, offset);
  const lines = contentLines(source);
  const above = lines.filter(({ start }) => start < stopped.start).toReversed();
  const [before, secondBefore] = above;
  const top = /multiline key/.test(reason) ? topOfKey(above) : undefined;
  const noteAbove = [before, top].find((line) => line && NOTE.test(line.text));
  if (noteAbove) return { rule: 'note-mark', offset: mappedContent(noteAbove) };
  const first = (top && lineMistake(top, undefined)) ?? lineMistake(stopped, before);
  if (first?.rule === 'no-colon') {
    const { start: begin } = lineAt(source, first.offset);
    const over = above.filter(({ start }) => start < begin);
    if (over[0] && (BLOCK.test(over[0].text) || isInBlock(over.slice(0, FARTHEST))))
      return { ...first, rule: 'text-not-indented' };
  }
  // An item of a list needs no colon: it is not aligned.
  const isUneven = (mistake: Mistake) =>
    mistake.rule === 'no-colon' && mistake.offset >= stopped.start && isItem(stopped);
  if (first && !isUneven(first)) return first;
  if (/^tab characters/.test(reason)) return { rule: 'tab', offset };
  if (/alias/.test(reason)) return { rule: 'alias', offset };
  if (/\btag\b/.test(reason)) return { rule: 'tag', offset: source.lastIndexOf('!', offset) };
  const upTo = source.slice(stopped.start, offset);
  if (/:[ \t]+$/.test(upTo) && /[@`%|>?]/.test(source[offset] ?? ''))
    return { rule: 'special-start', offset };
  if (/anchor/.test(reason))
    return { rule: 'special-start', offset: source.lastIndexOf('&', offset) };
  if (/^[\s-]*\w[\w-]*:\s+\S/.test(upTo) && source[offset] === ':') {
    const [key] = /(?<=\S[ \t]+)(?<!:[ \t]+)[a-z_]+$/.exec(upTo) ?? [];
    return key === undefined
      ? { rule: 'colon-in-text', offset }
      : { rule: 'two-keys', offset: offset - key.length, value: key };
  }

  const second =
    before && !isInBlock(above.slice(0, FARTHEST)) && lineMistake(before, secondBefore);
  const areItems = before && isItem(before) && isItem(stopped);
  if (second && !(areItems && second.rule === 'no-colon')) return second;
  const quote = findOpenQuote(source, offset);
  if (/quoted scalar|deficient indentation/.test(reason) && quote !== undefined)
    return { rule: 'unclosed-quote', offset: quote };
  if (file !== 'services.yaml' && /^\s*- +id:/.test(stopped.text))
    return {
      rule: 'wrong-file',
      offset: mappedContent(stopped),
      value: 'list',
      other: 'services.yaml',
    };
  const parent = missingParent(lines, stopped, file);
  if (parent !== undefined)
    return { rule: 'missing-parent', offset: mappedContent(stopped), value: parent };
  if (/^\s+id:/.test(stopped.text)) return { rule: 'no-dash', offset: mappedContent(stopped) };
  const beside = above.find((one) => indentOf(one) <= indentOf(stopped));
  if (beside && isItem(beside) && !isItem(stopped) && indentOf(beside) === indentOf(stopped)) {
    const isKey = /^[ \t]*\w[\w-]*:/.test(stopped.text);
    return { rule: isKey ? 'beside-dash' : 'item-without-dash', offset: mappedContent(stopped) };
  }
  const [beginning] = lines;
  if (beginning && indentOf(beginning) > 0 && indentOf(stopped) === 0)
    return { rule: 'indentation', offset: mappedContent(beginning) };
  // When two lines do not fit together, the one with the rarer indentation is wrong.
  const isRarer = before && countAligned(lines, before) < countAligned(lines, stopped);
  return { rule: 'indentation', offset: mappedContent(isRarer ? before : stopped) };
}

interface Line {
  text: string;
  start: number;
}

/** The marks of notes in other languages, and a star before a text in the place of a key. */
const NOTE = /(?<=^[ \t]*)(?:;|\*(?=[ \t]))/;

/** Reports whether the alias at an offset repeats a part that the file marks with "&". */
function isAnchored(source: string, offset: number): boolean {
  const [name] = /[^\s,*\]}]+/.exec(source.slice(offset)) ?? [];
  return name !== undefined && source.includes(`&${name}`);
}

/** Returns the mistake behind a key that stands twice: a file or a service that was pasted into another. */
function duplicateMistake(source: string, offset: number): Mistake {
  const lines = contentLines(source);
  const from = lines.findIndex(({ start }) => start >= lineAt(source, offset).start);
  const [above, below] = [lines.slice(0, from), lines.slice(from)];
  const [stopped] = below;
  if (!stopped) return { rule: 'duplicate-key', offset };
  const known = new Set(above.map(({ text }) => text.trim()));
  const repeated = below.filter(({ text }) => known.has(text.trim())).length;
  if (indentOf(stopped) === 0 && repeated > 2 && repeated >= below.length * 0.8)
    return { rule: 'file-twice', offset };
  // The item that holds the key, and the one above it, which may have lost the lines that follow.
  const items = above.filter((line) => isItem(line) && indentOf(line) < indentOf(stopped));
  const [upper, lower] = items.slice(-2);
  const key = /^[ \t]*(\w[\w-]*):/.exec(stopped.text)?.[1];
  const lostTail =
    upper &&
    lower &&
    indentOf(upper) === indentOf(lower) &&
    !above.some(
      ({ text, start }) =>
        start >= upper.start &&
        start < lower.start &&
        text.trim().replace(/^- +/, '').startsWith(`${key}:`),
    );
  return lostTail
    ? { rule: 'split-item', offset: mappedContent(lower), value: lineNumber(source, offset) }
    : { rule: 'duplicate-key', offset };
}

const lineNumber = (source: string, offset: number) =>
  String(source.slice(0, offset).split('\n').length);

/** Returns the group whose line is missing above an indented key, such as "headings"; undefined if none is. */
function missingParent(lines: Line[], stopped: Line, file: FileName): string | undefined {
  const key = /^[ \t]+(\w[\w-]*):/.exec(stopped.text)?.[1];
  const parent = key === undefined ? undefined : parentOf(key, file);
  const above = lines.findLast(
    (line) => line.start < stopped.start && indentOf(line) < indentOf(stopped),
  );
  const isBelowText = above === undefined || /:[ \t]+\S/.test(above.text);
  const isThere = lines.some(({ text }) => text.startsWith(`${parent}:`));
  return isBelowText && !isThere ? parent : undefined;
}

/** Returns the mistake that one line shows by itself, at or just before a syntax error. */
function lineMistake({ text, start }: Line, before: Line | undefined): Mistake | undefined {
  const found = (rule: Rule, at: number): Mistake => ({ rule, offset: start + at });
  const content = text.search(/\S/);
  const bullet = /^[ \t]*(?=[–—−•●○▪■◦‣·]|\*[ \t]|-\S|[0-9০-৯]+[।.)][ \t])/u.exec(text);
  if (bullet) return found('dash', bullet[0].length);

  if (/^ *-\t/.test(text)) return found('tab', text.indexOf('\t'));

  const key = /^[\s-]*\w[\w-]*:[ \t]+/.exec(text);
  if (key) {
    const value = text.slice(key[0].length).trimEnd();
    const at = key[0].length;
    if (/^[|>][-+0-9]*[ \t]*[^-+0-9 \t#]/.test(value)) return found('text-after-fold', at);
    if (/^-(?:[ \t]|$)/.test(value)) return found(value === '-' ? 'lone-dash' : 'list-on-line', at);
    const quoted = quoteMistake(value);
    if (quoted) return found(quoted.rule, at + quoted.offset);
    if (/^\[[^\]]*$|^\{[^}]*$/.test(value)) return found('unclosed-bracket', at);
  }
  if (/^[\s-]*["'][^"':]*:/.test(text)) return found('unclosed-quote', text.search(/["']/));
  const item = /^[\s-]*-[ \t]+/.exec(text);
  const quoted = item && quoteMistake(text.slice(item[0].length).trimEnd());
  if (quoted) return found(quoted.rule, item[0].length + quoted.offset);
  if (item && /^\[[^\]]*$/.test(text.slice(item[0].length).trimEnd()))
    return found('unclosed-bracket', item[0].length);
  if (/^[ \t]*`{3}/.test(text)) return found('fence', content);

  const glued = /^[\s-]*[\p{L}\p{M}\w][\p{L}\p{M}\w-]*(?=:[^\s:/])/u.exec(text);
  if (glued) return found('no-space-after-colon', glued[0].length);
  const colon = /^[\s-]*\w[\w-]*[ \t]*(?=[：ঃ;=।])/u.exec(text);
  if (colon) return found('wrong-colon', colon[0].length);
  const tab = text.trimEnd().indexOf('\t', Math.max(content, 0));
  if (tab > 0 && !text.includes(':')) return found('pasted-row', tab);
  if (/^[ \t]*[\p{L}\p{M}\p{N}][^:#]*$/u.test(text) && /^[ \t]*- [^:]*$/.test(before?.text ?? ''))
    return found('item-without-dash', content);
  if (/^[\s-]*[\p{L}\p{M}\p{N}%][^:#]*$/u.test(text)) return found('no-colon', content);
  return undefined;
}

/** Returns the mistake in the quotation marks of a value that begins with one. */
function quoteMistake(value: string): Mistake | undefined {
  const [quote] = value;
  if (quote !== '"' && quote !== "'") return undefined;
  const second = value.indexOf(quote, 1);
  if (quote === '"' && value.endsWith('\\"'))
    return { rule: 'backslash', offset: value.length - 2 };
  // Word bends one of a pair, too.
  if (second < 0)
    return { rule: /[“”‘’]$/.test(value) ? 'curly-quotes' : 'unclosed-quote', offset: 0 };
  if (second === 1) return { rule: 'text-after-quote', offset: second };
  const rest = value
    .slice(second + 1)
    .replace(/[ \t]#.*$/, '')
    .trim();
  if (rest === '') return undefined;
  return { rule: rest.includes(quote) ? 'quotes-in-quotes' : 'text-after-quote', offset: second };
}

function lineAt(source: string, offset: number): Line {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const [text = ''] = source.slice(start).split('\n', 1);
  return { text, start };
}

/** Returns the lines that are neither empty nor comments. */
function contentLines(source: string): Line[] {
  const lines = source.matchAll(/^[ \t]*[^\s#].*$/gm);
  return Array.from(lines, ({ 0: text, index: start }) => ({ text, start }));
}

/**
 * The first of the lines that the parser took for one key, if it is not the one where it stopped.
 * @param above the lines above the one where it stopped, from there upwards
 */
function topOfKey(above: Line[]): Line | undefined {
  const end = above
    .slice(0, FARTHEST)
    .findIndex(
      ({ text }, at) =>
        /^[\s-]*\w[\w-]*:(?:\s|$)/.test(text) || isInBlock(above.slice(at, at + FARTHEST)),
    );
  return above[(end < 0 ? Math.min(above.length, FARTHEST) : end) - 1];
}

/** The maximum distance, in lines, at which to look for a mistake. */
const FARTHEST = 50;

/** A line that announces a text below it. */
const BLOCK = /[:-][ \t]+[|>][-+0-9]*\s*$/;

/** Reports whether the first line belongs to a block text, which begins with | or > above it. */
function isInBlock([line, ...above]: Line[]): boolean {
  const parent = line && above.find((one) => indentOf(one) < indentOf(line));
  return parent !== undefined && BLOCK.test(parent.text);
}

function isItem({ text }: Line): boolean {
  return /^ *-(?:[ \t]|$)/.test(text);
}

function indentOf({ text }: Line): number {
  return Math.max(text.search(/\S/), 0);
}

function mappedContent(line: Line): number {
  return line.start + indentOf(line);
}

/** Counts the lines that begin in the same column, with or without a hyphen like this one. */
function countAligned(lines: Line[], { text }: Line): number {
  const beginning = (line: string) => /^ *-?/.exec(line)?.[0];
  const wanted = beginning(text);
  return lines.filter((line) => beginning(line.text) === wanted).length;
}

/** Returns the offset of the last quotation mark, before a given offset, that is not closed on its line. */
function findOpenQuote(source: string, offset: number): number | undefined {
  const values = [
    ...source.slice(0, offset).matchAll(/^[ \t-]*(?:\w[\w-]*:[ \t]+)?(["'])([^\n]*)$/gm),
  ];
  const open = values.findLast(([, quote, rest]) => !rest?.includes(quote as string));
  return open && open.index + open[0].length - (open[2]?.length ?? 0) - 1;
}
