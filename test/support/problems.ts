// The problems of a charter that a test writes in a few lines.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { reviewData } from '../../src/data/advice.ts';
import { type Finding, formatPath } from '../../src/data/finding.ts';
import { loadCharter } from '../../src/data/load.ts';
import { messages } from '../../src/data/messages.ts';
import type { RemovedId } from '../../src/data/published.ts';
import type { FileName } from '../../src/data/sources.ts';

/** The texts of some files of a data folder, by name without ".yaml". */
export type Texts = {
  [Name in FileName as Name extends `${infer Stem}.yaml` ? Stem : never]?: string;
};

/** An office with two officers and one service. */
const small: Texts = {
  office: 'department: মৎস্য খামার',
  officers: 'programmer:\n  post: প্রোগ্রামার\nassistant-programmer:\n  post: সহকারী প্রোগ্রামার',
  services: 'citizen:\n  - id: advice\n    name: পরামর্শ',
};

/** The fixes that do not depend on the data, by rule. */
const generalFixes = new Map(
  Object.entries(messages).map(([rule, message]) => [rule, message({}).en.fix]),
);

/** Returns the problems of a small charter in which some files have another text, or none when it is empty. */
export function problemsOf(texts: Texts): Finding[] {
  return inFolder({ ...small, ...texts }, (folder) => {
    const loaded = loadCharter(folder);
    return 'problems' in loaded ? loaded.problems : [];
  });
}

/**
 * Returns the advice on a charter without anything to advise, in which some files have another text, or none when it is
 * empty: "office.yaml old-review reviewed".
 * @param today an ISO 8601 date
 * @param removed ids that the folder had before
 */
export function adviceOn(texts: Texts, today: string, removed: RemovedId[] = []): string[] {
  const sound: Texts = {
    office: 'department: অধিদপ্তর',
    services: 'citizen:\n  - {id: a, name: ক}',
  };
  return inFolder({ ...sound, ...texts }, (folder) =>
    reviewData(folder, today, removed)
      .filter(({ severity }) => severity === 'advice')
      .map(({ file, rule, path }) =>
        [basename(file), rule, formatPath(path)].filter(Boolean).join(' '),
      ),
  );
}

/** Writes the files of a data folder, gives it to `use`, and removes it. */
function inFolder<T>(texts: Texts, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'charter-'));
  try {
    for (const [stem, text] of Object.entries(texts))
      if (text !== '') writeFileSync(join(folder, `${stem}.yaml`), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Returns a problem as one line: "services.yaml:4:14 unknown-officer citizen › 1 › officer › 1: Did you mean …". It ends
 * with the fix only where that depends on the data.
 */
export function lineOf({ file, position, rule, path, en: { fix } }: Finding): string {
  const place = [basename(file), position?.line, position?.column].filter(Boolean).join(':');
  const line = [place, rule, formatPath(path)].filter(Boolean).join(' ');
  return generalFixes.get(rule) === fix ? line : `${line}: ${fix}`;
}

/** Returns a service as an item of services.yaml, with further lines from its fourth on. */
export function service(id: string, lines: string): string {
  return `  - id: ${id}\n    name: সেবা${lines.replace(/^(?=.)/gm, '    ').replace(/^(?=.)/, '\n')}`;
}
