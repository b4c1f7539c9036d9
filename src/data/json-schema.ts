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
      return [schemaName(name), `${JSON.stringify(schema, withPatternMessages, 2)}\n`];
    }),
  );
}

/** The messages that VS Code shows in place of a pattern, which is English to it. */
const PATTERN_MESSAGES: Record<string, string> = {
  '^[a-z0-9]+(-[a-z0-9]+)*$':
    'শুধু ছোট হাতের ইংরেজি অক্ষর, ইংরেজি অঙ্ক আর মাঝে হাইফেন লিখুন, যেমন birth-certificate।',
  '^[a-z][a-z0-9_]*$': 'শুধু ছোট হাতের ইংরেজি অক্ষর, ইংরেজি অঙ্ক আর মাঝে _ লিখুন, যেমন how_to_apply।',
};

/** Adds the message to each pattern (the language server's patternErrorMessage). */
function withPatternMessages(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('pattern' in value)) return value;
  const patternErrorMessage = PATTERN_MESSAGES[String(value.pattern)];
  return patternErrorMessage ? { ...value, patternErrorMessage } : value;
}

/** Returns the schema's file name: office.schema.json for office.yaml. */
export function schemaName(file: FileName): string {
  return file.replace('.yaml', '.schema.json');
}
