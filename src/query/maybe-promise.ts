/** A value that is there already, or a promise of it. */
export type MaybePromise<T> = T | Promise<T>;

/** What `use` makes of the value: at once if it is there, which spares a promise for each of many rows. */
export function chain<T, Result>(
  value: MaybePromise<T>,
  use: (value: T) => Result | Promise<Result>,
): MaybePromise<Result> {
  return value instanceof Promise ? value.then(use) : use(value);
}
