// Reports which faults the tests do not notice (npm run mutate -- src/charter): StrykerJS changes the code in one place
// after another and runs the area's tests each time.

import { globSync, readFileSync, statSync } from 'node:fs';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { load } from 'js-yaml';
import { z } from 'zod';

/**
 * The tests of each area, by the beginning of its paths; the longest applies. Only tests within the process notice a
 * mutant, and each second that they take is multiplied by the number of mutants.
 */
const areas: Record<string, string[]> = {
  'src/bangla/': ['bangla', 'values'],
  'src/bangla/search-text.ts': ['search'],
  'src/charter/': ['references', 'choices', 'anchors', 'format', 'content', 'open-data', 'load'],
  'src/data/': ['load', 'values'],
  'src/data/advice.ts': ['advice', 'values', 'load'],
  'src/data/references.ts': ['references'],
  'src/data/schema-errors.ts': ['schema-errors'],
  'src/search/': ['search-weights', 'right-person', 'search'],
  'src/site/open-data/': ['open-data', 'choices'],
  'src/site/open-data/services-': ['spreadsheets', 'open-data'],
  'src/site/pages.ts': ['choices', 'pages'],
};

const surviving = ['Survived', 'NoCoverage'];
const listSchema = z.record(
  z.string(),
  z.array(z.strictObject({ mutant: z.string(), reason: z.string() })),
);
/** The mutants that may survive, by file, each with its reason. */
const accepted = listSchema.parse(
  load(readFileSync(new URL('survivors.yaml', import.meta.url), 'utf8')),
);

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Returns the line of a mutant with its change, "if («a > b → a >= b») {", which stays the same where the line moves. */
function changeOf({ location: { start, end }, replacement }: MutantResult, source: string): string {
  // Stryker counts lines and columns from one.
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  const before = first.slice(0, start.column - 1);
  const original = lines.join('\n').slice(before.length, end.column - 1 - last.length || undefined);
  // The first words identify a block.
  const brief = lines.length === 1 ? original : `${oneLine(original).slice(0, 100)}…`;
  return oneLine(`${before}«${brief} → ${replacement}»${last.slice(end.column - 1)}`);
}

const areaOf = (file: string) =>
  Object.keys(areas)
    .filter((start) => file.startsWith(start))
    .sort((a, b) => b.length - a.length)[0];

/** Reports the mutants of one file, and returns how many survive without being accepted. */
function report(file: string, mutants: MutantResult[]): number {
  const source = readFileSync(file, 'utf8');
  const counted = mutants.filter(({ status }) => status !== 'Ignored');
  const alive = counted.filter(({ status }) => surviving.includes(status));
  const unreached = alive.filter(({ status }) => status === 'NoCoverage').length;
  const killed = counted.length - alive.length;
  const score = ((100 * killed) / counted.length).toFixed(1);
  console.log(
    `\n${file}: ${score} %: ${killed} of ${counted.length} killed, ${alive.length - unreached} survived, ${unreached} not reached`,
  );
  const entries = accepted[file]?.map(({ mutant }) => mutant) ?? [];
  const changes = alive.map((mutant) => changeOf(mutant, source));
  const unexpected = alive.filter((_, index) => !entries.includes(changes[index] ?? ''));
  for (const mutant of unexpected) {
    const what = mutant.status === 'NoCoverage' ? 'not reached' : 'survived';
    console.log(
      `  ${mutant.location.start.line}: ${what}, ${mutant.mutatorName}\n    ${changeOf(mutant, source)}`,
    );
  }
  for (const entry of entries.filter((entry) => !changes.includes(entry)))
    console.log(`  in survivors.yaml, but not among the survivors:\n    ${entry}`);
  return unexpected.length;
}

const paths = process.argv.slice(2).map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
const files = paths.flatMap((path) =>
  statSync(path).isDirectory() ? globSync(`${path}/**/*.ts`).sort() : [path],
);
if (files.length === 0) throw new Error('Name files or folders: npm run mutate -- src/charter');
for (const file of files)
  if (!areaOf(file)) throw new Error(`test/mutation/mutate.ts names no tests for ${file}.`);

let unexpected = 0;
for (const [area, mutated] of Map.groupBy(files, areaOf)) {
  const tests = (areas[area ?? ''] ?? []).map((name) => `test/${name}.test.ts`);
  // The worker processes inherit it.
  process.env.MUTATION_TESTS = tests.join();
  console.log(`${mutated.join(', ')}\n  with ${tests.join(', ')}`);
  const start = performance.now();
  const results = await new Stryker({
    mutate: mutated,
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    reporters: ['progress-append-only'],
    allowEmpty: true,
    // An endless loop ends by the number of its turns; a busy machine must not look like one.
    timeoutMS: 20_000,
    // Stryker would rewrite tsconfig.json for its copy, with TypeScript's API, which version 7 no longer has.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    cleanTempDir: 'always',
  }).runMutationTest();
  for (const file of mutated)
    unexpected += report(
      file,
      results.filter(({ fileName }) => fileName.endsWith(file)),
    );
  console.log(`\n${Math.round((performance.now() - start) / 1000)} s\n`);
}
process.exitCode = unexpected === 0 ? 0 : 1;
