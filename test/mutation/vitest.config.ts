// The tests of one area, which test/mutation/mutate.ts names.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: (process.env.MUTATION_TESTS ?? '').split(','),
    // The sites of the offices are built once for all files, as in the main configuration.
    isolate: false,
    testTimeout: 60_000,
    restoreMocks: true,
  },
});
