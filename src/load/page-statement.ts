import type { Bind, Listing, OrderColumn } from './listing.ts';
import type { PageRequest } from './page.ts';
import type { Field } from './record.ts';
import type { Key } from './relation.ts';

export type AnyListing = Listing<Key | null, unknown, never, string>;

/**
 * The statement that reads a page and one row more, of the whole archive or of each parent in `parents`: an array of ids in SQL,
 * or two for pairs. Its text depends on which arguments are given, never on their values or on the number of parents.
 *
 * Rows without a value in the first column are read as a run of their own behind the others: a comparison of whole
 * keys then serves each run, and an index on the key finds any page at once.
 *
 * Columns of the result: the parent's id if there are parents, then those of `record`, at least one.
 */
export function pageText(listing: AnyListing, record: Field<unknown>, request: PageRequest, args: unknown, bind: Bind, parents: readonly string[]): string {
  const rows = rowsOf(listing, args, bind);
  const limit = bind(request.size + 1, 'integer');
  const { columns } = request.order;
  const sorted = [`m.run ${request.isBackward ? 'desc' : 'asc'}`, ...columns.map((_, index) => `m.o${index} ${reading(request)}`)].join(', ');
  const runs = (request.order.hasNulls ? [0, 1] : [0]).map((run) => runText(record, request, run, rows, limit, bind));
  // Each run is cut by itself, so that an index finds its rows; then both together.
  const page = runs.length === 1 ? `${runs[0]} m` : `(select * from (${runs.join(' union all ')}) m order by ${sorted} limit ${limit}) m`;
  const cells = record.columns.map((_, index) => `m.f${index}`);
  return parents.length === 0
    ? `select ${cells.join(', ') || 'null'} from ${page} order by ${sorted}`
    : `select ${[...keysOf(listing), ...cells].join(', ')} from ${everyParent(listing, parents)} cross join lateral ${page} order by k.n, ${sorted}`;
}

/** The rows of one run that lie on the asked side of the cursors: run 0 has values in the first column, run 1 nulls. */
function runText(record: Field<unknown>, request: PageRequest, run: number, { from, where }: Rows, limit: string, bind: Bind): string {
  const { columns, hasNulls } = request.order;
  const selected = [
    `${run} as run`,
    ...columns.map(({ sql }, index) => `${sql} as o${index}`),
    ...record.columns.map((sql, index) => `${sql} as f${index}`),
  ];
  const compared = run === 1 ? columns.slice(1) : columns;
  const conditions = [
    ...where,
    ...(hasNulls ? [`${columns[0]?.sql} is ${run === 1 ? '' : 'not '}null`] : []),
    ...beside(request, run, compared, bind),
  ];
  // By all columns, though the first has no values in run 1: else Postgres does not see that the index has this order.
  return `(select ${selected.join(', ')} from ${from}${conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`}`
    + ` order by ${columns.map(({ sql }) => `${sql} ${reading(request)}`).join(', ')} limit ${limit})`;
}

/** The direction in which the rows are read: from the end of the list for `last`. */
function reading(request: PageRequest): 'asc' | 'desc' {
  return (request.direction === 'ASC') === request.isBackward ? 'desc' : 'asc';
}

function beside(request: PageRequest, run: number, compared: readonly OrderColumn[], bind: Bind): string[] {
  const later = request.direction === 'ASC' ? '>' : '<';
  const earlier = request.direction === 'ASC' ? '<' : '>';
  return ([['after', later], ['before', earlier]] as const).flatMap(([side, sign]) => {
    const place = request[side];
    if (place === null) return [];
    const placeRun = place[0] === null ? 1 : 0;
    if (placeRun !== run) return (side === 'after') === (run > placeRun) ? [] : ['false'];
    const values = place.slice(-compared.length).map((value, index) => bind(value as string | number, compared[index]!.type));
    return [`(${compared.map(({ sql }) => sql).join(', ')}) ${sign} (${values.join(', ')})`];
  });
}

/** The statement that counts the whole list, or each parent's: the parent's id or ids if there are parents, then the count. */
export function countText(listing: AnyListing, args: unknown, bind: Bind, parents: readonly string[]): string {
  const { from, where } = rowsOf(listing, args, bind);
  const count = `select count(*)::int from ${from} where ${['true', ...where].join(' and ')}`;
  return parents.length === 0 ? count : `select ${[...keysOf(listing), `(${count})`].join(', ')} from ${everyParent(listing, parents)}`;
}

/** What a list is read from, and the conditions on it. */
interface Rows {
  readonly from: string;
  readonly where: readonly string[];
}

function rowsOf(listing: AnyListing, args: unknown, bind: Bind): Rows {
  const columns = parentColumns(listing);
  return {
    from: typeof listing.from === 'string' ? listing.from : listing.from(args as never, bind),
    where: [...keysOf(listing).map((key, index) => `${columns[index]} = ${key}`), ...listing.where(args as never, bind)],
  };
}

function parentColumns({ parent }: AnyListing): readonly string[] {
  if (parent === null) return [];
  return typeof parent === 'string' ? [parent] : parent;
}

/** The ids of the parent that a row of `k` stands for. */
function keysOf(listing: AnyListing): string[] {
  return parentColumns(listing).map((_, index) => `k.id${index}`);
}

/** The parents as a table. */
function everyParent(listing: AnyListing, parents: readonly string[]): string {
  return `unnest(${parents.join(', ')}) with ordinality k(${[...keysOf(listing).map((_, index) => `id${index}`), 'n'].join(', ')})`;
}
