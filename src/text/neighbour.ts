/** Every two items that stand next to each other, left to right. */
export function neighboursIn<T>(items: readonly T[]): (readonly [T, T])[] {
  const pairs: (readonly [T, T])[] = [];
  let before: { readonly item: T } | undefined;
  for (const item of items) {
    if (before !== undefined) pairs.push([before.item, item]);
    before = { item };
  }
  return pairs;
}
