import type { Random } from '../random.ts';

/** Draws one of some items, each as often as its weight says. */
export type Choice<Item> = (random: Random) => Item;

const FINE = 2 ** 30;

export function createChoice<Item>(
  items: readonly Item[],
  weightOf: (item: Item, rank: number) => number,
): Choice<Item> {
  let sum = 0;
  const upTo = Float64Array.from(items, (item, rank) => (sum += weightOf(item, rank)));
  return (random) => {
    const drawn = (random.int(0, FINE - 1) / FINE) * sum;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > drawn) high = middle;
      else low = middle + 1;
    }
    return items[low]!;
  };
}

/**
 * The frequencies of words and names: the second half as frequent as the first, the third a third, flattened at the top
 * by `shift`.
 */
export function byRank(shift: number): (item: unknown, rank: number) => number {
  return (_, rank) => 1 / (rank + shift);
}
