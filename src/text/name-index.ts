/** A set of names that tells which of them stand in a text, in time that hardly depends on how many names there are. */
export interface NameIndex {
  add(name: string): void;
  delete(name: string): void;
  /** Those of the names that the text contains, in the order of their first places, of one place the longest first. */
  within(text: string): string[];
}

/** `shortest`: the fewest UTF-16 units that a name may have; shorter ones are not taken in. */
export function createNameIndex(shortest: number, all: Iterable<string> = []): NameIndex {
  const names = new Set<string>();
  /**
   * How long the names are that begin alike, the longest first. However many there are, each place is asked once a
   * length.
   */
  const lengths = new Map<string, readonly number[]>();
  const startOf = (text: string, at = 0) => text.slice(at, at + shortest);
  const index: NameIndex = {
    add(name) {
      if (name.length < shortest) return;
      names.add(name);
      const known = lengths.get(startOf(name)) ?? [];
      if (!known.includes(name.length))
        lengths.set(
          startOf(name),
          [...known, name.length].sort((a, b) => b - a),
        );
    },
    delete(name) {
      names.delete(name);
    },
    within(text) {
      const found = new Set<string>();
      if (names.size === 0) return [];
      for (let at = 0; at + shortest <= text.length; at += 1) {
        for (const length of lengths.get(startOf(text, at)) ?? []) {
          const name = text.slice(at, at + length);
          if (names.has(name)) found.add(name);
        }
      }
      return [...found];
    },
  };
  for (const name of all) index.add(name);
  return index;
}
