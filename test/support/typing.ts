// Edits of one line of a data file by hand: cutting, pasting, retyping, or typing on another keyboard.

/** A line of YAML as the data have them: its indentation, hyphen, key and value. */
const LINE = /^( *)(- )?(?:([a-z_-]+):(?: (.*))?)?$/;

export interface Parts {
  indent: string;
  dash: string;
  key: string;
  value: string;
}

function partsOf(line: string): Parts | undefined {
  const [all, indent = '', dash = '', key = '', value = ''] = LINE.exec(line) ?? [];
  return all === undefined || key === '' ? undefined : { indent, dash, key, value };
}

/** The line after a slip; undefined where the slip cannot be made. */
type Typing = (parts: Parts, line: string) => string | undefined | false;

const isPlain = (value: string) => value !== '' && !/^["'[>|]/.test(value);
const isText = (value: string) => isPlain(value) && /\p{Script=Bengali}/u.test(value);
const withValue =
  (change: (value: string) => string, fits: (value: string) => boolean = isText): Typing =>
  ({ indent, dash, key, value }) =>
    fits(value) && `${indent}${dash}${key}: ${change(value)}`;
const inKey =
  (change: (key: string) => string): Typing =>
  ({ indent, dash, key, value }) =>
    `${indent}${dash}${change(key)}:${value && ` ${value}`}`;
const middle = (text: string, sign: string) => {
  const at = Math.ceil(text.length / 2);
  return text.slice(0, at) + sign + text.slice(at);
};

const typings: Record<string, Typing> = {
  'cuts the colon': ({ indent, dash, key, value }) =>
    isPlain(value) && `${indent}${dash}${key} ${value}`,
  'cuts the space after the colon': ({ indent, dash, key, value }) =>
    isText(value) && `${indent}${dash}${key}:${value}`,
  'cuts the key': ({ indent, dash, value }) => isText(value) && `${indent}${dash}${value}`,
  'cuts the value': ({ indent, dash, key, value }) => value !== '' && `${indent}${dash}${key}:`,
  'cuts the closing quotation mark': withValue(
    (value) => value.slice(0, -1),
    (value) => /^".*"$/.test(value),
  ),
  'cuts the hyphen': ({ indent, dash, key, value }) =>
    dash !== '' && `${indent}${key}:${value && ` ${value}`}`,
  'cuts the space after the hyphen': (_parts, line) =>
    line.includes('- ') && line.replace('- ', '-'),
  'cuts a space of the indentation': ({ indent }, line) => indent !== '' && line.slice(1),
  'types a space too many': (_parts, line) => ` ${line}`,
  'types a tab for the indentation': ({ indent }, line) =>
    indent !== '' && `\t${line.slice(indent.length)}`,
  'pastes a hard space before the key': (_parts, line) => `\u00a0${line}`,
  'pastes a hard space after the colon': withValue((value) => `\u00a0${value}`),
  'pastes a byte order mark before the key': (_parts, line) => `\ufeff${line}`,
  'pastes a direction mark before the key': (_parts, line) => line.replace(/\S/, '\u200e$&'),
  'pastes an invisible sign into the key': inKey((key) => middle(key, '\u200b')),
  'pastes a joiner into the key': inKey((key) => middle(key, '\u200d')),
  'pastes a direction mark after the colon': (_parts, line) => line.replace(':', ':\u200f'),
  'pastes a soft break': withValue((value) => middle(value, '\u000b')),
  'pastes a line separator': withValue((value) => middle(value, '\u2028')),
  'pastes cells': withValue((value) => `${value}\t৭ দিন\t৫০`),
  'pastes a row below': (_parts, line) => `${line}\n৮\tসেবা\t৭ দিন`,
  'pastes the marks of a conflict above': (_parts, line) => `<<<<<<< HEAD\n${line}`,
  'pastes curly quotation marks': ({ indent, key, value }) =>
    /^"01[0-9]+"$/.test(value) && `${indent}${key}: “${value.slice(1, -1)}”`,
  'pastes markup': withValue((value) => `<b>${value}</b>`),
  'pastes a bullet before the line': (_parts, line) => line.replace(/(\S)/, '• $1'),
  'types the line twice': ({ dash }, line) => dash === '' && `${line}\n${line}`,
  'types a key in capitals': inKey((key) => key.toUpperCase()),
  'types a dash for the hyphen': (_parts, line) => line.includes('- ') && line.replace('- ', '– '),
  'types a wide colon': (_parts, line) => line.replace(/: ?/, '：'),
  'types visarga for the colon': (_parts, line) => line.replace(':', 'ঃ'),
  'types a semicolon for the colon': (_parts, line) => line.replace(':', ';'),
  'types a hyphen before the value': withValue((value) => `- ${value}`),
  'types // before the line': (_parts, line) => line.replace(/(\S)/, '// $1'),
  'types * before the value': withValue((value) => `*${value}`),
  'types & before the value': withValue((value) => `&${value}`),
  'types @ before the value': withValue((value) => `@${value}`),
  'types % before the value': withValue((value) => `%${value}`),
  'types ! before the value': withValue((value) => `!${value}`),
  'types [ before the value': withValue((value) => `[${value}`),
  'types { before the value': withValue((value) => `{${value}`),
  'types > before the value': withValue((value) => `> ${value}`),
  'types " before the value': withValue((value) => `"${value}`),
  'types " after the value': withValue((value) => `${value}"`),
  'types quotation marks inside others': withValue((value) => `"${middle(value, '"ক"')}"`),
  'types a backslash in quotation marks': withValue((value) => `"${middle(value, '\\ক')}"`),
  'types a colon in the value': withValue((value) => `${value}: ${value}`),
  'types a note after the value': withValue((value) => `${value} # নোট`),
  'types ??? for the value': withValue((value) => value.replace(/\p{Script=Bengali}+/gu, '????')),
  'types অ and া for আ': withValue((value) => `অাবেদন ${value}`),
  'types hasanta twice': withValue((value) => `সংক্্রান্ত ${value}`),
  'types the Assamese র': withValue((value) => `কৰা ${value}`),
};

/** A slip in a file: the text with it, and the line at which it was made, from 1. */
export interface Typed {
  what: string;
  line: number;
  text: string;
}

/** Returns every slip that can be made in a text, in lines that have a key. */
export function allTypings(text: string): Typed[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const parts = /^\s*#/.test(line) ? undefined : partsOf(line);
    // A correction quotes what was published, mistakes and all.
    if (!parts || parts.key === 'published') return [];
    return Object.entries(typings).flatMap(([what, type]) => {
      const typed = type(parts, line);
      if (!typed || typed === line) return [];
      return [{ what, line: at + 1, text: lines.toSpliced(at, 1, typed).join('\n') }];
    });
  });
}
