import DataLoader from 'dataloader';

/** Collects what is asked for in one turn and reads it at once; nothing is read twice. `read` keeps the order. */
export function batched<Key, Value>(
  read: (keys: readonly Key[]) => Promise<readonly Value[]>,
): (key: Key) => Promise<Value> {
  const loader = new DataLoader(read);
  return (key) => loader.load(key);
}
