import { decodeCursor } from './cursor.ts';
import type { Place } from './cursor.ts';
import type { Direction, Listing, Order, PageArguments } from './listing.ts';
import type { Key } from './relation.ts';
import { RequestError } from './request-error.ts';
import type { Soon } from './soon.ts';

export const DEFAULT_SIZE = 20;
export const MAX_SIZE = 100;

/** Which page of which order is asked for. */
export interface PageRequest {
  /** Of which list and which order its cursors are. */
  readonly orderName: string;
  readonly order: Order;
  readonly direction: Direction;
  readonly size: number;
  /** The page is the end of the list, not its beginning. */
  readonly isBackward: boolean;
  readonly after: Place | null;
  readonly before: Place | null;
}

export interface Page<Edge> {
  readonly edges: readonly (Edge & { readonly cursor: string })[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A list that reads nothing until its page or its count is asked for. */
export interface Connection<Edge> {
  readonly page: () => Soon<Page<Edge>>;
  readonly totalCount: () => Soon<number>;
}

/**
 * What the arguments of a connection ask for: `first` or `last` at most 100, 20 when neither is given. `list` tells its
 * cursors from those of other lists.
 * @throws RequestError BAD_ARGUMENT or BAD_CURSOR
 */
export function pageRequest<Name extends string>(
  listing: Pick<Listing<Key | null, unknown, never, Name>, 'orders' | 'defaultOrder' | 'bestFirst'>,
  args: PageArguments<Name>,
  list = '',
): PageRequest {
  const isBackward = isGiven(args.last);
  if (isBackward && isGiven(args.first)) throw new RequestError('BAD_ARGUMENT', 'Give `first` or `last`, not both.');
  const field = args.orderBy?.field ?? listing.defaultOrder;
  const best = isGiven(args.orderBy) ? null : (listing.bestFirst?.(args as never) ?? null);
  const order = best ?? listing.orders[field];
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

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
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
