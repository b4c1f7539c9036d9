// The JSON Schemas for editors match the program's schemas.

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas, schemaName } from '../src/data/json-schema.ts';
import { files } from '../src/data/schema.ts';
import type { FileName } from '../src/data/sources.ts';

const names = Object.keys(files) as FileName[];

test.each([...jsonSchemas()])('%s is up to date (npm run schemas)', (name, content) => {
  expect(readFileSync(`data/schema/${name}`, 'utf8')).toBe(content);
});

test.each(names)('%s names its own schema, if any, for the YAML language server', (name) => {
  const path = `data/${name}`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const named = /\$schema=(\S+)/.exec(text)?.[1];
  expect([undefined, `schema/${schemaName(name)}`]).toContain(named);
});

test('every key is described in Bengali', () => {
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

test('every pattern has a message in Bengali, for editors that would show the pattern', () => {
  for (const [name, content] of jsonSchemas()) {
    const patterns = content.match(/"pattern": /g)?.length ?? 0;
    const messages =
      content.match(/"patternErrorMessage": "[^"]*\p{Script=Bengali}[^"]*।"/gu)?.length ?? 0;
    expect(messages, name).toBe(patterns);
  }
});

test('VS Code finds the schemas that its settings name', () => {
  const settings = readFileSync('.vscode/settings.json', 'utf8').replace(/^\s*\/\/.*$/gm, '');
  const schemas = JSON.parse(settings)['yaml.schemas'] as Record<string, string>;
  expect(Object.entries(schemas)).toEqual(
    Object.keys(files)
      .sort()
      .map((file) => [`data/schema/${schemaName(file as FileName)}`, `data/${file}`]),
  );
});
