// Figures as people read them.

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** Returns the figure below which a share of all is. */
export function percentile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] as number;
}

/** Returns a Markdown table. */
export function table(heading: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
  return line(heading) + line(heading.map(() => '---')) + rows.map(line).join('');
}
