import { isGiven } from './condition.ts';
import { decodeCursor } from './cursor.ts';
import type { CursorKey } from './cursor.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { Direction, Order } from './order.ts';
import type { Key, ListRelation } from './relation.ts';
import { RequestError } from './request-error.ts';

export const DEFAULT_SIZE = 20;
export const MAX_SIZE = 100;

/** What every list takes, as its GraphQL field is given it. */
export interface PageArguments<Name extends string = string> {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
  readonly orderBy?: { readonly field: Name; readonly direction: Direction } | null | undefined;
}

/** Which page of which order is asked for. */
export interface PageRequest {
  /** Which list and which order its cursors belong to. */
  readonly orderName: string;
  readonly order: Order;
  readonly direction: Direction;
  readonly size: number;
  /** The page is taken from the end of the list, not from its start. */
  readonly isBackward: boolean;
  readonly after: CursorKey | null;
  readonly before: CursorKey | null;
}

export interface Page<Edge> {
  readonly edges: readonly (Edge & { readonly cursor: string })[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A list that reads nothing until its page or its count is asked for. */
export interface Connection<Edge> {
  readonly page: () => MaybePromise<Page<Edge>>;
  readonly totalCount: () => MaybePromise<number>;
}

/**
 * What the arguments of a connection ask for: `first` or `last` at most 100, 20 when neither is given. `list` tells its
 * cursors from those of other lists.
 * @throws RequestError BAD_ARGUMENT or BAD_CURSOR
 */
export function pageRequest<Name extends string>(
  relation: Pick<ListRelation<Key | null, unknown, never, Name>, 'orders' | 'defaultOrder' | 'bestFirst'>,
  args: PageArguments<Name>,
  list = '',
): PageRequest {
  const isBackward = isGiven(args.last);
  if (isBackward && isGiven(args.first)) throw new RequestError('BAD_ARGUMENT', 'Give `first` or `last`, not both.');
  const field = args.orderBy?.field ?? relation.defaultOrder;
  const best = isGiven(args.orderBy) ? null : (relation.bestFirst?.(args as never) ?? null);
  const order = best ?? relation.orders[field];
  const orderName = `${list} ${best === null ? field : 'BEST'}`;
  return {
    orderName,
    order,
    direction: args.orderBy?.direction ?? order.direction,
    size: isBackward ? size('last', args.last) : size('first', args.first ?? DEFAULT_SIZE),
    isBackward,
    after: isGiven(args.after) ? decodeCursor(orderName, order, args.after, 'after') : null,
    before: isGiven(args.before) ? decodeCursor(orderName, order, args.before, 'before') : null,
  };
}

function size(argument: string, value: number): number {
  if (value < 0 || value > MAX_SIZE) {
    throw new RequestError('BAD_ARGUMENT', `\`${argument}\` must be between 0 and ${MAX_SIZE}; it is ${value}.`);
  }
  return value;
}

/**
 * The page from the rows read for it, one more than its size when the list goes on.
 * A cursor stands for a row, so there is something before `after` and something after `before`.
 */
export function pageOf<Edge>(request: PageRequest, rows: readonly (Edge & { readonly cursor: string })[]): Page<Edge> {
  const isMore = rows.length > request.size;
  const edges = isMore ? rows.slice(0, request.size) : rows;
  return {
    edges: request.isBackward ? edges.toReversed() : edges,
    hasNextPage: request.isBackward ? request.before !== null : isMore,
    hasPreviousPage: request.isBackward ? isMore : request.after !== null,
  };
}
