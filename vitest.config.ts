import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What replaces a module, which in a process with other tests may have been loaded before. */
const alone = ['connections', 'import-bijoy', 'printing'].map((name) => `test/${name}.test.ts`);

/**
 * What takes longest, much of it waiting, is begun first, so that the rest fills the time; what runs alone comes
 * last, because it ends the process whose modules others share.
 */
const longest = [
  'engines',
  'deploy-live',
  'deploy-moments-release',
  'deploy-moments-publish',
  'process',
  'export',
  'sheet-pixels',
  'every-page',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      if (place >= 0) return place;
      return longest.length + Number(alone.some((name) => moduleId.endsWith(name)));
    };
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/shared-browser.ts', 'test/support/environment.ts'],
    setupFiles: ['test/support/environment.ts'],
    // The tests mostly wait for a browser or a process of their own, so there may be more of them than cores.
    maxWorkers: 4,
    // On a busy machine; a test that hangs ends too.
    testTimeout: 240_000,
    hookTimeout: 60_000,
    // Files that come after one another in a process share the modules, and so the sites of the offices.
    isolate: false,
    restoreMocks: true,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: alone } },
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
    ],
  },
});
