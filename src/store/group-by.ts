/** A group of items with one key; it is never empty. */
export type Group<Item> = [Item, ...Item[]];

/** Groups items by their keys, in the order in which keys and items come. Node 20 has no `Map.groupBy`. */
export function groupBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Group<Item>> {
  const groups = new Map<string, Group<Item>>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
