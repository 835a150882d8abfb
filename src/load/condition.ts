import type { PersonRole } from '../extract/facts.ts';
import { lookupKey } from '../text/name-key.ts';
import type { Bind, Order } from './listing.ts';

/** Days from `from` to `to`, both included; an end that is not given is open. */
export interface DateRange {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Which of some nodes a row has to do with: all of these, and any of those. What is not given is no condition. */
export interface IdFilter {
  readonly all?: readonly string[] | null | undefined;
  readonly any?: readonly string[] | null | undefined;
}

export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** `sql` with the value bound at `?`; no condition when the value was not given. */
export function given<T extends string | number>(
  value: T | null | undefined,
  type: string,
  sql: string,
  bind: Bind,
): string[] {
  return isGiven(value) ? [sql.replace('?', bind(value, type))] : [];
}

/** The column has one of the values. No list is no condition; in an empty one there is nothing to have. */
export function oneOf(
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
      : `${column} = any(${bind(arrayOf([first, ...others]), `${type}[]`)})`,
  ];
}

/** A Postgres array literal of ids or other words without commas, so that a list of any length is one parameter. */
export function arrayOf(words: readonly string[]): string {
  return `{${words.join()}}`;
}

/** The column's day lies in the range. A row without a day lies in no range. */
export function within(column: string, range: DateRange | null | undefined, bind: Bind): string[] {
  return [...given(range?.from, 'date', `${column} >= ?`, bind), ...given(range?.to, 'date', `${column} <= ?`, bind)];
}

/** One of the nodes that a row surely has to do with: the way to it. */
export function surelyOf(filter: IdFilter | null | undefined): string | undefined {
  const [one, ...others] = new Set(filter?.any);
  return filter?.all?.[0] ?? (others.length === 0 ? one : undefined);
}

/**
 * The row has to do with all and any of the nodes, but for `known`, which it surely has. `rows` are those that say so,
 * of it alone, with the id in `column`.
 */
export function hasAll(
  filter: IdFilter | null | undefined,
  known: string | null,
  rows: string,
  column: string,
  bind: Bind,
): string[] {
  const { all, any } = filter ?? {};
  const [one, ...others] = new Set(all?.filter((id) => id !== known));
  const has = (condition: string) => `exists (select from ${rows} and ${condition})`;
  return [
    ...(one === undefined
      ? []
      : [
          others.length === 0
            ? has(`${column} = ${bind(one, 'uuid')}`)
            : `not exists (select from unnest(${bind(arrayOf([one, ...others]), 'uuid[]')}) asked(id) where not ${has(`${column} = asked.id`)})`,
        ]),
    ...(known !== null && any?.includes(known) === true ? [] : oneOf(any, 'uuid', column, bind).map(has)),
  ];
}

/** The column holds the id of the publication with this slug. */
export function ofPublication(column: string, slug: string | null | undefined, bind: Bind): string[] {
  return given(slug, 'text', `${column} = (select id from publications where slug = ?)`, bind);
}

/** The person of an `article_people` row `x` is in this role there. */
export function inRole(role: PersonRole | null | undefined, bind: Bind): string[] {
  const roles = 'select from article_person_roles r where r.article_id = x.article_id and r.person_id = x.person_id';
  return given(role, 'person_role', `exists (${roles} and r.role = ?)`, bind);
}

/**
 * The column holds the id of somebody known by the name whose {@link lookupKey} is at `?`. An array, for so the planner
 * takes them to be few.
 */
export function bears(column: string, subject: 'person' | 'organisation'): string {
  return `${column} = any(array(select d.${subject}_id from search_documents d where d.names @> array[?]))`;
}

/** The column holds the id of somebody known by this name: printed, in any script, or in pinyin. */
export function named(
  name: string | null | undefined,
  column: string,
  subject: 'person' | 'organisation',
  bind: Bind,
): string[] {
  return given(isGiven(name) ? lookupKey(name) : name, 'text', bears(column, subject), bind);
}

/**
 * The rows of a table that fit conditions which few do, and what more is `told` of each. A subquery that Postgres may
 * not merge (that is what `offset 0` is for): else it walks the whole table in the order of the list, as it thinks that
 * the page has but one row.
 */
export function firstFound(table: string, conditions: readonly string[], told: readonly string[] = []): string {
  const alias = table.split(' ').at(-1);
  return conditions.length === 0
    ? table
    : `(select ${['*', ...told].join(', ')} from ${table} where ${conditions.join(' and ')} offset 0) ${alias}`;
}

/**
 * What is told of those whom a name finds, for {@link bestNamed}: 0 of who is printed just so, 1 of whom another form
 * of the name finds.
 */
export function fitOf(name: string | null | undefined, bind: Bind): string[] {
  return given(name?.replaceAll(/\s/gu, ''), 'text', '(name <> ?)::int as fit', bind);
}

/** The order of those whom a name finds: who is printed just so comes first, then as in the list's own order. */
export function bestNamed(table: string, { columns }: Order): Order {
  return { columns: [{ sql: `${table}.fit`, type: 'integer' }, ...columns], hasNulls: false, direction: 'ASC' };
}
