import type { PageRequest } from './page.ts';
import type { Parents } from './relation-statement.ts';
import { columnsOf } from './relation.ts';
import type { AnyListRelation } from './relation.ts';
import type { Shape } from './shape.ts';
import type { Bind } from './statement.ts';

/**
 * The statement that reads a page and one row more, of everything or of each parent. Its text depends on which
 * arguments are given, never on their values or on the number of parents.
 *
 * Rows without a value in the first column come last. The index of the list's own direction has them there, and is read
 * at once; after a cursor or in the other direction they are a segment of their own behind the others: a comparison of
 * whole keys then serves each segment, and the same index finds any page.
 *
 * Columns of the result: the parent's id if there are parents, then those of `shape`, at least one. A parent's rows are
 * in order.
 */
export function pageText(
  list: AnyListRelation,
  shape: Shape<unknown>,
  request: PageRequest,
  args: unknown,
  bind: Bind,
  parents: Parents | null,
): string {
  const rows = rowsOf(list, args, bind);
  const limit = bind(request.size + 1, 'integer');
  const textOf = (segment: Segment) => segmentText(shape, request, segment, rows, limit, bind);
  const page = isOneSegment(request) ? textOf('all') : union(request, [textOf('valued'), textOf('null')], limit);
  const cells = shape.columns.map((_, index) => `m.f${index}`);
  return parents === null
    ? `select ${cells.join(', ') || 'null'} from (${page}) m`
    : `select ${[...keysOf(list), ...cells].join(', ')} from ${parentTable(list, parents)}
      cross join lateral (${page}) m`;
}

/** Rows that are read at a time: all, or those with a value in the first column of the order, or those without. */
type Segment = 'all' | 'valued' | 'null';

function isOneSegment({ order, direction, after, before }: PageRequest): boolean {
  const isIndexed = direction === order.direction && after === null && before === null;
  return !order.hasNulls || isIndexed;
}

/** The rows of one segment that lie on the asked side of the cursors, as many as the page may need. */
function segmentText(
  shape: Shape<unknown>,
  request: PageRequest,
  segment: Segment,
  { from, where }: Rows,
  limit: string,
  bind: Bind,
): string {
  const { columns } = request.order;
  const [first] = columns;
  const selected = [
    ...(segment === 'all'
      ? []
      : [`${segment === 'null'} as segment`, ...columns.map(({ sql }, index) => `${sql} as o${index}`)]),
    ...shape.columns.map((sql, index) => `${sql} as f${index}`),
  ];
  const conditions = [
    ...where,
    ...(segment === 'all' || first === undefined ? [] : [`${first.sql} is ${segment === 'valued' ? 'not ' : ''}null`]),
    ...besideCursors(request, segment, bind),
  ];
  // By all columns, though the first may have no values here: else Postgres does not see that the index has this order.
  const filtered = conditions.length === 0 ? from : `${from} where ${conditions.join(' and ')}`;
  return (
    `select ${selected.join(', ') || 'null'} from ${filtered}` +
    ` order by ${columns.map(({ sql }) => `${sql} ${readDirection(request)}`).join(', ')} limit ${limit}`
  );
}

/** Each segment is limited by itself, so that an index finds its rows; then they are limited together. */
function union(request: PageRequest, segments: readonly string[], limit: string): string {
  const sorted = [
    `m.segment ${request.isBackward ? 'desc' : 'asc'}`,
    ...request.order.columns.map((_, index) => `m.o${index} ${readDirection(request)}`),
  ];
  const all = segments.map((segment) => `(${segment})`).join(' union all ');
  return `select * from (${all}) m order by ${sorted.join(', ')} limit ${limit}`;
}

/**
 * The direction in which the rows are read, from the end of the list for `last`: nulls are where the index of the list
 * has them.
 */
function readDirection({ order, direction, isBackward }: PageRequest): string {
  const isAscending = (direction === 'ASC') !== isBackward;
  const nulls = order.hasNulls && order.direction === 'DESC' ? ` nulls ${isAscending ? 'first' : 'last'}` : '';
  return `${isAscending ? 'asc' : 'desc'}${nulls}`;
}

/** The rows lie between the cursors. A segment that lies wholly on the right side of one needs no condition for it. */
function besideCursors(request: PageRequest, segment: Segment, bind: Bind): string[] {
  const { order, direction, after, before } = request;
  const compared = segment === 'null' ? order.columns.slice(1) : order.columns;
  const beside = (key: PageRequest['after'], sign: '<' | '>', beyond: Segment): string[] => {
    if (key === null) return [];
    if (segment !== 'all' && segment !== (key[0] === null ? 'null' : 'valued'))
      return segment === beyond ? [] : ['false'];
    const values = compared.map(({ type }, index) => bind(key[index + key.length - compared.length] ?? null, type));
    return [`(${compared.map(({ sql }) => sql).join(', ')}) ${sign} (${values.join(', ')})`];
  };
  const isAscending = direction === 'ASC';
  return [...beside(after, isAscending ? '>' : '<', 'null'), ...beside(before, isAscending ? '<' : '>', 'valued')];
}

/**
 * The statement that counts the whole list, or each parent's: the parent's id or ids if there are parents, then the
 * count.
 */
export function countText(list: AnyListRelation, args: unknown, bind: Bind, parents: Parents | null): string {
  const { from, where } = rowsOf(list, args, bind);
  const count = `select count(*)::int from ${from} where ${['true', ...where].join(' and ')}`;
  return parents === null
    ? count
    : `select ${[...keysOf(list), `(${count})`].join(', ')} from ${parentTable(list, parents)}`;
}

/** What a list is read from, and the conditions on it. */
interface Rows {
  readonly from: string;
  readonly where: readonly string[];
}

function rowsOf(list: AnyListRelation, args: unknown, bind: Bind): Rows {
  const columns = columnsOf(list.parent);
  return {
    from: typeof list.from === 'string' ? list.from : list.from(args as never, bind),
    where: [...keysOf(list).map((key, index) => `${columns[index]} = ${key}`), ...list.where(args as never, bind)],
  };
}

/** The ids of the parent that a row of `k` stands for. */
function keysOf({ parent }: AnyListRelation): string[] {
  return columnsOf(parent).map((_, index) => `k.id${index}`);
}

/** The parents, whose ids are those of {@link keysOf}. */
function parentTable(list: AnyListRelation, parents: Parents): string {
  return `${parents.table} k(${columnsOf(list.parent)
    .map((_, index) => `id${index}`)
    .join(', ')})`;
}
