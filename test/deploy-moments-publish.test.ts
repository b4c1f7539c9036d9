// deploy/publish is stopped at any moment, as deploy/release is in deploy-moments-release.

import { expect, test } from 'vitest';
import { run } from './support/process.ts';

test('deploy/publish is stopped forty times, by a seed', async () => {
  const args = ['test/support/moments.ts', '28', 'publish:28', 'undoPublication:12'];
  const { status, stdout, stderr } = await run(process.execPath, args).ended;
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});
