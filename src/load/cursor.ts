import { isCalendarDay } from './calendar-day.ts';
import type { Order, OrderColumn } from './listing.ts';
import { RequestError } from './request-error.ts';

/** The place of one row in an order: the values of the order's columns. */
export type Place = readonly (string | number | null)[];

/** The opaque cursor of a row's place in the order of that name. */
export function encodeCursor(orderName: string, place: Place): string {
  return Buffer.from(JSON.stringify([orderName, ...place])).toString('base64url');
}

/**
 * The place that a cursor stands for.
 * @throws RequestError BAD_CURSOR when it was not made by {@link encodeCursor} for this order.
 */
export function decodeCursor(orderName: string, order: Order, cursor: string, argument: string): Place {
  const [name, ...place] = parts(cursor);
  const fits =
    name === orderName &&
    place.length === order.columns.length &&
    order.columns.every(
      (column, index) => isValue(place[index], column) || (index === 0 && order.hasNulls && place[index] === null),
    );
  if (!fits)
    throw new RequestError(
      'BAD_CURSOR',
      `\`${argument}\` is not a cursor of this list in this order: ${JSON.stringify(cursor)}.`,
    );
  return place as Place;
}

function parts(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_INTEGER = 2 ** 31;

/** Whether Postgres will take the value as one of the column's type. */
function isValue(value: unknown, { type }: OrderColumn): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value) && Math.abs(value as number) < MAX_INTEGER;
    case 'date':
      return typeof value === 'string' && isCalendarDay(value);
    case 'uuid':
      return typeof value === 'string' && UUID.test(value);
    case 'text':
      return typeof value === 'string' && !value.includes('\0');
  }
}
