// The JSON Schemas that editors use are those of the program.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas, schemaName } from '../src/data/json-schema.ts';
import { files } from '../src/data/schema.ts';
import type { FileName } from '../src/data/sources.ts';

const names = Object.keys(files) as FileName[];

test.each([...jsonSchemas()])('%s is up to date (npm run schemas)', (name, content) => {
  expect(readFileSync(`data/schema/${name}`, 'utf8')).toBe(content);
});

test.each(names)('%s names its schema in the first line, for the YAML language server', (name) => {
  const [first] = readFileSync(`data/${name}`, 'utf8').split('\n');
  expect(first).toBe(`# yaml-language-server: $schema=schema/${schemaName(name)}`);
});

test('every key the staff write is explained in Bengali', () => {
  const unexplained: string[] = [];
  const walk = (schema: Record<string, unknown>, path: string) => {
    for (const [key, value] of Object.entries(schema)) {
      if (typeof value !== 'object' || value === null) continue;
      if (key === 'properties') {
        for (const [name, property] of Object.entries(value)) {
          if (!/\p{Script=Bengali}/u.test(property.description ?? ''))
            unexplained.push(`${path}.${name}`);
        }
      }
      walk(value as Record<string, unknown>, `${path}.${key}`);
    }
  };
  for (const [name, content] of jsonSchemas()) walk(JSON.parse(content), name);
  expect(unexplained).toEqual([]);
});
