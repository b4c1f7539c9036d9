// The cache of Accept-Encoding values.

import Negotiator from 'negotiator';
import request from 'supertest';
import { expect, test, vi } from 'vitest';
import { app } from './support/site.ts';

test('a value is parsed once and dropped after a hundred others, since clients can send any number', async () => {
  const reading = vi.spyOn(Negotiator.prototype, 'encodings');
  /** Whether the value had to be parsed. */
  const isRead = async (spelling: string) => {
    reading.mockClear();
    await request(app).get('/').set('Accept-Encoding', spelling).expect(200);
    return reading.mock.calls.length > 0;
  };
  expect(await isRead('gzip, x-0')).toBe(true);
  expect(await isRead('gzip, x-0')).toBe(false);
  for (let n = 1; n <= 100; n++) await isRead(`gzip, x-${n}`);
  expect(await isRead('gzip, x-0')).toBe(true);
});
