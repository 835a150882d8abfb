import { isCalendarDay } from '../text/calendar-day.ts';
import type { Order, OrderColumn } from './order.ts';
import { RequestError } from './request-error.ts';

/** The place of one row in an order: the values of the order's columns. */
export type CursorKey = readonly (string | number | null)[];

/** The opaque cursor of a row, from its key in the order of that name. */
export function encodeCursor(orderName: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([orderName, ...key])).toString('base64url');
}

/**
 * The key that a cursor stands for.
 * @throws RequestError BAD_CURSOR when it was not made by {@link encodeCursor} for this order.
 */
export function decodeCursor(orderName: string, order: Order, cursor: string, argument: string): CursorKey {
  const [name, ...key] = parts(cursor);
  if (name === orderName && isKeyOf(order, key)) return key;
  throw new RequestError(
    'BAD_CURSOR',
    `\`${argument}\` is not a cursor of this list in this order: ${JSON.stringify(cursor)}.`,
  );
}

function parts(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isKeyOf({ columns, hasNulls }: Order, key: readonly unknown[]): key is CursorKey {
  return (
    key.length === columns.length &&
    columns.every((column, index) => isValue(key[index], column) || (index === 0 && hasNulls && key[index] === null))
  );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_INTEGER = 2 ** 31;
/** As Postgres writes them: the driver gives them as texts. */
const BIGINT = /^-?\d{1,18}$/;

/** Whether Postgres accepts the value as one of the column's type. */
function isValue(value: unknown, { type }: OrderColumn): boolean {
  switch (type) {
    case 'bigint':
      return typeof value === 'string' && BIGINT.test(value);
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
