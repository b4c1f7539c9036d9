// How long a search takes over a charter of a thousand services (npm run bench search).

import { readFileSync } from 'node:fs';
import { load as loadYaml } from 'js-yaml';
import { toSerial } from '../../src/bangla/digits.ts';
import { createSearch } from '../../src/search/search.ts';
import { real, unionCouncil } from '../support/site.ts';

const SERVICES = 1000;
const ROUNDS = 5;

const rows = [...real.charter.services, ...unionCouncil.charter.services];
const services = Array.from({ length: SERVICES }, (_, index) => {
  const row = rows[index % rows.length] as (typeof rows)[number];
  return {
    ...row,
    id: `${row.id}-${index}`,
    name: `${row.name} ${toSerial(index)}`,
    serial: index + 1,
  };
});
const judged = loadYaml(
  readFileSync(new URL('../fixtures/judged-queries.yaml', import.meta.url), 'utf8'),
);
const queries = Object.values(judged as Record<string, Record<string, string>>).flatMap(
  Object.keys,
);

export function benchSearch(): string {
  const before = performance.now();
  const find = createSearch({ ...real.charter, services });
  const built = performance.now() - before;

  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) {
      const start = performance.now();
      find(query);
      // The first round warms the engine up.
      if (round > 0) times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] as number).toFixed(2);
  return (
    `${SERVICES} services, ${queries.length} queries, ${times.length} searches: ` +
    `index ${built.toFixed(0)} ms; median ${at(0.5)} ms, 90 % ${at(0.9)} ms, 99 % ${at(0.99)} ms\n`
  );
}
