/** Chances that come out the same for the same seed, on every machine. */
export interface Random {
  /** A whole number in `[from, to]`. */
  int(from: number, to: number): number;
  pick<Item>(items: ArrayLike<Item>): Item;
  /** `count` different items, in the order of their places. */
  sample<Item>(items: readonly Item[], count: number): Item[];
  /** True with a probability of `share` (0 to 1). */
  chance(share: number): boolean;
}

/** Mulberry32: 32 bits of state, good enough to vary a text by. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    pick: (items) => items[int(0, items.length - 1)]!,
    sample(items, count) {
      const left = [...items.keys()];
      const taken = Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(int(0, left.length - 1), 1)[0]!,
      );
      return taken.sort((a, b) => a - b).map((place) => items[place]!);
    },
    chance: (share) => next() < share,
  };
}
