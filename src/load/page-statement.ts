import type { Bind, Listing, OrderColumn } from './listing.ts';
import type { PageRequest } from './page.ts';

export type AnyListing = Listing<string | null, unknown, never, string>;

export interface Statement {
  readonly text: string;
  readonly parameters: readonly (string | number)[];
}

/**
 * The statement that reads a page and one row more, of the whole archive or of each parent in `parents` (an array
 * literal). Its text depends on which arguments are given, never on their values or on the number of parents.
 *
 * Rows without a value in the first column are read as a run of their own behind the others: a comparison of whole
 * keys then serves each run, and an index on the key finds any page at once.
 *
 * Columns of the result: the parent's id if there are parents, the values of the order's columns, `1 +` as many that
 * only sort, then those of the record.
 */
export function pageStatement(listing: AnyListing, request: PageRequest, args: unknown, parents: string | null): Statement {
  const { parameters, bind } = binder(parents);
  const conditions = conditionsOf(listing, args, bind);
  const limit = bind(request.size + 1, 'integer');
  const runs = (request.order.hasNulls ? [0, 1] : [0]).map((run) => runText(listing, request, run, conditions, limit, bind));
  const { columns } = request.order;
  const places = columns.map(({ type }, index) => `m.o${index}${type === 'integer' ? '' : '::text'}`);
  const selected = [...places, 'm.*'].join(', ');
  const sorted = [`m.run ${request.isBackward ? 'desc' : 'asc'}`, ...columns.map((_, index) => `m.o${index} ${reading(request)}`)].join(', ');
  const rows = `(${runs.join(' union all ')}) m`;
  const text = parents === null
    ? `select ${selected} from ${rows} order by ${sorted}`
    : `select k.id, ${selected} from unnest($1::uuid[]) with ordinality k(id, n) cross join lateral ${rows} order by k.n, ${sorted}`;
  return { text, parameters };
}

/** The rows of one run that lie on the asked side of the cursors: run 0 has values in the first column, run 1 nulls. */
function runText(
  listing: AnyListing, request: PageRequest, run: number, conditions: readonly string[], limit: string, bind: Bind,
): string {
  const { columns, hasNulls } = request.order;
  const selected = [
    `${run} as run`,
    ...columns.map(({ sql }, index) => `${sql} as o${index}`),
    ...listing.record.columns,
  ];
  const compared = run === 1 ? columns.slice(1) : columns;
  const where = [
    ...conditions,
    ...(hasNulls ? [`${columns[0]?.sql} is ${run === 1 ? '' : 'not '}null`] : []),
    ...beside(request, run, compared, bind),
  ];
  return `(select ${selected.join(', ')} from ${listing.from}${where.length === 0 ? '' : ` where ${where.join(' and ')}`}`
    + ` order by ${compared.map(({ sql }) => `${sql} ${reading(request)}`).join(', ')} limit ${limit})`;
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

/** The statement that counts the whole list, or each parent's: the parent's id if there are parents, then the count. */
export function countStatement(listing: AnyListing, args: unknown, parents: string | null): Statement {
  const { parameters, bind } = binder(parents);
  const conditions = conditionsOf(listing, args, bind);
  if (parents === null) {
    return { text: `select count(*)::int from ${listing.from} where ${['true', ...conditions].join(' and ')}`, parameters };
  }
  const where = [`${listing.parent} = any($1::uuid[])`, ...conditions.slice(1)].join(' and ');
  return { text: `select ${listing.parent}, count(*)::int from ${listing.from} where ${where} group by 1`, parameters };
}

function conditionsOf(listing: AnyListing, args: unknown, bind: Bind): readonly string[] {
  const asked = listing.where(args as never, bind);
  return listing.parent === null ? asked : [`${listing.parent} = k.id`, ...asked];
}

function binder(parents: string | null): { parameters: (string | number)[]; bind: Bind } {
  const parameters: (string | number)[] = parents === null ? [] : [parents];
  return {
    parameters,
    bind: (value, type) => {
      parameters.push(value);
      return `$${parameters.length}::${type}`;
    },
  };
}
