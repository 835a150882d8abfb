/** Conditions that arguments ask for, in SQL. An argument that is not given asks for none. */
import { arrayLiteral } from './statement.ts';
import type { Bind } from './statement.ts';

/** Days from `from` to `to`, both included; an end that is not given is open. */
export interface DateRange {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** `sql` with the value bound at `?`; no condition when the value is not given. */
export function when<T extends string | number>(
  value: T | null | undefined,
  type: string,
  sql: string,
  bind: Bind,
): string[] {
  return isGiven(value) ? [sql.replace('?', bind(value, type))] : [];
}

/** The column has one of the values. No list is no condition; an empty one matches nothing. */
export function isOneOf(
  values: readonly string[] | null | undefined,
  type: string,
  column: string,
  bind: Bind,
): string[] {
  if (!isGiven(values)) return [];
  const [first, ...others] = new Set(values);
  if (first === undefined) return ['false'];
  // Behind `= any` an index yields its rows in no order: one value, the usual case, is compared as such.
  return [
    others.length === 0
      ? `${column} = ${bind(first, type)}`
      : `${column} = any(${bind(arrayLiteral([first, ...others]), `${type}[]`)})`,
  ];
}

/** The column's share is at least this. */
export function isAtLeast(column: string, share: number | null | undefined, bind: Bind): string[] {
  return when(share, 'float8', `${column} >= ?`, bind);
}

/** The column's day lies in the range. A row without a day lies in no range. */
export function isWithin(column: string, range: DateRange | null | undefined, bind: Bind): string[] {
  return [...when(range?.from, 'date', `${column} >= ?`, bind), ...when(range?.to, 'date', `${column} <= ?`, bind)];
}

/**
 * The rows of a table that satisfy conditions which few do, with these columns added. A subquery that Postgres may not
 * merge (that is what `offset 0` is for): otherwise it walks the whole table in the order of the list, because it
 * expects to fill the page early.
 */
export function filteredFirst(table: string, conditions: readonly string[], added: readonly string[] = []): string {
  const alias = table.split(' ').at(-1);
  return conditions.length === 0
    ? table
    : `(select ${['*', ...added].join(', ')} from ${table} where ${conditions.join(' and ')} offset 0) ${alias}`;
}
