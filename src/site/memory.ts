// A memory of limited size, for what is costly to make and often asked for again.

export interface Memory<Value> {
  get(key: string): Value | undefined;
  /** @param size the memory that the value takes, in bytes */
  set(key: string, value: Value, size: number): void;
}

/** What an entry takes besides the bytes of its key and value: the objects that hold them. */
const OVERHEAD = 1000;

/** @param limit in bytes, of all keys and values; the values unused for the longest time are dropped first */
export function createMemory<Value>(limit: number): Memory<Value> {
  // Map keeps the order of insertion: the first entry is the one unused for the longest time.
  const entries = new Map<string, { value: Value; size: number }>();
  let total = 0;
  const take = (key: string) => {
    const entry = entries.get(key);
    if (entry) {
      entries.delete(key);
      total -= entry.size;
    }
    return entry;
  };
  const put = (key: string, entry: { value: Value; size: number }) => {
    entries.set(key, entry);
    total += entry.size;
  };
  return {
    get(key) {
      const entry = take(key);
      if (entry) put(key, entry);
      return entry?.value;
    },
    set(key, value, size) {
      take(key);
      put(key, { value, size: size + 2 * key.length + OVERHEAD });
      for (const oldest of entries.keys()) {
        if (total <= limit) break;
        take(oldest);
      }
    },
  };
}
