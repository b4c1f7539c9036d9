// Writes data/schema/ anew after a change of the schemas (npm run schemas).

import { writeFileSync } from 'node:fs';
import { jsonSchemas } from '../data/json-schema.ts';

for (const [name, content] of jsonSchemas()) {
  writeFileSync(new URL(`../../data/schema/${name}`, import.meta.url), content);
}
