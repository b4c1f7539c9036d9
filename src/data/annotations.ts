// Findings for GitHub: annotations (workflow commands), which its web page shows at the line, and a summary of the step,
// because GitHub shows only ten annotations a step.

import { toBengaliDigits } from '../bangla/digits.ts';
import { alsoLines, type Finding, formatPath } from './finding.ts';

/** Formats findings as workflow commands, one a line, in Bengali and English. */
export function formatAnnotations(findings: readonly Finding[]): string {
  return findings.map(annotation).join('');
}

function annotation({ severity, file, position, path, bn, en, also = [] }: Finding): string {
  const command = severity === 'problem' ? 'error' : 'warning';
  const place = position ? `,line=${position.line},col=${position.column}` : '';
  const title = path.length === 0 ? '' : `,title=${property(formatPath(path))}`;
  // The log shows only the message.
  const where = position ? `${file}:${position.line}:${position.column}` : file;
  const [bnAlso, enAlso] = alsoLines(also);
  const message = [where, `${bn.wrong} ${bn.fix}`, bnAlso, `${en.wrong} ${en.fix}`, enAlso]
    .filter((line) => line !== undefined)
    .join('\n');
  return `::${command} file=${property(file)}${place}${title}::${data(message)}\n`;
}

/** Escapes a message as GitHub's own toolkit does (actions/toolkit, packages/core/src/command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The maximum bytes of a summary. GitHub refuses more than 1 MiB for a step, which may write more. */
const LARGEST_SUMMARY = 900_000;

/**
 * Returns findings as a summary of a step, in Markdown; ends with a newline.
 * @param counts how many findings there are, in Bengali and English
 * @param linkTo the address of a file of the repository, if it is known
 */
export function formatSummary(
  findings: readonly Finding[],
  counts: string,
  linkTo: (file: string) => string | undefined,
): string {
  const parts = [`### ${counts.trim().split('\n').map(escapeMarkdown).join('\n\n')}\n`];
  let size = 0;
  for (const [at, finding] of findings.entries()) {
    const item = summaryItem(finding, linkTo);
    size += Buffer.byteLength(item);
    if (size > LARGEST_SUMMARY) {
      const rest = findings.length - at;
      parts.push(`\nআরও ${toBengaliDigits(rest)}টি আছে। / ${rest} more.\n`);
      break;
    }
    parts.push(item);
  }
  return parts.join('');
}

function summaryItem(
  { severity, file, position, path, bn, en, also = [] }: Finding,
  linkTo: (file: string) => string | undefined,
): string {
  const where = escapeMarkdown(position ? `${file}:${position.line}:${position.column}` : file);
  const url = linkTo(file);
  const link =
    url === undefined ? where : `[${where}](${url}${position ? `#L${position.line}` : ''})`;
  const [bnAlso, enAlso] = alsoLines(also);
  const lines = [`${bn.wrong} ${bn.fix}`, bnAlso, `${en.wrong} ${en.fix}`, enAlso].flatMap(
    (line) => (line === undefined ? [] : escapeMarkdown(line)),
  );
  const sign = severity === 'problem' ? '❌' : '💡';
  return `\n- ${sign} **${link}** ${escapeMarkdown(formatPath(path))}\n\n  ${lines.join('\\\n  ')}\n`;
}

/** Escapes all punctuation (CommonMark §2.4), and what would end the line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
}
