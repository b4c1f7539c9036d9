// The schemas of data/ as JSON Schema, for editors: they complete keys, explain them in Bengali and underline slips.

import { z } from 'zod';
import { files } from './schema.ts';
import { type FileName, fileNames } from './sources.ts';

/** The JSON Schema file of each data file, by its name in data/schema/. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    fileNames.map((name) => {
      // Draft 7 is what the YAML language server knows best; "input" is what is written, before any rule changes it.
      const schema = z.toJSONSchema(files[name], { target: 'draft-7', io: 'input' });
      return [schemaName(name), `${JSON.stringify(schema, undefined, 2)}\n`];
    }),
  );
}

/** "office.yaml" → "office.schema.json". */
export function schemaName(file: FileName): string {
  return file.replace('.yaml', '.schema.json');
}
