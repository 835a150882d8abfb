import type { Bind, Listing } from './listing.ts';
import type { PageRequest } from './page.ts';
import type { Field } from './record.ts';
import { columnsOf } from './relation.ts';
import type { Key, Parents } from './relation.ts';

export type AnyListing = Listing<Key | null, unknown, never, string>;

/**
 * The statement that reads a page and one row more, of the whole archive or of each parent. Its text depends on which
 * arguments are given, never on their values or on the number of parents.
 *
 * Rows without a value in the first column come last. The index of the list's own direction has them there, and is read
 * at once; from a cursor or the other way round they are a run of their own behind the others: a comparison of whole
 * keys then serves each run, and the same index finds any page.
 *
 * Columns of the result: the parent's id if there are parents, then those of `record`, at least one. A parent's rows
 * are in order.
 */
export function pageText(
  listing: AnyListing,
  record: Field<unknown>,
  request: PageRequest,
  args: unknown,
  bind: Bind,
  parents: Parents | null,
): string {
  const rows = rowsOf(listing, args, bind);
  const limit = bind(request.size + 1, 'integer');
  const runs = runsOf(request).map((run) => runText(record, request, run, rows, limit, bind));
  const page = runs.length === 1 ? runs[0]! : together(request, runs, limit);
  const cells = record.columns.map((_, index) => `m.f${index}`);
  return parents === null
    ? `select ${cells.join(', ') || 'null'} from (${page}) m`
    : `select ${[...keysOf(listing), ...cells].join(', ')} from ${parentTable(listing, parents)} cross join lateral (${page}) m`;
}

/** Which rows are read at a time: all, or those with a value in the first column of the order, or those without. */
type Run = 'all' | 'with' | 'without';

function runsOf({ order, direction, after, before }: PageRequest): readonly Run[] {
  const isIndexed = direction === order.direction && after === null && before === null;
  return !order.hasNulls || isIndexed ? ['all'] : ['with', 'without'];
}

/** The rows of one run that lie on the asked side of the cursors, as many as the page may need. */
function runText(
  record: Field<unknown>,
  request: PageRequest,
  run: Run,
  { from, where }: Rows,
  limit: string,
  bind: Bind,
): string {
  const { columns } = request.order;
  const selected = [
    ...(run === 'all'
      ? []
      : [`${run === 'without'} as run`, ...columns.map(({ sql }, index) => `${sql} as o${index}`)]),
    ...record.columns.map((sql, index) => `${sql} as f${index}`),
  ];
  const conditions = [
    ...where,
    ...(run === 'all' ? [] : [`${columns[0]!.sql} is ${run === 'with' ? 'not ' : ''}null`]),
    ...beside(request, run, bind),
  ];
  // By all columns, though the first may have no values here: else Postgres does not see that the index has this order.
  return (
    `select ${selected.join(', ') || 'null'} from ${from}${conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`}` +
    ` order by ${columns.map(({ sql }) => `${sql} ${reading(request)}`).join(', ')} limit ${limit}`
  );
}

/** Each run is cut by itself, so that an index finds its rows; then they are cut together. */
function together(request: PageRequest, runs: readonly string[], limit: string): string {
  const sorted = [
    `m.run ${request.isBackward ? 'desc' : 'asc'}`,
    ...request.order.columns.map((_, index) => `m.o${index} ${reading(request)}`),
  ];
  return `select * from (${runs.map((run) => `(${run})`).join(' union all ')}) m order by ${sorted.join(', ')} limit ${limit}`;
}

/**
 * The direction in which the rows are read, from the end of the list for `last`: nulls are where the index of the list
 * has them.
 */
function reading({ order, direction, isBackward }: PageRequest): string {
  const isAscending = (direction === 'ASC') !== isBackward;
  const nulls = order.hasNulls && order.direction === 'DESC' ? ` nulls ${isAscending ? 'first' : 'last'}` : '';
  return `${isAscending ? 'asc' : 'desc'}${nulls}`;
}

function beside({ order: { columns }, direction, after, before }: PageRequest, run: Run, bind: Bind): string[] {
  const compared = run === 'without' ? columns.slice(1) : columns;
  const later = direction === 'ASC' ? '>' : '<';
  const earlier = direction === 'ASC' ? '<' : '>';
  return (
    [
      [after, later, 'without'],
      [before, earlier, 'with'],
    ] as const
  ).flatMap(([place, sign, beyond]) => {
    if (place === null) return [];
    if (run !== 'all' && run !== (place[0] === null ? 'without' : 'with')) return run === beyond ? [] : ['false'];
    const values = place
      .slice(-compared.length)
      .map((value, index) => bind(value as string | number, compared[index]!.type));
    return [`(${compared.map(({ sql }) => sql).join(', ')}) ${sign} (${values.join(', ')})`];
  });
}

/**
 * The statement that counts the whole list, or each parent's: the parent's id or ids if there are parents, then the
 * count.
 */
export function countText(listing: AnyListing, args: unknown, bind: Bind, parents: Parents | null): string {
  const { from, where } = rowsOf(listing, args, bind);
  const count = `select count(*)::int from ${from} where ${['true', ...where].join(' and ')}`;
  return parents === null
    ? count
    : `select ${[...keysOf(listing), `(${count})`].join(', ')} from ${parentTable(listing, parents)}`;
}

/** What a list is read from, and the conditions on it. */
interface Rows {
  readonly from: string;
  readonly where: readonly string[];
}

function rowsOf(listing: AnyListing, args: unknown, bind: Bind): Rows {
  const columns = columnsOf(listing.parent);
  return {
    from: typeof listing.from === 'string' ? listing.from : listing.from(args as never, bind),
    where: [
      ...keysOf(listing).map((key, index) => `${columns[index]} = ${key}`),
      ...listing.where(args as never, bind),
    ],
  };
}

/** The ids of the parent that a row of `k` stands for. */
function keysOf({ parent }: AnyListing): string[] {
  return columnsOf(parent).map((_, index) => `k.id${index}`);
}

/** The parents, whose ids are those of {@link keysOf}. */
function parentTable(listing: AnyListing, parents: Parents): string {
  return `${parents.table} k(${columnsOf(listing.parent)
    .map((_, index) => `id${index}`)
    .join(', ')})`;
}
