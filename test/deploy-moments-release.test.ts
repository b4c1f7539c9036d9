// deploy/release is stopped at any moment: by a signal, by the death of the process, by a full disk; also
// without the repository, with one that has gone on, and on no branch. The site answers, every edit is in a branch or a
// file, and the last line is true.

import { expect, test } from 'vitest';
import { run } from './support/process.ts';

test('deploy/release is stopped forty times, by a seed', async () => {
  const args = ['test/support/moments.ts', '28', 'release:28', 'releaseBack:12'];
  const { status, stdout, stderr } = await run(process.execPath, args).ended;
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});
