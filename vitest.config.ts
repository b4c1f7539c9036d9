import { defineConfig } from 'vitest/config';

/** What replaces a module, which in a process with other tests may have been loaded before. */
const alone = ['test/import-bijoy.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/support/shared-browser.ts', 'test/support/cache.ts'],
    // The tests mostly wait for a browser or a process of their own, so there may be more of them than cores.
    maxWorkers: 4,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files that come after one another in a process share the modules, and so the sites of the offices.
    isolate: false,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'together', include: ['test/**/*.test.ts'], exclude: alone } },
      { extends: true, test: { name: 'alone', include: alone, isolate: true } },
    ],
  },
});
