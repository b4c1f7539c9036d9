// A thread that checks the folders it is sent, and sends back what there is to say of each.

import { parentPort } from 'node:worker_threads';
import { reviewData } from '../../src/data/advice.ts';
import { formatFindings } from '../../src/data/finding.ts';

parentPort?.on('message', (folder: string) => {
  parentPort?.postMessage(formatFindings(reviewData(folder, '2026-06-01')));
});
