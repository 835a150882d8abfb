/** A set of names that finds those contained in a text; the time hardly depends on the number of names. */
export interface NameIndex {
  add(name: string): void;
  delete(name: string): void;
  /** The names that the text contains, by first place; at one place the longest first. */
  within(text: string): string[];
}

/** `shortest`: the fewest UTF-16 units that a name may have; shorter ones are not taken in. */
export function createNameIndex(shortest: number, all: Iterable<string> = []): NameIndex {
  const names = new Set<string>();
  /**
   * The lengths of the names that share a beginning, the longest first: however many names there are, a place is looked
   * up once a length.
   */
  const lengths = new Map<string, readonly number[]>();
  const startOf = (text: string, at = 0) => text.slice(at, at + shortest);
  /** The units that names begin with: most places begin none, and nothing is cut out there. */
  const units = new Set<number>();
  const index: NameIndex = {
    add(name) {
      if (name.length < shortest) return;
      names.add(name);
      units.add(name.charCodeAt(0));
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
        if (!units.has(text.charCodeAt(at))) continue;
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
