/** Scores by the id of the target. */
export type Scores = Map<number, number>;

/** Adds to a score. */
export function add(scores: Scores, id: number, score: number): void {
  scores.set(id, (scores.get(id) ?? 0) + score);
}

/** Returns the sum of several scores. */
export function sum(all: Scores[]): Scores {
  const total: Scores = new Map(all[0]);
  for (const scores of all.slice(1)) for (const [id, score] of scores) add(total, id, score);
  return total;
}

/** Returns the highest of each target's scores. */
export function best(all: Scores[]): Scores {
  const highest: Scores = new Map(all[0]);
  for (const scores of all.slice(1))
    for (const [id, score] of scores) highest.set(id, Math.max(highest.get(id) ?? 0, score));
  return highest;
}
