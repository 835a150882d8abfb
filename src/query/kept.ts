/** What is kept at a time. One that is made again within a request is read again. */
const MOST_KEPT = 200;

/** What is kept by this name, or else is made. All are dropped at once when they become too many. */
export function kept<T>(all: Map<string, T>, name: string, make: () => T): T {
  let found = all.get(name);
  if (found === undefined) {
    found = make();
    if (all.size >= MOST_KEPT) all.clear();
    all.set(name, found);
  }
  return found;
}
