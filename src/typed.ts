// Object.keys and Object.entries for records whose keys the type checker knows.

/** Returns the keys of a record, in their order. */
export function keysOf<T extends object>(record: T): (keyof T & string)[] {
  return Object.keys(record) as (keyof T & string)[];
}

/** Returns a record of the same keys with other values. */
export function mapValues<T extends object, To>(
  record: T,
  map: (value: T[keyof T & string], key: keyof T & string) => To,
): { [Key in keyof T]: To } {
  const entries = keysOf(record).map((key) => [key, map(record[key], key)]);
  return Object.fromEntries(entries) as { [Key in keyof T]: To };
}
