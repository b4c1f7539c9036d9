// A broken rule at a path in a file, before read-file.ts adds its position and message.

import type { Finding } from './finding.ts';
import type { Details, Rule } from './messages.ts';
import type { Path } from './yaml.ts';

export interface Fault {
  rule: Rule;
  path: Path;
  /** The part to point at, or "file" for the whole file; defaults to the value. */
  part?: 'key' | 'value' | 'file';
  /** Defaults to a problem. */
  severity?: Finding['severity'];
  details?: Details;
}
