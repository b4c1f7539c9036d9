// The schemas of data/ as JSON Schema, so that editors complete keys, explain them in Bengali and underline mistakes.

import { z } from 'zod';
import { files } from './schema.ts';
import { type FileName, fileNames } from './sources.ts';

/** Returns the JSON Schema of each data file, by its file name in data/schema/. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    fileNames.map((name) => {
      // The YAML language server supports draft 7 best. "input" is the value as written, before transforms.
      const schema = z.toJSONSchema(files[name], { target: 'draft-7', io: 'input' });
      return [schemaName(name), `${JSON.stringify(schema, undefined, 2)}\n`];
    }),
  );
}

/** Returns the schema's file name: office.schema.json for office.yaml. */
export function schemaName(file: FileName): string {
  return file.replace('.yaml', '.schema.json');
}
