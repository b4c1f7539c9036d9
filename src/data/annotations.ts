// Findings as GitHub's annotations (workflow commands), which its web page shows at the line.

import { alsoLines, type Finding } from './finding.ts';

/** Findings as workflow commands, one a line, in Bengali and English. */
export function formatAnnotations(findings: readonly Finding[]): string {
  return findings.map(annotation).join('');
}

function annotation({ severity, file, position, path, bn, en, also = [] }: Finding): string {
  const command = severity === 'problem' ? 'error' : 'warning';
  const place = position ? `,line=${position.line},col=${position.column}` : '';
  const title = path === '' ? '' : `,title=${property(path)}`;
  const [bnAlso, enAlso] = alsoLines(also);
  const message = [`${bn.wrong} ${bn.fix}`, bnAlso, `${en.wrong} ${en.fix}`, enAlso]
    .filter((line) => line !== undefined)
    .join('\n');
  return `::${command} file=${property(file)}${place}${title}::${data(message)}\n`;
}

/** Escapes as GitHub's own toolkit does (actions/toolkit, packages/core/src/command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
