// What is remembered of the clients' spellings of Accept-Encoding.

import Negotiator from 'negotiator';
import request from 'supertest';
import { expect, test, vi } from 'vitest';
import { app } from './support/site.ts';

test('a spelling is read once, and forgotten after a hundred others, for anybody can send new ones', async () => {
  const reading = vi.spyOn(Negotiator.prototype, 'encodings');
  /** Whether the spelling had to be read. */
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
