import type { ExtraConfigColumn } from 'drizzle-orm/pg-core';

/**
 * The end of an index that serves lists with the latest first and what lacks the day, or number, last: the order that
 * `pageText` reads in.
 */
export function latestFirst(
  day: ExtraConfigColumn,
  id: ExtraConfigColumn,
): [Partial<ExtraConfigColumn>, Partial<ExtraConfigColumn>] {
  return [day.desc().nullsLast(), id.desc().nullsLast()];
}
