// A broken rule at a path in a file, before read-file.ts adds its position and message.

import type { Finding } from './finding.ts';
import type { Details, Rule } from './messages.ts';
import type { Path } from './yaml.ts';

export interface Fault {
  rule: Rule;
  path: Path;
  /** Whether to point at the key or, by default, at the value; or nowhere, for what concerns the whole file. */
  part?: 'key' | 'value' | 'file';
  /** By default a problem. */
  severity?: Finding['severity'];
  details?: Details;
}
