/** A value that is there already, or will be. */
export type Soon<T> = T | Promise<T>;

/** What `use` makes of the value: at once if it is there, which spares a promise for each of many. */
export function after<T, Result>(value: Soon<T>, use: (value: T) => Result): Soon<Awaited<Result>> {
  return (value instanceof Promise ? value.then(use) : use(value)) as Soon<Awaited<Result>>;
}

/** What is looked for where it is known to be. */
export function present<T>(value: Soon<T | null>): Soon<T> {
  return value as Soon<T>;
}
