// A cache of limited size that drops what was used least recently (LRU).

/** What an entry takes besides the bytes of its key and value: the objects that hold them. */
const OVERHEAD = 1000;

/**
 * @param limit in bytes, of all keys and values; the values unused for the longest time are dropped first
 * @param sizeOf the memory that a value takes, in bytes
 * @returns a function from a key to its value, which is made if it is not remembered
 */
export function createLruCache<Value>(
  limit: number,
  sizeOf: (value: Value) => number,
): (key: string, make: () => Value) => Value {
  // Map keeps the order of insertion: the first entry is the one unused for the longest time.
  const entries = new Map<string, { value: Value; size: number }>();
  let total = 0;
  const add = (key: string, value: Value) => {
    const entry = { value, size: sizeOf(value) + 2 * key.length + OVERHEAD };
    entries.set(key, entry);
    total += entry.size;
    for (const [oldest, { size }] of entries) {
      if (total <= limit) break;
      entries.delete(oldest);
      total -= size;
    }
  };
  return (key, make) => {
    const known = entries.get(key);
    if (known) {
      entries.delete(key);
      entries.set(key, known);
      return known.value;
    }
    const value = make();
    add(key, value);
    return value;
  };
}
