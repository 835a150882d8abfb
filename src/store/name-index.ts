/** A set of names that tells which of them stand in a text, in time that hardly depends on how many names there are. */
export interface NameIndex {
  add(name: string): void;
  delete(name: string): void;
  /** Those of the names that the text contains, in the order of their first places. */
  within(text: string): string[];
}

/** `shortest`: the fewest UTF-16 units that a name may have; shorter ones are not taken in. */
export function createNameIndex(shortest: number, names: Iterable<string> = []): NameIndex {
  const byStart = new Map<string, Set<string>>();
  const startOf = (text: string, at = 0) => text.slice(at, at + shortest);
  const index: NameIndex = {
    add(name) {
      if (name.length < shortest) return;
      const start = startOf(name);
      byStart.set(start, (byStart.get(start) ?? new Set()).add(name));
    },
    delete(name) {
      byStart.get(startOf(name))?.delete(name);
    },
    within(text) {
      const found = new Set<string>();
      if (byStart.size === 0) return [];
      for (let at = 0; at + shortest <= text.length; at += 1) {
        const candidates = byStart.get(startOf(text, at));
        if (candidates === undefined) continue;
        // By length, for the order in which names were added is no property of the archive.
        for (const name of [...candidates].filter((candidate) => text.startsWith(candidate, at)).sort((a, b) => b.length - a.length)) found.add(name);
      }
      return [...found];
    },
  };
  for (const name of names) index.add(name);
  return index;
}
